"""Events: what a report says happened on a date, to the day or month, or in a year where a year is a date.

In: a Reading. Out: `Event`s in the order of the text. Order, a sentence at a time: (1) the dates that are no
periods; a year alone counts only for a founding, a contest's edition or a decision (2020年 with 成立 does); (2) the
label is the clause of the date without it, with the next one where it says little (在培训会上，某公司发言);
(3) what is only planned is left out; (4) the words of the label tell the kind; (5) repeats are merged.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from graph.facts.dates import When, published_of
from graph.facts.indicators import Clause, clauses_of
from graph.facts.reading import Reading
from graph.model import Event, EventKind, Sentence, SentenceKind

LONGEST = 90

_YEAR_EVENT = re.compile(
    r"成立|创立|创办|始建|建厂|建校|建院|升格|更名|组建|挂牌|揭牌|启动|建成|投产|投用|开工|竣工|落成|设立|获批|批复|开馆|"
    r"(?:结成|结为)[^，。；]{0,16}(?:联盟|联合体|共同体)|(?:审议|表决|会议)通过|印发|出台|颁布|发布|下发|决定|确定(?!了?[目方])|定为|列为|列入|"
    r"第[一二三四五六七八九十\d]+[届批]|首[届批]|[大竞联]赛|技能比武|运动会|代表大会|火炬手"
)
_NOT_YEAR_EVENT = re.compile(
    r"^[度级版全末底初]|积极|坚持|不断|持续|加强|推动|推进|计划|累计|(?<!中)共(?=[有计培建发投举])|当选|获评|荣获|被评|获得|夺得|摘得|进厂|入职|毕业于?|退休|考取"
)
_ADVERBIAL = re.compile(r"^(?:由[^，；。]{2,16}(?:牵头|撮合|发起)$|在|于|以|随着|按照|根据|为|经|当)[^，；。]*$")
_PLANNED = re.compile(
    r"将(?=于|在|举|召|开|启)|拟|计划|预计|力争|争取|有望|下一步|原定|原计划|原打算|推迟|延期|改期|未能如期|叫停|(?:因|被)[^，。]{2,14}取消|要[^，。；]{0,14}(?:月|月底|年底|日)前|(?:月|月底|年底|日)前(?=拿出|完成|建成|报送|上报|落实)|之前(?:完成|建成|达到)|截止日期"
)
_FROM = re.compile(r"月(?:\d{1,2}日)?(?:起|开始)$")
_BEGINS = re.compile(
    r"启动|成立|实施|推行|施行|执行|启用|实行|开通|试行|推出|上线|投用|建成|列为|入选|比照|设立|组建|挂牌|筹集"
)
_EMPTY = re.compile(r"^[\s，、；：。（）—-]*(?:的|了|后|时|起|上午|下午|晚上?|当天|，)*[\s，、；：。（）—-]*$")
_HEAD = re.compile(r"^(?:[，、；：。\s）—]|上午|下午|晚上|晚(?=[，在])|当天|至今|时，)+")
_TAIL = re.compile(r"(?:后|之后|以来|时|之际|，|、|；|。|：|——)+$")
_KINDS = (
    (EventKind.PUBLICATION, re.compile(r"印发|出台|颁布|下发|刊发|刊登|发布(?!会|仪式)|公布|联合发文")),
    (EventKind.TRAINING, re.compile(r"开班|(?<!参加)培训(?!基地|中心|工作|计划)|研修班|轮训|进修班")),
    (
        EventKind.START,
        re.compile(
            r"启动|成立|挂牌|揭牌|开工|建成|奠基|开馆|投用|投产|设立|组建|上线|创立|试点工作$|(?:结成|结为)[^，。；]{0,16}(?:联盟|联合体|共同体)"
        ),
    ),
    (EventKind.CONTEST, re.compile(r"[大竞联决初复]赛|比武|练兵|运动会|技能赛|擂台|锦标|状元")),
    (EventKind.MEETING, re.compile(r"会议|座谈|[大例年席场员布彰告流]会|推进会|研讨|论坛|召开|专题研究|研究部署|审议")),
    (EventKind.INSPECTION, re.compile(r"调研|督查|督导|考察|检查|视察|巡查|走访|慰问|观摩|评估|验收")),
)
_PAYDAY = re.compile(r"[领拿]|工资|津贴|奖金|积分|授课|带徒|加班|产量")
_BEFORE_IT = re.compile(r"之?前(?![后夕往])[^，。；]{0,20}(?:要|须|将|应|报送|上报)")  # 10月10日前各单位报送: a term
_MONTHS = re.compile(r"(?:今年|去年|年|^|(?<=[，。；]))\d{1,2}[—－~-]\d{1,2}月$")  # 今年1—8月受理126件: a period
_DATELINE = re.compile(
    r"^(?:[^，。]{0,12}电(?=\s|$|（|记者)(?:\s*[（ ]?记者.*)?|[^，。]{0,10}(?:日报|晚报|时报)"
    r"|(?:又|本[报网刊][^，。]{0,6})讯(?:，|：|\s|（[^（）]{2,30}）|（|$))"
)
_MASTHEAD = re.compile(r"责任编辑|责编|版式|第\s?\d{1,2}\s?版|编[印发]?\s*\d{4}年\d{1,2}月\d{1,2}日$")
_TITLE = re.compile(r"《[^》]*》")
_BORN = re.compile(r"出生|生于|^生[，。]|^记者|^读者来信")
_RULES = {4: ("events.year", Decimal("0.7")), 7: ("events.month", Decimal("0.82")), 10: ("events.day", Decimal("0.95"))}


def events(reading: Reading) -> tuple[Event, ...]:
    """The dated events of a report."""
    whens = reading.whens()
    published = published_of(reading.document)
    found: list[Event] = []
    for sentence in reading.document.sentences:
        if whens[sentence.index] and sentence.kind is not SentenceKind.BYLINE and not _MASTHEAD.search(sentence.text):
            past = tuple(w for w in whens[sentence.index] if not _ahead(w, published) and not _every(sentence.text, w))
            found += _in_sentence(reading, sentence, past)
    return _merged(found)


def _ahead(when: When, published: str) -> bool:
    """Whether a date lies behind the day on which the piece came out: it is a plan."""
    shared = min(len(when.iso or ""), len(published))
    return shared >= 4 and (when.iso or "")[:shared] > published[:shared]


def _every(text: str, when: When) -> bool:
    """Whether a month is that of every year: 每年9月的拜师会."""
    return text.endswith(("每年", "历年", "每逢", "逢"), 0, when.start)


def _in_sentence(reading: Reading, sentence: Sentence, whens: tuple[When, ...]) -> list[Event]:
    text, out = sentence.text, []
    clauses = clauses_of(text)
    points = [w for w in whens if w.iso and (not w.period or _FROM.search(w.text))]
    for when, following in zip_longest(points, points[1:]):
        clause = next((c for c in clauses if c.start <= when.start < c.end), None)
        date = when.iso or ""
        mid = when.text in ("当月", "同月", "当日") and when.start > clause.start if clause else False
        if clause is None or mid or _in_name(text, when) or text[: when.start].endswith(("到", "至")):
            continue
        begins = _FROM.search(when.text) is not None  # 今年3月起，为货车司机免费体检: that began then
        since = not begins and text[: when.start].endswith(("自", "从"))
        if len(date) == 4 and any(len(p.iso or "") > 4 and when.start - 40 < p.start < clause.end for p in points):
            continue  # a year in the name of what happened on a day (2020年全国竞赛 …)
        own = following and (
            len(following.iso or "") > 4
            or (following.iso != date[:4] and any(c.start == following.start for c in clauses))
        )
        limit = following.start if following and own else len(text)
        label, end = _label(reading, sentence, clauses, when, limit)
        if (
            not label
            or _DATELINE.match(label)
            or _BORN.search(label)
            or _MONTHS.search(text, 0, when.end)
            or label.startswith("【")
            or _BEFORE_IT.match(label)
            or _PLANNED.search(_TITLE.sub("", text[clause.start : end]))
            or (len(date) == 4 and not _year_is_date(label))
            or (when.text in ("上个月", "上月") and _PAYDAY.search(label))  # 上个月多领1260元
            or text.endswith(("比", "较"), 0, when.start)  # 比2018年翻了两番
            or (since and (len(date) == 4 or not _BEGINS.search(label)))
        ):
            continue
        actors = reading.actors(sentence.index, min(when.end, len(text) - 1))
        rule, confidence = _RULES[len(date)]
        out.append(
            Event(
                evidence=sentence.spans(min(clause.start, when.start), end),
                rule=rule,
                confidence=confidence,
                label=label,
                date=date,
                end_date=when.end_iso,
                actor=actors[0] if actors else None,
                kind=EventKind.START if begins else kind_of(label),
            )
        )
    return out


def _in_name(text: str, when: When) -> bool:
    """Whether a date stands within a quoted name or a title (《2020年…办法》)."""
    for opening, closing in ("《》", "“”"):
        left = text.rfind(opening, 0, when.start)
        if left >= 0 and text.find(closing, left) >= when.end and text.find(closing, left) - left <= 50:
            return True
    return False


def _label(
    reading: Reading, sentence: Sentence, clauses: tuple[Clause, ...], when: When, limit: int
) -> tuple[str, int]:
    """What happened, without its date, and where that ends: the clause of the date and, if need be, the next ones."""
    text = sentence.text
    bracket = _bracket(text, when)
    if bracket is not None:
        start, end = bracket
        named = [n.start for n in reading.named[sentence.index] if n.end == start - 1]
        noun = re.search(r"[^、，；。]{2,30}$", text[: start - 1])
        before = text[min(named) : start - 1] if named else noun[0] if noun else ""
        inside = text[start : when.start] + text[when.end : end]
        return ("" if _EMPTY.match(inside) else (before + inside).strip("，、；：。")), end
    label, end = "", when.end
    for part in clauses:
        if part.end <= when.start or part.start >= limit:
            continue
        stop = min(part.end, limit)
        piece = text[part.start : stop]
        if part.start <= when.start < stop:
            piece = re.sub(r"[于在]$", "", text[part.start : when.start]) + text[when.end : stop]
        piece = _HEAD.sub("", _DATELINE.sub("", piece))
        if _EMPTY.match(piece):
            continue
        if label and len(label) + len(piece) >= LONGEST:
            break
        label, end = (f"{label}，{piece}" if label else piece), stop
        if not _ADVERBIAL.match(label) and len(label) >= 6:
            break
    return _TAIL.sub("", label.strip("，、；：。— "))[:LONGEST], end


def _bracket(text: str, when: When) -> tuple[int, int] | None:
    """The inside of the brackets around a date, or None (某公司（2019年8月定为试点企业）)."""
    left = text.rfind("（", 0, when.start)
    right = text.find("）", left)
    return (left + 1, right) if left >= 0 and right >= when.end else None


def _year_is_date(label: str) -> bool:
    plain = _TITLE.sub("《》", label)  # 推进 in 《关于推进…的意见》 is no sign of steady work
    return _YEAR_EVENT.search(plain) is not None and not _NOT_YEAR_EVENT.search(plain)


def kind_of(label: str) -> EventKind:
    """What sort of thing a label tells of."""
    if re.search(r"到[^，。]{1,40}(?:调研|考察|督查|检查|督导|视察)|予以督查|一行|带队", label):
        return EventKind.INSPECTION
    if re.search(r"召开[^，。]*(?:会|会议)|会(?:议)?召开|主持召开|研讨班上|座谈会", label):
        return EventKind.MEETING
    return next((kind for kind, words in _KINDS if words.search(label)), EventKind.OTHER)


def _merged(found: list[Event]) -> tuple[Event, ...]:
    """The events, the same date and kind told again with like words joined to the first telling."""
    kept: list[Event] = []
    for event in found:
        for at, first in enumerate(kept):
            if (first.date, first.kind) == (event.date, event.kind) and _alike(first.label, event.label):
                evidence = first.evidence + tuple(s for s in event.evidence if s not in first.evidence)
                kept[at] = replace(first, evidence=evidence, end_date=first.end_date or event.end_date)
                break
        else:
            kept.append(event)
    return tuple(kept)


def _alike(one: str, other: str) -> bool:
    pairs = [{t[i : i + 2] for i in range(len(t) - 1)} for t in (one, other)]
    return 2 * len(pairs[0] & pairs[1]) >= min(len(p) for p in pairs)
