"""Reports → quads.

In: reports, each a document with its entities and facts. Out: quads, in this order: the vocabulary (ontology and
schemes; its own graph), the entities of all reports, merged by key (one graph), then each article in a graph of its
own: the article and its text, its mentions, its facts with evidence, rule and confidence, and the direct edges.
Facts of one report that state the same are one fact with all their evidence and the highest confidence. No blank
nodes anywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path

from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS

from graph.model import Entity, Fact, Report
from graph.namespaces import CG, NIF, PREFIXES
from graph.rdf.entities import entity_quads, merged
from graph.rdf.evidence import mention_quads, span_iri, span_quads
from graph.rdf.identifiers import (
    VOCABULARY_GRAPH,
    article_iri,
    entity_iri,
    fact_iri,
    file_name,
    measure_iri,
    rule_iri,
    software_iri,
)
from graph.rdf.literals import decimal, plain
from graph.rdf.statements import direct, keys, measure, statements
from graph.rdf.terms import BuildError, Quad
from graph.resources import ontology_folder

SHAPES = "shapes.ttl"


def build_dataset(reports: Sequence[Report]) -> Dataset:
    """All of `reports` as a dataset whose default graph is the union. Raises BuildError, naming the report."""
    dataset = Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace, replace=True)
    dataset.addN((s, p, o, dataset.graph(g)) for s, p, o, g in quads(reports))
    return dataset


def quads(reports: Sequence[Report], ontology: Path | None = None) -> Iterator[Quad]:
    """All quads of `reports`, the vocabulary first. Raises BuildError, naming the report."""
    vocabulary = tuple(vocabulary_quads(ontology))
    yield from vocabulary
    measures = frozenset(s for s, p, o, _ in vocabulary if p == RDF.type and o == CG["Measure"])
    articles = article_iris(reports)
    entities = merged(reports)
    for key, entity in entities.items():
        try:
            yield from entity_quads(entity)
        except ValueError as error:
            raise BuildError(_holder(reports, key), f"entity {key!r}: {error}") from error
    for report, article in zip(reports, articles, strict=True):
        yield from report_quads(report, article, entities, measures)


def vocabulary_quads(folder: Path | None = None) -> Iterator[Quad]:
    """The ontology and its schemes, shapes left out, and axioms with blank nodes, which no query asks for."""
    for path in sorted((ontology_folder() if folder is None else folder).glob("*.ttl")):
        if path.name != SHAPES:
            for s, p, o in Graph().parse(path, format="turtle"):
                if isinstance(s, URIRef) and isinstance(p, URIRef) and isinstance(o, URIRef | Literal):
                    yield s, p, o, VOCABULARY_GRAPH


def article_iris(reports: Sequence[Report]) -> tuple[URIRef, ...]:
    """The articles' IRIs, in the reports' order: two texts of one identifier are told apart by their text."""
    texts: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        texts[report.document.identifier].add(report.document.text)
    return tuple(
        article_iri(r.document.identifier, r.document.text if len(texts[r.document.identifier]) > 1 else "")
        for r in reports
    )


def report_quads(
    report: Report, article: URIRef, entities: Mapping[str, Entity], measures: frozenset[URIRef]
) -> Iterator[Quad]:
    """One article: its text, mentions and facts. `entities` are those of all reports, `measures` the scheme's IRIs."""
    document = report.document
    for kind in (CG["Article"], NIF["Context"], PROV.Entity):
        yield article, RDF.type, kind, article
    yield article, DCTERMS.identifier, plain(file_name(document.identifier)), article
    yield article, NIF["isString"], plain(document.text), article
    for entity in report.entities:
        for mention in entity.mentions:
            yield from mention_quads(article, document, mention, entity_iri(entity.key))
    same: dict[URIRef, list[Fact]] = defaultdict(list)
    for fact in report.facts:
        _check(document.identifier, fact, entities, measures)
        try:
            kind_name, stated = statements(fact)
        except ValueError as error:
            raise BuildError(document.identifier, str(error)) from error
        node = fact_iri(article, kind_name, tuple(part for term, value in stated for part in (term, value.n3())))
        if node not in same:
            yield node, RDF.type, CG[kind_name], article
            for term, value in stated:
                yield node, term, value, article
            edge = direct(fact)
            if edge is not None:
                yield *edge, article
        same[node].append(fact)
    for node, facts in same.items():
        yield node, CG["confidence"], decimal(max(fact.confidence for fact in facts)), article
        for span in {span for fact in facts for span in fact.evidence}:
            yield from span_quads(article, document, span)
            yield node, PROV.wasDerivedFrom, span_iri(article, span), article
        for rule in {fact.rule for fact in facts}:
            yield node, PROV.wasGeneratedBy, rule_iri(rule), article
    yield from _provenance(article, {fact.rule for fact in report.facts})


def _check(report: str, fact: Fact, entities: Mapping[str, Entity], measures: frozenset[URIRef]) -> None:
    """Raises BuildError where a fact has no evidence, or speaks of what nobody knows."""
    kind = type(fact).__name__
    if not fact.evidence:
        raise BuildError(report, f"{kind} by rule {fact.rule!r} has no evidence: {fact}")
    if not 0 <= fact.confidence <= 1:
        raise BuildError(report, f"{kind} by rule {fact.rule!r} has a confidence outside 0–1: {fact.confidence}")
    for key in keys(fact):
        if key not in entities:
            raise BuildError(report, f"{kind} by rule {fact.rule!r} speaks of {key!r}, which is no entity")
    name = measure(fact)
    if name is not None and measure_iri(name) not in measures:
        raise BuildError(report, f"{kind} by rule {fact.rule!r} speaks of {name!r}, which is no measure")


def _provenance(article: URIRef, rules: set[str]) -> Iterator[Quad]:
    """The rules that made an article's facts, and the program that ran them."""
    if not rules:
        return
    try:
        version = metadata.version("changai")
    except metadata.PackageNotFoundError:
        version = "unknown"
    software = software_iri(version)
    yield software, RDF.type, PROV.SoftwareAgent, article
    yield software, RDFS.label, plain(f"changai {version}"), article
    yield software, DCTERMS.hasVersion, plain(version), article
    for rule in rules:
        node = rule_iri(rule)
        yield node, RDF.type, PROV.Activity, article
        yield node, RDFS.label, plain(rule), article
        yield node, PROV.wasAssociatedWith, software, article


def _holder(reports: Sequence[Report], key: str) -> str:
    """The first report, by identifier, that holds the entity of this key."""
    return min(r.document.identifier for r in reports if any(e.key == key for e in r.entities))
