"""The commands `show`, all that is known of one thing, and `info`, how much a graph holds.

In: parsed options and a voice. Out: an exit code; the answer on stdout.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict

from graph.cli.layout import grid, one_line, shown, written_json
from graph.cli.voice import Voice
from graph.namespaces import CG
from graph.query.ask import ask_internal
from graph.query.lookup import resolve
from graph.query.show import Shown, show
from graph.query.store import Graph, open_graph

# What a table of counts shows, in this order; the small classes of the vocabulary (levels, bounds) are in the JSON.
COUNTED = (
    *("Article", "LocalGovernment", "Agency", "Union", "Enterprise", "Institution", "Person"),
    *("Honour", "PolicyDocument", "Measure"),
    *("Adoption", "Plan", "Figure", "Conferral", "Pilot", "Post", "Event"),
)


def show_command(options: argparse.Namespace, voice: Voice) -> int:
    """Show all that is known of one thing."""
    graph = open_graph(options.graph)
    found = show(graph, resolve(graph, options.name))
    voice.tell(written_json(asdict(found)) if options.format == "json" else shown_text(found, voice))
    return 0


def shown_text(found: Shown, voice: Voice) -> str:
    """One thing for people: names, links, facts with their quotes, and where it is named."""
    lines = [f"{found.thing.label}  {voice.term(found.thing.kind)}", f"  {found.thing.iri}"]
    if found.aliases:
        lines.append(f"  {voice.say('cli.aliases')} {'、'.join(found.aliases)}")
    lines += [f"  {voice.term(link.name)}: {one_line(voice.term(link.value))}" for link in found.links]
    lines += [f"  ← {voice.term(link.name)}: {one_line(link.value)}" for link in found.linked]
    for fact in found.facts:
        said = "; ".join(f"{voice.term(each.name)} {one_line(voice.term(each.value))}" for each in fact.properties)
        lines += ["", f"{voice.term(fact.kind)}  {said}  ({shown(fact.confidence)})"]
        lines += [
            f"  「{one_line(quote.text)}」 {quote.article}#char={quote.begin},{quote.end}" for quote in fact.evidence
        ]
    if found.mentions:
        named = [f"  {each.article}  {one_line(each.surface)} ×{each.times}" for each in found.mentions]
        lines += ["", voice.say("cli.mentions"), *named]
    return "\n".join(lines)


def info_command(options: argparse.Namespace, voice: Voice) -> int:
    """Say how much a graph holds."""
    graph = open_graph(options.graph)
    programs = [str(program) for program in ask_internal(graph, "software").column("program")]
    if options.format == "json":
        found = {"graph": str(graph.path), "program": programs, "triples": len(graph), "classes": class_counts(graph)}
        voice.tell(written_json(found))
        return 0
    voice.tell(voice.say("cli.graph", path=graph.path, triples=len(graph)))
    if programs:
        voice.tell(voice.say("cli.program", programs=", ".join(programs)))
    voice.tell(counts_table(graph, voice))
    return 0


def class_counts(graph: Graph) -> dict[str, int]:
    """How many things there are of each class of the ontology (`Article` too), by the local name of the class."""
    rows = ask_internal(graph, "counts").rows
    return {str(name).removeprefix(str(CG)): int(str(count)) for name, count in rows}


def counts_table(graph: Graph, voice: Voice) -> str:
    """The counts for people: articles, entities, then facts."""
    counts = class_counts(graph)
    rows = [[voice.term(name), str(counts.get(name, 0))] for name in COUNTED]
    return grid([voice.say("cli.class"), voice.say("cli.count")], rows, 0, frozenset({1}))
