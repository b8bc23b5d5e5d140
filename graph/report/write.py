"""All files of a report into a folder.

In: a graph, a level, and a folder. Out: the files' paths. Everything is made before anything is written, so that a
fault leaves the folder as it was; then each file replaces its old one whole.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from graph.query.findings import Findings, findings
from graph.query.store import Graph
from graph.report.briefing import briefing
from graph.report.markdown import markdown
from graph.report.network_files import gexf, graphml, region_measure, region_region
from graph.report.pictures import heatmap, network
from graph.report.sheets import Sheet, sheets
from graph.report.word import word
from graph.report.workbook import workbook

Progress = Callable[[int, int, str], None]


def write_report(
    graph: Graph,
    folder: Path,
    level: str = "any",
    *,
    by: str = "region",
    confidence: Decimal = Decimal(0),
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write the report's files and return their paths.

    At least one region has to have a measure. Raises FontMissingError, BadParameterError as `shared` does, and OSError
    where the folder cannot be written to.
    """
    files = report_files(findings(graph, level, by=by, confidence=confidence), progress)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        part = folder / f".{name}.part"
        part.write_bytes(data)
        os.replace(part, folder / name)
    return tuple(folder / name for name in files)


def report_files(found: Findings, progress: Progress | None = None) -> dict[str, bytes]:
    """The files by name, in the order in which a reader may want them."""
    steps: list[Callable[[], dict[str, bytes]]] = []
    pictures: dict[str, bytes] = {}

    def draw() -> dict[str, bytes]:
        for name, draws in (("heatmap", heatmap), ("network", network)):
            pictures.update({f"{name}.{kind}": data for kind, data in draws(found).items()})
        return pictures

    def brief() -> dict[str, bytes]:
        made = {}
        for language in ("zh", "en"):
            blocks = briefing(found, language)
            made[f"briefing.{language}.md"] = markdown(blocks).encode("utf-8")
            made[f"briefing.{language}.docx"] = word(blocks, pictures)
        return made

    def net() -> dict[str, bytes]:
        made: dict[str, bytes] = {}
        for name, of in (("regions-measures", region_measure(found)), ("regions", region_region(found))):
            made |= {f"{name}.graphml": graphml(of), f"{name}.gexf": gexf(of)}
        return made

    steps = [draw, brief, lambda: {"report.xlsx": workbook(found)}, lambda: _tables(found), net]
    files: dict[str, bytes] = {}
    for done, step in enumerate(steps, 1):
        files |= step()
        if progress:
            progress(done, len(steps), next(reversed(files)))
    order = ("briefing", "report", "heatmap", "network.", "regions")
    return dict(sorted(files.items(), key=lambda file: ([not file[0].startswith(each) for each in order], file[0])))


def _tables(found: Findings) -> dict[str, bytes]:
    return {f"{sheet.name}.csv": csv_bytes(sheet) for sheet in sheets(found)}


def csv_bytes(sheet: Sheet) -> bytes:
    """The table as CSV in UTF-8 with a byte-order mark, by which spreadsheets know that it is."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(sheet.columns)
    writer.writerows(["" if value is None else value for value in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")
