"""Where the name of a firm or house begins: what stands before it and belongs to it, and what does not.

In: a sentence's text, its tokens, places and anchors. Out: yes or no, or the name cut to its bounds.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.mentions.anchors import Anchor
from graph.mentions.candidate import Candidate
from graph.mentions.places import Place
from graph.mentions.words import Token

HARD = set("，。、；：！？“”‘’（）《》【】—…·|的了在将被把使并")
_DESCRIBED = re.compile(
    r"(?:[左右上下]?图为|据悉|日前|近日|昨日|此次|本期)|.*(?:试点|示范|龙头|骨干|重点|规上|规模以上|国有|民营|成员|参赛|受表彰|获奖)(?:企业|单位)|(?!中小|小微)[\u4e00-\u9fff]{2,4}企业(?=[\u4e00-\u9fff]{3}[\u4e00-\u9fff（）]{3})"
)

_WITH_ANOTHER = re.compile(
    r"(?:产改|改革)[给让为]|(?:公司|集团|[厂矿院校所局]|工会)(?:同|与|和|跟|携手|联合|会同)|(?:学院|学校|大学)建[设成]|(?<![自理缘])由(?=[\u4e00-\u9fff]{2})|(?<=[又还也并，后])(?:联合|携手|会同|牵手)(?=[\u4e00-\u9fff]{4})|(?:学生|师傅|职工|工人|徒弟)[替给为帮]"
)  # 某煤矿同某某技师学院合办, 学费由某某集团, 又联合某某职业学院
_OWNER = re.compile(
    r"(?:老?东家|老板|母公司|大股东|对手|伙伴|邻居|客户|承办方|主办方|协办方|所属|下属|旗下|补选|增补|报读|就读于?|考入|考取|考进|考上|毕业于|其中)(?=[\u4e00-\u9fff]{2})"
)


def can_begin(before: Place, place: Place) -> bool:
    """Whether what touches a place before it can begin a name: not 玉环市 in 玉环市|浙江某某公司, whose province
    follows it (by GB/T 2260 a province's code ends in 0000)."""
    above = place.hint[5:7] == before.hint[5:7] and place.hint[7:11] == "0000"
    return before.hint.startswith("code") and not (above and before.hint[7:11] != "0000")


def inside_a_word(text: str, above: Place, place: Place) -> bool:
    """Whether a short name one character behind a place is part of a word: 安徽水|阳江电子公司 is not of 阳江."""
    short = place.stem - place.start == 2 and text[place.stem - 1] not in "省市县区旗州盟镇乡"
    short = short and "\u4e00" <= text[above.stem] <= "\u9fff"
    elsewhere = above.hint[5:7] != place.hint[5:7]  # by GB/T 2260 the first two digits are the province's
    return short and elsewhere and above.hint.startswith("code") and text[above.stem] not in "和与、，的省市县区旗州盟"


def coined_with(tokens: tuple[Token, ...], joint: Token) -> bool:
    """Whether 和 is the second character of a name behind a place: 江川|翔|和|新材料有限公司."""
    before = [t for t in tokens if t.end <= joint.start][-2:]
    short = len(before) == 2 and len(before[1].word) == 1 and before[1].word not in "省市县区镇"
    return short and before[0].tag == "ns" and before[1].end == joint.start


def without_description(text: str, firm: Candidate) -> Candidate:
    """A name without what describes it: 某县试点企业某某公司 is 某某公司."""
    match = _DESCRIBED.match(text, firm.start, firm.end)
    if match is None or firm.end - match.end() < 4 or ">" in firm.hint:
        return firm
    return replace(firm, start=match.end())


def alone_in_quotes(text: str, tail: int, end: int) -> bool:
    """Whether a name fills a pair of quotation marks: 共建“某某产业学院”."""
    opening = text.rfind("“", 0, tail)
    inside = text[opening + 1 : tail]
    return (
        opening >= 0
        and text.startswith("”", end)
        and len(inside) >= 2
        and not set(inside) & HARD
        and inside[-1] != "上"
    )


def leaning(text: str, anchors: tuple[Anchor, ...], floor: int, tail: int) -> Anchor | None:
    """The nearest 省, 市, 县 or 区 before an ending; 全县 names no owner."""
    for anchor in reversed(anchors):
        if anchor.hint.startswith("relative") and floor <= anchor.start < tail and text[anchor.start] not in "全该":
            return anchor
    return None


def own_start(text: str, start: int, tail: int, house: bool) -> int:
    """Where a name without a place begins between `start` and its ending at `tail`: behind its owner (所属, 旗下), a
    partner (某煤矿同), a year; a house that heads a clause behind 联合."""
    owner = _OWNER.match(text, start, tail)
    start = owner.end() if owner else start
    with_another = list(_WITH_ANOTHER.finditer(text, start, tail))
    start = with_another[-1].end() if with_another else start
    opens = house and text[max(0, start - 1) : start] in ("", *"，。；")
    start += 2 * (opens and tail - start > 3 and text.startswith(("联合", "携手", "会同"), start))
    start += text[start] == "年" and text[start - 1 : start].isdigit()  # 2020年某某钢铁有限公司
    return start + (text[start] == "称" and text[start - 1 : start] in ("下", "简"))  # （下称锡昌公司）


def tells(core: str) -> bool:
    """Whether what stands before an ending tells and names nobody: 他只念过|技校, 两大|行业, 车间某某|技校."""
    return re.search(r"[只过着到]|[两三四五六七八九十]大$|车间|班组", core) is not None
