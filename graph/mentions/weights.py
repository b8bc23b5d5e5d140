"""What speaks for some characters as a person's name, and against them as words of the language.

In: a sentence's text, where a would-be name starts and ends. Out: a weight, of which positive speaks for a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.mentions import person_contexts as context
from graph.mentions.words import Words

_AND_OTHERS = re.compile(r"等(?!学|教育|院校|职业|级|数)")


@dataclass(frozen=True, slots=True)
class Weights:
    """The words that look like names (`common`) and the dictionary."""

    common: frozenset[str]
    words: Words

    def of(self, text: str, at: int, end: int) -> float:
        """What speaks for `text[at:end]` as a name, and against it as a word."""
        name = text[at:end]
        total = 1.0 if self.whole(text, end) else -3.0
        if total < 0 and len(name) > 2 and (self.verbal(text, end) or self._clear(text, at, end)):
            total = -0.5
        total += 2.0 if context.AFTER.match(text, end) else 0.0
        total += 0.5 if len(name) > 2 else 0.0
        total -= 4.0 if name[:2] in self.common else 0.0  # 占比|达, 那辆|旧
        if self.word(name) and not (len(name) > 2 and self.words.tags.get(name) == "ns"):  # some names are villages too
            total -= 3.0
        elif name[0] in context.WEAK and len(name) > 2:
            # 强本领, 荣誉卡: a surname that is a word, before or in another word
            total -= 4.0 if name[0] == "和" and name[1:] in self.words.tags else 0.0  # 骑手和货车司机
            total -= 3.0 if self.word(name[:2]) else 2.0 if self.word(name[1:]) else 0.0
        elif len(name) > 2 and self.word(name[:2]):
            total -= 1.5  # 郑重|常…
        # 水生|发明, not 水|生发|明; 志高|等巡回宣讲
        behind = self.words.tags.get(text[end : end + 2], "").startswith("v") or _AND_OTHERS.match(text, end)
        parted = len(name) > 2 and bool(behind)
        if self.word(text[end - 1 : end + 1]) and text[end + 1 : end + 2] != "着" and not parted:
            total -= 2.0  # 某某正|在 is 某某|正在, 某某认|为 is 某某|认为; not 某某海|带着
        return total

    def whole(self, text: str, end: int) -> bool:
        """Whether a word begins at `end`: a mark, a particle, or a word of the dictionary of two characters or more."""
        if (
            end >= len(text)
            or text[end] in context.ENDERS
            or not "\u4e00" <= text[end] <= "\u9fff"
            or context.AFTER.match(text, end)
        ):
            return True
        first = next(iter(self.words.cut(text[end : end + 8])), None)
        return first is not None and bool(first.tag) and len(first.word) >= 2 and not first.tag.startswith("nr")

    def _clear(self, text: str, at: int, end: int) -> bool:
        """Whether no two neighbouring characters of a name, or its last and the next, are a word: 高级技师某某某指给;
        not 徒弟某某|问, 检修工|段某某."""
        if text[max(0, at - 1) : at + 1] == "工段" or self.words.tags.get(text[end - 1], "")[:1] in ("v", "p", "d"):
            return False
        return not any(self.word(text[i : i + 2]) for i in range(at, end) if text[i : i + 2] != text[at + 1 : end])

    def verbal(self, text: str, end: int) -> bool:
        """Whether a verb, preposition or adverb of one character follows: 钳工某某某评上高级技师, 校长某某某连…都."""
        first = next(iter(self.words.cut(text[end : end + 8])), None)
        return first is not None and (
            first.tag.startswith(("v", "p", "d")) or self.words.tags.get(first.word[0], "") in ("v", "p", "d")
        )

    def word(self, letters: str) -> bool:
        """Whether letters are a word of the language and no name."""
        tag = self.words.tags.get(letters, "")
        if letters in self.common:
            return True
        return len(letters) > 1 and bool(tag) and not tag.startswith(("nr", "nz", "x"))
