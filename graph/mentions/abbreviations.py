"""Short forms of names that a report gives in full elsewhere.

In: the full names of enterprises, with where their place ends, and what stands in brackets (以下简称 某某). Out: the
short forms to look for, each with its full name. Order: what the report itself introduces; the name without its legal
form; without its place; the place and the line of business by first and last character (江川钢铁 → 江钢); its first
words as they stand elsewhere in the report (云起精密制造有限公司 → 云起精密).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

_LEGAL = re.compile(r"(?:集团)?(?:股份)?(?:有限责任公司|股份有限公司|有限公司)$|公司$|(?:控股)?集团$")
_GROUP = re.compile(r"集团(?:股份)?(?:有限责任公司|股份有限公司|有限公司)$")
_INTRODUCED = re.compile(
    r"（(?:(?:以下|下文|下)?(?:统一)?简称|(?:以下|下文|下)称)[：:为]?[“‘]?([\u4e00-\u9fff]{2,12})[”’]?）"
)
_BRACKETED = re.compile(r"（[“‘]?([\u4e00-\u9fff]{3,8})[”’]?）")  # 某某电源股份有限公司（某某电源）
_KINDS = (  # what a name ends in, and what its first words may be written with instead
    (re.compile(r"公司$|集团$|[厂矿]$"), ("公司", "集团", "厂", "矿")),
    (re.compile(r"学院$|大学$"), ("学院", "职院", "技师学院", "大学")),
    (re.compile(r"学校$|技校$|中专$|职高$"), ("学校", "职校", "技校", "职中")),
)
_MERGING = ("钢铁", "煤业", "煤电", "石化", "化工", "重工", "机床", "汽车", "铝业", "电力")


def introduced(text: str, names: Iterable[tuple[int, int]]) -> dict[str, str]:
    """Short forms that a sentence introduces in brackets right behind a full name at `(start, end)`."""
    found = {}
    for start, end in names:
        match = _INTRODUCED.match(text, end) or _BRACKETED.match(text, end)
        if match and (match.re is _INTRODUCED or set(match.group(1)) <= set(text[start:end])):
            found[match.group(1)] = text[start:end]
    return found


def short_forms(full: str, place: str, industries: frozenset[str]) -> tuple[str, ...]:
    """The short forms that a full name lets one expect, longest first. `place` is the place it begins with, or "".

    >>> short_forms("江川钢铁有限公司", "江川", frozenset({"钢铁"}))
    ('江川钢铁', '江钢')
    """
    found: list[str] = []
    bare = _LEGAL.sub("", full)
    if bare != full:
        found.append(bare)
        if _GROUP.search(full):
            found.append(bare + "集团")
    rest = bare[len(place) :] if place and bare.startswith(place) else ""
    if len(rest) >= 4 and re.search(r"[省市县区旗州盟]$", place) and len(place) > 2:
        found.append(place[:-1] + rest)  # 江川县云起矿业有限公司 is 江川云起矿业 too
    if len(rest) >= 3:
        found += [rest, rest + "集团"] if _GROUP.search(full) else [rest]
        if full.endswith("公司"):
            found.append(rest + "公司")
    business = next((m for m in _MERGING if bare.endswith(m)), "")
    if place and business and rest == business:
        found.append(place[0] + business[0])
    core = rest or bare
    for _ in range(2):  # 云起重型传动 is 云起重型, and 云起
        lines = (i for i in sorted(industries, key=lambda w: (-len(w), w)) if core.endswith(i))
        line = next((i for i in lines if len(core) - len(i) >= 2), "")
        if line:
            core = core[: len(core) - len(line)]
            found.append(core)
    kept = [f for f in dict.fromkeys(found) if len(f) >= 2 and f != place and f not in industries]
    return tuple(sorted(kept, key=lambda f: (-len(f), f)))


def shortened(core: str, other: str) -> bool:
    """Whether a name's core is another's with words left out: both begin and end alike (云起管业, 云起特种管业).

    >>> shortened("云起管业", "云起特种管业"), shortened("云起管业", "云起管业")
    (True, False)
    """
    if len(core) < 4 or len(core) >= len(other) or (core[:2], core[-2:]) != (other[:2], other[-2:]):
        return False
    letters = iter(other)
    return all(letter in letters for letter in core)


def headed(full: str, core: str) -> tuple[str, ...]:
    """Forms of a name's first words with what kind of thing it is, or with its last word.

    >>> headed("云起精密轴业有限公司", "云起精密轴业")[:2]
    ('云起公司', '云起厂')
    """
    tails = {t for pattern, kinds in _KINDS if pattern.search(full) for t in kinds}
    forms = {core[:n] + t for n in (2, 3) if len(core) > n + 1 for t in (*tails, core[-2:])}
    return tuple(sorted(f for f in forms if f not in (core, full)))


_NO_CLIP_BEFORE = re.compile(r"[镇乡县市区路街村河江湖山人杯]")  # 云起镇 is no short form of 云起…公司


def bare_name(full: str) -> str:
    """A name without its legal form.

    >>> bare_name("江川云起集团有限公司")
    '江川云起'
    """
    return _LEGAL.sub("", full)


def core_of(full: str, place: str) -> str:
    """A name without its place and its legal form: what short forms are clipped from."""
    bare = _LEGAL.sub("", full)
    rest = bare[len(place) :] if place and bare.startswith(place) else bare
    rest = rest[1:] if place and rest[:1] in "省市县区" and len(rest) > 3 else rest
    return "" if rest.startswith(("中国", "全国")) else re.sub(r"总?厂$", "", rest)


def clipped(core: str, edges: Iterable[int], texts: Iterable[str], names: Sequence[str]) -> frozenset[str]:
    """The beginnings of a name's core, of three characters or more, that stand for it in `texts`.

    `edges` are where a word of the core ends; `names` are the full names, in which a beginning stands for nothing new.

    >>> sorted(clipped("云起精密制造", (2, 4, 6), ("云起精密设了新岗位",), ("云起精密制造有限公司",)))
    ['云起精密']
    """
    ends = sorted({e for e in edges if e >= 3} | {len(core)}, reverse=True)
    found = set()
    for text in texts:
        at = text.find(core[:3]) if len(core) >= 3 else -1
        while at >= 0:
            inside = any(text.startswith(n, at - n.find(core)) for n in names if core in n and n.find(core) <= at)
            end = next((e for e in ends if text.startswith(core[:e], at)), 0)
            if end and not inside and not _NO_CLIP_BEFORE.match(text, at + end):
                found.add(core[:end])
            at = text.find(core[:3], at + 1)
    return frozenset(found)


def condensed(core: str, behind: Sequence[str], known: bool, texts: Iterable[str], names: Sequence[str]) -> set[str]:
    """A core's first two characters alone, or with the first ones of the two words behind them.

    The two alone count where they are no word (`known`) and stand at the head of a clause or behind 与 or 在.

    >>> sorted(condensed("云起重型机械", ["重型", "机械"], False, ("云起自己办了学校",), ("云起重型机械有限公司",)))
    ['云起', '云起重机', '云起重械']
    """
    head = core[:2]
    if len(core) < 4:
        return set()
    found = {head + core[2] + core[-1]}  # 云起铝型材 is 云起铝材
    found |= {head + behind[0][0] + behind[1][0]} if len(behind) > 1 else set()
    alone = re.compile(rf"(?:^|[，。；：“”（）、与和同在对进]){head}(?![\u4e00-\u9fff]{{0,6}}(?:公司|集团|厂))")
    others = any(head in n and core not in n for n in names)
    return found | ({head} if not known and not others and any(alone.search(t) for t in texts) else set())


def unambiguous(forms: Mapping[str, set[str]]) -> dict[str, str]:
    """The short forms that stand for one full name only."""
    return {short: next(iter(full)) for short, full in sorted(forms.items()) if len(full) == 1}
