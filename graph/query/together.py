"""Measures that go together: which two are found in the same regions more often than chance would have it.

In: a table of measures by regions. Out: `Together` for every two measures that at least `LEAST_BOTH` regions have
both of: the counts, lift (how many times as often as if they had nothing to do with each other) and PMI (its logarithm
to base 2). From fewer than `LEAST_REGIONS` regions nothing is said.

Lift alone misleads here: a long report names everything, a short one hardly anything, so that nearly all measures "go
together" in the regions with long reports. The probability therefore is that of a world in which each region has about
as many measures as it has, and all else is chance: the chance of each cell comes from the sums of its row and column
(the bipartite configuration model; Saracco et al., 2017), and then, given where the one measure is and how many regions
have the other, how probable would so many with both be? The less surprising of the two directions counts, and the false
discovery rate makes up for the many pairs that were looked at.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

from graph.query.chance import SIGNIFICANT, even_spread, false_discovery, meeting
from graph.query.likeness import held
from graph.query.regions import SharedTable
from graph.query.table import Iri

LEAST_REGIONS = 5  # with four regions even a perfect match of two and two has p = 1/6
LEAST_BOTH = 2


@dataclass(frozen=True, slots=True)
class Together:
    """Two measures: how many of `regions` have one, the other, both; how many would by chance.

    `share` is the false discovery rate.
    """

    one: Iri
    other: Iri
    of_one: int
    of_other: int
    both: int
    regions: int
    expected: float
    probability: float
    share: float

    @property
    def lift(self) -> float:
        """Both over what independence would give: 1 is independence."""
        return self.both * self.regions / (self.of_one * self.of_other)

    @property
    def pmi(self) -> float:
        """Pointwise mutual information in bits: 0 is independence."""
        return math.log2(self.lift)

    @property
    def beyond_chance(self) -> bool:
        """Whether it stands after all the pairs that were looked at are made up for."""
        return self.share <= SIGNIFICANT


def measures_together(table: SharedTable, least_both: int = LEAST_BOTH) -> tuple[Together, ...]:
    """The pairs of measures, least probable by chance first; none where the regions are fewer than LEAST_REGIONS."""
    holdings = held(table)
    total = len(holdings)
    if total < LEAST_REGIONS:
        return ()
    measures = [measure.iri for measure in table.measures]
    having = {measure: {region for region in holdings if measure in holdings[region]} for measure in measures}
    spread = even_spread([len(held) for held in holdings.values()], [len(having[measure]) for measure in measures])

    def given(both: int, there: int, other: int) -> float:
        inside: list[float] = []
        outside: list[float] = []
        for region, row in zip(holdings, spread, strict=True):
            (inside if measures[there] in holdings[region] else outside).append(row[other])
        return meeting(both, inside, outside, len(having[measures[other]]))

    counted, expected, chances = [], [], []
    for (a, one), (b, other) in combinations(enumerate(measures), 2):
        both = len(having[one] & having[other])
        each = [row[a] * row[b] for row in spread]
        counted.append((one, other, len(having[one]), len(having[other]), both, total))
        expected.append(sum(each))
        if both < least_both or both <= sum(each):
            chances.append(1.0)  # no more than chance gives: nothing to test, but one of the looks
        else:
            chances.append(max(given(both, a, b), given(both, b, a)))
    shares = false_discovery(chances)  # over all pairs, those that never meet too
    found = [
        Together(*row, *rest)
        for row, *rest in zip(counted, expected, chances, shares, strict=True)
        if row[4] >= least_both
    ]
    return tuple(sorted(found, key=lambda pair: (pair.probability, -pair.both, pair.one, pair.other)))
