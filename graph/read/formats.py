"""Paths → files → text. In: what a user names. Out: the reports below it in a fixed order, and a report's text.

Plain text is read as it stands; its offsets count in the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.errors import UnreadableError
from graph.read.encoding import decode

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})


def find_reports(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files to read: those named, and below each folder those with a known ending, sorted, each once.

    Hidden files and folders are passed over. Raises UnreadableError for a path that doesn't exist (`missing`) and for a
    folder without any report (`nothing`).
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in TEXT_SUFFIXES and p.is_file())
            inside = [p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts)]
            if not inside:
                raise UnreadableError(path, "nothing")
            for p in inside:
                found.setdefault(p.resolve(), p)
        elif path.exists():
            found.setdefault(path.resolve(), path)
        else:
            raise UnreadableError(path, "missing")
    return tuple(found.values())


def text_of(path: Path) -> tuple[str, bool]:
    """A file's text, and whether it was extracted from another format (then it is kept beside the graph).

    Raises UnreadableError naming the file.
    """
    if path.suffix.lower() not in TEXT_SUFFIXES and path.suffix:
        raise UnreadableError(path, "format")
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(path, "missing") from error
    except OSError as error:
        raise UnreadableError(path, "denied") from error
    return decode(raw, path), False
