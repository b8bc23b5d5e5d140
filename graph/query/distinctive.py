"""The core that all regions have, and what sets each of them apart.

In: a table of measures by regions. Out: `core`, the measures by the share of regions that have them, and `distinctive`,
the cells that stand out, each with how surprising it is.

Why the hypergeometric distribution: reports differ in length. A region with sixty reported doings has most measures
already for that reason, and a region with three has few. So the question is put to what is reported in all: of N pairs
(an actor, a measure it does) in all regions, K are of this measure and n of this region; if they fell by chance, how
probable would be the x pairs that are both, or more? An actor counts once for a measure, however often its report says
so: sentences of one article are no independent draws. The surprise is minus the logarithm of that probability to base
2, in bits, and with many cells looked at the false discovery rate says which of them may stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.query.chance import SIGNIFICANT, bits, false_discovery, tail
from graph.query.likeness import FEW_MEASURES, held
from graph.query.regions import SharedTable
from graph.query.table import Iri

LEAST_REGIONS = 3  # of two regions, "all" and "only one" are the same words for each measure
NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True)
class CoreMeasure:
    """A measure and how many of the regions have it. Regions with fewer than FEW_MEASURES measures are left out."""

    measure: Iri
    regions: int
    of: int

    @property
    def share(self) -> float:
        """The share of the regions that have it."""
        return self.regions / self.of


@dataclass(frozen=True, slots=True)
class Distinction:
    """A measure in a region: `actors` of the region's `of_region` and of the measure's `of_measure` pairs.

    `alone` where no other region has it; `share` is the false discovery rate.
    """

    region: Iri
    measure: Iri
    actors: int
    of_region: int
    of_measure: int
    total: int
    probability: float
    share: float
    alone: bool

    @property
    def surprise(self) -> float:
        """Minus the logarithm of the probability to base 2: bits."""
        return bits(self.probability)

    @property
    def expected(self) -> float:
        """How many actors chance would give the cell."""
        return self.of_region * self.of_measure / self.total

    @property
    def beyond_chance(self) -> bool:
        """Whether it stands after all the cells that were looked at are made up for."""
        return self.share <= SIGNIFICANT


def reported_enough(table: SharedTable) -> frozenset[Iri]:
    """The regions with at least FEW_MEASURES measures: the others are merely named somewhere."""
    return frozenset(region for region, measures in held(table).items() if len(measures) >= FEW_MEASURES)


def core(table: SharedTable, least: float = NEARLY_ALL) -> tuple[CoreMeasure, ...]:
    """The measures that at least the share `least` of the regions have; none from fewer than LEAST_REGIONS regions."""
    regions = reported_enough(table)
    if len(regions) < LEAST_REGIONS:
        return ()
    counts = {measure.iri: 0 for measure in table.measures}
    for cell in table.cells:
        counts[cell.measure] += cell.region in regions
    found = [CoreMeasure(measure, count, len(regions)) for measure, count in counts.items()]
    return tuple(
        sorted((each for each in found if each.share >= least), key=lambda each: (-each.regions, each.measure))
    )


def distinctive(table: SharedTable) -> tuple[Distinction, ...]:
    """Every cell with its surprise, the greatest first; none from fewer than LEAST_REGIONS regions."""
    if len(table.regions) < LEAST_REGIONS:
        return ()
    of_region: dict[Iri, int] = {}
    of_measure: dict[Iri, int] = {}
    having: dict[Iri, int] = {}
    for cell in table.cells:
        of_region[cell.region] = of_region.get(cell.region, 0) + cell.actors
        of_measure[cell.measure] = of_measure.get(cell.measure, 0) + cell.actors
        having[cell.measure] = having.get(cell.measure, 0) + 1
    total = sum(of_region.values())
    chances = [tail(c.actors, of_region[c.region], of_measure[c.measure], total) for c in table.cells]
    found = [
        Distinction(
            cell.region, cell.measure, cell.actors, of_region[cell.region], of_measure[cell.measure], total,
            chance, share, having[cell.measure] == 1,
        )
        for cell, chance, share in zip(table.cells, chances, false_discovery(chances), strict=True)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda each: (each.probability, each.region, each.measure)))
