from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from rdflib import BNode, Dataset, Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, RDF, RDFS, SKOS, XSD

from graph.model import Adoption, Conferral, Entity, EntityType, Event, Figure, Mention, Report, Span
from graph.namespaces import BASE, CG, ITSRDF, MEASURE, NIF
from graph.rdf import BuildError, build_dataset, validate
from graph.rdf.identifiers import ENTITIES_GRAPH, VOCABULARY_GRAPH, article_iri, entity_iri
from graph.rdf.serialise import dataset_quads, trig
from tests.rdf.reports import BUREAU, COUNTY, FIRM, HONOUR, PERSON, UNION, broken_report, report

ARTICLE = article_iri("made.txt")


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return build_dataset([report()])


def test_it_conforms(dataset: Dataset) -> None:
    outcome = validate(dataset)
    assert outcome.conforms, outcome.text("en")


def test_the_graphs_are_the_contract_s(dataset: Dataset) -> None:
    names = {g.identifier for g in dataset.graphs() if len(g)}
    assert names - {URIRef("urn:x-rdflib:default")} == {ARTICLE, ENTITIES_GRAPH, VOCABULARY_GRAPH}


def test_there_are_no_blank_nodes(dataset: Dataset) -> None:
    assert not [t for quad in dataset.quads((None, None, None, None)) for t in quad if isinstance(t, BNode)]


def test_entities_have_their_class_names_and_links(dataset: Dataset) -> None:
    entities = dataset.graph(ENTITIES_GRAPH)
    bureau = entity_iri(BUREAU)
    assert set(entities.predicate_objects(bureau)) == {
        (RDF.type, CG["Agency"]),
        (RDF.type, ORG.Organization),
        (RDFS.label, Literal("青川县人社局", lang="zh")),
        (SKOS.altLabel, Literal("县人社局", lang="zh")),
        (CG["organOf"], entity_iri(COUNTY)),
    }


def test_a_figure_is_plain(dataset: Dataset) -> None:
    values = {o for f in dataset.subjects(RDF.type, CG["Figure"]) for o in dataset.objects(f, CG["value"])}
    assert {(str(v), v.datatype) for v in values if isinstance(v, Literal)} == {
        ("18000", XSD.decimal),
        ("85.5", XSD.decimal),
    }


def test_direct_edges_stand_beside_the_facts(dataset: Dataset) -> None:
    article = dataset.graph(ARTICLE)
    assert (entity_iri(COUNTY), CG["adopts"], MEASURE["skills-contests"]) in article
    assert (entity_iri(PERSON), CG["received"], entity_iri(HONOUR)) in article
    assert len(list(article.subject_objects(CG["adopts"]))) == 1  # a plan is no adoption


def test_every_span_quotes_the_text(dataset: Dataset) -> None:
    text = str(dataset.value(ARTICLE, NIF["isString"]))
    spans = list(dataset.subjects(NIF["referenceContext"], ARTICLE))
    assert spans
    for span in spans:
        start, end = (int(str(dataset.value(span, NIF[p]))) for p in ("beginIndex", "endIndex"))
        assert str(dataset.value(span, NIF["anchorOf"])) == text[start:end]
        assert str(span) == f"{ARTICLE}#char={start},{end}"


def test_a_rule_and_the_program_made_each_fact(dataset: Dataset) -> None:
    made = {str(r) for r in dataset.objects(None, PROV.wasGeneratedBy)}
    assert f"{BASE}rule/adoption.phrase" in made
    assert all(dataset.value(URIRef(r), PROV.wasAssociatedWith) for r in made)


def test_a_name_across_a_break_has_a_span_a_piece() -> None:
    built = build_dataset([broken_report()])
    quoted = {str(built.value(s, NIF["anchorOf"])) for s in built.subjects(ITSRDF["taIdentRef"], entity_iri(FIRM))}
    assert quoted == {"「云岭", "机械厂」"}


def test_two_files_of_one_name_stay_apart() -> None:
    built = build_dataset([report(f"{folder}/made.txt") for folder in ("甲", "乙")])
    named = set(built.subjects(DCTERMS.identifier, Literal("made.txt")))
    assert named == {article_iri("甲/made.txt"), article_iri("乙/made.txt")}


def test_two_texts_of_one_identifier_stay_apart() -> None:
    other = report(texts=("青川县隶属广元市，县人社局与云岭机械厂举办大赛。", *_texts()[1:]))
    built = build_dataset([report(), other])
    assert len(set(built.subjects(DCTERMS.identifier, Literal("made.txt")))) == 2
    assert validate(built).conforms


def _texts() -> tuple[str, ...]:
    return tuple(s.text for s in report().document.sentences)


def test_the_same_fact_twice_is_one_fact() -> None:
    made = report()
    first = made.facts[0]
    again = replace(first, evidence=(Span(0, 3),), rule="adoption.other", confidence=Decimal("0.95"))
    built = build_dataset([replace(made, facts=(first, again))])
    (fact,) = built.subjects(RDF.type, CG["Adoption"])
    assert len(list(built.objects(fact, PROV.wasDerivedFrom))) == 2
    assert len(list(built.objects(fact, PROV.wasGeneratedBy))) == 2
    assert [str(o) for o in built.objects(fact, CG["confidence"])] == ["0.95"]


def test_the_same_entity_of_two_reports_is_merged() -> None:
    one, two = report("a.txt"), report("b.txt")
    firm = next(e for e in two.entities if e.key == FIRM)
    longer = replace(firm, name="云岭机械厂有限公司", located_in=None)
    two = replace(two, entities=tuple(longer if e is firm else e for e in two.entities))
    built = build_dataset([one, two])
    node = entity_iri(FIRM)
    assert set(built.objects(node, RDFS.label)) == {Literal("云岭机械厂有限公司", lang="zh")}
    assert set(built.objects(node, SKOS.altLabel)) == {Literal("云岭机械厂", lang="zh")}
    assert list(built.objects(node, CG["locatedIn"])) == [entity_iri(COUNTY)]
    assert validate(built).conforms


def test_the_order_of_reports_facts_and_entities_is_irrelevant() -> None:
    reports = [report("a.txt"), report("b.txt"), broken_report()]
    turned = [replace(r, facts=r.facts[::-1], entities=r.entities[::-1]) for r in reports]
    written = {trig(dataset_quads(build_dataset(order))) for order in (*permutations(reports), turned)}
    assert len(written) == 1


def test_another_process_writes_the_same_bytes() -> None:
    code = (
        "import sys; from graph.rdf import build_dataset; from graph.rdf.serialise import *;"
        "from tests.rdf.reports import *;"
        "sys.stdout.buffer.write(trig(dataset_quads(build_dataset([report(), broken_report()]))).encode())"
    )
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", code]
    one, two = (
        subprocess.run(command, cwd=root, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    )
    assert one == two
    assert one.decode() == trig(dataset_quads(build_dataset([report(), broken_report()])))


E1, FAR, SURE = (Span(0, 3),), (Span(0, 9999),), Decimal("0.9")
BAD: list[tuple[str, Callable[[Report], Report], str]] = [
    ("no such actor", lambda r: _with(r, Adoption(E1, "x", SURE, "Agency/无", "mentoring")), "'Agency/无'"),
    ("no such measure", lambda r: _with(r, Adoption(E1, "x", SURE, COUNTY, "singing")), "'singing', which"),
    ("no evidence", lambda r: _with(r, Adoption((), "x", SURE, COUNTY, "mentoring")), "no evidence"),
    ("confidence", lambda r: _with(r, Adoption(E1, "x", Decimal(2), COUNTY, "mentoring")), "confidence outside"),
    ("a span past the end", lambda r: _with(r, Adoption(FAR, "x", SURE, COUNTY, "mentoring")), "outside the text"),
    ("an empty span", lambda r: _with(r, Adoption((Span(3, 3),), "x", SURE, COUNTY, "mentoring")), "outside the text"),
    ("no date", lambda r: _with(r, Event(E1, "x", SURE, "会议", "去年")), "no date"),
    ("no value", lambda r: _with(r, Figure(E1, "x", SURE, COUNTY, "人数", "人")), "needs a value"),
    ("half a range", lambda r: _with(r, Figure(E1, "x", SURE, COUNTY, "人数", "人", low=Decimal(1))), "needs a value"),
    ("no such honour", lambda r: _with(r, Conferral(E1, "x", SURE, PERSON, "Honour/无")), "'Honour/无'"),
    ("a wrong surface", lambda r: _mention(r, "青河县", 0, 3), "is not '青河县'"),
    ("no such sentence", lambda r: _mention(r, "青川县", 0, 3, sentence=99), "stands in no sentence"),
    ("a link to nothing", lambda r: _entity(r, organ_of="Agency/无"), "linked to 'Agency/无'"),
    ("two types", lambda r: _entity(r, type=EntityType.PERSON, more=True), "is both"),
    ("no name", lambda r: _entity(r, name=" "), "has no name"),
    ("no date of issue", lambda r: _entity(r, issued="某年"), "no date"),
]


def _with(made: Report, fact: Adoption | Event | Figure | Conferral) -> Report:
    return replace(made, facts=(*made.facts, fact))


def _mention(made: Report, surface: str, start: int, end: int, sentence: int = 0) -> Report:
    mention = Mention(sentence, start, end, surface, EntityType.UNION, "made")
    return _entity(made, mentions=(mention,))


def _entity(made: Report, more: bool = False, **changes: object) -> Report:
    union = next(e for e in made.entities if e.key == UNION)
    changed: Entity = replace(union, **changes)  # type: ignore[arg-type]
    rest = tuple(e for e in made.entities if more or e is not union)
    return replace(made, entities=(*rest, changed))


@pytest.mark.parametrize(("change", "reason"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_fault_of_extraction_names_the_report(change: Callable[[Report], Report], reason: str) -> None:
    with pytest.raises(BuildError, match=r"^made\.txt: ") as caught:
        build_dataset([change(report())])
    assert reason in str(caught.value)


def test_the_faults_are_all_there() -> None:
    assert len(BAD) == 16
