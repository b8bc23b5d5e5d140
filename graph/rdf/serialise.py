"""Quads → TriG, in one order whatever the order they come in, and into a file all at once or not at all.

In: a dataset without blank nodes. Out: TriG text: prefixes, then the graphs, subjects and properties sorted by IRI
(rdf:type first), so that two builds of the same reports are byte-identical.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import BNode, Dataset, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import RDF, XSD

from graph.namespaces import PREFIXES
from graph.rdf.terms import Node, Quad

_LOCAL = re.compile(r"[A-Za-z](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_TO_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f\u0085\u2028\u2029]')
_NAMESPACES = sorted(((str(ns), prefix) for prefix, ns in PREFIXES.items()), key=lambda pair: -len(pair[0]))


def dataset_quads(dataset: Dataset) -> Iterator[Quad]:
    """The quads of a dataset. Raises ValueError at a blank node or a statement outside the named graphs."""
    for s, p, o, g in dataset.quads((None, None, None, None)):
        name = getattr(g, "identifier", g)
        if isinstance(s, BNode) or isinstance(o, BNode):
            raise ValueError(f"a blank node in {s.n3()} {p.n3()} {o.n3()}")
        if not isinstance(name, URIRef) or name == DATASET_DEFAULT_GRAPH_ID:
            raise ValueError(f"in no named graph: {s.n3()} {p.n3()} {o.n3()}")
        yield s, p, o, name  # type: ignore[misc]


def trig(quads: Iterable[Quad]) -> str:
    """`quads` as TriG, sorted."""
    graphs: dict[str, dict[str, dict[str, set[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    terms: dict[Node, str] = {}
    for quad in quads:
        s, p, o, g = (terms.get(t) or terms.setdefault(t, term(t)) for t in quad)
        graphs[g][s][p].add(o)
    lines = [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in sorted(PREFIXES.items())]
    for graph, subjects in sorted(graphs.items()):
        lines.append(f"\n{graph} {{")
        for subject, properties in sorted(subjects.items()):
            stated = [
                f"    {'a' if predicate == _TYPE else predicate} " + " , ".join(sorted(objects))
                for predicate, objects in sorted(properties.items(), key=lambda item: (item[0] != _TYPE, item[0]))
            ]
            lines.append(f"  {subject}\n" + " ;\n".join(stated) + " .")
        lines.append("}")
    return "\n".join(lines) + "\n"


def term(node: Node) -> str:
    """One IRI or literal as TriG writes it."""
    if isinstance(node, Literal):
        text = '"' + _TO_ESCAPE.sub(lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04X}", str(node)) + '"'
        if node.language:
            return f"{text}@{node.language}"
        if node.datatype is None or node.datatype == XSD.string:
            return text
        return f"{text}^^{term(node.datatype)}"
    for namespace, prefix in _NAMESPACES:
        if node.startswith(namespace) and _LOCAL.fullmatch(node, len(namespace)):
            return f"{prefix}:{node[len(namespace) :]}"
    return f"<{node}>"


_TYPE = term(RDF.type)


def replace_file(path: Path, text: str) -> None:
    """Writes `text` to `path` (UTF-8, newlines kept) so that a failure leaves what was there. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)  # mkstemp makes files that only their owner reads
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
