from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import URIRef
from rdflib.namespace import RDF, RDFS

from graph.namespaces import CG
from graph.rdf import Conformance, build_dataset, validate
from graph.rdf.identifiers import ENTITIES_GRAPH, article_iri, entity_iri
from tests.rdf.reports import FIRM, report


@pytest.fixture
def outcome() -> Conformance:
    built = build_dataset([report()])
    article = built.graph(article_iri("made.txt"))
    (pilot,) = article.subjects(RDF.type, CG["Pilot"])
    article.set((pilot, CG["level"], CG["County"]))
    built.graph(ENTITIES_GRAPH).remove((entity_iri(FIRM), RDFS.label, None))
    return validate(built)


def test_a_violation_says_what_where_and_in_which_file(outcome: Conformance) -> None:
    assert [(v.shape, v.path, v.value, v.article) for v in outcome.violations] == [
        ("Entity", "rdfs:label", "", "made.txt"),
        ("Pilot", "cg:level", str(CG["County"]), "made.txt"),
    ]
    assert outcome.violations[0].focus == str(entity_iri(FIRM))


def test_the_report_is_readable_in_both_languages(outcome: Conformance) -> None:
    zh, en = outcome.text("zh").split("\n"), outcome.text("en").split("\n")
    assert zh[0] == "图谱有 2 处不合形状："
    assert en[0] == "2 violations:"
    assert zh[1] == "  [Entity] 实体“Enterprise/云岭机械厂”的 rdfs:label 缺少 (来自 made.txt)"
    assert en[2].startswith('  [Pilot] pilot "青川县隶属广元市')
    assert en[2].endswith("cg:level is not in the list of values: cg:County (from made.txt)")


def test_a_graph_that_conforms_says_so() -> None:
    outcome = validate(build_dataset([]))
    assert (outcome.conforms, outcome.violations) == (True, ())
    assert "符合" in outcome.text()
    assert "conforms" in outcome.text("en")


def test_the_outcome_is_the_same_each_time(outcome: Conformance) -> None:
    built = build_dataset([report()])
    article = built.graph(article_iri("made.txt"))
    for figure in list(article.subjects(RDF.type, CG["Figure"])):
        article.remove((figure, CG["unit"], None))
        article.add((figure, CG["actor"], URIRef("urn:nobody")))
    assert validate(built).violations == validate(built).violations
    assert len(validate(built).violations) == 9


def test_the_shapes_of_another_folder_can_be_used(tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text("", encoding="utf-8")
    assert validate(build_dataset([report()]), tmp_path).conforms
