"""The honest count: every cell of counts.trig, worked out on paper, by both engines.

article  sentence                    who does what (confidence)
a        s1 湄潭县…技能大赛             湄潭县 contests (0.9)
         s2 县总工会…配师傅             湄潭县总工会 mentoring (0.8)
         s3 公司和公司工会…带徒          茅坪茶业公司 mentoring (0.9), its union mentoring (0.7)
b        s1 again, other marks, a break   湄潭县 contests (0.9)
         s2 again, another mark           湄潭县总工会 mentoring (0.8)
         s4 开发区也比…                 湄潭经济开发区 contests (0.6)
c        s5 凤冈县的赤水河酒厂…          赤水河酒厂 contests (0.85)
         s6 凤冈县…打算…               凤冈县 plans mentoring (0.8)
         s7 遵义市…动员会              遵义市 contests (0.7)
d        s8 黔西市师傅带徒弟             黔西市 mentoring (0.5)
         s1 again                         湄潭县 contests (0.9)
贵州省 ⊃ 遵义市 ⊃ 湄潭县 ⊃ 湄潭经济开发区; 遵义市 ⊃ 凤冈县 (in it 赤水河酒厂); 贵州省 ⊃ 毕节市 ⊃ 黔西市.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from graph.errors import BadParameterError
from graph.query.ask import terms
from graph.query.dataset import read_dataset
from graph.query.questions import internal, load
from graph.query.regions import shared
from graph.query.store import open_graph

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
COUNTS = Path(__file__).with_name("counts.trig")
CONTESTS, MENTORING = "skills-contests", "mentoring"

# (level, by, confidence) → {(measure, holder): (actors, direct, units, below, articles, sentences, facts, planned)}
CELLS = {
    ("any", "region", "0"): {
        (CONTESTS, "湄潭县"): (1, 1, 0, 0, 1, 1, 3, 0),  # a, b and d say the same of it
        (CONTESTS, "湄潭经济开发区"): (1, 1, 0, 0, 1, 1, 1, 0),
        (CONTESTS, "凤冈县"): (1, 0, 1, 0, 1, 1, 1, 0),
        (CONTESTS, "遵义市"): (1, 1, 0, 0, 1, 1, 1, 0),
        (MENTORING, "湄潭县"): (3, 0, 3, 0, 2, 2, 4, 0),  # a says s2 and s3, b says s2
        (MENTORING, "黔西市"): (1, 1, 0, 0, 1, 1, 1, 0),
    },
    ("county", "region", "0"): {
        (CONTESTS, "湄潭县"): (2, 1, 0, 1, 2, 2, 4, 0),  # a and d say s1, b says s1 and s4
        (CONTESTS, "凤冈县"): (1, 0, 1, 0, 1, 1, 1, 0),
        (MENTORING, "湄潭县"): (3, 0, 3, 0, 2, 2, 4, 0),
        (MENTORING, "黔西市"): (1, 1, 0, 0, 1, 1, 1, 0),
    },
    ("prefecture", "region", "0"): {
        (CONTESTS, "遵义市"): (4, 1, 0, 3, 3, 4, 6, 0),  # a and d: s1; b: s1, s4; c: s5, s7
        (MENTORING, "遵义市"): (3, 0, 0, 3, 2, 2, 4, 1),  # 凤冈县 plans it
        (MENTORING, "毕节市"): (1, 0, 0, 1, 1, 1, 1, 0),
    },
    ("province", "region", "0"): {
        (CONTESTS, "贵州省"): (4, 0, 0, 4, 3, 4, 6, 0),
        (MENTORING, "贵州省"): (4, 0, 0, 4, 3, 3, 5, 1),  # a: s2, s3; b: s2; d: s8
    },
    ("zone", "region", "0"): {(CONTESTS, "湄潭经济开发区"): (1, 1, 0, 0, 1, 1, 1, 0)},
    ("township", "region", "0"): {},
    ("any", "region", "0.8"): {
        (CONTESTS, "湄潭县"): (1, 1, 0, 0, 1, 1, 3, 0),
        (CONTESTS, "凤冈县"): (1, 0, 1, 0, 1, 1, 1, 0),
        (MENTORING, "湄潭县"): (2, 0, 2, 0, 2, 2, 3, 0),  # the company's union is at 0.7; s3 stands for the company
    },
    ("any", "region", "0.95"): {},
    ("any", "enterprise", "0"): {
        (CONTESTS, "赤水河酒厂"): (1, 1, 0, 0, 1, 1, 1, 0),
        (MENTORING, "茅坪茶业公司"): (2, 1, 1, 0, 1, 1, 2, 0),  # itself and its union, in one sentence
    },
    ("any", "union", "0"): {
        (MENTORING, "湄潭县总工会"): (1, 1, 0, 0, 1, 1, 2, 0),
        (MENTORING, "茅坪茶业公司工会"): (1, 1, 0, 0, 1, 1, 1, 0),
    },
}
CELLS["all", "region", "0"] = {
    **CELLS["province", "region", "0"],
    **CELLS["prefecture", "region", "0"],
    **CELLS["county", "region", "0"],
    **CELLS["zone", "region", "0"],
}
# (level, by) → {measure: (regions, actors, articles, sentences, facts)}
MEASURES = {
    ("any", "region"): {CONTESTS: (4, 4, 3, 4, 6), MENTORING: (2, 4, 3, 3, 5)},
    ("county", "region"): {CONTESTS: (2, 3, 3, 3, 5), MENTORING: (2, 4, 3, 3, 5)},
    ("prefecture", "region"): {CONTESTS: (1, 4, 3, 4, 6), MENTORING: (2, 4, 3, 3, 5)},
    ("any", "enterprise"): {CONTESTS: (1, 1, 1, 1, 1), MENTORING: (1, 2, 1, 1, 2)},
    ("any", "union"): {MENTORING: (2, 2, 2, 2, 3)},
}


@pytest.fixture(scope="module")
def counted():
    return open_graph(COUNTS)


@pytest.fixture(scope="module")
def oracle():
    return read_dataset(COUNTS)


def test_the_spans_quote_their_articles(counted):
    rows = counted.select(
        "SELECT ?text ?b ?e ?q { ?s nif:anchorOf ?q ; nif:beginIndex ?b ; nif:endIndex ?e ; "
        "nif:referenceContext/nif:isString ?text }"
    ).rows
    assert len(rows) == 11
    assert all(text[begin:end] == quote for text, begin, end, quote in rows)


@pytest.mark.parametrize(("level", "by", "confidence"), CELLS)
def test_every_cell(counted, level, by, confidence):
    table = shared(counted, level, 1, by=by, confidence=Decimal(confidence))
    names = {region.iri: region.name for region in table.regions}
    found = {
        (cell.measure.local, names[cell.region]): (
            cell.actors, cell.direct, cell.units, cell.below, cell.articles, cell.sentences, cell.facts, cell.planned
        )
        for cell in table.cells
    }  # fmt: skip
    assert found == CELLS[level, by, confidence]
    assert all(cell.rolled_up == cell.units + cell.below for cell in table.cells)


@pytest.mark.parametrize(("level", "by"), MEASURES)
def test_every_measure(counted, level, by):
    measures = shared(counted, level, 1, by=by).measures
    assert {m.iri.local: (m.regions, m.actors, m.articles, m.sentences, m.facts) for m in measures} == MEASURES[
        level, by
    ]


@pytest.mark.parametrize("level", ["any", "county", "prefecture", "province", "zone", "all", "enterprise", "union"])
@pytest.mark.parametrize("least", ["0", "0.8"])
@pytest.mark.parametrize("name", ["measure-cells", "shared-measures", "region-measures", "region-overlap"])
def test_both_engines_agree(counted, oracle, name, level, least):
    question = load(name)
    sparql = question.bound(terms(counted, question, {"level": level, "least": least}))
    ours = [tuple(str(cell) for cell in row) for row in counted.select(sparql).rows]
    theirs = [tuple(str(cell) for cell in row) for row in oracle.query(sparql)]
    assert theirs == ours


@pytest.mark.parametrize("kind", ["Adoption", "Plan"])
def test_both_engines_find_the_same_evidence(counted, oracle, kind):
    question = internal("shared-evidence")
    sparql = question.bound(terms(counted, question, {"level": "all", "least": "0", "kind": kind}))
    ours = [tuple(str(cell) for cell in row) for row in counted.select(sparql).rows]
    assert [tuple(str(cell) for cell in row) for row in oracle.query(sparql)] == ours
    assert len(ours) == {"Adoption": 33, "Plan": 3}[kind]


def test_what_is_only_planned_stands_apart(counted):
    table = shared(counted, "any", 1)
    assert [(table.level, plan.measure.local, plan.actors) for plan in table.planned] == [("any", MENTORING, 1)]
    assert table.planned[0].region.local == "凤冈县"
    assert table.cell(table.planned[0].measure, table.planned[0].region) is None


def test_a_reprint_has_the_digest_of_what_it_reprints(counted):
    table = shared(counted, "any", 1, evidence=True)
    contests = next(cell for cell in table.cells if cell.facts == 3)
    assert [quote.article for quote in contests.evidence] == ["a.txt", "b.txt", "d.txt"]
    assert len({quote.digest for quote in contests.evidence}) == 1
    assert all(len({q.digest for q in cell.evidence}) == cell.sentences for cell in table.cells)


def test_the_question_of_reprints(counted, oracle):
    question = load("reprints")
    sparql = question.bound(terms(counted, question, {}))
    rows = [(3, "湄潭县 办了三届“采茶”技能\n大赛"), (2, "县总工会给新茶工配师傅。")]
    assert [tuple(row) for row in counted.select(sparql).rows] == rows
    assert [(int(articles), str(quote)) for articles, quote in oracle.query(sparql)] == rows


def test_an_unknown_holder(counted):
    with pytest.raises(BadParameterError, match="enterprise"):
        shared(counted, by="village")
