"""What passes between the steps: a report as read, what it names, and what it says.

Everything here is frozen and knows no RDF. Offsets are half-open code points into `Document.text`, the text as it was
read; `Sentence.text` is put together from pieces of it, and `Sentence.offsets` leads back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class EntityType(StrEnum):
    """The entity classes of the ontology; the value is the local name of the class."""

    LOCAL_GOVERNMENT = "LocalGovernment"
    AGENCY = "Agency"
    ENTERPRISE = "Enterprise"
    UNION = "Union"
    INSTITUTION = "Institution"
    PERSON = "Person"
    HONOUR = "Honour"
    POLICY_DOCUMENT = "PolicyDocument"


class AdminLevel(StrEnum):
    """The level of a local government (GB/T 2260 and GB/T 10114; zones stand outside both)."""

    PROVINCE = "Province"
    PREFECTURE = "Prefecture"
    COUNTY = "County"
    TOWNSHIP = "Township"
    ZONE = "Zone"


class Level(StrEnum):
    """The level of an honour or of a pilot programme."""

    NATIONAL = "National"
    PROVINCIAL = "Provincial"
    MUNICIPAL = "Municipal"
    COUNTY = "CountyLevel"
    ENTERPRISE = "EnterpriseLevel"


class Bound(StrEnum):
    """How a figure bounds what it counts: 余/多 is over, 近 is under, 约 is approx."""

    EXACT = "exact"
    APPROX = "approx"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class EventKind(StrEnum):
    """What sort of thing happened on a date."""

    MEETING = "meeting"
    CONTEST = "contest"
    INSPECTION = "inspection"
    TRAINING = "training"
    PUBLICATION = "publication"
    START = "start"
    OTHER = "other"


class SentenceKind(StrEnum):
    """The part that a sentence plays on the page."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of the text as read: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, put together across line and column breaks.

    `text` has the layout taken out and marks brought to one form, character for character (half-width ,;:?!() become
    full-width where they stand beside Chinese, full-width digits and letters become half-width); `offsets[i]` is
    where `text[i]` stands in the report; `pieces` are the unbroken stretches of the report it is made of.
    """

    index: int
    section: int
    kind: SentenceKind
    text: str
    offsets: tuple[int, ...]
    pieces: tuple[Span, ...]
    paragraph: int = 0

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Where `self.text[start:end]` stands in the report: one span, or one a piece where a break lies between."""
        end = len(self.text) if end is None else end
        if start >= end:
            return ()
        low, high = self.offsets[start], self.offsets[end - 1] + 1
        found = []
        for piece in self.pieces:
            left, right = max(low, piece.start), min(high, piece.end)
            if left < right:
                found.append(Span(left, right))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of sentences under one heading.

    `article` counts the pieces on a page that have a byline or a title each.
    """

    index: int
    article: int
    heading: str
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A report as read: its file's name, its text, and its sentences in reading order."""

    identifier: str
    text: str
    sentences: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    extracted: bool = False  # the text was taken out of HTML, PDF or DOCX and is to be kept beside the graph


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence: `sentences[sentence].text[start:end]`, and what is known of it from the name alone."""

    sentence: int
    start: int
    end: int
    surface: str
    type: EntityType
    rule: str
    confidence: Decimal = Decimal("0.9")
    hint: str = ""  # what the recogniser already knows: a division code, the name written out


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing, under all its names in a report. `key` is stable from build to build: it makes the IRI.

    Links (`within`, `organ_of`, `located_in`, `issued_by`) hold the keys of other entities; `co_issuers` are those who
    issued a document together with `issued_by`.
    """

    key: str
    type: EntityType
    name: str
    aliases: frozenset[str] = frozenset()
    mentions: tuple[Mention, ...] = ()
    admin_level: AdminLevel | None = None
    admin_code: str | None = None
    level: Level | None = None
    within: str | None = None
    organ_of: str | None = None
    located_in: str | None = None
    issued_by: str | None = None
    co_issuers: tuple[str, ...] = ()
    issued: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What every fact has: the spans that say it, the rule that made it, and how far to trust it (0 to 1)."""

    evidence: tuple[Span, ...]
    rule: str
    confidence: Decimal


@dataclass(frozen=True, slots=True)
class Adoption(Fact):
    """`actor` does, runs or has set up `measure` (an id of the measure scheme)."""

    actor: str
    measure: str
    local_name: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Plan(Fact):
    """`actor` announces, wishes for or puts off `measure`; `by` is the date it is meant for."""

    actor: str
    measure: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Figure(Fact):
    """A number that measures something: `value`, or `low` and `high` for a range, in plain units (1.8万 is 18000)."""

    actor: str
    indicator: str
    unit: str
    bound: Bound = Bound.EXACT
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    origin: Decimal | None = None  # cg:from, the old value of a change
    period: str | None = None
    measure: str | None = None
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Conferral(Fact):
    """`recipient` received `honour` (both entity keys); `count` where it is a group's."""

    recipient: str
    honour: str
    level: Level | None = None
    count: int | None = None
    date: str | None = None
    conferred_by: str | None = None


@dataclass(frozen=True, slots=True)
class Pilot(Fact):
    """`unit` is named as a pilot of a programme; `level` is the programme's."""

    unit: str
    level: Level | None = None
    batch: str | None = None
    date: str | None = None
    programme: str | None = None


@dataclass(frozen=True, slots=True)
class Post(Fact):
    """`person` holds or held `title` at `organisation` (entity keys)."""

    person: str
    organisation: str
    title: str


@dataclass(frozen=True, slots=True)
class Event(Fact):
    """Something that happened on `date` (YYYY, YYYY-MM or YYYY-MM-DD)."""

    label: str
    date: str
    end_date: str | None = None
    actor: str | None = None
    kind: EventKind = EventKind.OTHER


@dataclass(frozen=True, slots=True)
class Report:
    """All that was taken from one document. `graph.rdf` turns reports into quads."""

    document: Document
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class MeasureConcept:
    """One of the measures, with the phrases that tell of it. `patterns` are regular expressions over sentence text."""

    id: str
    dimension: str
    label_zh: str
    label_en: str
    phrases: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
