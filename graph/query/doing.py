"""One measure: who does it, under which local names, with what figures, first reported when.

In: a graph and a measure. Out: a `Doing`: the regions that have it, those with the most actors first, each with its
actors, local names, earliest date, figures and quotes; and those that only plan it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from graph.query.figures import CellFigure, cell_figures
from graph.query.lookup import Found
from graph.query.regions import Region, SharedCell, cell_evidence, cells_of, holders, shared
from graph.query.store import Graph


@dataclass(frozen=True, slots=True)
class RegionDoing:
    """A region that has (or, where `cell.actors` plan it, only plans) the measure."""

    region: Region
    cell: SharedCell
    actors: tuple[str, ...]
    local_names: tuple[str, ...]
    first: str
    figures: tuple[CellFigure, ...]


@dataclass(frozen=True, slots=True)
class Doing:
    """A measure, the regions that do it and those that only plan it."""

    measure: Found
    done: tuple[RegionDoing, ...]
    planned: tuple[RegionDoing, ...]

    @property
    def first(self) -> str:
        """The earliest date at which a region is reported with it, or "" where none is dated."""
        return min((each.first for each in self.done if each.first), default="")


def doing(
    graph: Graph, measure: Found, level: str = "any", *, by: str = "region", confidence: Decimal = Decimal(0)
) -> Doing:
    """Who does `measure`. Raises BadParameterError as `shared` does."""
    table = shared(graph, level, 1, by=by, confidence=confidence, evidence=True)
    figures = cell_figures(graph, holders(level, by), confidence)
    of = holders(level, by)
    named = {region.iri: region.name for region in table.regions}
    quotes = cell_evidence(graph, of, confidence, "Plan")
    plans = cells_of(graph, of, format(confidence, "f"), "Plan", named, quotes)
    has = {cell.region for cell in table.cells if cell.measure == measure.iri}
    only_planned = tuple(cell for cell in plans.values() if cell.region not in has)

    def row(cell: SharedCell) -> RegionDoing:
        quotes = cell.evidence
        return RegionDoing(
            Region(cell.region, named[cell.region]),
            cell,
            tuple(dict.fromkeys(quote.actor for quote in quotes)),
            tuple(sorted({quote.local_name for quote in quotes if quote.local_name})),
            min((quote.date for quote in quotes if quote.date), default=""),
            figures.get((cell.measure, cell.region), ()),
        )

    def rows(cells: tuple[SharedCell, ...]) -> tuple[RegionDoing, ...]:
        found = [row(cell) for cell in cells if cell.measure == measure.iri]
        return tuple(sorted(found, key=lambda each: (-each.cell.actors, -each.cell.sentences, each.region.name)))

    return Doing(measure, rows(table.cells), rows(only_planned))
