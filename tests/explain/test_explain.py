"""What `changai explain` shows: names, facts and refusals beside their sentences, on the terminal and on the page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.api import load_extractor
from graph.cli import main
from graph.cli.explaining import colours
from graph.explain.account import Account, Why, account
from graph.explain.page import render
from graph.explain.terminal import as_text, clean
from graph.read import document_from_text
from tests.commands import CHANGAI, run

TEXT = """青川县产改见闻
近年来，青川县总工会举办职业技能竞赛12场，参赛职工900人。
下一步，该县将建立工匠学院。
要求各地举办技能大赛，这是产改的重要抓手。
"""


@pytest.fixture(scope="module")
def extractor():
    return load_extractor()


@pytest.fixture(scope="module")
def made(extractor) -> Account:
    return account(document_from_text(TEXT, "<i>青川.txt"), extractor)


def line(made: Account, words: str):
    return next(each for each in made.lines if words in each.sentence.text)


def test_names_have_their_rules_and_entities(made):
    names = {(n.type, n.entity) for n in line(made, "竞赛12场").names}
    assert ("Union", "青川县总工会") in names
    assert all(n.rule and 0 < n.confidence <= 1 for each in made.lines for n in each.names)


def test_facts_stand_at_their_sentence(made):
    facts = line(made, "竞赛12场").facts
    assert {"Adoption", "Figure"} <= {fact.kind for fact in facts}
    assert ("actor", "青川县总工会") in facts[0].properties
    assert all(fact.rule for fact in facts)


def test_who_acts(made):
    acts = line(made, "竞赛12场").acts
    assert acts[-1].actors == ("青川县总工会",)
    assert acts[-1].explicit
    assert line(made, "竞赛12场").about == "青川县"


def test_a_plan_is_told_as_a_plan(made):
    facts = line(made, "工匠学院").facts
    assert [fact.kind for fact in facts] == ["Plan"]


def test_what_is_refused(made):
    why = {r.why for r in line(made, "抓手").refused}
    assert why == {Why.GENERAL}
    assert line(made, "抓手").facts == ()


def test_a_name_that_lost(extractor):
    found = account(document_from_text("青川县总工会主席李明华说，青川县总工会办实事。", "a.txt"), extractor)
    refused = [r for each in found.lines for r in each.refused]
    assert all(r.other for r in refused if r.why is Why.OVERLAPS)


def test_the_terminal(made):
    text = as_text(made, "zh")
    assert "\x1b" not in text
    assert "   1  青川县产改见闻" in text
    assert "→ 举措落实" in text
    assert "[标题]" in text
    assert as_text(made, "en").count("×") == sum(len(each.refused) for each in made.lines)
    painted = as_text(made, "zh", colours=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == text
    assert "\x1b[48;2;" in painted


def test_colours_only_on_a_terminal(monkeypatch, capsys):
    assert not colours()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert colours()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours()


def test_nothing_of_a_report_steers_the_terminal():
    assert clean("甲\x1b[31m乙\u202e丙\u3000丁\n") == "甲[31m乙丙\u3000丁"


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page(made, language):
    page = render(made, language)
    seen = Elements()
    seen.feed(page)
    tags = [tag for tag, _ in seen.seen]
    assert not {"script", "link", "img", "iframe", "i", "base"} & set(tags)
    assert not [a for _, a in seen.seen if {"src", "href", "style"} & set(a)]
    assert "default-src &#39;none&#39;; style-src &#39;sha256-" in page
    assert "&lt;i&gt;青川.txt" in page
    assert "http" not in page.replace("http-equiv", "")
    assert page == render(made, language)
    names = [a for _, a in seen.seen if (a.get("class") or "").startswith("name ")]
    assert len(names) == sum(len(each.names) for each in made.lines)
    assert all(a.get("tabindex") == "0" for a in names)


def test_markup_in_a_report_is_text(extractor):
    hostile = "青川县<script>alert(1)</script>举办职业技能竞赛\"'&12场。"
    page = render(account(document_from_text(hostile, "a.txt"), extractor), "zh")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_measures_have_their_names(made):
    assert "劳动和技能竞赛" in as_text(made, "zh")
    assert "skills-contests" not in as_text(made, "zh")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(
        alphabet=st.sampled_from([*"青川县总工会市省公司举办职业技能竞赛将已建立等和，。：“”《》 \n12万人<&\x1b"]),
        max_size=60,
    )
)
def test_any_text_can_be_told_of(text, extractor):
    made = account(document_from_text(text, "a.txt"), extractor)
    assert as_text(made, "zh")
    assert render(made, "en").count('class="name ') == sum(len(each.names) for each in made.lines)


def test_the_command(tmp_path):
    report = tmp_path / "甲.txt"
    report.write_text(TEXT, encoding="utf-8")
    assert "→ adoption" in run(CHANGAI, "--lang", "en", "explain", report)
    assert run(CHANGAI, "explain", report, "--html", tmp_path / "new" / "甲.html")
    assert (tmp_path / "new" / "甲.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["explain", "."], "the file of one report"),
        (["explain", "none.txt"], "does not exist"),
        (["explain", "report.txt", "--html", "."], "cannot write"),
        (["evaluate", "none"], "does not exist"),
        (["evaluate", "."], "no annotation file"),
        (["evaluate", "bad.json"], "entities[0].type cannot be"),
        (["evaluate", "other.json"], "is in none of these places"),
        (["evaluate", ".", "--errors", "people"], "choose from"),
    ],
)
def test_wrong_use_is_told_in_a_line(tmp_path, monkeypatch, capsys, arguments, words):
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    if arguments[1].endswith(".json"):
        bad = '{"document": "report.txt", "entities": [{"type": "Town", "name": "青川县"}]}'
        (tmp_path / arguments[1]).write_text(
            bad if "bad" in arguments[1] else '{"document": "x.txt"}', encoding="utf-8"
        )
    monkeypatch.chdir(tmp_path)
    assert main([*arguments, "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""
