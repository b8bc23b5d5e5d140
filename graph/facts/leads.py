"""The lower places that paragraphs of a roundup open with: 某镇的…; 在某街道，…; 到了某县，….

In: a report with its names resolved. Out: entity keys by sentence. Order: whom the section is about; a place within it
that a paragraph begins with, where several paragraphs do; 全市 in such a paragraph is that place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from graph.facts.reading import Named
from graph.facts.subjects import FIRMS
from graph.model import Document, Entity, EntityType, Sentence, SentenceKind
from graph.read.marks import ITEM_SIGNS
from graph.resolve.entities import Resolved

_OPENS_AT = re.compile(
    rf"(?:[{ITEM_SIGNS}]\s*|\d{{1,2}}[.．、]\s*)?(?:(?:再看|往[东西南北][走看，]*|沿[^，]{{2,10}}，|把[^，]{{2,10}}，)*(?:在|到了|来到|走进|走到)?)"
)
_ROUNDUP = 3  # different places that its paragraphs open with


def leads(
    document: Document, resolved: Resolved, named: tuple[tuple[Named, ...], ...], entities: dict[str, Entity]
) -> dict[int, tuple[str, ...]]:
    """The lower places that paragraphs of a roundup open with, by sentence; a roundup has several such."""
    found: dict[int, tuple[str, ...]] = {}
    for sentence in document.sentences:
        if sentence.kind is SentenceKind.BODY and new_paragraph(document, sentence):
            led = _led_by(sentence, named[sentence.index], home_of(document, resolved, sentence, entities), entities)
            if led:
                found[sentence.index] = led
    return found if len(set(found.values())) >= _ROUNDUP else {}


def _led_by(
    sentence: Sentence, named: tuple[Named, ...], home: tuple[str, ...], entities: Mapping[str, Entity]
) -> tuple[str, ...]:
    """The lower place that a paragraph opens with in a report on a region: 某镇的…; 在某街道，…; 到了某县，…."""
    if not home or entities[home[0]].type is not EntityType.LOCAL_GOVERNMENT:
        return ()
    opening = _OPENS_AT.match(sentence.text)
    start = opening.end() if opening else 0
    here = sorted((n for n in named if n.start == start), key=lambda n: -n.end)
    place = entities[here[0].key] if here and here[0].type is EntityType.LOCAL_GOVERNMENT else None
    behind = here[0].end + sentence.text.startswith("的", here[0].end) if here else 0
    if any(n.start == behind and n.type in FIRMS for n in named):
        return ()  # 某区的某某公司…: the firm leads
    above = place.within if place is not None else None
    while above and above != home[0]:
        above = entities[above].within if above in entities else None
    return (here[0].key,) if above else ()


def of_the_lead(
    sentence: Sentence, named: tuple[Named, ...], lead: tuple[str, ...], entities: Mapping[str, Entity]
) -> tuple[Named, ...]:
    """The names of a sentence with 全市 read as the place that leads its paragraph: 在某市，…。全市480家企业…."""
    place = entities[lead[0]] if lead else None
    if place is None or place.type is not EntityType.LOCAL_GOVERNMENT:
        return named
    whole = re.compile(rf"[全我该]{place.name[-1]}")
    return tuple(
        replace(n, key=lead[0])
        if n.type is EntityType.LOCAL_GOVERNMENT and whole.fullmatch(sentence.text, n.start, n.end)
        else n
        for n in named
    )


def home_of(document: Document, resolved: Resolved, sentence: Sentence, entities: dict[str, Entity]) -> tuple[str, ...]:
    """Whom the section of a sentence is about."""
    focus = resolved.focuses[sentence.index]
    if focus.subject is not None and focus.subject in resolved.keys:
        key = resolved.keys[focus.subject]
        firm = entities[key].organ_of if entities[key].type is EntityType.UNION else None
        # what a firm's union reports is the firm's doing where no subject stands
        return (firm,) if firm and entities[firm].type in FIRMS else (key,)
    key = f"LocalGovernment/{focus.region}"
    return (key,) if key in entities else ()


def new_paragraph(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence begins a paragraph: the one before it stands elsewhere."""
    if sentence.index == 0:
        return True
    before = document.sentences[sentence.index - 1]
    if before.section != sentence.section or before.kind is not SentenceKind.BODY:
        return True
    return before.paragraph != sentence.paragraph
