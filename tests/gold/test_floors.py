"""The gate: the scores on the annotated reports stay above their floors, and no report's words stand in the project.

The real reports lie in ../shared beside the checkout; without it they are skipped, and the tests say so. The made-up
ones, in `made/`, are always scored, each set as soon as it has floors. What fails here shows figures only, never a
sentence: the reports of the blind sets (`blind3-`, `blind4-`, `blind5-`) stay unread.
"""

from __future__ import annotations

import json
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from graph.evaluate.annotations import CATEGORIES
from tests.commands import CHANGAI, ROOT, run

SHARED = ROOT.parent / "shared"
MADE = Path(__file__).with_name("made")
FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
COUNTS = {  # reports of each made-up set
    "made": 15, "more": 18, "blind": 8, "blind2": 8, "fresh": 36, "newer": 30, "newest": 35, "later": 61,
    "blind3": 12, "blind4": 12, "blind5": 12, "blind6": 12, "blind7": 12, "blind8": 12,
    "last": 60, "next": 48, "round": 60, "blind9": 24, "blind10": 12, "blind11": 24, "blind12": 24,
}  # fmt: skip
SETS = {"real": (SHARED / "gold", ""), **{name: (MADE, f"{name}-") for name in COUNTS}}
SCORED = [name for name in SETS if name in FLOORS]
needs_shared = pytest.mark.skipif(
    not (SHARED / "score.py").is_file(), reason="no ../shared beside the checkout: the real reports are not scored"
)
each_set = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=needs_shared if name == "real" else ()) for name in SCORED]
)


@cache
def score(name: str) -> dict:
    """The figures of one set."""
    gold, prefix = SETS[name]
    return json.loads(run(CHANGAI, "evaluate", gold, "--only", prefix, "--format", "json", "--quiet"))


@each_set
def test_mean_keeps_above_its_floor(name):
    assert score(name)["mean_f1"] >= FLOORS[name]["mean"]


@each_set
@pytest.mark.parametrize("category", CATEGORIES)
def test_category_keeps_above_its_floor(name, category):
    assert score(name)["scores"][category]["f1"] >= FLOORS[name]["f1"][category]


@each_set
def test_all_evidence_quotes_its_text(name):
    right, known = score(name)["evidence"]
    assert known > 0
    assert right / known >= FLOORS["evidence"]
    assert score(name)["facts_without_evidence"] == 0


def test_every_category_of_every_set_has_a_floor():
    assert set(SCORED) == set(SETS)
    assert set(FLOORS) - {"evidence"} <= set(SETS)
    assert {name: set(FLOORS[name]["f1"]) for name in SCORED} == {name: set(CATEGORIES) for name in SCORED}


@pytest.mark.parametrize(("name", "reports"), COUNTS.items())
def test_every_made_report_is_annotated(name, reports):
    stems = [{path.stem for path in MADE.glob(f"{name}-*{ending}")} for ending in (".txt", ".json")]
    assert stems[0] == stems[1]
    assert len(stems[0]) == reports


@needs_shared
def test_no_report_s_own_words_in_the_project():
    run(sys.executable, SHARED / "checks" / "own-words")
