"""Names of minority people: with an interpunct (买买提·艾力), or by the characters that write them (阿依古丽).

In: a sentence's text, where a name may begin, and the tags of words. Out: (start, end) of a name, or None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.mentions import person_contexts as context
from graph.mentions.weights import Weights

_SPELLING = frozenset(context.FOREIGN)
_SHORTEST = 3  # characters of a name and the interpunct before it, of which a verb may be cut
_TAIL = re.compile(r"(?:不再|再|来|则)$")


def pointed(text: str, at: int, tags: Mapping[str, str]) -> tuple[int, int] | None:
    """A name with an interpunct at `at`, without the verb behind it: 买买提·艾力|改进的."""
    match = context.MINORITY.match(text, at)
    if match is None or context.quoted(text, at, match.end()):
        return None  # “心系职工·情暖万家” is a slogan, 职工买买提·艾力 a person
    end = match.end()
    verb = tags.get(text[end - 2 : end], "").startswith("v")
    return at, end - 2 if verb and end - text.index("·", at) > _SHORTEST else end


def dotted(text: str) -> Iterator[tuple[int, int]]:
    """The names with an interpunct by their characters: 某某·某某来|园区, the last is a word again."""
    for match in context.DOTTED.finditer(text):
        tail = _TAIL.search(match.group())
        short = tail is not None and tail.start() - match.group().index("·") > 2
        yield match.start(), match.start() + tail.start() if tail is not None and short else match.end()


def spelled(text: str, at: int, weights: Weights) -> Iterator[int]:
    """Where a name without an interpunct that begins at `at` ends: 挡车工阿依古丽|说, 窑炉工索朗多吉|提出."""
    match = context.CALQUE.match(text, at)
    if match is None or weights.word(match.group()) or match.group()[:2] in weights.common:  # 占比|达
        return
    for end in range(match.end(), at + 2, -1):
        if weights.whole(text, end):
            yield end
            return


def spelled_before(text: str, at: int, weights: Weights) -> int:
    """Where a name of three to five characters without an interpunct begins that ends at `at` (其木格|获奖); -1."""
    for start in range(max(0, at - 5), at - 2):
        name = text[start:at]
        if set(name) <= _SPELLING and not weights.word(name) and not weights.word(name[:2]):
            return start
    return -1
