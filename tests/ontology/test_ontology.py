"""The ontology is consistent under OWL RL, complete in two languages, and closed: no term is used that it lacks."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import owlrl
import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import ORG, OWL, PROV, RDF, RDFS, SKOS

from graph.namespaces import CG
from graph.rdf import build_dataset
from graph.rdf.identifiers import entity_iri
from graph.resources import ontology_folder
from tests.rdf.reports import COUNTY, FIRM, HONOUR, PERSON, UNION, broken_report, report

ROOT = Path(__file__).resolve().parents[2]
ERROR = Namespace("http://www.daml.org/2002/03/agents/agent-ont#")
TERMS = """
LocalGovernment Agency Union Enterprise Institution Person Measure Honour PolicyDocument Adoption Figure
Conferral Pilot Post Plan Event adminLevel adminCode within organOf locatedIn level issuedBy actor measure
localName date indicator value low high unit bound from period status recipient honour count conferredBy
pilotUnit batch programme title by endDate kind confidence adopts received Province Prefecture County Township
Zone exact approx over under at-least at-most National Provincial Municipal CountyLevel EnterpriseLevel
meeting contest inspection training publication start other planned
"""  # as design/contract.md names them
CONTRACT = TERMS.split()


@cache
def declared() -> dict[URIRef, set[URIRef]]:
    """The project's terms, and what changai.ttl declares them as."""
    graph = Graph().parse(ontology_folder() / "changai.ttl")
    terms: dict[URIRef, set[URIRef]] = {}
    for s, o in graph.subject_objects(RDF.type):
        if str(s).startswith(str(CG)):
            terms.setdefault(s, set()).add(o)
    return terms


def undeclared(graph: Graph) -> set[str]:
    return {
        str(t)
        for triple in graph
        for t in triple
        if isinstance(t, URIRef) and t.startswith(str(CG)) and t not in declared()
    }


def closure(*extra: tuple[URIRef, URIRef, URIRef]) -> Graph:
    """Ontology, vocabulary and a small data graph under OWL RL."""
    graph = Graph()
    for path in sorted(ontology_folder().glob("*.ttl")):
        if path.name != "shapes.ttl":
            graph.parse(path)
    dataset = build_dataset([report(), broken_report()])
    graph.addN((s, p, o, graph) for s, p, o, _ in dataset.quads((None, None, None, None)))
    for triple in extra:
        graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def errors(graph: Graph) -> list[str]:
    found = graph.subjects(RDF.type, ERROR["ErrorMessage"])
    return sorted(str(o) for s in found for o in graph.objects(s, ERROR["error"]))


@pytest.fixture(scope="module")
def reasoned() -> Graph:
    return closure()


def test_every_term_of_the_contract_is_declared() -> None:
    assert len(CONTRACT) == len(set(CONTRACT)) == 74
    assert [t for t in CONTRACT if CG[t] not in declared()] == []


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition])
def test_every_term_is_said_in_chinese_and_english(predicate: URIRef) -> None:
    graph = Graph().parse(ontology_folder() / "changai.ttl")
    for term in declared():
        said = [o for o in graph.objects(term, predicate) if isinstance(o, Literal)]
        assert sorted(str(o.language) for o in said) == ["en", "zh"], term


def test_it_is_consistent(reasoned: Graph) -> None:
    assert errors(reasoned) == []


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        (entity_iri(FIRM), CG["Institution"]),
        (entity_iri(PERSON), CG["Honour"]),
        (entity_iri(COUNTY), CG["Enterprise"]),
        (entity_iri(UNION), CG["Agency"]),
        (entity_iri(HONOUR), CG["Measure"]),
        (entity_iri(HONOUR), CG["Adoption"]),
    ],
)
def test_an_entity_of_two_classes_is_inconsistent(subject: URIRef, kind: URIRef) -> None:
    assert errors(closure((subject, RDF.type, kind)))


def test_a_plan_that_is_an_adoption_is_inconsistent() -> None:
    dataset = build_dataset([report()])
    (plan,) = dataset.subjects(RDF.type, CG["Plan"])
    assert errors(closure((plan, RDF.type, CG["Adoption"])))


def test_reasoning_gives_the_types_of_the_standards(reasoned: Graph) -> None:
    (post,) = reasoned.subjects(RDF.type, CG["Post"])
    assert (post, RDF.type, ORG.Membership) in reasoned
    assert (post, RDF.type, PROV.Entity) in reasoned
    assert (entity_iri(FIRM), RDF.type, ORG.Organization) in reasoned
    assert (entity_iri(COUNTY), RDF.type, ORG.Organization) not in reasoned


def test_reasoning_gives_no_wrong_types(reasoned: Graph) -> None:
    """What a thing is by domains and ranges is what it was said to be."""
    dataset = build_dataset([report(), broken_report()])
    narrow = {c for c, kinds in declared().items() if OWL.Class in kinds}
    narrow -= {CG["Agent"], CG["Fact"]}
    for subject in set(dataset.subjects(RDF.type, None)):
        said = {o for o in dataset.objects(subject, RDF.type) if o in narrow}
        assert {o for o in reasoned.objects(subject, RDF.type) if o in narrow} == said, subject


@pytest.mark.parametrize("name", sorted(p.name for p in ontology_folder().glob("*.ttl")))
def test_the_turtle_uses_no_undeclared_term(name: str) -> None:
    assert undeclared(Graph().parse(ontology_folder() / name)) == set()


def test_a_built_graph_uses_no_undeclared_term(reasoned: Graph) -> None:
    assert undeclared(reasoned) == set()


def test_an_undeclared_term_is_found() -> None:
    graph = Graph()
    graph.add((entity_iri(FIRM), CG["ownedBy"], entity_iri(COUNTY)))
    assert undeclared(graph) == {str(CG["ownedBy"])}


def test_the_program_uses_no_undeclared_term() -> None:
    used: dict[str, set[str]] = {}
    for path in sorted((ROOT / "graph").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for name in re.findall(r"""\bCG\[["']([\w-]+)["']\]|\bCG\.(\w+)""", text):
            used.setdefault("".join(name), set()).add(path.name)
        for name in re.findall(r"\bcg:([A-Za-z][\w-]*)", text):
            used.setdefault(name, set()).add(path.name)
    assert {"actor", "adopts", "Article"} <= set(used)
    assert {n: files for n, files in used.items() if CG[n] not in declared()} == {}


def test_the_saved_questions_use_no_undeclared_term() -> None:
    for path in sorted((ROOT / "graph" / "query").rglob("*.rq")):
        body = re.sub(r"<[^>]*>|\"[^\"]*\"|#.*", " ", path.read_text(encoding="utf-8"))
        used = set(re.findall(r"\bcg:([A-Za-z][\w-]*)", body))
        assert {n for n in used if CG[n] not in declared()} == set(), path.name


def test_terms_of_an_enumeration_are_the_model_s() -> None:
    from graph.model import AdminLevel, Bound, EntityType, EventKind, Level

    graph = Graph().parse(ontology_folder() / "changai.ttl")
    for name, values in (("AdminLevel", AdminLevel), ("Level", Level), ("Bound", Bound), ("EventKind", EventKind)):
        assert set(graph.subjects(RDF.type, CG[name])) == {CG[v.value] for v in values}
    assert all(OWL.Class in declared()[CG[t.value]] for t in EntityType)


def test_the_measures_are_the_shared_list() -> None:
    path = ROOT.parent / "shared" / "vocabulary" / "measures.tsv"
    if not path.exists():
        pytest.skip("the shared list is not at hand")
    graph = Graph().parse(ontology_folder() / "measures.ttl")
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) == 63
    for row in rows:
        node = URIRef(f"https://w3id.org/changai/measure/{row['id']}")
        assert (node, SKOS.prefLabel, Literal(row["label_zh"], lang="zh")) in graph
        assert (node, SKOS.prefLabel, Literal(row["label_en"], lang="en")) in graph
        assert (node, SKOS.broader, URIRef(f"https://w3id.org/changai/dimension/{row['dimension']}")) in graph
    assert len(set(graph.subjects(RDF.type, CG["Measure"]))) == 63
