"""The region that a whole report is about.

In: a report and its mentions. Out: a division code, "" where unknown. Order: the region of its titles, those of the
newspaper behind those of the piece; else the lowest that holds most of the places that the report names.
"""

from __future__ import annotations

import re
from collections import Counter

from graph.model import AdminLevel, Document, EntityType, Mention, Sentence, SentenceKind
from graph.resolve.codes import Codes, codes_of
from graph.resolve.portraits import wider

_MASTHEAD = re.compile(
    r"星期[一二三四五六日天]|责任编辑|责编|第\s?\d{1,2}\s?版|(?:[日晚周时商早]|工人|青年|都市)报(?:\s|$)|"
    r"(?:材料|案例|发言|选编|汇编|专刊|专报)(?:选登|选编|汇编|摘登)?[（(]?(?:之)?[一二三四五六七八九十\d]{1,3}[）)]?$"
)
_HELD = re.compile(
    r"[省市县区州旗盟]?(?:隆重|圆满|正式)?(?:召开|举行|举办|开赛|启动|闭幕|收官|落幕|开幕|鸣锣|启幕|拉开|落下)"
)
_THE_TOWN = re.compile(r"(?<![\u4e00-\u9fff])(?:镇|乡|街道)(?:总工会|工会|党委|政府|里|上)|全[镇乡]")
_A_TOWNS = 3  # times that a report on a town names it, and speaks of it as 镇里
_WE_LIE = re.compile(
    r"(?:^|[，。；])(?:我校|我公司|我厂|我院|学校|学院|公司|集团|总部)[^，。；]{0,4}"
    r"(?:坐落于|坐落在|位于|地处|落户于?|扎根于?|设在)"
)
_GOES_ON = 3  # times that a text names a place of its title
_MAJORITY = 0.5  # of a report's places lie in its region


def main_region(document: Document, mentions: tuple[Mention, ...], codes: Codes) -> str:
    """The region that the whole report is about."""
    headings = mastheads_last([s for s in document.sentences[:6] if s.kind is SentenceKind.HEADING])
    titled: list[str] = []
    places = False  # whether a title names a place itself
    for sentence in headings:
        if re.match(r"\d{1,2}(?:\s*[|.．、]|\s)|[一二三四五六七八九十]{1,2}、|之一|案例一", sentence.text):
            break
        here = [m for m in mentions if m.sentence == sentence.index and m.hint.startswith("code:")]
        outer = [m for m in here if not any(wider(o, m) for o in here)]
        places |= any(m.type is EntityType.LOCAL_GOVERNMENT for m in outer)
        outer = [m for m in outer if not (held_at(sentence.text, m) or of_a_province(m, codes))]
        titled += [codes.choose(codes_of(m)) for m in outer]
    counts: Counter[str] = Counter()
    own: Counter[str] = Counter()
    for mention in mentions:
        if mention.type is EntityType.LOCAL_GOVERNMENT and codes_of(mention):
            code = codes.choose(codes_of(mention))
            own[code] += 1
            for division in codes.divisions.chain(code):
                counts[division.code] += 1
    seat = _stated_seat(document, mentions, codes) if not places else ""
    if seat and (not titled or codes.divisions.under(seat, titled[0])):
        return seat  # 我校坐落在某区, in the report of a school of that city
    if titled:
        # 某市、某县之外，看某某县: the one of them that the text goes on about
        told = [c for c in titled if own[c] - titled.count(c) >= _GOES_ON]
        return titled[0] if own[titled[0]] > titled.count(titled[0]) or not told else told[0]
    total = sum(own.values())
    if not total:
        return ""
    towns = [c for c in own if codes.divisions.by_code[c].level is AdminLevel.TOWNSHIP and own[c] >= _A_TOWNS]
    spoken = sum(len(_THE_TOWN.findall(s.text)) for s in document.sentences)
    if len(towns) == 1 and spoken >= _A_TOWNS:
        return towns[0]
    holding = [
        c
        for c, n in counts.items()
        if n >= total * _MAJORITY and codes.divisions.by_code[c].level is not AdminLevel.TOWNSHIP
    ]
    if not holding:
        return min(own, key=lambda c: (-own[c], c))
    return min(holding, key=lambda c: (-len(codes.divisions.chain(c)), -counts[c], c))


def _stated_seat(document: Document, mentions: tuple[Mention, ...], codes: Codes) -> str:
    """The place where a firm or school says that it lies, by the first sentences of its report; "" for none."""
    bodies = [s for s in document.sentences if s.kind is SentenceKind.BODY][:_GOES_ON]
    for sentence in bodies:
        lies = _WE_LIE.search(sentence.text)
        here = [m for m in mentions if m.sentence == sentence.index and lies and m.start == lies.end()]
        places = [m for m in here if m.hint.startswith(("code:", "zone:")) and m.type is EntityType.LOCAL_GOVERNMENT]
        if places:
            return codes.choose(codes_of(max(places, key=lambda m: m.end)))
    return ""


def mastheads_last(headings: list[Sentence]) -> list[Sentence]:
    """Headings in their order, those of the newspaper behind those of the piece: 某市日报 2022年11月9日 星期三."""
    return sorted(headings, key=lambda s: _MASTHEAD.search(s.text) is not None)


def held_at(text: str, place: Mention) -> bool:
    """Whether a heading names a place only as where something is held: 全区现场推进会在某某召开."""
    return text.endswith(("在", "于"), 0, place.start) and _HELD.match(text, place.end) is not None


def of_a_province(mention: Mention, codes: Codes) -> bool:
    """Whether a firm's name tells no more than its province: 某省某某机械有限公司 lies in some county of it."""
    division = codes.divisions.by_code.get(codes.choose(codes_of(mention)))
    firm = mention.type in (EntityType.ENTERPRISE, EntityType.INSTITUTION)
    return firm and division is not None and division.level is AdminLevel.PROVINCE
