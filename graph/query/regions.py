"""Which measures regions share: measures by regions, every count traceable to its sentences.

In: a graph, a level, and how many regions a shared measure has at least. Out: a `SharedTable`. Whom an adoption counts
for and what counts once is said in SPARQL (`saved/measure-cells.rq`): the actor's own local government (itself, the one
whose organ it is through any chain of organs, or the one it is located in), and those which that one lies within. A
department of 青川县 counts for 青川县, at `prefecture` for 广元市, at `province` for 四川省. The level `any` takes the
regions as they act, each at its own level, and nothing is rolled up; `all` takes every region with all that lies within
it; a province's own measures never count for its counties. With `by` the columns are enterprises or unions instead.
Order: the shared measures, then the cells, then what is only planned, then (only where asked for) the evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from graph.errors import BadParameterError
from graph.namespaces import CG
from graph.query.ask import EVERY, LEVELS, ORGANISATIONS, ask, ask_internal
from graph.query.store import Graph
from graph.query.table import Cell, Iri

BY = ("region", *ORGANISATIONS)
Key = tuple[Iri, Iri]


@dataclass(frozen=True, slots=True)
class SharedMeasure:
    """A measure and how many regions, actors, articles and sentences it has, reprints once; facts with reprints."""

    iri: Iri
    name: str
    dimension: str
    regions: int
    actors: int
    articles: int
    sentences: int
    facts: int


@dataclass(frozen=True, slots=True)
class Region:
    """A local government (or with `by` an enterprise or a union) as a column of the table."""

    iri: Iri
    name: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of evidence: who did it, how sure that is, and the words of the article from `begin` to `end`.

    `digest` is the same for the same words in another article; `date` is the fact's own.
    """

    fact: Iri
    actor: str
    confidence: Decimal
    article: str
    begin: int
    end: int
    text: str
    digest: str
    who: Iri
    span: Iri
    local_name: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class SharedCell:
    """One measure in one region.

    Of the `actors`, `direct` is the region itself (1 or 0), `units` are its organs, unions, enterprises and schools.
    `articles` and `sentences` count reprints once, `facts` does not. `planned` counts the actors that only mean to.
    """

    measure: Iri
    region: Iri
    actors: int
    direct: int
    units: int
    articles: int
    sentences: int
    facts: int
    planned: int = 0
    evidence: tuple[Quote, ...] = ()

    @property
    def rolled_up(self) -> int:
        """How many actors are not the region itself."""
        return self.actors - self.direct

    @property
    def below(self) -> int:
        """How many actors belong to regions within this one."""
        return self.actors - self.direct - self.units


@dataclass(frozen=True, slots=True)
class SharedTable:
    """Measures by regions. Measures: the most widely shared first. Regions: those with the most of them first.

    `planned` are the cells where a measure is announced and not reported as done: they count as nothing else.
    """

    level: str
    min_regions: int
    measures: tuple[SharedMeasure, ...]
    regions: tuple[Region, ...]
    cells: tuple[SharedCell, ...]
    planned: tuple[SharedCell, ...] = ()

    def cell(self, measure: Iri, region: Iri) -> SharedCell | None:
        """The cell of a measure and a region, or None where the region does not have the measure."""
        return next((cell for cell in self.cells if (cell.measure, cell.region) == (measure, region)), None)


def holders(level: str, by: str = "region") -> str:
    """What the questions call `level` when the columns are `by`.

    Raises BadParameterError for a level that is none of any, all, province, prefecture, county, township, zone, and for
    a `by` that is none of region, enterprise, union.
    """
    if by not in BY:
        raise BadParameterError(name="by", value=by, wanted=" | ".join(BY))
    if level not in (*LEVELS, EVERY):
        raise BadParameterError(name="level", value=level, wanted=" | ".join(LEVELS))
    return level if by == "region" else by


def shared(
    graph: Graph,
    level: str = "any",
    min_regions: int = 2,
    *,
    by: str = "region",
    confidence: Decimal = Decimal(0),
    evidence: bool = False,
) -> SharedTable:
    """The measures that at least `min_regions` regions of `level` share, with the quotes of each cell if asked for.

    Only facts of at least `confidence` (0 to 1) count. Raises BadParameterError as `holders` does.
    """
    of = holders(level, by)
    least = format(confidence, "f")
    rows = ask(graph, "shared-measures", minimum=str(max(0, min_regions)), level=of, least=least).records()
    measures = tuple(
        SharedMeasure(
            Iri(str(row["measure"])),
            str(row["name"]),
            str(row["dimension"] or ""),
            *(_count(row[each]) for each in ("regions", "actors", "articles", "sentences", "facts")),
        )
        for row in rows
    )
    wanted = {measure.iri for measure in measures}
    quotes = cell_evidence(graph, of, confidence) if evidence else {}
    names: dict[Iri, str] = {}
    cells = cells_of(graph, of, least, "Adoption", names, quotes)
    plan_quotes = cell_evidence(graph, of, confidence, "Plan") if evidence else {}
    plans = cells_of(graph, of, least, "Plan", {}, plan_quotes)
    found = tuple(
        _with_plans(cell, plans.get(key)) for key, cell in cells.items() if cell.measure in wanted
    )  # fmt: skip
    has: dict[Iri, int] = {}
    for cell in found:
        has[cell.region] = has.get(cell.region, 0) + 1
    regions = tuple(Region(iri, names[iri]) for iri in sorted(has, key=lambda iri: (-has[iri], names[iri], iri)))
    open_plans = tuple(
        plan for key, plan in plans.items() if key not in cells and plan.measure in wanted and plan.region in has
    )  # fmt: skip
    return SharedTable(level if by == "region" else by, min_regions, measures, regions, found, open_plans)


def cells_of(
    graph: Graph, level: str, least: str, kind: str, names: dict[Iri, str], quotes: dict[Key, tuple[Quote, ...]]
) -> dict[Key, SharedCell]:
    """The cells of a kind of fact (Adoption, Plan) by measure and region; the regions' names go into `names`."""
    found = {}
    for row in ask(graph, "measure-cells", level=level, least=least, kind=kind).records():
        key = Iri(str(row["measure"])), Iri(str(row["region"]))
        names[key[1]] = str(row["regionName"])
        actors, direct, units, articles, sentences, facts = (
            _count(row[each]) for each in ("actors", "direct", "units", "articles", "sentences", "facts")
        )
        found[key] = SharedCell(*key, actors, direct, units, articles, sentences, facts, 0, quotes.get(key, ()))
    return found


def _with_plans(cell: SharedCell, plan: SharedCell | None) -> SharedCell:
    if plan is None:
        return cell
    counts = (cell.actors, cell.direct, cell.units, cell.articles, cell.sentences, cell.facts)
    return SharedCell(cell.measure, cell.region, *counts, plan.actors, cell.evidence)


def cell_evidence(
    graph: Graph, level: str = "any", confidence: Decimal = Decimal(0), kind: str = "Adoption"
) -> dict[Key, tuple[Quote, ...]]:
    """The quotes behind every cell of measures by regions: (measure, region) → quotes by article and place.

    `level` is one of the questions' (see `holders`), `kind` Adoption or Plan.
    """
    found: dict[Key, dict[tuple[str, str], Quote]] = {}
    rows = ask_internal(graph, "shared-evidence", level=level, least=confidence, kind=Iri(CG[kind])).records()
    for row in rows:
        quote = Quote(
            Iri(str(row["fact"])),
            str(row["who"]),
            Decimal(str(row["confidence"])),
            str(row["file"]),
            _count(row["begin"]),
            _count(row["end"]),
            str(row["quote"]),
            str(row["digest"]),
            Iri(str(row["actor"])),
            Iri(str(row["span"])),
            str(row["localName"] or ""),
            str(row["date"] or ""),
        )
        key = Iri(str(row["measure"])), Iri(str(row["region"]))
        found.setdefault(key, {}).setdefault((quote.fact, quote.span), quote)
    return {key: tuple(quotes.values()) for key, quotes in found.items()}


def _count(cell: Cell) -> int:
    return int(str(cell))
