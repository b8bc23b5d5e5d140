"""People, by surname and context: a post or trade before the name, or 同志, 老师, 说 and the like behind it.

In: a sentence's text. Out: mentions. Order: names behind a title (某县总工会主席某某某), an age or 叫; portraits that
open with a name and its post; names before an address or a verb of saying; lists joined by 、 that begin with a name
so found; minority names with an interpunct. Names are often words (高峰, 方向): each candidate of two or three
characters is weighed by its context against what speaks for a word, and the best is taken if it weighs enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.mentions import person_contexts as context
from graph.mentions.lexicon import Lexicon
from graph.mentions.minority import dotted, pointed, spelled, spelled_before
from graph.mentions.weights import Weights
from graph.mentions.words import Words
from graph.model import EntityType

_BRIDGE = re.compile(r"(?:、|和|与)")
POST, NOUN, AGED, SPEAKS = 3.0, 1.5, 3.0, 2.0  # what a context before a name weighs
OF_A_SHOP = 1.0  # 机电科的某某某: enough for three characters where nothing speaks against them
_HEAD = 2.0  # a heading's first word
_CALLED = 4.5  # 叫某某，
_ENOUGH = 2.5


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
    nouns: frozenset[str]
    surnames: frozenset[str]
    common: frozenset[str]
    words: Words
    weights: Weights

    def find(self, text: str) -> Iterator[PersonName]:
        """The people of a sentence; the same name may be found by several rules."""
        for match in self.titled.finditer(text):
            minority = pointed(text, match.end(), self.words.tags)
            if minority and text[minority[0]] not in "的在":
                yield PersonName(*minority, "person-minority", Decimal("0.85"))
            elif text.startswith("程", match.end()) and match.group().endswith("工"):
                continue  # 机电工程系主任
            elif not minority and text.startswith(" ", match.end()):  # 某市总工会常务副主席 某某某
                yield from self._named(text, match.end() + 1, "person-title", POST)
            elif not minority and not (match.group() == "老师" and text.startswith("傅", match.end())):
                if match.group() not in self.nouns and text.startswith("的", match.end()):
                    yield from self._named(text, match.end() + 1, "person-title", NOUN)  # 首席技师的某某某
                weight = (
                    NOUN if match.group() in self.nouns and not context.A_POST.match(text, match.start() - 1) else POST
                )
                yield from self._named(text, match.end(), "person-title", weight)
                yield from self._spelled(text, match.end())
                if weight == POST:
                    yield from self._unsurnamed(text, match.end())
        for match in context.TRADE.finditer(text):
            minority = pointed(text, match.end(), self.words.tags)
            if minority:
                yield PersonName(*minority, "person-minority", Decimal("0.8"))
            else:
                at_work = context.WORKS_AT.search(text, max(0, match.start() - 16), match.start() + 1)
                yield from self._named(text, match.end(), "person-trade", POST if at_work else NOUN)
                yield from self._spelled(text, match.end())
        for start, end in dotted(text):
            yield PersonName(start, end, "person-minority", Decimal("0.8"))
        for match in context.OF_A_SHOP.finditer(text):
            yield from self._named(text, match.end(), "person-of", OF_A_SHOP)
        for match in context.FELLOW.finditer(text):
            yield from self._named(text, match.end(), "person-context", AGED)
            yield from self._spelled(text, match.end())
        for match in context.AGED.finditer(text):
            yield from self._named(text, match.end(), "person-context", AGED if "岁" in match.group() else _CALLED)
        for match in context.PRESENTED.finditer(text):
            yield from self._named(text, match.start(1), "person-presented", AGED)
        opening = context.PORTRAIT.search(text)
        if opening:
            yield from self._named(text, opening.start(1), "person-portrait", _CALLED)
        for match in context.OF_A_SEX.finditer(text):
            name = match.group(1) if match.group(1)[0] in self.surnames else match.group(1)[1:]
            if name[0] in self.surnames and not set(name[1:]) & context.NOT_GIVEN and len(name) > 1:
                yield PersonName(match.end(1) - len(name), match.end(1), "person-context", Decimal("0.9"))
        for match in context.BY_HIM.finditer(text):
            yield from self._whole_name(text, *match.span(1))
        for match in context.OF_THEIRS.finditer(text):
            yield from self._whole_name(text, match.end(), match.end() + 3)
        for match in context.ROLL.finditer(text):
            yield from self._whole_name(text, *match.span(match.lastindex or 1))
        for match in context.THE_ONE.finditer(text):
            yield from self._named(text, match.end(), "person-of", SPEAKS)
        somebody = context.IS_SOMEBODY.match(text)
        if somebody:
            yield from self._named(text, 0, "person-presented", SPEAKS)
        headed = context.HEADED.match(text)
        if headed:
            yield from self._named(text, 0, "person-headed", _HEAD)
        for match in context.HIS_STUDIO.finditer(text):
            yield from self._whole_name(text, match.start(1), match.end(1))
        for match in context.HONOURED.finditer(text):
            yield from self._named(text, match.end(), "person-honoured", AGED)
        for match in context.AFTER.finditer(text):
            yield from self._listed(text, match.start())
        for match in context.CLOSED.finditer(text):
            yield from self._listed(text, match.start())

    def at_firm(self, text: str, at: int) -> Iterator[PersonName]:
        """A name right behind a firm's, in a list or before a word of winning: 云起特钢某某某、云起锑业某某分获冠军."""
        for length in (3, 2):
            end = at + length
            if context.WINS.match(text, end) and text[end - 1] not in "分双":
                yield from self._whole_name(text, at, end, told=True)
                if text[end : end + 1] in ("、", "和"):
                    yield from self.at_firm(text, end + 1)  # 某某公司甲某、乙某某包揽前两名
                return

    def coined(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a clause begins with what could be a name of three characters, by its surname and no word in it."""
        for match in context.HEADS.finditer(text):
            name = match.group(1)
            plain = name[0] in self.surnames and not set(name[1:]) & context.NOT_GIVEN
            words = self.weights.word(name) or self.weights.word(name[:2]) or name[1:] in self.common
            leader = text.startswith("总书记", match.end())
            if plain and not words and not leader and not self.weights.word(text[match.end() - 1 : match.end() + 1]):
                yield match.start(1), match.end(1)

    def doubtful(self, name: str) -> bool:
        """Whether a name begins with a surname that is more often a word (马, 强)."""
        return name[0] in context.WEAK

    def _whole_name(self, text: str, at: int, end: int, told: bool = False) -> Iterator[PersonName]:
        """A name with nothing before or behind it: the one in 的某某某劳模创新工作室, of which none is a word, unless
        what stands around it tells (`told`) that somebody is named there."""
        name = text[at:end]
        surname = next((n for n in (2, 1) if name[:n] in self.surnames), 0)
        given = name[surname:]
        words = self.weights.word(name) or self.weights.word(name[:2]) or (len(given) > 1 and given in self.common)
        words = words and not (told and len(name) == 3 and name[0] not in context.WEAK)
        barred = set(given[1:] if given[:1] in ("月", "向") else given) & context.NOT_GIVEN  # 某月琴
        if name[0] != "那" and surname and 1 <= len(given) <= 2 and not barred and not words:
            yield PersonName(at, end, "person-whole", Decimal("0.85"))

    def _unsurnamed(self, text: str, at: int) -> Iterator[PersonName]:
        """Three characters with no word in them between a post and a verb: a name whose surname no list has."""
        name, end = text[at : at + 3], at + 3
        if len(name) < 3 or name[0] in self.surnames or not all("\u4e00" <= c <= "\u9fff" for c in name):
            return
        parts = (name, name[:2], name[1:], text[end - 1 : end + 1])
        verbal = self.words.tags.get(name[0], "")[:1] in tuple("vpdrmcu") and not context.AFTER.match(text, end)
        plain = (
            not verbal
            and not set(name) & (context.NOT_GIVEN | context.ENDERS | context.NUMERALS)
            and not any(self.weights.word(p) for p in parts)
        )
        plain = plain and not context.quoted(text, at - 1, end)  # “小哥暖心屋”
        if plain and (self.weights.whole(text, end) or self.weights.verbal(text, end)):
            yield PersonName(at, end, "person-unsurnamed", Decimal("0.7"))

    def _spelled(self, text: str, at: int) -> Iterator[PersonName]:
        for end in spelled(text, at, self.weights):
            yield PersonName(at, end, "person-minority", Decimal("0.7"))

    def _listed(self, text: str, at: int) -> Iterator[PersonName]:
        """The names of a list that ends at `at`, from the last back: 某某某、某某等5人被评为."""
        for name in self._before(text, at):
            yield PersonName(name.start, name.end, name.rule, name.confidence)
            if text.startswith("、", name.start - 1):
                yield from self._listed(text, name.start - 1)

    def _named(self, text: str, at: int, rule: str, weight: float) -> Iterator[PersonName]:
        """A name that begins at `at`, and those that 、 joins to it."""
        end, weighed = self._end(text, at, weight)
        if not end or context.quoted(text, at, end):
            return  # “柳工云课” is no Mr 云
        yield PersonName(at, end, rule, Decimal("0.9") if weighed >= _ENOUGH + 1 else Decimal("0.75"))
        bridge = _BRIDGE.match(text, end)
        if bridge:
            sure = weight >= POST or context.AFTER.match(text, bridge.end() + 3) is not None
            weight = POST if sure else SPEAKS
            following, _ = self._end(text, bridge.end(), weight)
            if following and (
                following == len(text)
                or text[following] in "、，。等和统供被）"
                or context.AFTER.match(text, following)
            ):
                yield from self._named(text, bridge.end(), "person-list", weight)

    def _end(self, text: str, at: int, weight: float) -> tuple[int, float]:
        """Where a name that starts at `at` ends, and how much speaks for it; 0 where none starts."""
        double = text[at : at + 2] in self.surnames
        if text[max(0, at - 1) : at + 1] == "工段" and text[at + 1 : at + 2] in "上里内中下的长":
            return 0, 0.0  # 灯亮在工段上
        if not double and text[at : at + 1] not in self.surnames:
            return 0, 0.0
        base = at + (2 if double else 1)
        best = (0, 0.0)
        for length in (2, 1):
            end = base + length
            given = text[base:end]
            late = _late(text, end, given, weight)
            early = (
                len(given) == 2
                and given[0] in "向为有从会日"
                and weight >= (NOUN if given[0] in "从会日" else POST)
                and given[1] not in context.NOT_GIVEN
            )  # 向荣
            if (
                len(given) < length
                or set(given[: length - 1] if late else given[1:] if early else given) & context.NOT_GIVEN
                or not all("\u4e00" <= c <= "\u9fff" for c in given)
            ):
                continue
            if length == 2 and self.words.tags.get(given, "").startswith("m") and given[1] != "里":
                continue  # 部长那一席; not 班长某万里
            weighed = weight + self.weights.of(text, at, end) + (1.5 if double and length == 1 else 0.0)  # 欧阳|倩
            weak = (
                text[at] in context.WEAK
                and text[at] != "和"
                and not self.weights.word(text[at : at + 2])
                and not self.weights.word(text[at:end])
            )
            weak = weak and weight >= POST and length == 2 and not set(given) & context.NUMERALS
            if weak and self.weights.word(given):
                weighed += 1.5  # 工会主席曾伟民: 伟民 is no word there
            if text[end - 1] in "给却便仍摄谈" or context.PUPILS.match(text, end - 1):
                weighed -= 1.0  # 副总经理某某|给记者, 老师傅带|新徒弟
            if weighed >= _ENOUGH and weighed > best[1]:
                best = (end, weighed)
        return best

    def _before(self, text: str, at: int) -> Iterator[PersonName]:
        """A name that ends at `at`, with a word's edge before it."""
        begins = spelled_before(text, at, self.weights)
        if begins >= 0 and (begins == 0 or self._edge(text, begins)):
            yield PersonName(begins, at, "person-minority", Decimal("0.7"))
            return
        for length in (4, 3, 2):
            start = at - length
            if start < 0 or not (text[start] in self.surnames or text[start : start + 2] in self.surnames):
                continue
            if length == 4 and text[start : start + 2] not in self.surnames:
                continue
            name = text[start:at]
            if name.endswith(context.FORMS_OF_ADDRESS) or set(name[1:]) & context.NOT_GIVEN or name[:2] in self.common:
                continue
            if self.weights.word(name) or (
                name[0] in context.WEAK and (self.weights.word(name[1:]) or self.weights.word(name[:2]))
            ):
                continue
            if not all("\u4e00" <= c <= "\u9fff" for c in name):
                continue
            if name[-1] == "来" and text.startswith("说", at) and text[start - 1 : start] in ("对", "于", "的"):
                continue  # 对向春来说: his name is 向春
            if start == 0 or self._edge(text, start):
                yield PersonName(start, at, "person-address", Decimal("0.85"))
                return

    def _edge(self, text: str, start: int) -> bool:
        """Whether a word ends right before `start`."""
        if text[start - 1] in "，。：；、！？“”的由和与及":
            return True
        before = self.words.cut(text[max(0, start - 6) : start])
        return bool(before[-1].tag) and len(before[-1].word) >= 2


def _late(text: str, end: int, given: str, weight: float) -> bool:
    """Whether the last character of a given name is one that seldom ends any: 秋月介绍, 柏年打了, 广和挂帅."""
    if given[1:] in ("月", "之"):
        return context.AFTER.match(text, end) is not None
    behind = text[end : end + 1]
    if given[1:] == "年":  # not 近五十, 初
        return behind not in "近轻初底中末幼纪年" and (weight >= POST or behind in "，。、；")
    he = given[1:] or (given if weight >= POST else "")  # 广和挂帅, 董事长苏和说
    return he == "和" and weight >= NOUN and context.ACTS.match(text, end) is not None


def load_people(lexicon: Lexicon, words: Words) -> People:
    """The recogniser over titles and surnames."""
    titles = "|".join(map(re.escape, lexicon.titles))
    weights = Weights(lexicon.not_names, words)
    titled = re.compile(rf"(?:{titles})(?:——)?(?!和(?:{titles}))")  # 董事长|和总经理
    return People(titled, lexicon.nouns, lexicon.surnames, lexicon.not_names, words, weights)
