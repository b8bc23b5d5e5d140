"""A DOCX file → its text. In: a file's bytes. Out: a paragraph a line, rows of a table with tabs.

Order: paragraphs and tables as they stand in the body; a text box comes after the paragraph that holds it, a picture
leaves a gap. What was deleted with changes tracked, headers, footers and comments are left out.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx

from graph.errors import UnreadableError
from graph.read.lines import Lines, letters

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _BREAKS, _TAB = _W + "t", frozenset({_W + "br", _W + "cr"}), _W + "tab"
_PARAGRAPH, _ROW, _CELL, _BOX = _W + "p", _W + "tr", _W + "tc", _W + "txbxContent"
_PICTURES = frozenset({_W + "drawing", _W + "pict"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says a text box a second time
_LEFT_OUT = frozenset({_W + "del", _W + "moveFrom", _W + "sectPr", _W + "pPr", _W + "rPr", _FALLBACK})
_ENCRYPTED = b"\xd0\xcf\x11\xe0"  # an OLE container: a DOCX with a password, or an old DOC under another name


def text_of_docx(raw: bytes, path: Path) -> str:
    """The text of a DOCX file.

    Raises UnreadableError: `empty`, `locked` for one with a password, `damaged` for what python-docx cannot open.
    """
    if not raw:
        raise UnreadableError(path, "empty")
    if raw.startswith(_ENCRYPTED):
        raise UnreadableError(path, "locked")
    lines = Lines()
    try:
        _blocks(docx.Document(io.BytesIO(raw)).element.body, lines)
    except Exception as error:  # a broken archive raises whatever zipfile, lxml or python-docx stumble over
        raise UnreadableError(path, "damaged") from error
    text = lines.text()
    if not letters(text):
        raise UnreadableError(path, "empty")
    return text


def _blocks(element: Any, lines: Lines) -> None:
    """Paragraphs and tables, those inside content controls and other wrappers too."""
    for child in element:
        if child.tag == _PARAGRAPH:
            _paragraph(child, lines)
        elif child.tag == _ROW:
            _row(child, lines)
        elif child.tag not in _LEFT_OUT:
            _blocks(child, lines)


def _row(row: Any, lines: Lines) -> None:
    """A row of data in one line; a row that lays out the page, with paragraphs in its cells, as those paragraphs."""
    cells = [[p for p in cell.iter(_PARAGRAPH) if letters(_plain(p))] for cell in row.iter(_CELL)]
    filled = [paragraphs for paragraphs in cells if paragraphs]
    if len(filled) > 1 and all(len(paragraphs) == 1 for paragraphs in filled):
        lines.row(_plain(paragraphs[0]) for paragraphs in filled)
    else:
        _blocks(row, lines)


def _plain(paragraph: Any) -> str:
    own = Lines()
    _paragraph(paragraph, own)
    return " ".join(own.text().split())


def _paragraph(element: Any, lines: Lines) -> None:
    """A paragraph's own text, then that of the text boxes anchored in it."""
    boxes: list[Any] = []
    _runs(element, lines, boxes)
    lines.end()
    for box in boxes:
        for paragraph in box.iter(_PARAGRAPH):
            _paragraph(paragraph, lines)


def _runs(element: Any, lines: Lines, boxes: list[Any]) -> None:
    for child in element:
        if child.tag == _TEXT:
            lines.add(child.text or "")
        elif child.tag in _BREAKS:
            lines.end()
        elif child.tag == _TAB:
            lines.add(" ")
        elif child.tag in _PICTURES:
            found = [box for box in child.iter(_BOX) if next(box.iterancestors(_BOX), None) is None]
            boxes.extend(found)
            if not found:
                lines.gap()
        elif child.tag not in _LEFT_OUT:
            _runs(child, lines, boxes)
