"""Short forms of names that a report gives in full elsewhere.

In: the full names of enterprises, with where their place ends, and what stands in brackets (以下简称 某某). Out: the
short forms to look for, each with its full name. Order: what the report itself introduces; the name without its legal
form; without its place; the place and the line of business by first and last character (江川钢铁 → 江钢).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_LEGAL = re.compile(r"(?:集团)?(?:股份)?(?:有限责任公司|股份有限公司|有限公司)$|公司$|(?:控股)?集团$")
_INTRODUCED = re.compile(
    r"（(?:(?:以下|下文|下)?(?:统一)?简称|(?:以下|下文|下)称)[：:]?[“‘]?([\u4e00-\u9fff]{2,12})[”’]?）"
)
_BRACKETED = re.compile(r"（[“‘]?([\u4e00-\u9fff]{3,8})[”’]?）")  # 某某电源股份有限公司（某某电源）
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
        if full.endswith("集团有限公司") and bare + "集团" != full:
            found.append(bare + "集团")
    rest = bare[len(place) :] if place and bare.startswith(place) else ""
    if len(rest) >= 3:
        found.append(rest)
    business = next((m for m in _MERGING if bare.endswith(m)), "")
    if place and business and rest == business:
        found.append(place[0] + business[0])
    core = rest or bare
    line = next(
        (i for i in sorted(industries, key=lambda w: (-len(w), w)) if core.endswith(i) and len(core) - len(i) >= 2), ""
    )
    if line and len(core) - len(line) >= 2:
        found.append(core[: len(core) - len(line)])
    kept = [f for f in dict.fromkeys(found) if len(f) >= 2 and f != place and f not in industries]
    return tuple(sorted(kept, key=lambda f: (-len(f), f)))


def unambiguous(forms: Mapping[str, set[str]]) -> dict[str, str]:
    """The short forms that stand for one full name only."""
    return {short: next(iter(full)) for short, full in sorted(forms.items()) if len(full) == 1}
