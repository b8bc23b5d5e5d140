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

COUNTS = ("actors", "direct", "units", "below", "rolledUp", "articles", "sentences", "facts", "planned")


def shared_command(options: argparse.Namespace, voice: Voice) -> int:
    """Show which measures regions share."""
    if options.min < 1:
        raise BadParameterError(name="--min", value=options.min, wanted="1, 2, …")
    graph, basis = open_graph(options.graph), {"by": options.by, "confidence": options.confidence}
    table = shared(graph, options.level, options.min, evidence=options.evidence, **basis)
    if options.format == "csv":
        sys.stdout.write(as_csv(long_table(table, options.evidence)))
    elif options.format == "json":
        voice.tell(written_json([{**asdict(each), "cells": _cells(table, each.iri)} for each in table.measures]))
    elif table.measures:
        voice.tell(shared_text(table, voice))
    return 0 if table.measures else nothing(voice)


def shared_text(table: SharedTable, voice: Voice) -> str:
    """Measures by regions for people: in each cell actors/articles/sentences; behind ↑ the actors rolled up."""
    cells = {(cell.measure, cell.region): cell for cell in table.cells}
    plans = {(cell.measure, cell.region): cell for cell in table.planned}
    counted = {"enterprise": "enterprises", "union": "unions"}.get(table.level, "regions")
    head = [voice.term("measure"), voice.term(counted), *(region.name for region in table.regions)]
    rows = []
    for measure in table.measures:
        keys = [(measure.iri, region.iri) for region in table.regions]
        found = [counts_text(cells.get(key), plans.get(key), voice) for key in keys]
        rows.append([measure_name(measure.name, measure.iri, voice), str(measure.regions), *found])
    right = frozenset(range(1, len(head)))
    lines = [grid(head, rows, terminal_columns(), right), "", voice.say("cli.shared-legend")]
    for measure in table.measures:
        for region in table.regions:
            cell = cells.get((measure.iri, region.iri))
            if cell and cell.evidence:
                lines += ["", f"{measure_name(measure.name, measure.iri, voice)} · {region.name}"]
                lines += [
                    f"  「{one_line(q.text)}」 {q.actor}  {q.article}#char={q.begin},{q.end}  ({shown(q.confidence)})"
                    for q in cell.evidence
                ]
    return "\n".join(lines)


def measure_name(name: str, iri: Iri, voice: Voice) -> str:
    """A measure's name; in English its id stands beside it."""
    return name if voice.language == "zh" else f"{name} {iri.local}"


def counts_text(cell: SharedCell | None, plan: SharedCell | None, voice: Voice) -> str:
    """What stands in a cell of a table for people; the legend explains it."""
    if cell is None:
        return "·" if plan is None else voice.say("cli.shared-planned", actors=plan.actors)
    return f"{cell.actors}/{cell.articles}/{cell.sentences}" + (f"↑{cell.rolled_up}" if cell.rolled_up else "")


def _cells(table: SharedTable, measure: Iri) -> list[dict[str, object]]:
    names = {region.iri: region.name for region in table.regions}
    return [
        {**asdict(cell), "regionName": names[cell.region], "rolled_up": cell.rolled_up, "below": cell.below}
        for cell in (*table.cells, *table.planned)
        if cell.measure == measure
    ]


def long_table(table: SharedTable, evidence: bool) -> Table:
    """The cells as rows, those that are only planned last; with evidence, a row for each quote."""
    columns = ("measure", "name", "region", "regionName", *COUNTS)
    names = {each.iri: each.name for each in table.measures}
    regions = {each.iri: each.name for each in table.regions}
    rows: list[tuple[Cell, ...]] = []
    for cell in (*table.cells, *table.planned):
        start: tuple[Cell, ...] = (cell.measure, Text(names[cell.measure]), cell.region, Text(regions[cell.region]))
        counts = counts_of(cell, planned_only=cell in table.planned)
        rows += [(*start, *counts, *tail) for tail in _tails(cell)] if evidence else [(*start, *counts)]
    return Table(columns + (("actor", "article", "begin", "end", "quote") if evidence else ()), tuple(rows))


def counts_of(cell: SharedCell, *, planned_only: bool = False) -> tuple[int, ...]:
    """The counts of a cell under `COUNTS`. One that is only planned has actors that plan and none that act."""
    if planned_only:
        return (0, 0, 0, 0, 0, cell.articles, cell.sentences, cell.facts, cell.actors)
    up = (cell.direct, cell.units, cell.below, cell.rolled_up)
    return (cell.actors, *up, cell.articles, cell.sentences, cell.facts, cell.planned)


def _tails(cell: SharedCell) -> list[tuple[Cell, ...]]:
    return [(Text(q.actor), Text(q.article), q.begin, q.end, Text(q.text)) for q in cell.evidence]
