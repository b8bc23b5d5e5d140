"""The briefing: what an analyst reads out, in Chinese or English, every statement with its numbered evidence.

In: findings and a language. Out: blocks (headings, paragraphs, lists, tables, pictures), which `markdown` and `word`
write down. Order: on what it rests; shared measures; the core; what each region does alone and what sets it apart; who
is close to whom; communities; what goes together; spread; plans; how it was counted; the evidence. Where the sample is
too small for a statement, that is the statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.messages import say
from graph.query import communities as grouping
from graph.query import distinctive as apart
from graph.query import together as pairing
from graph.query.findings import Findings
from graph.query.table import Iri
from graph.report.workbook import basis

MOST_SHARED, MOST_PAIRS, MOST_APART, MOST_PLANS, MOST_CITED = 20, 10, 8, 15, 6


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points; numbered with their own numbers where there are `numbers`."""

    items: tuple[str, ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: headings, rows, the places of columns with numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its file's name, with what it shows."""

    file: str
    text: str


Block = Heading | Paragraph | Points | Grid | Picture


@dataclass(slots=True)
class _Writer:
    """Gathers which evidence was cited while the sections are written."""

    found: Findings
    language: str
    cited: set[int] = field(default_factory=set)

    def say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def measure(self, iri: Iri) -> str:
        name = self.found.names[iri]
        return name.zh if self.language == "zh" else f"{name.en} ({name.zh})"

    def listed(self, items: Iterable[str]) -> str:
        return ("、" if self.language == "zh" else ", ").join(items)

    def evidence(self, measure: Iri, regions: Iterable[Iri], most: int = 1) -> str:
        numbers = [number for region in regions for number in self.found.cited(measure, region, most)]
        return self.numbers(numbers)

    def numbers(self, numbers: Iterable[int]) -> str:
        once = sorted(set(numbers))
        self.cited.update(once)
        return "".join(f"[{number}]" for number in once)


def briefing(found: Findings, language: str) -> tuple[Block, ...]:
    """The briefing in "zh" or "en"."""
    writer = _Writer(found, language)
    sections = (_opening, _shared, _core, _apart, _close, _communities, _together, _spread, _planned, _method)
    blocks = [block for section in sections for block in section(writer)]
    return (*blocks, *_evidence(writer))


def _opening(w: _Writer) -> Iterator[Block]:
    yield Heading(1, w.say("report.title"))
    yield Paragraph(w.say("report.basis", **basis(w.found, w.language)))
    yield Paragraph(w.say("report.limits", **basis(w.found, w.language)))


def _shared(w: _Writer) -> Iterator[Block]:
    shared = [measure for measure in w.found.table.measures if measure.regions > 1]
    yield Heading(2, w.say("report.shared"))
    if not shared:
        yield Paragraph(w.say("report.shared-none"))
        return
    yield Paragraph(
        w.say(
            "report.shared-intro", shared=len(shared), all=len(w.found.table.measures), shown=len(shared[:MOST_SHARED])
        )
    )
    rows = []
    for measure in shared[:MOST_SHARED]:
        regions = [region for region in w.found.regions if (measure.iri, region) in w.found.cells]
        named = w.listed(w.found.regions[region] for region in regions[:MOST_CITED])
        more = w.say("report.more", count=len(regions) - MOST_CITED) if len(regions) > MOST_CITED else ""
        counts = (measure.regions, measure.actors, measure.articles, measure.sentences)
        rows.append(
            (w.measure(measure.iri), *map(str, counts), named + more, w.evidence(measure.iri, regions[:MOST_CITED]))
        )
    keys = ("measure", "regions", "actors", "articles", "sentences", "region", "evidence")
    head = tuple(say(w.language, f"term.{key}") for key in keys)
    yield Grid(head, tuple(rows), frozenset({1, 2, 3, 4}))
    yield Picture("heatmap.png", w.say("report.heatmap-title"))


def _core(w: _Writer) -> Iterator[Block]:
    yield Heading(2, w.say("report.core"))
    if len(w.found.enough) < apart.LEAST_REGIONS:
        yield Paragraph(w.say("report.core-few", regions=len(w.found.enough), least=apart.LEAST_REGIONS))
        return
    of_all = [each for each in w.found.core if each.regions == each.of]
    nearly = [each for each in w.found.core if each.regions < each.of]
    regions = [region for region in w.found.regions if region in w.found.enough]

    def listed(those: list[apart.CoreMeasure]) -> str:
        return w.listed(
            f"{w.measure(each.measure)} {each.regions}/{each.of} {w.evidence(each.measure, regions[:MOST_CITED])}"
            for each in those
        )

    if of_all:
        yield Paragraph(w.say("report.core-all", count=len(of_all), of=len(w.found.enough), measures=listed(of_all)))
    if nearly:
        yield Paragraph(w.say("report.core-nearly", count=len(nearly), measures=listed(nearly)))
    if not of_all:
        most = w.found.table.measures[0]
        yield Paragraph(
            w.say("report.core-none", of=len(w.found.enough), measure=w.measure(most.iri), regions=most.regions)
        )


def _apart(w: _Writer) -> Iterator[Block]:
    yield Heading(2, w.say("report.apart"))
    if len(w.found.regions) < apart.LEAST_REGIONS:
        yield Paragraph(w.say("report.core-few", regions=len(w.found.regions), least=apart.LEAST_REGIONS))
        return
    alone: dict[Iri, list[str]] = {}
    for each in w.found.distinctive:
        if each.alone:
            said = f"{w.measure(each.measure)} {w.evidence(each.measure, [each.region])}"
            alone.setdefault(each.region, []).append(said)
    lines = [w.say("report.alone", region=w.found.regions[r], count=len(alone[r]), measures=w.listed(alone[r]))
             for r in w.found.regions if r in alone]  # fmt: skip
    if lines:
        yield Paragraph(w.say("report.alone-intro"))
        yield Points(tuple(lines))
    beyond = [each for each in w.found.distinctive if each.beyond_chance]
    yield Paragraph(
        w.say("report.surprise-some", cells=len(w.found.distinctive), count=len(beyond))
        if beyond
        else w.say("report.surprise-none", cells=len(w.found.distinctive))
    )
    rows = [
        (
            w.found.regions[each.region], w.measure(each.measure), str(each.actors), f"{each.expected:.2f}",
            f"{each.surprise:.1f}", f"{each.share:.2f}", w.evidence(each.measure, [each.region], 2),
        )
        for each in (beyond or w.found.distinctive)[:MOST_APART]
    ]  # fmt: skip
    keys = ("region", "measure", "actors", "expected", "surprise", "fdr", "evidence")
    yield Grid(tuple(say(w.language, f"term.{key}") for key in keys), tuple(rows), frozenset({2, 3, 4, 5}))


def _close(w: _Writer) -> Iterator[Block]:
    yield Heading(2, w.say("report.close"))
    solid = [pair for pair in w.found.pairs if not pair.few]
    if not solid:
        yield Paragraph(w.say("report.close-none"))
        return
    yield Paragraph(
        w.say(
            "report.close-intro", pairs=len(solid), shown=len(solid[:MOST_PAIRS]), left=len(w.found.pairs) - len(solid)
        )
    )
    rows = [
        (p.one.name, p.other.name, f"{p.likeness:.2f}", *(str(len(s)) for s in (p.common, p.only_one, p.only_other)))
        for p in solid[:MOST_PAIRS]
    ]
    keys = ("former", "latter", "likeness", "common", "onlyOne", "onlyOther")
    yield Grid(tuple(say(w.language, f"term.{key}") for key in keys), tuple(rows), frozenset({2, 3, 4, 5}))
    yield Picture("network.png", w.say("report.network-title"))


def _communities(w: _Writer) -> Iterator[Block]:
    yield Heading(2, w.say("report.communities"))
    found = w.found.communities
    if found is None:
        yield Paragraph(w.say("report.communities-few", regions=len(w.found.enough), least=grouping.LEAST_REGIONS))
        return
    values = {"groups": len(found.groups), "regions": found.regions, "modularity": f"{found.modularity:.2f}"}
    chance = f"{found.probability:.2f}"
    if not found.beyond_chance:
        yield Paragraph(w.say("report.communities-none", chance=chance, **values))
        return
    yield Paragraph(w.say("report.communities-some", chance=chance, **values))
    yield Points(tuple(w.listed(w.found.regions[region] for region in group) for group in found.groups))


def _together(w: _Writer) -> Iterator[Block]:
    yield Heading(2, w.say("report.together"))
    if len(w.found.regions) < pairing.LEAST_REGIONS:
        yield Paragraph(w.say("report.together-few", regions=len(w.found.regions), least=pairing.LEAST_REGIONS))
        return
    beyond = [pair for pair in w.found.together if pair.beyond_chance]
    shown = (beyond or list(w.found.together))[:MOST_PAIRS]
    yield Paragraph(
        w.say("report.together-some", count=len(beyond), pairs=len(w.found.together))
        if beyond
        else w.say("report.together-none", pairs=len(w.found.together))
    )
    rows = [
        (
            w.measure(pair.one), w.measure(pair.other), f"{pair.both} ({pair.of_one}, {pair.of_other})",
            f"{pair.expected:.1f}", f"{pair.lift:.1f}", f"{pair.pmi:.1f}", f"{pair.probability:.2g}",
        )
        for pair in shown
    ]  # fmt: skip
    keys = ("former", "latter", "both", "expected", "lift", "pmi", "probability")
    if rows:
        yield Grid(tuple(say(w.language, f"term.{key}") for key in keys), tuple(rows), frozenset({2, 3, 4, 5, 6}))


def _spread(w: _Writer) -> Iterator[Block]:
    yield Heading(2, w.say("report.spread"))
    dated = sum(len(each.steps) for each in w.found.spread)
    yield Paragraph(w.say("report.spread-intro", dated=dated, cells=len(w.found.table.cells)))
    lines = []
    for each in w.found.spread:
        if len(each.steps) > 1:
            steps = w.listed(
                f"{s.date} {s.region.name} {w.numbers([w.found.numbers[s.quote.span]])}" for s in each.steps
            )
            doubt = w.say("report.spread-few") if each.few else ""
            lines.append(
                w.say("report.spread-line", measure=w.measure(each.measure), steps=steps, undated=each.undated) + doubt
            )
    yield Points(tuple(lines)) if lines else Paragraph(w.say("report.spread-none"))


def _planned(w: _Writer) -> Iterator[Block]:
    yield Heading(2, w.say("report.planned"))
    lines = [
        f"{w.found.regions[plan.region]}: {w.measure(plan.measure)} {w.evidence(plan.measure, [plan.region])}"
        for plan in w.found.table.planned[:MOST_PLANS]
    ]  # fmt: skip
    yield Paragraph(w.say("report.planned-intro", count=len(w.found.table.planned)))
    if lines:
        yield Points(tuple(lines))


def _method(w: _Writer) -> Iterator[Block]:
    yield Heading(2, w.say("report.counted"))
    yield Paragraph(w.say("report.method"))
    yield Paragraph(w.say("report.surprise-method"))
    yield Paragraph(w.say("report.files"))


def _evidence(w: _Writer) -> Iterator[Block]:
    yield Heading(2, w.say("report.evidence"))
    numbers = tuple(sorted(w.cited))
    quotes = [w.found.quotes[number] for number in numbers]
    items = tuple(f"「{' '.join(q.text.split())}」 {q.article}#char={q.begin},{q.end}" for q in quotes)
    yield Points(items, numbers)
