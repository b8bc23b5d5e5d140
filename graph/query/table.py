"""What a query answers, in plain Python: a table of cells that still know what they are.

In: nothing but values. Out: `Table(columns, rows)`. A cell is an `Iri`, a `Text` (a literal, with its language or
datatype), an int, Decimal, float or bool, or None where the variable is unbound; `Iri` and `Text` are strings, so that
callers need not know any RDF library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.namespaces import BASE, PREFIXES


class Iri(str):
    """An IRI (or a blank node, written `_:name`)."""

    __slots__ = ()

    @property
    def local(self) -> str:
        """What stands behind the last # or /: `skills-contests` of a measure, `County` of an admin level."""
        return re.split(r"[#/]", self)[-1]

    @property
    def short(self) -> str:
        """The prefixed form where there is a prefix for it, `article/…` for the project's own, else the whole."""
        for prefix, namespace in PREFIXES.items():
            if self.startswith(namespace) and "/" not in self[len(namespace) :]:
                return f"{prefix}:{self[len(namespace) :]}"
        return self.removeprefix(BASE)


class Text(str):
    """A literal that is no number: `language` is its tag or "", `datatype` its IRI or "" for plain text."""

    language: str
    datatype: str

    def __new__(cls, value: str, language: str = "", datatype: str = "") -> Text:
        """The literal `value`."""
        made = super().__new__(cls, value)
        made.language = language
        made.datatype = datatype
        return made


Cell = Iri | Text | int | Decimal | float | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under named columns, in the order that the query gave."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> Iterator[dict[str, Cell]]:
        """Each row as a dict from column to cell."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells of one column. Raises ValueError where there is none of that name."""
        at = self.columns.index(name)
        return tuple(row[at] for row in self.rows)


@dataclass(frozen=True, slots=True)
class Description:
    """What a CONSTRUCT or DESCRIBE answers: its triples as a table (subject, predicate, object) and as Turtle."""

    table: Table
    turtle: str
