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
from graph.facts.modality import Clause, Modality, read_modality
from graph.facts.reading import Named, Reading
from graph.facts.spoken_of import earlier_person
from graph.model import AdminLevel, Conferral, EntityType, Level, Sentence, SentenceKind

_RECEIVE = re.compile(
    r"获得|荣获|获评|获|评为|评选为|授予|命名为|认定为|荣膺|摘得|夺得|捧回|拿下|拿到|得到|享受|跻身|成为|评[过上]|评上|戴上|披上|拿过|领[到回]|摘下|斩得|收获|赢得|添了|挂上|捧着|捧走|捧得|抱回|接过|同列|列入|进入|荣登|登上|入选|被评|当选|斩获|获颁|获授|评选|参评|推荐[^，]{0,14}评选|推荐[^，]{0,10}参评|成功创建|创成|上榜|多了|攒出|进了|得了|授了|拿的是|捧回的是|挂的是|拿到的是|领到的是"
)
_ONLY_NAMED = re.compile(
    r"精神|宣讲|事迹|引领|示范|作用|工作室|风采|评选|协会|开展|弘扬|待遇|争创|争当|争做|发言|表彰大会|参观|走访|慰问|座谈|代表|联盟|大典|品牌"
)
_ANNOUNCED = re.compile(
    r"”?(?:称号)?的?(?:决定|名单|通报)[^，。；、]{0,4}[，：](?=[^，。；]{2,30}(?:等\d|榜上有名|入选|受表彰|上台|在列))"
)
_COUNT = re.compile(
    r"^(?:称号|荣誉|获得者|等(?:先进|模范){0,2})?(?:则|也|只|已|就)*(?:共有|已有|只有|共计|累计|达到|共|达|有)?(\d+)(?:余|多)?([人名位个家项枚席])"
)
_CHOSEN_BEHIND = re.compile(  # “某某工匠”已评出三届共36人, “某某工匠”评了三届，共30人上榜
    r"^(?:评选)?(?![^。；]{0,16}(?:培训|惠及|参加|覆盖|培育))[^。；“是]{0,10}(?:评[出了选]|选出|共有|又添|新增|产生|诞生|收官)[^。；，“\d]{0,6}，?(?:又添|共|累计|计)?(\d+)(?:余|多)?[人名位席]"
)
_CHOSEN = re.compile(
    r"选树|表彰|评出|命名|认定|选出|推选|培育|涌现|评选|拥有|共有|产生|培养|获得|荣获|获评|创建|创成|现有|决出|角逐出|比出|拼出|赛出|走出|带出|培养出|里出了|出了|有"
)
_STEPS_UP = re.compile(r"”?(?:称号)?(?:脱颖而出|诞生|产生|出炉|揭晓|上台|登台|受到表彰|获表彰|受表彰)")
_IS_ONE = re.compile(r"(?:早已|已经|已|也|还|都|同样|本身|又|曾)*(?:是|系)(?:一名|一位|全国|[^，。的是]{0,6}、)?$")
_HE_IS_ONE = re.compile(r"(?:[他她]|这[位名][^，。；]{0,14})(?:早已|已|也|还|又|曾)*是(?:一名|一位)?$")
_GRANTED = re.compile(
    r"(?:授予|表彰|命名)([^，。；被为]{0,40}?)等?(?:(\d+)(?:[名位]?(?:同志|个人|职工)?|[人名位家个](?:单位|集体|企业|班组|同志|个人|职工)?))?$"
)
_EMPLOYED = re.compile(r"”?(?:工匠|称号|获得者|们)*(?:受聘|担任|应邀|深入|走进|走上|来到|组成|登台|登上讲台|授课|宣讲)")
_TAKEN = re.compile(r"(?:把|将)[^，。；]{0,8}$")  # 把某省五一劳动奖状领了回去
_TAKES = re.compile(
    r"[”’]?的?(?:称号|奖牌|奖杯|证书|奖状|牌子|红本本)?(?:领|捧|抱|拿|带|夺|收|扛|背)(?:了)?(?:回|走|到|入)"
)
_A_NUMBER = re.compile(r"\d+[名位人个]")
_MEETING = re.compile(r"(?:会上|大会|会议|会后)")  # 会上宣读了…，某公司等上榜；20名职工获…: the region's
_HUNG = re.compile(r"[”’]?就?(?:挂|戴|别)(?:到|在|上)了?[他她]")  # 市五一劳动奖章就挂到了他脖子上
_RULE = re.compile(r"(?:按照|根据|依据|按)[^，。；]{0,12}(?:办法|规定|规则|方案|章程)，")
_GIVEN = re.compile(r"(?:给|颁|发|授)(?:给|予)?了?([他她它])[^，。；]{0,6}$")  # 市里给了她“某某标兵”
_YEARS = re.compile(r"\d{4}年的?(?:[省市县区]|全国)?[“]?$")
_YEAR = re.compile(r"(?:\d{4}|去|前|今)年[^，。；]{0,12}?(?:劳动模范|工匠|奖章|标兵|能手|先锋号|红旗手)")
_LATER = re.compile(r"(?:去年|前年|今年)[^，。；]{0,6}又?(?:添了?|得了?|有了?)(?:一枚|个)?[“]?$")
_MEDALS = re.compile(r"(?:荣誉|奖状|奖牌|奖章|证书|红榜|头衔|称号|得过|拿过|捧过|小字|墙上)[^。；]{0,16}(?:[：，]|——)")
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
        announced = _ANNOUNCED.match(text, honour.end)
        if announced:  # 宣读了命名“某某工匠”的决定，某某某、某某等10人榜上有名
            yield from _on_the_list(reading, sentence, honour, announced.end(), level, date)
            continue
        counted = _count(text, start, honour)
        if re.match(r"”?之一", text[honour.end :]):
            earlier = _one_of_them(reading, sentence, honour, people)
            if earlier:
                yield Conferral(evidence, "conferral-bearer", Decimal("0.8"), earlier, honour.key, level, None, date)
                continue
        if counted:
            recipient = _group(reading, sentence, honour)
            if recipient:
                yield Conferral(
                    evidence, "conferral-count", Decimal("0.92"), recipient, honour.key, level, counted, date
                )
            units = [n for n in reading.outer_names(sentence.index) if n.type in (EntityType.PERSON, *RECIPIENTS)]
            for named in _named_of(text, start, honour, units):
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
        if person:
            yield Conferral(evidence, "conferral-bearer", Decimal("0.85"), person.key, honour.key, level, None, date)
            continue
        received = _receiving(text, start, honour)
        if not received:
            continue
        grantor = _grantor(reading, sentence, start, honour)
        recipient = earlier_person(reading, sentence, pronoun=True) if _by_year(text, honour) and not people else ""
        recipient = recipient or recipient_of(reading, sentence, honour, people, received)
        if recipient and recipient != grantor:
            level = level or _grantor_level(reading, grantor)
            for key in _together(reading, sentence, recipient, received):
                yield Conferral(
                    evidence, "conferral-received", Decimal("0.8"), key, honour.key, level, None, date, grantor
                )


def _together(reading: Reading, sentence: Sentence, recipient: str, received: int) -> tuple[str, ...]:
    """All of those whom a list names right before the word of receiving: 某区、某县和某某工会获优秀组织奖."""
    names = [n for n in reading.outer_names(sentence.index) if n.end <= received]
    listed: list[Named] = []
    for name in reversed(names):
        joined = not listed or sentence.text[name.end : listed[0].start] in ("、", "和", "与", "及")
        if not joined or name.type not in (*RECIPIENTS, EntityType.LOCAL_GOVERNMENT):
            break
        listed.insert(0, name)
    keys = tuple(n.key for n in listed)
    return keys if recipient in keys and len(keys) > 1 else (recipient,)


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


def _count(text: str, start: int, honour: Named) -> int | None:
    """How many of a group hold the honour: 省劳模52人, 4人获评某某, 75名职工获得某某."""
    if _EMPLOYED.match(text, honour.end):
        return None  # 19位劳模受聘担任导师
    behind = _COUNT.match(text[honour.end : honour.end + 16].lstrip("”"))
    if behind and _CHOSEN.search(text[max(0, start - 60) : honour.start]):
        return int(behind.group(1))
    chosen_behind = _CHOSEN_BEHIND.match(text[honour.end : honour.end + 30].lstrip("”"))
    if chosen_behind:
        return int(chosen_behind.group(1))
    before = text[start : honour.start]
    for match in reversed(list(re.finditer(r"(\d+)(?:余|多)?(?:[人名位个家])", before))):
        if _RECEIVE.search(before, match.end()):
            return int(match.group(1))
    counted = re.search(r"(\d+)(?:余|多)?(?:[人名位个家])$", before)
    chosen = counted and (_CHOSEN.search(before[: counted.start()]) or _STEPS_UP.match(text, honour.end))
    if counted and chosen:
        return int(counted.group(1))
    return None


def _by_year(text: str, honour: Named) -> bool:
    """Whether an honour is an item of a list by years: 奖状有一摞：2020年的“某某工匠”，2022年的省劳动模范."""
    dated = _YEARS.search(text, 0, honour.start) or _LATER.search(text, 0, honour.start)
    return bool(dated) and (_MEDALS.search(text, 0, honour.start) is not None or len(_YEAR.findall(text)) > 1)


def _named_of(text: str, start: int, honour: Named, people: list[Named]) -> list[Named]:
    """Those whom a counted group names: the people of a list that 等5名 closes."""
    closed = re.search(r"等\d+[名位人家个]", text[start : honour.start])
    return [p for p in people if closed and start <= p.start and p.end <= start + closed.start()]


def _group(reading: Reading, sentence: Sentence, honour: Named) -> str:
    """Whose group it is: the place or firm that acts, for a union or bureau that chooses its bearers the owner's."""
    start, _ = _clause(sentence.text, honour)
    at = 0 if _A_NUMBER.match(sentence.text, start) and _MEETING.match(sentence.text) else honour.start
    for key in reading.actors(sentence.index, at):
        return reading.entities[key].organ_of or key
    return ""


def _is_one(text: str, honour: Named, people: list[Named]) -> Named | None:
    """The person who is said to be one: 校长某某某早已是县劳动模范, 某某某也是某省首席技师."""
    start = max(text.rfind(mark, 0, honour.start) for mark in "，。；：") + 1
    link = _IS_ONE.search(text, start, honour.start)
    before = [p for p in people if p.end <= (link.start() if link else 0)]
    return before[-1] if link and before else None


def _one_of_them(reading: Reading, sentence: Sentence, honour: Named, people: list[Named]) -> str:
    """Who is one of the bearers (也是…评出的首届10名“某某工匠”之一): the person named before, else the one told of."""
    before = [p for p in people if p.end <= honour.start]
    return before[-1].key if before else earlier_person(reading, sentence, pronoun=True)


def _receiving(text: str, start: int, honour: Named) -> int:
    """Where the word of receiving stands that the honour belongs to (from 1), 0 for none."""
    found = list(_RECEIVE.finditer(text, start, honour.start))
    taken = _TAKEN.search(text, start, honour.start) if _TAKES.match(text, honour.end) else None
    if taken:
        return taken.start()
    if _HUNG.match(text, honour.end):
        return honour.start
    if _RULE.match(text):
        return 0
    given = _GIVEN.search(text, start, honour.start)
    if given:
        return given.end(1)
    if not found and _by_year(text, honour):
        return honour.start
    if not found:
        behind = re.match(r"[”’]?(?:称号|荣誉)?(?:的获得者|获得者)", text[honour.end : honour.end + 10])
        return honour.end if behind else 0
    between = text[found[-1].end() : honour.start]
    if _ONLY_NAMED.search(re.sub(r"“[^“”]*”", "", between)):
        return 0
    tail = text[honour.end : honour.end + 6]
    if re.search(r"(?:对|给|凡|向|为)[^，。；]{0,12}$", text[: found[-1].start()]) and text.startswith(
        "者", honour.end
    ):
        return 0  # 对获全国五一劳动奖章者奖励3万元: a rule
    if re.match(r"[^。；]{0,14}(?:尚未|未揭晓|未公布|待公布|落选|未能|没有通过)", text[honour.end :]):
        return 0
    if re.match(r"[”’]?(?:称号|荣誉)?的(?:职工|员工|人员|选手|个人|人才|单位|企业|工人|技术工人)", text[honour.end :]):
        return 0  # 对获得某某称号的职工给予奖励: a rule
    if re.match(r"[”’]?(?:精神|工作室|创新工作室|宣讲|事迹|引领)", tail):
        return 0
    return found[-1].end()


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
