"""Communities: groups of regions that are nearer to each other than to the rest, where there are enough to tell.

In: a table of measures by regions. Out: `Communities`, or none where fewer than `LEAST_REGIONS` regions have at least
`FEW_MEASURES` measures: three regions are no communities. Order: leave out the regions that are merely named somewhere,
join the others by likeness (Jaccard), split by Louvain with a fixed seed, then shuffle who has what – each region
keeps how many measures it has, each measure in how many regions it is – and split again, many times: what chance parts
as well as this is no finding, and is said to be none.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import networkx as nx

from graph.query.distinctive import reported_enough
from graph.query.likeness import held
from graph.query.regions import SharedTable
from graph.query.table import Iri

LEAST_REGIONS = 8  # below it a partition of shuffled data is nearly always as good as that of the true
SEED = 1
SHUFFLES = 99
Holdings = dict[Iri, frozenset[Iri]]


@dataclass(frozen=True, slots=True)
class Communities:
    """The groups, largest first; their modularity; and the share of shuffles that part at least as well."""

    groups: tuple[tuple[Iri, ...], ...]
    modularity: float
    probability: float
    regions: int

    @property
    def beyond_chance(self) -> bool:
        """Whether fewer than one shuffle in twenty does as well."""
        return self.probability <= 0.05


def communities(table: SharedTable) -> Communities | None:
    """The communities of the regions, or None where they are too few."""
    enough = reported_enough(table)
    if len(enough) < LEAST_REGIONS:
        return None
    holdings = {region: measures for region, measures in sorted(held(table).items()) if region in enough}
    groups, modularity = _split(holdings)
    chance = random.Random(SEED)
    as_good = sum(_split(_shuffled(holdings, chance))[1] >= modularity for _ in range(SHUFFLES))
    return Communities(groups, modularity, (as_good + 1) / (SHUFFLES + 1), len(holdings))


def _split(holdings: Holdings) -> tuple[tuple[tuple[Iri, ...], ...], float]:
    network = nx.Graph()
    network.add_nodes_from(holdings)
    regions = list(holdings)
    for at, one in enumerate(regions):
        for other in regions[at + 1 :]:
            common = len(holdings[one] & holdings[other])
            if common:
                network.add_edge(one, other, weight=common / len(holdings[one] | holdings[other]))
    parts = nx.community.louvain_communities(network, weight="weight", seed=SEED)
    groups = sorted((tuple(sorted(part)) for part in parts), key=lambda part: (-len(part), part))
    modularity = nx.community.modularity(network, parts, weight="weight") if network.number_of_edges() else 0.0
    return tuple(groups), round(modularity, 9)


def _shuffled(holdings: Holdings, chance: random.Random) -> Holdings:
    """Who has what at random, with the same sums over rows and columns (curveball trades, Strona et al., 2014)."""
    mixed = {region: set(measures) for region, measures in holdings.items()}
    regions = list(mixed)
    for _ in range(5 * len(regions)):
        one, other = chance.sample(regions, 2)
        mine, theirs = sorted(mixed[one] - mixed[other]), sorted(mixed[other] - mixed[one])
        pool = mine + theirs
        chance.shuffle(pool)
        common = mixed[one] & mixed[other]
        mixed[one], mixed[other] = common | set(pool[: len(mine)]), common | set(pool[len(mine) :])
    return {region: frozenset(measures) for region, measures in mixed.items()}
