"""Who acts at each place of a report: the one place in the code that decides it.

In: a Document and its resolved names. Out: a Reading, with the actors of every stretch of every sentence. Order of
the rules for a clause: its own subject (names at its beginning, joint ones all, or behind what describes them; a
worker stands for the firm that he works at); a word that stands for one (公司, 全县, 各试点单位); else the actor goes
on from the clause before, in the same paragraph also from the sentence before; a new paragraph begins with whom the
section is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from graph.facts.reading import Acting, Named, Reading
from graph.facts.subjects import FIRMS, LEAD, employers, stand_in, subject
from graph.mentions.words import Words
from graph.model import Document, Entity, EntityType, Mention, Sentence, SentenceKind
from graph.resolve.entities import Resolved
from graph.resolve.labels import LABEL

_CLAUSE = re.compile(r"[，；。！？：]")
_BEARS_POST = re.compile(r"的?[\u4e00-\u9fff\d]{0,10}?(?:工|员|师|长|匠|主席|书记|主任|经理)[\u4e00-\u9fff]{2,3}[，。]")
_MANY = re.compile(r"\d+(?:余|多)?[家个](?:企业|单位|试点|镇|乡|街道|园区|县)")  # 19家企业备案…: told of the region
_AN_EXAMPLE = re.compile(r"(?:比如|例如|譬如)")  # 比如，某某公司工资翻番: the next sentence is not about the firm
_LED = re.compile(r"(?:牵头|挂帅)，$")  # 市总工会牵头，两家企业共建了学院: it is the union's doing
_ISSUED = re.compile(r"印发|下发|出台|发布|制定|颁布|发出")
_TURNS = re.compile(
    r"第[二三四五]条|头一条|[一二三四]是(?!的)|其[一二三四次]，|再说|再看|再就是|(?:会上|会前|会后|会议)(?=[^\d]{1,2})"
)
_TO_IT = re.compile(
    r"(?:把|给|将|对|向|为|来|到|授予)(?:它|他|她|其|该?公司|这[家所]|学校|学院|咱们|我们|我[厂矿校院])"
)
_SAYS = re.compile(r"说|难为情|坦言|回忆|感慨|笑|告诉|记得|觉得|感叹|直言|表示|介绍")
_OPENS_AT = re.compile(
    r"(?:(?:再看|往[东西南北][走看，]*|沿[^，]{2,10}，|把[^，]{2,10}，)*(?:在|到了|来到|走进|走到)?)"
)
BODIES = (EntityType.AGENCY, EntityType.UNION)
_MANY_BODIES = 3  # several bureaus named as doing one thing: what follows is the region's again
_ROUNDUP = 3  # different places that its paragraphs open with
_LEADING = re.compile(
    r"^(?:作为|为|围绕|随着|依托|根据|按照|针对|通过|借助|结合|聚焦|面对|立足|紧扣|本着)|^(?:自|从)?(?:\d{4}年|去年|今年)?[^，。；]{0,8}(?:被[列确认评命选]|获批|入选|跻身|成为)[^，。；]{2,36}(?:后|以来|以后|之后|起)，$"
)
_DATED = re.compile(
    r"(?:到|自|从)?(?:(?:\d{4}|去|今|前|当|同|次)年)?(?:年?[初中底末])?(?:\d{1,2}月(?:份|底|初|中旬|上旬|下旬)?)?(?:\d{1,2}日)?(?:起|以来|，)*，"
)
_OPENS_WITHOUT = ("v", "d", "p", "c", "a", "t", "i", "l", "m", "r", "y", "z")


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
    works_at = employers(document, by_sentence, entities)
    recent: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    leads = _leads(document, resolved, by_sentence, entities)
    for sentence in document.sentences:
        home = _home(document, resolved, sentence, entities)
        label = LABEL.match(sentence.text)
        fresh = label or _new_paragraph(document, sentence) or sentence.kind is not SentenceKind.BODY
        own = leads.get(sentence.index, ()) if fresh else own
        home = own or home
        if fresh:
            carried, recent, regions = home, (), ()
        names = _of_the_lead(sentence, by_sentence[sentence.index], own, entities)
        portrayed = _portrayed(sentence, names, entities)
        many = _MANY.match(sentence.text) is not None and bool(home)
        kept = _keeps_stage(carried, entities) or _subjectless(sentence.text, words)
        stays = carried == home or (not many and kept and not _TURNS.match(sentence.text))
        goes_on = portrayed or (carried if stays else home)
        spoken = (goes_on, carried, home, regions[-6:], recent)
        stretches = _sentence(sentence, names, goes_on, spoken, entities, works_at)
        named_here = by_sentence[sentence.index]
        firms = [n.key for n in named_here if n.type in FIRMS]
        recent = tuple(firms[-1:]) or recent
        regions = (*regions, *(n.key for n in named_here if n.type is EntityType.LOCAL_GOVERNMENT))
        if portrayed:
            carried = portrayed
        acting.append(stretches)
        told = [s for s in stretches if s.explicit and not _aside(sentence.text, s, names, home, entities)]
        last = _topic(sentence.text, told, entities, home) if told else carried
        many_bodies = len(last) >= _MANY_BODIES and all(entities[k].type in BODIES for k in last)
        own_union = len(last) == 1 and last != home and entities[last[0]].organ_of in home
        own_union = own_union and entities[home[0]].type in FIRMS  # 矿工会替他报了名。两年后…: the mine's story again
        last = home if (many_bodies or own_union) and home else last
        carried = (_for_region(last, entities) or last) if sentence.kind is SentenceKind.BODY else home
    return Reading(document, entities, by_sentence, tuple(acting))


def _of_the_lead(
    sentence: Sentence, named: tuple[Named, ...], lead: tuple[str, ...], entities: Mapping[str, Entity]
) -> tuple[Named, ...]:
    """The names of a sentence with 全市 read as the place that leads its paragraph: 在某市，…。全市480家企业…."""
    place = entities[lead[0]] if lead else None
    if place is None or place.type is not EntityType.LOCAL_GOVERNMENT:
        return named
    whole = re.compile(rf"[全我该]{place.name[-1]}")
    return tuple(
        replace(n, key=lead[0])
        if n.type is EntityType.LOCAL_GOVERNMENT and whole.fullmatch(sentence.text, n.start, n.end)
        else n
        for n in named
    )


def _aside(
    text: str, stretch: Acting, named: tuple[Named, ...], home: tuple[str, ...], entities: Mapping[str, Entity]
) -> bool:
    """Whether a clause brings in somebody whom the next sentence is not about: an example (比如，某某公司…); what a
    body does to the firm at hand (市总工会给它授了牌); what a worker says or feels (“…”，某厂师傅某某某仍难为情)."""
    if _AN_EXAMPLE.search(text, 0, stretch.start):
        return True
    about = entities[home[0]] if home else None
    acting = [entities[k] for k in stretch.actors]
    clause = text[stretch.start : stretch.end]
    if about is None or stretch.actors == home:
        return False
    if about.type in FIRMS:
        return all(e.type in BODIES and e.organ_of != home[0] for e in acting) and _TO_IT.search(clause) is not None
    people = any(n.type is EntityType.PERSON and stretch.start <= n.start < stretch.end for n in named)
    return people and all(e.type in FIRMS for e in acting) and _SAYS.search(clause) is not None and "”" in text


def _home(document: Document, resolved: Resolved, sentence: Sentence, entities: dict[str, Entity]) -> tuple[str, ...]:
    """Whom the section of a sentence is about."""
    focus = resolved.focuses[sentence.index]
    if focus.subject is not None and focus.subject in resolved.keys:
        return (resolved.keys[focus.subject],)
    key = f"LocalGovernment/{focus.region}"
    return (key,) if key in entities else ()


def _keeps_stage(keys: tuple[str, ...], entities: Mapping[str, Entity]) -> bool:
    """Whether a paragraph goes on about these: a firm or school once named; not a 文化宫 or 服务中心 of the region."""
    entity = entities[keys[0]] if keys else None
    school = entity is not None and bool(re.search(r"[学职技]校$|(?<!工匠)学院$|大学$|中专$", entity.name))
    return entity is not None and (school or entity.type is EntityType.ENTERPRISE)


def _topic(text: str, told: list[Acting], entities: Mapping[str, Entity], home: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the next sentence goes on about: the last subject; behind a list with ； what began it, or the section."""
    first, last = told[0], told[-1]
    if first.actors == last.actors or "；" not in text[first.end - 1 : last.start]:
        return last.actors
    about = entities[home[0]].type if home else EntityType.LOCAL_GOVERNMENT
    region = entities[first.actors[0]].type is EntityType.LOCAL_GOVERNMENT
    return first.actors if region or about is not EntityType.LOCAL_GOVERNMENT else home


def _for_region(keys: tuple[str, ...], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The region whose general offices (县委办、县政府办) have issued something: what follows is the region's again."""
    offices = [entities[k] for k in keys if re.search(r"[委府]办(?:公室|公厅)?$", entities[k].name)]
    owners = tuple(dict.fromkeys(e.organ_of for e in offices if e.organ_of))
    return owners[:1] if len(offices) == len(keys) else ()


def _leads(
    document: Document, resolved: Resolved, named: tuple[tuple[Named, ...], ...], entities: dict[str, Entity]
) -> dict[int, tuple[str, ...]]:
    """The lower places that paragraphs of a roundup open with, by sentence; a roundup has several such."""
    found: dict[int, tuple[str, ...]] = {}
    for sentence in document.sentences:
        if sentence.kind is SentenceKind.BODY and _new_paragraph(document, sentence):
            led = _led_by(sentence, named[sentence.index], _home(document, resolved, sentence, entities), entities)
            if led:
                found[sentence.index] = led
    return found if len(set(found.values())) >= _ROUNDUP else {}


def _led_by(
    sentence: Sentence, named: tuple[Named, ...], home: tuple[str, ...], entities: Mapping[str, Entity]
) -> tuple[str, ...]:
    """The lower place that a paragraph opens with in a report on a region: 某镇的…; 在某街道，…; 到了某县，…."""
    if not home or entities[home[0]].type is not EntityType.LOCAL_GOVERNMENT:
        return ()
    opening = _OPENS_AT.match(sentence.text)
    start = opening.end() if opening else 0
    here = sorted((n for n in named if n.start == start), key=lambda n: -n.end)
    place = entities[here[0].key] if here and here[0].type is EntityType.LOCAL_GOVERNMENT else None
    behind = here[0].end + sentence.text.startswith("的", here[0].end) if here else 0
    if any(n.start == behind and n.type in FIRMS for n in named):
        return ()  # 某区的某某公司…: the firm leads
    above = place.within if place is not None else None
    while above and above != home[0]:
        above = entities[above].within if above in entities else None
    return (here[0].key,) if above else ()


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
    lead = LEAD.match(text)
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
    if re.search(r"[原曾前]", between):
        return ()  # 教师某某某原是某某公司的班长
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
    works_at: Mapping[str, str],
) -> tuple[Acting, ...]:
    """The stretches of a sentence: `current` acts until a clause says otherwise; 公司 and 全县 mean one of `spoken`."""
    text = sentence.text
    cuts = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    stretches: list[Acting] = []
    explicit = False
    for start, end in pairwise(cuts):
        if start >= end:
            continue
        found = subject(text, start, end, named, entities, works_at)
        if found is not None and (_own_facilities(found, current, entities) or _LED.search(text, 0, start)):
            found = None
        if found is None:
            found = stand_in(text, start, end, (current, *spoken[1:]), entities)
        if found is not None:
            if not explicit:  # 作为试点单位，某公司…: what leads up to the first subject is its own
                stretches = [replace(s, actors=found) if _leads_up(text, s) else s for s in stretches]
            if stretches and _DATED.fullmatch(text, stretches[-1].start, stretches[-1].end):
                stretches[-1] = replace(stretches[-1], actors=found)
            current, explicit = found, True
        stretches.append(Acting(start, end, current, explicit))
        if _ISSUED.search(text, start, end):
            current = _for_region(current, entities) or current
    return tuple(stretches)


def _own_facilities(found: tuple[str, ...], current: tuple[str, ...], entities: Mapping[str, Entity]) -> bool:
    """Whether the subject is a facility of the firm that acts already: 公司的实训中心启用, and the firm uses it."""
    acting = entities[current[0]] if current else None
    firm = acting is not None and acting.type is EntityType.ENTERPRISE
    return firm and all(re.search(r"(?:实训|培训|服务|研发)中心$|基地$|[^学]馆$", entities[k].name) for k in found)


def _leads_up(text: str, stretch: Acting) -> bool:
    return bool(_LEADING.match(text[stretch.start : stretch.end]))
