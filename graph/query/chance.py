"""How surprising a count is, exactly: the tail of the hypergeometric distribution, and what many looks do to it.

In: counts. Out: probabilities as floats. `tail` computes in whole numbers and divides once at the end; the others add
and multiply in a fixed order: the answers are the same on every machine. The samples here are tens of regions, for
which no approximation by a normal or chi-square distribution holds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

ROUNDS, CLOSE, TINY = 400, 1e-7, 1e-12
SIGNIFICANT = 0.05  # a share of false findings that a briefing may carry, said beside each of them


def tail(found: int, drawn: int, marked: int, total: int) -> float:
    """The probability that at least `found` of `drawn` are marked, where `marked` of `total` are and chance draws."""
    ways = sum(
        math.comb(marked, hits) * math.comb(total - marked, drawn - hits)
        for hits in range(found, min(drawn, marked) + 1)
        if drawn - hits <= total - marked
    )
    return float(Fraction(ways, math.comb(total, drawn)))


def even_spread(rows: Sequence[int], columns: Sequence[int]) -> tuple[tuple[float, ...], ...]:
    """The probability of each cell when only its row's and its column's sum are known (maximum entropy).

    p = x·y / (1 + x·y), with one x a row and one y a column such that the sums come out: the bipartite configuration
    model. The sums of rows and of columns have to be equal. It is found by iteration, to about 1e-6.
    """
    total = max(1, sum(rows))
    xs, ys = [row / math.sqrt(total) for row in rows], [column / math.sqrt(total) for column in columns]
    for _ in range(ROUNDS):
        news = [row / max(TINY, sum(y / (1 + x * y) for y in ys)) for row, x in zip(rows, xs, strict=True)]
        moved = max((abs(new - x) / (1 + x) for new, x in zip(news, xs, strict=True)), default=0.0)
        xs = news
        ys = [column / max(TINY, sum(x / (1 + x * y) for x in xs)) for column, y in zip(columns, ys, strict=True)]
        if moved < CLOSE:
            break
    return tuple(tuple(x * y / (1 + x * y) for y in ys) for x in xs)


def outcomes(chances: Sequence[float], most: int) -> list[float]:
    """For 0, 1, … `most`: the probability that so many of independent events with these chances happen."""
    found = [1.0] + [0.0] * most
    for chance in chances:
        for count in range(most, 0, -1):
            found[count] = found[count] * (1 - chance) + found[count - 1] * chance
        found[0] *= 1 - chance
    return found


def meeting(both: int, inside: Sequence[float], outside: Sequence[float], happened: int) -> float:
    """The probability that at least `both` of the `happened` events happened inside, each having its own chance.

    With equal chances it is the hypergeometric tail (Fisher's exact test); with unequal ones those that were likely
    anyway weigh less.
    """
    within, without = outcomes(inside, happened), outcomes(outside, happened)
    each = [within[count] * without[happened - count] for count in range(happened + 1)]
    total = sum(each)
    return min(1.0, sum(each[both:]) / total) if total > 0 else 1.0


def bits(probability: float) -> float:
    """How surprising an outcome of this probability is, in bits: a fair coin's head is 1, three heads in a row 3."""
    return -math.log2(probability) + 0.0 if probability > 0 else math.inf


def false_discovery(probabilities: Sequence[float]) -> tuple[float, ...]:
    """For each, the least share of false findings at which it would be one (Benjamini and Hochberg, 1995).

    Who looks at a thousand cells finds fifty with p < 0.05 by chance alone; this is what makes up for it.
    """
    order = sorted(range(len(probabilities)), key=lambda at: (probabilities[at], at), reverse=True)
    adjusted, least = [1.0] * len(order), 1.0
    for rank, at in zip(range(len(order), 0, -1), order, strict=True):
        least = min(least, probabilities[at] * len(order) / rank)
        adjusted[at] = least
    return tuple(adjusted)
