"""What can go wrong for a user, each kind its own class, said in one line in Chinese or English.

In: the values that an error names (a path, a line, a parameter). Out: `ChangaiError.message("zh" | "en")`, and the exit
code that a script sees. An error holds no text of its own: `key` leads to the line in `messages.tsv`, whose braces the
values fill. So `raise UnknownThingError(name=name, near=near)` is all that a step does, and the command line chooses
the language.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from graph.messages import say


class ChangaiError(Exception):
    """Something that the user can understand and mend. `values` fill the braces of the message `key`."""

    key: ClassVar[str] = "error.other"
    exit_code: ClassVar[int] = 2

    def __init__(self, **values: object) -> None:
        super().__init__(values)
        self.values = values

    def message(self, language: str = "zh") -> str:
        """One line for people, in "zh" or "en"."""
        return " ".join(say(language, self.key, **self.values).split("\n"))

    def __str__(self) -> str:
        return self.message("en")


class UnreadableError(ChangaiError):
    """The file or folder `path` cannot be read as a report; `at` is the byte where it goes wrong.

    `reason` is one of `REASONS`: missing (no such path), empty, binary, undecodable, format (none that is read),
    denied (the system refuses), nothing (a folder without reports), damaged (a PDF or DOCX that breaks off),
    locked (one with a password), scanned (a PDF of pictures, without text).
    """

    REASONS: ClassVar[tuple[str, ...]] = (
        "binary", "damaged", "denied", "empty", "format", "locked", "missing", "nothing", "scanned",
        "undecodable",
    )  # fmt: skip

    def __init__(self, path: Path, reason: str, *, at: int | None = None) -> None:
        super().__init__(path=path, reason=reason, at=at)
        self.path = path
        self.reason = reason
        self.at = at

    def message(self, language: str = "zh") -> str:
        """One line for people, in "zh" or "en": the message `error.unreadable.` and the reason."""
        known = self.reason if self.reason in self.REASONS else "damaged"
        return say(language, f"error.unreadable.{known}", path=self.path, at=self.at, reason=self.reason)


class OutputUnwritableError(ChangaiError):
    """Nothing can be written at `path`; `reason` is the system's."""

    key = "error.output-unwritable"


class GraphNotFoundError(ChangaiError):
    """There is no graph at `path`."""

    key = "error.graph-not-found"


class GraphDamagedError(ChangaiError):
    """The graph's file `path` is no TriG from `line` on; `reason` is the parser's."""

    key = "error.graph-damaged"


class QuerySyntaxError(ChangaiError):
    """The query is no SPARQL at `line`, `column` (from 1), near `found`."""

    key = "error.query-syntax"


class QueryPrefixError(ChangaiError):
    """The query uses a prefix that it does not declare, at `line`, `column`, near `found`."""

    key = "error.query-prefix"


class QueryKindError(ChangaiError):
    """The query is of another kind than what was asked for: `wanted` (SELECT, CONSTRUCT or ASK)."""

    key = "error.query-kind"


class QueryFailedError(ChangaiError):
    """The query is well-formed and yet could not be answered; `reason` is the store's."""

    key = "error.query-failed"


class UnknownQuestionError(ChangaiError):
    """There is no saved question `name`; `near` are names like it."""

    key = "error.unknown-question"


class DamagedQuestionError(ChangaiError):
    """The saved question's file `path` breaks the format at `line`."""

    key = "error.damaged-question"


class UnknownParameterError(ChangaiError):
    """The question `question` has no parameter `name`; it has `known`."""

    key = "error.unknown-parameter"


class MissingParameterError(ChangaiError):
    """The question `question` needs the parameter `name`."""

    key = "error.missing-parameter"


class BadParameterError(ChangaiError):
    """The parameter `name` cannot be `value`; it has to be `wanted`."""

    key = "error.bad-parameter"


class UnknownThingError(ChangaiError):
    """Nothing in the graph is called `name`; `near` are names like it."""

    key = "error.unknown-thing"
    exit_code = 1


class AmbiguousThingError(ChangaiError):
    """Several things are called `name`: `candidates`."""

    key = "error.ambiguous-thing"
    exit_code = 1


class AnnotationJsonError(ChangaiError):
    """The annotation file `path` is no JSON from `line`, `column` on."""

    key = "error.annotation-json"


class AnnotationKindError(ChangaiError):
    """In the annotation file `path`, what stands at `place` is of another kind than `wanted`, as JSON names kinds."""

    key = "error.annotation-kind"


class AnnotationMissingError(ChangaiError):
    """In the annotation file `path`, `place` is missing or empty."""

    key = "error.annotation-missing"


class AnnotationValueError(ChangaiError):
    """In the annotation file `path`, `place` has the value `value`, which is none of `wanted`."""

    key = "error.annotation-value"


class AnnotationNameError(ChangaiError):
    """In the annotation file `path`, `place` holds the name `name`, a field or a measure that is not known."""

    key = "error.annotation-name"


class AnnotationQuoteError(ChangaiError):
    """In the annotation file `path`, `place` quotes `quote`, which does not stand in `document`."""

    key = "error.annotation-quote"


class AnnotationsNotFoundError(ChangaiError):
    """The folder `path` holds no annotation file like `only`."""

    key = "error.annotations-not-found"


class AnnotatedReportNotFoundError(ChangaiError):
    """The annotation file `path` is of `document`, which lies in none of the folders `where`."""

    key = "error.annotated-report-not-found"


class FontMissingError(ChangaiError):
    """No font has Chinese; the `package` that carries one, or one of `fonts`, has to be installed."""

    key = "error.font-missing"
