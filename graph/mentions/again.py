"""Names that a context has shown once, wherever else they stand in the report.

In: what contexts have found, sentence by sentence. Out: mentions of people and listed firms without such a context.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from graph.model import EntityType, Mention, Sentence


def known_people(found: list[list[Mention]]) -> tuple[str, ...]:
    """The names of people that contexts have shown somewhere in the report."""
    return tuple(sorted({m.surface for row in found for m in row if m.type is EntityType.PERSON}))


def people_again(sentence: Sentence, people: tuple[str, ...]) -> Iterable[Mention]:
    """Those names where they stand without a title; names of two characters only at the head of a clause."""
    for name in people:
        for match in re.finditer(re.escape(name), sentence.text):
            start, end = match.span()
            heads = start == 0 or sentence.text[start - 1] in "，。；、“和"
            if len(name) > 2 or (heads and not sentence.text.startswith(("，", "。"), end)):
                yield Mention(sentence.index, start, end, name, EntityType.PERSON, "person-again", Decimal("0.8"))


def listed_again(sentence: Sentence, firms: tuple[str, ...]) -> Iterable[Mention]:
    """Firms that a list has shown to be firms, wherever else they stand."""
    for name in firms:
        for match in re.finditer(re.escape(name), sentence.text):
            at, rule = (match.start(), match.end()), "firm-listed"
            yield Mention(sentence.index, *at, name, EntityType.ENTERPRISE, rule, Decimal("0.75"), "")
