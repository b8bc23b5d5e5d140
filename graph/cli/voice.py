"""What the command line says and where: results to stdout, everything else to stderr, in one language.

In: the language and whether to be quiet. Out: a `Voice`, which every command is given. Progress goes to stderr: on a
terminal one line that is drawn anew, otherwise a line a report.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TextIO

from graph.cli.layout import clipped, width
from graph.messages import catalogue, say


@dataclass(slots=True)
class Voice:
    """Speaks `language` ("zh" or "en")."""

    language: str
    quiet: bool = False
    _drawn: int = 0

    def say(self, key: str, /, **values: object) -> str:
        """The message `key` in this language."""
        return say(self.language, key, **values)

    def term(self, name: str) -> str:
        """A class, property or value by its local name, in this language; or the name itself."""
        key = f"term.{name}"
        return say(self.language, key) if key in catalogue() else name

    def tell(self, text: str = "") -> None:
        """Print a result."""
        print(text, file=sys.stdout)

    def note(self, text: str) -> None:
        """Print what is no result: a warning, a summary of what went wrong."""
        self.done()
        print(text, file=sys.stderr)

    def progress(self, done: int, total: int, name: str) -> None:
        """Report that `done` of `total` reports are read, `name` the last."""
        if self.quiet:
            return
        stream: TextIO = sys.stderr
        line = self.say("cli.progress", done=done, total=total, name=name).rstrip()
        if not stream.isatty():
            print(line, file=stream, flush=True)
            return
        line = clipped(line, 78)
        print("\r" + line + " " * max(0, self._drawn - width(line)), end="", file=stream, flush=True)
        self._drawn = width(line)

    def done(self) -> None:
        """Close the line of progress, if one stands open."""
        if self._drawn:
            print(file=sys.stderr, flush=True)
            self._drawn = 0
