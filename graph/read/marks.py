"""One form for marks, digits and letters, character for character, so that offsets never move.

In: the characters of a stretch of text. Out: as many characters. Rules, in order: full-width digits, letters and signs
of arithmetic become half-width; compatibility ideographs (the Kangxi radicals that PDF files carry) become the usual
ones; half-width marks become full-width unless they stand between digits or Latin letters; quotation marks become “ ”
and ‘ ’; interpuncts become ·; letters that OCR takes for digits inside a number become digits (l.6万, 3O0人); a point
that ends a Chinese sentence becomes 。 (开班.今年).
"""

from __future__ import annotations

import re
import unicodedata

ITEM_SIGNS = "●■◆▲★◎·◇○▼△►▶※☆□▪"  # before an item of a roundup or bulletin
_FULL = dict(zip(",;:?!()", "，；：？！（）", strict=True))
_QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’", "〝": "“", "〞": "”", "＂": '"', "﹁": "“", "﹂": "”"}
_DOTS = {"•": "·", "・": "·", "‧": "·", "･": "·", "●": "·", "∙": "·", "⋅": "·", "．": "."}
_OTHER = {
    "｜": "|",
    "丨": "|",
    "│": "|",
    "％": "%",
    "﹪": "%",
    "＋": "+",
    "－": "-",
    "〜": "～",
    "~": "～",
    "―": "—",
    "─": "—",
}
# Radicals that PDF files carry in place of characters and that Unicode does not fold: ⻓ is 长.
_RADICALS = dict(
    zip(
        "⺠⻁⻄⻅⻉⻋⻓⻔⻘⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
        "民虎西见贝车长门青页风飞食首马骨鬼鱼鸟卤麦黄齐齿龙",
        strict=True,
    )
)
_OPENS_SENTENCE = re.compile(r"\s*(?:$|[\u4e00-\u9fff“‘（(《\"]|\d{1,4}[年月])")
_SHORTEST_SENTENCE = 6  # characters; 一.加强领导 and 附件一.名单 are numbers with their heading
_WRITES_NAMES = frozenset(
    "阿艾买提江尔拉木汗古丽依孙吐努热孜逊麦斯"
)  # on both sides of a point: 吐尔逊.买买提 is a name


def _plain(char: str) -> str:
    """One character in its usual form, its neighbours left out of account."""
    for table in (_QUOTES, _DOTS, _OTHER, _RADICALS):
        if char in table:
            return table[char]
    code = ord(char)
    compatible = 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF
    alphanumeric = 0xFF10 <= code <= 0xFF19 or 0xFF21 <= code <= 0xFF3A or 0xFF41 <= code <= 0xFF5A
    if compatible or alphanumeric:
        folded = unicodedata.normalize("NFKC", char)
        return folded if len(folded) == 1 else char
    return char


def is_chinese(char: str) -> bool:
    """Whether a character is a Chinese ideograph (the basic block and extension A)."""
    return "一" <= char <= "鿿" or "㐀" <= char <= "䶿"


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def one_form(chars: list[str]) -> str:
    """The characters of one paragraph in one form; the result is as long as the input.

    Straight double quotes open and close in turn within the paragraph.
    """
    plain = [_plain(c) for c in chars]
    latin_brackets = _latin_brackets(plain)
    out: list[str] = []
    opened = False
    for i, char in enumerate(plain):
        if char == '"':
            opened = not opened
            out.append("“" if opened else "”")
        elif char in "()":
            out.append(char if i in latin_brackets else _FULL[char])
        elif char in _FULL:
            before = plain[i - 1] if i else ""
            after = plain[i + 1] if i + 1 < len(plain) else ""
            # 1,200 and 12:30 keep their marks, 2人,3家 does not
            out.append(char if _latin(before) and _latin(after) else _FULL[char])
        elif char in "“”":  # OCR gives “五一" as well: what is open is closed
            opened = char == "“"
            out.append(char)
        elif char == "." and _ends_sentence(plain, i):
            out.append("。")
        elif char in "lIO":
            out.append(_as_digit(plain, i))
        else:
            out.append(char)
    return "".join(out)


def _ends_sentence(plain: list[str], i: int) -> bool:
    """Whether a point stands for 。: behind some words, before Chinese, a date or the end of the paragraph."""
    before, behind = plain[i - 1] if i else "", "".join(plain[i + 1 : i + 9])
    if i < _SHORTEST_SENTENCE or not (is_chinese(before) or before in "”’）)》%"):
        return False
    name = before in _WRITES_NAMES and behind[:1] in _WRITES_NAMES
    return not name and _OPENS_SENTENCE.match(behind) is not None


def _as_digit(plain: list[str], i: int) -> str:
    """The digit that an l, I or O stands for inside a number, else the letter itself: l.6万, 1O0人, not ISO9001."""
    before, char = plain[i - 1] if i else "", plain[i]
    after = "".join(plain[i + 1 : i + 3])
    if char == "O":
        letter = _latin(after[:1]) and not after[:1].isdecimal()
        return "0" if before.isdecimal() and not letter else char
    counts = after[:1].isdecimal() or (after[:1] == "." and after[1:].isdecimal())
    return "1" if counts and is_chinese(before) else char


def _latin_brackets(plain: list[str]) -> frozenset[int]:
    """Pairs of half-width brackets that stay so, with nothing Chinese in or before them: `ISO(2015)认证`."""
    found: set[int] = set()
    start: int | None = None
    for i, char in enumerate(plain):
        if char == "(":
            start = i if i and plain[i - 1].isascii() and not plain[i - 1].isspace() else None
        elif start is not None and not char.isascii():
            start = None
        elif start is not None and char == ")":
            found |= {start, i}
            start = None
    return frozenset(found)
