"""The commands that make something: `build`, `validate`, `view`.

In: parsed options and a voice. Out: an exit code; results on stdout, progress and complaints on stderr.
"""

from __future__ import annotations

import argparse
import os
import webbrowser
from pathlib import Path

from graph.cli.showing import counts_table
from graph.cli.voice import Voice
from graph.errors import OutputUnwritableError
from graph.query.store import open_graph

PAGE = "graph.html"


def build_command(options: argparse.Namespace, voice: Voice) -> int:
    """Build a graph from reports: 1 where files were passed over or it does not conform, 2 where none was read."""
    from graph.api import build

    output: Path = options.output
    refuse_unwritable(output, voice)
    try:
        summary = build(options.paths, output, progress=voice.progress)
    except OSError as error:
        raise OutputUnwritableError(path=error.filename or output, reason=error.strerror or str(error)) from error
    voice.done()
    for each in summary.skipped:
        voice.note(voice.say("cli.skipped", message=each.message(voice.language)))
    if not summary.conformance.conforms:
        voice.note(summary.conformance.text(voice.language))
    graph = open_graph(output)
    voice.tell(voice.say("cli.built", path=graph.path))
    voice.tell(counts_table(graph, voice))
    return 1 if summary.skipped or not summary.conformance.conforms else 0


def refuse_unwritable(folder: Path, voice: Voice) -> None:
    """Say before the work, not after it, that `folder` can be no output. Raises OutputUnwritableError."""
    there = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    if not there.is_dir():
        raise OutputUnwritableError(path=there, reason=voice.say("cli.no-folder"))
    if not os.access(there, os.W_OK | os.X_OK):
        raise OutputUnwritableError(path=folder, reason=voice.say("cli.no-permission"))


def validate_command(options: argparse.Namespace, voice: Voice) -> int:
    """Hold a built graph against the shapes. 1 where it does not conform."""
    from graph.query.dataset import read_dataset
    from graph.rdf.validate import validate

    conformance = validate(read_dataset(options.graph))
    voice.tell(conformance.text(voice.language))
    return 0 if conformance.conforms else 1


def view_command(options: argparse.Namespace, voice: Voice) -> int:
    """Write the interactive page."""
    from graph.view.page import write_page

    graph = open_graph(options.graph)
    page: Path = options.output or graph.path.parent / PAGE
    if page.is_dir():
        raise OutputUnwritableError(path=page, reason=voice.say("cli.is-folder"))
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        written = write_page(graph, page, voice.language, sparql=not options.no_sparql)
    except OSError as error:
        raise OutputUnwritableError(path=error.filename or page, reason=error.strerror or str(error)) from error
    voice.tell(voice.say("cli.page", path=written))
    if options.open and not webbrowser.open(written.resolve().as_uri()):
        voice.note(voice.say("cli.no-browser"))
    return 0
