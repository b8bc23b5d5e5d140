"""The page that lists the saved questions with their answers on a graph.

In: a graph, and for each question the parameters to ask it with (a TSV file: question, `name=value` pairs with spaces
between). Out: the page as Markdown, titles in Chinese and English, the command that asks, and the first rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from graph.errors import UnknownQuestionError
from graph.messages import say
from graph.query.ask import ask
from graph.query.questions import Question, questions
from graph.query.store import Graph
from graph.query.table import Cell, Iri, Table
from graph.report.markdown import plain
from graph.report.workbook import heading

MOST_ROWS, MOST_SIGNS = 8, 60
HEADER = "question\tparameters"


def read_parameters(path: Path) -> dict[str, dict[str, str]]:
    """The parameters of each question. Raises ValueError that names file and line, UnknownQuestionError."""
    found: dict[str, dict[str, str]] = {}
    known = {question.id for question in questions()}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if number == 1:
            if line != HEADER:
                raise ValueError(f"{path}:1: the header is to be {HEADER!r}")
            continue
        pairs = [pair.partition("=") for pair in cells[1].split()] if len(cells) == 2 else []
        if len(cells) != 2 or not all(name and sign and value for name, sign, value in pairs) or cells[0] in found:
            raise ValueError(f"{path}:{number}: a line has a question, once, and name=value pairs")
        if cells[0] not in known:
            raise UnknownQuestionError(name=cells[0], near=", ".join(sorted(known)))
        found[cells[0]] = {name: value for name, _, value in pairs}
    return found


def answers_page(graph: Graph, parameters: Mapping[str, Mapping[str, str]]) -> str:
    """The page. A question that `parameters` does not name is asked with its defaults."""
    lines = ["# " + say("zh", "report.questions") + " · " + say("en", "report.questions"), ""]
    lines += [say("zh", "report.questions-intro"), "", say("en", "report.questions-intro"), ""]
    for number, question in enumerate(questions(), 1):
        lines += [f"{number}. [{question.id}](#{question.id}) {question.title_zh} · {question.title_en}"]
    for question in questions():
        lines += ["", *_answer(graph, question, parameters.get(question.id, {}))]
    return "\n".join(lines) + "\n"


def _answer(graph: Graph, question: Question, given: Mapping[str, str]) -> list[str]:
    table = ask(graph, question.id, **given)
    options = "".join(f" --param {name}={value}" for name, value in given.items())
    lines = [f"## {question.id}", "", f"{question.title_zh} · {question.title_en}", ""]
    lines += [f"- `{p.name}` {plain(p.zh)} · {plain(p.en)}" for p in question.parameters]
    lines += ["", "```sh", f"changai query {question.id}{options}", "```", ""]
    if not table.rows:
        return [*lines, f"{say('zh', 'cli.nothing')} · {say('en', 'cli.nothing')}"]
    left = len(table) - MOST_ROWS
    more = [f"{say(each, 'report.rows-left', count=left)}" for each in ("zh", "en")] if left > 0 else []
    return [*lines, *_rows(table), *(["", " · ".join(more)] if more else [])]


def _rows(table: Table) -> list[str]:
    head = [heading(column).replace("\n", " ") for column in table.columns]
    rows = [" | ".join(_shown(cell) for cell in row) for row in table.rows[:MOST_ROWS]]
    return [f"| {' | '.join(head)} |", "|" + "---|" * len(head), *(f"| {row} |" for row in rows)]


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return format(cell.normalize() if cell else Decimal(0), "f")
    text = cell.short if isinstance(cell, Iri) else str(cell)
    return plain(text if len(text) <= MOST_SIGNS else text[: MOST_SIGNS - 1] + "…")
