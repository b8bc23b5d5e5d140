"""Finding the measures of the scheme in a sentence.

In: the `MeasureConcept`s of the vocabulary, compiled once as `MeasurePatterns`, and a sentence's text. Out: `Hit`s:
which measure, where, and by what. Order: a measure that has nothing in the whole sentence is passed over; then its
patterns and its phrases are looked for clause by clause, so that none runs across a mark; what an exclude of the
measure touches falls away.

A pattern says by itself that the measure is done (培训…人次). A phrase only names it (技能大赛), and counts where the
clause also holds a verb of doing (`doing.tsv`) or a number: `Hit.sure` tells the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from graph.model import MeasureConcept

VERBS_FILE = Path(__file__).with_name("doing.tsv")
_LETTERS = re.compile(r"[^.\[\](){}|?*+^$\\]+")
_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[()|]")  # of an expression: what is escaped, a class, a bracket or bar


class PatternError(ValueError):
    """A measure's pattern cannot be used; the message names the measure and the pattern."""


@dataclass(frozen=True, slots=True)
class Hit:
    """`measure` is told of in `text[start:end]`; `sure` by a pattern, otherwise by a phrase that only names it."""

    measure: str
    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class _Finder:
    measure: str
    patterns: re.Pattern[str] | None
    phrases: re.Pattern[str] | None
    excludes: re.Pattern[str] | None
    keyless: bool  # whether something of it begins with no characters of its own


@dataclass(frozen=True, slots=True)
class MeasurePatterns:
    """The measures' phrases and patterns, compiled. Make it once with `compile_measures` and hand it on."""

    finders: tuple[_Finder, ...]
    doing: re.Pattern[str]
    keys: AhoCorasick
    owners: tuple[int, ...]  # of each key: which finder's it is

    def find(self, text: str, clauses: Iterable[tuple[int, int]]) -> tuple[Hit, ...]:
        """The measures in the given clauses (start, end) of a sentence, by place and then by measure."""
        places = tuple(clauses)
        hits: list[Hit] = []
        possible = {self.owners[found[0]] for found in self.keys.find_matches_as_indexes(text, overlapping=True)}
        for index, finder in enumerate(self.finders):
            if not (finder.keyless or index in possible):
                continue
            if not any(e.search(text) for e in (finder.patterns, finder.phrases) if e):
                continue
            barred = [m.span() for m in finder.excludes.finditer(text)] if finder.excludes else []
            for start, end in places:
                hit = self._in_clause(finder, text, start, end, barred)
                if hit is not None:
                    hits.append(hit)
        return tuple(sorted(hits, key=lambda h: (h.start, h.end, h.measure)))

    def does(self, text: str, start: int, end: int) -> bool:
        """Whether a verb of doing or a number stands in `text[start:end]`."""
        return self.doing.search(text, start, end) is not None

    def _in_clause(self, finder: _Finder, text: str, start: int, end: int, barred: list[tuple[int, int]]) -> Hit | None:
        """The first hit of a measure in a clause: a pattern's where there is one, otherwise a phrase's."""
        for expression, sure in ((finder.patterns, True), (finder.phrases, False)):
            for match in expression.finditer(text, start, end) if expression else ():
                if not any(low < match.end() and match.start() < high for low, high in barred):
                    return Hit(finder.measure, match.start(), match.end(), sure)
        return None


def compile_measures(measures: Iterable[MeasureConcept], verbs: Path = VERBS_FILE) -> MeasurePatterns:
    """The patterns of all measures, compiled.

    Raises PatternError where a pattern is no regular expression or matches the empty text, ValueError (file and line)
    where the list of verbs is bad.
    """
    finders: list[_Finder] = []
    keys: list[list[str]] = []
    for measure in measures:
        for pattern in (*measure.patterns, *measure.excludes):
            try:
                empty = re.compile(pattern).match("")
            except re.error as error:
                raise PatternError(f"measure {measure.id}: {pattern!r} is no regular expression: {error}") from error
            if empty:
                raise PatternError(f"measure {measure.id}: {pattern!r} matches the empty text")
        keys.append(sorted({*measure.phrases, *map(_key, _alternatives(measure.patterns))}))
        phrases = sorted(measure.phrases, key=lambda p: (-len(p), p))
        finders.append(
            _Finder(
                measure.id,
                _any(measure.patterns),
                _any(re.escape(p) for p in phrases),
                _any(measure.excludes),
                "" in keys[-1],
            )
        )
    words = sorted(load_verbs(verbs), key=lambda w: (-len(w), w))
    owned = [(key, index) for index, own in enumerate(keys) for key in own if key]
    return MeasurePatterns(
        tuple(finders),
        re.compile("|".join([*map(re.escape, words), r"\d"])),
        AhoCorasick([key for key, _ in owned]),
        tuple(index for _, index in owned),
    )


def load_verbs(path: Path = VERBS_FILE) -> tuple[str, ...]:
    """The verbs of doing. Raises ValueError naming file and line where a line is bad."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0] != "verb":
        raise ValueError(f"{path}:1: header must be verb")
    for number, (before, word) in enumerate(pairwise(lines), start=2):
        if len(word) < 2 or "\t" in word or (number > 2 and word <= before):
            raise ValueError(f"{path}:{number}: {word!r} is no verb, or out of order or double")
    return tuple(lines[1:])


def _any(expressions: Iterable[str]) -> re.Pattern[str] | None:
    """One expression for all of them, None for none."""
    alternatives = [f"(?:{a})" for a in _alternatives(expressions)]
    return re.compile("|".join(alternatives)) if alternatives else None


def _alternatives(expressions: Iterable[str]) -> Iterator[str]:
    return (a for e in expressions for b in _branches(e) for a in _opened(b))


def _key(alternative: str) -> str:
    """The characters that all begin with that an expression matches: 办起 of 办起.{0,8}学院; "" for none."""
    letters = _LETTERS.match(alternative)
    key = letters.group() if letters else ""
    return key[:-1] if alternative.startswith(("?", "*", "{"), len(key)) else key


def _opened(expression: str) -> Iterator[str]:
    """An expression that opens with a group or class, as one for each branch of it: (?:甲|乙)丙 is 甲丙 or 乙丙.

    `re` skips through a text by the first characters of alternatives, but only where each alternative begins with a
    character of its own: this makes the search several times as fast.
    """
    opening = _opening(expression)
    if opening is None:
        yield expression
        return
    branches, rest, optional = opening
    for branch in branches:
        yield from _opened(branch + rest)
    if optional:
        yield from _opened(rest)


def _opening(expression: str) -> tuple[list[str], str, bool] | None:
    """The branches that an expression opens with, what stands behind them, and whether they may be left out."""
    if expression.startswith("(?:"):
        end = _closing(expression)
        branches = _branches(expression[3:end])
    elif re.match(r"\[(?:[^\^\]\\-]|\\d)+\]", expression):
        end = expression.index("]")
        branches = list(expression[1:end].replace(r"\d", "0123456789"))
        if expression.startswith("+", end + 1):
            return [b + expression[: end + 1] + "*" for b in branches], expression[end + 2 :], False
    elif expression.startswith("\\d"):
        end, branches = 1, list("0123456789")
        if expression.startswith("+", 2):
            return [d + r"\d*" for d in branches], expression[3:], False
    else:
        return None
    rest = expression[end + 1 :]
    if rest.startswith(("*", "+", "{", "??")):
        return None
    return (branches, rest[1:], True) if rest.startswith("?") else (branches, rest, False)


def _closing(expression: str) -> int:
    """Where the group that an expression opens with ends."""
    return next((at for at, char, depth in _marks(expression) if char == ")" and depth == 0), len(expression))


def _branches(inside: str) -> list[str]:
    """The alternatives of a group, those of groups within it left whole."""
    cuts = [at for at, char, depth in _marks(inside) if char == "|" and depth == 0]
    return [inside[a + 1 : b] for a, b in pairwise((-1, *cuts, len(inside)))]


def _marks(expression: str) -> Iterator[tuple[int, str, int]]:
    """Brackets and bars that are neither escaped nor in a class: where they stand, and how deep behind them."""
    depth = 0
    for token in _TOKEN.finditer(expression):
        if token.group() in ("(", ")", "|"):
            depth += {"(": 1, ")": -1}.get(token.group(), 0)
            yield token.start(), token.group(), depth
