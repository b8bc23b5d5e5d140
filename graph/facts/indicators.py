"""What a number counts: a noun phrase with its verb that can be read alone (建设县级职工书屋, 参与“五小”竞赛活动).

In: a sentence, its clauses and the quantities in them. Out: one indicator text a quantity, 4 to 30 characters long
where the sentence allows, without the number itself.
Order: (1) a sentence is cut into clauses at ，；。：and at brackets that hold a number; (2) in a clause a number stands
before its noun (5家企业) or behind it (企业5家), items of a list share verb or predicate; (3) dates, adverbs and empty
verbs at the edges are taken off; (4) a clause that says little alone (惠及职工, 比上次多) gets the theme before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.facts.quantities import Quantity

WORDS_FILE = Path(__file__).with_name("indicator_words.tsv")
ROLES = frozenset({"verb", "thin", "lead", "countable", "slogan"})
LONGEST = 30

_BREAK = re.compile(r"[，；。！？：]|——|…+")
_LIST_MARK = re.compile(
    r"(?:[·•★☆✓▪▲]\s*|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?=\d{1,2}月|\D))+"
)
_COUNTING_BRACKET = re.compile(r"（[^（）“”《》]*\d[^（）“”《》]*）")
_SEPARATOR = re.compile(r"^(?:[、，；。：！？（）]|和|及|以及|与(?!会)|$)")
_TRAIL = re.compile(
    r"(?:达到|达|为|是|在|(?<!平)均|的|了|超|共计|总计|累计|共|有|(?<![节签合制预集])约|等|至|到|从|由|各|分别|已|也|(?<!成)就|又|还|(?<![成首])都|(?<!人)才"
    r"|(?<![叫当合])做|(?<![主承合联举创开兴申停督])办)$"
)
_INNER = re.compile(r"累计|共计|总计|分别|先后|成功(?!率)|陆续|相继|为期|的?基础上|(?<=[^为除罢])了(?![解然结望不得])")
_LIST = re.compile(r"[^，。；“”《》]+、[^，。；“”《》]+?等(?:工作|方面|形式|方式|手段)?(?=[^、，。；])")
_CLOSERS = {"“": "”", "《": "》", "（": "）", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A half-open stretch of a sentence's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The word list as expressions: what each role matches, anchored where the role needs it."""

    verb: re.Pattern[str]
    lead: re.Pattern[str]
    thin: re.Pattern[str]
    countable: re.Pattern[str]
    slogan: re.Pattern[str]


def load_words(path: Path = WORDS_FILE) -> Words:
    """The words of `indicator_words.tsv`. Raises ValueError naming file and line where a line is bad."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0] != "word\trole":
        raise ValueError(f"{path}:1: header must be word, role")
    roles: dict[str, list[str]] = {role: [] for role in ROLES}
    last = ""
    for number, line in enumerate(lines[1:], start=2):
        word, _, role = line.partition("\t")
        if not word or role not in ROLES:
            raise ValueError(f"{path}:{number}: must be a word and one of {', '.join(sorted(ROLES))}")
        if line <= last:
            raise ValueError(f"{path}:{number}: {word} is out of order or double")
        last = line
        roles[role].append(re.escape(word))
    either = {role: "|".join(sorted(words, key=lambda w: (-len(w), w))) for role, words in roles.items()}
    return Words(
        re.compile(either["verb"]),
        re.compile(rf"^(?:(?:{either['lead']})(?![员校册职岗编读建些效关色序限])|[、，；：）（\s])+"),
        re.compile(rf"(?:{either['thin']})(?!班)"),
        re.compile(either["countable"]),
        re.compile(
            rf"^(?:的?[\u4e00-\u9fff]{{0,6}}?)(?:{either['slogan']})(?=$|[，。；：、！？）”—])|^(?:方面|维度|层面|环节)(?!的)"
        ),
    )


@cache
def standard_words() -> Words:
    """The words that travel with the program, read once."""
    return load_words()


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order; marks inside quotations and brackets do not end one."""
    mark = _LIST_MARK.match(text)
    cuts, depth = [mark.end() if mark else 0], [0] * (len(text) + 1)
    open_marks: list[str] = []
    for i, char in enumerate(text):
        if char in _CLOSERS and text.find(_CLOSERS[char], i + 1, i + 40) > 0:
            open_marks.append(_CLOSERS[char])
        depth[i] = len(open_marks)
        if open_marks and char == open_marks[-1]:
            open_marks.pop()
    breaks = [m.span() for m in _BREAK.finditer(text, cuts[0]) if not depth[m.start()]]
    for match in _COUNTING_BRACKET.finditer(text, cuts[0]):
        breaks += [(match.start(), match.start() + 1), (match.end() - 1, match.end())]
        breaks += [(m.start() + match.start(), m.end() + match.start()) for m in _BREAK.finditer(match[0])]
    for start, end in sorted(breaks):
        cuts += [start, end]
    cuts.append(len(text))
    return tuple(Clause(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if a < b)


def indicators(
    text: str, clause: Clause, counted: Sequence[Quantity], cut: Sequence[tuple[int, int]], words: Words
) -> list[str]:
    """One indicator for each quantity of a clause, before any theme is added. `cut` are stretches to leave out."""
    marks = [clause.start, *(x for q in counted for x in (q.start, q.end)), clause.end]
    gaps = [without(text, a, b, cut) for a, b in zip(marks[::2], marks[1::2], strict=True)]
    final = [bool(_SEPARATOR.match(g)) and (bool(g) or i == len(counted) - 1) for i, g in enumerate(gaps[1:])]
    out = []
    for i in range(len(counted)):
        left = gaps[i]
        if final[i]:
            out.append(tidy(left if i == 0 else _listed(gaps, final, i, words), words))
        else:
            right = _follow(gaps, i, words)
            if i > 0:
                before = next((g for g in reversed(gaps[1 : i + 1]) if g), "")  # 6大类18个工种: the words before both
                left = _verb_end(before, words) or ("" if words.verb.search(right) else last_verb(gaps[0], words, 0))
            out.append(tidy(left, words, right))
    return out


def _listed(gaps: list[str], final: list[bool], i: int, words: Words) -> str:
    """The noun before a number that stands behind it: with the list's verb when it is a later item."""
    noun = re.sub(r"^(?:[、，]|和|及|以及|与)", "", gaps[i])
    if noun.startswith("的"):  # 建成面积3000平方米的书屋12个
        return last_verb(gaps[0], words, 0) + noun[1:]
    if not final[i - 1]:
        return noun
    verb = last_verb(gaps[0], words)
    return noun if words.verb.match(noun) else verb + noun


def last_verb(phrase: str, words: Words, noun: int = 2) -> str:
    """The verb that governs the noun of `noun` characters or more at the end of a phrase, or "".

    担任 in 全县工人中担任各级党代表.
    """
    verbs = [m[0] for m in words.verb.finditer(phrase) if len(phrase) - m.end() >= noun]
    return verbs[-1] if verbs else ""


def first_verb(phrase: str, words: Words) -> str:
    """The verb that a phrase begins with, or ""."""
    match = words.verb.match(phrase)
    return match[0] if match and not re.match(r"[班费率员师者金]", phrase[match.end() :]) else ""


def _verb_end(gap: str, words: Words) -> str:
    """What of the words between two numbers belongs to the second: from the last verb on (走访 in 辅导员走访76家)."""
    gap = gap[max(gap.rfind("、"), gap.rfind("，")) + 1 :]
    verbs = list(words.verb.finditer(gap))
    return gap[verbs[-1].start() :] if verbs and len(gap) - verbs[-1].start() <= 12 else ""


def _follow(gaps: list[str], i: int, words: Words) -> str:
    """The words behind a number that stands before its noun, and the predicate that later items share with it."""
    right = re.split("的?基础上", re.sub(r"^(?:/[人家个次年月天户名])?的?", "", gaps[i + 1]), maxsplit=1)[0]
    if i + 2 >= len(gaps):
        return right
    tail = gaps[-1].removeprefix("的")
    if right.endswith(("、", "和", "及", "与", "以及")):
        verb = None if words.verb.search(right) else words.verb.search(tail)
        return right.rstrip("、和及与以") + (tail[verb.start() :] if verb else "")
    return right + ("" if _SEPARATOR.match(gaps[i + 2]) else gaps[i + 2].removeprefix("的"))


def without(text: str, start: int, end: int, cut: Sequence[tuple[int, int]]) -> str:
    """`text[start:end]` less the stretches of `cut`."""
    pieces, at = [], start
    for a, b in cut:
        if b > at and a < end:
            pieces.append(text[at : max(a, at)])
            at = min(b, end)
    pieces.append(text[at:end])
    return "".join(pieces)


def tidy(left: str, words: Words, right: str = "") -> str:
    """The words before and behind a number as a phrase that can stand alone, at most LONGEST characters.

    Adverbs at the edges go; what is too long is cut at a joint: in front of the noun, or behind it in `right`.
    """
    left = words.lead.sub("", re.sub(r"\s+", "", _INNER.sub("", left))).lstrip("、，；：。！？—）")
    right = re.sub(r"\s+", "", _INNER.sub("", right))
    if right:
        left = left.removesuffix("价值")
    if right and len(left) + len(right) > LONGEST:
        left = _shortened(left, max(10, LONGEST - len(right)), words)
    phrase = left + right
    if not right and len(phrase) > LONGEST:
        phrase = _shortened(_LIST.sub("", phrase), LONGEST, words)
    phrase = phrase[:LONGEST]
    while (shorter := _TRAIL.sub("", phrase.strip("、，；：。！？—"))) != phrase:
        phrase = shorter
    for opening, closing in _CLOSERS.items():
        if phrase.count(opening) != phrase.count(closing):
            phrase = phrase.replace(opening, "").replace(closing, "")
    return phrase


def _shortened(phrase: str, longest: int, words: Words) -> str:
    """The last `longest` characters at most, from a verb or a joint on."""
    if len(phrase) <= longest:
        return phrase
    floor = len(phrase) - longest
    joints = [
        m.end() + floor - 1
        for m in re.finditer(r"等(?:工作|活动|方面|形式|方式|手段)?|[、，的地）”》]", phrase[floor - 1 :])
    ]
    verbs = [m.start() for m in words.verb.finditer(phrase, floor)]
    return phrase[min([*verbs, *joints], default=floor) :]


def is_thin(indicator: str, words: Words) -> bool:
    """Whether an indicator says too little alone: 惠及职工, 比上次多, 县级."""
    return len(indicator) < 3 or len(words.thin.sub("", indicator)) < 2


def with_theme(theme: str, indicator: str) -> str:
    """An indicator with the theme before it, at most LONGEST characters."""
    room = LONGEST - len(indicator)
    theme = re.sub(r"(?:占比?|达|有)$", "", theme)
    if not theme or theme in indicator or room < 2:
        return indicator
    return theme[-room:] + indicator
