"""A made-up report read whole, for tests of what depends on context: names, who acts, and the facts that follow."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from graph.api import Extractor, load_extractor, read_report
from graph.facts.actors import read_actors
from graph.facts.issuing import with_issuers
from graph.facts.reading import Reading
from graph.model import Entity, Fact, Report
from graph.read import document_from_text
from graph.resolve.entities import resolve

F = TypeVar("F", bound=Fact)


@cache
def extractor() -> Extractor:
    """Everything that extraction needs, loaded once for all tests."""
    return load_extractor()


def report_of(text: str, identifier: str = "made.txt") -> Report:
    """What a made-up text says."""
    return read_report(document_from_text(text, identifier), extractor())


def reading_of_text(text: str) -> Reading:
    """A made-up text with its names resolved and its actors decided."""
    document = document_from_text(text, "made.txt")
    recogniser = extractor().recogniser
    mentions = recogniser.mentions(document)
    resolved = resolve(document, mentions, recogniser.divisions, recogniser.lexicon.departments)
    return with_issuers(read_actors(document, resolved, mentions, recogniser.words))


def names_of(report: Report) -> dict[str, str]:
    """The entities' names by key."""
    return {entity.key: entity.name for entity in report.entities}


def entity(report: Report, name: str) -> Entity:
    """The one entity of that name."""
    found = [e for e in report.entities if e.name == name]
    assert len(found) == 1, f"{name}: {[e.name for e in report.entities]}"
    return found[0]


def facts_of(report: Report, kind: type[F]) -> list[F]:
    """The facts of one kind."""
    return [fact for fact in report.facts if isinstance(fact, kind)]
