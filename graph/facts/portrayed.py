"""Whose firm acts where a report portrays a worker: 某某某，某某公司班长。 某某某：模具缝里绣花.

In: a report's sentences with their names, and whom people work for. Out: the firm, in a tuple; () where nobody is
portrayed. Order: a section whose heading begins with somebody is about the firm he works at; a sentence that opens with
somebody and a firm is about that firm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.facts.reading import Named
from graph.model import Document, Entity, EntityType, Sentence, SentenceKind
from graph.resolve.labels import number_of

_BEARS_POST = re.compile(
    r"的?[\u4e00-\u9fff\d]{0,10}?(?:工(?!匠)|员|师|长|匠|主席|书记|主任|经理)[\u4e00-\u9fff]{2,3}[，。]"
)


def of_the_portrayed(
    document: Document, sentence: Sentence, named: tuple[tuple[Named, ...], ...], works_at: Mapping[str, str]
) -> tuple[str, ...]:
    """The firm of the person with whom a section's heading begins: 某某某：模具缝里绣花; ◎某某某——炉前三十年."""
    section = document.sections[sentence.section]
    head = document.sentences[section.sentences[0]]
    person = headed(head, named[head.index]) if head.kind is SentenceKind.HEADING else ""
    return (works_at[person],) if person in works_at else ()


def headed(head: Sentence, named: tuple[Named, ...]) -> str:
    """The person whose name labels a heading: 某某某：模具缝里绣花; "" where none does."""
    start = number_of(head.text)
    person = next((n for n in named if n.start == start and n.type is EntityType.PERSON), None)
    return person.key if person and re.match(r"：|——|\s|$", head.text[person.end :]) else ""


def portrayed_in(sentence: Sentence, named: tuple[Named, ...], entities: dict[str, Entity]) -> tuple[str, ...]:
    """The firm of the person with whom a portrait opens (某某某，某某公司班长; 36岁的某某某是某某公司高级技师)."""
    text = sentence.text
    people = [n for n in named if n.type is EntityType.PERSON]
    firms = [n for n in named if n.type in (EntityType.ENTERPRISE, EntityType.INSTITUTION)]
    opening = text.rfind("——", 0, 30) + 2 if "——" in text[:30] else 0
    if not firms or firms[0].start > opening + 40:
        return ()
    bears = _BEARS_POST.match(text, firms[0].end) if firms[0].start <= 3 else None
    if bears and not any(n in firms and n.end == bears.end() - 1 for n in named) and not text.startswith("依托"):
        return (firms[0].key,)
    if not people or people[0].start > opening + 40:
        return ()
    first, second = sorted((people[0], firms[0]))
    lead, between = text[opening : first.start], text[first.end : second.start]
    if re.search(r"[原曾前]", between):
        return ()  # 教师某某某原是某某公司的班长
    plain = (
        len(lead) <= 8 and len(between) <= 16 and not re.search(r"[，。；]", lead) and not re.search(r"[。；]", between)
    )
    return (firms[0].key,) if plain else ()
