"""The scene → plain JSON values, which is all that the page's scripts know.

In: the scene, its places, where everything stands, the saved questions. Out: one dictionary. Things refer to each other
by number; a thing's `key` is the end of its IRI, which addresses (`#region=LocalGovernment/141129`) and answers of
queries lead back from. Offsets become JavaScript's, which count UTF-16 units.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from graph.namespaces import BASE
from graph.query.questions import Question
from graph.view.layout import Heading, Map, columns, dimension_of
from graph.view.names import pinyin
from graph.view.regions import Overview, Places
from graph.view.scene import Article, Edge, Fact, Node, Quote, Scene, Term, Value

Packed = dict[str, Any]


def key(iri: str) -> str:
    """What names a thing in an address: `…/changai/entity/Union/x` → `Union/x`, `…/changai/fact/a/b` → `a/b`."""
    tail = iri.removeprefix(BASE)
    return tail.removeprefix("entity/").removeprefix("fact/").removeprefix("article/")


class _Packer:
    def __init__(self, articles: Iterable[Article]) -> None:
        # Where the signs stand that JavaScript counts as two (𠮷, 😀).
        self._wide = [[at for at, sign in enumerate(article.text) if ord(sign) > 0xFFFF] for article in articles]

    def at(self, article: int, offset: int) -> int:
        """A code point's place as JavaScript counts."""
        return offset + bisect_left(self._wide[article], offset)

    def quote(self, quote: Quote) -> list[int | str]:
        if quote.start < 0:
            return [quote.article, -1, -1, quote.text]
        return [quote.article, self.at(quote.article, quote.start), self.at(quote.article, quote.end)]

    def properties(self, properties: Iterable[tuple[str, Value]]) -> list[list[Any]]:
        return [[name, {"term": value.name} if isinstance(value, Term) else value] for name, value in properties]

    def node(self, node: Node, dimension: int, homes: tuple[int, ...], around: tuple[int, ...]) -> Packed:
        return {
            "key": key(node.iri),
            "type": node.type,
            "label": node.label,
            "english": node.english,
            "aliases": node.aliases,
            "pinyin": [pinyin(name) for name in (node.label, *node.aliases)],
            "properties": self.properties(pair for pair in node.properties if pair[0] != "broader"),
            "dimension": dimension,
            "homes": homes,
            "around": around,
        }

    def fact(self, fact: Fact) -> Packed:
        return {
            "key": key(fact.iri),
            "kind": fact.kind,
            "properties": self.properties(fact.properties),
            "evidence": [self.quote(quote) for quote in fact.evidence],
        }


def _headings(headings: Iterable[Heading]) -> list[list[int]]:
    return [[each.of, each.x, each.y, each.wide, each.high] for each in headings]


def _overview(scene: Scene, places: Places, overview: Overview) -> Packed:
    picture = columns(scene, places, overview)
    return {
        "level": overview.level,
        "regions": overview.regions,
        "measures": overview.measures,
        "rows": overview.rows,
        "columns": overview.columns,
        "at": [[number, x, y] for number, (x, y) in picture.at],
        "headings": _headings(picture.headings),
    }


def _edges(edges: Iterable[Edge], places: Places) -> list[list[Any]]:
    """From, to, kinds, facts, and what a line from a region to a measure says of who has adopted it."""
    edges = tuple(edges)
    tied = {(tie.region, tie.measure) for tie in places.ties}
    found: list[list[Any]] = [
        [edge.source, edge.target, edge.kinds, edge.facts, ""]
        for edge in edges
        if (edge.source, edge.target) not in tied
    ]
    told = {(edge.source, edge.target): edge for edge in edges}
    for tie in places.ties:
        beside = told.get((tie.region, tie.measure))  # plans and figures of the same two
        kinds = sorted({"Adoption", *(beside.kinds if beside else ())})
        facts = sorted({*tie.facts, *(beside.facts if beside else ())})
        said = ("own" if tie.own else "units") + (" near" if tie.near else "")
        found.append([tie.region, tie.measure, kinds, facts, said])
    return found


def _articles(scene: Scene, packer: _Packer) -> list[Packed]:
    """Each with its mentions in one flat list: node, start, end, node, start, end …"""
    mentions: dict[int, list[int]] = defaultdict(list)
    for each in scene.mentions:
        mentions[each.article] += [
            each.node, packer.at(each.article, each.start), packer.at(each.article, each.end)
        ]  # fmt: skip
    return [
        {"key": key(article.iri), "name": article.name, "text": article.text, "mentions": mentions[number]}
        for number, article in enumerate(scene.articles)
    ]


def pack_questions(questions: Iterable[Question]) -> list[Packed]:
    """The saved questions with their parameters, for the forms of the page."""
    return [
        {
            "id": question.id,
            "titles": [question.title_zh, question.title_en],
            "sparql": question.sparql,
            "parameters": [
                {"name": each.name, "type": each.type, "default": each.default, "titles": [each.zh, each.en]}
                for each in question.parameters
            ],
        }
        for question in questions
    ]


def pack(scene: Scene, places: Places, everything: Map) -> Packed:
    """All of the scene that the page's scripts need."""
    packer = _Packer(scene.articles)
    known = []
    for number, node in enumerate(scene.nodes):
        dimension = dimension_of(scene, number) if node.type == "Measure" else len(scene.dimensions)
        dimension = -1 if dimension == len(scene.dimensions) else dimension
        known.append(packer.node(node, dimension, places.homes[number], places.around[number]))
    return {
        "nodes": known,
        "facts": [packer.fact(fact) for fact in scene.facts],
        "edges": _edges(scene.edges, places),
        "articles": _articles(scene, packer),
        "dimensions": [{"label": label, "english": english} for _, label, english in scene.dimensions],
        "overviews": [_overview(scene, places, overview) for overview in places.overviews],
        "opening": places.opening,
        "map": {"at": everything.at, "headings": _headings(everything.headings)},
    }
