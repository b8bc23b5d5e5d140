"""The store: a built graph, opened for questions. The one place that knows pyoxigraph.

In: the folder that a build wrote, or a TriG file. Out: a `Graph` that answers SPARQL in plain Python values.
Order: find the file, load it in bulk, then copy the union of all named graphs into the default graph. That copy is what
makes the union true: pyoxigraph's own `use_default_graph_as_union` answers a triple once for each graph it stands in,
so that 县总工会 cg:adopts 工匠学院, said by two articles, would count twice in a plain COUNT.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from graph.errors import (
    GraphDamagedError,
    GraphNotFoundError,
    QueryFailedError,
    QueryKindError,
    QueryPrefixError,
    QuerySyntaxError,
    UnreadableError,
)
from graph.namespaces import PREFIXES
from graph.query.table import Cell, Description, Iri, Table, Text

FILE_NAME = "graph.trig"
XSD = str(PREFIXES["xsd"])
INTEGERS = {XSD + name for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger")}
FLOATS = {XSD + "double", XSD + "float"}
UNION = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
SHORT = {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}

Answer = TypeVar("Answer")
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Graph:
    """A dataset that answers SPARQL; the default graph is the union of all its graphs. It is never written to.

    The prefixes of `graph.namespaces` are known to every query. A keyword argument binds the variable of that name, as
    a term, so that no text of a user's becomes part of the query.
    """

    def __init__(self, store: ox.Store, path: Path) -> None:
        self._store = store
        self.path = path

    def __len__(self) -> int:
        return sum(1 for _ in self._store.quads_for_pattern(None, None, None, ox.DefaultGraph()))

    def quads(self) -> str:
        """The named graphs as N-Quads, sorted: all that another store needs to answer as this one does."""
        lines = (str(quad) for quad in self._store if not isinstance(quad.graph_name, ox.DefaultGraph))
        return "".join(f"{line} .\n" for line in sorted(lines))

    def select(self, sparql: str, **parameters: Cell) -> Table:
        """The answer of a SELECT. Raises QuerySyntaxError, QueryKindError or QueryFailedError."""
        answer = self.query(sparql, **parameters)
        if not isinstance(answer, Table):
            raise QueryKindError(wanted="SELECT")
        return answer

    def construct(self, sparql: str, **parameters: Cell) -> Description:
        """The triples of a CONSTRUCT or DESCRIBE. Raises as `select` does."""
        answer = self.query(sparql, **parameters)
        if not isinstance(answer, Description):
            raise QueryKindError(wanted="CONSTRUCT")
        return answer

    def ask(self, sparql: str, **parameters: Cell) -> bool:
        """The answer of an ASK. Raises as `select` does."""
        answer = self.query(sparql, **parameters)
        if not isinstance(answer, bool):
            raise QueryKindError(wanted="ASK")
        return answer

    def query(self, sparql: str, **parameters: Cell) -> Table | Description | bool:
        """The answer of a query of any kind. Raises QuerySyntaxError or QueryFailedError."""
        bound: dict[ox.Variable, Term] = {
            ox.Variable(name): term_of(cell) for name, cell in parameters.items() if cell is not None
        }
        answer = _guarded(sparql, lambda: self._store.query(sparql, prefixes=SHORT, substitutions=bound or None))
        if isinstance(answer, ox.QueryBoolean):
            return bool(answer)
        if isinstance(answer, ox.QueryTriples):
            triples = _guarded(sparql, lambda: list(answer))
            return _description(triples)
        assert isinstance(answer, ox.QuerySolutions)
        columns = tuple(variable.value for variable in answer.variables)
        rows = _guarded(sparql, lambda: [tuple(cell_of(term) for term in solution) for solution in answer])
        return Table(columns, tuple(rows))


def open_graph(path: Path | str) -> Graph:
    """Open the graph in a build's folder, or a TriG file itself.

    Raises GraphNotFoundError where there is none and GraphDamagedError, with the line, where it is no TriG.
    """
    path = Path(path)
    file = path / FILE_NAME if path.is_dir() else path
    if not file.is_file():
        raise GraphNotFoundError(path=path)
    try:
        data = file.read_bytes()
    except OSError:
        raise UnreadableError(file, "denied") from None
    return parse_graph(data, file)


def parse_graph(data: bytes, path: Path) -> Graph:
    """The graph that TriG text holds; `path` is what errors and `Graph.path` name. Raises GraphDamagedError."""
    store = ox.Store()
    if not data.strip():
        raise GraphDamagedError(path=path, line=1, reason="empty")
    try:
        store.bulk_load(input=io.BytesIO(data), format=ox.RdfFormat.TRIG)
    except SyntaxError as error:
        reason = re.sub(r"^Parser error at .*?: | \(line \d+\)$", "", error.msg)
        raise GraphDamagedError(path=path, line=error.lineno or 1, reason=reason) from None
    store.update(UNION)
    return Graph(store, path)


def cell_of(term: object) -> Cell:
    """The plain value of a term of pyoxigraph's; a number that breaks its datatype stays text."""
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if not isinstance(term, ox.Literal):
        return Iri(str(term))
    kind = term.datatype.value
    try:
        if kind in INTEGERS:
            return int(term.value)
        if kind == XSD + "decimal":
            return Decimal(term.value)
        if kind in FLOATS:
            return float(term.value)
    except (ValueError, ArithmeticError):
        return Text(term.value, "", kind)
    if kind == XSD + "boolean":
        return term.value in {"true", "1"}
    return Text(term.value, term.language or "", "" if term.language or kind == XSD + "string" else kind)


def term_of(cell: Cell | str) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """The term of pyoxigraph's for a cell; a plain str is a plain literal. Raises ValueError for an ill-formed IRI."""
    if isinstance(cell, Iri):
        return ox.BlankNode(cell[2:]) if cell.startswith("_:") else ox.NamedNode(str(cell))
    if isinstance(cell, Text) and cell.language:
        return ox.Literal(str(cell), language=cell.language)
    if isinstance(cell, Text) and cell.datatype:
        return ox.Literal(str(cell), datatype=ox.NamedNode(cell.datatype))
    if isinstance(cell, Decimal):
        return ox.Literal(format(cell, "f"), datatype=ox.NamedNode(XSD + "decimal"))
    if isinstance(cell, bool | int | float):
        return ox.Literal(cell)
    return ox.Literal(str(cell))


def written(cell: Cell | str) -> str:
    """A cell as it is written in SPARQL and Turtle, with every sign escaped that needs it."""
    return str(term_of(cell))


def _description(triples: list[ox.Triple]) -> Description:
    rows = [(cell_of(t.subject), cell_of(t.predicate), cell_of(t.object)) for t in triples]
    ordered = sorted(zip(rows, triples, strict=True), key=lambda pair: [str(cell) for cell in pair[0]])
    turtle = ox.serialize((triple for _, triple in ordered), format=ox.RdfFormat.TURTLE, prefixes=SHORT) or b""
    table = Table(("subject", "predicate", "object"), tuple(row for row, _ in ordered))
    return Description(table, turtle.decode("utf-8"))


def _guarded(sparql: str, step: Callable[[], Answer]) -> Answer:
    """Run one step of a query and turn what pyoxigraph raises into the project's errors."""
    try:
        return step()
    except SyntaxError as error:
        raise _syntax(sparql, str(error)) from None
    except (RuntimeError, OSError, ValueError) as error:
        raise QueryFailedError(reason=" ".join(str(error).split())) from None


def _syntax(sparql: str, said: str) -> QuerySyntaxError | QueryPrefixError:
    place = re.match(r"error at (\d+):(\d+)", said)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    lines = sparql.split("\n")
    at = lines[line - 1] if line <= len(lines) else ""
    if "Prefix not found" in said:
        # the parser points behind the name whose prefix it misses
        names = [name for name in re.finditer(r"[^\s<>{}(),;|/^]*:[^\s{}(),;|/^]*", at) if name.start() < column]
        if names:
            return QueryPrefixError(line=line, column=names[-1].start() + 1, found=names[-1].group())
    return QuerySyntaxError(line=line, column=column, found=at.rstrip()[max(0, column - 1) :][:30] or "…")
