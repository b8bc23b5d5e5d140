"""A PDF file → its text. In: a file's bytes. Out: a paragraph a line, in the order in which a reader goes.

The order of the characters inside a PDF is not to be trusted: row by row it mixes columns. So only their places count:
1. characters on one baseline, without a gap between, are a piece of a line;
2. `graph.read.columns` puts the pieces in reading order;
3. page numbers and running heads are left out;
4. lines become paragraphs: one begins with an indent, after a short line, a wider gap or another size of type. A
   paragraph goes on in the next column, or on the next page, where its last line was full.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from graph.errors import UnreadableError
from graph.read.columns import Piece, in_reading_order
from graph.read.lines import Lines, letters

_NUMBER = re.compile(
    r"[-—–·•\s]*(?:第\s*)?\d{1,4}\s*页?(?:\s*[/／，,]?\s*共?\s*\d{1,4}\s*页?)?[-—–·•\s]*|第?\s*[A-Z]?\d{1,3}\s*版"
)
_ENDED = re.compile(r"[。！？!?；;…：:][”’」』\"）)]*$")
_UNREAD = 0.3  # of the characters without a meaning: the file's fonts do not say what they are
_GAP = 0.9  # of the width of type: wider than that, two pieces of a line do not belong together
_INDENT = 1.2  # likewise
_SHORT = 1.9  # likewise: what is missing at the right end of a line that ends its paragraph
_RAGGED = 4.0  # likewise, where indents tell of paragraphs and the line stops in mid-sentence: lines set ragged
_LEADING = 1.45  # of the usual distance of lines: a wider one parts paragraphs
_PICTURE = 3.0  # likewise: an even wider one holds a picture
_SIZES = 0.14  # a difference of size that means something: 10.5 and 9 points
_HEADLINE = 1.6  # times the size of what follows: the space below is its own


def text_of_pdf(raw: bytes, path: Path) -> str:
    """The text of a PDF file.

    Raises UnreadableError: `empty`, `damaged`, `locked` for one with a password, `scanned` for one without text.
    """
    if not raw:
        raise UnreadableError(path, "empty")
    try:
        document = pypdfium2.PdfDocument(raw)
        try:
            pages = [_pieces(page) for page in document]
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        raise UnreadableError(path, "locked" if locked else "damaged") from error
    columns = [column for page in _without_furniture(pages) for column in in_reading_order(page)]
    text = _paragraphs(columns)
    unread = sum("\ue000" <= char <= "\uf8ff" or char == "\ufffd" for char in text)
    if not letters(text) or unread > _UNREAD * len(text):
        raise UnreadableError(path, "scanned")
    return text


def _pieces(page: pypdfium2.PdfPage) -> list[Piece]:
    """The pieces of lines on a page, in no particular order."""
    glyphs = sorted(_glyphs(page), key=lambda glyph: -glyph.baseline)
    lines: list[list[Piece]] = []
    for glyph in glyphs:
        if lines and lines[-1][0].baseline - glyph.baseline <= 0.35 * min(lines[-1][0].size, glyph.size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    found: list[Piece] = []
    for line in lines:
        line.sort(key=lambda glyph: (glyph.left, glyph.right))
        part = [line[0]]
        for glyph in line[1:]:
            if glyph.left - part[-1].right > _GAP * max(part[-1].size, glyph.size):
                found.append(_joined(part))
                part = []
            part.append(glyph)
        found.append(_joined(part))
    return [piece for piece in found if piece.text]


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Piece]:
    """The characters of a page and where they stand (points, from the lower left corner)."""
    text = page.get_textpage()
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for i in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, i)
        if code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or pdfium.FPDFText_IsGenerated(text, i) == 1:
            continue
        known = pdfium.FPDFText_GetLooseCharBox(text, i, box) and pdfium.FPDFText_GetCharOrigin(text, i, x, y)
        width = box.right - box.left
        if known and width > 0:
            size = max(width, 0.9 * abs(box.top - box.bottom))  # digits are narrower than they are high
            yield Piece(chr(code), box.left, box.right, y.value, size)


def _joined(glyphs: list[Piece]) -> Piece:
    text = "".join(glyph.text for glyph in glyphs)
    bare = text.strip()
    if not bare:
        return Piece("", glyphs[0].left, glyphs[-1].right, glyphs[0].baseline, glyphs[0].size)
    first = len(text) - len(text.lstrip())
    kept = glyphs[first : first + len(bare)]
    size = median(glyph.size for glyph in kept)
    return Piece(bare, kept[0].left, max(glyph.right for glyph in kept), kept[0].baseline, size)


def _without_furniture(pages: list[list[Piece]]) -> list[list[Piece]]:
    """The pages without their numbers and without the lines that stand at the head or foot of most of them."""
    edges = [{min(page, key=_height), max(page, key=_height)} if page else set() for page in pages]
    repeated = Counter(form for edge in edges for form in {_form(piece) for piece in edge})
    often = {form for form, count in repeated.items() if count > 1 and count >= 0.5 * len(pages)}
    kept = []
    for page in pages:
        # behind a running head there may be a number, and another line behind that
        while page:
            edge = {min(page, key=_height), max(page, key=_height)}
            gone = {piece for piece in edge if _NUMBER.fullmatch(piece.text) or _form(piece) in often}
            if not gone or len(gone) == len(page):
                break
            page = [piece for piece in page if piece not in gone]
        kept.append(page)
    return kept


def _height(piece: Piece) -> tuple[float, float]:
    return piece.baseline, piece.left


def _form(piece: Piece) -> str:
    return re.sub(r"\d+", "0", piece.text)


def _paragraphs(columns: list[list[Piece]]) -> str:
    """The text of columns in reading order."""
    lines = Lines()
    indented = any(_indented(piece, column) for column in columns for piece in column)
    before: Piece | None = None
    full = False
    for column in columns:
        steps = [a.baseline - b.baseline for a, b in pairwise(column)]
        leading = median(steps) if steps else 0.0
        right = max(piece.right for piece in column)
        for i, piece in enumerate(column):
            begins = (
                before is None or not full or _indented(piece, column) or abs(before.size / piece.size - 1) > _SIZES
            )
            if i:
                step = column[i - 1].baseline - piece.baseline
                begins = begins or step > _LEADING * leading
                if step > _PICTURE * leading and before is not None and before.size < _HEADLINE * piece.size:
                    lines.gap()
            elif before is not None:
                begins = begins or (not indented and bool(_ENDED.search(before.text)))
                if piece.size < (1 - _SIZES) * before.size:
                    lines.gap()  # smaller type in a place of its own: words to a picture
            ended = bool(_ENDED.search(piece.text))
            missing = (right - piece.right) / piece.size
            if before is not None and missing >= _SHORT and not ended and _ENDED.search(before.text):
                begins = True  # short and no sentence's end: a heading below a paragraph whose last line is full
            if begins:
                lines.end()
            elif before is not None and before.text[-1].isascii() and piece.text[0].isascii():
                lines.add(" ")
            lines.add(piece.text)
            before, full = piece, missing < (_RAGGED if indented and not ended else _SHORT)
    return lines.text()


def _indented(piece: Piece, column: list[Piece]) -> bool:
    return piece.left - min(other.left for other in column) > _INDENT * piece.size
