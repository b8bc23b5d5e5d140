"""The command `explain`: how one report was read, for the terminal or as a page.

In: parsed options and a voice. Out: an exit code; the account on stdout, or an HTML file.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from graph.cli.voice import Voice
from graph.errors import BadParameterError, OutputUnwritableError
from graph.read import read_document


def explain_command(options: argparse.Namespace, voice: Voice) -> int:
    """Show what was made of each sentence of a report, and by which rule."""
    from graph.api import load_extractor
    from graph.explain.account import account
    from graph.explain.page import write_page
    from graph.explain.terminal import as_text

    if options.report.is_dir():
        raise BadParameterError(name="REPORT", value=options.report, wanted=voice.say("help.explain.report"))
    document = read_document(options.report)
    made = account(document, load_extractor())
    page: Path | None = options.html
    if page is None:
        voice.tell(as_text(made, voice.language, colours()))
        return 0
    if page.is_dir():
        raise OutputUnwritableError(path=page, reason=voice.say("cli.is-folder"))
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        written = write_page(made, page, voice.language)
    except OSError as error:
        raise OutputUnwritableError(path=error.filename or page, reason=error.strerror or str(error)) from error
    voice.tell(voice.say("cli.page", path=written))
    return 0


def colours() -> bool:
    """Whether to use colours: on a terminal, unless NO_COLOR (https://no-color.org) is set or it is a dumb one."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
