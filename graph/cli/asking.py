"""The command `query`: SPARQL text, a file of it, or a saved question.

In: parsed options and a voice. Out: an exit code; the answer on stdout. Like grep, a question that finds nothing says
so on stderr and leaves with 1.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from graph.cli.layout import as_csv, as_json, grid, numeric, shown, written_json
from graph.cli.voice import Voice
from graph.errors import BadParameterError, QueryKindError, UnreadableError
from graph.namespaces import PREFIXES
from graph.query.ask import terms
from graph.query.questions import Question, load, questions
from graph.query.store import open_graph
from graph.query.table import Cell, Description, Iri, Table, Text

# Columns whose values are local names of terms, such as Provincial: said in the user's language in a table for people.
TERMS = frozenset({"bound", "kind", "level", "programmeLevel", "sort", "status"})


def terminal_columns() -> int:
    """The width of the terminal that stdout is, or 0 where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def table_text(table: Table, voice: Voice) -> str:
    """A table for people, in the voice's language."""
    named = {at for at, column in enumerate(table.columns) if column in TERMS}
    rows = [
        [voice.term(shown(cell)) if at in named else shown(cell) for at, cell in enumerate(row)] for row in table.rows
    ]
    return grid([voice.term(column) for column in table.columns], rows, terminal_columns(), numeric(table))


def query_command(options: argparse.Namespace, voice: Voice) -> int:
    """Answer SPARQL text, a file of it, or a saved question."""
    if options.list or options.query is None:
        voice.tell(list_text(voice))
        return 0
    given = parameters(options.param)
    asked = wanted_query(options.query)
    graph = open_graph(options.graph)
    if isinstance(asked, Question):
        answer = graph.query(asked.bound(terms(graph, asked, given)))
    else:
        answer = graph.query(asked, **{name: free_term(name, text) for name, text in given.items()})
    if isinstance(answer, bool):
        voice.tell(written_json({"head": {}, "boolean": answer}) if options.format == "json" else str(answer).lower())
        return 0 if answer else 1
    if isinstance(answer, Description):
        if options.format in {None, "turtle"}:
            voice.tell(answer.turtle.rstrip("\n"))
            return 0 if answer.table.rows else nothing(voice)
        answer = answer.table
    elif options.format == "turtle":
        raise QueryKindError(wanted="CONSTRUCT")
    if options.format == "csv":
        sys.stdout.write(as_csv(answer))
    elif options.format == "json":
        voice.tell(as_json(answer))
    elif answer.rows:
        voice.tell(table_text(answer, voice))
    return 0 if answer.rows else nothing(voice)


def wanted_query(text: str) -> Question | str:
    """What a user asks: a saved question by name, else the SPARQL in a file, on stdin (`-`), or the text itself.

    Raises UnknownQuestionError, or UnreadableError for a file that cannot be read.
    """
    if text == "-":
        try:
            return sys.stdin.read()
        except UnicodeDecodeError as error:
            raise UnreadableError(Path("-"), "undecodable", at=error.start) from None
    if text in {question.id for question in questions()}:
        return load(text)
    if "{" in text or "\n" in text:
        return text
    path = Path(text)
    if path.is_file():
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableError(path, "undecodable", at=error.start) from None
        except OSError:
            raise UnreadableError(path, "denied") from None
    if path.suffix in {".rq", ".sparql"}:
        raise UnreadableError(path, "missing")
    return load(text)


def parameters(given: list[str]) -> dict[str, str]:
    """`--param name=value` as a dict. Raises BadParameterError where there is no `=`."""
    found = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not sign or not name.isidentifier():
            raise BadParameterError(name="--param", value=each, wanted="NAME=VALUE")
        found[name] = value
    return found


def free_term(name: str, text: str) -> Cell:
    """A parameter of a query that is no saved one: an IRI in < >, or with a known prefix; else plain text.

    Raises BadParameterError for what stands in < > and is no IRI.
    """
    prefix, sign, local = text.partition(":")
    if sign and prefix in PREFIXES and local and not local.startswith("//"):
        text = f"<{PREFIXES[prefix]}{local}>"
    if not (text.startswith("<") and text.endswith(">")):
        return Text(text)
    iri = text[1:-1]
    if ":" not in iri or any(char in '<>"{}|^`\\' or char <= " " for char in iri):
        raise BadParameterError(name=name, value=text, wanted="<IRI>")
    return Iri(iri)


def nothing(voice: Voice) -> int:
    """Say that nothing was found; 1."""
    voice.note(voice.say("cli.nothing"))
    return 1


def list_text(voice: Voice) -> str:
    """The saved questions with their parameters."""
    lines = []
    for question in questions():
        lines.append(f"{question.id}  {question.title(voice.language)}")
        for each in question.parameters:
            said = each.en if voice.language == "en" else each.zh
            default = (
                voice.say("cli.required") if each.required else voice.say("cli.default", value=each.default or '""')
            )
            lines.append(f"    --param {each.name}=…  {said} [{default}]")
    return "\n".join(lines)
