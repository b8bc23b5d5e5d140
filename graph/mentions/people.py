"""People, by surname and context: a post or trade before the name, or 同志, 老师, 说 and the like behind it.

In: a sentence's text and tokens. Out: mentions. Order: names behind a title (县总工会主席某某某); names before an
address or a verb of saying; lists joined by 、 that begin with a name so found; minority names with an interpunct.
A name has two or three characters (compound surnames: four); the third belongs to it when the word behind it is whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.mentions.lexicon import Lexicon
from graph.mentions.words import Words
from graph.model import EntityType

_HAN = "[\u4e00-\u9fff]"
_AFTER = re.compile(
    r"(?:同志|老师|教授|师傅|先生|女士|介绍|表示|告诉|坦言|感慨|回忆|激动地说|高兴地说|自豪地说|笑着说|说道|说[，：]|说$|说。|一行|指出|强调|认为|率队|带队|出席|主持|深有感触|荣获|获评|被评为|被授予|当选)"
)
_MINORITY = re.compile(rf"{_HAN}{{2,6}}·{_HAN}{{2,6}}?(?={_AFTER.pattern}|[，。、；：！？”）]|等|在|的|是|从|把|被|$)")
_BRIDGE = re.compile(r"(?:、|和)")
_NOT_GIVEN = set(
    "的了在是为和与及等将把被对到由从向说也都还就又很更最并而或但则因所以之其此这那个们省市县区旗镇乡村局厅部委会工党政年月日时两百亿第届级类型，。、；："
)
_FORMS_OF_ADDRESS = (
    "先生",
    "女士",
    "律师",
    "老师",
    "师傅",
    "经理",
    "教授",
    "主任",
    "书记",
    "主席",
    "队长",
    "班长",
    "某",
    "某某",
)
_ENDERS = set("，。、；：！？”’）》…等在是的也和与说被把将从到对为获曾就还都已经带向正又用则以及")
_WEAK = set(
    "强高文关平常任方成安时田路车房代单解应温万项向严明毛白金黄江石马牛苗花水沙古连游章全曾简鲁武童包施谢荣祝支冷甘查计经党边乐满双齐师余有于和能来"
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in a sentence."""

    start: int
    end: int
    rule: str
    confidence: Decimal
    type: EntityType = EntityType.PERSON
    hint: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """The contexts, compiled over the word lists of titles and surnames."""

    titled: re.Pattern[str]
    surnames: frozenset[str]
    common: frozenset[str]
    words: Words

    def find(self, text: str) -> Iterator[PersonName]:
        """The people of a sentence; the same name may be found by several rules."""
        for match in self.titled.finditer(text):
            minority = _MINORITY.match(text, match.end())
            if minority:  # “心系职工·情暖万家” is a slogan, 职工买买提·艾力 a person
                yield PersonName(minority.start(), minority.end(), "person-minority", Decimal("0.85"))
            else:
                yield from self._named(text, match.end(), "person-title", Decimal("0.9"))
        for match in _AFTER.finditer(text):
            yield from self._before(text, match.start())

    def _named(self, text: str, at: int, rule: str, confidence: Decimal) -> Iterator[PersonName]:
        end = self._end(text, at)
        if not end:
            return
        yield PersonName(at, end, rule, confidence)
        bridge = _BRIDGE.match(text, end)
        if bridge:
            following = self._end(text, bridge.end())
            if following and (
                following == len(text) or text[following] in "、，。等和统供）" or _AFTER.match(text, following)
            ):
                yield from self._named(text, bridge.end(), "person-list", Decimal("0.75"))

    def _end(self, text: str, at: int) -> int:
        """Where a name that starts at `at` ends; 0 where none starts."""
        double = text[at : at + 2] in self.surnames
        if not double and text[at : at + 1] not in self.surnames:
            return 0
        base = at + (2 if double else 1)
        options = []
        for length in (2, 1):
            end = base + length
            given = text[base:end]
            if len(given) < length or set(given) & _NOT_GIVEN or not all("\u4e00" <= c <= "\u9fff" for c in given):
                continue
            options.append(end)
        if not options or text[at : at + 2] in self.common:
            return 0
        for end in options:
            if end == options[0] and len(options) == 2 and self._begins(text, end - 1):
                continue  # 某某正|在 is 某某|正在, 某某认|为 is 某某|认为
            if self._whole(text, end) and not self._word(text[at:end]):
                return end
        return 0

    def _begins(self, text: str, at: int) -> bool:
        """Whether a verb, adverb or preposition of two characters begins at `at`."""
        tag = self.words.tags.get(text[at : at + 2], "")
        return tag.startswith(("v", "d", "p", "c")) and not tag.startswith("vn")

    def _whole(self, text: str, end: int) -> bool:
        """Whether a word begins at `end`: a mark, a particle, or a word of the dictionary of two characters or more."""
        if end >= len(text) or text[end] in _ENDERS or not "\u4e00" <= text[end] <= "\u9fff" or _AFTER.match(text, end):
            return True
        first = next(iter(self.words.cut(text[end : end + 8])), None)
        return first is not None and bool(first.tag) and len(first.word) >= 2 and not first.tag.startswith("nr")

    def _word(self, name: str) -> bool:
        """Whether the letters of a would-be name are a word of the language."""
        parts = [name]
        if name[0] in _WEAK:  # 强本领, 高水平: a surname that is a word, before or in another word
            parts += [name[1:], name[:2]]
        tags = [self.words.tags.get(part, "") for part in parts if len(part) > 1]
        return any(tag and not tag.startswith(("nr", "nz", "x")) for tag in tags)

    def _before(self, text: str, at: int) -> Iterator[PersonName]:
        """A name that ends at `at`, with a word's edge before it."""
        for length in (4, 3, 2):
            start = at - length
            if start < 0 or not (text[start] in self.surnames or text[start : start + 2] in self.surnames):
                continue
            if length == 4 and text[start : start + 2] not in self.surnames:
                continue
            name = text[start:at]
            if name.endswith(_FORMS_OF_ADDRESS):
                continue
            if set(name[1:]) & _NOT_GIVEN or self._word(name) or name[:2] in self.common:
                continue
            if not all("\u4e00" <= c <= "\u9fff" for c in name):
                continue
            before = self.words.cut(text[max(0, start - 6) : start])
            edge = not before or (
                bool(before[-1].tag) and (len(before[-1].word) >= 2 or before[-1].word in "，。：；、！？“”的由和与及")
            )
            if edge or start == 0:
                yield PersonName(start, at, "person-address", Decimal("0.85"))
                return


def load_people(lexicon: Lexicon, words: Words) -> People:
    """The recogniser over titles and surnames."""
    titles = "|".join(map(re.escape, lexicon.titles))
    return People(re.compile(rf"(?:{titles})(?:——)?"), lexicon.surnames, lexicon.not_names, words)
