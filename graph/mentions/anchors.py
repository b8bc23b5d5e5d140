"""Where the name of an organisation may begin: at a place, at a word such as 县 or 省 that leans on one, or bare.

In: a sentence's text and its places. Out: anchors from left to right; a recogniser tries its endings behind each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.mentions.places import Place

_LEANING = re.compile(
    r"(?:[全我该本]|(?<![老教律医技导大厨讲])师(?=市))?(?:自治区|自治州|(?<![城都超夜股菜楼门闹上各跨外周邻两多几每所地山社小景校厂园片城])[省市县区旗]|"
    r"(?:(?<![\u4e00-\u9fff])|(?<=[全我该本由和与在被经为对向及到受称从将把据让请随同成]))(?:[州盟镇乡]|街道))(?!级)"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """`text[start:end]` is what a name leans on; `hint` as in `mentions.places`, or `here:` for a bare name."""

    start: int
    end: int
    hint: str


def anchors_of(text: str, places: Iterable[Place]) -> tuple[Anchor, ...]:
    """The anchors of a sentence. A place counts at its stem's end: 某县委组织部 is anchored at 某县."""
    rows = list(places)
    widest = [p for p in rows if not any(o.start == p.start and o.end > p.end for o in rows)]  # not 某省 of 某省某市
    found = {(p.start, p.stem): Anchor(p.start, p.stem, p.hint) for p in widest}
    for match in _LEANING.finditer(text):
        kind = re.sub(r"^[全我该本各师]", "", match.group())
        if not any(a.start <= match.start() < a.end for a in found.values() if not a.hint.startswith("relative")):
            found.setdefault((match.start(), match.end()), Anchor(match.start(), match.end(), f"relative:{kind}"))
    return tuple(sorted(found.values(), key=lambda a: (a.start, a.end)))
