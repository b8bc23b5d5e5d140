"""A dataset → whether it conforms to `ontology/shapes.ttl`, and what does not, in words.

In: a dataset with entities, articles and vocabulary. Out: a `Conformance`. In this order: all graphs are united in
a plain rdflib graph (SHACL knows no named graphs), pyshacl checks it (https://www.w3.org/TR/shacl/, no inference),
and each result is named by its node shape, the property, and the file that the thing at fault comes from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyshacl
from rdflib import Dataset, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS
from rdflib.term import Node

from graph.namespaces import ITSRDF, NIF, PREFIXES
from graph.resources import ontology_folder

SH = Namespace("http://www.w3.org/ns/shacl#")
SHAPES = "shapes.ttl"

# What went wrong, by the last part of the constraint's name: in Chinese, in English.
_REASONS = {
    "MinCount": ("缺少", "is missing"),
    "QualifiedMinCount": ("缺少相应的事实", "has no fact that says it"),
    "QualifiedMaxCount": ("属于不止一类", "names more than one class"),
    "MaxCount": ("多于允许的个数", "occurs more often than allowed"),
    "Datatype": ("数据类型不对", "has the wrong datatype"),
    "Class": ("不是所要的类", "is not of the class it must be"),
    "HasValue": ("缺少规定的值", "lacks a value that it must have"),
    "In": ("不在取值表中", "is not in the list of values"),
    "LanguageIn": ("语言标签不对", "has the wrong language"),
    "UniqueLang": ("同一语言有两个", "occurs twice in one language"),
    "MinLength": ("是空的", "is empty"),
    "MaxLength": ("太长", "is too long"),
    "MinInclusive": ("太小", "is too small"),
    "MaxInclusive": ("太大", "is too large"),
    "Pattern": ("格式不对", "has the wrong form"),
    "LessThan": ("应当更小", "must be less"),
    "LessThanOrEquals": ("不应更大", "must not be greater"),
    "Disjoint": ("与另一属性重复", "repeats another property"),
    "Or": ("不合任何一种允许的形式", "has none of the forms allowed"),
    "Xone": ("应当恰合一种形式", "must have exactly one of the forms allowed"),
    "Not": ("不应如此", "must not be so"),
}


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that does not conform: `focus` breaks `shape` at `path` (short names; no path: the thing itself)."""

    shape: str
    path: str
    focus: str
    value: str
    message_zh: str
    message_en: str
    article: str | None = None  # the name of a file that speaks of it

    def message(self, language: str = "zh") -> str:
        """What is wrong, in "zh" or "en"."""
        return self.message_zh if language == "zh" else self.message_en


@dataclass(frozen=True, slots=True)
class Conformance:
    """The outcome of a validation; violations are sorted."""

    conforms: bool
    violations: tuple[Violation, ...] = ()

    def text(self, language: str = "zh") -> str:
        """The report for people, a line a violation."""
        zh = language == "zh"
        if self.conforms:
            return "图谱符合全部形状" if zh else "the graph conforms to all shapes"
        head = f"图谱有 {len(self.violations)} 处不合形状：" if zh else f"{len(self.violations)} violations:"
        where = "来自" if zh else "from"
        lines = [
            f"  [{v.shape}] {v.message(language)}" + (f" ({where} {v.article})" if v.article else "")
            for v in self.violations
        ]
        return "\n".join([head, *lines])


def validate(dataset: Dataset, folder: Path | None = None) -> Conformance:
    """Checks all graphs of `dataset` against `folder`/shapes.ttl (default: the shapes that travel with the program)."""
    data = Graph()
    data.addN((s, p, o, data) for s, p, o, _ in dataset.quads((None, None, None, None)))
    shapes = Graph().parse((ontology_folder() if folder is None else folder) / SHAPES, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False, do_owl_imports=False)
    if not isinstance(report, Graph):
        raise RuntimeError(f"the shapes cannot be used: {report}")
    results = report.subjects(RDF.type, SH["ValidationResult"])
    violations = tuple(sorted({_violation(report, shapes, data, result) for result in results}, key=_order))
    return Conformance(not violations, violations)


def _order(violation: Violation) -> tuple[str, ...]:
    return violation.shape, violation.path, violation.focus, violation.value


def _violation(report: Graph, shapes: Graph, data: Graph, result: Node) -> Violation:
    """One result of the validator, in the project's words."""
    focus, value = report.value(result, SH["focusNode"]), report.value(result, SH["value"])
    source, component = report.value(result, SH["sourceShape"]), report.value(result, SH["sourceConstraintComponent"])
    shape = next(shapes.subjects(SH["property"], source), source)
    path = _path(shapes, shapes.value(source, SH["path"])) if source is not None else ""
    kind = str(component).removeprefix(str(SH)).removesuffix("ConstraintComponent")
    zh, en = _REASONS.get(kind, ("不合形状", "does not conform"))
    name = _name(data, focus)
    shown = f"：{_shown(value)}" if value is not None and value != focus else ""
    return Violation(
        shape=_short(shape),
        path=path,
        focus=str(focus),
        value="" if value is None else str(value),
        message_zh=f"{_label(shapes, shape, 'zh')}“{name}”" + (f"的 {path} " if path else "") + zh + shown,
        message_en=f'{_label(shapes, shape, "en")} "{name}"'
        + (f": {path} {en}" if path else f" {en}")
        + shown.replace("：", ": "),
        article=_article(data, focus),
    )


def _path(shapes: Graph, path: Node | None) -> str:
    """A property path in SPARQL's writing: `cg:actor`, `^itsrdf:taIdentRef`."""
    if path is None:
        return ""
    if isinstance(path, URIRef):
        return _short(path)
    inverse = shapes.value(path, SH["inversePath"])
    if inverse is not None:
        return f"^{_path(shapes, inverse)}"
    either = shapes.value(path, SH["alternativePath"])
    return f"({'|'.join(_path(shapes, part) for part in Collection(shapes, either))})" if either is not None else ""


def _short(node: Node | None) -> str:
    """A prefixed name; the last part of an IRI of no known namespace."""
    text = str(node)
    for prefix, namespace in PREFIXES.items():
        if text.startswith(str(namespace)):
            return f"{prefix}:{text.removeprefix(str(namespace))}"
    return text.rsplit("/", 1)[-1]


def _label(shapes: Graph, shape: Node | None, language: str) -> str:
    return next((str(o) for o in _literals(shapes.objects(shape, RDFS.label)) if o.language == language), _short(shape))


def _name(data: Graph, node: Node | None) -> str:
    """What people call a thing: its label, the words that it quotes, else its IRI without the project's part."""
    names = sorted(_literals([*data.objects(node, RDFS.label), *data.objects(node, NIF["anchorOf"])]))
    if not names:
        names = sorted(_literals(data.objects(node, PROV.wasDerivedFrom / NIF["anchorOf"])))
    return str(names[0]) if names else "/".join(str(node).split("/")[5:]) or str(node)


def _shown(value: Node) -> str:
    return str(value) if isinstance(value, Literal) else _short(value)


def _literals(nodes: Iterable[Node]) -> list[Literal]:
    return [node for node in nodes if isinstance(node, Literal)]


def _article(data: Graph, focus: Node | None) -> str | None:
    """The name of the file that a fact, a span or an entity comes from; of several the first."""
    spans = [focus, *data.objects(focus, NIF["referenceContext"])]
    for span in [*data.objects(focus, PROV.wasDerivedFrom), *data.subjects(ITSRDF["taIdentRef"], focus)]:
        spans += [span, *data.objects(span, NIF["referenceContext"])]
    names = sorted(str(name) for span in spans for name in data.objects(span, DCTERMS.identifier))
    return names[0] if names else None
