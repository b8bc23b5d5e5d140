"""Who is close to whom: regions compared by the measures that they have.

In: a table of measures by regions. Out: `pairs`, every two regions with what they have in common, and `peers`, those
nearest to one region. Likeness is Jaccard's: measures in common over measures of either. It is a projection of the
bipartite network, and the same number that the saved question `region-overlap` gives.
"""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from graph.query.regions import Region, SharedTable
from graph.query.table import Iri

FEW_MEASURES = 3  # who has fewer is alike by accident: two regions with one measure each are either twins or strangers


@dataclass(frozen=True, slots=True)
class Pair:
    """Two regions: the measures in common (in the table's order), and those that only one of them has."""

    one: Region
    other: Region
    common: tuple[Iri, ...]
    only_one: tuple[Iri, ...]
    only_other: tuple[Iri, ...]
    likeness: float

    @property
    def together(self) -> int:
        """How many measures either has."""
        return len(self.common) + len(self.only_one) + len(self.only_other)

    @property
    def few(self) -> bool:
        """Whether one of them has too few measures for the likeness to mean much."""
        return min(len(self.common) + len(self.only_one), len(self.common) + len(self.only_other)) < FEW_MEASURES


def held(table: SharedTable) -> dict[Iri, frozenset[Iri]]:
    """The measures of each region."""
    found: dict[Iri, set[Iri]] = {region.iri: set() for region in table.regions}
    for cell in table.cells:
        found[cell.region].add(cell.measure)
    return {region: frozenset(measures) for region, measures in found.items()}


def bipartite(table: SharedTable) -> nx.Graph[Iri]:
    """Regions (`bipartite` 0) and measures (1), an edge where a region has a measure."""
    network = nx.Graph()
    network.add_nodes_from((region.iri for region in table.regions), bipartite=0)
    network.add_nodes_from((measure.iri for measure in table.measures), bipartite=1)
    network.add_edges_from((cell.region, cell.measure) for cell in table.cells)
    return network


def pairs(table: SharedTable) -> tuple[Pair, ...]:
    """Every two regions that have something in common, the most alike first, then those with more in common."""
    network, names = bipartite(table), {region.iri: region for region in table.regions}
    order = {measure.iri: at for at, measure in enumerate(table.measures)}
    projected = nx.bipartite.overlap_weighted_projected_graph(network, list(names))
    found = []
    for a, b, likeness in projected.edges(data="weight"):
        one, other = sorted((names[a], names[b]), key=lambda region: (region.name, region.iri))
        mine, theirs = set(network[one.iri]), set(network[other.iri])
        both, first, second = (
            tuple(sorted(part, key=order.__getitem__)) for part in (mine & theirs, mine - theirs, theirs - mine)
        )
        found.append(Pair(one, other, both, first, second, float(likeness)))
    return tuple(sorted(found, key=lambda p: (-p.likeness, -len(p.common), p.one.name, p.other.name, p.one.iri)))


def peers(table: SharedTable, region: Iri) -> tuple[Pair, ...]:
    """The pairs of `region` with the others, the nearest first; in each, `one` is `region`."""
    turned = []
    for pair in pairs(table):
        if pair.one.iri == region:
            turned.append(pair)
        elif pair.other.iri == region:
            turned.append(Pair(pair.other, pair.one, pair.common, pair.only_other, pair.only_one, pair.likeness))
    return tuple(turned)
