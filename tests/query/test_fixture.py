"""The fixture itself: its spans quote their texts, so that evidence in the other tests means something."""

from pathlib import Path

from graph.namespaces import ARTICLE

ARTICLES = Path(__file__).with_name("articles")


def test_every_span_quotes_its_article(graph):
    rows = graph.select(
        "SELECT ?name ?begin ?end ?quote { ?s nif:referenceContext/dcterms:identifier ?name ;"
        " nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?quote }"
    ).rows
    assert len(rows) == 62
    for name, begin, end, quote in rows:
        assert (ARTICLES / name).read_text(encoding="utf-8")[begin:end] == quote


def test_every_fact_has_evidence_and_a_confidence(graph):
    facts = graph.select("SELECT DISTINCT ?f { ?f cg:confidence ?c }").rows
    assert len(facts) == 15 + 5 + 4 + 4 + 3 + 2 + 4  # adoptions, figures, conferrals, pilots, posts, plans, events
    assert len(graph.select("SELECT DISTINCT ?f { ?f cg:confidence ?c ; prov:wasDerivedFrom ?s }").rows) == len(facts)


def test_articles_keep_their_text(graph):
    rows = graph.select("SELECT ?a ?name ?text { ?a dcterms:identifier ?name ; nif:isString ?text }").rows
    assert len(rows) == 4
    for article, name, text in rows:
        assert article == ARTICLE[name]
        assert (ARTICLES / name).read_text(encoding="utf-8") == text
