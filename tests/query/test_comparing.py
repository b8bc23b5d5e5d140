from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from graph.query.comparing import compare, level_of
from graph.query.doing import doing
from graph.query.figures import cell_figures
from graph.query.findings import findings
from graph.query.lookup import resolve
from graph.query.store import open_graph, parse_graph

COUNTS = Path(__file__).with_name("counts.trig")


@pytest.fixture(scope="module")
def counted():
    return open_graph(COUNTS)


def names(measures) -> list[str]:
    return [each.measure.local for each in measures]


def test_two_counties(graph):
    found = compare(graph, [resolve(graph, "青川"), resolve(graph, "德清")])
    assert names(found.common) == ["skills-contests", "craftsman-academies"]
    assert names(found.only(0)) == ["mentoring"]
    assert found.only(1) == ()
    assert names(found.missing(1)) == ["mentoring"]
    contests = found.common[0]
    assert [[figure.amount for figure in figures] for figures in contests.figures] == [["＞1200人"], ["＜3500人"]]
    assert contests.side_by_side
    stations = next(each for each in found.measures if each.measure.local == "rest-stations")
    assert stations.having == ()  # 青川县 only plans them
    assert stations.plans[0].actors == 1


def test_three_and_one_within_another(graph):
    found = compare(graph, [resolve(graph, name) for name in ("四川省", "青川县", "湖南省")])
    assert found.nested == ((1, 0),)
    assert names(found.common) == ["skills-contests", "mentoring"]
    assert names(found.only(0)) == ["rest-stations"]
    assert names(found.missing(2)) == ["craftsman-academies"]


def test_enterprises(graph):
    found = compare(graph, [resolve(graph, "白龙机械"), resolve(graph, "瓷业")], by="enterprise")
    assert names(found.common) == ["mentoring"]
    assert [cell.actors for cell in found.common[0].cells] == [2, 1]
    sure = compare(
        graph, [resolve(graph, "白龙机械"), resolve(graph, "瓷业")], by="enterprise", confidence=Decimal("0.9")
    )
    assert names(sure.only(0)) == ["mentoring"]


def test_levels(graph):
    assert [level_of(graph, resolve(graph, name).iri) for name in ("青川", "湖州", "浙江")] == [
        "county", "prefecture", "province",
    ]  # fmt: skip


def test_who_does_a_measure(counted):
    found = doing(counted, resolve(counted, "skills-contests"))
    assert [each.region.name for each in found.done] == ["凤冈县", "湄潭县", "湄潭经济开发区", "遵义市"]
    county = next(each for each in found.done if each.region.name == "湄潭县")
    assert (county.actors, county.local_names, county.first) == (("湄潭县",), ("采茶技能大赛",), "2019")
    assert [figure.amount for figure in county.figures] == ["3届"]
    assert found.first == "2019"
    assert found.planned == ()
    mentoring = doing(counted, resolve(counted, "师带徒"))
    assert [(each.region.name, each.actors) for each in mentoring.planned] == [("凤冈县", ("凤冈县",))]


def test_a_measure_that_is_only_planned():
    data = COUNTS.read_text(encoding="utf-8")
    without = "\n".join(line for line in data.splitlines() if "Adoption" not in line)
    graph = parse_graph(without.encode(), COUNTS)
    found = doing(graph, resolve(graph, "师带徒"))
    assert found.done == ()
    assert [each.region.name for each in found.planned] == ["凤冈县"]


def test_a_figure_belongs_to_what_the_same_words_report(counted):
    text = COUNTS.read_text(encoding="utf-8")
    bare = "\n".join(
        line.replace(" ; cg:measure measure:skills-contests", "") if "cg:Figure" in line else line
        for line in text.splitlines()
    )
    for graph in (counted, parse_graph(bare.encode(), COUNTS)):
        found = {
            region.local: [each.amount for each in figures] for (_, region), figures in cell_figures(graph).items()
        }
        assert found == {"湄潭县": ["3届"], "凤冈县": ["＞120人"]}


def test_evidence_is_numbered_once(counted):
    found = findings(counted, "county")
    assert sorted(found.numbers.values()) == list(range(1, len(found.numbers) + 1))
    assert all(found.numbers[found.quotes[number].span] == number for number in found.quotes)
    county = next(cell for cell in found.table.cells if cell.facts == 4 and cell.measure.local == "skills-contests")
    assert len(found.cited(county.measure, county.region, 9)) == county.sentences  # a reprint is cited once
    assert found.names[county.measure].en == "Labour and skills contests"
