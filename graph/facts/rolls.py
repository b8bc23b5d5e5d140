"""Who is honoured by a roll under a heading that names the honour: 二、“某某工匠”（10名） / 3 某某某 某某公司焊工.

In: a Reading. Out: Conferrals of the people or bodies of each row, and the posts that rows give. A heading that says
more than an honour's name (某县表彰大会上的…) is none; a sentence that is no row ends the roll.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from graph.facts.bearers import RECIPIENTS
from graph.facts.portrayed import headed
from graph.facts.reading import Named, Reading
from graph.mentions.rolls import BODIES, Row, row_of
from graph.model import Conferral, EntityType, Post, Sentence, SentenceKind, Span
from graph.read.marks import ITEM_SIGNS

_LIST = re.compile(  # what a heading of a roll has beside the honour
    rf"(?:[{ITEM_SIGNS}【]\s*)?"
    r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?\s*(?:荣获|授予|获得|拟?推荐)?(?:20\d\d年度?)?(?:第[一二三四五六七八九十\d]+届|首届)?[“”]*"
)
_REST = re.compile(
    r"[“”]*(?:称号)?(?:获得者|获奖者|获奖单位|人选|集体|个人)?(?:拟?表彰)?(?:名单|公示|简介)?[：:】]?\s*(?:[（(][^（）]*[）)])?[：:]?"
)
_TITLES = re.compile(r"[\u4e00-\u9fff、]{2,30}(?<![班组队室科部段])(?<!车间)(?<!分厂)")
_BETWEEN = re.compile(r"(?:[、，“”\s和]|20\d\d年|第[一二三四五六七八九十]+届|称号|荣誉|获得者|提名奖?)*")
_YEAR = re.compile(r"(20\d\d)年[^、，]*$")
_LINE = 60  # characters of a line of titles or honours
_ITEMS = re.compile(r"[^、。；]{0,12}")


def rolls(reading: Reading) -> Iterator[Conferral]:
    """The conferrals of the rolls of a report: each row under a heading that names an honour."""
    honour: Named | None = None
    told: tuple[Span, ...] = ()  # where the heading names the honour
    for sentence in reading.document.sentences:
        for person, name in _under_portrait(reading, sentence):
            evidence, level = sentence.spans(name.start, name.end), reading.entities[name.key].level
            date = _YEAR.search(sentence.text, 0, name.start)
            year = date.group(1) if date else None
            yield Conferral(evidence, "conferral-portrait", Decimal("0.8"), person, name.key, level, None, year)
        heading = _heading(reading, sentence)
        if heading:
            honour, told = heading, sentence.spans(heading.start, heading.end)
            continue
        row = row_in(reading, sentence)
        names = [row[1]] if row else _bodies(reading, sentence)
        if not names and sentence.kind is SentenceKind.BODY:
            honour = None  # the roll is over
        if honour is None:
            continue
        for name in names:
            evidence, level = (*told, *sentence.spans(name.start, name.end)), reading.entities[honour.key].level
            yield Conferral(evidence, "conferral-roll", Decimal("0.85"), name.key, honour.key, level)


def roll_posts(reading: Reading) -> Iterator[Post]:
    """The posts that the rows of a roll give beside the names."""
    for sentence in reading.document.sentences:
        found = row_in(reading, sentence)
        if found and found[0].title:
            row, person = found
            body = next(n for n in reading.named[sentence.index] if (n.start, n.end) == row.body)
            start, end = row.title or row.body
            evidence = sentence.spans(min(row.start, row.body[0]), max(row.end, end))
            yield Post(evidence, "post-row", Decimal("0.85"), person.key, body.key, sentence.text[start:end])
        named = reading.outer_names(sentence.index)
        portrayed = _portrayed_above(reading, sentence)
        own = next((n for n in named if n.start <= 2 and n.type in BODIES), None) if portrayed else None
        title = _TITLES.fullmatch(sentence.text, own.end) if own else None
        if own and title:  # 某某某：炉前三十年 / 某某公司炼钢工、高级技师
            evidence = sentence.spans(own.start, title.end())
            for part in title.group().split("、"):
                yield Post(evidence, "post-portrait", Decimal("0.8"), portrayed, own.key, part)


def _portrayed_above(reading: Reading, sentence: Sentence) -> str:
    """Whom a heading portrays right above a short line, or above such lines; "" where none."""
    sentences = reading.document.sentences
    if "。" in sentence.text or len(sentence.text) > _LINE:
        return ""
    for above in reversed(sentences[max(0, sentence.index - 3) : sentence.index]):
        if above.kind is not SentenceKind.HEADING:
            return ""
        person = headed(above, reading.named[above.index])
        if person:
            return person
    return ""


def _under_portrait(reading: Reading, sentence: Sentence) -> list[tuple[str, Named]]:
    """The honours of a line of honours alone, under a heading that portrays somebody, with that person."""
    honours = [n for n in reading.outer_names(sentence.index) if n.type is EntityType.HONOUR]
    portrayed = _portrayed_above(reading, sentence) if honours else ""
    rest = "".join(
        sentence.text[a:b]
        for a, b in pairwise([0, *(i for n in honours for i in (n.start, n.end)), len(sentence.text)])
        if not any((a, b) == (n.start, n.end) for n in honours)
    )
    return [(portrayed, n) for n in honours] if portrayed and _BETWEEN.fullmatch(rest) else []


def _heading(reading: Reading, sentence: Sentence) -> Named | None:
    """The honour that a line is the heading of; None where it is none."""
    if "。" in sentence.text:
        return None
    for name in reading.named[sentence.index]:
        lead, rest = sentence.text[: name.start], sentence.text[name.end :]
        whole = _LIST.fullmatch(lead) and _REST.fullmatch(rest)
        if name.type is EntityType.HONOUR and whole:
            return name
    return None


def row_in(reading: Reading, sentence: Sentence) -> tuple[Row, Named] | None:
    """The row of a roll that a sentence is, and its person; None where it is none."""
    names = reading.named[sentence.index]
    people = {n.start: n for n in names if n.type is EntityType.PERSON}
    surnames = frozenset(
        sentence.text[start : start + n] for start, p in people.items() for n in (1, 2) if n < p.end - start
    )
    row = row_of(sentence.text, [(n.start, n.end) for n in names if n.type in BODIES], surnames)
    person = people.get(row.start) if row else None
    return (row, person) if row and person and person.end == row.end else None


def _bodies(reading: Reading, sentence: Sentence) -> list[Named]:
    """The bodies of a line of bodies alone: 某某公司冲压二班、某某局; [] where anything else stands in it."""
    names = [n for n in reading.outer_names(sentence.index) if n.type in RECIPIENTS]
    text, at, found = sentence.text.rstrip("。"), 0, []
    number = re.match(r"(?:\d{1,3}|[（(]\d{1,3}[）)])[.．、]?\s*", text)
    at = number.end() if number else 0
    for name in names:
        if name.start != at:
            return []
        rest = _ITEMS.match(text, name.end)
        found.append(name)
        at = (rest.end() if rest else name.end) + 1
    return found if found and at > len(text) else []
