"""How measures spread: which region is first reported with one, and which come after, where the reports give dates.

In: a table of measures by regions with its evidence. Out: a `Spread` for each measure that at least one region has with
a date. Only an adoption's own date counts (`cg:date`); an article's day of print is in no graph. Most adoptions have
none, so how many regions are undated stands beside every order, and an order of fewer than `LEAST_DATED` is none.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.query.regions import Quote, Region, SharedTable
from graph.query.table import Iri

LEAST_DATED = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A region and the earliest date (YYYY, YYYY-MM or YYYY-MM-DD) at which it is reported with the measure."""

    date: str
    region: Region
    quote: Quote


@dataclass(frozen=True, slots=True)
class Spread:
    """A measure's dated regions, the earliest first, and how many have it without a date."""

    measure: Iri
    steps: tuple[Step, ...]
    undated: int

    @property
    def few(self) -> bool:
        """Whether too few are dated, or not more than are undated, to speak of an order."""
        return len(self.steps) < LEAST_DATED or len(self.steps) < self.undated

    @property
    def years(self) -> tuple[tuple[str, int], ...]:
        """Each year and how many regions have the measure by its end."""
        years = sorted({step.date[:4] for step in self.steps})
        return tuple((year, sum(step.date[:4] <= year for step in self.steps)) for year in years)


def spread(table: SharedTable) -> tuple[Spread, ...]:
    """The spread of each measure with a dated region; those with the most dated regions first.

    The table's cells have to have their evidence. A year stands before its months: 2020 before 2020-05, though which
    was first is not known.
    """
    names = {region.iri: region for region in table.regions}
    found = []
    for measure in table.measures:
        steps, undated = [], 0
        for cell in (cell for cell in table.cells if cell.measure == measure.iri):
            dated = sorted((quote for quote in cell.evidence if quote.date), key=lambda q: (q.date, q.article, q.begin))
            if dated:
                steps.append(Step(dated[0].date, names[cell.region], dated[0]))
            else:
                undated += 1
        if steps:
            order = sorted(steps, key=lambda step: (step.date, step.region.name, step.region.iri))
            found.append(Spread(measure.iri, tuple(order), undated))
    return tuple(sorted(found, key=lambda each: (-len(each.steps), each.undated, each.measure)))
