"""The command `shared`: which measures regions share, as a table of measures by regions.

In: parsed options and a voice. Out: an exit code; the table on stdout, the sentences behind each cell too if asked.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict

from graph.cli.asking import nothing, terminal_columns
from graph.cli.layout import as_csv, grid, one_line, shown, written_json
from graph.cli.voice import Voice
from graph.errors import BadParameterError
from graph.query.regions import SharedCell, SharedTable, shared
from graph.query.store import open_graph
from graph.query.table import Cell, Iri, Table, Text


def shared_command(options: argparse.Namespace, voice: Voice) -> int:
    """Show which measures regions share."""
    if options.min < 1:
        raise BadParameterError(name="--min", value=options.min, wanted="1, 2, …")
    table = shared(open_graph(options.graph), options.level, options.min, evidence=options.evidence)
    if options.format == "csv":
        sys.stdout.write(as_csv(long_table(table, options.evidence)))
    elif options.format == "json":
        voice.tell(written_json([{**asdict(each), "cells": _cells(table, each.iri)} for each in table.measures]))
    elif table.measures:
        voice.tell(shared_text(table, voice))
    return 0 if table.measures else nothing(voice)


def shared_text(table: SharedTable, voice: Voice) -> str:
    """Measures by regions for people: in each cell actors/facts, and behind ↑ the facts from regions within."""
    cells = {(cell.measure, cell.region): cell for cell in table.cells}
    head = [voice.term("measure"), voice.term("regions"), *(region.name for region in table.regions)]
    rows = []
    for measure in table.measures:
        found = [cells.get((measure.iri, region.iri)) for region in table.regions]
        rows.append(
            [_measure(measure.name, measure.iri, voice), str(measure.regions), *(_counts(cell) for cell in found)]
        )
    right = frozenset(range(1, len(head)))
    lines = [grid(head, rows, terminal_columns(), right), "", voice.say("cli.shared-legend")]
    for measure in table.measures:
        for region in table.regions:
            cell = cells.get((measure.iri, region.iri))
            if cell and cell.evidence:
                lines += ["", f"{_measure(measure.name, measure.iri, voice)} · {region.name}"]
                lines += [
                    f"  「{one_line(q.text)}」 {q.actor}  {q.article}#char={q.begin},{q.end}  ({shown(q.confidence)})"
                    for q in cell.evidence
                ]
    return "\n".join(lines)


def _measure(name: str, iri: Iri, voice: Voice) -> str:
    return name if voice.language == "zh" else f"{name} {iri.local}"


def _counts(cell: SharedCell | None) -> str:
    if cell is None:
        return "·"
    return f"{cell.actors}/{cell.facts}" + (f"↑{cell.rolled_up}" if cell.rolled_up else "")


def _cells(table: SharedTable, measure: Iri) -> list[dict[str, object]]:
    names = {region.iri: region.name for region in table.regions}
    return [
        {**asdict(cell), "regionName": names[cell.region], "rolled_up": cell.rolled_up}
        for cell in table.cells
        if cell.measure == measure
    ]


def long_table(table: SharedTable, evidence: bool) -> Table:
    """The cells as rows; with evidence, a row for each quote."""
    columns = ("measure", "name", "region", "regionName", "actors", "facts", "direct", "rolledUp")
    names = {each.iri: each.name for each in table.measures}
    regions = {each.iri: each.name for each in table.regions}
    rows: list[tuple[Cell, ...]] = []
    for cell in table.cells:
        start: tuple[Cell, ...] = (cell.measure, Text(names[cell.measure]), cell.region, Text(regions[cell.region]))
        counts = (cell.actors, cell.facts, cell.direct, cell.rolled_up)
        rows += [(*start, *counts, *tail) for tail in _tails(cell)] if evidence else [(*start, *counts)]
    return Table(columns + (("actor", "article", "begin", "end", "quote") if evidence else ()), tuple(rows))


def _tails(cell: SharedCell) -> list[tuple[Cell, ...]]:
    return [(Text(q.actor), Text(q.article), q.begin, q.end, Text(q.text)) for q in cell.evidence]
