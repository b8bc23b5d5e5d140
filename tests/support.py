"""Made-up reports for the tests of single steps: sentences with offsets and actors as a full reading gives them."""

from __future__ import annotations

from graph.facts.reading import Acting, Named, Reading
from graph.model import Document, Entity, EntityType, Section, Sentence, SentenceKind, Span

COUNTY = Entity(key="LocalGovernment/青川县", type=EntityType.LOCAL_GOVERNMENT, name="青川县")


def document_of(*texts: str, kinds: tuple[SentenceKind, ...] = ()) -> Document:
    """A document of one section whose sentences are `texts`, one a line."""
    sentences, at = [], 0
    for index, text in enumerate(texts):
        kind = kinds[index] if index < len(kinds) else SentenceKind.BODY
        offsets = tuple(range(at, at + len(text)))
        sentences.append(Sentence(index, 0, kind, text, offsets, (Span(at, at + len(text)),)))
        at += len(text) + 1
    section = Section(0, 0, "", tuple(range(len(texts))))
    return Document("made.txt", "\n".join(texts), tuple(sentences), (section,))


def reading_of(*texts: str, actor: str = COUNTY.key, names: dict[str, tuple[str, EntityType]] | None = None) -> Reading:
    """A reading of `texts` in which `actor` acts throughout, and `names` (surface → key, type) are recognised."""
    document = document_of(*texts)
    entities = {COUNTY.key: COUNTY}
    named: list[tuple[Named, ...]] = []
    for text in texts:
        found = []
        for surface, (key, kind) in (names or {}).items():
            entities.setdefault(key, Entity(key=key, type=kind, name=surface))
            start = text.find(surface)
            while start >= 0:
                found.append(Named(start, start + len(surface), key, kind))
                start = text.find(surface, start + 1)
        named.append(tuple(sorted(found)))
    acting = tuple((Acting(0, len(text), (actor,), True),) for text in texts)
    return Reading(document, entities, tuple(named), acting)
