"""A report → an account of how it was read, sentence by sentence.

In: a Document and the extractor. Out: an `Account`: for each sentence its kind, whom its section is about, who acts in
which stretch, the names with their rules, the facts with theirs, and what was refused. Order: the report is read as
always; then each result is put beside the sentence that it comes from; last, what is known of what was passed over:
1. names that lost to a longer or surer one that they overlap;
2. names that stand for nothing known (a 县 that leans on no county);
3. measures in clauses that are to come (told as plans, if at all) or that only speak of things in general;
4. measures that a phrase names where nothing is done.
Nothing of this runs when a graph is built.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from typing import Any

from graph.api import Extractor, Steps, read_steps
from graph.evaluate.quotes import Locator, locator
from graph.facts.modality import Clause, Modality, read_modality
from graph.model import Adoption, Document, Fact, Mention, Plan, Sentence, SentenceKind


class Why(StrEnum):
    """Why something is no name or no fact."""

    OVERLAPS = "overlaps"
    UNKNOWN = "unknown"
    PLANNED = "planned"
    GENERAL = "general"
    NOT_DONE = "not-done"


@dataclass(frozen=True, slots=True)
class Told:
    """A name in a sentence (`text[start:end]`) and the entity that it names; "" where it names none."""

    start: int
    end: int
    type: str
    rule: str
    confidence: Decimal
    entity: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact: its class, what it says (property, value as people read it), its rule, and its other sentences."""

    kind: str
    properties: tuple[tuple[str, str], ...]
    rule: str
    confidence: Decimal
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """What could have been a name or a fact: its words, what it would have been, by which rule, and why it is not."""

    text: str
    what: str
    rule: str
    why: Why
    other: str = ""  # the name that it lost to


@dataclass(frozen=True, slots=True)
class Acts:
    """Who acts in `text[start:end]`; `explicit` where that stands in the sentence itself."""

    start: int
    end: int
    actors: tuple[str, ...]
    explicit: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and all that was made of it."""

    sentence: Sentence
    about: str
    acts: tuple[Acts, ...]
    names: tuple[Told, ...]
    facts: tuple[Stated, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """How a report was read, in the order of its sentences."""

    document: Document
    lines: tuple[Line, ...]


def account(document: Document, extractor: Extractor) -> Account:
    """How `document` is read."""
    made = read_steps(document, extractor)
    facts = _facts(document, made)
    lost = _lost(document, made, extractor)
    asides = _asides(document, made, extractor)
    lines = []
    for sentence in document.sentences:
        at = sentence.index
        refused = (*lost[at], *asides[at])
        names = tuple(_told(made, m) for m in made.mentions if m.sentence == at)
        lines.append(Line(sentence, _about(made, sentence), _acts(made, at), names, facts[at], refused))
    return Account(document, tuple(lines))


def _label(made: Steps, key: str) -> str:
    entity = made.reading.entities.get(key)
    return entity.name if entity else key


def _about(made: Steps, sentence: Sentence) -> str:
    """Whom the section of a sentence is about."""
    focus = made.resolved.focuses[sentence.index]
    if focus.subject is not None and focus.subject in made.resolved.keys:
        return _label(made, made.resolved.keys[focus.subject])
    return _label(made, f"LocalGovernment/{focus.region}") if focus.region else ""


def _acts(made: Steps, at: int) -> tuple[Acts, ...]:
    """Who acts, neighbouring stretches of the same actors taken together."""
    out: list[Acts] = []
    for each in made.reading.acting[at]:
        actors = tuple(_label(made, key) for key in each.actors)
        if out and (out[-1].actors, out[-1].explicit) == (actors, each.explicit):
            out[-1] = Acts(out[-1].start, each.end, actors, each.explicit)
        else:
            out.append(Acts(each.start, each.end, actors, each.explicit))
    return tuple(out)


def _told(made: Steps, mention: Mention) -> Told:
    key = made.resolved.keys.get(mention, "")
    name = _label(made, key) if key else ""
    return Told(mention.start, mention.end, mention.type.value, mention.rule, mention.confidence, name)


def _facts(document: Document, made: Steps) -> list[tuple[Stated, ...]]:
    """The facts of each sentence: each stands at the first sentence of its evidence, and names the others."""
    where = locator(document)
    out: list[list[Stated]] = [[] for _ in document.sentences]
    for fact in made.facts:
        places = _places(where, fact)
        if places:
            stated = Stated(
                type(fact).__name__, tuple(_properties(made, fact)), fact.rule, fact.confidence, tuple(places[1:])
            )
            out[places[0]].append(stated)
    return [tuple(row) for row in out]


def _places(where: Locator, fact: Fact) -> list[int]:
    """The sentences of a fact's evidence."""
    found = {where.sentence_at(span.start) for span in fact.evidence}
    return sorted(place for place in found if place is not None)


def _properties(made: Steps, fact: Fact) -> Iterator[tuple[str, str]]:
    for each in fields(fact):
        value: Any = getattr(fact, each.name)
        if each.name not in Fact.__dataclass_fields__ and value not in (None, "", False):
            yield each.name, _shown(made, value)


def _shown(made: Steps, value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize() if value else Decimal(0), "f")
    return _label(made, str(value)) if isinstance(value, str) else str(value)


def _lost(document: Document, made: Steps, extractor: Extractor) -> list[list[Refused]]:
    """Would-be names that were not kept, and names that stand for nothing known."""
    out: list[list[Refused]] = [[] for _ in document.sentences]
    kept = {(m.sentence, m.start, m.end, m.type) for m in made.mentions}
    for candidates in extractor.recogniser.candidates(document):
        for each in dict.fromkeys(candidates):
            if (each.sentence, each.start, each.end, each.type) in kept:
                continue
            winner = next(
                (m for m in made.mentions if m.sentence == each.sentence and m.start < each.end and each.start < m.end),
                None,
            )
            other = winner.surface if winner else ""
            out[each.sentence].append(Refused(each.surface, each.type.value, each.rule, Why.OVERLAPS, other))
    for mention in made.mentions:
        if mention not in made.resolved.keys:
            out[mention.sentence].append(Refused(mention.surface, mention.type.value, mention.rule, Why.UNKNOWN))
    return out


def _asides(document: Document, made: Steps, extractor: Extractor) -> list[list[Refused]]:
    """Measures in clauses that are planned, general, or only name them; those that make a fact elsewhere too."""
    out: list[list[Refused]] = [[] for _ in document.sentences]
    where = locator(document)
    told = {
        (place, fact.measure)
        for fact in made.facts
        if isinstance(fact, Adoption | Plan)
        for place in _places(where, fact)
    }
    for sentence, clauses in zip(document.sentences, read_modality(document), strict=True):
        if sentence.kind is not SentenceKind.BYLINE:
            out[sentence.index] = [
                refused for refused, measure in _refused(sentence, clauses, extractor)
                if (sentence.index, measure) not in told
            ]  # fmt: skip
    return out


def _refused(sentence: Sentence, clauses: tuple[Clause, ...], extractor: Extractor) -> Iterator[tuple[Refused, str]]:
    whys = {Modality.PLANNED: Why.PLANNED, Modality.GENERAL: Why.GENERAL, Modality.DONE: Why.NOT_DONE}
    for clause in clauses:
        for hit in extractor.measures.find(sentence.text, [(clause.start, clause.end)]):
            rule = "measure-pattern" if hit.sure else "measure-phrase"
            text = sentence.text[clause.start : clause.end]
            yield Refused(text, hit.measure, rule, whys[clause.modality]), hit.measure
