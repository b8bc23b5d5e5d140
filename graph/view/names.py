"""Names as people type them: 中阳县 is found by zhongyangxian, zhongyang, zyx, and by parts of it in Chinese.

In: a name. Out: its pinyin without tones, a syllable a sign, with a space between; what is no Chinese stays in small
letters. Where the dictionary does not know the word and a sign is read in several ways, all stand there, the usual one
first: 长治 → zhang/chang zhi. The page makes initials from the syllables.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import pypinyin


@cache
def pinyin(name: str) -> str:
    """`中阳县` → `zhong yang xian`, `A栋` → `a dong`; "" for a name without a Chinese character."""
    plain = unicodedata.normalize("NFKC", name)
    if not any("\u3400" <= sign <= "\u9fff" for sign in plain):
        return ""
    heard = pypinyin.pinyin(plain, style=pypinyin.Style.NORMAL, heteronym=True)
    syllables = ("/".join(dict.fromkeys(filter(None, map(_letters, readings)))) for readings in heard)
    return " ".join(filter(None, syllables))


def _letters(reading: str) -> str:
    return "".join(sign for sign in reading.lower() if sign.isalnum())
