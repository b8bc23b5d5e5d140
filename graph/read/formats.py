"""Paths → files → text. In: what a user names. Out: the reports below it in a fixed order, and a report's text.

Plain text is read as it stands; its offsets count in the file. From HTML, DOCX and PDF the text is taken out, each by a
module of its own that is loaded with the first such file: plain text does not wait for their libraries.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.errors import UnreadableError
from graph.read.encoding import decode

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
HTML_SUFFIXES = frozenset({".html", ".htm"})
SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES | {".docx", ".pdf"}


def find_reports(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files to read: those named, and below each folder those with a known ending, sorted, each once.

    Hidden files and folders are passed over, and so is what programs lay beside a file: Word's `~$…` while it is open,
    the folder `…_files` of a page that a browser saved. Raises UnreadableError for a path that doesn't exist
    (`missing`) and for a folder without any report (`nothing`).
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            inside = [p for p in inside if not any(_aside(part) for part in p.relative_to(path).parts)]
            if not inside:
                raise UnreadableError(path, "nothing")
            for p in inside:
                found.setdefault(p.resolve(), p)
        elif path.exists():
            found.setdefault(path.resolve(), path)
        else:
            raise UnreadableError(path, "missing")
    return tuple(found.values())


def _aside(part: str) -> bool:
    return part.startswith((".", "~$")) or part.endswith(("_files", ".files"))


def text_of(path: Path) -> tuple[str, bool]:
    """A file's text, and whether it was extracted from another format (then it is kept beside the graph).

    Raises UnreadableError naming the file.
    """
    suffix = path.suffix.lower()
    if suffix and suffix not in SUFFIXES:
        raise UnreadableError(path, "format")
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(path, "missing") from error
    except OSError as error:
        raise UnreadableError(path, "denied") from error
    if suffix in HTML_SUFFIXES:
        from graph.read.html import text_of_html

        return text_of_html(raw, path), True
    if suffix == ".docx":
        from graph.read.docx import text_of_docx

        return text_of_docx(raw, path), True
    if suffix == ".pdf":
        from graph.read.pdf import text_of_pdf

        return text_of_pdf(raw, path), True
    return decode(raw, path), False
