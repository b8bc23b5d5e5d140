"""The briefing as DOCX.

In: blocks and the pictures. Out: the bytes of the file, the same from run to run. Fonts are named for Chinese (East
Asian) text too, or Word would take a Western font's substitute for every Chinese character.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from graph.report.briefing import Block, Grid, Heading, Paragraph, Picture
from graph.report.fixed import MOMENT, PROGRAM, fixed_zip

WESTERN, CHINESE = "Arial", "Microsoft YaHei"


def word(blocks: Iterable[Block], pictures: Mapping[str, bytes]) -> bytes:
    """The DOCX file; `pictures` holds the PNG files that the blocks name."""
    made = docx.Document()
    _style(made)
    for block in blocks:
        if isinstance(block, Heading):
            made.add_heading(block.text, level=block.level - 1)
        elif isinstance(block, Paragraph):
            made.add_paragraph(block.text)
        elif isinstance(block, Picture):
            made.add_picture(io.BytesIO(pictures[block.file]), width=Cm(16.5))
            made.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif isinstance(block, Grid):
            _table(made, block)
        else:
            for at, item in enumerate(block.items):
                style = None if block.numbers else "List Bullet"
                line = made.add_paragraph(f"[{block.numbers[at]}] {item}" if block.numbers else item, style=style)
                line.paragraph_format.space_after = Pt(2)
                for run in line.runs if block.numbers else ():
                    run.font.size = Pt(8.5)
    out = io.BytesIO()
    made.save(out)
    return fixed_zip(out.getvalue())


def _style(made: Any) -> None:
    about = made.core_properties
    about.author = about.last_modified_by = PROGRAM
    about.created = about.modified = MOMENT
    about.comments = ""
    for section in made.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2)
    for name, size in (("Normal", 10.5), ("Title", 20), ("Heading 1", 14), ("List Bullet", 10.5)):
        style = made.styles[name]
        style.font.name = WESTERN
        style.font.size = Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)  # a theme's font would win over the one that is named
        fonts.set(qn("w:eastAsia"), CHINESE)
        fonts.set(qn("w:hAnsi"), WESTERN)
        if name in {"Title", "Heading 1"}:
            style.font.color.rgb = RGBColor(0x1F, 0x4E, 0x79)
    made.styles["Normal"].paragraph_format.space_after = Pt(6)


def _table(made: Any, block: Grid) -> None:
    table = made.add_table(rows=1, cols=len(block.head), style="Light Grid Accent 1")
    for place, text in zip(table.rows[0].cells, block.head, strict=True):
        _write(place, text, right=False)
    repeated = table.rows[0]._tr.get_or_add_trPr()
    repeated.append(repeated.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    for row in block.rows:
        for at, (place, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            _write(place, text, right=at in block.right)
    table.autofit = False
    for at, share in enumerate(_widths(block)):
        table.columns[at].width = Cm(16.5 * share)  # LibreOffice goes by the columns, Word by the cells
        for row in table.rows:
            row.cells[at].width = Cm(16.5 * share)
    made.add_paragraph()


def _widths(block: Grid) -> list[float]:
    """Each column's share of the page: by its text, but the numbers no narrower than their headings."""
    sizes = []
    for at, head in enumerate(block.head):
        longest = max((_wide(row[at]) for row in block.rows), default=1)
        word = max((_wide(word) for word in head.split()), default=1)
        sizes.append(max(1.5 * word, min(longest, 12), min(34.0, longest**0.9)) + 4)  # headings are bold
    return [size / sum(sizes) for size in sizes]


def _wide(text: str) -> int:
    """How wide a text is, in Western letters: a Chinese character takes two."""
    return sum(1 if char.isascii() else 2 for char in text)


def _write(place: Any, text: str, *, right: bool) -> None:
    paragraph = place.paragraphs[0]
    run = paragraph.add_run(text)
    run.font.size = Pt(8.5)
    paragraph.paragraph_format.space_after = Pt(0)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
