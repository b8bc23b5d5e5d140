"""Numbers as they are written: 1.8万, 3,600, 一千二百, 两万五, 三点五, 二〇二〇.

In: the text of one number. Out: a Decimal in plain units (1.8万 is 18000).
Order: split into digits and magnitudes; a run of digits without magnitudes is read digit by digit (二〇二〇);
otherwise sum up section by section (十百千 within a section, 万 and 亿 close one); a last bare digit counts in the
place below the magnitude before it (两万五 is 25000), unless 零 stands between (一百零五).
"""

from __future__ import annotations

import re
from decimal import Decimal

ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
CHINESE = r"[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?"

DIGITS = {c: v for v, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
_TOKEN = re.compile(rf"{ARABIC}|[零〇一二两三四五六七八九十百千万亿点]")


def parse_number(text: str) -> Decimal:
    """The value of a number written in arabic or Chinese numerals or both, with or without magnitudes.

    Raises ValueError where `text` is no number as a whole.
    """
    tokens = _TOKEN.findall(text)
    if not tokens or "".join(tokens) != text:
        raise ValueError(f"not a number: {text!r}")
    if "点" in tokens:
        return _with_point(text)
    if len(tokens) > 1 and all(t in DIGITS for t in tokens):
        return Decimal("".join(str(DIGITS[t]) for t in tokens))
    return _summed(tokens, text)


def _with_point(text: str) -> Decimal:
    """三点五, 八十五点六, 一点二万: digits behind the point, then magnitudes."""
    whole, _, rest = text.partition("点")
    fraction = re.match(r"[零〇一二三四五六七八九]+", rest)
    if not whole or not fraction or "点" in rest:
        raise ValueError(f"not a number: {text!r}")
    digits = "".join(str(DIGITS[c]) for c in fraction[0])
    value = parse_number(whole) + Decimal(f"0.{digits}")
    for magnitude in rest[fraction.end() :]:
        if magnitude not in SMALL and magnitude not in LARGE:
            raise ValueError(f"not a number: {text!r}")
        value *= SMALL.get(magnitude) or LARGE[magnitude]
    return value


def _summed(tokens: list[str], text: str) -> Decimal:
    total, section = Decimal(0), Decimal(0)
    pending: Decimal | None = None
    below = 1  # the magnitude before the pending digit, when nothing stands between
    for token in tokens:
        if token in ("零", "〇") and len(tokens) > 1:
            below = 1
        elif token in SMALL:
            section += (1 if pending is None else pending) * SMALL[token]
            pending, below = None, SMALL[token]
        elif token in LARGE:
            section += pending or 0
            one = 1 if pending is None else 0  # 亿 alone is one 亿, 0亿 is none
            if token == "亿":
                total = (total + section or Decimal(one)) * LARGE[token]
            else:
                total += (section or one) * LARGE[token]
            section, pending, below = Decimal(0), None, LARGE[token]
        else:
            if pending is not None:
                raise ValueError(f"not a number: {text!r}")
            pending = Decimal(DIGITS[token]) if token in DIGITS else Decimal(token.replace(",", ""))
    if pending is not None:
        bare = tokens[-1] in DIGITS and below > 10
        section += pending * (below // 10) if bare else pending
    return total + section
