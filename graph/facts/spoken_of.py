"""Whom a sentence without a name is about: the person quoted, or the one the sentences before tell of.

In: a Reading and a Sentence of it. Out: the key of a Person (or a firm), or "" where nobody is in reach.
"""

from __future__ import annotations

from graph.facts.reading import Reading
from graph.model import EntityType, Sentence, SentenceKind

_OFTEN = 3  # times that a section names the one it portrays
REACH = 4  # sentences that a person stays the one spoken of


def speaker_of(reading: Reading, sentence: Sentence) -> str:
    """Who says what a sentence in quotation marks says: the first person of the sentences behind it."""
    for index in range(sentence.index, min(sentence.index + 4, len(reading.document.sentences))):
        if reading.document.sentences[index].section != sentence.section:
            break
        for name in reading.named[index]:
            if name.type is EntityType.PERSON:
                return name.key
    return ""


def earlier_person(reading: Reading, sentence: Sentence, pronoun: bool = False) -> str:
    """The person whom the sentences before in the paragraph are about, else whom the section's heading names.

    `pronoun`: the sentence says 他 or 她, so that a body that acts in between changes nothing.
    """
    document = reading.document
    for index in range(sentence.index - 1, max(-1, sentence.index - REACH - 1), -1):
        before, after = document.sentences[index], document.sentences[index + 1]
        if before.section != sentence.section or before.paragraph != after.paragraph:
            break
        people = [n for n in reading.named[index] if n.type is EntityType.PERSON]
        if people:
            return people[0].key
        if not pronoun and any(s.explicit for s in reading.acting[index]):
            return ""
    for index in document.sections[sentence.section].sentences[:1]:
        heads = [n for n in reading.named[index] if n.type is EntityType.PERSON and n.start == 0]
        if heads and document.sentences[index].kind is SentenceKind.HEADING:
            return heads[0].key
    return _portrayed(reading, sentence) if pronoun else ""


def _portrayed(reading: Reading, sentence: Sentence) -> str:
    """The one whom the section tells of all the time: the person named last of those whom it names again and again."""
    inside = reading.document.sections[sentence.section].sentences
    named = [(i, n.key) for i in inside for n in reading.named[i] if n.type is EntityType.PERSON]
    often = [key for i, key in named if i < sentence.index and sum(k == key for _, k in named) >= _OFTEN]
    return often[-1] if often else ""


def earlier_firm(reading: Reading, sentence: Sentence) -> str:
    """The firm that the sentences before in the paragraph named last, "" for none."""
    for index in range(sentence.index - 1, max(-1, sentence.index - REACH - 1), -1):
        if reading.document.sentences[index].paragraph != sentence.paragraph:
            break
        firms = [n for n in reading.outer_names(index) if n.type is EntityType.ENTERPRISE]
        if firms:
            return firms[-1].key
    return ""
