"""Regions side by side: what all have, what only one has, what one lacks, and the figures that they give.

In: a graph and regions (or enterprises, unions), each with all that lies within it. Out: a `Comparison`. Order: the
cells of each, then the measures by who has them, then the figures for the measures that two of them give one for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.query.ask import EVERY
from graph.query.figures import CellFigure, cell_figures
from graph.query.lookup import Found
from graph.query.regions import Key, SharedCell, SharedTable, holders, shared
from graph.query.store import Graph
from graph.query.table import Iri

KINDS = {"region": "LocalGovernment", "enterprise": "Enterprise", "union": "Union"}


@dataclass(frozen=True, slots=True)
class Compared:
    """A measure that at least one of the regions has, or plans: a cell (or None) for each of them, in their order."""

    measure: Iri
    name: str
    dimension: str
    cells: tuple[SharedCell | None, ...]
    plans: tuple[SharedCell | None, ...]
    figures: tuple[tuple[CellFigure, ...], ...]

    @property
    def having(self) -> tuple[int, ...]:
        """The places of the regions that have it."""
        return tuple(at for at, cell in enumerate(self.cells) if cell is not None)

    @property
    def side_by_side(self) -> bool:
        """Whether at least two of the regions give a figure."""
        return sum(map(bool, self.figures)) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """The measures of some regions. `nested` are places (inner, outer) of regions that lie within another of them."""

    regions: tuple[Found, ...]
    measures: tuple[Compared, ...]
    nested: tuple[tuple[int, int], ...]

    @property
    def common(self) -> tuple[Compared, ...]:
        """What all of them have."""
        return tuple(each for each in self.measures if len(each.having) == len(self.regions))

    def only(self, at: int) -> tuple[Compared, ...]:
        """What only the region at this place has."""
        return tuple(each for each in self.measures if each.having == (at,))

    def missing(self, at: int) -> tuple[Compared, ...]:
        """What all others have and the region at this place has not."""
        others = tuple(other for other in range(len(self.regions)) if other != at)
        return tuple(each for each in self.measures if each.having == others)


def compare(
    graph: Graph, regions: Sequence[Found], *, by: str = "region", confidence: Decimal = Decimal(0)
) -> Comparison:
    """Hold `regions` beside each other. Raises BadParameterError for an unknown `by`."""
    level = holders(EVERY, by)
    table = shared(graph, EVERY, 1, by=by, confidence=confidence, evidence=True)
    figures = cell_figures(graph, level, confidence)
    cells, plans = _by_key(table.cells), _by_key(table.planned)
    measures = []
    for measure in table.measures:
        keys = [(measure.iri, region.iri) for region in regions]
        found = tuple(cells.get(key) for key in keys)
        planned = tuple(plans.get(key) for key in keys)
        if any(found) or any(planned):
            given = tuple(figures.get(key, ()) for key in keys)
            measures.append(Compared(measure.iri, measure.name, measure.dimension, found, planned, given))
    nested = tuple(
        (inner, outer)
        for inner, one in enumerate(regions)
        for outer, other in enumerate(regions)
        if inner != outer and graph.ask("ASK { ?inner cg:within+ ?outer }", inner=one.iri, outer=other.iri)
    )
    return Comparison(tuple(regions), tuple(measures), nested)


def _by_key(cells: Sequence[SharedCell]) -> dict[Key, SharedCell]:
    return {(cell.measure, cell.region): cell for cell in cells}


def level_of(graph: Graph, region: Iri) -> str:
    """The level of a local government, in small letters; "any" where it has none."""
    rows = graph.select("SELECT ?region ?at { ?region cg:adminLevel ?at }", region=region).rows
    return Iri(str(rows[0][1])).local.lower() if rows else "any"


def with_region(table: SharedTable, region: Found) -> bool:
    """Whether the region has a column in the table."""
    return any(each.iri == region.iri for each in table.regions)
