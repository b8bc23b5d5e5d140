from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse
from rdflib import BNode, Dataset, Literal, URIRef
from rdflib.compare import graph_diff, to_isomorphic
from rdflib.namespace import RDF, XSD

from graph.namespaces import CG
from graph.rdf import build_dataset, serialise, write, write_texts
from graph.rdf.serialise import dataset_quads, replace_file, term, trig
from tests.rdf.reports import broken_report, report

A, B, C = (URIRef(f"https://example.org/{x}") for x in "abc")


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (CG["at-least"], "cg:at-least"),
        (CG["a/b"], "<https://w3id.org/changai/ontology#a/b>"),
        (RDF.type, "rdf:type"),
        (A, "<https://example.org/a>"),
        (Literal("工会", lang="zh"), '"工会"@zh'),
        (Literal('说"好"\n\\'), '"说\\"好\\"\\n\\\\"'),
        (Literal("a", datatype=XSD.string), '"a"'),
        (Literal("\x00\x85"), '"\\u0000\\u0085"'),
        (Literal("18000", datatype=XSD.decimal), '"18000"^^xsd:decimal'),
    ],
)
def test_a_term_is_written_as_trig(node: URIRef | Literal, text: str) -> None:
    assert term(node) == text


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_survives(text: str) -> None:
    (quad,) = parse(trig([(A, B, Literal(text), C)]).encode(), format=RdfFormat.TRIG)
    assert quad.object.value == text


def test_what_is_written_is_what_was_built(tmp_path: Path) -> None:
    built = build_dataset([report(), broken_report()])
    again = Dataset(default_union=True)
    again.parse(write(built, tmp_path), format="trig")
    names = {g.identifier for g in built.graphs() if len(g)} - {URIRef("urn:x-rdflib:default")}
    assert names == {g.identifier for g in again.graphs() if len(g)} - {URIRef("urn:x-rdflib:default")}
    for name in names:
        _, ours, theirs = graph_diff(to_isomorphic(built.graph(name)), to_isomorphic(again.graph(name)))
        assert (set(ours), set(theirs)) == (set(), set())


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first = write(build_dataset([report()]), tmp_path / "one").read_bytes()
    assert write(build_dataset([report()]), tmp_path / "two").read_bytes() == first


def test_blank_nodes_are_refused() -> None:
    made = Dataset()
    made.graph(C).add((BNode(), B, A))
    with pytest.raises(ValueError, match="blank node"):
        list(dataset_quads(made))


def test_a_statement_outside_the_named_graphs_is_refused() -> None:
    made = Dataset()
    made.add((A, B, C))
    with pytest.raises(ValueError, match="in no named graph"):
        list(dataset_quads(made))


def test_a_failure_leaves_what_was_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(build_dataset([report()]), tmp_path)
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(serialise.os, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        write(build_dataset([broken_report()]), tmp_path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["graph.trig"]


def test_others_may_read_the_file(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        replace_file(tmp_path / "a", "x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_newlines_stand_as_they_are(tmp_path: Path) -> None:
    replace_file(tmp_path / "a", "一\r\n二\n")
    assert (tmp_path / "a").read_bytes() == "一\r\n二\n".encode()


def test_an_extracted_text_is_kept_beside_the_graph(tmp_path: Path) -> None:
    made = report("甲/made.pdf")
    made = replace(made, document=replace(made.document, extracted=True))
    (path,) = write_texts([report(), made], tmp_path)
    assert path.parent == tmp_path / "texts"
    assert path.read_text(encoding="utf-8") == made.document.text
