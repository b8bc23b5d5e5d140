"""What a fact module is given: a report with its names resolved, and who acts at each place of it.

In: a Document, its entities, and for each sentence the names in it (`named`) and the stretches with their actors
(`acting`, made by `facts.actors`). Out: nothing; every module of this package reads it and returns facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.facts.dates import When, dated
from graph.model import Document, Entity, EntityType


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A name in a sentence (`text[start:end]`) and the key of the entity that it names."""

    start: int
    end: int
    key: str
    type: EntityType


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts in `text[start:end]` of a sentence: entity keys, joint subjects in the order of the text.

    `explicit` is false where the subject is left out and comes from the section or an earlier sentence.
    """

    start: int
    end: int
    actors: tuple[str, ...]
    explicit: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A report ready for the fact modules. `named` and `acting` have one tuple a sentence, in the sentences' order."""

    document: Document
    entities: Mapping[str, Entity]
    named: tuple[tuple[Named, ...], ...]
    acting: tuple[tuple[Acting, ...], ...]
    dates: tuple[tuple[When, ...], ...] = ()  # of every sentence; `whens` makes them where they are left out

    def whens(self) -> tuple[tuple[When, ...], ...]:
        """The dates of every sentence, in the sentences' order."""
        return self.dates or dated(self.document)

    def actors(self, sentence: int, position: int) -> tuple[str, ...]:
        """The keys of those who act at `position` of a sentence; empty where the report does not tell."""
        for stretch in self.acting[sentence]:
            if stretch.start <= position < stretch.end:
                return stretch.actors
        return ()

    def explicit(self, sentence: int, position: int) -> bool:
        """Whether the actor at `position` stands in the sentence itself."""
        return any(s.explicit for s in self.acting[sentence] if s.start <= position < s.end)

    def outer_names(self, sentence: int) -> tuple[Named, ...]:
        """The names of a sentence that lie in no longer one: 某县 in 某县人社局 is left out."""
        row = self.named[sentence]
        return tuple(
            n
            for n in row
            if not any(o.start <= n.start and n.end <= o.end and o.end - o.start > n.end - n.start for o in row)
        )

    def names(self, sentence: int, start: int, end: int) -> tuple[Named, ...]:
        """The names that lie wholly within `text[start:end]` of a sentence."""
        return tuple(n for n in self.named[sentence] if start <= n.start and n.end <= end)
