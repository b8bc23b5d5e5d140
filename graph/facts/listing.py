"""Names that an enumeration joins: 某公司、某厂和某县.

In: a sentence's text and names in it, in the order of the text. Out: those of the enumeration that the first begins.
"""

from __future__ import annotations

import re

from graph.facts.reading import Named

_OF_A_KIND = re.compile(
    r"(?:[两三四五六七八九十\d]+个?[市县区州]|等[两三四五六七八九十\d]+[个家户所][\u4e00-\u9fff]{1,4})?[、，]"
)


def listed_names(text: str, names: list[Named], kinds: bool = False) -> list[Named]:
    """The names of an enumeration from its first on; brackets between them are passed over. With `kinds` an
    enumeration of enumerations: 某、某两市，某、某等7个县（市、区），某公司等11户企业."""
    if not names:
        return []
    out = [names[0]]
    at = names[0].end
    for name in names[1:]:
        if name.start < at or bracketed(text, name.start):
            continue
        between = re.sub(r"（[^（）]*）", "", text[at : name.start])
        joined = between in ("、", "和", "及", "以及", "与", "，还有", "，以及")
        if not joined and not (kinds and _OF_A_KIND.fullmatch(between)):
            break
        out.append(name)
        at = name.end
    return out


def bracketed(text: str, at: int) -> bool:
    """Whether an offset lies within （）."""
    return text.rfind("（", 0, at) > text.rfind("）", 0, at)
