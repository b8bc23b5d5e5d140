from __future__ import annotations

import pytest

from graph.errors import AmbiguousThingError, UnknownThingError
from graph.query.lookup import find, folded, resolve, stem
from graph.query.show import show


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("青川县", ["青川县"]),
        ("青川", ["青川县"]),  # another name
        ("苍溪", ["苍溪县"]),  # without its suffix
        ("长兴市", ["长兴县"]),  # with a wrong one
        ("四川", ["四川省"]),
        (" 青川县 ", ["青川县"]),
        ("白龙机械", ["白龙机械有限公司"]),
        ("县总工会", ["德清县总工会", "青川县总工会"]),  # two of them
        ("《关于推进产改试点的意见》", ["关于推进产改试点的意见"]),
        ("skills-contests", ["劳动和技能竞赛"]),
        ("Mentoring of apprentices", ["师带徒"]),
        ("mentoring OF apprentices", ["师带徒"]),
        ("measure:mentoring", ["师带徒"]),
        ("https://w3id.org/changai/measure/mentoring", ["师带徒"]),
        ("<https://w3id.org/changai/entity/Person/何立山>", ["何立山"]),
        ("entity/Person/何立山", ["何立山"]),
        ("Person/何立山", ["何立山"]),
        ("瓷业", ["渌江瓷业集团"]),  # part of a name
        ("产改", ["产改试点", "关于推进产改试点的意见", "青川县产改办"]),
        ("县", []),  # one sign is too little for a part
        ("乌有县", []),
        ("", []),
        ("《》", []),
    ],
)
def test_find(graph, name, labels):
    assert [found.label for found in find(graph, name)] == labels


def test_kinds_narrow_what_is_meant(graph):
    assert [found.label for found in find(graph, "青川", ("LocalGovernment",))] == ["青川县"]
    assert [found.label for found in find(graph, "青川县", ("Union",))] == ["青川县总工会"]
    assert find(graph, "青川县", ("Measure",)) == ()


def test_resolve(graph):
    assert resolve(graph, "青川").iri == "https://w3id.org/changai/entity/LocalGovernment/青川县"
    with pytest.raises(AmbiguousThingError) as many:
        resolve(graph, "县总工会")
    assert "entity/Union/德清县总工会" in str(many.value)
    assert many.value.exit_code == 1
    with pytest.raises(UnknownThingError) as none:
        resolve(graph, "青川区总工会")
    assert "青川县总工会" in none.value.message("zh")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("青川县", "青川"), ("四川省", "四川"), ("延边朝鲜族自治州", "延边"), ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"), ("黔西南布依族苗族自治州", "黔西南"), ("大兴安岭地区", "大兴安岭"),
        ("城区", "城区"),
        ("城", "城"), ("江州区", "江州"), ("香港特别行政区", "香港"), ("老城经济技术开发区", "老城"),
    ],
)  # fmt: skip
def test_stem(name, short):
    assert stem(name) == short


def test_folded():
    assert folded(" 《ＡＢ “五一”·奖章》") == "ab五一奖章"


def test_show_an_enterprise(graph):
    found = show(graph, resolve(graph, "白龙机械"))
    assert found.aliases == ("公司", "白龙机械")
    assert [(link.name, link.value) for link in found.links] == [("locatedIn", "青川县")]
    assert [(link.name, link.value) for link in found.linked] == [("organOf", "白龙机械有限公司工会")]
    assert [(fact.kind, fact.evidence[0].begin) for fact in found.facts] == [
        ("Adoption", 60), ("Conferral", 107), ("Pilot", 140), ("Post", 85),
    ]  # fmt: skip
    honour = found.facts[1]
    assert [(each.name, each.value) for each in honour.properties] == [
        ("date", "2020"), ("honour", "工人先锋号"), ("recipient", "白龙机械有限公司"),
    ]  # fmt: skip
    assert str(honour.confidence) == "0.8"
    assert [(m.article, m.surface, m.times) for m in found.mentions] == [("qingchuan.txt", "白龙机械有限公司", 1)]


def test_show_a_measure_a_person_and_a_place(graph):
    measure = show(graph, resolve(graph, "rest-stations"))
    assert [fact.kind for fact in measure.facts] == ["Adoption"] * 3 + ["Figure", "Plan"]
    assert ("broader", "服务保障") in [(link.name, link.value) for link in measure.links] or measure.links
    assert "Outdoor-worker rest stations" in measure.aliases
    person = show(graph, resolve(graph, "沈文秀"))
    assert [fact.kind for fact in person.facts] == ["Conferral", "Post", "Post"]
    place = show(graph, resolve(graph, "湖州"))
    assert [link.value for link in place.linked] == ["德清县", "长兴县"]
