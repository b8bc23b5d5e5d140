"""The measures' patterns: what they find, and what is said of a bad one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.facts.measures import Hit, PatternError, compile_measures, load_verbs
from graph.model import MeasureConcept
from graph.vocabulary import load_measures


def concept(
    *, phrases: tuple[str, ...] = (), patterns: tuple[str, ...] = (), excludes: tuple[str, ...] = ()
) -> MeasureConcept:
    return MeasureConcept("tea-breaks", "growth", "茶歇", "Tea breaks", phrases, patterns, excludes)


def test_a_pattern_goes_before_a_phrase() -> None:
    patterns = compile_measures([concept(phrases=("茶歇",), patterns=("供应.{0,3}茶歇",))])
    assert patterns.find("供应两次茶歇，茶歇", [(0, 6), (7, 9)]) == (
        Hit("tea-breaks", 0, 6, True),
        Hit("tea-breaks", 7, 9, False),
    )


def test_nothing_runs_across_a_mark() -> None:
    patterns = compile_measures([concept(patterns=("供应.{0,3}茶歇",))])
    assert patterns.find("供应，茶歇", [(0, 2), (3, 5)]) == ()


def test_what_an_exclude_touches_falls_away() -> None:
    patterns = compile_measures([concept(phrases=("茶歇",), excludes=("茶歇费",))])
    assert [h.start for h in patterns.find("发茶歇费和茶歇", [(0, 7)])] == [5]


@pytest.mark.parametrize("field", ["patterns", "excludes"])
@pytest.mark.parametrize("bad", ["(茶", "茶*"])
def test_a_bad_pattern_names_its_measure(field: str, bad: str) -> None:
    with pytest.raises(PatternError, match="tea-breaks"):
        compile_measures([concept(**{field: (bad,)})])


@pytest.mark.parametrize(
    ("text", "line"), [("word\n开展\n", 1), ("verb\n开展\n举\n", 3), ("verb\n组织\n开展\n", 3), ("", 1)]
)
def test_a_bad_list_of_verbs_names_file_and_line(text: str, line: int, tmp_path: Path) -> None:
    path = tmp_path / "doing.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=f"doing.tsv:{line}:"):
        load_verbs(path)


@pytest.mark.parametrize("text", ["茶歇日", "茶点日", "早茶"])
def test_a_pattern_that_opens_with_a_group_finds_each_branch(text: str) -> None:
    patterns = compile_measures([concept(patterns=("(?:茶歇|茶点)日|早茶",))])
    assert [(h.start, h.end) for h in patterns.find(text, [(0, len(text))])] == [(0, len(text))]


def test_keys_pass_over_no_measure() -> None:
    """What is found by the keys of measures is what is found by looking for every one of them."""
    patterns = compile_measures(load_measures())
    whole = replace(patterns, finders=tuple(replace(f, keyless=True) for f in patterns.finders))
    rows = Path(__file__).with_name("told.tsv").read_text(encoding="utf-8").splitlines()[1:]
    sentences = [row.split("\t")[0] for row in rows]
    assert sum(bool(patterns.find(s, [(0, len(s))])) for s in sentences) > 700
    for sentence in sentences:
        assert patterns.find(sentence, [(0, len(sentence))]) == whole.find(sentence, [(0, len(sentence))])


@pytest.mark.parametrize("pattern", ["茶?歇了", "(?<!午)茶歇", ".{2}茶歇了", "[^午]茶歇", "茶{1,2}歇"])
def test_a_pattern_that_begins_with_no_characters_of_its_own(pattern: str) -> None:
    assert compile_measures([concept(patterns=(pattern,))]).find("上午发茶歇了", [(0, 6)]) != ()
