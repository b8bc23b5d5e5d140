"""Each shape has at least one case that conforms and one that does not, each a change to a whole, valid graph."""

from __future__ import annotations

from functools import cache

import pytest
from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import RDF

from graph.namespaces import PREFIXES
from graph.rdf import build_dataset, validate
from graph.rdf.validate import SH, SHAPES
from graph.resources import ontology_folder
from tests.rdf.reports import report

E = "https://w3id.org/changai/entity/"
COUNTY, CITY, BUREAU, FIRM, UNION, PERSON, HONOUR, POLICY, SCHOOL = (
    f"<{E}{key}>"
    for key in (
        "LocalGovernment/青川县",
        "LocalGovernment/广元市",
        "Agency/青川县人社局",
        "Enterprise/云岭机械厂",
        "Union/青川县总工会",
        "Person/李秋原",
        "Honour/蜀道工匠",
        "PolicyDocument/青川县技能提升办法",
        "Institution/蜀道技师学院",
    )
)
ARTICLE = "<https://w3id.org/changai/article/made.txt>"
SPAN = "<https://w3id.org/changai/article/made.txt#char=0,3>"
PROVINCE = "<https://w3id.org/changai/entity/LocalGovernment/四川省>"


def cut(node: str, path: str) -> str:
    """Takes all values of a property from a node."""
    return f"DELETE {{ {node} {path} ?o }} WHERE {{ {node} {path} ?o }}"


def add(node: str, path: str, value: str) -> str:
    return f"INSERT DATA {{ {node} {path} {value} }}"


def swap(node: str, path: str, value: str) -> str:
    return f"{cut(node, path)} ; {add(node, path, value)}"


def each(kind: str, path: str, value: str | None) -> str:
    """Takes a property from every thing of a class, and gives it another value."""
    insert = f"INSERT {{ ?s {path} {value} }}" if value is not None else ""
    return f"DELETE {{ ?s {path} ?o }} {insert} WHERE {{ ?s a {kind} . OPTIONAL {{ ?s {path} ?o }} }}"


# The shape that the case is about, and a change after which the graph still conforms.
VALID = [
    ("Entity", add(COUNTY, "skos:altLabel", '"青川"@zh')),
    ("Named", add(SPAN, "itsrdf:taIdentRef", BUREAU)),
    (
        "LocalGovernment",
        f"INSERT DATA {{ {CITY} cg:within {PROVINCE} . {PROVINCE} a cg:LocalGovernment ;"
        ' rdfs:label "四川省"@zh ; cg:adminLevel cg:Province ; cg:adminCode "510000" }',
    ),
    ("LocalGovernment", cut(CITY, "cg:adminCode")),  # a zone has none
    ("Agency", cut(BUREAU, "cg:organOf")),
    ("Union", swap(UNION, "cg:organOf", FIRM)),
    ("Enterprise", cut(FIRM, "cg:locatedIn")),
    ("Institution", swap(SCHOOL, "cg:locatedIn", COUNTY)),
    ("Person", add(PERSON, "skos:altLabel", '"秋原"@zh')),
    ("Honour", cut(HONOUR, "cg:level")),
    ("PolicyDocument", swap(POLICY, "dcterms:issued", '"2021-09-30"^^xsd:date')),
    ("Measure", add("measure:mentoring", "cg:pattern", '"带.{0,3}徒弟"')),
    ("Dimension", add("dimension:skills", "skos:altLabel", '"提升素质"@zh')),
    ("Fact", each("cg:Plan", "cg:confidence", "1.0")),
    ("Adoption", each("cg:Adoption", "cg:localName", None)),
    ("Plan", each("cg:Plan", "cg:by", '"2025-06"^^xsd:gYearMonth')),
    ("Figure", each("cg:Figure", "cg:period", None)),
    ("Conferral", each("cg:Conferral", "cg:count", "12")),
    ("Pilot", each("cg:Pilot", "cg:batch", None)),
    ("Post", each("cg:Post", "org:organization", COUNTY)),
    ("Event", each("cg:Event", "cg:date", '"2021"^^xsd:gYear')),
    ("Article", swap(ARTICLE, "dcterms:identifier", '"青川.txt"')),
    ("Span", add(SPAN, "rdfs:comment", '"开头"@zh')),
    ("Mention", add(SPAN, "itsrdf:taIdentRef", HONOUR)),
    ("Rule", each("prov:Activity", "rdfs:label", '"另一规则"')),
    ("Software", each("prov:SoftwareAgent", "dcterms:hasVersion", '"9.9"')),
    ("Adopts", cut(COUNTY, "cg:adopts")),
    ("Received", cut(PERSON, "cg:received")),
]

# The shape that must complain, the property that it must complain of ("" for the thing itself), and the change.
INVALID = [
    ("Entity", "rdfs:label", cut(PERSON, "rdfs:label")),
    ("Entity", "rdfs:label", add(FIRM, "rdfs:label", '"云岭厂"@zh')),
    ("Entity", "rdfs:label", swap(HONOUR, "rdfs:label", '"craftsman"@en')),
    ("Entity", "skos:altLabel", add(BUREAU, "skos:altLabel", '"青川县人社局"@zh')),
    ("Entity", "rdf:type", add(FIRM, "a", "cg:Institution")),
    ("Named", "^itsrdf:taIdentRef", f"DELETE WHERE {{ ?s itsrdf:taIdentRef {FIRM} }}"),
    ("LocalGovernment", "cg:adminLevel", cut(COUNTY, "cg:adminLevel")),
    ("LocalGovernment", "cg:adminLevel", swap(COUNTY, "cg:adminLevel", "cg:CountyLevel")),
    ("LocalGovernment", "cg:adminCode", swap(COUNTY, "cg:adminCode", '"青川"')),
    ("LocalGovernment", "cg:within", swap(COUNTY, "cg:within", FIRM)),
    (
        "LocalGovernment",
        "",
        f"DELETE WHERE {{ ?s itsrdf:taIdentRef {CITY} }} ; DELETE WHERE {{ ?s cg:within {CITY} }} ;"
        f" DELETE WHERE {{ ?s cg:locatedIn {CITY} }}",
    ),
    ("Agency", "cg:organOf", swap(BUREAU, "cg:organOf", HONOUR)),
    ("Agency", "rdf:type", f"DELETE DATA {{ {BUREAU} a org:Organization }}"),
    ("Union", "cg:organOf", add(UNION, "cg:organOf", FIRM)),
    ("Enterprise", "cg:locatedIn", swap(FIRM, "cg:locatedIn", BUREAU)),
    ("Institution", "cg:locatedIn", add(SCHOOL, "cg:locatedIn", COUNTY)),
    ("Person", "rdfs:label", swap(PERSON, "rdfs:label", '"' + "李" * 31 + '"@zh')),
    ("Honour", "cg:level", swap(HONOUR, "cg:level", "cg:Province")),
    ("PolicyDocument", "dcterms:issued", swap(POLICY, "dcterms:issued", '"2021年9月"')),
    ("PolicyDocument", "cg:issuedBy", swap(POLICY, "cg:issuedBy", POLICY)),
    ("Measure", "skos:broader", cut("measure:mentoring", "skos:broader")),
    ("Measure", "skos:broader", swap("measure:mentoring", "skos:broader", "measure:new-apprenticeship")),
    ("Measure", "skos:prefLabel", add("measure:mentoring", "skos:prefLabel", '"带徒"@zh')),
    ("Measure", "skos:altLabel", add("measure:mentoring", "skos:altLabel", '"师带徒"@zh')),
    ("Dimension", "rdfs:label", cut("dimension:skills", "rdfs:label")),
    ("Fact", "cg:confidence", each("cg:Post", "cg:confidence", "1.1")),
    ("Fact", "cg:confidence", each("cg:Post", "cg:confidence", '"0.5"')),
    ("Fact", "prov:wasDerivedFrom", each("cg:Event", "prov:wasDerivedFrom", None)),
    ("Fact", "prov:wasGeneratedBy", each("cg:Pilot", "prov:wasGeneratedBy", None)),
    ("Adoption", "cg:actor", each("cg:Adoption", "cg:actor", None)),
    ("Adoption", "cg:actor", each("cg:Adoption", "cg:actor", HONOUR)),
    ("Adoption", "cg:measure", each("cg:Adoption", "cg:measure", "dimension:skills")),
    ("Adoption", "cg:date", each("cg:Adoption", "cg:date", '"2021"')),
    ("Plan", "cg:measure", each("cg:Plan", "cg:measure", None)),
    ("Plan", "cg:by", each("cg:Plan", "cg:by", "2025")),
    ("Plan", "", "INSERT { ?p a cg:Adoption } WHERE { ?p a cg:Plan }"),
    ("Figure", "", each("cg:Figure", "cg:value", None)),
    ("Figure", "", "INSERT { ?f cg:value 40.0 } WHERE { ?f cg:low ?low }"),
    ("Figure", "cg:low", "DELETE { ?f cg:low ?o } INSERT { ?f cg:low 99.0 } WHERE { ?f cg:low ?o }"),
    ("Figure", "cg:value", "DELETE { ?f cg:value ?o } INSERT { ?f cg:value 18000 } WHERE { ?f cg:value ?o }"),
    ("Figure", "cg:bound", each("cg:Figure", "cg:bound", "cg:National")),
    ("Figure", "cg:unit", each("cg:Figure", "cg:unit", None)),
    ("Figure", "cg:indicator", each("cg:Figure", "cg:indicator", '""')),
    ("Figure", "cg:status", each("cg:Figure", "cg:status", "cg:exact")),
    ("Conferral", "cg:honour", each("cg:Conferral", "cg:honour", FIRM)),
    ("Conferral", "cg:count", each("cg:Conferral", "cg:count", "0")),
    ("Conferral", "cg:recipient", each("cg:Conferral", "cg:recipient", None)),
    ("Pilot", "cg:pilotUnit", each("cg:Pilot", "cg:pilotUnit", None)),
    ("Pilot", "cg:level", each("cg:Pilot", "cg:level", "cg:County")),
    ("Post", "org:member", each("cg:Post", "org:member", FIRM)),
    ("Post", "cg:title", each("cg:Post", "cg:title", None)),
    ("Event", "cg:date", each("cg:Event", "cg:date", None)),
    ("Event", "rdfs:label", each("cg:Event", "rdfs:label", '"opening"@en')),
    ("Event", "cg:kind", each("cg:Event", "cg:kind", '"training"')),
    ("Article", "dcterms:identifier", cut(ARTICLE, "dcterms:identifier")),
    ("Article", "nif:isString", cut(ARTICLE, "nif:isString")),
    ("Span", "nif:beginIndex", swap(SPAN, "nif:beginIndex", '"3"^^xsd:nonNegativeInteger')),
    ("Span", "nif:beginIndex", swap(SPAN, "nif:beginIndex", "0")),
    ("Span", "nif:endIndex", cut(SPAN, "nif:endIndex")),
    ("Span", "nif:anchorOf", cut(SPAN, "nif:anchorOf")),
    ("Span", "nif:referenceContext", swap(SPAN, "nif:referenceContext", FIRM)),
    ("Mention", "itsrdf:taIdentRef", swap(SPAN, "itsrdf:taIdentRef", "measure:mentoring")),
    ("Rule", "prov:wasAssociatedWith", each("prov:Activity", "prov:wasAssociatedWith", None)),
    ("Software", "dcterms:hasVersion", each("prov:SoftwareAgent", "dcterms:hasVersion", None)),
    ("Adopts", "cg:adopts", add(COUNTY, "cg:adopts", "dimension:skills")),
    ("Adopts", "^cg:actor", add(UNION, "cg:adopts", "measure:mentoring")),
    ("Received", "cg:received", add(PERSON, "cg:received", FIRM)),
    ("Received", "^cg:recipient", add(SCHOOL, "cg:received", HONOUR)),
]


@cache
def whole() -> tuple[tuple[URIRef, URIRef, URIRef], ...]:
    return tuple((s, p, o) for s, p, o, _ in build_dataset([report()]).quads((None, None, None, None)))


def changed(update: str) -> Dataset:
    """The valid graph after a SPARQL update."""
    graph = Graph()
    graph.addN((*triple, graph) for triple in whole())
    before = len(graph)
    prefixes = {**PREFIXES, "dimension": "https://w3id.org/changai/dimension/"}
    graph.update("".join(f"PREFIX {p}: <{ns}>\n" for p, ns in prefixes.items()) + update)
    assert len(graph) != before or set(graph) != set(whole()), "the case changes nothing"
    dataset = Dataset(default_union=True)
    dataset.addN((*triple, dataset.graph(URIRef("urn:case"))) for triple in graph)
    return dataset


@cache
def shapes() -> frozenset[str]:
    graph = Graph().parse(ontology_folder() / SHAPES)
    return frozenset(str(s).rsplit("/", 1)[-1] for s in graph.subjects(RDF.type, SH["NodeShape"]))


@pytest.mark.parametrize(("shape", "update"), VALID, ids=[f"{i}-{row[0]}" for i, row in enumerate(VALID)])
def test_a_valid_case_conforms(shape: str, update: str) -> None:
    outcome = validate(changed(update))
    assert outcome.conforms, outcome.text("en")


@pytest.mark.parametrize(
    ("shape", "path", "update"), INVALID, ids=[f"{i}-{row[0]}-{row[1] or 'itself'}" for i, row in enumerate(INVALID)]
)
def test_an_invalid_case_breaks_its_shape(shape: str, path: str, update: str) -> None:
    outcome = validate(changed(update))
    assert not outcome.conforms
    assert (shape, path) in {(v.shape, v.path) for v in outcome.violations}, outcome.text("en")


def test_every_shape_has_its_cases() -> None:
    assert len(shapes()) == 27
    assert {row[0] for row in VALID} == shapes()
    assert {row[0] for row in INVALID} == shapes()
    assert (len(VALID), len(INVALID)) == (28, 68)


def test_every_shape_looks_at_something() -> None:
    """A shape that no node of a whole graph falls under would check nothing."""
    graph = Graph().parse(ontology_folder() / SHAPES)
    data = Graph()
    data.addN((*triple, data) for triple in whole())
    for shape in graph.subjects(RDF.type, SH["NodeShape"]):
        found = [n for c in graph.objects(shape, SH["targetClass"]) for n in data.subjects(RDF.type, c)]
        found += [n for p in graph.objects(shape, SH["targetSubjectsOf"]) for n in data.subjects(p, None)]
        assert found, shape
