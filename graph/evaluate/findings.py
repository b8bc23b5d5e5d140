"""What the program found in the annotated reports, in the form in which it is compared.

In: the reports of one run, brought together (`graph.resolve.across`). Out: one `Findings` a report, with what the graph
of these reports would hold: entities under all the names that any of the reports gives them, links between those that
the report itself names, and each fact once, where several rules or sentences state the same. Order: entities of all
reports are merged as the graph merges them; then, report by report, entities, links, facts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from graph.model import Adoption, Conferral, Document, Entity, Event, Fact, Figure, Pilot, Post, Report, Span
from graph.rdf.entities import merged
from graph.rdf.statements import statements

FACTS: dict[str, type[Fact]] = {
    "adoptions": Adoption,
    "figures": Figure,
    "conferrals": Conferral,
    "pilots": Pilot,
    "posts": Post,
    "events": Event,
}
LINKS = {"within": "within", "organ_of": "organOf", "located_in": "locatedIn", "issued_by": "issuedBy"}


def plain(text: str) -> str:
    """A name as names are compared: one width, one case, without spaces, quotation marks, brackets and dots."""
    narrow = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\"'“”‘’「」『』《》〈〉()·•]+", "", narrow).lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: the keys and values that are compared, and how it was found.

    `fields` holds entity keys under the name of the fact's field (`actor`, `honour`), values as the fact has them.
    """

    fields: Mapping[str, Any]
    rules: tuple[str, ...] = ()
    confidence: Decimal | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one report, by category; `names` are those of every entity of the run."""

    document: Document
    names: Mapping[str, tuple[str, frozenset[str]]]  # key → (canonical name, all names), as they are compared
    labels: Mapping[str, str]
    found: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)

    def spans(self) -> frozenset[Span]:
        """Every stretch of the text that a mention or a fact of the report points at."""
        return frozenset(span for rows in self.found.values() for row in rows for span in row.evidence)


def findings(reports: Sequence[Report]) -> tuple[Findings, ...]:
    """The findings of each report, in the reports' order. Raises BuildError where reports contradict one another."""
    entities = merged(reports)
    names = {k: (plain(e.name), frozenset(map(plain, (e.name, *e.aliases)))) for k, e in entities.items()}
    labels = {key: entity.name for key, entity in entities.items()}
    out = []
    for report in reports:
        here = {e.key: e for e in report.entities if e.mentions}
        found = {
            "entities": tuple(_entities(report.document, here.values())),
            "relations": tuple(_relations(here, entities)),
        }
        for category, kind in FACTS.items():
            found[category] = tuple(_facts(f for f in report.facts if isinstance(f, kind)))
        out.append(Findings(report.document, names, labels, found))
    return tuple(out)


def _entities(document: Document, entities: Iterable[Entity]) -> Iterator[Finding]:
    for entity in entities:
        mentions = entity.mentions
        spans = {span for m in mentions for span in document.sentences[m.sentence].spans(m.start, m.end)}
        yield Finding(
            {"key": entity.key, "type": entity.type.value},
            tuple(sorted({m.rule for m in mentions})),
            max(m.confidence for m in mentions),
            tuple(sorted(spans)),
        )


def _relations(here: Mapping[str, Entity], entities: Mapping[str, Entity]) -> Iterator[Finding]:
    for key in sorted(here):
        links = [(kind, getattr(entities[key], name)) for name, kind in LINKS.items()]
        for kind, other in (*links, *(("issuedBy", k) for k in entities[key].co_issuers)):
            if other in here:
                yield Finding({"kind": kind, "subject": key, "object": other})


def _facts(facts: Iterable[Fact]) -> Iterator[Finding]:
    """One finding for all facts that state the same, with all their evidence and rules and the highest confidence."""
    same: dict[Any, list[Fact]] = {}
    for fact in facts:
        same.setdefault(statements(fact), []).append(fact)
    for group in same.values():
        names = [name for name in type(group[0]).__dataclass_fields__ if name not in Fact.__dataclass_fields__]
        yield Finding(
            {name: getattr(group[0], name) for name in names if getattr(group[0], name) is not None},
            tuple(sorted({fact.rule for fact in group})),
            max(fact.confidence for fact in group),
            tuple(sorted({span for fact in group for span in fact.evidence})),
        )
