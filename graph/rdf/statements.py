"""What a fact states → its class and its properties.

In: a fact of `graph.model`, whose actors and things are entity keys. Out: the class and the (property, value)
pairs, in the order of the contract; nothing on evidence, rule and confidence, which `quads` adds. An absent value
states nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rdflib import URIRef
from rdflib.namespace import ORG, RDFS

from graph.model import Adoption, Conferral, Event, Fact, Figure, Pilot, Plan, Post
from graph.namespaces import CG
from graph.rdf.identifiers import entity_iri, measure_iri
from graph.rdf.literals import decimal, moment, moment_or_text, plain, whole, zh
from graph.rdf.terms import Node

Statement = tuple[URIRef, Node]


def keys(fact: Fact) -> tuple[str, ...]:
    """The entity keys that a fact speaks of; each must be an entity of the reports."""
    match fact:
        case Adoption() | Plan() | Figure():
            found: tuple[str | None, ...] = (fact.actor,)
        case Conferral():
            found = (fact.recipient, fact.honour, fact.conferred_by)
        case Pilot():
            found = (fact.unit,)
        case Post():
            found = (fact.person, fact.organisation)
        case Event():
            found = (fact.actor,)
        case _:
            found = ()
    return tuple(key for key in found if key is not None)


def measure(fact: Fact) -> str | None:
    """The id of the measure that a fact speaks of, if it speaks of one."""
    return fact.measure if isinstance(fact, Adoption | Plan | Figure) else None


def statements(fact: Fact) -> tuple[str, tuple[Statement, ...]]:
    """The local name of a fact's class, and what it states. Raises ValueError for a value of no valid form."""
    match fact:
        case Adoption():
            return "Adoption", tuple(_adoption(fact))
        case Plan():
            return "Plan", tuple(_plan(fact))
        case Figure():
            return "Figure", tuple(_figure(fact))
        case Conferral():
            return "Conferral", tuple(_conferral(fact))
        case Pilot():
            return "Pilot", tuple(_pilot(fact))
        case Post():
            return "Post", tuple(_post(fact))
        case Event():
            return "Event", tuple(_event(fact))
    raise ValueError(f"no class for a fact of type {type(fact).__name__}")


def direct(fact: Fact) -> tuple[URIRef, URIRef, URIRef] | None:
    """The edge that says a fact in short: agent adopts measure, agent received honour."""
    match fact:
        case Adoption():
            return entity_iri(fact.actor), CG["adopts"], measure_iri(fact.measure)
        case Conferral():
            return entity_iri(fact.recipient), CG["received"], entity_iri(fact.honour)
    return None


def _adoption(fact: Adoption) -> Iterator[Statement]:
    yield CG["actor"], entity_iri(fact.actor)
    yield CG["measure"], measure_iri(fact.measure)
    yield from _texts(CG["localName"], fact.local_name)
    yield from _moments(CG["date"], fact.date)


def _plan(fact: Plan) -> Iterator[Statement]:
    yield CG["actor"], entity_iri(fact.actor)
    yield CG["measure"], measure_iri(fact.measure)
    if fact.by is not None:
        yield CG["by"], moment_or_text(fact.by)


def _figure(fact: Figure) -> Iterator[Statement]:
    if (fact.value is None) == (fact.low is None) or (fact.low is None) != (fact.high is None):
        raise ValueError(f"a figure needs a value, or low and high: {fact.indicator!r}")
    yield CG["actor"], entity_iri(fact.actor)
    yield CG["indicator"], plain(fact.indicator)
    yield from _numbers(CG["value"], fact.value)
    yield from _numbers(CG["low"], fact.low)
    yield from _numbers(CG["high"], fact.high)
    yield CG["unit"], plain(fact.unit)
    yield CG["bound"], CG[fact.bound.value]
    yield from _numbers(CG["from"], fact.origin)
    yield from _texts(CG["period"], fact.period)
    if fact.measure is not None:
        yield CG["measure"], measure_iri(fact.measure)
    if fact.planned:
        yield CG["status"], CG["planned"]


def _conferral(fact: Conferral) -> Iterator[Statement]:
    yield CG["recipient"], entity_iri(fact.recipient)
    yield CG["honour"], entity_iri(fact.honour)
    if fact.level is not None:
        yield CG["level"], CG[fact.level.value]
    if fact.count is not None:
        yield CG["count"], whole(fact.count)
    yield from _moments(CG["date"], fact.date)
    if fact.conferred_by is not None:
        yield CG["conferredBy"], entity_iri(fact.conferred_by)


def _pilot(fact: Pilot) -> Iterator[Statement]:
    yield CG["pilotUnit"], entity_iri(fact.unit)
    if fact.level is not None:
        yield CG["level"], CG[fact.level.value]
    yield from _texts(CG["batch"], fact.batch)
    yield from _moments(CG["date"], fact.date)
    yield from _texts(CG["programme"], fact.programme)


def _post(fact: Post) -> Iterator[Statement]:
    yield ORG.member, entity_iri(fact.person)
    yield ORG.organization, entity_iri(fact.organisation)
    yield CG["title"], plain(fact.title)


def _event(fact: Event) -> Iterator[Statement]:
    yield RDFS.label, zh(fact.label)
    yield CG["date"], moment(fact.date)
    yield from _moments(CG["endDate"], fact.end_date)
    if fact.actor is not None:
        yield CG["actor"], entity_iri(fact.actor)
    yield CG["kind"], CG[fact.kind.value]


def _texts(term: URIRef, text: str | None) -> Iterator[Statement]:
    if text:
        yield term, plain(text)


def _moments(term: URIRef, text: str | None) -> Iterator[Statement]:
    if text is not None:
        yield term, moment(text)


def _numbers(term: URIRef, number: Decimal | None) -> Iterator[Statement]:
    if number is not None:
        yield term, decimal(number)
