"""The workbook: a formatted matrix, and a sheet for each table, with links from every cell to its evidence.

In: findings. Out: the bytes of an XLSX file. The matrix comes first; a number in it leads to the first piece of
evidence of its cell, and there each row leads on to the span in the graph. Headings are Chinese and English.
"""

from __future__ import annotations

import io
import re
from copy import copy

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from graph.messages import catalogue, say
from graph.query.findings import Findings
from graph.report.fixed import MOMENT, PROGRAM, fixed_zip
from graph.report.sheets import Sheet, Value, evidence_rows, sheets

FONT = "Microsoft YaHei"  # named, not carried: a reader without it sees the system's own Chinese font
HEAD = PatternFill("solid", fgColor="1F4E79")
SHADES = ((5, "08519C", "FFFFFF"), (3, "4292C6", "FFFFFF"), (2, "9ECAE1", "1F1F1F"), (1, "DEEBF7", "1F1F1F"))
PLANNED = PatternFill("lightUp", fgColor="BDBDBD")
THIN = Border(bottom=Side("thin", color="E3E6EA"), right=Side("thin", color="E3E6EA"))
WIDE = {"quote": 60, "span": 44, "measure": 34, "name": 24, "name_en": 34, "actor": 26, "article": 26, "indicator": 30,
        "region": 34, "amount": 18, "localName": 26, "digest": 19}  # fmt: skip
BREAKING = {"quote", "indicator"}
ILLEGAL = re.compile(r"[\x00-\x08\x0b-\x1f]")
FIXED_COLUMNS = 4  # dimension, name, English name, regions


def heading(name: str) -> str:
    """A column's heading in both languages; a region's name is its own."""
    key = f"term.{name}"
    return f"{say('zh', key)}\n{say('en', key)}" if key in catalogue() else name


def workbook(found: Findings) -> bytes:
    """The XLSX file."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = book.properties.lastModifiedBy = PROGRAM
    book.properties.created = book.properties.modified = MOMENT
    all_sheets = sheets(found)
    for sheet in all_sheets:
        page = book.create_sheet(say("zh", f"term.sheet-{sheet.name}") + " " + sheet.name)
        _fill(page, sheet)
        if sheet.name == "matrix":
            evidence = next(each for each in all_sheets if each.name == "evidence")
            _matrix(page, found, say("zh", "term.sheet-evidence") + " " + evidence.name)
        _page_setup(page)
    _notes(book.create_sheet(say("zh", "term.sheet-notes") + " notes"), found)
    out = io.BytesIO()
    book.save(out)
    return fixed_zip(out.getvalue())


def _fill(page: Worksheet, sheet: Sheet) -> None:
    for column, name in enumerate(sheet.columns, 1):
        cell = page.cell(1, column, heading(name))
        cell.font = Font(name=FONT, bold=True, color="FFFFFF")
        cell.fill = HEAD
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.column_dimensions[get_column_letter(column)].width = WIDE.get(name, 13)
    page.row_dimensions[1].height = 34
    for at, row in enumerate(sheet.rows, 2):
        for column, (name, value) in enumerate(zip(sheet.columns, row, strict=True), 1):
            cell = page.cell(at, column)
            cell.value = _clean(value)
            if isinstance(value, str) and value[:1] in "=+-@":
                cell.data_type = "s"  # a report's words are never a formula
            cell.font = Font(name=FONT, size=10)
            cell.alignment = Alignment(vertical="top", wrap_text=name in BREAKING)
            if name == "span" and value:
                cell.hyperlink = str(value)
                cell.font = Font(name=FONT, size=10, color="0563C1", underline="single")
    page.freeze_panes = "A2"
    if sheet.rows:
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"


def _clean(value: Value) -> Value:
    return ILLEGAL.sub(" ", value) if isinstance(value, str) else value


def _matrix(page: Worksheet, found: Findings, evidence: str) -> None:
    """Colours, links and plans of the matrix, and its sums."""
    rows = evidence_rows(found)
    for row, measure in enumerate(found.table.measures, 2):
        for column, region in enumerate(found.regions, FIXED_COLUMNS + 1):
            place = page.cell(row, column)
            key = measure.iri, region
            cell, plan = found.cells.get(key), found.plans.get(key)
            place.alignment = Alignment(horizontal="center", vertical="center")
            place.border = THIN
            if cell:
                fill, ink = next((fill, ink) for least, fill, ink in SHADES if cell.sentences >= least or least == 1)
                place.fill = PatternFill("solid", fgColor=fill)
                place.font = Font(name=FONT, size=10, color=ink)
            elif plan:
                place.value = say("zh", "cli.shared-planned", actors=plan.actors)
                place.fill = PLANNED
                place.font = Font(name=FONT, size=9, italic=True, color="7F7F7F")
            if cell or plan:
                font = copy(place.font)  # a link would turn it blue
                place.hyperlink = Hyperlink(ref=place.coordinate, location=f"'{evidence}'!A{rows[key] + 2}")
                place.font = font
    last = len(found.table.measures) + 2
    page.cell(last, 2, heading("measures").replace("\n", " ")).font = Font(name=FONT, bold=True)
    for column, region in enumerate(found.regions, FIXED_COLUMNS + 1):
        place = page.cell(last, column, sum(cell.region == region for cell in found.table.cells))
        place.font = Font(name=FONT, bold=True)
        place.alignment = Alignment(horizontal="center")
        page.cell(1, column).alignment = Alignment(horizontal="center", vertical="bottom", text_rotation=90)
        page.column_dimensions[get_column_letter(column)].width = 5.5
    page.column_dimensions["B"].width = 26
    page.column_dimensions["D"].width = 8
    for row in range(2, last):
        page.cell(row, 4).alignment = Alignment(horizontal="center", vertical="center")
    page.row_dimensions[1].height = 150
    page.freeze_panes = page.cell(2, FIXED_COLUMNS + 1)
    page.auto_filter.ref = f"A1:{get_column_letter(FIXED_COLUMNS + len(found.regions))}{last - 1}"


def _notes(page: Worksheet, found: Findings) -> None:
    page.column_dimensions["A"].width = 110
    lines = [say(language, f"report.{key}", **basis(found, language)) for key in ("basis", "method", "limits")
             for language in ("zh", "en")]  # fmt: skip
    lines.append(say("zh", "report.matrix-legend") + "\n" + say("en", "report.matrix-legend"))
    for at, line in enumerate(lines, 1):
        cell = page.cell(at, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(name=FONT, size=10)


def basis(found: Findings, language: str) -> dict[str, object]:
    """What the counts rest on, for the messages `report.basis` and `report.limits`."""
    level = found.table.level.capitalize()
    return {
        "level": say(language, f"term.{level}"),
        "articles": found.articles,
        "regions": len(found.regions),
        "measures": len(found.table.measures),
        "enough": len(found.enough),
        "confidence": format(found.confidence, "f"),
    }


def _page_setup(page: Worksheet) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"
