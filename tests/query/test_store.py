from __future__ import annotations

import os
from decimal import Decimal

import pytest

from graph.errors import (
    GraphDamagedError,
    GraphNotFoundError,
    QueryFailedError,
    QueryKindError,
    QueryPrefixError,
    QuerySyntaxError,
    UnreadableError,
)
from graph.namespaces import CG, PREFIXES
from graph.query.dataset import read_dataset
from graph.query.store import cell_of, open_graph, term_of, written
from graph.query.table import Iri, Table, Text
from tests.query.conftest import FIXTURE

XSD = str(PREFIXES["xsd"])
TWICE = "<https://w3id.org/changai/entity/Union/青川县总工会> cg:adopts measure:mentoring"


def test_a_folder_or_a_file_opens(tmp_path):
    (tmp_path / "graph.trig").write_bytes(FIXTURE.read_bytes())
    assert len(open_graph(tmp_path)) == len(open_graph(str(tmp_path / "graph.trig"))) > 0
    assert open_graph(tmp_path).path == tmp_path / "graph.trig"


def test_no_graph(tmp_path):
    for path in (tmp_path, tmp_path / "none", tmp_path / "none.trig"):
        with pytest.raises(GraphNotFoundError) as caught:
            open_graph(path)
        assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"", 1),
        (b" \n\n", 1),
        (b"hello world", 1),
        ("<a:a> {\n<a:b> <a:c> <a:d> .\n<a:e> 中文 }".encode(), 3),
        (b"<a:a> { <a:b> <a:c> \xff\xfe }", 1),
        (b"\x7fELF\x00\x01", 1),
        (FIXTURE.read_bytes()[:9000], None),
    ],
)
def test_a_damaged_graph_is_named_with_its_line(tmp_path, text, line):
    path = tmp_path / "graph.trig"
    path.write_bytes(text)
    with pytest.raises(GraphDamagedError) as caught:
        open_graph(tmp_path)
    assert caught.value.values["path"] == path
    assert line is None or caught.value.values["line"] == line
    for language in ("zh", "en"):
        assert "\n" not in caught.value.message(language)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_graph_that_may_not_be_read(tmp_path):
    path = tmp_path / "graph.trig"
    path.write_text("")
    path.chmod(0)
    with pytest.raises(UnreadableError):
        open_graph(tmp_path)


def test_a_triple_of_two_articles_counts_once(graph):
    assert graph.select(f"SELECT ?g {{ GRAPH ?g {{ {TWICE} }} }}").rows.__len__() == 2
    assert graph.select(f"SELECT (COUNT(*) AS ?n) {{ {TWICE} }}").rows == ((1,),)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_the_union_is_the_oracle_s(graph, oracle):
    assert len(graph) == len({(s, p, o) for s, p, o, _ in oracle.quads()})
    assert len(read_dataset(FIXTURE)) == len(oracle)


def test_values_are_plain(graph):
    row = graph.select(
        "SELECT ?f ?value ?unit ?indicator ?confidence ?none {"
        " ?f cg:value ?value ; cg:unit ?unit ; cg:indicator ?indicator ; cg:confidence ?confidence"
        ' FILTER(?unit = "对") }'
    ).rows[0]
    assert row == (
        "https://w3id.org/changai/fact/f02", Decimal(86), "对", "师徒结对数", Decimal("0.85"), None,
    )  # fmt: skip
    assert isinstance(row[0], Iri)
    assert row[3].language == "zh"
    assert row[2].language == ""


@pytest.mark.parametrize(
    "cell",
    [
        Iri("https://w3id.org/changai/entity/企业"), Text("工匠"), Text("工匠", "zh"), Text("2021", "", XSD + "gYear"),
        True, False, 5, -3, Decimal("0.85"), Decimal("100000000"), 1.5, Text('"}\n\\'), Iri("_:b0"),
    ],
)  # fmt: skip
def test_terms_and_cells_are_one(cell):
    back = cell_of(term_of(cell))
    assert back == cell
    assert type(back) is type(cell)
    if isinstance(cell, Text):
        assert (back.language, back.datatype) == (cell.language, cell.datatype)


def test_what_breaks_its_datatype_stays_text():
    import pyoxigraph as ox

    for kind, value in (("integer", "many"), ("decimal", "x"), ("double", "…")):
        assert cell_of(ox.Literal(value, datatype=ox.NamedNode(XSD + kind))) == value


def test_a_big_number_is_written_plain():
    assert written(Decimal("1E+8")) == f'"100000000"^^<{XSD}decimal>'
    assert written('a"b') == '"a\\"b"'


def test_parameters_bind_as_terms(graph):
    sparql = "SELECT ?unit ?f { ?f cg:unit ?unit }"
    assert len(graph.select(sparql)) == 5
    assert len(graph.select(sparql, unit="人")) == 3
    assert len(graph.select(sparql, unit='人" } #')) == 0
    assert len(graph.select(sparql, f=Iri("https://w3id.org/changai/fact/f03"))) == 1


def test_construct_gives_a_table_and_turtle(graph):
    answer = graph.construct("CONSTRUCT { ?a cg:within ?b } { ?a cg:within ?b }")
    assert answer.table.columns == ("subject", "predicate", "object")
    assert len(answer.table) == 8
    assert answer.turtle.count("cg:within") == 8
    assert "@prefix cg:" in answer.turtle
    again = graph.construct("CONSTRUCT { ?a cg:within ?b } { ?a cg:within ?b }")
    assert again == answer
    assert graph.construct("DESCRIBE measure:mentoring").table.rows


def test_ask(graph):
    assert graph.ask("ASK { ?a cg:adopts measure:mentoring }") is True
    assert graph.ask("ASK { ?a cg:adopts measure:housing }") is False


@pytest.mark.parametrize(
    ("call", "sparql", "wanted"),
    [("select", "ASK { ?s ?p ?o }", "SELECT"), ("ask", "SELECT * {}", "ASK"), ("construct", "ASK {}", "CONSTRUCT")],
)
def test_the_wrong_kind_of_query(graph, call, sparql, wanted):
    with pytest.raises(QueryKindError, match=wanted):
        getattr(graph, call)(sparql)


@pytest.mark.parametrize(
    ("sparql", "error", "line", "column"),
    [
        ("", QuerySyntaxError, 1, 1),
        ("SELECT ?x {", QuerySyntaxError, 1, 12),
        ("SELECT ?s\n{ ?s ?p “中文” }", QuerySyntaxError, 2, 9),
        ("SELECT * { ?s foo:bar ?o }", QueryPrefixError, 1, 15),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", QuerySyntaxError, 1, None),
        ("DROP ALL", QuerySyntaxError, 1, None),
    ],
)
def test_a_syntax_error_names_its_place_in_one_line(graph, sparql, error, line, column):
    with pytest.raises(error) as caught:
        graph.select(sparql)
    assert caught.value.values["line"] == line
    assert column is None or abs(caught.value.values["column"] - column) <= 2
    for language in ("zh", "en"):
        assert "\n" not in caught.value.message(language)
        assert len(caught.value.message(language)) < 120


def test_what_cannot_be_answered_is_said(graph):
    with pytest.raises(QueryFailedError) as caught:
        graph.select("SELECT ?a { ?a a cg:Person }", nobody="x")
    assert "nobody" in str(caught.value)


def test_tables():
    table = Table(("a", "b"), ((1, Text("x")), (2, None)))
    assert list(table.records()) == [{"a": 1, "b": "x"}, {"a": 2, "b": None}]
    assert table.column("a") == (1, 2)
    assert len(table) == 2
    with pytest.raises(ValueError, match="not in"):
        table.column("c")


@pytest.mark.parametrize(
    ("iri", "short", "local"),
    [
        (CG["Adoption"], "cg:Adoption", "Adoption"),
        ("https://w3id.org/changai/measure/mentoring", "measure:mentoring", "mentoring"),
        ("https://w3id.org/changai/entity/Union/青川县总工会", "entity/Union/青川县总工会", "青川县总工会"),
        ("https://example.org/x", "https://example.org/x", "x"),
    ],
)
def test_short_iris(iri, short, local):
    assert Iri(iri).short == short
    assert Iri(iri).local == local
