"""Word lists as sorted TSV: a comment line that says where the list comes from, a header, one entry a line.

In: the folder `lexicon`. Out: a `Lexicon`, loaded once and handed on. A bad line is a LexiconError with file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "lexicon"


class LexiconError(ValueError):
    """A line of a word list is wrong: `path`, `line` (from 1) and the problem."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}, line {line}: {problem}")


def read_list(name: str, folder: Path = FOLDER) -> tuple[tuple[str, ...], ...]:
    """The rows of a word list, its comment and header left out.

    Raises LexiconError for a row of the wrong width, an empty cell, a repeated or unsorted entry.
    """
    path = folder / f"{name}.tsv"
    rows: list[tuple[str, ...]] = []
    width = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if not width:
            width = len(cells)
            continue
        if len(cells) != width or not all(cells):
            raise LexiconError(path, number, f"{width} cells wanted")
        if rows and cells <= rows[-1]:
            raise LexiconError(path, number, "entries must be sorted and different")
        rows.append(cells)
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists that recognisers use."""

    surnames: frozenset[str]
    not_names: frozenset[str]
    titles: tuple[str, ...]  # longest first
    nouns: frozenset[str]  # those of the titles that stand for people at large
    industries: frozenset[str]
    agencies: tuple[str, ...]  # longest first
    departments: Mapping[str, str]  # short form → full form of the same department
    honours: tuple[tuple[str, str], ...]  # form, level or "-"; longest first
    verbs: frozenset[str]
    generic: frozenset[str]
    words: frozenset[str]  # short place names that are also words


def load_lexicon(folder: Path = FOLDER) -> Lexicon:
    """All word lists of a folder. Raises LexiconError."""

    def column(name: str) -> tuple[str, ...]:
        return tuple(row[0] for row in read_list(name, folder))

    def longest(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(words, key=lambda w: (-len(w), w)))

    honours = tuple((r[0], r[1]) for r in sorted(read_list("honours", folder), key=lambda r: (-len(r[0]), r)))
    return Lexicon(
        frozenset(column("surnames")),
        frozenset(column("not_names")),
        longest(column("titles")),
        frozenset(row[0] for row in read_list("titles", folder) if row[1] == "noun"),
        frozenset(column("industries")),
        longest(column("agencies")),
        {row[0]: row[1] for row in read_list("department_forms", folder)},
        honours,
        frozenset(column("verbs")),
        frozenset(column("generic")),
        frozenset(column("words")),
    )
