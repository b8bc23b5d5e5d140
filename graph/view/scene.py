"""What the page shows, taken out of the graph: nodes, the facts about them, the edges between them, and quotations.

Everything is frozen, numbered by its place in its tuple, and in an order that is the same for the same graph.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A value that is a term of the ontology, by its local name: `National`, `at-least`."""

    name: str


Value = int | str | Term  # the number of a node, a text, a term
Properties = tuple[tuple[str, Value], ...]  # by the local name of the property


@dataclass(frozen=True, slots=True)
class Article:
    """A report: its file's name, the text that offsets count in ("" where the graph does not keep it), and its IRI."""

    name: str
    text: str
    iri: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A span of an article: `articles[article].text[start:end] == text`; `start` is -1 where that cannot be shown."""

    article: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Where a report names a node: a span of an article's text, half-open."""

    article: int
    start: int
    end: int
    node: int


@dataclass(frozen=True, slots=True)
class Node:
    """An entity or a measure."""

    iri: str
    type: str
    label: str
    english: str
    aliases: tuple[str, ...]
    properties: Properties


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact node with its properties and the quotations that say it."""

    iri: str
    kind: str
    properties: Properties
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """What ties two nodes: the kinds of facts or relations between them, and the numbers of the facts."""

    source: int
    target: int
    kinds: tuple[str, ...]
    facts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """The whole of it. `dimensions` are (IRI, Chinese, English) of what the measures are grouped under, in their order.

    `mentions` are sorted; those that their article does not bear out are left away.
    """

    nodes: tuple[Node, ...]
    facts: tuple[Fact, ...]
    edges: tuple[Edge, ...]
    articles: tuple[Article, ...]
    mentions: tuple[Mention, ...]
    dimensions: tuple[tuple[str, str, str], ...]
