"""What a measure is called locally: the quoted or titled name beside the phrase that tells of it.

In: a clause and where the phrase stands in it. Out: the name as written, or None. Order: a name in “…” that holds the
phrase or touches it, with the kind of thing behind it (“安心班车”行动); then one further off that has such a kind
behind it; then a document in 《…》; then a proper name that ends in the phrase (清溪县职业技能大赛).
"""

from __future__ import annotations

import re

_KIND = (
    r"(?:[\u4e00-\u9fff]{0,8}?(?:活动|工程|计划|行动|模式|工作法|机制|项目|品牌|平台|竞赛|大赛|比赛|制度|体系|通道|驿站|小屋|集市|联盟"
    r"|工作室|学院|基地|课堂|讲堂|宣讲团|评选|载体|格局|中心|班|卡|节|杯|热线|清单)(?:活动|平台|项目|模式|制度)?)?"
)
_QUOTED = re.compile(rf"“(?P<name>[^“”，。；]{{2,40}})”(?P<kind>{_KIND})")
_TITLED = re.compile(r"《[^《》]{3,60}》")
_PROPER = re.compile(
    r"(?:第[一二三四五六七八九十\d]+届)?[\u4e00-\u9fff]{2,9}?(?:省|市|县|区|旗|州|镇|集团|公司)(?:第[一二三四五六七八九十\d]+届)?(?:(?!的)[\u4e00-\u9fff]){0,8}"
    r"(?:大赛|竞赛|工匠学院|读书节|艺术节|运动会|联席会议|领导小组)"
)
_LEADING = re.compile(r"^.*?(?:举办|承办|开展|参加|组织|成立|建成|召开|建立|设立|组建)(?:了)?|^[在于的]")
_NEAR = 6
_FAR = 24


def local_name(text: str, start: int, end: int, clause: tuple[int, int]) -> str | None:
    """The local name of what `text[start:end]` tells of, looked for within the clause `clause` of a sentence's text."""
    low, high = clause
    near: list[tuple[int, str]] = []
    for match in _QUOTED.finditer(text, low, high):
        gap = max(start - match.end(), match.start() - end, 0)
        if gap <= (_FAR if match["kind"] else _NEAR) and not _listed(text, match, start, end):
            near.append((gap, match[0]))
    if near:
        return min(near, key=lambda row: row[0])[1]
    for match in _TITLED.finditer(text, low, high):
        if max(start - match.end(), match.start() - end, 0) <= _NEAR:
            return match[0]
    for match in _PROPER.finditer(text, max(low, start - 20), high):
        if match.start() <= end and start <= match.end():
            return _LEADING.sub("", match[0])
    return None


def _listed(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a 、 parts the quoted name from the phrase: then it is the name of another thing in the list."""
    between = text[match.end() : start] if match.end() <= start else text[end : match.start()]
    return "、" in between
