"""The entry point: chooses the language, parses, runs the command, and turns whatever happens into an exit code.

Exit codes: 0 done; 1 the data does not conform, nothing was found, or some files were passed over; 2 wrong usage or bad
input; 3 a fault of the program; 130 interrupted. No traceback reaches the user. A reader that closes the pipe early
(`changai query … | head`) is no error.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Mapping, Sequence

from graph.cli.arguments import parser
from graph.cli.voice import Voice
from graph.errors import ChangaiError
from graph.messages import LANGUAGES, language_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `changai` with `arguments` (default: those of the process) and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_unicode()
    voice = Voice(asked_language(given, os.environ))
    try:
        code = _run(given, voice)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # what is left in the buffer would raise again when the interpreter closes stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        voice.note(voice.say("cli.interrupted"))
        return 130


def asked_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that --lang names, wherever it stands, or else the locale's."""
    for at, each in enumerate(arguments):
        value = each.removeprefix("--lang=") if each.startswith("--lang=") else ""
        if each == "--lang" and at + 1 < len(arguments):
            value = arguments[at + 1]
        if value in LANGUAGES:
            return value
    return language_of(environment)


def _run(arguments: list[str], voice: Voice) -> int:
    try:
        options = parser(voice).parse_args(arguments)
    except SystemExit as leaving:  # --help, --version, wrong usage: argparse has spoken
        return leaving.code if isinstance(leaving.code, int) else 2
    voice.quiet = getattr(options, "quiet", False)
    try:
        return int(options.command(options, voice))
    except ChangaiError as error:
        voice.note(voice.say("cli.error", message=error.message(voice.language)))
        return error.exit_code
    except BrokenPipeError:
        raise
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{os.path.basename(last.filename)}:{last.lineno}"
        said = " ".join(f"{type(error).__name__}: {error}".split())
        voice.note(voice.say("cli.internal", what=said, place=place))
        return 3


def _speak_unicode() -> None:
    """Make sure that what is printed can be: a stream that has no Chinese becomes UTF-8, and nothing raises."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        try:
            "图谱─「」".encode(stream.encoding)
            stream.reconfigure(errors="replace")
        except UnicodeEncodeError:
            stream.reconfigure(encoding="utf-8", errors="replace")
