"""Everything that a report tells, found once.

In: a graph, a level (or enterprises, unions) and a confidence. Out: `Findings`: the table with its evidence, the names
in Chinese and English, the figures, and each analysis. Every piece of evidence has a number, by which all files of a
report call it: counted by measure, region, article and place, the same span once.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from graph.query.ask import ask_internal
from graph.query.communities import Communities, communities
from graph.query.distinctive import CoreMeasure, Distinction, core, distinctive, reported_enough
from graph.query.figures import CellFigure, cell_figures
from graph.query.likeness import Pair, pairs
from graph.query.regions import Key, Quote, SharedCell, SharedTable, holders, shared
from graph.query.spread import Spread, spread
from graph.query.store import Graph
from graph.query.table import Iri
from graph.query.together import Together, measures_together


@dataclass(frozen=True, slots=True)
class MeasureName:
    """A measure's and its dimension's names."""

    zh: str
    en: str
    dimension_zh: str
    dimension_en: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What a report is made from. `numbers` has the number of each span."""

    table: SharedTable
    confidence: Decimal
    names: dict[Iri, MeasureName]
    regions: dict[Iri, str]
    cells: dict[Key, SharedCell]
    plans: dict[Key, SharedCell]
    figures: dict[Key, tuple[CellFigure, ...]]
    enough: frozenset[Iri]
    pairs: tuple[Pair, ...]
    together: tuple[Together, ...]
    core: tuple[CoreMeasure, ...]
    distinctive: tuple[Distinction, ...]
    communities: Communities | None
    spread: tuple[Spread, ...]
    numbers: dict[Iri, int]
    quotes: dict[int, Quote]
    articles: int

    def cited(self, measure: Iri, region: Iri, most: int = 1) -> tuple[int, ...]:
        """The numbers of the first pieces of evidence of a cell, a reprint once, the surest first."""
        cell = self.cells.get((measure, region)) or self.plans.get((measure, region))
        sure = sorted(cell.evidence if cell else (), key=lambda quote: -quote.confidence)
        once = {quote.digest: self.numbers[quote.span] for quote in reversed(sure)}
        return tuple(reversed(once.values()))[:most]


def findings(graph: Graph, level: str = "any", *, by: str = "region", confidence: Decimal = Decimal(0)) -> Findings:
    """All that a report of `level` tells. Raises BadParameterError as `shared` does."""
    table = shared(graph, level, 1, by=by, confidence=confidence, evidence=True)
    numbers: dict[Iri, int] = {}
    quotes: dict[int, Quote] = {}
    for quote in (quote for cell in (*table.cells, *table.planned) for quote in cell.evidence):
        quotes.setdefault(numbers.setdefault(quote.span, len(numbers) + 1), quote)
    return Findings(
        table=table,
        confidence=confidence,
        names=measure_names(graph),
        regions={region.iri: region.name for region in table.regions},
        cells={(cell.measure, cell.region): cell for cell in table.cells},
        plans={(cell.measure, cell.region): cell for cell in table.planned},
        figures=cell_figures(graph, holders(level, by), confidence),
        enough=reported_enough(table),
        pairs=pairs(table),
        together=measures_together(table),
        core=core(table),
        distinctive=distinctive(table),
        communities=communities(table),
        spread=spread(table),
        numbers=numbers,
        quotes=quotes,
        articles=len(ask_internal(graph, "articles").rows),
    )


def measure_names(graph: Graph) -> dict[Iri, MeasureName]:
    """The names of every measure; English falls back on Chinese."""
    found: dict[Iri, MeasureName] = {}
    for row in ask_internal(graph, "measure-names").records():
        zh, dimension = str(row["zh"]), str(row["dimensionZh"] or "")
        name = MeasureName(zh, str(row["en"] or zh), dimension, str(row["dimensionEn"] or dimension))
        found.setdefault(Iri(str(row["measure"])), name)
    return found
