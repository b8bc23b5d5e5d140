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

from graph.facts.modality import Clause, Modality, read_modality
from graph.facts.reading import Named, Reading
from graph.facts.spoken_of import earlier_person, speaker_of
from graph.model import AdminLevel, Conferral, EntityType, Level, Sentence, SentenceKind

_RECEIVE = re.compile(
    r"获得|荣获|获评|获|评为|评选为|授予|命名为|认定为|荣膺|摘得|夺得|捧回|拿下|拿到|得到|享受|跻身|成为(?:[\u4e00-\u9fff]{0,8}的)?(?=“)|入选|被评|当选|斩获|获颁|获授|评选|参评|推荐[^，]{0,14}评选|推荐[^，]{0,10}参评|成功创建|创成|上榜"
)
_ONLY_NAMED = re.compile(
    r"精神|宣讲|事迹|引领|示范|作用|工作室|风采|评选|协会|开展|弘扬|待遇|争创|争当|争做|发言|表彰大会|参观|走访|慰问|座谈|代表|联盟|大典|品牌"
)
_COUNT = re.compile(
    r"^(?:称号|荣誉|获得者|等(?:先进|模范){0,2})?(?:共有|已有|共计|累计|达到|共|达|有)?(\d+)(?:余|多)?([人名位个家项枚])"
)
_CHOSEN = re.compile(
    r"选树|表彰|评出|命名|认定|选出|推选|培育|涌现|评选|拥有|共有|产生|培养|获得|荣获|获评|创建|创成|现有|有"
)
_STEPS_UP = re.compile(r"”?(?:称号)?(?:脱颖而出|诞生|产生|出炉|揭晓|上台领奖|登台领奖|受到表彰|获表彰|受表彰)")
_RECIPIENTS = (EntityType.ENTERPRISE, EntityType.INSTITUTION, EntityType.UNION, EntityType.AGENCY)
_GRANTED = re.compile(
    r"(?:授予|表彰|命名)([^，。；被为]{0,40}?)等?(?:(\d+)(?:[名位]?(?:同志|个人|职工)?|[人名位家个](?:单位|集体|企业|班组|同志|个人|职工)?))?$"
)
_GRANTOR = re.compile(r"(?:被|由|经)")


def conferrals(reading: Reading) -> tuple[Conferral, ...]:
    """The conferrals that a report tells of, each once a recipient and honour."""
    found: dict[tuple[str, str], Conferral] = {}
    for sentence, clauses in zip(reading.document.sentences, read_modality(reading.document), strict=True):
        if sentence.kind in (SentenceKind.BYLINE, SentenceKind.HEADING):
            continue
        planned = [c for c in clauses if c.modality is not Modality.DONE]
        for conferral in _sentence(reading, sentence, planned):
            found.setdefault((conferral.recipient, conferral.honour), conferral)
    return tuple(found.values())


def _sentence(reading: Reading, sentence: Sentence, planned: list[Clause]) -> Iterator[Conferral]:
    text = sentence.text
    people = [n for n in reading.named[sentence.index] if n.type is EntityType.PERSON]
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
            if told:
                continue
        counted = _count(text, start, honour)
        if counted:
            recipient = _group(reading, sentence, honour)
            if recipient:
                yield Conferral(
                    evidence, "conferral-count", Decimal("0.92"), recipient, honour.key, level, counted, date
                )
            for named in _named_of(text, start, honour, people):
                yield Conferral(evidence, "conferral-named", Decimal("0.85"), named.key, honour.key, level, None, date)
            continue
        person = _bearer(text, honour, people)
        if not person and re.search(r"(?:这位|这名|授予他|授予她|颁给他|颁给她)$", text[: honour.start]):
            earlier = earlier_person(reading, sentence)
            if earlier:
                yield Conferral(evidence, "conferral-bearer", Decimal("0.8"), earlier, honour.key, level, None, date)
                continue
        if not person and people and people[0].end <= honour.start and _names_only(reading, sentence, start, end):
            person = people[0]  # 某某某，党龄二十年，某市“金牌焊工”、全国技术能手。
        if person:
            yield Conferral(evidence, "conferral-bearer", Decimal("0.85"), person.key, honour.key, level, None, date)
            continue
        received = _receiving(text, start, honour)
        if not received:
            continue
        grantor = _grantor(reading, sentence, start, honour)
        recipient = _recipient(reading, sentence, honour, people, received)
        if recipient and recipient != grantor:
            level = level or _grantor_level(reading, grantor)
            yield Conferral(
                evidence, "conferral-received", Decimal("0.8"), recipient, honour.key, level, None, date, grantor
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
        if at <= name.start and name.end <= honour.start and name.type in (EntityType.PERSON, *_RECIPIENTS):
            yield Conferral(evidence, "conferral-granted", Decimal("0.88"), name.key, honour.key, level, None, date)
    group = _group(reading, sentence, honour)
    entity = reading.entities.get(group)
    if entity is not None and entity.organ_of:  # 某县总工会授予: the group is the county's
        group = entity.organ_of
    if granted.group(2) and group:
        number = int(granted.group(2))
        yield Conferral(evidence, "conferral-count", Decimal("0.92"), group, honour.key, level, number, date)


def _clause(text: str, honour: Named) -> tuple[int, int]:
    """The clause around an honour; an enumeration of honours with 、 belongs to it."""
    start = max(text.rfind(mark, 0, honour.start) for mark in "，。；！？") + 1
    ends = [i for i in (text.find(mark, honour.end) for mark in "，。；！？") if i >= 0]
    return start, (min(ends) if ends else len(text))


def _count(text: str, start: int, honour: Named) -> int | None:
    """How many of a group hold the honour: 省劳模52人, 4人获评某某, 75名职工获得某某."""
    behind = _COUNT.match(text[honour.end : honour.end + 16].lstrip("”"))
    if behind and _CHOSEN.search(text[max(0, start - 60) : honour.start]):
        return int(behind.group(1))
    before = text[start : honour.start]
    for match in reversed(list(re.finditer(r"(\d+)(?:余|多)?(?:[人名位个家])", before))):
        if _RECEIVE.search(before, match.end()):
            return int(match.group(1))
    counted = re.search(r"(\d+)(?:余|多)?(?:[人名位个家])$", before)
    chosen = counted and (_CHOSEN.search(before[: counted.start()]) or _STEPS_UP.match(text, honour.end))
    if counted and chosen:
        return int(counted.group(1))
    return None


def _named_of(text: str, start: int, honour: Named, people: list[Named]) -> list[Named]:
    """Those whom a counted group names: the people of a list that 等5名 closes."""
    closed = re.search(r"等\d+[名位人]", text[start : honour.start])
    return [p for p in people if closed and start <= p.start and p.end <= start + closed.start()]


def _group(reading: Reading, sentence: Sentence, honour: Named) -> str:
    for key in reading.actors(sentence.index, honour.start):
        return key
    return ""


def _names_only(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause is nothing but honours and the places they are of."""
    rest = sentence.text[start:end]
    for name in reading.outer_names(sentence.index):
        if start <= name.start and name.end <= end and name.type in (EntityType.HONOUR, EntityType.LOCAL_GOVERNMENT):
            rest = rest.replace(sentence.text[name.start : name.end], "", 1)
    return not re.sub(r"[、和“”‘’]|称号|获得者|等", "", rest)


def _bearer(text: str, honour: Named, people: list[Named]) -> Named | None:
    """The person whose title the honour is: 全国劳模某某某, or a list of titles before a name."""
    for person in people:
        between = text[honour.end : person.start].strip("”’")
        near = person.start >= honour.end and len(between) <= 24 and not re.search(r"[，。；：！？“的等]", between)
        if near and (not between or between.startswith(("、", "获得者", "称号获得者"))):
            return person
    return None


def _receiving(text: str, start: int, honour: Named) -> int:
    """Where the word of receiving stands that the honour belongs to (from 1), 0 for none."""
    found = list(_RECEIVE.finditer(text, start, honour.start))
    if not found:
        behind = re.match(r"[”’]?(?:称号|荣誉)?(?:的获得者|获得者)", text[honour.end : honour.end + 10])
        return honour.end if behind else 0
    between = text[found[-1].end() : honour.start]
    if _ONLY_NAMED.search(re.sub(r"“[^“”]*”", "", between)):
        return 0
    tail = text[honour.end : honour.end + 6]
    if re.match(r"[”’]?(?:称号|荣誉)?的(?:职工|员工|人员|选手|个人|人才|单位|企业|工人|技术工人)", text[honour.end :]):
        return 0  # 对获得某某称号的职工给予奖励: a rule
    if re.match(r"[”’]?(?:精神|工作室|创新工作室|宣讲|事迹|引领)", tail):
        return 0
    return found[-1].end()


def _recipient(reading: Reading, sentence: Sentence, honour: Named, people: list[Named], received: int) -> str:
    text = sentence.text
    team = re.search(r"所在(?:的)?(?:团队|班组|车间|单位|集体)", text[: honour.start])
    personal = re.search(r"个人(?:也)?(?:先后)?", text[team.end() if team else 0 : honour.start])
    if team and not personal:
        return next((k for k in reading.actors(sentence.index, honour.start)), "")
    if re.match(
        r"该?项?(?:成果|项目|系统|技术|装置|工法|作品)", text[max(0, text.rfind("，", 0, received - 1) + 1) : received]
    ) or text.startswith("该项"):
        return ""  # a work wins, and nobody is said to
    body = _nearest_body(reading, sentence, received)
    before = [p for p in people if p.end <= honour.start]
    if body is not None and (not before or before[-1].end <= body.start):
        return body.key
    if before:
        return before[-1].key
    behind = [p for p in people if p.start >= honour.end]
    if behind:
        return behind[0].key
    if sentence.text.startswith("“") or "我" in text[: honour.start]:
        speaker = speaker_of(reading, sentence)
        if speaker:
            return speaker
    actors = reading.actors(sentence.index, honour.start)
    if not reading.explicit(sentence.index, honour.start) or re.search(r"[他她]|本人", text[: honour.start]):
        earlier = earlier_person(reading, sentence)
        if earlier:
            return earlier
    return actors[0] if actors else ""


def _nearest_body(reading: Reading, sentence: Sentence, received: int) -> Named | None:
    """The body right before the word of receiving: 市总工会荣获…, 某某公司先后两次获评…."""
    start = max(sentence.text.rfind(mark, 0, max(0, received - 1)) for mark in "，。；") + 1
    for name in reversed(reading.outer_names(sentence.index)):
        if start <= name.start and name.end <= received and name.type in _RECIPIENTS:
            between = sentence.text[name.end : received]
            if re.search(r"[被由经获]$", sentence.text[: name.start]) or re.match(
                r"(?:联合)?(?:授予|颁发|表彰|命名)", between
            ):
                return None  # 被省总工会评为, 省总工会授予的: the one who confers
            return name if len(between) <= 10 and not re.search(r"[的被由]", between[:-2]) else None
    return None


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
    table = {
        AdminLevel.PROVINCE: Level.PROVINCIAL,
        AdminLevel.PREFECTURE: Level.MUNICIPAL,
        AdminLevel.COUNTY: Level.COUNTY,
    }
    return table.get(owner.admin_level) if owner and owner.admin_level else None


def _date(text: str, start: int, end: int) -> str | None:
    match = re.search(r"(\d{4})年(?:(\d{1,2})月)?(?!以来|至今|起)", text[max(0, start - 14) : end])
    if not match:
        return None
    return f"{match.group(1)}-{int(match.group(2)):02d}" if match.group(2) else match.group(1)
