"""Names that a context has shown once, wherever else they stand in the report.

In: what contexts have found, sentence by sentence. Out: mentions of people and listed firms without such a context.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from graph.model import EntityType, Mention, Sentence

_BEFORE = frozenset("的和与对向给把让是")
_AFTER = re.compile(r"(?![\u4e00-\u9fff])|[是说把在的笑没从只又也挠摆用带领讲]")  # 老常是…, not 老常规


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


def familiar(sentence: Sentence, people: tuple[str, ...]) -> Iterable[Mention]:
    """老常 and 小常 for the one person of that surname, and the first part of a name with an interpunct."""
    forms: dict[str, list[str]] = {}
    for name in people:
        first = name.partition("·")[0] if "·" in name else ""
        for form in (first,) if first else (f"老{name[0]}", f"小{name[0]}"):
            forms.setdefault(form, []).append(name)
    for form, names in forms.items():
        for match in re.finditer(re.escape(form), sentence.text) if len(names) == 1 and len(form) > 1 else ():
            start, end = match.span()
            alone = (
                start == 0
                or not "\u4e00" <= sentence.text[start - 1] <= "\u9fff"
                or sentence.text[start - 1] in _BEFORE
            )
            if len(form) == 2 and not (alone and _AFTER.match(sentence.text, end)):
                continue
            if not sentence.text.startswith("·", end):
                hint = f"person:{names[0]}"
                kind = EntityType.PERSON
                yield Mention(sentence.index, start, end, form, kind, "person-familiar", Decimal("0.7"), hint)


def listed_again(sentence: Sentence, firms: tuple[str, ...]) -> Iterable[Mention]:
    """Firms that a list has shown to be firms, wherever else they stand."""
    for name in firms:
        for match in re.finditer(re.escape(name), sentence.text):
            at, rule, sure = (match.start(), match.end()), "firm-listed", Decimal("0.75")
            yield Mention(sentence.index, *at, name, EntityType.ENTERPRISE, rule, sure, "")
            if sentence.text.startswith("工会", match.end()):
                own = (match.start(), match.end() + 2, f"{name}工会", EntityType.UNION, "union-firm", sure)
                yield Mention(sentence.index, *own, f"firm:{name}>工会")


def coined_again(sentence: Sentence, firms: Mapping[str, str]) -> Iterable[Mention]:
    """Firms by a coined name, with the fullest form that the report has of each: 云起 and 云起集团, 云起集团工会."""
    rule, sure = "firm-coined", Decimal("0.65")
    for name, full in firms.items():
        for match in re.finditer(re.escape(name), sentence.text):
            at, start = sentence.index, match.start()
            whole = sentence.text.startswith(full, start)
            surface, hint = (full, "") if whole or full == name else (name, f"short:{full}")
            end = start + len(surface)
            yield Mention(at, start, end, surface, EntityType.ENTERPRISE, rule, sure, hint)
            if sentence.text.startswith("工会", end):
                union = f"{surface}工会"
                yield Mention(at, start, end + 2, union, EntityType.UNION, "union-firm", sure, f"firm:{full}>工会")
