"""Who acts at each place of a report: the one place in the code that decides it.

In: a Document and its resolved names. Out: a Reading, with the actors of every stretch of every sentence. Order of
the rules for a clause: its own subject (names at its beginning, joint ones all); a word that stands for one (公司,
该区, 全县, 各试点单位); else the actor goes on from the clause before, in the same paragraph also from the sentence
before; a new paragraph begins with whom the section is about.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from graph.facts.reading import Acting, Named, Reading
from graph.mentions.words import Words
from graph.model import Document, Entity, EntityType, Mention, Sentence, SentenceKind
from graph.resolve.entities import Resolved

_ACTING = (
    EntityType.LOCAL_GOVERNMENT,
    EntityType.AGENCY,
    EntityType.UNION,
    EntityType.ENTERPRISE,
    EntityType.INSTITUTION,
)
_CLAUSE = re.compile(r"[，；。！？：]")
_LEAD = re.compile(
    r"^(?:[“”①-⑳]|近年来|近几年|五年来|一年来|[一二三四五六七八九十\d]+年来|目前|截至[^，]{0,10}|此外|同时|其中|另外|与此同时|今年以来|去年以来|今年|去年|"
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|至今|起|底)?|自\d{4}年[^，]{0,4}|日前|近日|连日来|在此基础上|随着[^，]*|为[^，]{2,24}|通过[^，]{2,24}|本报讯|"
    r"\d{1,2}月\d{1,2}日|一直以来|长期以来|多年来|作为[^，]{2,30}|特别是|尤其是|[一二两三四五六七八九十\d]+年(?:中|间|里)，?|还|也|并|又|且|而|由|以|据了解|例如|比如|如|据悉|第[一二三四五六七八九十]、?)+"
)
_JOIN = re.compile(r"^(?:、|和|与|及|以及|联合|会同|携手|协同|同|\s*[|]\s*)")
_NOT_SUBJECT = re.compile(
    r"^(?:的|籍|参与的|参加的|组成的|共同参与的|联合组成|牵头的|产业工人(?![^，。]{0,3}队伍)|职工(?!思想)|员工|一线|代表队|经验|模式|工作(?!人员|室)|站|全境|境内|人均|等地(?!区)|人[，。]|“[^”]{2,12}”[、，。]|干部|百姓|群众|发展|党员|总工会主席|主席|书记|党组|副|秘书长|局长|主任|厅长|部长|县长|市长|委员)"
)
_LOCATIVE = re.compile(
    r"(?:在|到|赴|于|从|向|对|给|为|把|将|被|由|以|与|和|据|让|使|经|按照|根据|来自|获得|荣获|推荐|深入|走进|聚焦|立足|助力|推动|促进|支持|帮助|引导|鼓励)$"
)
_COMPANY = re.compile(
    r"^(?:该|本|我)?(?:公司|集团|企业|厂里|矿里|校里|院里|厂|矿|学校|学院|校方|院方)(?=[^、]{0,2}(?:[\u4e00-\u9fff]))(?!党组织|职工|员工|工会|家|化|文化)"
)
_DESCRIBED = re.compile(
    r"(?:的)?(?:产改|改革|国家级|省级|市级|县级|首批|第[一二三四]批|龙头|骨干|重点|国有|民营|试点|示范)*(?:企业|单位|院校|学校)"
)
_BEARS_POST = re.compile(r"的?[\u4e00-\u9fff\d]{0,10}?(?:工|员|师|长|匠|主席|书记|主任|经理)[\u4e00-\u9fff]{2,3}[，。]")
_LEADING = re.compile(r"^(?:作为|为|围绕|随着|依托|根据|按照|针对|通过|借助|结合|聚焦|面对|立足|紧扣|本着)")
_OPENS_WITHOUT = ("v", "d", "p", "c", "a", "t", "i", "l", "m", "r", "y", "z")
_REGION = re.compile(r"^(?:(?:该|本|我|全|各)(?:省|市|县|区|旗|州|盟)|(?:省|市|县|区|旗|州|盟|镇|乡)里(?![程面]))")
_EVERYBODY = re.compile(
    r"^(?:各|首批|第二批|全部)?(?:级|试点|有关|相关|成员|基层|旗县区|县区|县市区|乡镇|地)[^，。]{0,8}(?:单位|工会|部门|企业|组织|党委|地区|部)?"
)


def read_actors(document: Document, resolved: Resolved, mentions: tuple[Mention, ...], words: Words) -> Reading:
    """The report with its names resolved and its actors decided."""
    named: list[list[Named]] = [[] for _ in document.sentences]
    for mention in mentions:
        key = resolved.keys.get(mention)
        if key:
            named[mention.sentence].append(Named(mention.start, mention.end, key, mention.type))
    by_sentence = tuple(tuple(sorted(row)) for row in named)
    entities = dict(resolved.entities)
    acting: list[tuple[Acting, ...]] = []
    carried: tuple[str, ...] = ()
    for sentence in document.sentences:
        home = _home(document, resolved, sentence, entities)
        if _new_paragraph(document, sentence) or sentence.kind is not SentenceKind.BODY:
            carried = home
        portrayed = _portrayed(sentence, by_sentence[sentence.index], entities)
        goes_on = portrayed or (carried if carried == home or _subjectless(sentence.text, words) else home)
        stretches = _sentence(sentence, by_sentence[sentence.index], goes_on, (carried, home), entities)
        if portrayed:
            carried = portrayed
        acting.append(stretches)
        last = next((s.actors for s in reversed(stretches) if s.explicit), carried)
        carried = last if sentence.kind is SentenceKind.BODY else home
    return Reading(document, entities, by_sentence, tuple(acting))


def _home(document: Document, resolved: Resolved, sentence: Sentence, entities: dict[str, Entity]) -> tuple[str, ...]:
    """Whom the section of a sentence is about."""
    focus = resolved.focuses[sentence.section]
    if focus.subject is not None and focus.subject in resolved.keys:
        return (resolved.keys[focus.subject],)
    key = f"LocalGovernment/{focus.region}"
    return (key,) if key in entities else ()


def _new_paragraph(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence begins a paragraph: the one before it stands elsewhere."""
    if sentence.index == 0:
        return True
    before = document.sentences[sentence.index - 1]
    if before.section != sentence.section or before.kind is not SentenceKind.BODY:
        return True
    return before.paragraph != sentence.paragraph


def _subjectless(text: str, words: Words) -> bool:
    """Whether a sentence leaves its subject out: it begins with a verb, an adverb, a preposition or 还, 先后, 他."""
    lead = _LEAD.match(text)
    at = lead.end() if lead else 0
    first = next((t for t in words.cut(text[at : at + 10]) if t.word.strip("，“”‘’")), None)
    return first is not None and (first.tag.startswith(_OPENS_WITHOUT) or not first.tag or first.word in "他她其这该")


def _portrayed(sentence: Sentence, named: tuple[Named, ...], entities: dict[str, Entity]) -> tuple[str, ...]:
    """The firm of the person with whom a portrait opens (某某某，某某公司班长; 36岁的某某某是某某公司高级技师)."""
    text = sentence.text
    people = [n for n in named if n.type is EntityType.PERSON]
    firms = [n for n in named if n.type in (EntityType.ENTERPRISE, EntityType.INSTITUTION)]
    opening = text.rfind("——", 0, 30) + 2 if "——" in text[:30] else 0
    if not firms or firms[0].start > opening + 40:
        return ()
    if firms[0].start <= 3 and _BEARS_POST.match(text[firms[0].end :]):
        return (firms[0].key,)
    if not people or people[0].start > opening + 40:
        return ()
    first, second = sorted((people[0], firms[0]))
    lead, between = text[opening : first.start], text[first.end : second.start]
    plain = (
        len(lead) <= 8 and len(between) <= 16 and not re.search(r"[，。；]", lead) and not re.search(r"[。；]", between)
    )
    return (firms[0].key,) if plain else ()


def _sentence(
    sentence: Sentence,
    named: tuple[Named, ...],
    current: tuple[str, ...],
    spoken: tuple[tuple[str, ...], ...],
    entities: dict[str, Entity],
) -> tuple[Acting, ...]:
    """The stretches of a sentence: `current` acts until a clause says otherwise; 公司 and 全县 mean one of `spoken`."""
    text = sentence.text
    cuts = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    stretches: list[Acting] = []
    explicit = False
    for start, end in pairwise(cuts):
        if start >= end:
            continue
        found = _subject(text, start, end, named, entities)
        if found is None:
            found = _stand_in(text, start, end, (current, *spoken), entities)
        if found is not None:
            if not explicit:  # 作为试点单位，某公司…: what leads up to the first subject is its own
                stretches = [replace(s, actors=found) if _leads_up(text, s) else s for s in stretches]
            current, explicit = found, True
        stretches.append(Acting(start, end, current, explicit))
    return tuple(stretches)


def _leads_up(text: str, stretch: Acting) -> bool:
    return bool(_LEADING.match(text[stretch.start : stretch.end]))


def _subject(
    text: str, start: int, end: int, named: tuple[Named, ...], entities: dict[str, Entity]
) -> tuple[str, ...] | None:
    """The names at the beginning of a clause that do what it says; None where it has none of its own."""
    lead = _LEAD.match(text[start:end])
    at = start + (lead.end() if lead else 0)
    starts = {n.start: n for n in sorted(named, key=lambda n: (n.start, n.end)) if n.type in _ACTING}
    keys: list[str] = []
    while at in starts:
        name = starts[at]
        keys.append(name.key)
        at = name.end
        join = _JOIN.match(text[at:end])
        if join and at + join.end() in starts:
            at += join.end()
            continue
        break
    if not keys:
        return None
    described = _DESCRIBED.match(text[at:end])
    if described and at + described.end() in starts:  # 某县产改试点企业某公司
        keys = [starts[at + described.end()].key]
        at = starts[at + described.end()].end
    behind = text[at:end]
    etc = re.match(
        r"等(?:\d+[家个]|[一二三四五六七八九十]+[家个])?(?:单位|企业|部门|公司|地|试点企业|县区|县市区)?", behind
    )
    if etc:
        behind = behind[etc.end() :]
    if _NOT_SUBJECT.match(behind) or not behind.strip("，；。！？："):
        return (
            tuple(keys)
            if len(keys) > 0 and not behind.strip("，；。！？：") and _enumerates(text, end, starts)
            else None
        )
    if len(keys) == 1 and entities[keys[0]].type is EntityType.LOCAL_GOVERNMENT and _LOCATIVE.search(text[:start]):
        return None
    return tuple(dict.fromkeys(keys))


def _enumerates(text: str, end: int, starts: dict[int, Named]) -> bool:
    """Whether a clause of names alone leads on to what they do (某公司，…)."""
    return end < len(text) and text[end - 1] == "，" and end not in starts


def _stand_in(
    text: str, start: int, end: int, spoken: tuple[tuple[str, ...], ...], entities: dict[str, Entity]
) -> tuple[str, ...] | None:
    """The actor behind 公司, 全县, 各级工会 and the like; None where the clause has no such word.

    `spoken` are the actors that it can mean: of the clause before, of the sentence before, of the section.
    """
    lead = _LEAD.match(text[start:end])
    clause = text[start + (lead.end() if lead else 0) : end]
    if _COMPANY.match(clause):
        for keys in spoken:
            if keys and entities[keys[0]].type in (EntityType.ENTERPRISE, EntityType.INSTITUTION):
                return keys[:1]
        return None
    if _REGION.match(clause) or _EVERYBODY.match(clause):
        for keys in reversed(spoken):
            if keys and entities[keys[0]].type is EntityType.LOCAL_GOVERNMENT:
                return keys[:1]
            owner = _owner(keys, entities)
            if owner:
                return (owner,) if _REGION.match(clause) else keys[:1]
    return None


def _owner(keys: tuple[str, ...], entities: dict[str, Entity]) -> str | None:
    """The local government that a body belongs to or lies in."""
    if not keys:
        return None
    entity = entities[keys[0]]
    return entity.organ_of or entity.located_in
