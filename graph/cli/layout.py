"""Tables for people and for programs.

In: a `Table`. Out: text. For people: columns aligned by the width that characters take on a terminal (a Chinese one
takes two), line breaks and control characters of reports taken out, IRIs short. For programs: CSV and JSON as
https://www.w3.org/TR/sparql11-results-csv-tsv/ and https://www.w3.org/TR/sparql11-results-json/ have them.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from urllib.parse import unquote

from wcwidth import wcwidth

from graph.namespaces import PREFIXES
from graph.query.table import Cell, Iri, Table, Text

XSD = str(PREFIXES["xsd"])
GAP = "  "


def width(text: str) -> int:
    """How many columns `text` takes on a terminal."""
    return sum(max(0, wcwidth(char)) for char in text)


def clipped(text: str, columns: int) -> str:
    """`text` cut to at most `columns`, with … where something was cut off."""
    if width(text) <= columns:
        return text
    kept, room = [], columns - 1
    for char in text:
        room -= max(0, wcwidth(char))
        if room < 0:
            break
        kept.append(char)
    return "".join(kept) + "…"


def one_line(text: str) -> str:
    """Text of a report for one line: breaks between Chinese characters vanish, others become a space; no controls."""
    text = re.sub(r"(?<=[^\x00-\xff])\s*[\r\n\v\f\x85\u2028\u2029]\s*(?=[^\x00-\xff])", "", text)
    text = re.sub(r"\s*[\r\n\v\f\x85\u2028\u2029\t]\s*", " ", text)
    return "".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cf", "Cs"})


def shown(cell: Cell) -> str:
    """A cell for people."""
    if cell is None:
        return ""
    if isinstance(cell, Iri):
        return one_line(unquote(cell.short))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return format(cell.normalize() if cell else Decimal(0), "f")
    return one_line(str(cell))


def grid(
    head: Sequence[str], rows: Sequence[Sequence[str]], columns: int = 0, right: frozenset[int] = frozenset()
) -> str:
    """Aligned text. `columns` is the terminal's width, 0 for no limit: a wider table goes on below, first column again.

    `right` are the columns set to the right, such as numbers.
    """
    widths = [max([width(head[at]), *(width(row[at]) for row in rows)]) for at in range(len(head))]
    blocks: list[list[int]] = [[]]
    for at in range(len(head)):
        taken = sum(widths[each] + len(GAP) for each in blocks[-1])
        if columns and len(blocks[-1]) > 1 and taken + widths[at] > columns:
            blocks.append([0])
        blocks[-1].append(at)
    lines = []
    for block in blocks:
        rule = ["─" * widths[at] for at in block]
        for cells in [[head[at] for at in block], rule, *([row[at] for at in block] for row in rows)]:
            padded = [_padded(cell, widths[at], at in right) for cell, at in zip(cells, block, strict=True)]
            lines.append(GAP.join(padded).rstrip())
        lines.append("")
    return "\n".join(lines[:-1])


def _padded(text: str, columns: int, right: bool) -> str:
    space = " " * (columns - width(text))
    return space + text if right else text + space


def numeric(table: Table) -> frozenset[int]:
    """The columns that hold numbers only."""
    found = set()
    for at in range(len(table.columns)):
        cells = [row[at] for row in table.rows if row[at] is not None]
        if cells and all(isinstance(cell, int | Decimal | float) and not isinstance(cell, bool) for cell in cells):
            found.add(at)
    return frozenset(found)


def as_csv(table: Table) -> str:
    """The table as CSV: whole IRIs, plain values, lines that end with CR LF."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return text.getvalue()


def as_json(table: Table) -> str:
    """The table as SPARQL 1.1 query results in JSON."""
    bindings = [
        {name: _typed(cell) for name, cell in zip(table.columns, row, strict=True) if cell is not None}
        for row in table.rows
    ]
    return written_json({"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}})


def written_json(value: object) -> str:
    """JSON for people and programs: indented, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def _typed(cell: Cell) -> dict[str, str]:
    if isinstance(cell, Iri):
        blank = cell.startswith("_:")
        return {"type": "bnode" if blank else "uri", "value": cell[2:] if blank else str(cell)}
    found = {"type": "literal", "value": _plain(cell)}
    if isinstance(cell, Text):
        if cell.language:
            found["xml:lang"] = cell.language
        elif cell.datatype:
            found["datatype"] = cell.datatype
    else:
        kinds = {bool: "boolean", int: "integer", Decimal: "decimal", float: "double"}
        found["datatype"] = XSD + kinds[type(cell)]
    return found
