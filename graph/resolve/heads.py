"""What a heading, an item's label or a whole article is about.

In: sentences with their mentions. Out: a `Focus`, or None where a heading names nobody. Order: a heading that begins
with a name; a numbered one that names one place or firm further on, or ends with it; an article's first name in its
headings, else the firm that it portrays, else its first place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import Document, EntityType, Mention, SentenceKind
from graph.read.marks import ITEM_SIGNS
from graph.resolve.codes import Codes, codes_of
from graph.resolve.main_region import held_at, mastheads_last, of_a_province
from graph.resolve.portraits import firm_behind, host_of, outermost, own_report, portrayed, portrayed_firm

BODIES = (EntityType.ENTERPRISE, EntityType.AGENCY, EntityType.UNION, EntityType.INSTITUTION)
REFORM_OFFICE = re.compile(r"(?:产改办(?:公室)?|(?:小组|联席会议)(?:办公室)?|专班(?:办公室)?)$")
_A_REPORT = re.compile(r"报告|汇报|总结|情况|通报|简报|召开|全体会议|次会议")
_IMPRINT = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}[处科室部])?(?:编[印发制]?|主办|主编|印发?)(?=\s|\d|$)"
)  # 某县产改领导小组办公室编 2024年7月5日
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）|\d{1,2}[.．、\s]|案例|之[一二三四五六七])"
)


@dataclass(frozen=True, slots=True)
class Focus:
    """A section's region (a division code, "" where unknown), the mention of whom it is about, and its zone's name."""

    region: str
    subject: Mention | None
    zone: str = ""


def heading_focus(
    document: Document,
    heads: list[int],
    named: list[Mention],
    codes: Codes,
    current: Focus,
    main: str,
    skip: int = 0,
) -> Focus | None:
    """A focus of its own where a heading begins with a name (behind a number, a bar or a dash; `skip` characters)."""
    for mention in sorted(named, key=lambda m: (m.sentence, m.start, -m.end)):
        text = document.sentences[mention.sentence].text
        lead = text[skip : mention.start]
        if not re.fullmatch(
            rf"(?:—{{1,2}})?(?:[{ITEM_SIGNS}]\s*)?"
            r"(?:\d{1,2}(?:\s*[|.．、]|\s)\s*)?(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十\d]{1,2}）)?"
            r"(?:(?:报送|申报|选送|推荐|案例)?单位：|(?:之|案例)[一二三四五六七八九十][：\s]\s*|[“”\u4e00-\u9fff]{0,3})?\s*",
            lead,
        ):
            continue
        if text.startswith(("代表队", "选手"), mention.end):
            continue  # 某市代表队夺冠: the news is not of that city
        if _beside_ours(mention, [m for m in named if m.sentence == mention.sentence], codes, main):
            continue
        if mention.type is EntityType.LOCAL_GOVERNMENT and codes_of(mention):
            own = firm_behind(text, mention, [m for m in named if m.sentence == mention.sentence])
            near = current.region or main
            return _body_focus(own, codes, near) if own else _place_focus(mention, codes, near)
        if mention.hint.startswith("leaning:") and mention.start == len(lead) + skip and main:
            return Focus(current.region or main, mention, mention.surface)  # 某某经济开发区：…
        if mention.type in BODIES:
            if _IMPRINT.match(text, mention.end):
                continue
            region = codes.choose(codes_of(mention), current.region or main)
            near = region if region and codes.divisions.under(region, main) else (current.region or region)
            reports = REFORM_OFFICE.search(mention.surface) and _A_REPORT.search(text, mention.end)
            subject = None if reports and (near or main) else mention
            return Focus(near or main, subject, current.zone if near == current.region else "")
    return _told_focus(document, heads, named, codes, current, main)


def _told_focus(
    document: Document, heads: list[int], named: list[Mention], codes: Codes, current: Focus, main: str
) -> Focus | None:
    """The focus of a numbered heading that names one place or firm further on, or of one that ends with it: 二、把课堂
    搬进厂——某市; 三、“四单制”：某市暖人心; 工人也有台阶（某公司）."""
    for index in heads:
        text = document.sentences[index].text
        here = outermost(m for m in named if m.sentence == index and m.type in (EntityType.LOCAL_GOVERNMENT, *BODIES))
        ends = [m for m in here if re.search(r"(?:——|（)$", text[: m.start]) and re.fullmatch(r"）?", text[m.end :])]
        numbered = _NUMBERED.match(text) is not None
        for mention in ends or (here if numbered and len({m.surface for m in here}) == 1 else []):
            if mention.type is not EntityType.LOCAL_GOVERNMENT:
                if ends:
                    return _body_focus(mention, codes, current.region or main)
                continue
            region = codes.choose(codes_of(mention), current.region or main) if codes_of(mention) else ""
            if region and main and region != main and codes.divisions.under(region, main):
                return _place_focus(mention, codes, current.region or main)
    return None


def _place_focus(mention: Mention, codes: Codes, near: str) -> Focus:
    region = codes.choose(codes_of(mention), near)
    return Focus(region, mention, mention.surface if mention.hint.startswith("zone") else "")


def article_focus(
    document: Document, article: int, by_sentence: dict[int, list[Mention]], codes: Codes, main: str
) -> Focus:
    """Whom an article is about: the first name in its headings, else the firm it portrays, else its first place."""
    inside = [i for s in document.sections if s.article == article for i in s.sentences]
    kinds = {i: document.sentences[i].kind for i in inside}
    bodies = [i for i in inside if kinds[i] is SentenceKind.BODY]
    opening = [i for i in inside if kinds[i] is SentenceKind.HEADING and (not bodies or i < bodies[0])]
    firm = portrayed_firm(opening, bodies, by_sentence) if opening else None
    host = host_of(document, opening, bodies, by_sentence)
    if host is not None:
        return _body_focus(host, codes, main)
    titles = mastheads_last([document.sentences[i] for i in opening])
    for mention in (m for s in titles for m in outermost(by_sentence.get(s.index, []))):
        if mention.type is EntityType.LOCAL_GOVERNMENT and codes_of(mention):
            heading = document.sentences[mention.sentence].text
            if held_at(heading, mention) or _beside_ours(mention, by_sentence[mention.sentence], codes, main):
                continue
            if heading.startswith(("代表队", "选手"), mention.end) or (firm and heading.startswith(("——记", "记"))):
                continue  # ——记某县某某公司焊工某某某: of the firm
            own = firm_behind(heading, mention, by_sentence[mention.sentence])
            return _body_focus(own, codes, main) if own else _place_focus(mention, codes, main)
        if mention.hint.startswith("leaning:") and mention.start == 0 and main:
            return Focus(main, mention, mention.surface)  # 某某经济开发区产改工作简报
        if mention.type in BODIES and mention.start <= 4:
            if _IMPRINT.match(document.sentences[mention.sentence].text, mention.end):
                continue
            focus = _body_focus(mention, codes, main)
            # what a reform office reports (某市产改领导小组办公室关于全市…的报告) is its region's doing
            return Focus(focus.region, None) if REFORM_OFFICE.search(mention.surface) and focus.region else focus
    firm = firm or portrayed(document, bodies, by_sentence)
    firm = firm or own_report(document, bodies, by_sentence)
    if firm is not None:
        return _body_focus(firm, codes, main)
    if main and len({s.article for s in document.sections}) == 1:
        return Focus(main, None)  # a report without a name in its title is about what holds most of its places
    for mention in (m for i in bodies[:3] for m in outermost(by_sentence.get(i, []))):
        named = mention.type is EntityType.LOCAL_GOVERNMENT and codes_of(mention)
        if named and not (main and not _related(codes, mention, main)):
            focus = _place_focus(mention, codes, main)
            return Focus(main, None) if main and codes.divisions.under(main, focus.region) else focus
    return Focus(main, None)


def _body_focus(mention: Mention, codes: Codes, main: str) -> Focus:
    region = codes.choose(codes_of(mention), main)
    lower = bool(main) and of_a_province(mention, codes) and codes.divisions.under(main, region)
    return Focus(region if region and not lower and _related_code(codes, region, main) else main, mention)


def _beside_ours(mention: Mention, named: list[Mention], codes: Codes, main: str) -> bool:
    """Whether a heading names a place only beside the report's own: 某市、某县之外，看某某县."""
    if mention.type is not EntityType.LOCAL_GOVERNMENT or not codes_of(mention) or _related(codes, mention, main):
        return False
    return any(codes_of(m) and codes.choose(codes_of(m)) == main for m in named)


def _related(codes: Codes, mention: Mention, main: str) -> bool:
    return _related_code(codes, codes.choose(codes_of(mention), main), main)


def _related_code(codes: Codes, code: str, main: str) -> bool:
    return not main or codes.divisions.under(code, main) or codes.divisions.under(main, code)
