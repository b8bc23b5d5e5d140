"""Every saved question has the rows that were worked out by hand from fixture.trig, by both engines.

Who adopts what in the fixture (home region: actor, and in brackets how many facts):
  skills-contests      青川县: 青川县 (1), 青川县产改办, an organ of its union (1); 醴陵市 (1); 德清县 (1)
  mentoring            青川县: 青川县总工会 (2, in two articles), 白龙机械有限公司 (1), that company's union (1);
                       醴陵市: 渌江瓷业集团 (1)
  craftsman-academies  青川县: 青川县人社局 (1); 德清县: 莫干技师学院 (1)
  rest-stations        湖州市 (1), 长兴县 (1), 苍溪县 (1)
  pilot-programme      浙江省 (1)
四川省 ⊃ 广元市 ⊃ 青川县, 苍溪县; 湖南省 ⊃ 株洲市 ⊃ 醴陵市; 浙江省 ⊃ 湖州市 ⊃ 德清县, 长兴县.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from graph.errors import (
    AmbiguousThingError,
    BadParameterError,
    DamagedQuestionError,
    MissingParameterError,
    UnknownParameterError,
    UnknownQuestionError,
    UnknownThingError,
)
from graph.query.ask import ask, terms
from graph.query.questions import INTERNAL, SAVED, internal, load, questions, read_question
from graph.query.table import Iri, Text

# rdflib warns of its own plans thousands of times
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

CONTESTS, ACADEMIES, MENTORING = "劳动和技能竞赛", "工匠学院", "师带徒"
STATIONS, PILOTS = "户外劳动者驿站", "产改试点"
Q, L, H, G = "qingchuan.txt", "liling.txt", "huzhou.txt", "guangyuan.txt"
MEDAL = "全国五一劳动奖章"
BOTH = "白龙机械有限公司和公司工会一道给新工人配了师傅。"

# question, parameters, columns looked at, rows in order; None is an unbound variable
EXPECTED = [
    (
        # three regions each for contests and stations, contests have four actors to three
        "shared-measures", {}, "name dimension regions actors facts",
        [(CONTESTS, "建功立业", 3, 4, 4), (STATIONS, "服务保障", 3, 3, 3), (MENTORING, "技能素质", 2, 4, 5),
         (ACADEMIES, "技能素质", 2, 2, 2)],
    ),
    ("shared-measures", {"minimum": "3"}, "name regions", [(CONTESTS, 3), (STATIONS, 3)]),
    ("shared-measures", {"minimum": "4"}, "name", []),
    (
        # 湖州市 is no county: its stations fall away
        "shared-measures", {"level": "county"}, "name regions actors facts",
        [(CONTESTS, 3, 4, 4), (MENTORING, 2, 4, 5), (ACADEMIES, 2, 2, 2), (STATIONS, 2, 2, 2)],
    ),
    (
        # stations: 湖州市 itself and 长兴县 come to 湖州市, 苍溪县 to 广元市
        "shared-measures", {"level": "prefecture"}, "name regions actors facts",
        [(CONTESTS, 3, 4, 4), (MENTORING, 2, 4, 5), (STATIONS, 2, 3, 3), (ACADEMIES, 2, 2, 2)],
    ),
    (
        "shared-measures", {"level": "Province", "minimum": "1"}, "name regions actors facts",
        [(CONTESTS, 3, 4, 4), (MENTORING, 2, 4, 5), (STATIONS, 2, 3, 3), (ACADEMIES, 2, 2, 2), (PILOTS, 1, 1, 1)],
    ),
    (
        # 青川县: itself, 产改办, 总工会, 人社局, the company and its union; facts 2 + 4 + 1
        "region-measures", {}, "name measures actors facts",
        [("青川县", 3, 6, 7), ("德清县", 2, 2, 2), ("醴陵市", 2, 2, 2), ("浙江省", 1, 1, 1), ("湖州市", 1, 1, 1),
         ("苍溪县", 1, 1, 1), ("长兴县", 1, 1, 1)],
    ),
    (
        # 浙江省: contests, academies, stations (2), pilots; 四川省: contests 2, mentoring 4, academies 1, stations 1
        "region-measures", {"level": "province"}, "name measures actors facts",
        [("四川省", 4, 7, 8), ("浙江省", 4, 5, 5), ("湖南省", 2, 2, 2)],
    ),
    (
        # 青川县 has contests, mentoring, academies; 德清县 contests, academies; 醴陵市 contests, mentoring
        "region-overlap", {}, "one other common together likeness",
        [("湖州市", "苍溪县", 1, 1, Decimal(1)), ("湖州市", "长兴县", 1, 1, Decimal(1)),
         ("苍溪县", "长兴县", 1, 1, Decimal(1)), ("德清县", "青川县", 2, 3, Decimal("0.667")),
         ("醴陵市", "青川县", 2, 3, Decimal("0.667")), ("德清县", "醴陵市", 1, 3, Decimal("0.333"))],
    ),
    (
        # 四川省 ∩ 浙江省: contests, stations, academies of five; with 湖南省 contests (and mentoring)
        "region-overlap", {"level": "province"}, "one other common together likeness",
        [("四川省", "浙江省", 3, 5, Decimal("0.6")), ("四川省", "湖南省", 2, 4, Decimal("0.5")),
         ("浙江省", "湖南省", 1, 5, Decimal("0.2"))],
    ),
    (
        "measure-cells", {"region": "青川县"}, "name actors direct units articles sentences facts",
        [(ACADEMIES, 1, 0, 1, 1, 1, 1), (MENTORING, 3, 0, 3, 2, 3, 4), (CONTESTS, 2, 1, 1, 2, 2, 2)],
    ),
    (
        "measure-cells", {"level": "prefecture", "measure": "rest-stations"}, "regionName actors direct sentences",
        [("广元市", 1, 0, 1), ("湖州市", 2, 1, 2)],
    ),
    ("measure-cells", {"kind": "plan"}, "regionName name actors", [("青川县", STATIONS, 1), ("醴陵市", CONTESTS, 1)]),
    ("measure-cells", {"least": "0.9", "level": "enterprise"}, "regionName name", [("白龙机械有限公司", MENTORING)]),
    ("lacking-measures", {"region": "青川", "other": "醴陵市"}, "name actors facts", [(ACADEMIES, 1, 1)]),
    ("lacking-measures", {"region": "醴陵", "other": "青川"}, "name", []),
    (
        # of 四川省's four measures 湖南省 has contests and mentoring
        "lacking-measures", {"region": "四川", "other": "湖南"}, "name actors facts",
        [(ACADEMIES, 1, 1), (STATIONS, 1, 1)],
    ),
    (
        # the county, the company in it, and the company's foreman
        "unit-honours", {"unit": "青川县"}, "recipient kind honour level count date article",
        [("白龙机械有限公司", "Enterprise", "工人先锋号", None, None, "2020", Q),
         ("青川县", "LocalGovernment", MEDAL, "National", 3, None, Q),
         ("何立山", "Person", MEDAL, "National", None, "2022", Q)],
    ),
    (
        "unit-honours", {"unit": "白龙机械"}, "recipient honour",
        [("白龙机械有限公司", "工人先锋号"), ("何立山", MEDAL)],
    ),
    ("unit-honours", {"unit": "德清县总工会"}, "recipient honour", [("沈文秀", "浙江工匠")]),
    ("unit-honours", {"unit": "株洲市"}, "recipient honour", []),
    (
        # a range stands by its upper end
        "figures", {}, "actor indicator amount low high unitName bound from period status article",
        [("青川县总工会", "培训人数", 5000, None, None, "人", "at-least", None, None, "planned", Q),
         ("德清县", "技能大赛参赛人数", 3500, None, None, "人", "under", None, None, None, H),
         ("青川县", "技能大赛参赛人数", 1200, None, None, "人", "over", None, None, None, Q),
         ("湖州市", "户外劳动者驿站数", 260, 200, 260, "个", "approx", None, None, None, H),
         ("渌江瓷业集团", "师徒结对数", 86, None, None, "对", "exact", 30, "三年来", None, L)],
    ),
    ("figures", {"measure": "skills-contests"}, "actor amount", [("德清县", 3500), ("青川县", 1200)]),
    ("figures", {"measure": "师带徒"}, "actor amount", [("渌江瓷业集团", 86)]),
    ("figures", {"keyword": "人数", "unit": "人"}, "amount", [(5000,), (3500,), (1200,)]),
    ("figures", {"keyword": "亩"}, "amount", []),
    (
        # 第 sorts before 首
        "pilots", {}, "programmeLevel series unit region date programme article",
        [("Provincial", "第二批", "渌江瓷业集团", "醴陵市", None, None, L),
         ("Provincial", "首批", "德清县", "德清县", "2019", "产改试点", H),
         ("Municipal", "第二批", "莫干技师学院", "德清县", None, None, H),
         (None, None, "白龙机械有限公司", "青川县", None, None, Q)],
    ),
    ("pilots", {"level": "provincial"}, "unit", [("渌江瓷业集团",), ("德清县",)]),
    ("pilots", {"level": "Provincial", "batch": "首批"}, "unit", [("德清县",)]),
    ("pilots", {"batch": "第二批"}, "unit", [("渌江瓷业集团",), ("莫干技师学院",)]),
    (
        "working-together", {}, "kind one other detail",
        [("confers", "浙江省", "沈文秀", "浙江工匠"), ("organOf", "德清县总工会", "德清县", None),
         ("organOf", "白龙机械有限公司工会", "白龙机械有限公司", None),
         ("organOf", "青川县产改办", "青川县总工会", None), ("organOf", "青川县人社局", "青川县", None),
         ("organOf", "青川县总工会", "青川县", None), ("post", "何立山", "白龙机械有限公司", "车间主任"),
         ("post", "沈文秀", "德清县总工会", "副主席"), ("post", "沈文秀", "莫干技师学院", "院长"),
         ("together", "白龙机械有限公司", "白龙机械有限公司工会", MENTORING)],
    ),
    (
        "working-together", {"who": "白龙机械"}, "kind one other",
        [("organOf", "白龙机械有限公司工会", "白龙机械有限公司"), ("post", "何立山", "白龙机械有限公司"),
         ("together", "白龙机械有限公司", "白龙机械有限公司工会")],
    ),
    (
        "article-facts", {"article": "liling.txt"}, "begin kind who what detail confidence quote",
        [(0, "Adoption", "醴陵市", CONTESTS, None, Decimal("0.9"), "醴陵市把技能大赛办到了窑口。"),
         (15, "Adoption", "渌江瓷业集团", MENTORING, None, Decimal("0.85"), "渌江瓷业集团三年来结成师徒86对"),
         (21, "Figure", "渌江瓷业集团", "师徒结对数", "86对", Decimal("0.85"), "三年来结成师徒86对，原先只有30对"),
         (41, "Event", "渌江瓷业集团", "集团成立", "2020", Decimal("0.8"), "集团2020年成立"),
         (51, "Pilot", "渌江瓷业集团", None, "第二批", Decimal("0.9"), "是第二批省级试点单位")],
    ),
    (
        "article-facts", {"article": "guangyuan"}, "kind who what",
        [("Adoption", "苍溪县", STATIONS), ("Adoption", "青川县产改办", CONTESTS),
         ("Adoption", "青川县总工会", MENTORING), ("Plan", "醴陵市", CONTESTS)],
    ),
    (
        "article-facts", {"article": "huzhou.txt"}, "kind who what detail",
        [("Adoption", "浙江省", PILOTS, None), ("Event", "浙江省", "产改试点启动会", "2019-06"),
         ("Adoption", "湖州市", STATIONS, None), ("Figure", "湖州市", "户外劳动者驿站数", "200–260个"),
         ("Adoption", "长兴县", STATIONS, None), ("Pilot", "德清县", "产改试点", "首批"),
         ("Adoption", "德清县", CONTESTS, None), ("Figure", "德清县", "技能大赛参赛人数", "3500人"),
         ("Adoption", "莫干技师学院", ACADEMIES, None), ("Pilot", "莫干技师学院", None, "第二批"),
         ("Post", "沈文秀", "院长", None), ("Post", "沈文秀", "副主席", None),
         ("Conferral", "沈文秀", "浙江工匠", "2021-10"), ("Event", "莫干技师学院", "讲师研修班", "2021-09-01")],
    ),
    (
        "least-confidence", {}, "confidence kind who what article",
        [(Decimal("0.5"), "Figure", "青川县总工会", "培训人数", Q),
         (Decimal("0.6"), "Adoption", "长兴县", STATIONS, H), (Decimal("0.6"), "Pilot", "白龙机械有限公司", None, Q),
         (Decimal("0.7"), "Figure", "湖州市", "户外劳动者驿站数", H),
         (Decimal("0.7"), "Adoption", "白龙机械有限公司工会", MENTORING, Q),
         (Decimal("0.7"), "Conferral", "青川县", MEDAL, Q)],
    ),
    ("least-confidence", {"ceiling": "0.5"}, "who quote", [("青川县总工会", "打算培训不少于5000人")]),
    ("least-confidence", {"ceiling": "0.4"}, "who", []),
    (
        "adoption-evidence", {"region": "青川", "measure": "mentoring"},
        "place actor confidence article begin end quote",
        [("青川县", "青川县总工会", Decimal("0.8"), G, 32, 46, "青川县总工会继续抓师徒结对。"),
         ("青川县", "青川县总工会", Decimal("0.8"), Q, 31, 45, "县总工会在各厂推开师徒结对。"),
         ("青川县", "白龙机械有限公司", Decimal("0.9"), Q, 60, 84, BOTH),
         ("青川县", "白龙机械有限公司工会", Decimal("0.7"), Q, 60, 84, BOTH)],
    ),
    (
        "adoption-evidence", {"region": "浙江省"}, "place name actor",
        [("德清县", CONTESTS, "德清县"), ("德清县", ACADEMIES, "莫干技师学院"), ("浙江省", PILOTS, "浙江省"),
         ("湖州市", STATIONS, "湖州市"), ("长兴县", STATIONS, "长兴县")],
    ),
    (
        "adoption-evidence", {"measure": "skills-contests"}, "place actor localName date",
        [("德清县", "德清县", None, None), ("醴陵市", "醴陵市", None, None), ("青川县", "青川县产改办", None, None),
         ("青川县", "青川县", "“蜀道杯”技能大赛", "2021")],
    ),
    (
        "events", {}, "date end event sort actor article",
        [("2019-06", None, "产改试点启动会", "meeting", "浙江省", H),
         ("2020", None, "集团成立", "start", "渌江瓷业集团", L),
         ("2021-08-11", None, "技能大赛开幕", "contest", "青川县", Q),
         ("2021-09-01", "2021-09-05", "讲师研修班", "training", "莫干技师学院", H)],
    ),
    ("events", {"since": "2021"}, "event", [("技能大赛开幕",), ("讲师研修班",)]),
    ("events", {"region": "湖州"}, "event", [("讲师研修班",)]),  # the opening is the province's, not within 湖州市
    ("events", {"region": "浙江"}, "event", [("产改试点启动会",), ("讲师研修班",)]),
    (
        "policy-documents", {}, "document issuer issued articles",
        [("关于推进产改试点的意见", "浙江省", None, 1), ("青川县产业工人技能提升办法", "青川县", "2021-05", 1)],
    ),
    (
        "people", {}, "person title at region",
        [("何立山", "车间主任", "白龙机械有限公司", "青川县"), ("沈文秀", "副主席", "德清县总工会", "德清县"),
         ("沈文秀", "院长", "莫干技师学院", "德清县")],
    ),
    ("people", {"organisation": "青川县"}, "person", [("何立山",)]),
    # 醴陵市's plan for contests is done by what another article says; 青川县's for stations is not
    ("open-plans", {}, "actor name by article", [("青川县", STATIONS, "2024", Q)]),
    ("open-plans", {"region": "湖南省"}, "actor", []),
    ("local-names", {}, "localName name actor article", [("“蜀道杯”技能大赛", CONTESTS, "青川县", Q)]),
    ("local-names", {"measure": "mentoring"}, "localName", []),
    ("only-one-region", {}, "regionName name actors", [("浙江省", PILOTS, 1)]),
    # 四川省 has four measures, 浙江省 four, 湖南省 two: all that one of them has alone is 浙江省's pilots
    ("only-one-region", {"level": "province"}, "regionName name", [("浙江省", PILOTS)]),
    ("only-one-region", {"level": "union"}, "regionName name actors", [("青川县总工会", CONTESTS, 1)]),
    (
        # 青川县 (3 measures), 德清县 (2) and 醴陵市 (2) are the ones with two or more
        "core-measures", {"enough": "2", "share": "0.3"}, "name regions of part",
        [(CONTESTS, 3, 3, Decimal(1)), (ACADEMIES, 2, 3, Decimal("0.667")), (MENTORING, 2, 3, Decimal("0.667"))],
    ),
    ("core-measures", {"level": "province", "enough": "2"}, "name regions of", [(CONTESTS, 3, 3)]),
    (
        # seven regions act, contests in three of them, academies and mentoring in two: 2 · 7 / (2 · 3)
        "measures-together", {}, "oneName otherName ofOne ofOther both lift",
        [(ACADEMIES, CONTESTS, 2, 3, 2, Decimal("2.333")), (MENTORING, CONTESTS, 2, 3, 2, Decimal("2.333"))],
    ),
    (
        "measures-together", {"level": "province"}, "oneName otherName both lift",
        [(ACADEMIES, STATIONS, 2, Decimal("1.5")), (ACADEMIES, CONTESTS, 2, Decimal(1)),
         (MENTORING, CONTESTS, 2, Decimal(1)), (STATIONS, CONTESTS, 2, Decimal(1))],
    ),
    ("measures-together", {"minimum": "3"}, "both", []),
    ("first-reported", {}, "name regionName first", [(CONTESTS, "青川县", "2021")]),
    ("first-reported", {"level": "province"}, "regionName first", [("四川省", "2021")]),
    ("first-reported", {"measure": "mentoring"}, "first", []),
    (
        # the union's two sentences are in two articles
        "measure-actors", {"measure": "mentoring"}, "actor kind place sentences",
        [("渌江瓷业集团", "Enterprise", "醴陵市", 1), ("白龙机械有限公司", "Enterprise", "青川县", 1),
         ("白龙机械有限公司工会", "Union", "青川县", 1), ("青川县总工会", "Union", "青川县", 2)],
    ),
    ("measure-actors", {"region": "湖州"}, "name actor",
     [(CONTESTS, "德清县"), (ACADEMIES, "莫干技师学院"), (STATIONS, "湖州市"), (STATIONS, "长兴县")]),
    (
        "dimension-balance", {"level": "province"}, "regionName dimension measures actors",
        [("四川省", "技能素质", 2, 4), ("四川省", "建功立业", 1, 2), ("四川省", "服务保障", 1, 1),
         ("浙江省", "建功立业", 1, 1), ("浙江省", "技能素质", 1, 1), ("浙江省", "服务保障", 1, 2),
         ("浙江省", "组织推进", 1, 1), ("湖南省", "建功立业", 1, 1), ("湖南省", "技能素质", 1, 1)],
    ),
    ("reprints", {}, "articles", []),  # counts.trig has some
    (
        "thin-evidence", {"region": "德清"}, "name surest quoted",
        [(CONTESTS, Decimal("0.9"), "技能大赛近3500人参加。"), (ACADEMIES, Decimal("0.9"), "莫干技师学院办了工匠学院")],
    ),
    # of 广元市's measures contests rest on two sentences and mentoring on three
    ("thin-evidence", {"region": "广元", "level": "prefecture"}, "name", [(ACADEMIES,), (STATIONS,)]),
    (
        "articles-of-regions", {"level": "prefecture"}, "regionName article measures actors",
        [("广元市", G, 3, 3), ("广元市", Q, 3, 5), ("株洲市", L, 2, 2), ("湖州市", H, 3, 4)],
    ),
    ("unreported-measures", {}, "name", []),
    ("unreported-measures", {"region": "青川"}, "name planned", [(STATIONS, 1), (PILOTS, 0)]),
    ("unreported-measures", {"region": "湖南"}, "dimension name",
     [("技能素质", ACADEMIES), ("服务保障", STATIONS), ("组织推进", PILOTS)]),
]  # fmt: skip


def plain(value: object) -> object:
    """A value as both engines can give it: numbers compared as numbers, everything else as text."""
    if value is None or isinstance(value, int):
        return value
    if hasattr(value, "toPython"):
        number = value.toPython()
        return plain(number) if isinstance(number, int | Decimal) else str(value)
    return value.normalize() if isinstance(value, Decimal) else str(value)


@pytest.mark.parametrize(("name", "values", "columns", "rows"), EXPECTED, ids=lambda each: str(each)[:40])
def test_rows_by_both_engines(graph, oracle, name, values, columns, rows):
    wanted = columns.split()
    table = ask(graph, name, **values)
    found = [tuple(plain(record[column]) for column in wanted) for record in table.records()]
    assert found == [tuple(plain(cell) for cell in row) for row in rows]

    sparql = load(name).bound(terms(graph, load(name), values))
    answer = oracle.query(sparql)
    assert [str(variable) for variable in answer.vars] == list(table.columns)
    assert [tuple(map(plain, row)) for row in answer] == [tuple(map(plain, row)) for row in table.rows]


def test_every_saved_question_is_asked_here():
    assert {row[0] for row in EXPECTED} == {question.id for question in questions()}
    assert len(questions()) == 27
    assert len(EXPECTED) == 73


@pytest.mark.parametrize("path", [*sorted(SAVED.glob("*.rq")), *sorted(INTERNAL.glob("*.rq"))], ids=lambda p: p.stem)
def test_the_file_is_whole_sparql_that_runs_as_it_stands(graph, oracle, path):
    question = read_question(path)
    defaults = {p.name: p.default for p in question.parameters if p.default and p.type != "decimal"}
    assert graph.select(question.sparql).columns
    assert oracle.query(question.sparql).vars
    assert question.title_zh
    assert question.title("en").isascii()
    assert question.title("zh") == question.title_zh
    for name, default in defaults.items():
        block = "UNDEF" if default == "*" else default
        assert f"VALUES ?{name} {{ " in question.sparql
        assert block in question.sparql


@pytest.mark.parametrize(
    ("name", "values", "error", "says"),
    [
        ("pilot", {}, UnknownQuestionError, "pilots"),
        ("measures-shared", {}, UnknownQuestionError, "shared-measures"),
        ("pilots", {"nivel": "1"}, UnknownParameterError, "level, batch"),
        ("lacking-measures", {"region": "青川"}, MissingParameterError, "other"),
        ("unit-honours", {"unit": " "}, MissingParameterError, "unit"),
        ("shared-measures", {"minimum": "two"}, BadParameterError, "two"),
        ("shared-measures", {"minimum": "-1"}, BadParameterError, "-1"),
        ("shared-measures", {"minimum": "1 } UNION { ?s ?p ?o"}, BadParameterError, "UNION"),
        ("shared-measures", {"level": "village"}, BadParameterError, "prefecture"),
        ("least-confidence", {"ceiling": "NaN"}, BadParameterError, "NaN"),
        ("least-confidence", {"ceiling": "high"}, BadParameterError, "high"),
        ("pilots", {"level": "galactic"}, BadParameterError, "Provincial"),
        ("unit-honours", {"unit": "乌有县"}, UnknownThingError, "乌有县"),
        ("unit-honours", {"unit": "县总工会"}, AmbiguousThingError, "德清县总工会"),
        ("figures", {"measure": "青川县"}, UnknownThingError, "青川县"),  # a county is no measure
        ("open-plans", {"region": "白龙机械"}, UnknownThingError, "白龙机械"),  # a company is no region
        ("article-facts", {"article": "none.txt"}, UnknownThingError, "liling.txt"),
    ],
)
def test_what_cannot_be_asked(graph, name, values, error, says):
    with pytest.raises(error) as caught:
        ask(graph, name, **values)
    assert says in caught.value.message("zh")
    assert says in caught.value.message("en")


@pytest.mark.parametrize(
    "text",
    [
        'x" } { ?s ?p ?o } #', "x' } UNION { ?s ?p ?o", 'x"@en', "\\", '\\"', 'a\nb"', '"""', "?s", "${batch}",
        "\\u0022 } #", "UNDEF", "}", "{", "\\g<0>", "\x00", "𠮷\u2028",
    ],
)  # fmt: skip
def test_no_text_becomes_sparql(graph, oracle, text):
    # no batch is called so: nothing may be found, and nothing may go wrong
    assert ask(graph, "pilots", batch=text).rows == ()
    sparql = load("pilots").bound(terms(graph, load("pilots"), {"batch": text}))
    assert list(oracle.query(sparql)) == []
    # and the text arrives as it was
    assert graph.select(load("pilots").bound({"batch": Text(text)}).replace("?series ?unit", "?batch ?unit")).rows == ()
    echo = 'SELECT ?batch { VALUES ?batch { "" } }'
    bound = read_echo(echo, text)
    assert graph.select(bound).rows == ((text,),)


def read_echo(sparql: str, text: str) -> str:
    from graph.query.questions import Parameter, Question

    return Question("echo", "回声", "echo", (Parameter("batch", "text", "", "", ""),), sparql).bound(
        {"batch": Text(text)}
    )


@pytest.mark.parametrize("iri", ["a b", "x> } { ?s ?p ?o } #", "https://example.org/<>"])
def test_no_ill_formed_iri_becomes_sparql(iri):
    with pytest.raises(ValueError, match="IRI"):
        internal("properties").bound({"thing": Iri(iri)})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# id: other\n# title-zh: 题\n# title-en: t\n", 1),
        ("# id: q\n# title-zh: 题\n", 1),
        ("# id: q\n# title-zh: 题\n# title-en: t\n# parameter: a | integer | 1\n", 4),
        ("# id: q\n# title-zh: 题\n# title-en: t\n# parameter: a | colour | 1 | 甲 | a\nVALUES ?a { 1 }", 4),
        ("# id: q\n# title-zh: 题\n# title-en: t\n# parameter: a | integer | 1 | 甲 | a\nSELECT * {}", 4),
    ],
)
def test_a_damaged_question_is_named_with_its_line(tmp_path, text, line):
    path = tmp_path / "q.rq"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DamagedQuestionError) as caught:
        read_question(path)
    assert str(path) in str(caught.value)
    assert caught.value.values["line"] == line


def test_titles_find_a_question_too():
    assert load("大事记，按时间先后").id == load("Events in the order of time").id == "events"
