"""The networks for Gephi and other programs: GraphML and GEXF.

In: findings. Out: the text of the files. `region_measure` is the bipartite network of regions and measures, an edge
with its counts; `region_region` the regions by likeness. Labels are Chinese, English beside them; GEXF has colours.
"""

from __future__ import annotations

import io
import re

import networkx as nx

from graph.query.findings import Findings

REGION, MEASURE = {"r": 76, "g": 120, "b": 168}, {"r": 245, "g": 133, "b": 24}


def region_measure(found: Findings) -> nx.Graph[str]:
    """Regions and measures; edges have actors, articles, sentences, planned."""
    network: nx.Graph[str] = nx.Graph(name="changai", level=found.table.level)
    for region, name in found.regions.items():
        network.add_node(str(region), label=name, label_en="", kind="region", dimension="", bipartite=0)
    for measure in found.table.measures:
        names = found.names[measure.iri]
        network.add_node(
            str(measure.iri),
            label=names.zh,
            label_en=names.en,
            kind="measure",
            dimension=names.dimension_zh,
            bipartite=1,
        )
    for cell in found.table.cells:
        counts = {"articles": cell.articles, "sentences": cell.sentences, "planned": cell.planned}
        network.add_edge(str(cell.region), str(cell.measure), weight=cell.actors, actors=cell.actors, **counts)
    return network


def region_region(found: Findings) -> nx.Graph[str]:
    """Regions by likeness; edges have the measures in common, `few` where the likeness means little."""
    network: nx.Graph[str] = nx.Graph(name="changai", level=found.table.level)
    for region, name in found.regions.items():
        network.add_node(str(region), label=name, kind="region", enough=region in found.enough)
    for pair in found.pairs:
        said = {"weight": round(pair.likeness, 3), "common": len(pair.common), "few": pair.few}
        network.add_edge(str(pair.one.iri), str(pair.other.iri), **said)
    return network


def graphml(network: nx.Graph[str]) -> bytes:
    """The network as GraphML."""
    out = io.BytesIO()
    nx.write_graphml_xml(network, out, encoding="utf-8")
    return out.getvalue() + b"\n"


def gexf(network: nx.Graph[str]) -> bytes:
    """The network as GEXF 1.2, coloured by kind and sized by neighbours; networkx's date of today is taken out."""
    drawn = network.copy()
    for node, data in drawn.nodes(data=True):
        colour = REGION if data["kind"] == "region" else MEASURE
        data["viz"] = {"color": {**colour, "a": 1.0}, "size": 4.0 + 2.0 * drawn.degree(node) ** 0.5}
    text = "\n".join(nx.generate_gexf(drawn, encoding="utf-8")) + "\n"
    return re.sub(r' lastmodifieddate="[^"]*"', "", text).encode("utf-8")
