"""Where on the page each node belongs, and what the page opens with.

In: the scene. Out: `Places`, in this order: the homes of each node (the local governments it belongs to, nearest
first), the regions around what belongs nowhere by itself (an honour is around the homes of those who received it), the
ties from regions to the measures that they or their units have adopted, and the overviews: the regions as reported, or
their prefectures, or their provinces, with the measures that at least two of them share. The page opens with the first
that has few enough regions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.view.order import blocks
from graph.view.scene import Node, Scene, Term

REGION = "LocalGovernment"
UPWARD = ("within", "organOf", "locatedIn", "issuedBy")
LEVELS = ("County", "Prefecture", "Province")  # what an overview can climb to
MANY_REGIONS = 24  # more than these and the page opens a level higher
MANY_MEASURES = 20  # more shared measures than these and an overview keeps those that most regions share
FEW_MEASURES = 12  # not more than these in all and it shows every one


@dataclass(frozen=True, slots=True)
class Tie:
    """`region` and a measure that it, or a unit in it, has adopted; `near` where no lower region stands between."""

    region: int
    measure: int
    own: bool
    near: bool
    facts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Regions at `level` ("" as reported) and the measures shown with them, each with how many regions share it.

    `rows` are all measures that any of the level's regions has, and `columns` all those regions, in the order in which
    a table shows blocks.
    """

    level: str
    regions: tuple[int, ...]
    measures: tuple[tuple[int, int], ...]
    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """For each node its homes and the regions around it; the ties; the overviews, and the number of the first shown."""

    homes: tuple[tuple[int, ...], ...]
    around: tuple[tuple[int, ...], ...]
    ties: tuple[Tie, ...]
    overviews: tuple[Overview, ...]
    opening: int


def _homes(scene: Scene) -> tuple[tuple[int, ...], ...]:
    """The regions above each node, itself included, by distance and then by number."""
    up = nx.DiGraph()
    up.add_nodes_from(range(len(scene.nodes)))
    for edge in scene.edges:
        if set(UPWARD) & set(edge.kinds) or "Post" in edge.kinds:
            up.add_edge(edge.source, edge.target)
    homes = []
    for number in range(len(scene.nodes)):
        far = nx.single_source_shortest_path_length(up, number)
        regions = [other for other in far if scene.nodes[other].type == REGION]
        homes.append(tuple(sorted(regions, key=lambda other: (far[other], other))))
    return tuple(homes)


def _around(scene: Scene, homes: Sequence[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    around: dict[int, list[int]] = defaultdict(list)
    for edge in scene.edges:
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if not homes[one]:
                around[one].extend(homes[other])
    return tuple(tuple(dict.fromkeys(around[number])) for number in range(len(scene.nodes)))


def _adoptions(scene: Scene) -> Iterator[tuple[int, int, int]]:
    """The number, actor and measure of each adoption; what a person does is no region's, as in `changai shared`."""
    for number, fact in enumerate(scene.facts):
        values = dict(fact.properties)
        actor, measure = values.get("actor"), values.get("measure")
        if fact.kind != "Adoption" or not isinstance(actor, int) or not isinstance(measure, int):
            continue
        if scene.nodes[actor].type != "Person":
            yield number, actor, measure


def _ties(scene: Scene, homes: Sequence[tuple[int, ...]]) -> tuple[Tie, ...]:
    facts: dict[tuple[int, int], list[int]] = defaultdict(list)
    near, own = set(), set()
    for number, actor, measure in _adoptions(scene):
        for place, region in enumerate(homes[actor]):
            facts[region, measure].append(number)
            if place == 0:
                near.add((region, measure))
            if region == actor:
                own.add((region, measure))
    return tuple(Tie(*pair, pair in own, pair in near, tuple(facts[pair])) for pair in sorted(facts))


def _level(node: Node) -> str:
    return next((value.name for name, value in node.properties if name == "adminLevel" and isinstance(value, Term)), "")


def _risen(scene: Scene, homes: Sequence[tuple[int, ...]], regions: Sequence[int], level: str) -> tuple[int, ...]:
    """The regions, each gone up to the one of `level` above it where there is one."""
    above = [[up for up in homes[region] if _level(scene.nodes[up]) == level] for region in regions]
    return tuple(sorted({ups[0] if ups else region for region, ups in zip(regions, above, strict=True)}))


def _sharing(homes: Sequence[tuple[int, ...]], regions: set[int]) -> int:
    """How many regions share something: 中阳县 and 山西省 are one, for the province has it through its county."""
    upper = {up for region in regions for up in homes[region] if up != region}
    return len(regions - upper)


def _overview(level: str, regions: tuple[int, ...], scene: Scene, homes: Sequence[tuple[int, ...]]) -> Overview:
    """What `regions` share, and those of them that have any of it; an adoption counts for the nearest of them only."""
    having: dict[int, set[int]] = defaultdict(set)
    known = set(regions)
    for _, actor, measure in _adoptions(scene):
        having[measure].update([home for home in homes[actor] if home in known][:1])
    shared = {measure: _sharing(homes, having[measure]) for measure in having if having[measure]}
    most = sorted(shared, key=lambda measure: (-shared[measure], measure))
    if len(most) > FEW_MEASURES:
        most = [measure for measure in most if shared[measure] > 1] or most
    kept = sorted(most[:MANY_MEASURES])
    shown = sorted(set().union(*(having[measure] for measure in kept)))
    rows, columns = blocks({measure: having[measure] for measure in shared})
    return Overview(level, tuple(shown), tuple((measure, shared[measure]) for measure in kept), rows, columns)


def place(scene: Scene) -> Places:
    """Where everything belongs. A scene without regions or adoptions has one overview, and nothing in it."""
    homes = _homes(scene)
    ties = _ties(scene, homes)
    regions = tuple(sorted({tie.region for tie in ties if tie.near}))
    overviews = [_overview("", regions, scene, homes)]
    lower = regions
    for level in LEVELS:
        risen = _risen(scene, homes, regions, level)
        if risen != lower:
            overviews.append(_overview(level, risen, scene, homes))
        lower = risen
    few = [number for number, overview in enumerate(overviews) if len(overview.regions) <= MANY_REGIONS]
    return Places(homes, _around(scene, homes), ties, tuple(overviews), few[0] if few else len(overviews) - 1)
