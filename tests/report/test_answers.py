"""The page of saved questions: every question, with its answer on the examples as it is now."""

from __future__ import annotations

import re

import pytest

from graph.errors import UnknownQuestionError
from graph.query.questions import questions
from graph.query.store import open_graph
from graph.report.answers import answers_page, read_parameters
from tests.commands import EXAMPLES, ROOT

PAGE = ROOT / "examples" / "questions.markdown"
PARAMETERS = EXAMPLES / "questions.tsv"


def test_the_page_is_current(examples_output):
    page = answers_page(open_graph(examples_output), read_parameters(PARAMETERS))
    assert page == PAGE.read_text(encoding="utf-8"), "run .venv/bin/python scripts/questions"


def test_every_question_is_asked_and_at_least_25_there_are():
    ids = [question.id for question in questions()]
    assert list(read_parameters(PARAMETERS)) == ids
    text = PAGE.read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ids
    assert len(ids) >= 25


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("question\n", 1),
        ("question\tparameters\npilots\n", 2),
        ("question\tparameters\npilots\tlevel\n", 2),
        ("question\tparameters\npilots\t\npilots\t\n", 3),
    ],
)
def test_a_bad_line_is_named(tmp_path, text, line):
    (tmp_path / "q.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=f"q.tsv:{line}:"):
        read_parameters(tmp_path / "q.tsv")


def test_an_unknown_question_is_named(tmp_path):
    (tmp_path / "q.tsv").write_text("question\tparameters\npilot\t\n", encoding="utf-8")
    with pytest.raises(UnknownQuestionError):
        read_parameters(tmp_path / "q.tsv")
