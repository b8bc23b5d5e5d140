from __future__ import annotations

from collections import Counter

import pytest

from graph.view.reading import DIMENSIONS, read_scene
from graph.view.scene import Scene, Term
from tests.view.made import Made, empty_graph, small_graph, text


@pytest.fixture(scope="module")
def scene() -> Scene:
    return read_scene(small_graph())


def number(scene: Scene, label: str) -> int:
    return next(place for place, node in enumerate(scene.nodes) if node.label == label)


def test_types_and_facts_are_counted(scene):
    assert Counter(node.type for node in scene.nodes) == {
        "LocalGovernment": 5, "Measure": 12, "Agency": 4, "Union": 4, "Enterprise": 4, "Institution": 4, "Person": 4,
        "Honour": 1, "PolicyDocument": 1,
    }  # fmt: skip
    kinds = Counter(fact.kind for fact in scene.facts)
    assert kinds == {"Adoption": 21, "Plan": 4, "Figure": 4, "Conferral": 4, "Pilot": 4, "Post": 4, "Event": 4}


def test_a_measure_that_no_fact_names_is_left_out(scene):
    assert "住房保障" not in {node.label for node in scene.nodes}


def test_names_in_both_languages(scene):
    measure = scene.nodes[number(scene, "师带徒")]
    assert measure.english == "Mentoring of apprentices"
    region = scene.nodes[number(scene, "云岭县")]
    assert region.english == ""
    assert region.aliases == ("云岭", "云岭县委、云岭县政府")
    assert ("思想引领", "Ideological guidance") in {dimension[1:] for dimension in scene.dimensions}


def test_values_are_nodes_terms_or_texts(scene):
    values = dict(scene.nodes[number(scene, "云岭县")].properties)
    assert values == {"adminLevel": Term("County"), "within": number(scene, "临江市")}
    figure = next(fact for fact in scene.facts if fact.kind == "Figure")
    values = dict(figure.properties)
    assert (values["bound"], values["unit"], float(str(values["value"]))) == (Term("over"), "人", 3200)


@pytest.mark.parametrize(
    ("source", "target", "kinds"),
    [
        ("云岭县", "师带徒", ("Adoption",)),
        ("云岭县总工会", "云岭县", ("organOf",)),
        ("云岭县宏远机械公司", "云岭县", ("locatedIn",)),
        ("云岭县宏远机械公司", "户外劳动者驿站", ("Plan",)),
        ("云岭县总工会", "职业技能培训", ("Figure",)),
        ("林之遥云", "云岭县宏远机械公司", ("Post",)),
        ("林之遥云", "江东工匠", ("Conferral",)),
        ("云岭县", "临江市", ("within",)),
        ("《临江市工匠培育办法》", "临江市", ("issuedBy",)),
    ],
)
def test_edges(scene, source, target, kinds):
    ends = (number(scene, source), number(scene, target))
    assert [edge.kinds for edge in scene.edges if (edge.source, edge.target) == ends] == [kinds]


def test_every_fact_quotes_its_article(scene):
    assert all(fact.evidence for fact in scene.facts)
    for fact in scene.facts:
        for quote in fact.evidence:
            assert scene.articles[quote.article].text[quote.start : quote.end] == quote.text


def test_a_quotation_that_its_article_does_not_bear_out_stands_alone():
    made = Made()
    firm = made.entity("Enterprise", "青石纺织厂")
    made.article("甲.txt", "青石纺织厂办起夜校。")
    made.fact("Pilot", "甲.txt", "办起夜校", f"cg:pilotUnit {firm}")
    made.lines = {
        name: [line.replace(text("办起夜校"), text("另一句")) for line in lines] for name, lines in made.lines.items()
    }
    (fact,) = read_scene(made.graph()).facts
    assert [(quote.start, quote.end, quote.text) for quote in fact.evidence] == [(-1, -1, "另一句")]


def test_an_article_without_text_still_gives_its_name():
    made = Made()
    firm = made.entity("Enterprise", "青石纺织厂")
    made.article("甲.txt", "青石纺织厂办起夜校。")
    made.fact("Pilot", "甲.txt", "办起夜校", f"cg:pilotUnit {firm}")
    made.lines = {
        name: [line.split(" ; nif:isString")[0].rstrip(" .") + " ." for line in lines]
        for name, lines in made.lines.items()
    }
    scene = read_scene(made.graph())
    assert [(article.name, article.text) for article in scene.articles] == [("甲.txt", "")]
    assert [quote.start for fact in scene.facts for quote in fact.evidence] == [-1]


def test_mentions_stand_by_article_and_place():
    made = Made()
    firm = made.entity("Enterprise", "青石纺织厂")
    for place in range(3):
        made.article(f"{place:02}.txt", "今年，青石纺织厂办起夜校。")
        made.span(f"{place:02}.txt", "青石纺织厂", f"itsrdf:taIdentRef {firm}")
    found = read_scene(made.graph()).mentions
    assert [(each.article, each.start, each.end, each.node) for each in found] == [(n, 3, 8, 0) for n in range(3)]


def test_dimensions_stand_in_the_reform_s_order(scene):
    names = [iri.rsplit("/", 1)[-1] for iri, _, _ in scene.dimensions]
    assert names == [name for name in DIMENSIONS if name in names]
    assert len(names) == 5


def test_an_empty_graph_is_an_empty_scene():
    scene = read_scene(empty_graph())
    assert (scene.nodes, scene.facts, scene.edges, scene.articles) == ((), (), (), ())
