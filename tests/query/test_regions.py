"""Shared measures by regions. Who adopts what in the fixture stands at the head of test_questions.py."""

from __future__ import annotations

import pytest

from graph.errors import BadParameterError
from graph.query.regions import shared
from graph.query.store import parse_graph

# level → {(measure, region): (actors, facts, direct, rolled up)}; direct is the region itself
CELLS = {
    "any": {
        ("skills-contests", "青川县"): (2, 2, 1, 1),  # itself, and an organ of its union
        ("skills-contests", "醴陵市"): (1, 1, 1, 0),
        ("skills-contests", "德清县"): (1, 1, 1, 0),
        ("mentoring", "青川县"): (3, 4, 0, 3),  # the union (twice), the company, the company's union
        ("mentoring", "醴陵市"): (1, 1, 0, 1),
        ("craftsman-academies", "青川县"): (1, 1, 0, 1),
        ("craftsman-academies", "德清县"): (1, 1, 0, 1),
        ("rest-stations", "湖州市"): (1, 1, 1, 0),  # 长兴县 stands for itself
        ("rest-stations", "长兴县"): (1, 1, 1, 0),
        ("rest-stations", "苍溪县"): (1, 1, 1, 0),
    },
    "county": {
        ("skills-contests", "青川县"): (2, 2, 1, 1),  # itself, and an organ of its union
        ("skills-contests", "醴陵市"): (1, 1, 1, 0),
        ("skills-contests", "德清县"): (1, 1, 1, 0),
        ("mentoring", "青川县"): (3, 4, 0, 3),  # the union (twice), the company, the company's union
        ("mentoring", "醴陵市"): (1, 1, 0, 1),
        ("craftsman-academies", "青川县"): (1, 1, 0, 1),
        ("craftsman-academies", "德清县"): (1, 1, 0, 1),
        ("rest-stations", "长兴县"): (1, 1, 1, 0),
        ("rest-stations", "苍溪县"): (1, 1, 1, 0),
    },
    "prefecture": {
        ("skills-contests", "广元市"): (2, 2, 0, 2),
        ("skills-contests", "株洲市"): (1, 1, 0, 1),
        ("skills-contests", "湖州市"): (1, 1, 0, 1),
        ("mentoring", "广元市"): (3, 4, 0, 3),
        ("mentoring", "株洲市"): (1, 1, 0, 1),
        ("craftsman-academies", "广元市"): (1, 1, 0, 1),
        ("craftsman-academies", "湖州市"): (1, 1, 0, 1),
        ("rest-stations", "湖州市"): (2, 2, 1, 1),  # its own and 长兴县's
        ("rest-stations", "广元市"): (1, 1, 0, 1),
    },
    "province": {
        ("skills-contests", "四川省"): (2, 2, 0, 2),
        ("skills-contests", "湖南省"): (1, 1, 0, 1),
        ("skills-contests", "浙江省"): (1, 1, 0, 1),
        ("mentoring", "四川省"): (3, 4, 0, 3),
        ("mentoring", "湖南省"): (1, 1, 0, 1),
        ("craftsman-academies", "四川省"): (1, 1, 0, 1),
        ("craftsman-academies", "浙江省"): (1, 1, 0, 1),
        ("rest-stations", "浙江省"): (2, 2, 0, 2),
        ("rest-stations", "四川省"): (1, 1, 0, 1),
    },
}


@pytest.mark.parametrize("level", CELLS)
def test_cells(graph, level):
    table = shared(graph, level)
    names = {region.iri: region.name for region in table.regions}
    found = {
        (cell.measure.local, names[cell.region]): (cell.actors, cell.facts, cell.direct, cell.rolled_up)
        for cell in table.cells
    }
    assert found == CELLS[level]


@pytest.mark.parametrize("level", CELLS)
def test_every_cell_is_traceable(graph, level):
    table = shared(graph, level, evidence=True)
    for cell in table.cells:
        assert len({quote.fact for quote in cell.evidence}) == cell.facts
        assert len({quote.actor for quote in cell.evidence}) == cell.actors
        assert all(quote.end - quote.begin == len(quote.text) for quote in cell.evidence)
    assert all(not cell.evidence for cell in shared(graph, level).cells)


@pytest.mark.parametrize(
    ("level", "minimum", "measures"),
    [
        ("any", 1, ["skills-contests", "rest-stations", "mentoring", "craftsman-academies", "pilot-programme"]),
        ("any", 3, ["skills-contests", "rest-stations"]),
        ("any", 4, []),
        ("prefecture", 3, ["skills-contests"]),
        ("township", 1, []),
        ("zone", 1, []),
    ],
)
def test_minimum(graph, level, minimum, measures):
    table = shared(graph, level, minimum)
    assert [measure.iri.local for measure in table.measures] == measures
    assert {cell.measure for cell in table.cells} == {measure.iri for measure in table.measures}
    assert {cell.region for cell in table.cells} == {region.iri for region in table.regions}


def test_order_and_lookup(graph):
    table = shared(graph)
    assert [region.name for region in table.regions] == ["青川县", "德清县", "醴陵市", "湖州市", "苍溪县", "长兴县"]
    contests, stations = table.measures[0], table.measures[1]
    assert table.cell(contests.iri, table.regions[0].iri).facts == 2
    assert table.cell(stations.iri, table.regions[0].iri) is None
    assert (contests.name, contests.dimension, contests.regions) == ("劳动和技能竞赛", "建功立业", 3)


def test_an_unknown_level(graph):
    with pytest.raises(BadParameterError, match="prefecture"):
        shared(graph, "village")


def test_nothing_counts_upwards_twice_or_downwards(tmp_path):
    # a zone in a county, a county under a province without a prefecture, a province's own union, and no links at all
    data = """
    @prefix cg: <https://w3id.org/changai/ontology#> . @prefix : <https://w3id.org/changai/entity/> .
    @prefix measure: <https://w3id.org/changai/measure/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix prov: <http://www.w3.org/ns/prov#> .
    @prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
    measure:housing rdfs:label "住房保障"@zh . measure:funding rdfs:label "经费保障"@zh .
    :p a cg:LocalGovernment ; rdfs:label "海南省"@zh ; cg:adminLevel cg:Province .
    :c a cg:LocalGovernment ; rdfs:label "澄迈县"@zh ; cg:adminLevel cg:County ; cg:within :p .
    :z a cg:LocalGovernment ; rdfs:label "老城开发区"@zh ; cg:adminLevel cg:Zone ; cg:within :c .
    :u a cg:Union ; rdfs:label "海南省总工会"@zh ; cg:organOf :p .
    :lost a cg:Enterprise ; rdfs:label "无处公司"@zh .
    :f1 a cg:Adoption ; cg:actor :z ; cg:measure measure:housing ; cg:confidence 0.9 ; prov:wasDerivedFrom :s .
    :f2 a cg:Adoption ; cg:actor :c ; cg:measure measure:housing ; cg:confidence 0.9 ; prov:wasDerivedFrom :s .
    :f3 a cg:Adoption ; cg:actor :u ; cg:measure measure:housing ; cg:confidence 0.9 ; prov:wasDerivedFrom :s .
    :f4 a cg:Adoption ; cg:actor :lost ; cg:measure measure:housing ; cg:confidence 0.9 ; prov:wasDerivedFrom :s .
    :s nif:anchorOf "各级都办了保障房。" ; nif:referenceContext :text .
    """
    graph = parse_graph(data.encode(), tmp_path / "small.trig")
    counts = {
        level: {cell.region.local: (cell.actors, cell.facts, cell.direct) for cell in shared(graph, level, 1).cells}
        for level in ("any", "zone", "county", "prefecture", "province")
    }
    assert counts == {
        "any": {"z": (1, 1, 1), "c": (1, 1, 1), "p": (1, 1, 0)},
        "zone": {"z": (1, 1, 1)},
        "county": {"c": (2, 2, 1)},
        "prefecture": {},
        "province": {"p": (3, 3, 0)},
    }
