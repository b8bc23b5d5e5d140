"""An HTML page → the text of its report. In: a file's bytes. Out: a paragraph a line, rows of a table with tabs.

Order: bytes become text (as in `decode`; a page in Big5 or another charset names it); trafilatura parts the
report from the page's frame; its elements become lines; the page's title goes before them where the report lacks it.
Where trafilatura finds no report, the whole page is the report: a wrong frame is better than a lost text.
"""

from __future__ import annotations

import re
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as markup
from trafilatura.settings import use_config

from graph.errors import UnreadableError
from graph.read.encoding import decode
from graph.read.lines import Lines, letters

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)", re.I)
_HEAD = 4096  # bytes in which a page names its charset
_FEWEST = 30  # Chinese characters; less than that is no report but what is left of a frame
_SITE = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{0,20}(?:网|报|在线|频道|新闻|平台|客户端|门户)[^-_|—–]{0,12}$")
_HIDDEN = frozenset({"script", "style", "title", "noscript", "template", "iframe", "object", "select", "button"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "del", "em", "font", "hi", "i", "ins", "label", "mark", "q", "ref"}
    | {"s", "small", "span", "strong", "sub", "sup", "time", "u"}
)
_PICTURES = frozenset({"img", "graphic", "picture", "video", "embed"})
_ROWS, _CELLS = frozenset({"tr", "row"}), frozenset({"td", "th", "cell"})


def text_of_html(raw: bytes, path: Path) -> str:
    """The text of the report on a page.

    Raises UnreadableError: `empty` for a page without text, and the reasons of `decode`.
    """
    source = page_source(raw, path)
    try:
        # lxml refuses text that declares an encoding
        whole = markup.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    except etree.LxmlError as error:  # only comments, only blanks: everything else it mends
        raise UnreadableError(path, "empty") from error
    _rename_foreign(whole)
    found = trafilatura.bare_extraction(
        whole, include_comments=False, include_images=True, with_metadata=True, config=_chinese_sizes()
    )
    report, title = getattr(found, "body", None), getattr(found, "title", None)
    text = "" if report is None else _lines(report).text()
    body = whole.find("body")
    if chinese(text) < _FEWEST:
        text = _lines(whole if body is None else body).text()
    if not letters(text):
        raise UnreadableError(path, "empty")
    title = _SITE.sub("", " ".join((title or whole.findtext(".//title") or "").split()))
    if letters(title) and letters(title) not in letters(text[: 400 + len(title)]):
        return f"{title}\n\n{text}"
    return text


def _chinese_sizes() -> ConfigParser:
    """Trafilatura's settings with sizes for Chinese, which says in 60 characters what takes English 250.

    Below its sizes it falls back on a page's whole text in one line.
    """
    config = use_config()
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_FEWEST)
    config["DEFAULT"]["MIN_OUTPUT_SIZE"] = "1"
    return config


def page_source(raw: bytes, path: Path) -> str:
    """A page's bytes as text. The charset that a page names is believed only where UTF-8 does not fit.

    Raises UnreadableError as `decode` does.

    Pages saved by a browser are in UTF-8 and still name the GB2312 of the site.
    """
    named = _CHARSET.search(raw[:_HEAD])
    name = (named[1] or named[2]).decode("ascii").lower() if named else ""
    if name and not name.startswith(("utf", "gb")) and b"\0" not in raw:
        for encoding in ("utf-8-sig", name):
            try:
                return raw.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    return decode(raw, path)


def _rename_foreign(whole: Any) -> None:
    """Elements of newspaper systems (`founder-content`, `o:p`) get the names of HTML's own that do the same."""
    for element in whole.iter(etree.Element):
        if "-" in element.tag:
            element.tag = "div"
        elif ":" in element.tag:
            element.tag = "span"


def chinese(text: str) -> int:
    """How many Chinese characters a text has."""
    return sum("一" <= char <= "鿿" for char in text)


def _lines(root: Any) -> Lines:
    lines = Lines()
    _walk(root, lines)
    return lines


def _walk(element: Any, lines: Lines) -> None:
    """Adds an element's text in reading order; every element that is not inline opens a line."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in _PICTURES:
        lines.gap()
    elif tag in _ROWS and _is_row(element):
        lines.row(" ".join("".join(cell.itertext()).split()) for cell in element if cell.tag in _CELLS)
    elif tag and tag not in _HIDDEN:
        inline = tag in _INLINE
        if not inline:
            lines.end()
        lines.add(element.text or "")
        for child in element:
            _walk(child, lines)
            lines.add(child.tail or "")
        if not inline:
            lines.end()


def _is_row(element: Any) -> bool:
    """Whether a row holds data: several cells, none of them with paragraphs (tables also serve to lay out a page)."""
    cells = [cell for cell in element if cell.tag in _CELLS]
    plain = all(
        inner.tag in _INLINE | _CELLS or not isinstance(inner.tag, str) for cell in cells for inner in cell.iter()
    )
    return plain and sum(bool("".join(cell.itertext()).strip()) for cell in cells) > 1
