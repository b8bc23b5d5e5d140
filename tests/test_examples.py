"""The demo's reports: enough of them, readable, in more than one encoding, and regions in them share measures."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from graph.evaluate.annotations import check_quotes, read_annotation
from graph.evaluate.quotes import locator
from graph.read import read_document
from graph.vocabulary import load_measures
from tests.commands import EXAMPLES

REPORTS = sorted(EXAMPLES.glob("*.txt"))
PREFIXES = """
PREFIX cg: <https://w3id.org/changai/ontology#>
PREFIX measure: <https://w3id.org/changai/measure/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""


@pytest.fixture(scope="module")
def store(examples_output) -> Store:
    store = Store()
    store.bulk_load(path=examples_output / "graph.trig", format=RdfFormat.TRIG)
    return store


def names(store: Store, question: str) -> set[str]:
    """The first column of the answers."""
    rows = store.query(PREFIXES + question, use_default_graph_as_union=True)
    return {row[0].value for row in rows}


def test_there_are_enough_reports():
    assert len(REPORTS) >= 10
    assert len({path.name for path in REPORTS}) == len(REPORTS)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_report_is_of_a_newspaper_s_length(path):
    raw = path.read_bytes()
    text = raw.decode("gb18030" if path.stem == "05-zhongyang-renshe" else "utf-8")
    assert 400 <= len(text) <= 1100
    assert "\r" not in text


def test_one_report_is_in_gb18030():
    raw = (EXAMPLES / "05-zhongyang-renshe.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")


def test_every_report_is_in_the_graph(store):
    found = names(store, "SELECT ?name { ?article dcterms:identifier ?name }")
    assert {path.name for path in REPORTS} <= found


@pytest.mark.parametrize(
    "region",
    ["中阳县", "内蒙古自治区", "包头市", "乌海市", "扎兰屯市", "伊金霍洛旗", "淮安市", "山东省", "青岛市", "丰县"],
)
def test_region_of_the_reports_adopts_something(store, region):
    question = f'SELECT ?measure {{ ?region a cg:LocalGovernment ; rdfs:label "{region}"@zh ; cg:adopts ?measure }}'
    assert names(store, question)


@pytest.mark.parametrize(
    ("measure", "least"),
    [("skills-contests", 4), ("vocational-training", 4), ("school-enterprise", 3), ("party-leads-union", 2)],
)
def test_regions_share_measures(store, measure, least):
    """By the region itself, or by a bureau, union or company of it."""
    question = f"""SELECT DISTINCT ?name {{
      ?actor cg:adopts measure:{measure} ; (cg:organOf|cg:locatedIn)* ?region .
      ?region a cg:LocalGovernment ; rdfs:label ?name }}"""
    assert len(names(store, question)) >= least


def test_figure_of_the_reports_is_in_the_graph(store):
    question = """SELECT ?value { ?figure a cg:Figure ; cg:actor/rdfs:label "中阳县"@zh ; cg:value ?value }"""
    assert {"18000", "1200"} <= {value.split(".")[0] for value in names(store, question)}


@pytest.mark.parametrize("path", sorted((EXAMPLES / "annotations").glob("*.json")), ids=lambda path: path.stem)
def test_annotation_fits_its_report(path):
    annotation = read_annotation(path, [measure.id for measure in load_measures()])
    check_quotes(annotation, locator(read_document(EXAMPLES / annotation.document)))
    assert sum(map(len, annotation.items.values())) > 30
