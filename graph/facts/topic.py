"""Which articles of a page are about workers at all.

In: a Document. Out: the articles that are not: pages carry other news too (a contest of chess, a road that was
built), whose words fit measures without being any. Order: how often an article says 工会, 职工, 技能 and the like for
its length; an article too short to tell counts as being about workers.
"""

from __future__ import annotations

import re
from collections import Counter

from graph.model import Document

WORKERS = re.compile(
    r"产业工人|产改|工会|职工|工匠|劳模|劳动模范|技能|技师|班组|工人|农民工|技工|学徒|五一劳动|员工|骑手"
)
_SHORT = 120  # characters below which an article is too short to tell
_SELDOM = 3  # such words in a thousand characters: reports on the reform have thirteen and more, other news none


def off_topic(document: Document) -> frozenset[int]:
    """The numbers of the articles that hardly speak of workers."""
    length: Counter[int] = Counter()
    said: Counter[int] = Counter()
    for sentence in document.sentences:
        article = document.sections[sentence.section].article
        length[article] += len(sentence.text)
        said[article] += len(WORKERS.findall(sentence.text))
    return frozenset(a for a, size in length.items() if size >= _SHORT and said[a] * 1000 < _SELDOM * size)
