from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode
from rdflib import Graph, URIRef

from graph.rdf.identifiers import article_iri, digest, encoded, entity_iri, fact_iri, file_name

ROWS = [
    ("LocalGovernment/青川县", "LocalGovernment/青川县"),
    ("Enterprise/云岭（集团）公司", "Enterprise/云岭（集团）公司"),
    ("Honour/“五小”能手", "Honour/“五小”能手"),
    ("Honour/五一 奖章", "Honour/五一%20奖章"),
    ("Honour/五一\u3000奖章", "Honour/五一%E3%80%80奖章"),
    ("Honour/100%", "Honour/100%25"),
    ("Honour/100%25", "Honour/100%2525"),
    ("a#b?c", "a%23b%3Fc"),
    ('a<b>"c\\', "a%3Cb%3E%22c%5C"),
    ("../b", "%2E%2E/b"),
    ("./b.txt", "%2E/b.txt"),
    ("a\nb", "a%0Ab"),
    ("\ue000", "%EE%80%80"),
    ("\u200b工会", "%E2%80%8B工会"),
]


@pytest.mark.parametrize(("key", "path"), ROWS)
def test_only_what_an_iri_forbids_is_encoded(key: str, path: str) -> None:
    assert encoded(key) == path


@given(st.text(), st.text())
def test_no_two_keys_share_an_iri(one: str, other: str) -> None:
    assert (entity_iri(one) == entity_iri(other)) == (one == other)
    assert (article_iri(one) == article_iri(other)) == (one == other)


@given(st.text(min_size=1))
def test_every_iri_is_valid(key: str) -> None:
    iri = entity_iri(key)
    NamedNode(str(iri))
    assert next(Graph().parse(data=f"<{iri}> <a:b> <a:c> .", format="turtle").subjects()) == iri


@pytest.mark.parametrize(
    ("identifier", "name"),
    [("a.txt", "a.txt"), ("2021/a.txt", "a.txt"), ("2021\\a.txt", "a.txt"), ("区/县.txt", "县.txt"), ("a/", "a/")],
)
def test_the_file_name_is_the_last_part(identifier: str, name: str) -> None:
    assert file_name(identifier) == name


def test_articles_of_one_name_in_two_folders_stay_apart() -> None:
    assert article_iri("甲/report.txt") != article_iri("乙/report.txt")
    assert article_iri("report.txt", "一") != article_iri("report.txt", "二")


def test_a_text_mark_never_looks_like_a_file_name() -> None:
    assert article_iri("a", "text") != article_iri(f"a~{digest('text')}")


def test_a_fact_is_told_by_its_article_kind_and_content() -> None:
    one, two = article_iri("a.txt"), article_iri("b.txt")
    iris = {fact_iri(a, k, c) for a in (one, two) for k in ("Post", "Pilot") for c in (("ab", "c"), ("a", "bc"))}
    assert len(iris) == 8
    assert fact_iri(one, "Post", ("ab", "c")) == URIRef("https://w3id.org/changai/fact/a.txt/Post/" + digest("ab", "c"))


def test_a_variation_selector_is_no_part_of_an_iri() -> None:
    """U+E0100, which hypothesis found: RFC 3987 leaves U+E0000 to U+E0FFF out of its characters."""
    assert "%F3%A0%84%80" in str(entity_iri("Person/葛\U000e0100@1"))
