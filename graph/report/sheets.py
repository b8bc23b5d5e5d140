"""The tables of a report, each for a CSV file and for a sheet of the workbook.

In: findings. Out: `Sheet`s in the order of the workbook: the matrix, its cells, the evidence, plans, figures, pairs of
regions, measures together, what sets regions apart, the spread. Columns are named by keys of `messages.tsv`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.query.findings import Findings
from graph.query.regions import Quote, SharedCell
from graph.query.table import Iri

Value = str | int | float | None
Row = tuple[Value, ...]
COUNTS = ("actors", "direct", "units", "below", "articles", "sentences", "facts", "planned")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: `name` of its file and sheet; columns; rows; the columns (by place) that hold IRIs or long text."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def sheets(found: Findings) -> tuple[Sheet, ...]:
    """All tables."""
    makers: dict[str, tuple[tuple[str, ...], Callable[[Findings], Iterator[Row]]]] = {
        "matrix": (("dimension", "measure", "name_en", "regions", *found.regions.values()), _matrix),
        "cells": (("measure", "name", "region", "regionName", *COUNTS), _cells),
        "evidence": (
            ("number", "name", "regionName", "status", "actor", "localName", "date", "confidence", "article", "begin",
             "end", "quote", "span", "digest"),
            _evidence,
        ),
        "figures": (
            ("name", "regionName", "actor", "indicator", "amount", "period", "status", "article", "quote", "span"),
            _figures,
        ),
        "likeness": (("former", "latter", "likeness", "common", "together", "onlyOne", "onlyOther", "few"), _pairs),
        "together": (
            ("former", "latter", "of_one", "of_other", "both", "regions", "expected", "lift", "pmi", "probability",
             "fdr"),
            _together,
        ),
        "distinctive": (
            ("regionName", "name", "actors", "expected", "of_region", "of_measure", "surprise", "probability", "fdr",
             "alone"),
            _distinctive,
        ),
        "core": (("name", "regions", "of", "share"), _core),
        "spread": (("name", "order", "date", "regionName", "actor", "article", "undated"), _spread),
    }  # fmt: skip
    return tuple(Sheet(name, columns, tuple(make(found))) for name, (columns, make) in makers.items())


def _matrix(found: Findings) -> Iterator[Row]:
    for measure in found.table.measures:
        name = found.names[measure.iri]
        cells = (found.cells.get((measure.iri, region)) for region in found.regions)
        yield (name.dimension_zh, name.zh, name.en, measure.regions, *(cell.actors if cell else None for cell in cells))


def _all_cells(found: Findings) -> Iterator[tuple[SharedCell, bool]]:
    yield from ((cell, False) for cell in found.table.cells)
    yield from ((cell, True) for cell in found.table.planned)


def _cells(found: Findings) -> Iterator[Row]:
    for cell, planned in _all_cells(found):
        done = (0, 0, 0, 0) if planned else (cell.actors, cell.direct, cell.units, cell.below)
        plans = cell.actors if planned else cell.planned
        names = (cell.measure, found.names[cell.measure].zh, cell.region, found.regions[cell.region])
        yield (*map(str, names), *done, cell.articles, cell.sentences, cell.facts, plans)


def _evidence(found: Findings) -> Iterator[Row]:
    for cell, planned in _all_cells(found):
        for quote in sorted(cell.evidence, key=lambda q: (found.numbers[q.span], q.fact)):
            yield (
                found.numbers[quote.span], found.names[cell.measure].zh, found.regions[cell.region],
                "planned" if planned else "", *_said(quote),
            )  # fmt: skip


def _said(quote: Quote) -> Row:
    return (
        quote.actor, quote.local_name, quote.date, float(quote.confidence), quote.article, quote.begin, quote.end,
        quote.text, str(quote.span), quote.digest,
    )  # fmt: skip


def _figures(found: Findings) -> Iterator[Row]:
    for measure in found.table.measures:
        for region, name in found.regions.items():
            for each in found.figures.get((measure.iri, region), ()):
                status = "planned" if each.planned else ""
                said = (each.actor, each.indicator, each.amount, each.period, status, each.article, each.quote)
                yield (measure.name, name, *said, str(each.span))


def _pairs(found: Findings) -> Iterator[Row]:
    for pair in found.pairs:
        counts = (len(pair.common), pair.together, len(pair.only_one), len(pair.only_other))
        yield (pair.one.name, pair.other.name, round(pair.likeness, 3), *counts, int(pair.few))


def _together(found: Findings) -> Iterator[Row]:
    for pair in found.together:
        yield (
            found.names[pair.one].zh, found.names[pair.other].zh, pair.of_one, pair.of_other, pair.both, pair.regions,
            *(_short(number) for number in (pair.expected, pair.lift, pair.pmi, pair.probability, pair.share)),
        )  # fmt: skip


def _distinctive(found: Findings) -> Iterator[Row]:
    for each in found.distinctive:
        yield (
            found.regions[each.region], found.names[each.measure].zh, each.actors, _short(each.expected),
            each.of_region, each.of_measure, _short(each.surprise), _short(each.probability), _short(each.share),
            int(each.alone),
        )  # fmt: skip


def _core(found: Findings) -> Iterator[Row]:
    for each in found.core:
        yield (found.names[each.measure].zh, each.regions, each.of, _short(each.share))


def _spread(found: Findings) -> Iterator[Row]:
    for each in found.spread:
        for order, step in enumerate(each.steps, 1):
            said = (step.date, step.region.name, step.quote.actor, step.quote.article)
            yield (found.names[each.measure].zh, order, *said, each.undated)


def _short(number: float) -> float:
    """Three significant digits: what is behind them says nothing, and the same on every machine."""
    return float(f"{number:.3g}")


def evidence_rows(found: Findings) -> dict[tuple[Iri, Iri], int]:
    """For each cell, the first row (from 0) of its evidence in the evidence sheet."""
    rows: dict[tuple[Iri, Iri], int] = {}
    at = 0
    for cell, _ in _all_cells(found):
        rows[cell.measure, cell.region] = at
        at += len(cell.evidence)
    return rows
