"""Lines of a text that is taken out of HTML, DOCX or PDF. In: pieces of text as they come. Out: one text.

A paragraph is a line, with a blank line between two: so nothing takes them for lines that a page's width has cut. A
picture leaves two blank lines more, as it does in pages that were copied. The cells of a table's row are parted by
tabs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_BLANKS = re.compile(r"[ \t\r\n\f\v\xa0]+")


def letters(text: str) -> str:
    """The letters and digits of a text: what remains the same whatever its marks and blanks are."""
    return "".join(char for char in text if char.isalnum())


class Lines:
    """Collects lines. `add` appends to the open line, `end` closes it, `gap` notes a picture, `row` adds a row."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._open: list[str] = []
        self._gap = False

    def add(self, piece: str) -> None:
        """Appends to the line that is open; line ends inside `piece` are only blanks, as in markup."""
        self._open.append(piece)

    def end(self) -> None:
        """Closes the open line; a line without anything is none."""
        line = _BLANKS.sub(" ", "".join(self._open)).strip()
        self._open.clear()
        self._put(line)

    def gap(self) -> None:
        """A picture stands here."""
        self.end()
        self._gap = True

    def row(self, cells: Iterable[str]) -> None:
        """A row of a table, its empty cells left out."""
        self.end()
        self._put("\t".join(cell for cell in cells if cell))

    def text(self) -> str:
        """All lines."""
        self.end()
        return "\n\n".join(self._lines) + "\n" if self._lines else ""

    def _put(self, line: str) -> None:
        if line:
            # the two line ends make, with those between lines, three blank lines; at the head of a text nothing is cut
            self._lines.append("\n\n" + line if self._gap and self._lines else line)
            self._gap = False
