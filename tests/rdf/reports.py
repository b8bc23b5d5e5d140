"""Made-up reports that have every kind of entity and fact."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from graph.model import (
    AdminLevel,
    Adoption,
    Bound,
    Conferral,
    Document,
    Entity,
    EntityType,
    Event,
    EventKind,
    Fact,
    Figure,
    Level,
    Mention,
    Pilot,
    Plan,
    Post,
    Report,
    Section,
    Sentence,
    SentenceKind,
    Span,
)
from tests.support import document_of

TEXTS = (
    "青川县隶属广元市，县人社局与云岭机械厂办大赛。",
    "青川县总工会主席李秋原获“蜀道工匠”称号。",
    "《青川县技能提升办法》由青川县印发，2021年9月在蜀道技师学院开班，培训1.8万人。",
)
NAMES: tuple[tuple[str, EntityType, str, int], ...] = (
    ("LocalGovernment/青川县", EntityType.LOCAL_GOVERNMENT, "青川县", 0),
    ("LocalGovernment/广元市", EntityType.LOCAL_GOVERNMENT, "广元市", 0),
    ("Agency/青川县人社局", EntityType.AGENCY, "县人社局", 0),
    ("Enterprise/云岭机械厂", EntityType.ENTERPRISE, "云岭机械厂", 0),
    ("Union/青川县总工会", EntityType.UNION, "青川县总工会", 1),
    ("Person/李秋原", EntityType.PERSON, "李秋原", 1),
    ("Honour/蜀道工匠", EntityType.HONOUR, "蜀道工匠", 1),
    ("PolicyDocument/青川县技能提升办法", EntityType.POLICY_DOCUMENT, "青川县技能提升办法", 2),
    ("Institution/蜀道技师学院", EntityType.INSTITUTION, "蜀道技师学院", 2),
)
COUNTY, CITY, BUREAU, FIRM, UNION, PERSON, HONOUR, DOCUMENT, SCHOOL = (key for key, *_ in NAMES)


def entities_of(document: Document) -> tuple[Entity, ...]:
    found = []
    for key, kind, surface, sentence in NAMES:
        start = document.sentences[sentence].text.index(surface)
        mention = Mention(sentence, start, start + len(surface), surface, kind, "made")
        name = key.split("/")[1]
        found.append(Entity(key, kind, name, frozenset({surface}) - {name}, (mention,)))
    county, city, bureau, firm, union, person, honour, policy, school = found
    return (
        replace(county, admin_level=AdminLevel.COUNTY, admin_code="510822", within=CITY),
        replace(city, admin_level=AdminLevel.PREFECTURE, admin_code="510800"),
        replace(bureau, organ_of=COUNTY),
        replace(firm, located_in=COUNTY),
        replace(union, organ_of=COUNTY),
        person,
        replace(honour, level=Level.PROVINCIAL),
        replace(policy, issued_by=COUNTY, issued="2021-09"),
        replace(school, located_in=CITY),
    )


def facts_of(document: Document) -> tuple[Fact, ...]:
    one, two, three = ((sentence.pieces[0],) for sentence in document.sentences)
    sure, fair = Decimal("0.9"), Decimal("0.60")
    return (
        Adoption(one, "adoption.phrase", sure, COUNTY, "skills-contests", local_name="青川大赛", date="2021"),
        Plan(three, "plan.verb", fair, FIRM, "mentoring", by="年底前"),
        Figure(
            three,
            "figure.value",
            sure,
            COUNTY,
            "培训人数",
            "人",
            Bound.OVER,
            Decimal("1.8E+4"),
            period="五年来",
            measure="vocational-training",
        ),
        Figure(three, "figure.range", fair, FIRM, "每班人数", "人", Bound.EXACT, low=Decimal(30), high=Decimal(50)),
        Figure(
            three,
            "figure.change",
            fair,
            FIRM,
            "合格率",
            "%",
            Bound.AT_LEAST,
            Decimal("85.50"),
            origin=Decimal(60),
            planned=True,
        ),
        Conferral(two, "conferral.verb", sure, PERSON, HONOUR, Level.PROVINCIAL, 1, "2022-05-01", UNION),
        Pilot(one, "pilot.list", sure, FIRM, Level.PROVINCIAL, "首批", "2021-09", "产改试点"),
        Post(two, "post.title", sure, PERSON, UNION, "县总工会主席"),
        Event(three, "event.date", sure, "技能提升班开班", "2021-09", "2021-12-31", COUNTY, EventKind.TRAINING),
    )


def report(identifier: str = "made.txt", texts: tuple[str, ...] = TEXTS) -> Report:
    """A report with all nine entities, and every kind of fact."""
    document = replace(document_of(*texts), identifier=identifier)
    return Report(document, entities_of(document), facts_of(document))


def broken_report() -> Report:
    """A report in which a line break and a column break cut names, and half-width marks stand in the file."""
    text = "「云岭\n机械厂」,设学院。"
    shown = "“云岭机械厂”，设学院。"
    offsets = (0, 1, 2, *range(4, 13))
    sentence = Sentence(0, 0, SentenceKind.BODY, shown, offsets, (Span(0, 3), Span(4, 13)))
    document = Document("broken.txt", text, (sentence,), (Section(0, 0, "", (0,)),))
    mention = Mention(0, 0, 7, "“云岭机械厂”", EntityType.ENTERPRISE, "made")
    return Report(document, (Entity(FIRM, EntityType.ENTERPRISE, "云岭机械厂", mentions=(mention,)),))
