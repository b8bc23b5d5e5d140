"""The command `report`: everything to take away, in one folder.

In: parsed options and a voice. Out: an exit code; the files' paths on stdout, progress on stderr.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from graph.cli.asking import nothing
from graph.cli.building import refuse_unwritable
from graph.cli.voice import Voice
from graph.errors import OutputUnwritableError
from graph.query.regions import shared
from graph.query.store import open_graph


def report_command(options: argparse.Namespace, voice: Voice) -> int:
    """Write the tables, the workbook, the networks, the pictures and the briefings."""
    graph = open_graph(options.graph)
    folder: Path = options.output
    refuse_unwritable(folder, voice)
    if not shared(graph, options.level, 1, by=options.by, confidence=options.confidence).measures:
        return nothing(voice)
    from graph.report.write import write_report  # matplotlib takes a second: only who needs it waits for it

    basis = {"by": options.by, "confidence": options.confidence, "progress": voice.progress}
    try:
        written = write_report(graph, folder, options.level, **basis)
    except OSError as error:
        raise OutputUnwritableError(path=error.filename or folder, reason=error.strerror or str(error)) from error
    voice.done()
    voice.tell(voice.say("cli.report", folder=folder, files=len(written)))
    for path in written:
        voice.tell(f"  {path.name}")
    return 0
