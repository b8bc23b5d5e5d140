"""Every message is there in both languages, every key that the code uses exists, and every key is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import graph.errors
from graph.cli.asking import TERMS
from graph.cli.showing import COUNTED
from graph.errors import ChangaiError, UnreadableError
from graph.messages import FILE, catalogue, language_of, read_catalogue, say
from graph.model import AdminLevel, Bound, EntityType, EventKind, Level
from graph.query.ask import ask
from graph.query.questions import questions
from graph.query.store import open_graph

PACKAGE = FILE.parent
SAID = r"""\b_?(?:say|said|caption)\(\s*(?:(?:\w+|"zh"|"en"),\s*)?["']([a-z0-9-]+\.[a-z0-9.-]+)["']"""
ERRORS = [
    each
    for each in vars(graph.errors).values()
    if isinstance(each, type) and issubclass(each, ChangaiError) and each is not UnreadableError
]


def used_keys() -> set[str]:
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(SAID, text))
        found |= set(re.findall(r'\bkey(?:: ClassVar\[str\])? = "([a-z0-9.-]+)"', text))
        found |= set(re.findall(r'"((?:exit|usage)\.[a-z0-9]+)"', text))
    return found


def braces(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", text))


def test_every_key_that_is_used_exists():
    assert used_keys() - set(catalogue()) == set()
    assert {f"error.unreadable.{reason}" for reason in UnreadableError.REASONS} <= set(catalogue())


def test_every_key_is_used():
    rest = set(catalogue()) - used_keys()
    assert {key for key in rest if not key.startswith(("term.", "error.unreadable."))} == set()


@pytest.mark.parametrize("key", catalogue())
def test_both_languages_are_complete(key):
    zh, en = catalogue()[key]
    assert braces(zh) == braces(en) or key == "error.unreadable.damaged"
    assert not re.search(r"[\u4e00-\u9fff]", en)
    assert re.search(r"[\u4e00-\u9fff]", zh) or key == "cli.progress"


@pytest.mark.parametrize("error", ERRORS, ids=lambda each: each.__name__)
def test_every_error_speaks_both_languages_in_one_line(error):
    values = dict.fromkeys(braces(catalogue()[error.key][0]), "某\n事")
    for language in ("zh", "en"):
        said = error(**values).message(language)
        assert "\n" not in said
        assert "{" not in said
    assert str(error(**values)) == error(**values).message("en")
    assert error.exit_code in {1, 2}


def test_unreadable_files_are_named():
    for reason in UnreadableError.REASONS:
        error = UnreadableError(Path("甲/乙.txt"), reason, at=7)
        for language in ("zh", "en"):
            assert "甲/乙.txt" in error.message(language)
            assert "{" not in error.message(language)
    assert "第 7 字节" in UnreadableError(Path("x"), "undecodable", at=7).message("zh")
    assert "odd" in str(UnreadableError(Path("x"), "odd"))


def test_every_value_and_column_has_a_word():
    graph_of_fixture = open_graph(Path(__file__).parent / "query" / "fixture.trig")
    words = {key.removeprefix("term.") for key in catalogue()}
    values = {each.value for kind in (EntityType, AdminLevel, Level, Bound, EventKind) for each in kind}
    assert values - words == set() or values - words <= {"other"}
    assert set(COUNTED) - words == set()
    columns = set()
    for question in questions():
        needed = {"region": "青川", "other": "醴陵", "unit": "青川", "article": "liling.txt"}
        given = {p.name: needed[p.name] for p in question.parameters if p.required}
        columns |= set(ask(graph_of_fixture, question.id, **given).columns)
    assert columns - words == set()
    assert columns & TERMS


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id\tzh\ten\n", 1),
        ("key\tzh\ten\nb\t乙\tb\na\t甲\ta\n", 3),
        ("key\tzh\ten\na\t甲\ta\na\t甲\ta\n", 3),
        ("key\tzh\ten\na\t甲\n", 2),
        ("key\tzh\ten\na\t\ta\n", 2),
    ],
)
def test_a_bad_line_is_named(tmp_path, text, line):
    path = tmp_path / "messages.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=f"messages.tsv:{line}:"):
        read_catalogue(path)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "POSIX"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.Big5"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
    ],
)
def test_the_locale_chooses(environment, language):
    assert language_of(environment) == language


def test_a_missing_value_is_no_error():
    assert "{path}" in say("en", "cli.page")
    with pytest.raises(KeyError):
        say("en", "no.such.key")
