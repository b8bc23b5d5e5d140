from __future__ import annotations

from collections import Counter

import networkx as nx
import pytest

from graph.errors import BadParameterError
from graph.query.networks import organisation_graph, region_measure_graph


def test_regions_and_measures(graph):
    network = region_measure_graph(graph)
    # seven regions act, five measures; ten cells that are shared, and the province's own
    assert (network.number_of_nodes(), network.number_of_edges()) == (12, 11)
    assert nx.is_bipartite(network)
    names = {data["label"]: node for node, data in network.nodes(data=True)}
    assert network.edges[names["青川县"], names["师带徒"]] == {
        "weight": 3, "articles": 2, "sentences": 3, "direct": 0,
    }  # fmt: skip
    assert network.nodes[names["师带徒"]] == {
        "label": "师带徒", "type": "Measure", "dimension": "技能素质", "bipartite": 1,
    }  # fmt: skip
    assert network.nodes[names["青川县"]]["type"] == "LocalGovernment"


def test_levels_and_minimum(graph):
    provinces = region_measure_graph(graph, "province", 3)
    assert sorted(data["label"] for _, data in provinces.nodes(data=True)) == [
        "劳动和技能竞赛",
        "四川省",
        "浙江省",
        "湖南省",
    ]
    with pytest.raises(BadParameterError):
        region_measure_graph(graph, "village")


def test_organisations(graph):
    network = organisation_graph(graph)
    # 11 governments, 2 agencies, 3 unions, 2 enterprises, 1 institution, 2 people
    assert Counter(data["type"] for _, data in network.nodes(data=True)) == {
        "LocalGovernment": 11, "Agency": 2, "Union": 3, "Enterprise": 2, "Institution": 1, "Person": 2,
    }  # fmt: skip
    assert Counter(data["kind"] for *_, data in network.edges(data=True)) == {
        "within": 8, "organOf": 5, "locatedIn": 3, "post": 3, "together": 1,
    }  # fmt: skip
    names = {data["label"]: node for node, data in network.nodes(data=True)}
    assert network.edges[names["何立山"], names["白龙机械有限公司"], "post:车间主任"]["detail"] == "车间主任"
    assert network.edges[names["白龙机械有限公司"], names["白龙机械有限公司工会"], "together:师带徒"]["weight"] == 1
    # organOf and together join the same two: a multigraph keeps both
    assert network.number_of_edges(names["白龙机械有限公司工会"], names["白龙机械有限公司"]) == 1


def test_two_calls_are_equal(graph):
    for make in (region_measure_graph, organisation_graph):
        one, other = make(graph), make(graph)
        assert list(one.nodes(data=True)) == list(other.nodes(data=True))
        assert list(one.edges(data=True)) == list(other.edges(data=True))
