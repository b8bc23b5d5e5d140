"""Firms that a report calls by a coined short name only: 云起推出…, 在云起总装车间, “云起杯”技能大赛.

In: the sentences of a report, the words of the language. Out: the coined names, each with what the report calls it in
full (云起集团), or the name itself. Order: what begins clauses again and again and is no word; of those, what at least
once has a firm's parts behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.mentions.words import Words
from graph.model import Document, SentenceKind

_HEAD = re.compile(r"(?:^|[，。；：！？—])(?:在|被|从|由|对)?([\u4e00-\u9fff]{2})(?=([\u4e00-\u9fff]))")
_PARTS = r"(?:集团|公司|[厂矿](?![区长里])|[\u4e00-\u9fff]{0,2}(?:车间|事业部|生产线|基地)|职工|员工|工会|杯”)"
_FULL = ("集团", "公司", "厂")
_OFTEN = 4  # clauses that begin with the name
_BEHIND = 3  # different characters behind it: it does not begin a longer name


@dataclass(slots=True)
class _Seen:
    times: int = 0
    behind: set[str] = field(default_factory=set)


def coined_firms(document: Document, words: Words, known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Coined names of firms with the fullest form that the report has: (云起, 云起集团). `known` are names found
    otherwise, and the names of places; none that one of them holds is coined."""
    texts = [s.text for s in document.sentences if s.kind is SentenceKind.BODY]
    seen: dict[str, _Seen] = {}
    for text in texts:
        for match in _HEAD.finditer(text):
            row = seen.setdefault(match.group(1), _Seen())
            row.times += 1
            row.behind.add(match.group(2))
    whole = "\n".join(s.text for s in document.sentences)
    taken = tuple(known)
    for name, row in sorted(seen.items()):
        often = row.times >= _OFTEN and len(row.behind) >= _BEHIND
        if not often or _made_of_words(name, words) or any(name in other for other in taken):
            continue
        if re.search(name + _PARTS, whole):
            yield name, next((name + end for end in _FULL if name + end in whole), name)


def _made_of_words(name: str, words: Words) -> bool:
    """Whether two characters are a word, or either is a pronoun, adverb, numeral or the like that a clause may begin
    with: 他们, 再有, 已在."""
    tag = words.tags.get(name, "")
    plain = any(words.tags.get(c, "")[:1] in ("r", "d", "m", "p", "c", "u", "q") for c in name)
    return bool(tag) or plain
