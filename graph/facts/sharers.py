"""Who shares an honour that a clause tells of: all of a list, teams, the named ones of a counted group.

In: a sentence's text with its names, and where the honour or its word of receiving stands. Out: names or entity keys.
"""

from __future__ import annotations

import re

from graph.facts.bearers import RECIPIENTS
from graph.facts.reading import Named, Reading
from graph.model import EntityType, Sentence

_ONE_OF_THEM = re.compile(r"(?:便|就|也|正)?是其中(?:之一|的?一[员位名个])")
_AND_TITLED = re.compile(r"[、和与及](?![^、]*[获评被任是在])[\u4e00-\u9fff]{0,18}")  # 某某|、某厂电工|某某


def together(reading: Reading, sentence: Sentence, recipient: str, received: int) -> tuple[str, ...]:
    """All of those whom a list names right before the word of receiving: 某区、某县和某某工会获优秀组织奖; 某公司
    焊工某某、某厂电工某某三人分获…."""
    person = reading.entities[recipient].type is EntityType.PERSON
    kinds = (EntityType.PERSON,) if person else (*RECIPIENTS, EntityType.LOCAL_GOVERNMENT)
    names = [n for n in reading.outer_names(sentence.index) if n.end <= received]
    names = [n for n in names if n.type is EntityType.PERSON] if person else names
    listed: list[Named] = []
    for name in reversed(names):
        between = sentence.text[name.end : listed[0].start] if listed else "、"
        joined = _AND_TITLED.fullmatch(between) if person else between in ("、", "和", "与", "及")
        if not joined or name.type not in kinds:
            break
        listed.insert(0, name)
    keys = tuple(n.key for n in listed)
    return keys if recipient in keys and len(keys) > 1 else (recipient,)


def teams(text: str, start: int, end: int, names: tuple[Named, ...]) -> list[Named]:
    """The places and bodies of a clause whose teams win: the list that 代表队 closes."""
    found: list[Named] = []
    for name in reversed([n for n in names if start <= n.start and n.end <= end]):
        behind = text[name.end : found[0].start] if found else text[name.end : name.end + 3]
        if name.type not in (*RECIPIENTS, EntityType.LOCAL_GOVERNMENT):
            break
        if behind != "代表队" and not (found and behind in ("、", "和", "代表队、", "代表队和")):
            break
        found.insert(0, name)
    return found


def named_of(text: str, start: int, honour: Named, people: list[Named]) -> list[Named]:
    """Those whom a counted group names: the people of a list that 等5名 closes."""
    closed = re.search(r"等\d+[名位人家个]", text[start : honour.start])
    return [p for p in people if closed and start <= p.start and p.end <= start + closed.start()]


def one_of_them(text: str, honour: Named, people: list[Named]) -> list[Named]:
    """Whom the next clause says to be one of a counted group: 90人被评为“某某工匠”，某某某便是其中之一."""
    return [
        p
        for p in people
        if _ONE_OF_THEM.match(text, p.end) and re.fullmatch(r"”?(?:称号)?，[^，。；]{0,16}", text[honour.end : p.start])
    ]


def with_him(text: str, person: Named, people: list[Named]) -> list[Named]:
    """Those whom a list names behind the first bearer and a count closes: “某某工匠”获得者某某某、某某等10人."""
    out = [person]
    for other in people:
        if other.start == out[-1].end + 1 and text[out[-1].end] in "、和":
            out.append(other)
    closed = re.match(r"等?[\d两三四五六七八九十]+[名位人]", text[out[-1].end :])
    return out[1:] if closed else []
