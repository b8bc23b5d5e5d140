"""What may stand on the command line, and what is said when it may not.

In: a `Voice`. Out: the parser of `changai`. argparse speaks English only: headings are set here, and its complaints are
brought into the language by `error`, which knows the four that a user can meet.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NoReturn

from graph.cli import asking, building, comparing, explaining, reporting, scoring, sharing, showing
from graph.cli.voice import Voice
from graph.evaluate.annotations import CATEGORIES
from graph.query.ask import LEVELS
from graph.query.regions import BY

DEFAULT_OUTPUT = Path("output")
DEFAULT_REPORT = DEFAULT_OUTPUT / "report"
COMPLAINTS = (
    (r"the following arguments are required: (?P<what>.*)", "usage.required"),
    (r"unrecognized arguments: (?P<what>.*)", "usage.unrecognised"),
    (r"argument (?P<name>\S+).*: invalid choice: (?P<what>.*) \(choose from (?P<wanted>.*)\)", "usage.choice"),
    (r"argument (?P<name>\S+): invalid \S+ value: (?P<what>.*)", "usage.value"),
    (r"argument (?P<name>\S+): expected .*", "usage.expected"),
)
Command = Callable[[argparse.Namespace, Voice], int]


def program_version() -> str:
    """The installed version of changai, or "0" where it runs without being installed."""
    try:
        return version("changai")
    except PackageNotFoundError:
        return "0"


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the language of its voice."""

    def __init__(self, *, voice: Voice, **options: Any) -> None:
        super().__init__(**options, add_help=False, formatter_class=_formatter(voice), allow_abbrev=False)
        self.voice = voice
        self._positionals.title = voice.say("usage.arguments")
        self._optionals.title = voice.say("usage.options")
        self.add_argument("-h", "--help", action="help", help=voice.say("help.help"))

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong, and leave with 2."""
        for pattern, key in COMPLAINTS:
            found = re.fullmatch(pattern, message)
            if found:
                message = self.voice.say(key, **found.groupdict())
                break
        self.exit(
            2, f"{self.voice.say('cli.error', message=message)}\n{self.voice.say('usage.hint', program=self.prog)}\n"
        )


def _formatter(voice: Voice) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.RawDescriptionHelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, voice.say("usage.usage") + " " if prefix is None else prefix)

    return Formatter


def parser(voice: Voice) -> Parser:
    """The parser of all commands; what it parses has `command`, the function to call."""
    say = voice.say
    top = Parser(voice=voice, prog="changai", description=say("help.changai"), epilog=_exit_codes(voice))
    top.add_argument("--version", action="version", version=f"changai {program_version()}", help=say("help.version"))
    top.add_argument("--lang", choices=("zh", "en"), help=say("help.lang"))
    commands = top.add_subparsers(metavar=say("usage.command"), title=say("usage.commands"), required=True)

    def add(name: str, command: Command, about: str, *, graph: bool = True) -> Parser:
        found: Parser = commands.add_parser(
            name, voice=voice, help=about, description=about, epilog=_exit_codes(voice)
        )  # fmt: skip
        found.set_defaults(command=command)
        found.add_argument("--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help=say("help.lang"))
        if graph:
            found.add_argument(
                "--graph", type=Path, default=DEFAULT_OUTPUT, metavar="DIR|FILE", help=say("help.graph")
            )  # fmt: skip
        return found

    build = add("build", building.build_command, say("help.build"), graph=False)
    build.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=say("help.build.path"))
    build.add_argument("--output", type=Path, default=DEFAULT_OUTPUT, metavar="DIR", help=say("help.build.output"))
    build.add_argument("--quiet", action="store_true", help=say("help.quiet"))
    add("validate", building.validate_command, say("help.validate"))
    query = add("query", asking.query_command, say("help.query"))
    query.add_argument("query", nargs="?", metavar="SPARQL|FILE|NAME", help=say("help.query.query"))
    query.add_argument("--param", action="append", default=[], metavar="NAME=VALUE", help=say("help.query.param"))
    query.add_argument("--format", choices=("table", "csv", "json", "turtle"), help=say("help.query.format"))
    query.add_argument("--list", action="store_true", help=say("help.query.list"))
    shared = add("shared", sharing.shared_command, say("help.shared"))
    shared.add_argument("--level", choices=LEVELS, default="any", help=say("help.shared.level"))
    _basis(shared, say)
    shared.add_argument("--min", type=int, default=2, metavar="N", help=say("help.shared.min"))
    shared.add_argument("--evidence", action="store_true", help=say("help.shared.evidence"))
    shared.add_argument("--format", choices=("table", "csv", "json"), default="table", help=say("help.format"))
    _comparisons(add, say)
    _report(add, say)
    show = add("show", showing.show_command, say("help.show"))
    show.add_argument("name", metavar="NAME", help=say("help.show.name"))
    show.add_argument("--format", choices=("table", "json"), default="table", help=say("help.format"))
    view = add("view", building.view_command, say("help.view"))
    view.add_argument("--output", type=Path, metavar="FILE", help=say("help.view.output"))
    view.add_argument("--no-sparql", action="store_true", help=say("help.view.no-sparql"))
    view.add_argument("--open", action="store_true", help=say("help.view.open"))
    info = add("info", showing.info_command, say("help.info"))
    info.add_argument("--format", choices=("table", "json"), default="table", help=say("help.format"))
    _checks(add, say)
    return top


def _checks(add: Callable[..., Parser], say: Callable[[str], str]) -> None:
    """The commands that look into what is extracted: how good it is, and where it comes from."""
    evaluate = add("evaluate", scoring.evaluate_command, say("help.evaluate"), graph=False)
    evaluate.add_argument("gold", type=Path, metavar="GOLD", help=say("help.evaluate.gold"))
    evaluate.add_argument("reports", nargs="*", type=Path, metavar="REPORTS", help=say("help.evaluate.reports"))
    evaluate.add_argument("--only", default="", metavar="PREFIX", help=say("help.evaluate.only"))
    evaluate.add_argument(
        "--errors",
        nargs="?",
        const="all",
        choices=("all", *CATEGORIES),
        metavar="CATEGORY",
        help=say("help.evaluate.errors"),
    )
    evaluate.add_argument("--by-report", action="store_true", help=say("help.evaluate.by-report"))
    evaluate.add_argument("--confidence", action="store_true", help=say("help.evaluate.confidence"))
    evaluate.add_argument("--format", choices=("table", "json"), default="table", help=say("help.format"))
    evaluate.add_argument("--quiet", action="store_true", help=say("help.quiet"))
    explain = add("explain", explaining.explain_command, say("help.explain"), graph=False)
    explain.add_argument("report", type=Path, metavar="REPORT", help=say("help.explain.report"))
    explain.add_argument("--html", type=Path, metavar="FILE", help=say("help.explain.html"))


def _comparisons(add: Callable[..., Parser], say: Callable[[str], str]) -> None:
    """The commands that hold regions against each other."""
    compare = add("compare", comparing.compare_command, say("help.compare"))
    compare.add_argument("regions", nargs="+", metavar="REGION", help=say("help.compare.region"))
    similar = add("similar", comparing.similar_command, say("help.similar"))
    similar.add_argument("region", metavar="REGION", help=say("help.compare.region"))
    similar.add_argument("--level", choices=LEVELS, help=say("help.similar.level"))
    measure = add("measure", comparing.measure_command, say("help.measure"))
    measure.add_argument("name", metavar="NAME", help=say("help.measure.name"))
    measure.add_argument("--level", choices=LEVELS, default="any", help=say("help.shared.level"))
    for command in (compare, similar, measure):
        _basis(command, say)
        command.add_argument("--format", choices=("table", "csv", "json"), default="table", help=say("help.format"))


def _report(add: Callable[..., Parser], say: Callable[[str], str]) -> None:
    """The command that writes everything down."""
    report = add("report", reporting.report_command, say("help.report"))
    report.add_argument("--output", type=Path, default=DEFAULT_REPORT, metavar="DIR", help=say("help.report.output"))
    report.add_argument("--level", choices=LEVELS, default="any", help=say("help.shared.level"))
    _basis(report, say)
    report.add_argument("--quiet", action="store_true", help=say("help.quiet"))


def _basis(command: Parser, say: Callable[[str], str]) -> None:
    """What all comparisons have: whose measures, and how sure they are to be."""
    command.add_argument("--by", choices=BY, default="region", help=say("help.by"))
    command.add_argument("--confidence", type=share, default=Decimal(0), metavar="0–1", help=say("help.confidence"))


def share(text: str) -> Decimal:
    """A number from 0 to 1. Raises ValueError, which argparse reports as a wrong value."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None
    if not 0 <= number <= 1:
        raise ValueError(text)
    return number


def _exit_codes(voice: Voice) -> str:
    keys = ("exit.0", "exit.1", "exit.2", "exit.3")
    return "\n".join([voice.say("exit.title"), *(f"  {key[-1]}  {voice.say(key)}" for key in keys)])
