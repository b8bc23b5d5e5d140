"""An order of rows and columns in which like stands beside like, so that a table of measures by regions shows blocks.

In: which regions have each measure. Out: the measures and the regions in order. The order is the first axis of
correspondence analysis: each row's score is the mean of its columns' scores and the other way round, with what all have
in common taken out, again and again until the order holds. Rows without anything in common with the others come last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import networkx as nx

ROUNDS = 60


def blocks(having: Mapping[int, Collection[int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Rows and columns in order, the fuller end first; `having` maps each row to its columns."""
    cells = [(row, column) for row in sorted(having) for column in sorted(having[row])]
    table = nx.Graph()
    table.add_edges_from((("row", row), ("column", column)) for row, column in cells)
    parts = sorted(nx.connected_components(table), key=lambda part: (-len(part), min(part)))
    rows: list[int] = []
    columns: list[int] = []
    for part in parts:
        inside = [(row, column) for row, column in cells if ("row", row) in part]
        ordered_rows, ordered_columns = _axis(inside)
        rows += ordered_rows
        columns += ordered_columns
    return tuple(rows), tuple(columns)


def _axis(cells: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    of_row: dict[int, list[int]] = defaultdict(list)
    of_column: dict[int, list[int]] = defaultdict(list)
    for row, column in cells:
        of_row[row].append(column)
        of_column[column].append(row)
    # Where to start is arbitrary but must be the same each time and no multiple of what all have in common.
    scores = {column: float(place * place) for place, column in enumerate(sorted(of_column))}
    along: dict[int, float] = {}
    for _ in range(ROUNDS):
        mean = sum(scores[column] * len(of_column[column]) for column in of_column) / len(cells)
        spread = max((abs(scores[column] - mean) for column in of_column), default=0.0) or 1.0
        scores = {column: (score - mean) / spread for column, score in scores.items()}
        along = {row: sum(scores[column] for column in of_row[row]) / len(of_row[row]) for row in of_row}
        scores = {column: sum(along[row] for row in of_column[column]) / len(of_column[column]) for column in of_column}
    rows = sorted(of_row, key=lambda row: (round(along[row], 9), -len(of_row[row]), row))
    columns = sorted(of_column, key=lambda column: (round(scores[column], 9), -len(of_column[column]), column))
    half = len(rows) // 2
    if sum(len(of_row[row]) for row in rows[:half]) < sum(len(of_row[row]) for row in rows[len(rows) - half :]):
        rows.reverse()
        columns.reverse()
    return rows, columns
