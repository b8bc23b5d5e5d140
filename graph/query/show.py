"""All that the graph knows of one thing, with the words that say it.

In: a graph and the thing's IRI. Out: `Shown`: its class, names, links, the facts that speak of it, each with its
quotes, and where the articles name it. Order: properties, links that lead to it, facts with their fields, evidence,
mentions.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from graph.namespaces import CG
from graph.query.ask import ask_internal
from graph.query.lookup import Found
from graph.query.store import Graph
from graph.query.table import Cell, Iri

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
NAMES = ("label", "prefLabel", "altLabel")
PASSED_OVER = {"type", "confidence", "inScheme", "adopts", "received", "pattern", "excludes"}


@dataclass(frozen=True, slots=True)
class Property:
    """A property by its local name and a value for people: the value's label where it has one."""

    name: str
    value: str
    target: Iri | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of an article, from `begin` to `end`."""

    article: str
    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A fact that speaks of the thing. `kind` is the local name of its class."""

    iri: Iri
    kind: str
    properties: tuple[Property, ...]
    confidence: Decimal
    evidence: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """How often an article names the thing, and by which words."""

    article: str
    surface: str
    times: int


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing: `links` lead from it, `linked` are other things that lead to it."""

    thing: Found
    aliases: tuple[str, ...]
    links: tuple[Property, ...]
    linked: tuple[Property, ...]
    facts: tuple[ShownFact, ...]
    mentions: tuple[Mentioned, ...]


def show(graph: Graph, thing: Found) -> Shown:
    """All that is known of `thing`, in a fixed order."""
    aliases: dict[str, None] = {}
    links = []
    for row in ask_internal(graph, "properties", thing=thing.iri).records():
        name = Iri(str(row["property"])).local
        if name in NAMES:
            aliases[str(row["value"])] = None
        elif name not in PASSED_OVER:
            links.append(_property(name, row["value"], row["label"]))
    aliases.pop(thing.label, None)
    linked = [
        _property(Iri(str(row["property"])).local, row["value"], row["label"])
        for row in ask_internal(graph, "incoming", thing=thing.iri).records()
    ]
    mentions = [
        Mentioned(str(row["article"]), str(row["quote"]), int(str(row["times"])))
        for row in ask_internal(graph, "mentions-of", thing=thing.iri).records()
    ]
    return Shown(thing, tuple(aliases), _once(links), _once(linked), _facts(graph, thing.iri), tuple(mentions))


def _facts(graph: Graph, thing: Iri) -> tuple[ShownFact, ...]:
    quotes: dict[str, list[Quoted]] = {}
    for row in ask_internal(graph, "evidence-of", thing=thing).records():
        quote = Quoted(str(row["article"]), int(str(row["begin"])), int(str(row["end"])), str(row["quote"]))
        quotes.setdefault(str(row["fact"]), []).append(quote)
    kinds: dict[str, str] = {}
    trust: dict[str, Decimal] = {}
    fields: dict[str, list[Property]] = {}
    for row in ask_internal(graph, "facts-of", thing=thing).records():
        fact, name = str(row["fact"]), Iri(str(row["property"])).local
        kinds[fact] = str(row["kind"])
        fields.setdefault(fact, [])
        if row["property"] == CG["confidence"]:
            trust[fact] = Decimal(str(row["value"]))
        elif name not in PASSED_OVER:
            fields[fact].append(_property(name, row["value"], row["label"]))
    found = [
        ShownFact(Iri(fact), kinds[fact], _once(fields[fact]), trust.get(fact, Decimal(0)), tuple(quotes.get(fact, ())))
        for fact in kinds
    ]
    return tuple(sorted(found, key=lambda fact: (fact.kind, [(q.article, q.begin) for q in fact.evidence], fact.iri)))


def _property(name: str, value: Cell, label: Cell) -> Property:
    target = value if isinstance(value, Iri) else None
    if target is not None and target.startswith(str(CG)):
        return Property(name, target.local, target)  # a level, a bound: the caller has a word for it in each language
    text = str(label) if label is not None else target.local if target is not None else str(value)
    return Property(name, text, target)


def _once(properties: list[Property]) -> tuple[Property, ...]:
    """Each property and target once, by its first label (a concept has one a language)."""
    found: dict[tuple[str, str], Property] = {}
    for each in properties:
        found.setdefault((each.name, each.target or each.value), each)
    return tuple(found.values())
