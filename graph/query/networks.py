"""The graph as networks, for networkx and for the page.

In: a graph. Out: `region_measure_graph`, regions and measures with an edge where a region has a measure; and
`organisation_graph`, the organisations, places and people with what links them. Nodes are IRIs with `label` and `type`
(the local name of the class); everything comes from the questions in `internal/`, in their order, so that two calls
give equal networks.
"""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

from graph.query.ask import ask_internal
from graph.query.regions import shared
from graph.query.store import Graph

Network: TypeAlias = "nx.Graph[str]"
Links: TypeAlias = "nx.MultiDiGraph[str]"


def region_measure_graph(graph: Graph, level: str = "any", min_regions: int = 1) -> Network:
    """The bipartite graph of regions (`bipartite` 0) and measures (1, with `dimension`).

    An edge has `weight`, the number of distinct actors, and `articles`, `sentences`, `direct` as in `SharedCell`.
    Raises BadParameterError for an unknown level.
    """
    table = shared(graph, level, min_regions)
    network = nx.Graph(level=level)
    for region in table.regions:
        network.add_node(str(region.iri), label=region.name, type="LocalGovernment", bipartite=0)
    for measure in table.measures:
        network.add_node(
            str(measure.iri), label=measure.name, type="Measure", dimension=measure.dimension, bipartite=1
        )  # fmt: skip
    for cell in table.cells:
        counts = {"articles": cell.articles, "sentences": cell.sentences, "direct": cell.direct}
        network.add_edge(str(cell.region), str(cell.measure), weight=cell.actors, **counts)
    return network


def organisation_graph(graph: Graph) -> Links:
    """Who belongs where and who works with whom: a directed multigraph whose edge keys are `kind`, or `kind:detail`.

    `kind` is within, organOf, locatedIn, post (`detail` the title) or together (`detail` the measure that one sentence
    says both do; `weight` how often).
    """
    network = nx.MultiDiGraph()
    for row in ask_internal(graph, "organisation-nodes").records():
        network.add_node(str(row["thing"]), label=str(row["label"]), type=str(row["kind"]))
    for row in ask_internal(graph, "organisation-edges").records():
        ends = str(row["from"]), str(row["to"])
        if all(end in network for end in ends):
            kind, detail = str(row["kind"]), str(row["detail"] or "")
            key = f"{kind}:{detail}" if detail else kind
            network.add_edge(*ends, key=key, kind=kind, detail=detail, weight=int(str(row["weight"])))
    return network
