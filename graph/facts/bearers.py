"""Who bears an honour that a clause tells of: a person, a body, or the firm of a team.

In: a Reading, a sentence of it, an honour and where the word of receiving ends. Out: an entity key, "" for nobody.
Order: a pronoun or 授予他 is the person told of; a workplace (一车间, 甲班) stands for its firm, and so does a work
that wins; else the body or person right before the word; the person behind; the speaker of a quotation; the person
told of where the sentence leaves its subject out; whoever acts.
"""

from __future__ import annotations

import re

from graph.facts.reading import Named, Reading
from graph.facts.spoken_of import earlier_firm, earlier_person, speaker_of
from graph.model import EntityType, Sentence

RECIPIENTS = (EntityType.ENTERPRISE, EntityType.INSTITUTION, EntityType.UNION, EntityType.AGENCY)
_TEAM = re.compile(r"所在(?:的)?(?:团队|班组|车间|单位|集体|[\u4e00-\u9fff]{1,6}(?:班|队|组|站))")
_WORKPLACE = re.compile(
    r"(?:[一二三四五六七八九十\d甲乙丙丁]+(?:班|队|车间|矿|分厂|工段|号线)|班组|车间|工段|团队|乘务队|服务队|攻关队|突击队|项目部|分公司|营业部|检修班|[\u4e00-\u9fff]班)"
    r"(?=[^，。；]{0,12}$)"
)
_ITS_OWN = re.compile(  # 某某公司职工书屋被省总工会评为…
    r"(?:职工书屋|职工之家|食堂|车间|班组|[\u4e00-\u9fff]{2,6}(?:部|班|队|组|室|段|站))被"
)
_PRONOUN = re.compile(
    r"[他她](?!们|的徒弟|的师傅|所在)|(?:^|[，。；])(?:\d{4}年，|去年，|今年，)?(?:这间|该)?工作室(?=被|获|荣)|(?:授予|颁给|评给)其|本人|这个[^，。；]{0,12}(?:小伙|姑娘|汉子|女工|青年|师傅)|这[名位](?![^，。]{0,12}徒弟)"
)
_HANDS = re.compile(r"手[里中上]")  # 从区总工会主席某某某手里接过
_IT = re.compile(r"(?:把|将|给|授予)(?:它|其)(?!他)")
_BARE_VERB = re.compile(r"(?:(?:先后|又|还|也|已|去年|今年|\d{4}年(?:\d{1,2}月)?))*(?:荣获|获|捧|拿|摘|夺|领|被)")
_HE_EARLIER = re.compile(r"(?:^|[，；。])(?:\d{4}年(?:\d{1,2}月)?，?)?[他她](?!们)")
_HE_NEXT = re.compile(r"[^，。；]{0,24}，[他她](?!们)")
_WORKS = re.compile(
    r"(?![^、]*(?:[获评和与授是]|有(?!限)))[\u4e00-\u9fff]{2,20}(?:工|员|师|长|匠|手|主任|经理|书记|主席|司机)"
)  # 某某公司焊工
_OWN_SUBJECT = re.compile(r"(?:公司|集团|企业|学校|学院|[公集团校院]*工会|我[厂矿校院])(?!的)")  # 公司荣获…，某某当选…
_WORK = re.compile(r"(?:该项?|其中)?(?:“[^“”]{2,24}”)?(?:成果|项目|系统|技术|装置|工法|作品|工装|操作法)?$")


def names_only(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause is nothing but honours and the places they are of."""
    rest = sentence.text[start:end]
    for name in reading.outer_names(sentence.index):
        if start <= name.start and name.end <= end and name.type in (EntityType.HONOUR, EntityType.LOCAL_GOVERNMENT):
            rest = rest.replace(sentence.text[name.start : name.end], "", 1)
    return not re.sub(r"[、和“”‘’]|称号|获得者|等", "", rest)


def bearer_of(text: str, honour: Named, people: list[Named]) -> Named | None:
    """The person whose title the honour is: 全国劳模某某某, or a list of titles before a name."""
    for person in people:
        if text.startswith("（", person.end) and person.end + 1 == honour.start:
            return person  # 某某某（全国技术能手）
        between = text[honour.end : person.start].strip("”’")
        near = person.start >= honour.end and len(between) <= 24 and not re.search(r"[，。；：！？“的等]", between)
        if near and (not between or between.startswith(("、", "获得者", "称号获得者")) or _WORKS.fullmatch(between)):
            return person
    return None


def recipient_of(reading: Reading, sentence: Sentence, honour: Named, people: list[Named], received: int) -> str:
    """Who received an honour; `received` is where the word of receiving ends. "" where the text does not tell."""
    text = sentence.text
    start = max(text.rfind(mark, 0, max(0, received - 1)) for mark in "，。；") + 1
    lead = text[start:received]
    acting = next(iter(reading.actors(sentence.index, received - 1)), "")
    team = _TEAM.search(text[: honour.start])
    if team and not re.search(r"个人(?:也)?(?:先后)?", text[team.end() : honour.start]):
        return acting
    if _work(text, start, received):
        return acting if _is_firm(reading, acting) and not text.startswith("该项") else ""
    before = [p for p in people if p.end <= honour.start and not _HANDS.match(text, p.end)]
    if _IT.search(text, start, honour.start):
        return _it(reading, sentence)
    if _PRONOUN.search(text, start, honour.start) or (_PRONOUN.match(text) and not before):
        return _told_of(reading, sentence, [p for p in people if p.end <= start])
    if not before and _spoken_of_him(reading, sentence, start, received):
        return _told_of(reading, sentence, [])
    own = [p for p in before if p.start >= start]
    if lead == text[start : start + len(lead)] and _BARE_VERB.match(lead):
        told = max(text.rfind(mark, 0, max(0, start - 1)) for mark in "。；") + 1
        lead = text[told:received]
        own = [p for p in before if p.start >= told]  # 二车间的某某某从学徒起步，…荣获…
    if _WORKPLACE.search(re.split(r"获|荣|评|被|摘|夺|捧|拿|入选|上榜|列|，", lead)[0]) and not own:
        named = _firm_of_team(reading, sentence, start, received)
        return named or (acting if _is_firm(reading, acting) else earlier_firm(reading, sentence) or acting)
    handed = any(_HANDS.match(text, p.end) for p in people)
    body = None if handed else _nearest_body(reading, sentence, received)
    if body is not None and (not before or before[-1].end <= body.start):
        return body.key
    if before:
        return before[-1].key
    behind = [p for p in people if p.start >= honour.end and not re.search(r"[。；]", text[honour.end : p.start])]
    if behind and not _OWN_SUBJECT.match(lead):
        return behind[0].key
    if text.startswith("“") or "我" in text[: honour.start]:
        speaker = speaker_of(reading, sentence)
        if speaker:
            return speaker
    if not reading.explicit(sentence.index, honour.start):
        earlier = earlier_person(reading, sentence)
        if earlier:
            return earlier
        owner = reading.entities.get(acting)
        if owner is not None and owner.type in (EntityType.AGENCY, EntityType.UNION):
            return owner.organ_of or acting  # in a union's report on a contest: the winners are the region's
    return acting


def _work(text: str, start: int, received: int) -> bool:
    """Whether a work wins and nobody is said to: 该项目获…, 其中“大厚板工装”获…."""
    verb = re.search(
        r"(?:先后|曾|也|还|又|已|均|分别)*(?:荣获|获评|获得|获|被评|入选|摘得|夺得|捧回|拿下)", text[start:received]
    )
    subject = text[start : start + verb.start()] if verb else ""
    match = _WORK.fullmatch(subject)
    return bool(
        subject and match and (re.search(r"[果目统术置法品装]$", subject) or subject.startswith(("该项", "其中“")))
    )


def _it(reading: Reading, sentence: Sentence) -> str:
    """What 把它命名为… means: the firm or house that acts or was told of before, else the person told of."""
    document = reading.document
    for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
        if document.sentences[index].paragraph != sentence.paragraph:
            break
        named = [n for n in reading.outer_names(index) if n.type in (EntityType.ENTERPRISE, EntityType.INSTITUTION)]
        people = [n for n in reading.named[index] if n.type is EntityType.PERSON]
        if people or named:
            return (people or named)[-1].key
    return ""


def _spoken_of_him(reading: Reading, sentence: Sentence, start: int, received: int) -> bool:
    """Whether an earlier or the next clause says 他 of the one who receives, and the clause itself names no body."""
    bodies = [n for n in reading.outer_names(sentence.index) if n.type in RECIPIENTS]
    named = any(start <= n.start and n.end <= received for n in bodies)
    return (
        not named
        and (_HE_EARLIER.search(sentence.text, 0, start) or _HE_NEXT.match(sentence.text, received)) is not None
    )


def _is_firm(reading: Reading, key: str) -> bool:
    return bool(key) and reading.entities[key].type in (EntityType.ENTERPRISE, EntityType.INSTITUTION)


def _told_of(reading: Reading, sentence: Sentence, people: list[Named]) -> str:
    """The person whom 他 means: the last one named before in the sentence, else the one told of before it."""
    return people[-1].key if people else earlier_person(reading, sentence, pronoun=True)


def _firm_of_team(reading: Reading, sentence: Sentence, start: int, received: int) -> str:
    """The firm that a clause names before its workplace (某某公司一车间获评…)."""
    for name in reading.outer_names(sentence.index):
        if (
            start <= name.start
            and name.end <= received
            and name.type in (EntityType.ENTERPRISE, EntityType.INSTITUTION)
        ):
            return name.key
    return ""


def _nearest_body(reading: Reading, sentence: Sentence, received: int) -> Named | None:
    """The body right before the word of receiving: 市总工会荣获…, 某某公司先后两次获评…."""
    start = max(sentence.text.rfind(mark, 0, max(0, received - 1)) for mark in "，。；") + 1
    for name in reading.outer_names(sentence.index):
        if name.start == start and name.type is EntityType.ENTERPRISE and _ITS_OWN.match(sentence.text, name.end):
            return name
    for name in reversed(reading.outer_names(sentence.index)):
        if start <= name.start and name.end <= received and name.type in RECIPIENTS:
            between = sentence.text[name.end : received]
            if re.search(r"[被由经获]$", sentence.text[: name.start]) or re.match(
                r"[^，。；]{0,6}(?:授予|颁发|颁授|表彰|命名|评过|评为)", between
            ):
                return None  # 被省总工会评为, 省总工会授予的: the one who confers
            return name if len(between) <= 10 and not re.search(r"[的被由]", between[:-2]) else None
    return None
