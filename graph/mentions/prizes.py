"""Rows of a list of prizes: 一等奖：某某某（某某公司）、某某（某某厂）; 优秀组织奖：某县总工会.

In: a sentence's text, surnames. Out: the prize, and the people that the row names; which contest it is of, from the
sentences before it. Whoever the row names otherwise (a union, a county's team) other recognisers find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from graph.mentions.candidate import Candidate
from graph.model import Document, EntityType

ROW = re.compile(
    r"(?:[●■◆▲★◎·•]\s*)?(?:[\u4e00-\u9fff]{2,12}(?:组|项目|赛项|工种))?"
    r"((?:(?:团体|个人)奖?\s?)?(?:[特一二三]等奖|[金银铜]奖|冠军|亚军|季军|第[一二三]名|优秀奖|优胜奖|优秀组织奖|突出贡献奖|组织奖))"
    r"(?:（\d{1,3}[名个人项]）)?："
)
_NAME = re.compile(r"\s*([\u4e00-\u9fff]{2,4})\s*")
_CONTEST = re.compile(
    r"(?:(?:(?:(?![的办由在])[\u4e00-\u9fff]){2,4}[省市县区旗])?第[一二三四五六七八九十\d]{1,3}届"
    r"|(?:(?![的办由在])[\u4e00-\u9fff]){2,4}[省市县区旗])"
    r"[^，。；：、（）]{0,24}?(?:大赛|竞赛|比赛|比武)"
)
_WON = re.compile(  # 在某省职工技能大赛焊工项目中摘得银牌, 参加某市“五小”创新大赛获得金奖
    r"(?:在|于|参加)(?:(?:20\d\d|[去今前])年)?(?P<contest>(?![的此这])[^，。；：在于]{4,36}?(?:大赛|竞赛|比武|比赛|评选|展评))"
    r"(?P<event>[^，。；]{0,14}?(?:项目|赛项|组|工种))?(?:中|上|里)?，?(?:又|还|先后|一举|勇)?"
    r"(?:获得|荣获|斩获|夺得|摘得|拿下|捧回|拿到|获|夺|摘|拿)了?"
    r"(?P<won>(?P<line>[^，。；、“]{0,14}?(?:项目|赛项|组|工种)的?)?(?:[特一二三]等奖|[金银铜][奖牌]))"
)
_TEAMS = re.compile(r"[^，。]{0,4}团体(?:奖|赛)?】?$")


def prize_row(text: str, surnames: frozenset[str]) -> Iterator[Candidate]:
    """The prize of a row, and its people: the items that are a surname and one or two characters."""
    row = ROW.match(text)
    if row is None:
        return
    yield Candidate(*row.span(1), EntityType.HONOUR, "prize:", "honour-row", Decimal("0.9"))
    for start, end in _items(text, row.end()):
        item = _NAME.fullmatch(text, start, end)
        name = item.group(1) if item else ""
        surname = next((n for n in (2, 1) if name[:n] in surnames), 0)
        if item and surname and 1 <= len(name) - surname <= 2:
            yield Candidate(*item.span(1), EntityType.PERSON, "", "person-prize", Decimal("0.85"))


def prize_won(text: str) -> Iterator[Candidate]:
    """Prizes and medals with the contest that a sentence names before them; `hint` has the whole name."""
    for won in _WON.finditer(text):
        name = f"{won['contest']}{won['event'] or ''}{won['won']}"
        yield Candidate(*won.span("won"), EntityType.HONOUR, f"won:{name}", "honour-won", Decimal("0.85"))


def _items(text: str, at: int) -> Iterator[tuple[int, int]]:
    """What stands between 、 or at the end of a row, brackets left out."""
    depth, start = 0, at
    for i in range(at, len(text) + 1):
        char = text[i] if i < len(text) else "、"
        if depth == 0 and char in "、；，。（":
            yield start, i
        depth += (char == "（") - (char == "）")
        start = i + 1 if depth == 0 and char in "、；，。）" else start


def prize_name(document: Document, sentence: int, surface: str) -> str:
    """A prize with the contest that the sentences before it named last; 团体 where the heading above it says so."""
    before = document.sentences[:sentence]
    heads = (s.text for s in reversed(before) if not ROW.match(s.text))
    if _TEAMS.search(next(heads, "")) and not surface.startswith("团体"):
        surface = f"团体{surface}"
    for known in reversed(before):
        contests = _CONTEST.findall(known.text)
        if contests:
            return f"{contests[-1]}{surface}"
    return surface
