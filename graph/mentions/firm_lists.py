"""Firms that only a list shows to be firms: 云起门业、春溪杯业等19家企业.

In: a sentence's text and the words of the language. Out: candidates for enterprises. Order: the words that close a list
(等19家企业, 两家企业); back from there, the items between 、; those that are no ordinary words are names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from graph.mentions.candidate import Candidate
from graph.mentions.words import Words
from graph.model import EntityType

_CLOSES = re.compile(r"(?:等(?:\d+|[一二两三四五六七八九十]+)?|两|三|四)[家户个](?:企业|公司|工厂|民企|国企|车企|药企)")
_ITEM = re.compile(
    r"(?:^|[，。；：、“”（）]|[和与及由在对向有像如以]|包括)((?:(?![和与及由在对向有像如])[\u4e00-\u9fff]){3,10})$"
)
_BUSINESS = re.compile(
    r"(?:[业机电钢药纺材材铝器械瓷化纸]|科技|股份|重工|实业|集团|电子|精工|机床|轴承|食品|纺织|动力|能源|智能|汽车)$"
)


def listed_firms(text: str, words: Words, industries: frozenset[str]) -> Iterator[Candidate]:
    """The items of lists that a count of firms closes, from right to left."""
    for closing in _CLOSES.finditer(text):
        at = closing.start()
        while True:
            item = _ITEM.search(text, max(0, at - 12), at)
            if item is None or not _a_name(item.group(1), words, industries):
                break
            yield Candidate(item.start(1), item.end(1), EntityType.ENTERPRISE, "", "firm-listed", Decimal("0.75"))
            at = item.start(1) - 1
            if at < 0 or text[at] != "、":
                break


def _a_name(item: str, words: Words, industries: frozenset[str]) -> bool:
    """Whether an item ends in a line of business and begins with what is no word of it: 春溪|杯业, not 机械制造."""
    tail = _BUSINESS.search(item)
    head = item[:2]
    tag = words.tags.get(head, "")
    ordinary = head in industries or (tag and not tag.startswith(("nr", "ns", "nz", "nt", "j")) and len(item) < 5)
    return tail is not None and len(item) > len(tail.group()) + 1 and not ordinary
