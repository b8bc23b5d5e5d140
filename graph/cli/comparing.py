"""The commands `compare`, `similar` and `measure`: regions beside each other, who is near to whom, who does a measure.

In: parsed options and a voice. Out: an exit code; the answer on stdout as a table, CSV or JSON.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict

from graph.cli.asking import nothing, terminal_columns
from graph.cli.layout import as_csv, grid, one_line, written_json
from graph.cli.sharing import counts_text, measure_name
from graph.cli.voice import Voice
from graph.errors import BadParameterError
from graph.query.ask import ORGANISATIONS
from graph.query.comparing import KINDS, Compared, Comparison, compare, level_of, with_region
from graph.query.doing import Doing, RegionDoing, doing
from graph.query.likeness import Pair, peers
from graph.query.lookup import resolve
from graph.query.regions import SharedTable, shared
from graph.query.store import open_graph
from graph.query.table import Cell, Iri, Table, Text


def compare_command(options: argparse.Namespace, voice: Voice) -> int:
    """Hold regions beside each other."""
    graph = open_graph(options.graph)
    named = (resolve(graph, name, (KINDS[options.by],)) for name in options.regions)
    regions = list({each.iri: each for each in named}.values())  # 青川 and 青川县 are one
    if len(regions) < 2:
        raise BadParameterError(name="REGION", value=" ".join(options.regions), wanted=voice.say("cli.two"))
    found = compare(graph, regions, by=options.by, confidence=options.confidence)
    if options.format == "csv":
        sys.stdout.write(as_csv(comparison_table(found)))
    elif options.format == "json":
        voice.tell(written_json([_compared(found, each) for each in found.measures]))
    elif found.measures:
        voice.tell(comparison_text(found, voice))
    return 0 if found.measures else nothing(voice)


def comparison_text(found: Comparison, voice: Voice) -> str:
    """What is common, only here, missing there, and the figures side by side."""
    names = [region.label for region in found.regions]
    counts = [f"{name} {sum(at in each.having for each in found.measures)}" for at, name in enumerate(names)]
    lines = [voice.say("cli.compare-counts", counts="、".join(counts) if voice.language == "zh" else ", ".join(counts))]
    lines += [voice.say("cli.compare-nested", inner=names[a], outer=names[b]) for a, b in found.nested]
    lines += ["", voice.say("cli.compare-common", count=len(found.common)), *_list(found.common, voice)]
    for at, name in enumerate(names):
        only, missing = found.only(at), found.missing(at)
        lines += ["", voice.say("cli.compare-only", region=name, count=len(only)), *_list(only, voice)]
        if len(names) > 2:
            lines += ["", voice.say("cli.compare-missing", region=name, count=len(missing)), *_list(missing, voice)]
    head = [voice.term("measure"), *names]
    rows = [
        [measure_name(each.name, each.measure, voice)]
        + [counts_text(cell, plan, voice) for cell, plan in zip(each.cells, each.plans, strict=True)]
        for each in found.measures
    ]
    lines += [
        "",
        grid(head, rows, terminal_columns(), frozenset(range(1, len(head)))),
        "",
        voice.say("cli.shared-legend"),
    ]
    beside = [each for each in found.measures if each.side_by_side]
    if beside:
        lines += ["", voice.say("cli.compare-figures")]
    for each in beside:
        lines.append(measure_name(each.name, each.measure, voice))
        for name, figures in zip(names, each.figures, strict=True):
            said = [f"{one_line(figure.indicator)} {figure.amount}" for figure in figures]
            lines.append(f"  {name}: {'; '.join(said) or '–'}")
    return "\n".join(lines)


def _list(measures: Sequence[Compared], voice: Voice) -> list[str]:
    return [f"  {measure_name(each.name, each.measure, voice)}" for each in measures]


def _compared(found: Comparison, each: Compared) -> dict[str, object]:
    rows = zip(found.regions, each.cells, each.plans, each.figures, strict=True)
    return {
        "measure": each.measure,
        "name": each.name,
        "dimension": each.dimension,
        "regions": [
            {
                "region": region.iri,
                "name": region.label,
                "cell": cell and asdict(cell),
                "planned": plan and asdict(plan),
                "figures": [{**asdict(figure), "amount": figure.amount} for figure in figures],
            }
            for region, cell, plan, figures in rows
        ],
    }


def comparison_table(found: Comparison) -> Table:
    """A row a measure and region: the counts of the cell, and the figures in one cell."""
    columns = ("measure", "name", "region", "regionName", "actors", "articles", "sentences", "planned", "figures")
    rows: list[tuple[Cell, ...]] = []
    for each in found.measures:
        for region, cell, plan, figures in zip(found.regions, each.cells, each.plans, each.figures, strict=True):
            counts = (cell.actors, cell.articles, cell.sentences) if cell else (0, 0, 0)
            planned = cell.planned if cell else plan.actors if plan else 0
            said = "; ".join(f"{one_line(figure.indicator)} {figure.amount}" for figure in figures)
            rows.append((each.measure, Text(each.name), region.iri, Text(region.label), *counts, planned, Text(said)))
    return Table(columns, tuple(rows))


def similar_command(options: argparse.Namespace, voice: Voice) -> int:
    """Who is nearest to a region."""
    graph = open_graph(options.graph)
    region = resolve(graph, options.region, (KINDS[options.by],))
    level = options.level or (level_of(graph, region.iri) if options.by == "region" else "any")
    table = shared(graph, level, 1, by=options.by, confidence=options.confidence)
    if not with_region(table, region):
        voice.note(voice.say("cli.similar-none", region=region.label, level=voice.term(level.capitalize())))
        return 1
    found = peers(table, region.iri)
    if options.format == "csv":
        sys.stdout.write(as_csv(similar_table(found)))
    elif options.format == "json":
        voice.tell(written_json([{**asdict(pair), "few": pair.few} for pair in found]))
    elif found:
        voice.tell(similar_text(region.label, level, table, found, voice))
    return 0 if found else nothing(voice)


def similar_text(name: str, level: str, table: SharedTable, found: Sequence[Pair], voice: Voice) -> str:
    """The regions nearest to one, and what they share."""
    names = {measure.iri: measure.name for measure in table.measures}
    organisations = table.level in ORGANISATIONS
    peer = voice.term((table.level if organisations else level).capitalize())
    head = [
        voice.term(each)
        for each in ("name" if organisations else "region", "likeness", "common", "onlyHere", "onlyThere")
    ]
    rows = [
        [
            pair.other.name + (" *" if pair.few else ""),
            f"{pair.likeness:.3f}",
            *(str(len(part)) for part in (pair.common, pair.only_one, pair.only_other)),
        ]
        for pair in found
    ]
    lines = [voice.say("cli.similar", region=name, level=peer, others=len(table.regions) - 1), ""]
    lines += [grid(head, rows, terminal_columns(), frozenset({1, 2, 3, 4})), "", voice.say("cli.similar-legend")]
    near = next((pair for pair in found if not pair.few), None)
    if near:
        shown = "、".join(measure_name(names[each], each, voice) for each in near.common)
        lines += ["", voice.say("cli.similar-common", region=name, other=near.other.name, measures=shown)]
    return "\n".join(lines)


def similar_table(found: Sequence[Pair]) -> Table:
    """A row a pair."""
    columns = ("region", "regionName", "other", "otherName", "likeness", "common", "onlyHere", "onlyThere", "few")
    rows = [
        (
            pair.one.iri, Text(pair.one.name), pair.other.iri, Text(pair.other.name), round(pair.likeness, 3),
            len(pair.common), len(pair.only_one), len(pair.only_other), pair.few,
        )
        for pair in found
    ]  # fmt: skip
    return Table(columns, tuple(rows))


def measure_command(options: argparse.Namespace, voice: Voice) -> int:
    """Who does a measure, under which names, with what figures, first reported when."""
    graph = open_graph(options.graph)
    measure = resolve(graph, options.name, ("Measure",))
    found = doing(graph, measure, options.level, by=options.by, confidence=options.confidence)
    if options.format == "csv":
        sys.stdout.write(as_csv(doing_table(found)))
    elif options.format == "json":
        voice.tell(written_json(asdict(found)))
    elif found.done or found.planned:
        voice.tell(doing_text(found, voice))
    return 0 if found.done or found.planned else nothing(voice)


def doing_text(found: Doing, voice: Voice) -> str:
    """A measure for people: a table of regions, then for each its actors, figures and quotes."""
    head = [voice.term(each) for each in ("region", "actors", "articles", "sentences", "first", "localNames")]
    rows = [
        [
            each.region.name, *(str(n) for n in (each.cell.actors, each.cell.articles, each.cell.sentences)),
            each.first, "、".join(each.local_names),
        ]
        for each in found.done
    ]  # fmt: skip
    title = measure_name(found.measure.label, found.measure.iri, voice)
    lines = [voice.say("cli.measure", measure=title, regions=len(found.done), planned=len(found.planned))]
    dated = sum(bool(each.first) for each in found.done)
    lines.append(voice.say("cli.measure-first", first=found.first or "–", dated=dated, regions=len(found.done)))
    lines += ["", grid(head, rows, terminal_columns(), frozenset({1, 2, 3}))]
    for each in found.done:
        lines += ["", *_doing_lines(each, voice)]
    for each in found.planned:
        lines += ["", voice.say("cli.measure-planned", region=each.region.name), *_doing_lines(each, voice)[1:]]
    return "\n".join(lines)


def _doing_lines(each: RegionDoing, voice: Voice) -> list[str]:
    lines = [f"{each.region.name}  {'、'.join(each.actors)}"]
    lines += [f"  {voice.term('Figure')}: {one_line(f.indicator)} {f.amount}  {f.article}" for f in each.figures]
    return lines + [f"  「{one_line(q.text)}」 {q.article}#char={q.begin},{q.end}" for q in each.cell.evidence]


def doing_table(found: Doing) -> Table:
    """A row a region, those that only plan it last."""
    columns = (
        "region",
        "regionName",
        "planned",
        "actors",
        "articles",
        "sentences",
        "first",
        "who",
        "localNames",
        "figures",
    )
    rows: list[tuple[Cell, ...]] = []
    for planned, regions in ((False, found.done), (True, found.planned)):
        for each in regions:
            counts = (each.cell.actors, each.cell.articles, each.cell.sentences)
            figures = "; ".join(f"{one_line(figure.indicator)} {figure.amount}" for figure in each.figures)
            said = (each.first, "; ".join(each.actors), "; ".join(each.local_names), figures)
            rows.append((Iri(each.region.iri), Text(each.region.name), planned, *counts, *map(Text, said)))
    return Table(columns, tuple(rows))
