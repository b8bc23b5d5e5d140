"""The gate: the score on the annotated reports stays above its floors, and no report's words stand in the project.

Reports and annotations lie in ../shared beside the checkout; without it these tests are skipped, and say so.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

import pytest

from tests.commands import CHANGAI, ROOT, run

SHARED = ROOT.parent / "shared"
FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not (SHARED / "score.py").is_file(), reason="no ../shared beside the checkout: the score is not measured"
)


@pytest.fixture(scope="module")
def score(tmp_path_factory) -> dict:
    output = tmp_path_factory.mktemp("shared") / "output"
    run(CHANGAI, "build", SHARED / "corpus", "--output", output)
    return json.loads(run(sys.executable, SHARED / "score.py", output / "graph.trig", SHARED / "gold", "--json"))


def test_mean_keeps_above_its_floor(score):
    assert score["mean_f1"] >= FLOORS["mean"]


@pytest.mark.parametrize("category", FLOORS["f1"])
def test_category_keeps_above_its_floor(score, category):
    assert score["scores"][category]["f1"] >= FLOORS["f1"][category]


def test_all_evidence_quotes_its_text(score):
    right, known = score["evidence"]
    assert known > 0
    assert right / known >= FLOORS["evidence"]
    assert score["facts_without_evidence"] == 0


def test_every_category_has_a_floor(score):
    assert set(FLOORS["f1"]) == set(score["scores"]) - {"figures, any actor"}


def test_no_report_s_own_words_in_the_project():
    run(sys.executable, SHARED / "checks" / "own-words")
