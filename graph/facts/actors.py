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

from graph.facts.answers import answers
from graph.facts.carried import BODIES, for_region, told, topic
from graph.facts.dates import dated
from graph.facts.employers import employers
from graph.facts.houses import house, houses_of
from graph.facts.leads import home_of, leads, new_paragraph, of_the_lead
from graph.facts.portrayed import of_the_portrayed, portrayed_in
from graph.facts.reading import Acting, Named, Reading
from graph.facts.stand_ins import stand_in
from graph.facts.subjects import FIRMS, LEAD, subject
from graph.mentions.words import Words
from graph.model import Document, Entity, EntityType, Mention, Sentence, SentenceKind
from graph.resolve.entities import Resolved
from graph.resolve.labels import LABEL

_CLAUSE = re.compile(r"[，；。！？：]")
_MANY = re.compile(r"\d+(?:余|多)?[家个](?:企业|单位|试点|镇|乡|街道|园区|县)")  # 19家企业备案…: told of the region
_SO_MANY = re.compile(r"等?\d+(?:余|多)?[家个](?:企业|单位|公司)(?!职工|员工|工会)")
_LED = re.compile(r"(?:牵头|挂帅)，$")  # 市总工会牵头，两家企业共建了学院: it is the union's doing
_ISSUED = re.compile(r"印发|下发|出台|发布|制定|颁布|发出")
_TURNS = re.compile(
    r"(?:\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?，)?第[一二三四五六七八九十\d]{1,3}届(?=[“全职本技])(?![^，。；]{0,30}(?:公司|集团|[厂矿段]))"
    r"[^，。；]{2,24}(?:大赛|竞赛|比武|运动会)[^，。；]{0,10}(?:举行|开赛|举办|落幕|收官|鸣锣)|第[二三四五]条|头一条|[一二三四]是(?!的)|其[一二三四次]，|再说|再看|再就是|(?:会上|会前|会后|会议)(?=[^\d]{1,2})"
)
_A_BRAND = re.compile(
    r"“[^”]{2,10}”[^，。；“”]{0,6}(?:平台|小程序|行动|活动|计划|工程|热线|公众号|品牌|基金|驿站|夜校)"
)
_ITEM = re.compile(r"在[^，。；的]{1,4}，")  # 在路上，…。在指尖，…: items of the region's
_ITEM_WORD = re.compile(r"[一二三四五六七八九]是(?!的)|其[一二三四]，")
_LATELY = 2  # firms and schools that 公司 or 学院 may mean, the last one first
_MANY_BODIES = 3  # several bureaus named as doing one thing: what follows is the region's again
_WHOLE = re.compile(r"(?:目前|如今|眼下)?，?全[省市县区旗州盟](?![国面])")  # 全市建成36个，某区率先…；资助…
_LEADING = re.compile(
    r"^(?:作为|为|围绕|随着|依托|根据|按照|针对|通过|借助|结合|聚焦|面对|立足|紧扣|本着)|^(?:自|从)?(?:\d{4}年|去年|今年)?[^，。；]{0,8}(?:被[列确认评命选]|获批|入选|跻身|成为)[^，。；]{2,36}(?:后|以来|以后|之后|起)，$"
)
_GROUP = re.compile(
    r"集团(?:党委|投|还|也|[建设把]|每|与|同|为|现|拥)"
)  # far from its name, not a 公司 that may be any
_THE_FIRM = re.compile(r"(?:该|这家)?公司(?!工会|党|化|制|里的)")  # far from its name, in the same section
_FACILITY = re.compile(r"(?:工匠学院|[^学]馆|文化宫|(?:服务|实训|活动|法律援助)中心|基地)$")
_OPENING = re.compile(r"(?:开馆|启用|开放|投用|投入使用|建成|揭牌|挂牌|落成|成立)(?:后|以来|，|。|；|仪式|$)")
_HE = re.compile(  # 他带过徒弟, 以他名字命名的工作室; not 市总工会给他颁奖
    r"(?:(?:\d{4}年|如今|眼下|后来|去年|今年|这些年|以|由|凭|但|而|于是)，?)*[他她](?!们|的?(?:徒弟|师傅|儿|女儿|妻|丈夫|父|母|爱人|说))"
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
    lately: tuple[str, ...] = ()
    firm: tuple[str, ...] = ()
    article = -1
    regions: tuple[str, ...] = ()
    person, section = "", -1
    own: tuple[str, ...] = ()
    answered = answers(document, by_sentence)
    speaks: tuple[str, ...] = ()
    led = leads(document, resolved, by_sentence, entities)
    houses: dict[str, str] = {}
    for sentence in document.sentences:
        home = home_of(document, resolved, sentence, entities)
        label = LABEL.match(sentence.text)
        fresh = label or new_paragraph(document, sentence) or sentence.kind is not SentenceKind.BODY
        own = led.get(sentence.index, ()) if fresh else own
        speaks = answered.get(sentence.index, speaks)
        speaks = () if speaks and entities[speaks[0]].organ_of in home else speaks  # the region's own union
        home = own or speaks or of_the_portrayed(document, sentence, by_sentence, works_at) or home
        if fresh:
            carried, recent, regions = home, (), ()
        names = of_the_lead(sentence, by_sentence[sentence.index], own, entities)
        portrayed = portrayed_in(sentence, names, entities)
        many = _MANY.match(sentence.text) is not None and bool(home)
        kept = _keeps_stage(carried, entities) or _subjectless(sentence.text, words)
        item = _ITEM.match(sentence.text) and not (carried and entities[carried[0]].type in FIRMS)
        people = any(n.type is EntityType.PERSON for n in by_sentence[sentence.index])  # 副主席某某某说: the union's
        item = item or (not people and _returns(carried, home, entities))
        stays = carried == home or (not many and kept and not item and not _TURNS.match(sentence.text))
        goes_on = portrayed or (carried if stays else home)
        here = document.sections[sentence.section].article
        lately, article = lately if article == here else (), here
        firm = firm if section == sentence.section else ()
        spoken = (
            goes_on,
            carried,
            home,
            regions[-6:],
            recent or (lately if _GROUP.match(sentence.text) else firm if _THE_FIRM.match(sentence.text) else ()),
        )
        person, section = (person if sentence.section == section else ""), sentence.section
        his = works_at.get(person, "")
        stretches = _sentence(sentence, names, goes_on, spoken, entities, works_at, his, houses)
        houses |= houses_of(by_sentence[sentence.index], entities)
        person = next((n.key for n in names if n.type is EntityType.PERSON), person)
        named_here = by_sentence[sentence.index]
        firms = [n.key for n in named_here if n.type in FIRMS]
        firm = next(((k,) for k in reversed(firms) if entities[k].type is EntityType.ENTERPRISE), firm)
        recent = (*dict.fromkeys(reversed(firms)), *recent)[:_LATELY] if firms else recent
        lately = recent[:1] if recent and "集团" in entities[recent[0]].name else lately
        regions = (*regions, *(n.key for n in named_here if n.type is EntityType.LOCAL_GOVERNMENT))
        if portrayed:
            carried = portrayed
        acting.append(stretches)
        going_on = told(sentence.text, stretches, names, (home, carried), entities)
        item_opens = _ITEM_WORD.match(sentence.text) is not None and stays is False  # 二是以赛促训提能。
        last = topic(sentence.text, going_on, entities, home) if going_on else home if item_opens else carried
        many_bodies = len(last) >= _MANY_BODIES and all(entities[k].type in BODIES for k in last)
        own_union = len(last) == 1 and last != home and entities[last[0]].organ_of in home
        own_union = own_union and entities[home[0]].type in FIRMS  # 矿工会替他报了名。两年后…: the mine's story again
        last = home if (many_bodies or own_union) and home else last
        carried = (for_region(last, entities) or last) if sentence.kind is SentenceKind.BODY else home
    return Reading(document, entities, by_sentence, tuple(acting), dated(document))


def _returns(carried: tuple[str, ...], home: tuple[str, ...], entities: Mapping[str, Entity]) -> bool:
    """Whether a sentence without a subject is the region's again: behind one on its bureau, union or facility, in a
    report on the region."""
    owner = entities[carried[0]].organ_of if carried else None
    if owner and entities[owner].type in FIRMS and home != carried:
        return False  # a firm's union, in a region's bulletin: the news goes on about it
    body = bool(carried) and entities[carried[0]].type in (EntityType.INSTITUTION, *BODIES)
    if home and entities[home[0]].type in BODIES:
        return carried != home and bool(carried)
    if home and entities[home[0]].type in FIRMS:
        return bool(carried) and entities[carried[0]].type in (EntityType.LOCAL_GOVERNMENT, *BODIES)
    region = bool(home) and entities[home[0]].type is EntityType.LOCAL_GOVERNMENT
    return body and region and not _keeps_stage(carried, entities)


def _keeps_stage(keys: tuple[str, ...], entities: Mapping[str, Entity]) -> bool:
    """Whether a paragraph goes on about these: a firm or school once named; not a 文化宫 or 服务中心 of the region."""
    entity = entities[keys[0]] if keys else None
    school = entity is not None and bool(re.search(r"[学职技]校$|(?<!工匠)学院$|大学$|中专$", entity.name))
    return entity is not None and (school or entity.type is EntityType.ENTERPRISE)


def _subjectless(text: str, words: Words) -> bool:
    """Whether a sentence leaves its subject out: it begins with a verb, an adverb, a preposition or 还, 先后, 他."""
    if _A_BRAND.match(text):
        return False
    lead = LEAD.match(text)
    at = lead.end() if lead else 0
    first = next((t for t in words.cut(text[at : at + 10]) if t.word.strip("，“”‘’")), None)
    return first is not None and (first.tag.startswith(_OPENS_WITHOUT) or not first.tag or first.word in "他她其这该")


def _sentence(
    sentence: Sentence,
    named: tuple[Named, ...],
    current: tuple[str, ...],
    spoken: tuple[tuple[str, ...], ...],
    entities: dict[str, Entity],
    works_at: Mapping[str, str],
    his: str,
    houses: Mapping[str, str],
) -> tuple[Acting, ...]:
    """The stretches of a sentence: `current` acts until a clause says otherwise; 公司 and 全县 mean one of `spoken`,
    他 stands for `his` firm, 中心 for the last of `houses` called so."""
    text = sentence.text
    cuts = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    stretches: list[Acting] = []
    explicit = False
    first: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()  # who acts where an item leaves its subject out
    for start, end in pairwise(cuts):
        if start >= end:
            continue
        found = subject(text, start, end, named, entities, works_at)
        if found is not None and _of_our_contest(text[start:end], found, spoken[2], entities):
            found = None
        if found is not None and (
            _own_facilities(found, current, entities)
            or _opens(text[start:end], found, current, entities)
            or _LED.search(text, 0, start)
        ):
            found = None
        if found is None:
            found = house(text, start, end, current, houses, entities)
        if found is None:
            here = tuple(n.key for n in named if n.type is EntityType.LOCAL_GOVERNMENT and n.end <= start)
            found = stand_in(text, start, end, (current, *spoken[1:-2], (*spoken[-2], *here), spoken[-1]), entities)
        begins_item = text[start - 1 : start] == "；"
        if found is None and begins_item and first and entities[first[0]].type in BODIES:
            current = first  # 市总工会公布名单，某某某入选；为工作室授牌: the union's doing again
        elif found is None and begins_item and opened and _of_region(opened, current, entities):
            current = opened  # 产生奖章2人，某集团获奖状；选树工匠10名: the city's again
        elif found is None and _of_many(text, start, end, named, spoken[2], current, entities):
            current = spoken[2]  # 某县、某区先行，某公司等45家企业认领试点任务: told of the city
        if start == 0 or begins_item:
            opened = current if found is None else found if _WHOLE.match(text, start) else ()
        if found is None and his and not explicit and _HE.match(text, start, end):
            current = (his,)
        if found is not None:
            if not explicit:  # 作为试点单位，某公司…: what leads up to the first subject is its own
                item = text.rfind("；", 0, start)
                stretches = [
                    replace(s, actors=found) if s.start > item and _leads_up(text, s) else s for s in stretches
                ]
            if stretches and _DATED.fullmatch(text, stretches[-1].start, stretches[-1].end):
                stretches[-1] = replace(stretches[-1], actors=found)
            first = first if explicit else found
            current, explicit = found, True
        stretches.append(Acting(start, end, current, explicit))
        if _ISSUED.search(text, start, end):
            current = for_region(current, entities) or current
    return tuple(stretches)


def _of_our_contest(clause: str, found: tuple[str, ...], home: tuple[str, ...], entities: Mapping[str, Entity]) -> bool:
    """Whether a region's contest opens in the report of a trade's union of that region: 某省国防工会's doing."""
    body = entities[home[0]] if home else None
    if body is None or body.type is not EntityType.UNION or body.name.endswith("总工会"):
        return False
    return found == (body.organ_of,) and re.search(r"届.{0,30}大赛", clause) is not None


def _of_many(
    text: str,
    start: int,
    end: int,
    named: tuple[Named, ...],
    home: tuple[str, ...],
    current: tuple[str, ...],
    entities: Mapping[str, Entity],
) -> bool:
    """Whether a clause counts many firms behind one on a firm or place in the region that a report is about."""
    if not home or not current or current == home or entities[home[0]].type is not EntityType.LOCAL_GOVERNMENT:
        return False
    if entities[current[0]].type in BODIES:
        return False  # 市人社局放权，某公司等7家企业授牌: the bureau's doing
    first = next((n for n in named if n.start == start and n.type in FIRMS), None)
    while first is not None:
        behind = next((n for n in named if n.start == first.end + 1 and text[first.end] in "、和"), None)
        if behind is None:
            break
        first = behind
    firm_acts = entities[current[0]].type in FIRMS
    return (first is not None or firm_acts) and _SO_MANY.match(text, first.end if first else start, end) is not None


def _of_region(opened: tuple[str, ...], current: tuple[str, ...], entities: Mapping[str, Entity]) -> bool:
    """Whether an item that a region or its body opened has gone over to a firm or a place in it."""
    region = entities[opened[0]].type in (EntityType.LOCAL_GOVERNMENT, *BODIES)
    home = opened[0] if entities[opened[0]].type is EntityType.LOCAL_GOVERNMENT else entities[opened[0]].organ_of
    place = bool(current) and home in (above := entities[current[0]].within, above and entities[above].within)
    return region and bool(current) and (place or entities[current[0]].type in FIRMS)


def _own_facilities(found: tuple[str, ...], current: tuple[str, ...], entities: Mapping[str, Entity]) -> bool:
    """Whether the subject is a facility of the firm that acts already: 公司的实训中心启用, and the firm uses it."""
    acting = entities[current[0]] if current else None
    firm = acting is not None and acting.type is EntityType.ENTERPRISE
    return firm and all(re.search(r"(?:实训|培训|服务|研发)中心$|基地$|[^学]馆$", entities[k].name) for k in found)


def _opens(clause: str, found: tuple[str, ...], current: tuple[str, ...], entities: Mapping[str, Entity]) -> bool:
    """Whether a facility opens in a report on its region or union, whose doing that is: 市工人文化宫重新开放."""
    acting = entities[current[0]] if current else None
    region = acting is not None and acting.type in (EntityType.LOCAL_GOVERNMENT, *BODIES)
    return region and _OPENING.search(clause) is not None and all(_FACILITY.search(entities[k].name) for k in found)


def _leads_up(text: str, stretch: Acting) -> bool:
    return bool(_LEADING.match(text[stretch.start : stretch.end]))
