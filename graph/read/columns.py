"""Pieces of lines on a page → columns in reading order. In: pieces and their places. Out: lists of lines from the top.

Order: pieces that overlap in height are a row; rows that share a gutter, a strip that no piece crosses with text on
both sides, are a band. A band is cut at its widest gutter, and each side is read by itself: a headline across the page
ends a band, one across two of three columns is met inside its side. What has no gutter is a column.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_FEWEST = 3  # lines on each side of a gutter; fewer are a gap in a line, as between two names


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one baseline: its sides and baseline in points from the lower left corner, the width of its type."""

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def top(self) -> float:
        """The upper edge of the type."""
        return self.baseline + 0.85 * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of the type."""
        return self.baseline - 0.1 * self.size


def in_reading_order(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The columns of a page, each a list of lines; pieces on one line of a column are joined with a blank."""
    found: list[list[Piece]] = []
    for band in _bands(_rows(list(pieces))):
        gutters = _gutters(band)
        if not gutters:
            found.append([_line(row) for row in band])
            continue
        start, end = max(gutters, key=lambda gutter: (gutter[1] - gutter[0], -gutter[0]))
        inside = [piece for row in band for piece in row]
        found.extend(in_reading_order(piece for piece in inside if piece.right <= start))
        found.extend(in_reading_order(piece for piece in inside if piece.left >= end))
    return found


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces that overlap in height, from the top of the page."""
    rows: list[list[Piece]] = []
    floor = 0.0
    for piece in sorted(pieces, key=lambda piece: (-piece.top, piece.left)):
        if rows and piece.top - floor > 0.2 * piece.size:
            rows[-1].append(piece)
            floor = min(floor, piece.bottom)
        else:
            rows.append([piece])
            floor = piece.bottom
    return rows


def _bands(rows: list[list[Piece]]) -> list[list[list[Piece]]]:
    """Rows that are read together: as many as share a gutter, or as many as have none."""
    bands: list[list[list[Piece]]] = []
    for i, row in enumerate(rows):
        if bands:
            together = [*bands[-1], row]
            if _strips(together) if _strips(bands[-1]) else _strips(together) or not _begins_columns(rows[i:]):
                bands[-1].append(row)
                continue
        bands.append([row])
    return bands


def _begins_columns(rows: list[list[Piece]]) -> bool:
    """Whether the first of the rows, with those that follow it, has a gutter."""
    return bool(_strips(rows[:1])) and bool(_gutters(rows[:_FEWEST]) or _gutters(rows[:1]))


def _strips(rows: list[list[Piece]]) -> list[tuple[float, float]]:
    """The strips between left and right that no piece crosses."""
    strips: list[tuple[float, float]] = []
    reach: float | None = None
    for piece in sorted((piece for row in rows for piece in row), key=lambda piece: piece.left):
        if reach is not None and piece.left - reach > 0.5 * piece.size:
            strips.append((reach, piece.left))
        reach = piece.right if reach is None else max(reach, piece.right)
    return strips


def _gutters(rows: list[list[Piece]]) -> list[tuple[float, float]]:
    """The strips with enough lines on both sides."""
    pieces = [piece for row in rows for piece in row]
    return [
        (start, end)
        for start, end in _strips(rows)
        if sum(piece.right <= start for piece in pieces) >= _FEWEST
        and sum(piece.left >= end for piece in pieces) >= _FEWEST
    ]


def _line(row: list[Piece]) -> Piece:
    parts = sorted(row, key=lambda piece: (piece.left, -piece.baseline))
    first = max(parts, key=lambda piece: piece.size)
    text = " ".join(piece.text for piece in parts)
    return Piece(text, parts[0].left, max(piece.right for piece in parts), first.baseline, first.size)
