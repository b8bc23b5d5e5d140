"""Outcomes → figures: precision, recall and F1 by category, and precision by confidence.

In: annotations and the reports of one run. Out: an `Evaluation`: the outcomes of each report, their sums, the mean of
F1 over the categories, and how many spans quote their text. Precision counts an optional item that was found as right;
recall leaves it out; a category without anything to find has recall 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.errors import AnnotatedReportNotFoundError
from graph.evaluate.annotations import CATEGORIES, Annotation, check_quotes
from graph.evaluate.findings import FACTS, Finding, Findings, findings
from graph.evaluate.matching import ROWS, Judge, Outcome
from graph.evaluate.quotes import locator
from graph.model import Report

_Z = 1.959964  # of the normal distribution, 95 % lie within so many standard deviations
BANDS = tuple(map(Decimal, ("0", "0.5", "0.6", "0.7", "0.8", "0.9")))


@dataclass(frozen=True, slots=True)
class Score:
    """How many items were found, found though optional, missed, and found wrongly; and the figures made of them."""

    hit: int = 0
    optional: int = 0
    missed: int = 0
    wrong: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.hit + other.hit,
            self.optional + other.optional,
            self.missed + other.missed,
            self.wrong + other.wrong,
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        right = self.hit + self.optional
        return right / (right + self.wrong) if right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of what had to be found that was; 1 where nothing had to be."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_of(outcome: Outcome) -> Score:
    """An outcome in numbers."""
    optional = sum(item.optional for item, _ in outcome.right)
    return Score(len(outcome.right) - optional, optional, len(outcome.missed), len(outcome.wrong))


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What became of one report, by row of the table."""

    annotation: Annotation
    findings: Findings
    outcomes: Mapping[str, Outcome]

    def scores(self) -> dict[str, Score]:
        """The numbers of each row."""
        return {row: score_of(outcome) for row, outcome in self.outcomes.items()}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The results of all reports. `quoting` of `spans` stretches are in the file what the program says they are."""

    reports: tuple[ReportResult, ...]
    quoting: int
    spans: int
    unsupported: int  # facts without evidence

    def scores(self) -> dict[str, Score]:
        """The sums of each row over all reports."""
        total = {row: Score() for row in ROWS}
        for report in self.reports:
            for row, score in report.scores().items():
                total[row] += score
        return total

    def mean(self) -> float:
        """The mean of F1 over the categories."""
        scores = self.scores()
        return sum(scores[category].f1 for category in CATEGORIES) / len(CATEGORIES)


def evaluate(
    annotations: Sequence[Annotation], reports: Sequence[Report], texts: Mapping[str, str] | None = None
) -> Evaluation:
    """Holds the reports of one run against their annotations, which name them by `Document.identifier`.

    `texts` are the files' texts by identifier, read by themselves, in which the spans are looked up (default: those of
    the documents). Raises AnnotatedReportNotFoundError for an annotation without its report, AnnotationQuoteError for a
    quotation that doesn't stand in it, BuildError where reports contradict one another.
    """
    by_name = {each.document.identifier: each for each in findings(reports)}
    results = []
    for annotation in annotations:
        mine = by_name.get(annotation.document)
        if mine is None:
            raise AnnotatedReportNotFoundError(path=annotation.path, document=annotation.document, where="–")
        check_quotes(annotation, locator(mine.document))
        judge = Judge(annotation, mine)
        results.append(ReportResult(annotation, mine, {row: judge.outcome(row) for row in ROWS}))
    texts = texts if texts is not None else {name: mine.document.text for name, mine in by_name.items()}
    right = known = 0
    for report in reports:
        text = texts.get(report.document.identifier)
        if text is not None:
            spans = _spans(report)
            known += len(spans)
            right += sum(text[a:b] == report.document.text[a:b] for a, b in spans)
    bare = sum(not fact.evidence for report in reports for fact in report.facts)
    return Evaluation(tuple(results), right, known, bare)


def _spans(report: Report) -> frozenset[tuple[int, int]]:
    """Every stretch that a mention or a fact points at."""
    sentences = report.document.sentences
    named = {s for e in report.entities for m in e.mentions for s in sentences[m.sentence].spans(m.start, m.end)}
    told = {span for fact in report.facts for span in fact.evidence}
    return frozenset((span.start, span.end) for span in named | told)


@dataclass(frozen=True, slots=True)
class Trust:
    """How many of the findings of one confidence or one rule are right."""

    name: str
    right: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """The share that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares the true one lies in 19 of 20 cases (Wilson's interval): few findings prove little."""
        if not self.found:
            return 0.0, 1.0
        n, p = self.found, self.precision
        middle = (p + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
        reach = _Z / (1 + _Z * _Z / n) * math.sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n))
        return max(0.0, middle - reach), min(1.0, middle + reach)


def judged(evaluation: Evaluation, categories: Iterable[str] = FACTS) -> list[tuple[str, Finding, bool]]:
    """Every finding of some categories: (category, finding, whether it is right)."""
    out = []
    for report in evaluation.reports:
        for category in categories:
            outcome = report.outcomes[category]
            out += [(category, found, True) for _, found in outcome.right]
            out += [(category, found, False) for found in outcome.wrong]
    return out


def by_band(evaluation: Evaluation, categories: Iterable[str] = FACTS) -> tuple[Trust, ...]:
    """Precision by band of confidence, the lowest first; bands without any finding are left out."""
    tops = (*BANDS[1:], Decimal(1))
    rows = judged(evaluation, categories)
    out = []
    for low, high in zip(BANDS, tops, strict=True):
        inside = [r for _, f, r in rows if f.confidence is not None and low <= f.confidence and _below(f, high)]
        if inside:
            out.append(Trust(f"{low}–{high}", sum(inside), len(inside)))
    return tuple(out)


def _below(found: Finding, high: Decimal) -> bool:
    return found.confidence is not None and (found.confidence < high or high == 1)


def by_rule(evaluation: Evaluation, categories: Iterable[str] = FACTS) -> tuple[Trust, ...]:
    """Precision by category, rule and confidence, in the order of their names; a fact of several rules is in each."""
    right: dict[str, list[bool]] = {}
    for category, found, fits in judged(evaluation, categories):
        for rule in found.rules:
            right.setdefault(f"{category} {rule} {found.confidence}", []).append(fits)
    return tuple(Trust(name, sum(fits), len(fits)) for name, fits in sorted(right.items()))
