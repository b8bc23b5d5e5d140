"""Figures: the numbers of a report that measure something, with what they count, by whom, and over which period.

In: a Reading. Out: `Figure`s in the order of the text, the same number for the same thing told twice being one.
Order, a sentence at a time: (1) quantities outside dates, names, titles and quoted slogans; (2) those that count
nothing are left out: articles (一个), slogans (六大工程), ranks (前三名), spans of time that nobody measured (五年);
(3) each gets its indicator (`indicators`), with the theme of an earlier clause where it is thin, its period (`dates`)
and its actor (the first who acts there; none, no figure); (4) targets are marked as planned; (5) repeats are merged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from graph.facts.counting import counts
from graph.facts.dates import When, date_before
from graph.facts.indicators import (
    LONGEST,
    Clause,
    Words,
    clauses_of,
    first_verb,
    indicators,
    is_thin,
    standard_words,
    tidy,
    with_theme,
    without,
)
from graph.facts.quantities import Quantity, quantities
from graph.facts.reading import Reading
from graph.model import Figure, Sentence, SentenceKind

_EACH = re.compile(
    r"((?:[\u4e00-\u9fff]{1,8}、)+[\u4e00-\u9fff]{1,12}?)分别([\u4e00-\u9fff]{0,4}?)(?:不?[低高少多]于|为|达到?|约|是)?$"
)
_SHARED = re.compile(r"(?:每[人月年次届]|月|年|津贴|补贴|奖金|工资|薪).*$")
_JOINED = ("、", "和", "，共", "、共", "，计")
_ALIKE = ("、", "和", "及")
_CHOSEN = re.compile(r"，((?:组成|组建)[^，。；]{2,14})")
_SHORT = 6  # characters of an indicator that gets what the clause before it tells of
_QUOTED = re.compile(r"“[^“”，。；！？]{1,30}”|《[^《》]*》|‘[^‘’，。；！？]{1,30}’")
_NUMBER_SIGN = re.compile(r"[\d一二两三四五六七八九十百千万亿番]")
_PLANNED = re.compile(
    r"力争|争取|预计|拟(?=[新建培组开投])|有望|(?<![\u4e00-\u9fff])计划"
    r"|计划(?=新|培|建|投|组|开|到|在|用|年内|完成|引进|实施)"
    r"|将(?:在|于|再|新|力争|继续|建|培[训养育]|组织|开|投|举|发[放展]|选|实现|完成|达到|打造|覆盖|提供|引进)"
)
_PLANNED_SENTENCE = re.compile(r"下一步|今后|未来|接下来|目标是|力争|争取")
_GRADE = re.compile(r"国家级|[省市县区]级|全[国省市]|第[一二三四五六七八九十]+[批届]|首批")
_MEDIA = re.compile(r"(?:[日晚时早周]报|电视台|总台|新华社|新闻网|通讯社|融媒体中心)$")
_NOMINAL = re.compile(r"的(?:共计?|已|就|也|仅|各)?有?$")
_PREDICATE = re.compile(r"达|为|突破|超|高达|多达|逾")
_BY_YEAR = re.compile(r"(?<![加长高升大降少展])到((?:19|20)\d{2})年[底末]?(?!以来)")


def figures(reading: Reading) -> tuple[Figure, ...]:
    """The figures of a report. Those without an actor are left out."""
    words = standard_words()
    whens = reading.whens()
    latest = _latest_year(reading, whens)
    found: list[tuple[int, Figure]] = []
    before: Sentence | None = None
    for sentence in reading.document.sentences:
        if sentence.kind is not SentenceKind.BYLINE and _NUMBER_SIGN.search(sentence.text):
            goes_on = before is not None and (before.section, before.paragraph) == (
                sentence.section,
                sentence.paragraph,
            )
            rows = _in_sentence(reading, sentence, whens, words, latest, before if goes_on else None)
            found += [(sentence.index, figure) for figure in rows]
        before = sentence
    return _merged(found)


def _theme_before(sentence: Sentence | None, whens: Sequence[tuple[When, ...]], words: Words) -> str:
    """What the sentence before tells of, by its first clause that is one: for 现在结了九百多对 behind 第三条是拜师。"""
    if sentence is None or sentence.kind is not SentenceKind.BODY:
        return ""
    cut = [(w.start, w.end) for w in whens[sentence.index]]
    for clause in reversed(clauses_of(sentence.text)):
        phrase = tidy(_plain(sentence.text, clause, cut, quantities(sentence.text, cut)), words)
        if phrase and not is_thin(phrase, words):
            return phrase
    return ""


def _latest_year(reading: Reading, whens: Sequence[tuple[When, ...]]) -> str:
    """The latest year that a report tells of other than as a term (到2027年), or ""."""
    sentences = zip(reading.document.sentences, whens, strict=True)
    years = (w.iso[:4] for s, row in sentences for w in row if w.iso and not s.text[: w.start].endswith(("到", "至")))
    return max(years, default="")


def _in_sentence(
    reading: Reading,
    sentence: Sentence,
    dates: Sequence[tuple[When, ...]],
    words: Words,
    latest: str,
    before: Sentence | None,
) -> list[Figure]:
    text, whens = sentence.text, dates[sentence.index]
    cut = [(w.start, w.end) for w in whens]
    named = [(n.start, n.end) for n in reading.named[sentence.index]]
    skip = [*cut, *named, *(m.span() for m in _QUOTED.finditer(text))]
    found = quantities(text, skip)
    if not found:
        return []
    out: list[Figure] = []
    last = ""
    about = ""  # the last clause without a figure
    theme, verb, shape = "", "", ""  # of the clauses before: what they tell of, a list's verb, and how its items look
    for clause in clauses_of(text):
        counted = [q for q in found if clause.start <= q.start < clause.end and counts(text, q, clause, words)]
        if sentence.kind is SentenceKind.HEADING:
            counted = [q for q in counted if not q.chinese]  # 两家企业的打法 is no count
        if not counted:
            theme, verb = tidy(_plain(text, clause, cut, found), words) or theme, ""
            about = theme
            continue
        thin = True
        phrases = indicators(text, clause, counted, cut, words)
        own = _respectively(text, clause, counted, phrases)
        each, phrases = own is not phrases, own
        looks = _shape(text, clause, counted)
        part = text.startswith("其中", clause.start)
        if verb and looks == shape and not part and not words.verb.search(text, clause.start, clause.end):
            phrases = [verb + phrase for phrase in phrases]
        for at, (quantity, phrase) in enumerate(zip(counted, phrases, strict=True)):
            before_it = counted[at - 1] if at else quantity
            joined = text[before_it.end : quantity.start] in _JOINED and before_it.unit != quantity.unit
            series = not each and text[before_it.end : quantity.start] in _ALIKE and before_it.unit == quantity.unit
            if at and (series or (joined and is_thin(phrase, words))):
                phrase = last  # 给付1870人次、468万元; 分别奖励5000元、3000元、2000元
            elif theme and len(phrase) <= 8 and part:
                phrase = with_theme(theme, "中" + phrase)
            elif is_thin(phrase, words) or (len(phrase) <= 5 and _NOMINAL.search(text[clause.start : quantity.start])):
                phrase = with_theme(theme or _theme_before(before, dates, words), phrase)
            else:
                chosen = _CHOSEN.match(text, quantity.end)
                if chosen and len(phrase) + len(chosen.group(1)) <= LONGEST:
                    phrase += chosen.group(1)  # 从班组长中挑出86人，组成宣讲队
                if about and len(phrase) <= _SHORT:
                    phrase = with_theme(about, phrase)  # …办起夜校，报名300人: those of the school
                thin = False
            last = phrase
            actor = _actor(reading, sentence.index, quantity.start)
            if actor and phrase:
                explicit = reading.explicit(sentence.index, quantity.start)
                out.append(_figure(sentence, clause, quantity, phrase, actor, explicit, whens, latest))
        if not thin or not theme:
            theme = last
        verb, shape = first_verb(phrases[0], words), looks
    return out


def _respectively(text: str, clause: Clause, counted: Sequence[Quantity], phrases: list[str]) -> list[str]:
    """The indicators of a list with 分别, each with its own item: 高级工、技师每月津贴分别不低于500元、1000元."""
    match = _EACH.search(text, clause.start, counted[0].start)
    items = match.group(1).split("、") if match else []
    if match is None or len(items) != len(counted) or len(items) < 2:
        return phrases
    shared = _SHARED.search(items[-1])
    items[-1] = items[-1][: shared.start()] if shared else items[-1]
    rest = f"{shared.group() if shared else ''}{match.group(2)}"
    return [f"{item}{rest}" for item in items]


def _actor(reading: Reading, sentence: int, position: int) -> str:
    """The first who acts at a place; "" where nobody does.

    How often the media wrote is a figure of the one they wrote about, who acts at the head of the sentence.
    """
    for actors in (reading.actors(sentence, position), reading.actors(sentence, 0)):
        for key in actors:
            if key not in reading.entities or not _MEDIA.search(reading.entities[key].name):
                return key
    return next(iter(reading.actors(sentence, position)), "")


def _shape(text: str, clause: Clause, counted: Sequence[Quantity]) -> str:
    """Whether a clause is an item of a list: 书屋12个 ("behind"), 12个书屋 ("before"); 书屋达到12个 is none ("")."""
    quantity = counted[-1]
    nominal = _NOMINAL.search(text[clause.start : counted[0].start]) is not None
    if nominal or _PREDICATE.match(text, quantity.start) or quantity.kind == "share" or quantity.origin is not None:
        return ""
    return "before" if quantity.end < clause.end else "behind"


def _plain(text: str, clause: Clause, dates: Sequence[tuple[int, int]], found: Sequence[Quantity]) -> str:
    """A clause that may be a theme, without dates and quantities."""
    if any(clause.start <= a and b <= clause.end and b - a >= clause.end - clause.start - 2 for a, b in dates):
        return ""  # a clause that is a date is no theme
    return without(text, clause.start, clause.end, sorted([*dates, *((q.start, q.end) for q in found)]))


def _figure(
    sentence: Sentence,
    clause: Clause,
    quantity: Quantity,
    phrase: str,
    actor: str,
    explicit: bool,
    whens: tuple[When, ...],
    latest: str,
) -> Figure:
    text = sentence.text
    when = date_before(tuple(w for w in whens if text[w.start - 1 : w.start] not in ("比", "较")), quantity.start)
    planned = _planned(sentence.text, clause, quantity, latest)
    confidence = Decimal("0.92")
    if not explicit:
        confidence -= Decimal("0.1")
    if quantity.chinese and quantity.kind not in ("money", "share"):
        confidence -= Decimal("0.15")
    if sentence.kind is not SentenceKind.BODY or len(phrase) < 4:
        confidence -= Decimal("0.15")
    rule = "change" if quantity.origin is not None else "range" if quantity.low is not None else "count"
    return Figure(
        evidence=sentence.spans(clause.start, clause.end),
        rule=f"figures.{rule}",
        confidence=confidence,
        actor=actor,
        indicator=phrase,
        unit=quantity.unit,
        bound=quantity.bound,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        origin=quantity.origin,
        period=when.text if when is not None else None,
        planned=planned,
    )


def _planned(text: str, clause: Clause, quantity: Quantity, latest: str) -> bool:
    """Whether a number is a target: 将培训5万人, 力争达到, 到2027年 …; 已 and 累计 say that it is reached.

    `latest` is the latest year of which the report tells otherwise: 到2022年 in a report of 2023 is no target.
    """
    said = text[: quantity.start]
    if re.search(r"已|累计|截至|共(?![同产建享])", said[-30:]):
        return False
    by = _BY_YEAR.search(said)
    if by is not None and by[1] > latest:
        return True
    return _PLANNED.search(text, clause.start, quantity.start) is not None or _PLANNED_SENTENCE.search(said) is not None


def _merged(found: Sequence[tuple[int, Figure]]) -> tuple[Figure, ...]:
    """The figures, those told again in another sentence joined to the first telling, with both evidences."""
    kept: list[tuple[int, Figure]] = []
    places: dict[tuple[object, ...], list[int]] = {}
    for index, figure in found:
        key = (figure.actor, figure.unit, figure.value, figure.low, figure.high, figure.origin, figure.planned)
        same = [at for at in places.get(key, []) if _again(kept[at], (index, figure))]
        if same:
            first_index, first = kept[same[0]]
            evidence = first.evidence + tuple(s for s in figure.evidence if s not in first.evidence)
            confidence = max(first.confidence, figure.confidence)
            kept[same[0]] = (first_index, replace(first, evidence=evidence, confidence=confidence))
        else:
            places.setdefault(key, []).append(len(kept))
            kept.append((index, figure))
    return tuple(f for _, f in kept)


def _again(first: tuple[int, Figure], second: tuple[int, Figure]) -> bool:
    """Whether the second figure, equal in number, unit and actor, is the first one told again."""
    one, other = first[1].indicator, second[1].indicator
    return one == other or (first[0] != second[0] and _alike(one, other, second[1].value or Decimal(0)))


def _alike(one: str, other: str, value: Decimal) -> bool:
    """Whether two indicators tell of the same thing: neighbouring characters in common, fewer for a large value."""
    pairs = [{t[i : i + 2] for i in range(len(t) - 1)} for t in (one, other)]
    common = len(pairs[0] & pairs[1])
    if set(_GRADE.findall(one)) ^ set(_GRADE.findall(other)) and value < 100:
        return False  # 省级工作室6个 and 市级工作室6个
    return common >= 2 and (value >= 100 or common >= 4 or 3 * common >= min(len(p) for p in pairs))
