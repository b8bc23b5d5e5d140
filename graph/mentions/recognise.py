"""A report → all names in it.

In: a Document. Out: mentions in reading order, none overlapping another but a place inside the name of a body, which
is a mention of its own (某县 in 某县人社局), and a firm in the name of its union. Order: places; bodies, firms and
houses that lean on them; honours and documents; people; then a second pass for what the first introduced: short
county names and short forms of firms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from graph.mentions.again import coined_again, familiar, known_people, listed_again, people_again
from graph.mentions.anchors import anchors_of
from graph.mentions.bodies import Bodies, load_bodies
from graph.mentions.coined import coined_firms
from graph.mentions.divisions import Divisions, load_divisions
from graph.mentions.firm_lists import listed_firms
from graph.mentions.firms import Firms, load_firms
from graph.mentions.labelled import labelled_again, labelled_units
from graph.mentions.lexicon import Lexicon, load_lexicon
from graph.mentions.overlaps import disjoint
from graph.mentions.people import People, load_people
from graph.mentions.places import Place, Places, load_places
from graph.mentions.plants import plants, plants_again
from graph.mentions.prizes import prize_row, prize_won
from graph.mentions.rolls import roll_names
from graph.mentions.short_names import HAVE_SHORT_FORMS, ShortNames
from graph.mentions.short_places import short_places
from graph.mentions.titles import Titles, load_titles
from graph.mentions.words import Words, load_words
from graph.model import Document, EntityType, Mention, Sentence, SentenceKind

_AGAIN = 2  # times that an unknown name must head a clause
_A_PLACE = re.compile(r"[镇乡县区村]|街道")
_WORKERS_OF = re.compile(
    r"(?:^|[，。、；：“来自的是])([\u4e00-\u9fff]{2,6})(?=(?:职工|员工|一线产业工人|一线工人|产业工人))"
)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """The recognisers of all kinds of names, loaded once."""

    lexicon: Lexicon
    divisions: Divisions
    words: Words
    places: Places
    bodies: Bodies
    firms: Firms
    people: People
    titles: Titles

    def mentions(self, document: Document) -> tuple[Mention, ...]:
        """All names of a report in reading order."""
        return tuple(mention for found in self.candidates(document) for mention in disjoint(found))

    def candidates(self, document: Document) -> Iterator[list[Mention]]:
        """What could be a name, sentence by sentence: `mentions` keeps the longest of those that overlap."""
        places = [self.places.find(s.text) for s in document.sentences]
        shorts = short_places(document, places, self.divisions, self.lexicon.words)
        for sentence in document.sentences:
            if any(short in sentence.text for short in shorts):
                places[sentence.index] = self.places.find(sentence.text, shorts)
        first = [self._sentence(s, here) for s, here in zip(document.sentences, places, strict=True)]
        forms = ShortNames(self.lexicon, self.divisions, self.words).of(document, first)
        listed = tuple(sorted({m.surface for row in first for m in row if m.rule == "firm-listed"} - set(forms)))
        coined = dict(self._coined_firms(document, first))
        works = plants(document, first, self.lexicon.industries)
        units = labelled_units(document)
        in_rolls = roll_names(document, first, self.lexicon.surnames)
        people = tuple(sorted({*known_people(first), *self._repeated(document, first)}))
        for sentence, found in zip(document.sentences, first, strict=True):
            shorts_here = list(self._short_mentions(sentence, forms))
            firms = [m for m in (*found, *shorts_here) if m.type in HAVE_SHORT_FORMS]
            yield [
                *self._at_firms(sentence, firms),
                *(m for m in found if m.surface not in forms),  # 县职教中心, once introduced, is the one it stands for
                *shorts_here,
                *self._workers(sentence, found, forms),
                *people_again(sentence, people),
                *listed_again(sentence, listed),
                *coined_again(sentence, coined),
                *plants_again(sentence, works),
                *self._in_roll(sentence, in_rolls),
                *labelled_again(sentence, units),
                *familiar(sentence, people),
            ]

    def _at_firms(self, sentence: Sentence, firms: list[Mention]) -> Iterator[Mention]:
        """People named right behind their firm."""
        for end in sorted({m.end for m in firms}):
            for name in self.people.at_firm(sentence.text, end):
                surface = sentence.text[name.start : name.end]
                kind, rule = EntityType.PERSON, "person-firm"
                yield Mention(sentence.index, name.start, name.end, surface, kind, rule, Decimal("0.8"), "")

    def _in_roll(self, sentence: Sentence, rows: Mapping[int, tuple[int, int]]) -> Iterator[Mention]:
        """The name of a row of a roll."""
        if sentence.index in rows:
            start, end = rows[sentence.index]
            kind, rule, sure = EntityType.PERSON, "person-roll", Decimal("0.85")
            yield Mention(sentence.index, start, end, sentence.text[start:end], kind, rule, sure, "")

    def _coined_firms(self, document: Document, found: list[list[Mention]]) -> Iterator[tuple[str, str]]:
        """Firms by a coined name, where no name found otherwise and no place holds it."""
        names = {m.surface for row in found for m in row}
        return coined_firms(document, self.words, names | set(self.divisions.by_short))

    def _sentence(self, sentence: Sentence, places: tuple[Place, ...]) -> list[Mention]:
        text = sentence.text
        anchors = anchors_of(text, places)
        tokens = self.words.cut(text)
        found: list[Mention] = []

        def add(start: int, end: int, kind: EntityType, rule: str, confidence: Decimal, hint: str) -> None:
            found.append(Mention(sentence.index, start, end, text[start:end], kind, rule, confidence, hint))

        for body in self.bodies.find(text, anchors):
            add(body.start, body.end, body.type, body.rule, body.confidence, body.hint)
        for firm in self.firms.find(text, tokens, places, anchors):
            add(firm.start, firm.end, firm.type, firm.rule, firm.confidence, firm.hint)
            union = re.compile(r"工会(?:委员会)?").match(text, firm.end)
            if union:
                add(
                    firm.start,
                    union.end(),
                    EntityType.UNION,
                    "union-firm",
                    Decimal("0.9"),
                    f"firm:{text[firm.start : firm.end]}>工会",
                )
        for firm in listed_firms(text, self.words, self.lexicon.industries):
            add(firm.start, firm.end, firm.type, firm.rule, firm.confidence, firm.hint)
        for title in self.titles.find(text, places, tuple((m.start, m.end) for m in found)):
            add(title.start, title.end, title.type, title.rule, title.confidence, title.hint)
        for won in (*prize_row(text, self.lexicon.surnames), *prize_won(text)):
            add(won.start, won.end, won.type, won.rule, won.confidence, won.hint)
        for person in self.people.find(text):
            add(person.start, person.end, person.type, person.rule, person.confidence, person.hint)
        for place in places:
            add(place.start, place.end, EntityType.LOCAL_GOVERNMENT, _place_rule(place), place.confidence, place.hint)
        return found

    def _repeated(self, document: Document, found: list[list[Mention]]) -> Iterator[str]:
        """Names of three characters that nothing introduces but that begin clauses again and again."""
        heads: Counter[str] = Counter()
        behind: dict[str, set[str]] = {}  # two different words behind it: no part of a longer name
        for sentence, mentions in zip(document.sentences, found, strict=True):
            taken = [(m.start, m.end) for m in mentions]
            for start, end in self.people.coined(sentence.text):
                free = not any(s < end and start < e for s, e in taken)
                tokens = self.words.cut(sentence.text[start : end + 2])
                whole = any(t.end == end - start for t in tokens)
                if free and sentence.kind is SentenceKind.BODY:
                    heads[sentence.text[start:end]] += int(whole)
                    behind.setdefault(sentence.text[start:end], set()).add(sentence.text[end : end + 1])
        for name, after in behind.items():
            enough = _AGAIN + self.people.doubtful(name)
            if len(after) >= enough or (heads[name] >= _AGAIN and not self.people.doubtful(name)):
                yield name

    def _short_mentions(self, sentence: Sentence, forms: dict[str, Mention]) -> Iterable[Mention]:
        for short, full in forms.items():
            for match in re.finditer(re.escape(short), sentence.text):
                at, start, end = sentence.index, match.start(), match.end()
                if _A_PLACE.match(sentence.text, end):
                    continue  # 云起湾镇 is not of 云起湾精密制造有限公司
                yield Mention(at, start, end, short, full.type, "firm-short", Decimal("0.85"), f"short:{full.surface}")
                if sentence.text.startswith("工会", end):
                    union, hint = f"{short}工会", f"firm:{full.surface}>工会"
                    yield Mention(at, start, end + 2, union, EntityType.UNION, "union-firm", Decimal("0.85"), hint)

    def _workers(self, sentence: Sentence, found: list[Mention], forms: dict[str, Mention]) -> Iterable[Mention]:
        """A firm known only by whose workers someone is: `某钢职工某某`, where no word of the language stands there."""
        people = [m for m in found if m.type is EntityType.PERSON]
        for match in _WORKERS_OF.finditer(sentence.text):
            name = match.group(1)
            near = any(0 <= m.start - match.end() <= 8 for m in people)
            if near and name not in forms and not self._known(name):
                yield Mention(
                    sentence.index,
                    match.start(1),
                    match.end(1),
                    name,
                    EntityType.ENTERPRISE,
                    "firm-workers",
                    Decimal("0.6"),
                    "",
                )

    def _known(self, name: str) -> bool:
        """Whether a would-be short name is made of words of the language."""
        return all(
            t.tag and not t.tag.startswith(("nt", "nz")) and len(t.word) > 1 for t in self.words.cut(name)
        ) or any(
            t.word in self.lexicon.generic or t.tag.startswith(("u", "p", "r", "m", "d", "v", "c"))
            for t in self.words.cut(name)
        )


def _place_rule(place: Place) -> str:
    return "place-" + place.hint.partition(":")[0]


def load_recogniser() -> Recogniser:
    """The recogniser with the word lists of the package. Raises LexiconError."""
    lexicon = load_lexicon()
    divisions = load_divisions()
    words = load_words()
    return Recogniser(
        lexicon,
        divisions,
        words,
        load_places(divisions, lexicon),
        load_bodies(lexicon),
        load_firms(lexicon),
        load_people(lexicon, words),
        load_titles(lexicon),
    )
