"""Spans and mentions → quads in NIF, and the checks that they quote their text.

In: an article's IRI, its document, spans and entities. Out: quads in the article's graph. A span's IRI is the
article's with `#char=START,END` (RFC 5147); offsets count code points, END exclusive, so that `text[START:END]` is
its nif:anchorOf. A name that a line or column break cuts has one span a piece.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rdflib import URIRef
from rdflib.namespace import RDF

from graph.model import Document, Mention, Span
from graph.namespaces import ITSRDF, NIF
from graph.rdf.literals import offset, plain
from graph.rdf.terms import BuildError, Quad


def span_iri(article: URIRef, span: Span) -> URIRef:
    """The IRI of a stretch of an article's text."""
    return URIRef(f"{article}#char={span.start},{span.end}")


def span_quads(article: URIRef, document: Document, span: Span) -> Iterator[Quad]:
    """A span and the text that it quotes. Raises BuildError where it lies outside the document."""
    if not 0 <= span.start < span.end <= len(document.text):
        raise BuildError(document.identifier, f"a span outside the text: {span.start}–{span.end}")
    node = span_iri(article, span)
    yield node, RDF.type, NIF["String"], article
    yield node, NIF["beginIndex"], offset(span.start), article
    yield node, NIF["endIndex"], offset(span.end), article
    yield node, NIF["anchorOf"], plain(document.text[span.start : span.end]), article
    yield node, NIF["referenceContext"], article, article


def mention_spans(document: Document, mention: Mention) -> tuple[Span, ...]:
    """Where a mention stands in the report. Raises BuildError where the text there is not its surface."""
    if not 0 <= mention.sentence < len(document.sentences):
        raise BuildError(document.identifier, f"{mention.surface!r} stands in no sentence: {mention.sentence}")
    sentence = document.sentences[mention.sentence]
    spans = sentence.spans(mention.start, mention.end)
    quoted = "".join(document.text[s.start : s.end] for s in spans)
    named = sentence.text[mention.start : mention.end]
    if not spans or named != mention.surface or _bare(quoted) != _bare(mention.surface):
        raise BuildError(document.identifier, f"the text at {spans} is not {mention.surface!r} but {quoted!r}")
    return spans


def _bare(text: str) -> str:
    """The letters and digits of `text`: the reader changes layout, marks (「」 → “”) and full width only."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def mention_quads(article: URIRef, document: Document, mention: Mention, entity: URIRef) -> Iterator[Quad]:
    """A mention: each of its spans, and the entity that it names."""
    for span in mention_spans(document, mention):
        yield from span_quads(article, document, span)
        yield span_iri(article, span), ITSRDF["taIdentRef"], entity, article
