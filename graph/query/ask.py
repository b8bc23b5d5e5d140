"""Ask a saved question with parameters as people give them.

In: a graph, a question's id or title, and text for its parameters. Out: the answer's table. Order: find the question,
refuse unknown and missing parameters, turn each text into a term of the parameter's type (names are looked up in the
graph: `青川` becomes the IRI of 青川县), bind, run.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from graph.errors import BadParameterError, MissingParameterError, UnknownParameterError, UnknownThingError
from graph.model import AdminLevel, Level
from graph.namespaces import CG
from graph.query.lookup import resolve
from graph.query.questions import ANY, Parameter, Question, internal, load
from graph.query.store import Graph
from graph.query.table import Cell, Iri, Table, Text

ENTITIES = ("LocalGovernment", "Agency", "Union", "Enterprise", "Institution", "Person", "Honour", "PolicyDocument")
LEVELS = ("any", *(level.value.lower() for level in AdminLevel))
ORGANISATIONS = ("enterprise", "union")  # levels of their own: who holds a measure is then an organisation
EVERY = "all"  # every local government with all that lies within it
FACT_KINDS = ("Adoption", "Plan")


def ask(graph: Graph, name: str, **values: str) -> Table:
    """The answer to the saved question `name`.

    Raises UnknownQuestionError, UnknownParameterError, MissingParameterError, BadParameterError, and
    UnknownThingError or AmbiguousThingError where a name leads to nothing or to several things.
    """
    question = load(name)
    return graph.select(question.bound(terms(graph, question, values)))


def ask_internal(graph: Graph, name: str, **cells: Cell | str) -> Table:
    """The answer to one of the package's own questions, its parameters given as cells (a plain str as `Text`)."""
    return graph.select(internal(name).bound(cells))


def terms(graph: Graph, question: Question, values: Mapping[str, str]) -> dict[str, Cell]:
    """The terms for all parameters of a question: those given as text in `values`, the others by their defaults."""
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            raise UnknownParameterError(question=question.id, name=name, known=", ".join(known) or "–")
    found: dict[str, Cell] = {}
    for name, parameter in known.items():
        text = values.get(name, parameter.default).strip()
        if not text and parameter.required:
            raise MissingParameterError(question=question.id, name=name)
        found[name] = None if text == ANY else term(graph, parameter, text)
    return found


def term(graph: Graph, parameter: Parameter, text: str) -> Cell:
    """The term for one parameter's text. Raises BadParameterError, UnknownThingError or AmbiguousThingError."""

    def bad(wanted: str) -> BadParameterError:
        return BadParameterError(name=parameter.name, value=text, wanted=wanted)

    if parameter.type == "integer":
        if not (text.isascii() and text.isdigit() and len(text) < 19):
            raise bad("0, 1, 2, …")
        return int(text)
    if parameter.type == "decimal":
        try:
            number = Decimal(text)
        except InvalidOperation:
            raise bad("0.5, 1, …") from None
        if not number.is_finite() or abs(number) > 10**15:
            raise bad("0.5, 1, …")
        return number
    if parameter.type == "level":
        if text.lower() not in (*LEVELS, *ORGANISATIONS, EVERY):
            raise bad(" | ".join((*LEVELS, *ORGANISATIONS, EVERY)))
        return Text(text.lower())
    if parameter.type == "fact-kind":
        for kind in FACT_KINDS:
            if text.lower() == kind.lower():
                return Iri(CG[kind])
        raise bad(" | ".join(FACT_KINDS))
    if parameter.type == "honour-level":
        for level in Level:
            if text.lower() == level.value.lower():
                return Iri(CG[level.value])
        raise bad(" | ".join(level.value for level in Level))
    if parameter.type == "region":
        return resolve(graph, text, ("LocalGovernment",)).iri
    if parameter.type == "measure":
        return resolve(graph, text, ("Measure",)).iri
    if parameter.type == "thing":
        return resolve(graph, text, ENTITIES).iri
    if parameter.type == "article":
        return article(graph, text)
    return Text(text)


def article(graph: Graph, text: str) -> Iri:
    """The article whose file's name or IRI this is; a part of the name will do where only one article bears it.

    Raises UnknownThingError with the names of the articles that there are.
    """
    rows = [(Iri(str(iri)), str(name)) for iri, name in ask_internal(graph, "articles").rows]
    exact = [iri for iri, name in rows if text in {name, str(iri)}]
    found = exact or [iri for iri, name in rows if name.rpartition(".")[0] == text or text in name]
    if len(found) != 1:
        raise UnknownThingError(name=text, near="、".join(name for _, name in rows[:6]) or "–")
    return found[0]
