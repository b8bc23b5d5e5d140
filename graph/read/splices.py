"""Columns that were spliced: which paragraph's broken end goes on in which block.

In: the blocks of a page. Out: for a block that stops in mid-sentence, where its sentence goes on if that is not the
next paragraph. Order: a broken end and a block fit where the break cut a word (职|工, 创新工作|室, 过万|元); an end
whose next paragraph fits is left to it; else it takes the one block within reach that fits, unless that fits its own
predecessor. What is left goes on in the page's order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

REACH = 10  # blocks that a sentence's second part may stand behind its first
_COMMON = 20  # times that jieba's corpus has a word, to be taken for one that a break cut
_AMOUNT = re.compile(r"(?:\d|[万亿千百余多])$")
_UNIT = re.compile(r"(?:余|多)?(?:万|亿)?(?:元|人|名|家|个|项|件|场|期|%|户|次|条|年)")
_CAUTIOUS = 2  # broken ends of a page from which on its columns may be spliced


def fits(end: str, start: str, frequency: Callable[[str], int]) -> bool:
    """Whether a break between `end` and `start` cut a word, or a number from its unit.

    `frequency` tells how often a corpus has a word, 0 where never.
    """
    if _AMOUNT.search(end):
        return _UNIT.match(start) is not None
    for before, behind in ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1)):
        head, tail = end[-before:], start[:behind]
        word = head + tail
        chinese = len(word) == before + behind and all("\u4e00" <= c <= "\u9fff" for c in word)
        if chinese and frequency(word) >= _COMMON:
            return True
    return False


def spliced(
    ends: Sequence[int],
    starts: Sequence[int],
    usual: dict[int, int],
    surface: Callable[[int], str],
    frequency: Callable[[str], int],
) -> dict[int, int]:
    """Broken end → block where it goes on, for those that do not go on in their `usual` one.

    `ends` and `starts` are the indices of the blocks that stop in mid-sentence and that may be a second part.
    """
    if len(ends) < _CAUTIOUS:
        return {}

    def fit(end: int, start: int) -> bool:
        return fits(surface(end).rstrip(), surface(start).lstrip(), frequency)

    settled = {end: start for end, start in usual.items() if fit(end, start)}
    moved: dict[int, int] = {}
    for end in ends:
        if end in settled:
            continue
        taken = {*settled.values(), *moved.values()}
        found = [s for s in starts if end < s <= end + REACH and s not in taken and fit(end, s)]
        if len(found) == 1:
            moved[end] = found[0]
    return moved
