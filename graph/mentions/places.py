"""Places, each a local government too: names of the national table, zones, and words like 全县 and 我区.

In: a sentence's text. Out: mentions with, as `hint`, the codes that the name may stand for, or how it leans on context.
Order: names of the table (chains such as 株洲醴陵 are one mention of the lowest); Party and government bodies behind
them (某县委、县政府 is the county); zones by suffix; relative words.

`hint` is `code:NNNNNN,NNNNNN` (candidates), `zone:NNNNNN` (a zone at that division), or `relative:县` and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ahocorasick_rs import AhoCorasick, MatchKind

from graph.mentions.divisions import Division, Divisions
from graph.mentions.lexicon import Lexicon
from graph.model import AdminLevel
from graph.read.dictionary import word_frequency

_BODY = re.compile(
    r"(?:党委|委)(?:、(?:省|市|县|区|旗|州|盟)?(?:人民)?政府|(?:省|市|县|区|旗|州|盟)(?:人民)?政府)?"
    r"(?!员会|员|组织部|宣传部|统战部|党校|常委会|常委会|全面深化|深改|办公室|改革|办|政法|网信|编办|机关|老干部|人才|社会工作)"
    r"|(?:人民)?政府(?!采购|补贴|机关|办公|新闻)"
)
_ZONE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}?)(?:高新技术产业开发区|高技术产业开发区|经济技术开发区|经济开发区|高新技术开发区|高新技术产业园区|"
    r"产业开发区|工业园区|产业园区|工业集聚区|工业集中区|产业集聚区|综合保税区|保税港区|经济综合实验区|综合实验区|自由贸易试验区|自贸区|出口加工区|旅游度假区|示范区|高新区|经开区|开发区|新区|保税区|化工园区|科技园区|(?:工业|产业|科技|物流|创业)园(?!区))"
)
_BARE_ZONE = re.compile(
    r"(?:^|(?<=[—在，、。；：和与及到赴对于为从由联合走进驻将把]))(?:先后|选定|确定|选取)*(?:依托|落户于?|位于|来自|地处|坐落于?|扎根|入驻|走访|立足)?(?P<name>(?!\d|驻|高新区|经开区|开发区|高新技术)[^向派办进入设将把在，、。；：和与及到赴对于为从由的是了各全“”（）《》【】—…·\s]{1,7}?)"
    r"(?:高新技术产业开发区|经济技术开发区|经济开发区|产业开发区|工业园区|产业园区|工业集中区|产业集聚区|高新区|经开区|化工园区|循环经济园区|保税港区|综合保税区|新区|(?:工业|产业|科技)园(?!区))"
)
_GENERIC_ZONE = re.compile(
    r"^其中|^(?:[明今去同当前]年|年内|目前|如今)|重点|省级|国家级|国家|市级|县级|产业|科技|该|本|我|大型|主要|推进|建设|打造|深入|覆盖|两[大个]|[一二三四五六七八九十\d]+(?:大|个|批|家|座|类|级|期|$)|围绕|支持"
)
_RELATIVE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:高新区|经开区|开发区|园区)(?=党工委|管委会|工会|总工会|开展|组织|成立|建立|率先|现有|自|去年|今年|已|也|还|把|将|便|给|为|与|和|同)"
    r"|(?:全|我|该|本)(?:自治区|自治州|省|市|县|区|旗|州|盟|镇|乡)(?![直属级内外民政场中城际长委办医])"
    r"|(?<![\u4e00-\u9fff])自治区(?:党委、政府|党委|政府)?(?!级|总工会|直属|党委)"
    r"|(?<![全我各该本\u4e00-\u9fff])(?:省|市|县|区|旗|州|盟)委(?:、(?:省|市|县|区|旗|州|盟)?政府|(?:省|市|县|区|旗|州|盟)政府)"
    r"|(?<![全我各该本区县\u4e00-\u9fff])(?:省|市|县|旗)(?:委(?!员|托|派|组织部|宣传部|统战部|党校|常委会|全面|深改|办|政法|网信|编|机关|老干|人才|社会)|政府(?!采购|办公|新闻))"
    r"|(?:(?<=[，。；：“（])|^)区委(?!员|托|派|组织部|宣传部|统战部|党校|常委会|全面|深改|办|政法|网信|编|机关|老干|人才|社会|、)"
    r"|(?<![\u4e00-\u9fff])师市(?:党委)?(?![\u4e00-\u9fff]{2,6}[局会])"
    r"|(?<=[，。、；：“（被由经获受与和])(?:省|市|县|旗)(?:委(?!员|托|派|组织部|宣传部|统战部|党校|常委会|全面|深改|办|政法|网信|编|机关|老干|人才|社会)|政府(?!采购|办公|新闻))"
)
_RELATIVE_LEVELS = (
    "高新区",
    "经开区",
    "开发区",
    "园区",
    "自治区",
    "自治州",
    "省",
    "市",
    "县",
    "区",
    "旗",
    "州",
    "盟",
    "镇",
    "乡",
)
_OF_THE_CORPS = re.compile(r"第[一二三四五六七八九十]{1,2}师$")
_ORGAN = re.compile(r"(?:总?工会|[\u4e00-\u9fff]{2,12}?局|工商联|妇联|团委|委[组宣改]|法院|检察院)")
_USUAL = 100  # times that a corpus has a word that runs into a name: the name is none
_LANDSCAPE = "山湖河江关口桥岭滩"  # 井冈山, 冷水江 are landscapes too; 满洲里 is a city
_BEFORE_SHORT = re.compile(r"[省市县区州]$")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a sentence: `text[start:end]`; `stem` is where the name itself ends (中阳县 in 中阳县委)."""

    start: int
    end: int
    stem: int
    hint: str
    confidence: Decimal


@dataclass(frozen=True, slots=True)
class Places:
    """The table's names in one automaton (leftmost, longest)."""

    divisions: Divisions
    automaton: AhoCorasick
    patterns: tuple[str, ...]
    words: frozenset[str]

    def find(self, text: str, introduced: frozenset[str] = frozenset()) -> tuple[Place, ...]:
        """The places of a sentence, from left to right.

        `introduced` are the short county names whose full form stands somewhere in the report: 中阳 counts only then.
        """
        found: list[Place] = []
        for named_at, end, candidates in self._chains(text, introduced):
            start = _division_of_the_corps(text, named_at)
            zone = _ZONE.match(text, end)
            codes = ",".join(d.code for d in candidates)
            if zone and not re.search(r"[的在和与及、，。对到将把被由赴为列设办进入建]|联手|成立", zone.group()[:-2]):
                found.append(Place(start, zone.end(), zone.end(), f"zone:{codes}", Decimal("0.9")))
                if text[start:end] not in self.divisions.by_name and text[end - 1] in "省市县区旗州盟镇乡":
                    found.append(Place(start, end, end, f"code:{codes}", Decimal("0.9")))  # 某市某县|某某工业园区
                continue
            body = _BODY.match(text, end)
            stop = body.end() if body else end
            if not (body and body.group().startswith("委") and not re.search(r"[省市县区旗州盟]$", text[start:end])):
                found.append(Place(start, stop, end, f"code:{codes}", Decimal("0.95")))
            else:
                found.append(Place(start, end, end, f"code:{codes}", Decimal("0.95")))
        found.extend(self._uppers(text, found))
        found.extend(self._bare_zones(text, found))
        covered = [(p.start, p.end) for p in found]
        for match in _RELATIVE.finditer(text):
            if not any(s < match.end() and match.start() < e for s, e in covered):
                kind = next(k for k in _RELATIVE_LEVELS if k in match.group())
                found.append(Place(match.start(), match.end(), match.end(), f"relative:{kind}", Decimal("0.8")))
        return tuple(sorted(found, key=lambda p: (p.start, p.end)))

    def _uppers(self, text: str, found: list[Place]) -> Iterator[Place]:
        """The higher places of a chain, written with their kind (江川市 in 江川市云岭区), are places of their own."""
        for place in found:
            for length in range(place.stem - place.start - 2, 2, -1):
                head = text[place.start : place.start + length]
                if place.hint.startswith(("code", "zone")) and head in self.divisions.by_name:
                    codes = ",".join(d.code for d in self.divisions.by_name[head])
                    end = place.start + length
                    yield Place(place.start, end, end, f"code:{codes}", Decimal("0.9"))
                    break

    def _bare_zones(self, text: str, found: list[Place]) -> Iterator[Place]:
        """Zones that name no division (在云湖湾工业园区), or lean on one (县经济开发区)."""
        for match in _BARE_ZONE.finditer(text):
            if any(p.start < match.end() and match.start() < p.end for p in found):
                continue
            lean = re.match(r"[市县区旗]", match.group("name"))
            core = match.group("name")
            if lean:
                yield Place(match.start("name"), match.end(), match.end(), f"leaning:{lean.group()}", Decimal("0.8"))
            elif not _GENERIC_ZONE.search(core):
                yield Place(match.start("name"), match.end(), match.end(), "leaning:", Decimal("0.75"))

    def _chains(self, text: str, introduced: frozenset[str]) -> Iterator[tuple[int, int, tuple[Division, ...]]]:
        """Names of the table; a name right before a name that lies in it joins it (山东省青岛市, 株洲醴陵)."""
        previous: tuple[int, int, tuple[Division, ...]] | None = None
        for index, start, end in self.automaton.find_matches_as_indexes(text):
            name = self.patterns[index]
            candidates = self.divisions.by_name.get(name) or self.divisions.by_short.get(name, ())
            joined = previous is not None and previous[1] == start  # 广元 is a word, 四川广元 is a place
            if not joined and not self._stands(text, start, end, name, introduced):
                continue
            if previous and previous[1] == start:
                inside = tuple(
                    c
                    for c in candidates
                    if any(self.divisions.under(c.parent, u.code) for u in previous[2] if c.parent)
                )
                ends = end == len(text) or text[end] in "，。；：）"  # 坐标：泉州晋江
                if inside and (ends or self._full(name, introduced)):
                    previous = (previous[0], end, inside)
                    continue
            if joined and not self._stands(text, start, end, name, introduced):
                continue
            if previous:
                yield previous
            previous = (start, end, candidates)
        if previous:
            yield previous

    def _full(self, name: str, introduced: frozenset[str]) -> bool:
        """Whether a name can join the place before it: 新河牧野 is no county 牧野区 unless the report has one."""
        if name in self.divisions.by_name or name in introduced:
            return True
        return any(d.level is not AdminLevel.COUNTY for d in self.divisions.by_short[name])

    def _stands(self, text: str, start: int, end: int, name: str, introduced: frozenset[str]) -> bool:
        """Whether a name of the table is a place here: short and township names need more than their letters."""
        if len(name) == 2 and start and word_frequency(text[start - 1 : start + 1]) >= _USUAL:
            return False  # 复|合肥, 完|成县
        if name in self.divisions.by_name:
            if text.startswith("级", end) and name[:-1] in self.words:
                return False  # 新建|区级工作室, 创新|县级…
            level = self.divisions.by_name[name][0].level
            if level is AdminLevel.TOWNSHIP:
                return len(name) > 2 and text[end : end + 1] not in "企"
            generic = name in self.words or len(name) == 2
            before = text[start - 1 : start]
            if name[0] in "随和" and len(name) == 2 and ("\u4e00" <= before <= "\u9fff" or before in "）”》"):
                return before in "省市州" and before != ""  # 记者随县总工会…, 省和县: no 随县, no 和县
            if name == "会同县" and _ORGAN.match(text, end):
                return before in "省市州" and before != ""  # 县总工会|会同县人社局: it joins, and is no county
            if name in {"城区", "郊区", "矿区", "新城区"}:
                return _BEFORE_SHORT.search(before) is not None  # 在城区 is no name, 晋城市城区 is
            return not (
                generic and len(name) == 2 and before and "\u4e00" <= before <= "\u9fff" and before in "一两各全本我该"
            )
        after = text[end : end + 1]
        if text.startswith(("大道", "大街", "东路", "西路", "南路", "北路", "中路"), end):
            return False
        if name in introduced:
            return after not in "杯路街" or not after
        counties = self.divisions.by_short[name]
        cities = len(name) > 2 and all(d.name.endswith("市") for d in counties) and name[-1] not in _LANDSCAPE
        if name in self.words or (all(d.level is AdminLevel.COUNTY for d in counties) and not cities):
            return False  # a county without its 县 is a place only where the report has its full name
        return after not in ("杯", "路", "街", "菜", "话", "籍")


def _division_of_the_corps(text: str, start: int) -> int:
    """Where a city's name begins with the division of the 新疆生产建设兵团 that it is one with: 第八师石河子市."""
    division = _OF_THE_CORPS.search(text, 0, start)
    return division.start() if division else start


def load_places(divisions: Divisions, lexicon: Lexicon) -> Places:
    """The automaton over all full names, and the short names of provinces and prefectures; counties' short names too,
    which count only where the report introduces them."""
    names = {n for n in divisions.by_name if len(n) >= 2}
    names |= set(divisions.by_short)
    patterns = tuple(sorted(names))
    automaton = AhoCorasick(list(patterns), matchkind=MatchKind.LeftmostLongest)
    return Places(divisions, automaton, patterns, lexicon.words)
