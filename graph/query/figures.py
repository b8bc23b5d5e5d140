"""The figures that regions give for measures, to be laid side by side.

In: a graph, a level (or enterprise, union) and a confidence. Out: (measure, region) → figures, as the reports have
them. The same figure reprinted (actor, indicator, numbers, unit, period) stands once, by its first article.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from graph.query.ask import ask_internal
from graph.query.regions import Key
from graph.query.store import Graph
from graph.query.table import Cell, Iri

SIGNS = {"approx": "约", "over": "＞", "under": "＜", "at-least": "≥", "at-most": "≤"}


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A number as a report gives it; `bound` and `status` are local names of the ontology's terms."""

    fact: Iri
    actor: str
    indicator: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: str
    origin: Decimal | None
    period: str
    planned: bool
    article: str
    span: Iri
    begin: int
    end: int
    quote: str

    @property
    def amount(self) -> str:
        """The number with its sign and unit: ＞18000人, 200–260个, 30→86对."""
        number = _plain(self.value) if self.value is not None else f"{_plain(self.low)}–{_plain(self.high)}"
        start = f"{_plain(self.origin)}→" if self.origin is not None else ""
        return f"{start}{SIGNS.get(self.bound, '')}{number}{self.unit}"


def cell_figures(
    graph: Graph, level: str = "any", confidence: Decimal = Decimal(0)
) -> dict[Key, tuple[CellFigure, ...]]:
    """The figures for each measure and region, in the order of articles and places. `level` as in the questions."""
    found: dict[Key, dict[tuple[object, ...], CellFigure]] = {}
    for row in ask_internal(graph, "cell-figures", level=level, least=confidence).records():
        figure = CellFigure(
            Iri(str(row["fact"])), str(row["who"]), str(row["indicator"]),
            _number(row["value"]), _number(row["low"]), _number(row["high"]),
            str(row["unit"]), str(row["bound"]), _number(row["from"]), str(row["period"] or ""),
            row["status"] == "planned",
            str(row["file"]), Iri(str(row["span"])), int(str(row["begin"])), int(str(row["end"])), str(row["quote"]),
        )  # fmt: skip
        same = (figure.actor, figure.indicator, figure.amount, figure.period, figure.planned)
        key = Iri(str(row["measure"])), Iri(str(row["region"]))
        found.setdefault(key, {}).setdefault(same, figure)
    return {key: tuple(figures.values()) for key, figures in found.items()}


def _number(cell: Cell) -> Decimal | None:
    return None if cell is None else Decimal(str(cell))


def _plain(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize() if number else Decimal(0), "f")
