"""Matching and figures on cases worked by hand, and the same numbers as the project's scorer on real reports."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from graph.errors import AnnotatedReportNotFoundError
from graph.evaluate.annotations import CATEGORIES, Annotation, Item, read_annotations
from graph.evaluate.findings import Finding, Findings, findings, plain
from graph.evaluate.matching import ROWS, Judge, paired
from graph.evaluate.scores import BANDS, Evaluation, ReportResult, Score, Trust, by_band, by_rule, evaluate, score_of
from graph.model import Report
from graph.read import document_from_text
from graph.vocabulary import load_measures
from tests.commands import CHANGAI, ROOT, run
from tests.evaluate.made import write
from tests.reading import report_of

SHARED = ROOT.parent / "shared"
DOCUMENT = document_from_text("甲县。", "a.txt")


def item(optional: bool = False, **fields: object) -> Item:
    return Item("x[0]", fields, optional)


def judge(names: dict[str, set[str]], **items: list[Item]) -> Judge:
    annotation = Annotation(Path("a.json"), "a.txt", {c: tuple(items.get(c, ())) for c in CATEGORIES})
    known = {key: (plain(sorted(forms)[0]), frozenset(map(plain, forms))) for key, forms in names.items()}
    return Judge(annotation, Findings(DOCUMENT, known, {}, dict.fromkeys(CATEGORIES, ())))


@pytest.mark.parametrize(
    ("items", "found", "fits", "right", "optional", "missed", "wrong"),
    [
        ("AB", "ab", {"Aa", "Bb"}, 2, 0, 0, 0),
        ("AB", "ab", {"Aa", "Ab", "Ba"}, 2, 0, 0, 0),  # A has to make way for B
        ("ABC", "abc", {"Aa", "Ab", "Ba", "Bc", "Ca"}, 3, 0, 0, 0),  # and B for C
        ("AB", "a", {"Aa", "Ba"}, 1, 0, 1, 0),
        ("A", "abc", {"Aa"}, 1, 0, 0, 2),
        ("aA", "x", {"ax", "Ax"}, 1, 0, 0, 0),  # one that has to be found goes before an optional one
        ("a", "xy", {"ax"}, 0, 1, 0, 1),
        ("a", "", set(), 0, 0, 0, 0),
        ("", "x", set(), 0, 0, 0, 1),
    ],
)
def test_pairs(items, found, fits, right, optional, missed, wrong):
    """Items are upper case where they have to be found; `fits` are the pairs that are the same."""
    annotated = [item(name.islower(), name=name) for name in items]
    rows = [Finding({"name": name}) for name in found]
    same = set(fits)
    outcome = paired(annotated, rows, lambda i, f: i.text("name") + f.fields["name"] in same)
    assert score_of(outcome) == Score(right, optional, missed, wrong)


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1"),
    [
        (Score(), 0.0, 1.0, 0.0),
        (Score(2, 0, 0, 0), 1.0, 1.0, 1.0),
        (Score(2, 2, 2, 0), 1.0, 0.5, 2 / 3),
        (Score(1, 1, 1, 2), 0.5, 0.5, 0.5),
        (Score(0, 1, 0, 1), 0.5, 1.0, 2 / 3),
        (Score(0, 0, 3, 0), 0.0, 0.0, 0.0),
    ],
)
def test_figures_of_a_score(score, precision, recall, f1):
    assert (score.precision, score.recall) == (precision, recall)
    assert score.f1 == pytest.approx(f1)


FIGURE = {"actor": "k", "indicator": "培训职工", "value": Decimal(120), "unit": "人", "bound": "exact"}


@pytest.mark.parametrize(
    ("annotated", "found", "same"),
    [
        ({}, {}, True),
        ({"unit": "名"}, {}, True),
        ({"unit": "家"}, {"unit": "个"}, True),
        ({"unit": "家"}, {}, False),
        ({"unit": "元"}, {"unit": "元"}, True),
        ({"value": Decimal("120.0001")}, {}, True),
        ({"value": 121}, {}, False),
        ({"keywords": ["受训", "培训"]}, {}, True),
        ({"keywords": ["受训"]}, {}, False),
        ({"keywords": []}, {}, True),  # then the indicator itself is the word
        ({"indicator": "职工", "keywords": []}, {}, True),
        ({"actor": "乙县"}, {}, False),
        ({"actor": "乙县", "also": ["甲县"]}, {}, True),
        ({"value": None, "low": 3, "high": 5}, {"value": None, "low": Decimal(3), "high": Decimal(5)}, True),
        ({"value": None, "low": 3, "high": 6}, {"value": None, "low": Decimal(3), "high": Decimal(5)}, False),
        ({"value": None, "low": 3, "high": 5}, {}, False),
        ({"bound": "over"}, {}, True),
    ],
)
def test_figures_that_are_the_same(annotated, found, same):
    wanted = {"actor": "甲县", "indicator": "培训职工", "keywords": ["培训"], "value": 120, "unit": "人"} | annotated
    fields = {k: v for k, v in (FIGURE | found).items() if v is not None}
    figures = judge({"k": {"甲县"}})
    assert figures._figures(item(**wanted), Finding(fields)) is same


@pytest.mark.parametrize(
    ("category", "annotated", "found", "same"),
    [
        ("entities", {"type": "LocalGovernment", "name": "甲 县"}, {"type": "LocalGovernment", "key": "k"}, True),
        ("entities", {"type": "Agency", "name": "甲县"}, {"type": "LocalGovernment", "key": "k"}, False),
        ("relations", {"kind": "within", "subject": "甲县", "object": "乙市"}, ("within", "k", "c"), True),
        ("relations", {"kind": "within", "subject": "乙市", "object": "甲县"}, ("within", "k", "c"), False),
        ("relations", {"kind": "organOf", "subject": "甲县", "object": "乙市"}, ("within", "k", "c"), False),
        ("adoptions", {"actor": "甲县", "measure": "m"}, {"actor": "k", "measure": "m"}, True),
        ("adoptions", {"actor": "甲县", "measure": "n"}, {"actor": "k", "measure": "m"}, False),
        ("conferrals", {"recipient": "甲县", "honour": "五一奖状"}, {"recipient": "k", "honour": "h"}, True),
        ("conferrals", {"recipient": "甲县", "honour": "全国五一奖状"}, {"recipient": "k", "honour": "h"}, True),
        ("conferrals", {"recipient": "甲县", "honour": "奖状"}, {"recipient": "k", "honour": "h"}, False),
        ("conferrals", {"recipient": "乙市", "honour": "五一奖状"}, {"recipient": "k", "honour": "h"}, False),
        ("pilots", {"unit": "甲县"}, {"unit": "k"}, True),
        ("pilots", {"unit": "甲县"}, {"unit": "c"}, False),
        ("posts", {"person": "王某", "organisation": "丙厂", "title": "副主席"}, ("p", "k", "主席"), True),
        ("posts", {"person": "王某", "organisation": "甲县", "title": "书记"}, ("p", "k", "主席"), True),
        ("posts", {"person": "王某", "organisation": "丙厂", "title": "书记"}, ("p", "k", "主席"), False),
        ("posts", {"person": "李某", "organisation": "甲县", "title": "主席"}, ("p", "k", "主席"), False),
        ("events", {"date": "2021-05", "keywords": ["竞赛"]}, {"date": "2021-05", "label": "技能竞赛"}, True),
        ("events", {"date": "2021", "keywords": ["竞赛"]}, {"date": "2021-05", "label": "技能竞赛"}, False),
        ("events", {"date": "2021", "actor": "甲县"}, {"date": "2021", "label": "会", "actor": "k"}, True),
        ("events", {"date": "2021", "actor": "甲县"}, {"date": "2021", "label": "会"}, False),
    ],
)
def test_what_is_the_same(category, annotated, found, same):
    if isinstance(found, tuple):
        names = ("kind", "subject", "object") if category == "relations" else ("person", "organisation", "title")
        found = dict(zip(names, found, strict=True))
    names = {"k": {"甲县", "该县"}, "c": {"乙市"}, "h": {"五一奖状"}, "p": {"王某"}}
    assert getattr(judge(names), f"_{category}")(item(**annotated), Finding(found)) is same


def test_a_name_that_the_annotation_knows_by_another():
    one = judge({"k": {"甲钢"}}, entities=[item(name="甲县钢铁公司", type="Enterprise", aliases=["甲钢"])])
    assert one._called("k", ["甲县钢铁公司"])
    assert not one._called("k", ["乙县钢铁公司"])
    assert not one._called(None, ["甲钢"])


def test_links_of_divisions_cost_nothing():
    found = Finding({"kind": "within", "subject": "k", "object": "c"})
    other = Finding({"kind": "organOf", "subject": "k", "object": "c"})
    wanted = [item(kind="within", subject="甲县", object="丙省")]
    one = judge({"k": {"甲县"}, "c": {"乙市"}}, relations=wanted)
    one = Judge(one.annotation, Findings(DOCUMENT, one.findings.names, {}, {"relations": (found, other)}))
    assert score_of(one.outcome("relations")) == Score(0, 0, 1, 0)


def test_each_of_several_issuers_is_a_relation():
    text = "青川县产业工人队伍建设改革纪实\n\n县人社局、县总工会印发《技能津贴办法》。"
    (found,) = findings([report_of(text)])
    issuers = {
        found.labels[row.fields["object"]] for row in found.found["relations"] if row.fields["kind"] == "issuedBy"
    }
    assert issuers == {"青川县人社局", "青川县总工会"}


def test_confidence():
    def row(confidence: str, rule: str) -> Finding:
        return Finding({"unit": "k"}, (rule,), Decimal(confidence))

    one = judge({"k": {"甲县"}}, pilots=[item(unit="甲县"), item(unit="甲县")])
    found = (row("0.9", "a"), row("1", "a"), row("0.55", "b"))
    one = Judge(one.annotation, Findings(DOCUMENT, one.findings.names, {}, one.findings.found | {"pilots": found}))
    outcomes = {name: one.outcome(name) for name in ROWS}
    evaluation = Evaluation((ReportResult(one.annotation, one.findings, outcomes),), 0, 0, 0)
    bands = {each.name: (each.right, each.found) for each in by_band(evaluation)}
    assert bands == {"0.5–0.6": (0, 1), "0.9–1": (2, 2)}
    assert {each.name for each in by_rule(evaluation)} == {"pilots a 0.9", "pilots a 1", "pilots b 0.55"}
    assert list(BANDS) == sorted(BANDS)


@pytest.mark.parametrize(
    ("right", "found", "low", "high"), [(0, 0, 0, 1), (1, 1, 0.207, 1), (9, 10, 0.596, 0.982), (90, 100, 0.826, 0.945)]
)
def test_few_findings_prove_little(right, found, low, high):
    assert Trust("x", right, found).interval == pytest.approx((low, high), abs=0.001)


def test_an_annotation_without_its_report(tmp_path):
    (annotation,) = read_annotations(write(tmp_path), ["craftsman-academies", "skills-contests"])
    with pytest.raises(AnnotatedReportNotFoundError, match=r"report\.txt"):
        evaluate([annotation], [Report(DOCUMENT)])


def test_the_command(tmp_path):
    folder = write(tmp_path)
    found = json.loads(run(CHANGAI, "evaluate", folder, "--format", "json", "--errors", "--confidence", "--by-report"))
    assert found["counts"]["figures"] == [1, 0, 0, 0]
    assert found["counts"]["entities"][:3] == [2, 0, 0]
    assert set(found["reports"]) == {"report.txt"}
    assert {"facts", "entities", "rules"} == set(found["confidence"])
    assert found["facts_without_evidence"] == 0


def test_errors_stand_under_their_sentence(tmp_path):
    gold = json.loads((write(tmp_path) / "report.json").read_text(encoding="utf-8"))
    gold["figures"][0]["value"] = 1300
    said = run(CHANGAI, "--lang", "en", "evaluate", write(tmp_path, gold), "--errors", "figures", "--quiet")
    lines = said.splitlines()
    at = next(n for n, line in enumerate(lines) if "培训工人1200人次" in line)
    assert "− figures" in lines[at + 1]
    assert "1300" in lines[at + 1]
    assert "＋ figures" in lines[at + 2]
    assert "value 1200" in lines[at + 2]


@pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="no ../shared beside the checkout")
def test_same_numbers_as_the_scorer(tmp_path):
    run(CHANGAI, "build", SHARED / "corpus", "--output", tmp_path)
    theirs = json.loads(run(sys.executable, SHARED / "score.py", tmp_path / "graph.trig", SHARED / "gold", "--json"))
    ours = json.loads(run(CHANGAI, "evaluate", SHARED / "gold", "--format", "json", "--quiet"))
    assert ours == theirs
    assert set(ours["counts"]) == set(ROWS)
    assert sum(map(sum, ours["counts"].values())) > 0


def test_measures_of_the_made_report_exist():
    assert {"craftsman-academies", "skills-contests"} <= {measure.id for measure in load_measures()}
