"""The graph → `Scene`, by SPARQL alone.

In: an open graph. Out: the scene, in this order:
articles, quotations, labels, nodes (a measure only if a fact names it), facts, edges. All sorting is done here, so that
the order of answers does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.namespaces import CG
from graph.query.store import Graph
from graph.view.looks import LOOKS
from graph.view.scene import Article, Edge, Fact, Mention, Node, Properties, Quote, Scene, Term, Value

# The order of the reform's own programme; a dimension that is not among them comes after.
DIMENSIONS = ("ideological", "achievement", "skills", "status", "growth", "governance")
KINDS = ("Adoption", "Plan", "Figure", "Conferral", "Pilot", "Post", "Event")
SUBJECTS = ("actor", "recipient", "pilotUnit", "member")  # whose fact it is: an edge goes from here to the others
RELATIONS = ("organOf", "locatedIn", "within", "issuedBy")
# The order in which properties are shown.
ENTITY_PROPERTIES = """cg:adminLevel cg:adminCode cg:within cg:organOf cg:locatedIn cg:level cg:issuedBy
  dcterms:issued skos:broader"""
FACT_PROPERTIES = """cg:actor cg:recipient cg:pilotUnit org:member org:organization cg:title cg:measure cg:localName
  cg:honour cg:indicator cg:value cg:low cg:high cg:unit cg:bound cg:from cg:period cg:status cg:level cg:count cg:batch
  cg:programme cg:conferredBy cg:by rdfs:label cg:date cg:endDate cg:kind cg:confidence"""

ARTICLES = (
    "SELECT DISTINCT ?a ?name ?text { ?a a nif:Context ; dcterms:identifier ?name OPTIONAL { ?a nif:isString ?text } }"
)
SPANS = """SELECT DISTINCT ?span ?article ?begin ?end ?text {
  ?span nif:referenceContext ?article ; nif:anchorOf ?text ; nif:beginIndex ?begin ; nif:endIndex ?end }"""
EVIDENCE = "SELECT DISTINCT ?fact ?span { ?fact prov:wasDerivedFrom ?span }"
MENTIONS = "SELECT DISTINCT ?entity ?span { ?span itsrdf:taIdentRef ?entity }"
LABELS = """SELECT DISTINCT ?thing ?by ?label (LANG(?label) AS ?language) {
  VALUES ?by { rdfs:label skos:prefLabel skos:altLabel } ?thing ?by ?label }"""


def _ask(graph: Graph, sparql: str) -> list[tuple[str, ...]]:
    return sorted({tuple("" if cell is None else str(cell) for cell in row) for row in graph.select(sparql).rows})


def _local(name: str) -> str:
    return name.rsplit(":", 1)[-1]


def _articles(graph: Graph) -> tuple[tuple[Article, ...], dict[str, int]]:
    known: dict[str, Article] = {}
    for iri, name, text in _ask(graph, ARTICLES):
        known[iri] = Article(name, text or (known[iri].text if iri in known else ""), iri)
    order = sorted(known, key=lambda iri: (known[iri].name, iri))
    return tuple(known[iri] for iri in order), {iri: number for number, iri in enumerate(order)}


def _quotes(graph: Graph) -> tuple[tuple[Article, ...], dict[str, Quote]]:
    articles, number = _articles(graph)
    quotes = {}
    for span, article, begin, end, text in _ask(graph, SPANS):
        if article not in number:
            continue
        start, stop = int(begin), int(end)
        # A quotation that its article does not bear out is shown alone, never marked in the wrong place.
        shown = articles[number[article]].text[start:stop] == text
        quotes[span] = Quote(number[article], start if shown else -1, stop if shown else -1, text)
    return articles, quotes


def _quoted(spans: Iterable[str], quotes: dict[str, Quote]) -> tuple[Quote, ...]:
    return tuple(sorted(quotes[span] for span in spans if span in quotes))


def _pairs(graph: Graph, sparql: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for thing, other in _ask(graph, sparql):
        found[thing].append(other)
    return found


def _of_classes(classes: Iterable[str]) -> str:
    return f"VALUES ?type {{ {' '.join('cg:' + name for name in classes)} }} ?thing a ?type"


def _typed(graph: Graph, classes: Iterable[str]) -> dict[str, str]:
    """Thing → its class among `classes`, by local name."""
    rows = _ask(graph, f"SELECT DISTINCT ?thing ?type {{ {_of_classes(classes)} }}")
    return {thing: kind.removeprefix(str(CG)) for thing, kind in rows}


def _values(graph: Graph, classes: Iterable[str], listed: str) -> dict[str, list[tuple[str, str]]]:
    """Thing → (local name of the property, value), in the order in which the properties are listed."""
    properties = listed.split()
    asked = " ".join(f"({name} {place})" for place, name in enumerate(properties))
    sparql = f"SELECT DISTINCT ?thing ?place (STR(?o) AS ?value) {{ {_of_classes(classes)} . "
    sparql += f"VALUES (?p ?place) {{ {asked} }} ?thing ?p ?o }}"
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for thing, place, value in _ask(graph, sparql):
        found[thing].append((int(place), value))
    return {thing: [(_local(properties[place]), v) for place, v in sorted(rows)] for thing, rows in found.items()}


class _Names:
    """The labels of everything that has one; `zh` falls back on any label, then on the end of the IRI."""

    def __init__(self, graph: Graph) -> None:
        self._labels: dict[tuple[str, str], str] = {}
        self._others: dict[str, set[str]] = defaultdict(set)
        for thing, by, label, language in _ask(graph, LABELS):
            if by.endswith("altLabel"):
                self._others[thing].add(label)
            else:
                self._labels.setdefault((thing, language[:2]), label)

    def label(self, thing: str) -> str:
        found = (self._labels.get((thing, language)) for language in ("zh", "", "en"))
        return next((label for label in found if label), thing.rsplit("/", 1)[-1])

    def english(self, thing: str) -> str:
        return self._labels.get((thing, "en"), "")

    def others(self, thing: str) -> tuple[str, ...]:
        return tuple(sorted(self._others[thing] - {self.label(thing)}))


def _properties(values: Iterable[tuple[str, str]], number: dict[str, int]) -> Properties:
    found: list[tuple[str, Value]] = []
    for name, value in values:
        if value in number:
            found.append((name, number[value]))
        elif value.startswith(str(CG)):
            found.append((name, Term(value.removeprefix(str(CG)))))
        else:
            found.append((name, value))
    return tuple(found)


def _edges(nodes: Sequence[Node], facts: Sequence[Fact]) -> tuple[Edge, ...]:
    """One edge for each ordered pair of nodes that a relation or a fact ties."""
    kinds: dict[tuple[int, int], set[str]] = defaultdict(set)
    told: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        for name, value in node.properties:
            if name in RELATIONS and isinstance(value, int) and value != number:
                kinds[number, value].add(name)
    for number, fact in enumerate(facts):
        subject = next((value for name, value in fact.properties if name in SUBJECTS and isinstance(value, int)), None)
        others = {value for _, value in fact.properties if isinstance(value, int)} - {subject}
        for other in sorted(others if subject is not None else ()):
            assert subject is not None
            kinds[subject, other].add(fact.kind)
            told[subject, other].append(number)
    rank = {name: place for place, name in enumerate(KINDS + RELATIONS)}
    return tuple(
        Edge(*pair, tuple(sorted(kinds[pair], key=rank.__getitem__)), tuple(told[pair])) for pair in sorted(kinds)
    )


def _dimension_rank(iri: str) -> tuple[int, str]:
    name = iri.rsplit("/", 1)[-1]
    return DIMENSIONS.index(name) if name in DIMENSIONS else len(DIMENSIONS), iri


def read_scene(graph: Graph) -> Scene:
    """All that the page shows of `graph`. An empty graph gives an empty scene."""
    articles, quotes = _quotes(graph)
    names = _Names(graph)
    evidence, mentions = _pairs(graph, EVIDENCE), _pairs(graph, MENTIONS)
    fact_kinds, fact_values = _typed(graph, KINDS), _values(graph, KINDS, FACT_PROPERTIES)
    types, values = _typed(graph, LOOKS), _values(graph, LOOKS, ENTITY_PROPERTIES)
    named = {value for rows in fact_values.values() for name, value in rows if name == "measure"}
    types = {iri: kind for iri, kind in types.items() if kind != "Measure" or iri in named}

    rank = {kind: place for place, kind in enumerate(LOOKS)}
    order = sorted(types, key=lambda iri: (rank[types[iri]], names.label(iri), iri))
    number = {iri: place for place, iri in enumerate(order)}
    nodes = []
    for iri in order:
        properties = _properties(values.get(iri, ()), number)
        label, english, others = names.label(iri), names.english(iri), names.others(iri)
        nodes.append(Node(iri, types[iri], label, english, others, properties))
    kind_rank = {kind: place for place, kind in enumerate(KINDS)}
    facts = tuple(
        Fact(iri, kind, _properties(fact_values.get(iri, ()), number), _quoted(evidence.get(iri, ()), quotes))
        for iri, kind in sorted(fact_kinds.items(), key=lambda item: (kind_rank[item[1]], item[0]))
    )
    named_at = {
        Mention(quote.article, quote.start, quote.end, number[iri])
        for iri, spans in mentions.items()
        for quote in _quoted(spans if iri in number else (), quotes)
        if quote.start >= 0
    }
    groups = {
        value for node in nodes for name, value in node.properties if name == "broader" and isinstance(value, str)
    }
    dimensions = tuple((iri, names.label(iri), names.english(iri)) for iri in sorted(groups, key=_dimension_rank))
    return Scene(tuple(nodes), facts, _edges(nodes, facts), articles, tuple(sorted(named_at)), dimensions)
