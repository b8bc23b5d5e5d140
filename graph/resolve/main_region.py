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
    r"星期[一二三四五六日天]|责任编辑|责编|第\s?\d{1,2}\s?版|(?:[日晚周时商早]|工人|青年|都市)报(?:\s|$)"
)
_MAJORITY = 0.5  # of a report's places lie in its region


def main_region(document: Document, mentions: tuple[Mention, ...], codes: Codes) -> str:
    """The region that the whole report is about."""
    headings = mastheads_last([s for s in document.sentences[:6] if s.kind is SentenceKind.HEADING])
    titled: list[str] = []
    for sentence in headings:
        if re.match(r"\d{1,2}(?:\s*[|.．、]|\s)|[一二三四五六七八九十]{1,2}、|之一|案例一", sentence.text):
            break
        here = [m for m in mentions if m.sentence == sentence.index and m.hint.startswith("code:")]
        outer = [m for m in here if not any(wider(o, m) for o in here)]
        titled += [codes.choose(codes_of(m)) for m in outer if not of_a_province(m, codes)]
    counts: Counter[str] = Counter()
    own: Counter[str] = Counter()
    for mention in mentions:
        if mention.type is EntityType.LOCAL_GOVERNMENT and codes_of(mention):
            code = codes.choose(codes_of(mention))
            own[code] += 1
            for division in codes.divisions.chain(code):
                counts[division.code] += 1
    if titled:
        return titled[0]
    total = sum(own.values())
    if not total:
        return ""
    holding = [
        c
        for c, n in counts.items()
        if n >= total * _MAJORITY and codes.divisions.by_code[c].level is not AdminLevel.TOWNSHIP
    ]
    if not holding:
        return min(own, key=lambda c: (-own[c], c))
    return min(holding, key=lambda c: (-len(codes.divisions.chain(c)), -counts[c], c))


def mastheads_last(headings: list[Sentence]) -> list[Sentence]:
    """Headings in their order, those of the newspaper behind those of the piece: 某市日报 2022年11月9日 星期三."""
    return sorted(headings, key=lambda s: _MASTHEAD.search(s.text) is not None)


def of_a_province(mention: Mention, codes: Codes) -> bool:
    """Whether a firm's name tells no more than its province: 某省某某机械有限公司 lies in some county of it."""
    division = codes.divisions.by_code.get(codes.choose(codes_of(mention)))
    firm = mention.type in (EntityType.ENTERPRISE, EntityType.INSTITUTION)
    return firm and division is not None and division.level is AdminLevel.PROVINCE
