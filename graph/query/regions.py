"""Which measures regions share: measures by regions, every count traceable to its sentences.

In: a graph, a level, and how many regions a shared measure has at least. Out: a `SharedTable`. Whom an adoption counts
for is said in SPARQL (`internal/shared-cells.rq`): the actor's own local government (itself, the one whose organ it is
through any chain of organs, or the one it is located in), and those which that one lies within. A department of
青川县 counts for 青川县, at `prefecture` for 广元市, at `province` for 四川省. The level `any` takes the regions as
they act, each at its own level, and nothing is rolled up; a province's own measures never count for its counties.
Order: the shared measures, then the cells, then (only where asked for) the evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from graph.errors import BadParameterError
from graph.query.ask import LEVELS, ask, ask_internal
from graph.query.store import Graph
from graph.query.table import Cell, Iri


@dataclass(frozen=True, slots=True)
class SharedMeasure:
    """A measure and how many regions, actors and facts it has."""

    iri: Iri
    name: str
    dimension: str
    regions: int
    actors: int
    facts: int


@dataclass(frozen=True, slots=True)
class Region:
    """A local government as a column of the table."""

    iri: Iri
    name: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of evidence: who did it, how sure that is, and the words of the article from `begin` to `end`."""

    fact: Iri
    actor: str
    confidence: Decimal
    article: str
    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class SharedCell:
    """One measure in one region. `direct` are the facts of its own actors, `rolled_up` those from regions within it."""

    measure: Iri
    region: Iri
    actors: int
    facts: int
    direct: int
    evidence: tuple[Quote, ...] = ()

    @property
    def rolled_up(self) -> int:
        """How many of the facts come from regions within this one."""
        return self.facts - self.direct


@dataclass(frozen=True, slots=True)
class SharedTable:
    """Measures by regions. Measures: the most widely shared first. Regions: those with the most of them first."""

    level: str
    min_regions: int
    measures: tuple[SharedMeasure, ...]
    regions: tuple[Region, ...]
    cells: tuple[SharedCell, ...]

    def cell(self, measure: Iri, region: Iri) -> SharedCell | None:
        """The cell of a measure and a region, or None where the region does not have the measure."""
        return next((cell for cell in self.cells if (cell.measure, cell.region) == (measure, region)), None)


def shared(graph: Graph, level: str = "any", min_regions: int = 2, *, evidence: bool = False) -> SharedTable:
    """The measures that at least `min_regions` regions of `level` share, with the quotes of each cell if asked for.

    Raises BadParameterError for a level that is none of any, province, prefecture, county, township, zone.
    """
    if level not in LEVELS:
        raise BadParameterError(name="level", value=level, wanted=" | ".join(LEVELS))
    rows = ask(graph, "shared-measures", minimum=str(max(0, min_regions)), level=level).records()
    measures = tuple(
        SharedMeasure(
            Iri(str(row["measure"])),
            str(row["name"]),
            str(row["dimension"] or ""),
            _count(row["regions"]),
            _count(row["actors"]),
            _count(row["facts"]),
        )
        for row in rows
    )
    names: dict[Iri, str] = {}
    cells = []
    quotes = cell_evidence(graph, level) if evidence else {}
    wanted = {measure.iri for measure in measures}
    for row in ask_internal(graph, "shared-cells", level=level).records():
        measure, region = Iri(str(row["measure"])), Iri(str(row["region"]))
        if measure in wanted:
            names[region] = str(row["regionName"])
            found = quotes.get((measure, region), ())
            counts = (_count(row["actors"]), _count(row["facts"]), _count(row["direct"]))
            cells.append(SharedCell(measure, region, *counts, found))
    has = {region: sum(cell.region == region for cell in cells) for region in names}
    regions = tuple(Region(iri, names[iri]) for iri in sorted(names, key=lambda iri: (-has[iri], names[iri], iri)))
    return SharedTable(level, min_regions, measures, regions, tuple(cells))


def cell_evidence(graph: Graph, level: str = "any") -> dict[tuple[Iri, Iri], tuple[Quote, ...]]:
    """The quotes behind every cell of measures by regions: (measure, region) → quotes by article and place."""
    found: dict[tuple[Iri, Iri], list[Quote]] = {}
    for row in ask_internal(graph, "shared-evidence", level=level).records():
        quote = Quote(
            Iri(str(row["fact"])),
            str(row["actor"]),
            Decimal(str(row["confidence"])),
            str(row["article"]),
            _count(row["begin"]),
            _count(row["end"]),
            str(row["quote"]),
        )
        found.setdefault((Iri(str(row["measure"])), Iri(str(row["region"]))), []).append(quote)
    return {key: tuple(quotes) for key, quotes in found.items()}


def _count(cell: Cell) -> int:
    return int(str(cell))
