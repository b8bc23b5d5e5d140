"""Conferrals: who received which honour, from whom, how many of a group.

In: a Reading. Out: Conferral facts. Order, in each clause with an honour: counted groups (省劳模52人, 4人获评…) go to
the place or firm that acts; people behind or before the honour receive it themselves; else a clause of receiving
(获得, 评为, 授予 …) gives it to the person or body that the sentence is about. An honour that is only spoken of
(弘扬劳模精神) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from graph.facts.bearers import RECIPIENTS, bearer_of, names_only, recipient_of
from graph.facts.levels import LEVEL_OF
from graph.facts.modality import Clause, Modality, read_modality
from graph.facts.prizes import prizes
from graph.facts.reading import Named, Reading
from graph.facts.receiving import by_year, count_of, receiving
from graph.facts.rolls import rolls
from graph.facts.sharers import named_of, one_of_them, teams, together, with_him
from graph.facts.spoken_of import earlier_person
from graph.facts.subjects import FIRMS
from graph.mentions.prizes import ROW
from graph.model import AdminLevel, Conferral, EntityType, Level, Sentence, SentenceKind

_ANNOUNCED = re.compile(
    r"”?(?:称号)?的?(?:决定|名单|通报)[^，。；、]{0,4}[，：](?=[^，。；]{2,30}(?:等\d|榜上有名|入选|受表彰|上台|在列))"
)
_IS_ONE = re.compile(r"(?:早已|已经|已|也|还|都|同样|本身|又|曾)*(?:是|系)(?:一名|一位|全国|[^，。的是]{0,6}、)?$")
_ALSO_ONE = re.compile(
    r"是[^，。；是]{2,30}(?:工|师|长|员|匠|主任|书记|主席|经理|代表)、$"
)  # 某某某是某厂的技师、省劳模
_HANDED = re.compile(r"(?<=[\u4e00-\u9fff])(?:颁发|颁授|颁|授予|送上|佩戴|戴上)了?“?$")  # 为某厂主任某某某颁发了…
_HE_IS_ONE = re.compile(r"(?:[他她]|这[位名][^，。；]{0,14})(?:早已|已|也|还|又|曾)*是(?:一名|一位)?$")
_GRANTED = re.compile(
    r"(?:授予|表彰|命名)([^，。；被为]{0,40}?)等?(?:(\d+)(?:[名位]?(?:同志|个人|职工)?|[人名位家个](?:单位|集体|企业|班组|同志|个人|职工)?))?$"
)
_NAMED_HOUSES = re.compile(r"等\d+[家个](?:单位|企业|集体)")  # 某县总工会等15家单位获…: nobody's group
_A_NUMBER = re.compile(r"\d+[名位人个]")
_AND_OTHERS = re.compile(r"等\d+[名位人](?:同|分别)?(?:获|被|荣)")  # 会议宣读决定，某厂某某等10人获…
_MEETING = re.compile(r"(?:会上|大会|会议|会后)")  # 会上宣读了…，某公司等上榜；20名职工获…: the region's
_CALLED_UP = re.compile(r"”?(?:称号)?(?:获得者)?(?:分别|名单)?(?:有|是|为|包括|如下)?：")
_READ_OUT = re.compile(r"宣读[^。；，]{0,12}决定[：，]授予")
_HIS_STUDIO = re.compile(  # the studio that bears his name won, not he
    r"(?:劳模|工匠|技能大师|职工|和)*(?:创新)?工作室”?(?!带头人|领办人|主持人)(?![^。]*[他她])"
)
_CHOOSES = re.compile(r"(?:还|又|共)?(?:选树|评选|表彰|命名|评出|选出)(?!了?公司)")
_GRANTOR = re.compile(r"(?:被|由|经)")


def conferrals(reading: Reading) -> tuple[Conferral, ...]:
    """The conferrals that a report tells of, each once a recipient and honour."""
    found: dict[tuple[str, str], Conferral] = {}
    for conferral in rolls(reading):
        found.setdefault((conferral.recipient, conferral.honour), conferral)
    for sentence, clauses in zip(reading.document.sentences, read_modality(reading.document), strict=True):
        for conferral in prizes(reading, sentence):
            found.setdefault((conferral.recipient, conferral.honour), conferral)
        if sentence.kind in (SentenceKind.BYLINE, SentenceKind.HEADING) or ROW.match(sentence.text):
            continue
        planned = [c for c in clauses if c.modality is not Modality.DONE]
        for conferral in _sentence(reading, sentence, planned):
            found.setdefault((conferral.recipient, conferral.honour), conferral)
    return tuple(found.values())


def _sentence(reading: Reading, sentence: Sentence, planned: list[Clause]) -> Iterator[Conferral]:
    text = sentence.text
    people = [
        n for n in reading.named[sentence.index] if n.type is EntityType.PERSON and not _HIS_STUDIO.match(text, n.end)
    ]
    for honour in reading.named[sentence.index]:
        if honour.type is not EntityType.HONOUR or any(c.start <= honour.start < c.end for c in planned):
            continue
        start, end = _clause(text, honour)
        evidence = sentence.spans(start, end)
        level = _level(reading, honour, text[start:end])
        date = _date(text, start, honour.start)
        granted = _GRANTED.search(text[start : honour.start])
        if granted:
            told = tuple(_granted(reading, sentence, honour, start + granted.start(1), granted, level, date))
            yield from told
            if told or _READ_OUT.search(text, start, honour.start):
                continue  # 某某某宣读决定：授予各项目冠军…: he gets none
        announced = _ANNOUNCED.match(text, honour.end)
        if announced:  # 宣读了命名“某某工匠”的决定，某某某、某某等10人榜上有名
            yield from _on_the_list(reading, sentence, honour, announced.end(), level, date)
            continue
        if _CALLED_UP.match(text, honour.end):  # 走上领奖台的劳动模范有：某某公司炼钢工某某某，某某厂烧成工某某
            for named in (p for p in people if p.start > honour.end):
                roll = sentence.spans(honour.start, named.end)
                yield Conferral(roll, "conferral-listed", Decimal("0.8"), named.key, honour.key, level, None, date)
            continue
        counted = count_of(text, start, honour)
        if re.match(r"”?之一", text[honour.end :]):
            earlier = _one_of_them(reading, sentence, honour, people)
            if earlier:
                yield Conferral(evidence, "conferral-bearer", Decimal("0.8"), earlier, honour.key, level, None, date)
                continue
        if counted:
            recipient = _group(reading, sentence, honour)
            if recipient and not _NAMED_HOUSES.search(text, start, honour.start):
                yield Conferral(
                    evidence, "conferral-count", Decimal("0.92"), recipient, honour.key, level, counted, date
                )
            units = [n for n in reading.outer_names(sentence.index) if n.type in (EntityType.PERSON, *RECIPIENTS)]
            for named in (*named_of(text, start, honour, units), *one_of_them(text, honour, people)):
                yield Conferral(evidence, "conferral-named", Decimal("0.85"), named.key, honour.key, level, None, date)
            continue
        person = bearer_of(text, honour, people) or _is_one(text, honour, people)
        he = re.search(r"(?:这位|这名|授予他|授予她|颁给他|颁给她)$", text[: honour.start]) or _HE_IS_ONE.search(
            text, start, honour.start
        )
        if not person and he:
            earlier = earlier_person(reading, sentence, pronoun=True)
            if earlier:
                yield Conferral(evidence, "conferral-bearer", Decimal("0.8"), earlier, honour.key, level, None, date)
                continue
        if not person and people and people[0].end <= honour.start and names_only(reading, sentence, start, end):
            person = people[0]  # 某某某，党龄二十年，某市“金牌焊工”、全国技术能手。
        if (
            not person
            and not people
            and len(text) > honour.end - honour.start
            and names_only(reading, sentence, 0, len(text.rstrip("。…！")))
        ):
            earlier = earlier_person(reading, sentence)  # “某省工匠”、某省劳动模范、全国五一劳动奖章……
            if earlier:
                yield Conferral(evidence, "conferral-bearer", Decimal("0.7"), earlier, honour.key, level, None, date)
                continue
        if person:
            others = with_him(text, person, people) if person.start >= honour.end else []
            for named in (person, *others):
                yield Conferral(evidence, "conferral-bearer", Decimal("0.85"), named.key, honour.key, level, None, date)
            continue
        received = receiving(text, start, honour)
        if not received:
            continue
        won = teams(text, start, received, reading.outer_names(sentence.index))
        for team in won:  # 某市、某县代表队获团体三等奖
            yield Conferral(evidence, "conferral-team", Decimal("0.8"), team.key, honour.key, level, None, date)
        if won:
            continue
        grantor = _grantor(reading, sentence, start, honour)
        recipient = earlier_person(reading, sentence, pronoun=True) if by_year(text, honour) and not people else ""
        recipient = recipient or recipient_of(reading, sentence, honour, people, received)
        if recipient and recipient != grantor:
            level = level or _grantor_level(reading, grantor)
            for key in together(reading, sentence, recipient, received):
                yield Conferral(
                    evidence, "conferral-received", Decimal("0.8"), key, honour.key, level, None, date, grantor
                )


def _granted(
    reading: Reading,
    sentence: Sentence,
    honour: Named,
    at: int,
    granted: re.Match[str],
    level: Level | None,
    date: str | None,
) -> Iterator[Conferral]:
    """授予某某某等48人某市劳动模范称号: those named, and the group with its count."""
    evidence = sentence.spans(at, honour.end)
    for name in reading.outer_names(sentence.index):
        if at <= name.start and name.end <= honour.start and name.type in (EntityType.PERSON, *RECIPIENTS):
            yield Conferral(evidence, "conferral-granted", Decimal("0.88"), name.key, honour.key, level, None, date)
    group = _group(reading, sentence, honour)
    entity = reading.entities.get(group)
    if entity is not None and entity.organ_of:  # 某县总工会授予: the group is the county's
        group = entity.organ_of
    if granted.group(2) and group:
        number = int(granted.group(2))
        yield Conferral(evidence, "conferral-count", Decimal("0.92"), group, honour.key, level, number, date)


def _on_the_list(
    reading: Reading, sentence: Sentence, honour: Named, at: int, level: Level | None, date: str | None
) -> Iterator[Conferral]:
    """Those whom the list behind a decision names, and the group that it counts."""
    text = sentence.text
    names: list[Named] = []
    for name in reading.outer_names(sentence.index):
        joined = name.start == at or (names and text[names[-1].end : name.start] in ("、", "和", "，"))
        if joined and name.start >= at and name.type in (EntityType.PERSON, *RECIPIENTS):
            names.append(name)
    evidence = sentence.spans(honour.start, names[-1].end if names else at)
    for name in names:
        yield Conferral(evidence, "conferral-listed", Decimal("0.8"), name.key, honour.key, level, None, date)
    counted = re.match(r"等(\d+)[名位人家个]", text[names[-1].end :]) if names else None
    group = _group(reading, sentence, honour)
    if counted and group:
        yield Conferral(
            evidence, "conferral-count", Decimal("0.85"), group, honour.key, level, int(counted.group(1)), date
        )


def _clause(text: str, honour: Named) -> tuple[int, int]:
    """The clause around an honour; an enumeration of honours with 、 belongs to it."""
    start = max(text.rfind(mark, 0, honour.start) for mark in "，。；！？") + 1
    ends = [i for i in (text.find(mark, honour.end) for mark in "，。；！？") if i >= 0]
    return start, (min(ends) if ends else len(text))


def _group(reading: Reading, sentence: Sentence, honour: Named) -> str:
    """Whose group it is: the place or firm that acts, for a union or bureau that chooses its bearers the owner's."""
    start, _ = _clause(sentence.text, honour)
    acting = reading.actors(sentence.index, honour.start)
    if acting and _CHOOSES.match(sentence.text, start):  # 某公司获奖状；选树某市工匠10名: the city's
        above = _region_of(reading, acting[0], reading.entities[honour.key].level)
        if above:
            return above
    several = _A_NUMBER.match(sentence.text, start) or _AND_OTHERS.search(sentence.text, start, honour.start)
    at = 0 if several and _MEETING.match(sentence.text) else honour.start
    for key in reading.actors(sentence.index, at):
        return reading.entities[key].organ_of or key
    return ""


def _region_of(reading: Reading, key: str, level: Level | None) -> str:
    """The place of an honour's level that a firm lies in; "" where the key is no firm's, or none is known."""
    entity = reading.entities[key]
    at = entity.located_in if entity.type in FIRMS else None
    while at and at in reading.entities:
        kind = reading.entities[at].admin_level
        if kind is not None and kind is not AdminLevel.ZONE and LEVEL_OF.get(kind) is level:
            return at
        at = reading.entities[at].within
    return ""


def _is_one(text: str, honour: Named, people: list[Named]) -> Named | None:
    """The person who is said to be one: 校长某某某早已是县劳动模范, 某某某也是某省首席技师."""
    start = max(text.rfind(mark, 0, honour.start) for mark in "，。；：") + 1
    handed = _HANDED.search(text, start, honour.start)
    if handed:
        return next((p for p in people if start <= p.start and p.end == handed.start()), None)
    link = _IS_ONE.search(text, start, honour.start) or _ALSO_ONE.search(text, start, honour.start)
    if link and link.re is _ALSO_ONE and not any(p.end == link.start() for p in people):
        return None
    before = [p for p in people if p.end <= (link.start() if link else 0)]
    return before[-1] if link and before else None


def _one_of_them(reading: Reading, sentence: Sentence, honour: Named, people: list[Named]) -> str:
    """Who is one of the bearers (也是…评出的首届10名“某某工匠”之一): the person named before, else the one told of."""
    before = [p for p in people if p.end <= honour.start]
    return before[-1].key if before else earlier_person(reading, sentence, pronoun=True)


def _grantor(reading: Reading, sentence: Sentence, start: int, honour: Named) -> str | None:
    text = sentence.text
    for name in reversed(reading.names(sentence.index, start, honour.start)):
        if name.type in (EntityType.AGENCY, EntityType.UNION, EntityType.LOCAL_GOVERNMENT):
            passive = _GRANTOR.search(text, start, name.start)
            behind = re.match(r"(?:联合)?(?:授予|评为|命名为|表彰为|评选为|认定为)", text[name.end :])
            if behind or passive:
                return name.key
    return None


def _level(reading: Reading, honour: Named, clause: str) -> Level | None:
    level = reading.entities[honour.key].level
    if level is None and re.search(r"公司(?:[\u4e00-\u9fff]{0,6})$", clause[: max(0, clause.find("奖"))]):
        return Level.ENTERPRISE
    return level


def _grantor_level(reading: Reading, grantor: str | None) -> Level | None:
    """The level of an honour by the level of the body that confers it."""
    if grantor is None:
        return None
    entity = reading.entities[grantor]
    owner = reading.entities.get(entity.organ_of or grantor)
    return LEVEL_OF.get(owner.admin_level) if owner and owner.admin_level else None


def _date(text: str, start: int, end: int) -> str | None:
    match = re.search(r"(\d{4})年(?:(\d{1,2})月)?(?!以来|至今|起)", text[max(0, start - 14) : end])
    if not match:
        return None
    return f"{match.group(1)}-{int(match.group(2)):02d}" if match.group(2) else match.group(1)
