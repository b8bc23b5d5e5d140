"""The measures as the extractor needs them: their ids, labels, phrases and patterns.

In: `ontology/measures.ttl`, a SKOS scheme. Out: one `MeasureConcept` a measure, sorted by id. A phrase is a plain
piece of text by which reports tell of the measure: its Chinese name (`skos:prefLabel`) and every Chinese
`skos:altLabel`; `cg:pattern` and `cg:excludes` are regular expressions over a sentence's text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from rdflib.namespace import RDF, SKOS

from graph.model import MeasureConcept
from graph.namespaces import BASE, CG, MEASURE
from graph.resources import ontology_folder

DIMENSION = BASE + "dimension/"
FILE = "measures.ttl"


class VocabularyError(ValueError):
    """A vocabulary file cannot be used; the message names the file and the line."""


def load_measures(folder: Path | None = None) -> tuple[MeasureConcept, ...]:
    """The measures of `folder`/measures.ttl (default: the ontology that travels with the program), sorted by id.

    Raises VocabularyError where the file is missing, is no Turtle, or describes a measure badly.
    """
    path = (ontology_folder() if folder is None else folder) / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path}: cannot be read: {error}") from error
    values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    measures = set()
    try:
        for triple in parse(text.encode(), format=RdfFormat.TURTLE):
            if not isinstance(triple.subject, NamedNode):
                continue
            subject, predicate, value = triple.subject.value, triple.predicate.value, triple.object
            if predicate == str(RDF.type) and isinstance(value, NamedNode) and value.value == str(CG.Measure):
                measures.add(subject)
            if isinstance(value, Literal):
                values[subject][f"{predicate}@{value.language or ''}"].append(value.value)
            elif isinstance(value, NamedNode):
                values[subject][predicate].append(value.value)
    except SyntaxError as error:
        raise VocabularyError(f"{path}:{error.lineno}: no valid Turtle: {error.msg}") from error
    return tuple(_concept(path, text, iri, values[iri]) for iri in sorted(measures))


def _concept(path: Path, text: str, iri: str, values: dict[str, list[str]]) -> MeasureConcept:
    """One measure from its values, each under `predicate` or `predicate@language`."""
    name = iri.removeprefix(str(MEASURE))

    def bad(reason: str, needle: str = "") -> VocabularyError:
        return VocabularyError(f"{path}:{_line(text, name, needle)}: measure {name}: {reason}")

    def one(key: str, what: str) -> str:
        found = values.get(key, [])
        if len(found) != 1:
            raise bad(f"needs one {what}, has {len(found)}")
        return found[0]

    if not iri.startswith(str(MEASURE)):
        raise bad(f"its IRI does not begin with {MEASURE}")
    label = one(f"{SKOS.prefLabel}@zh", "skos:prefLabel in zh")
    dimension = one(str(SKOS.broader), "skos:broader")
    if not dimension.startswith(DIMENSION):
        raise bad(f"its skos:broader is no dimension: {dimension}")
    expressions = []
    for term in (CG["pattern"], CG["excludes"]):
        found = tuple(sorted(values.get(f"{term}@", [])))
        for expression in found:
            try:
                re.compile(expression)
            except re.error as error:
                raise bad(f"{expression!r} is no regular expression: {error}", expression) from error
        expressions.append(found)
    return MeasureConcept(
        id=name,
        dimension=dimension.removeprefix(DIMENSION),
        label_zh=label,
        label_en=one(f"{SKOS.prefLabel}@en", "skos:prefLabel in en"),
        phrases=tuple(sorted({label, *values.get(f"{SKOS.altLabel}@zh", [])})),
        patterns=expressions[0],
        excludes=expressions[1],
    )


def _line(text: str, name: str, needle: str = "") -> int:
    """The line where a measure's block begins, or where `needle` stands in it (from 1; 1 where it is not found)."""
    block = re.search(rf"^(measure:{re.escape(name)}|<[^>]*{re.escape(name)}>)\s", text, re.M)
    start = block.start() if block else 0
    written = needle.replace("\\", "\\\\").replace('"', '\\"')
    at = text.find(written, start) if written else start
    return text.count("\n", 0, max(at, start)) + 1
