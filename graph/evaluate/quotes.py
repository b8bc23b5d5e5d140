"""Where a quotation stands in a report.

In: a Document. Out: a `Locator`, which finds the sentence of a quotation or of a span. A quotation is sought without
regard to white space and to the form of marks (half-width ones, 「」 for “”), first in the sentences as they were put
together, then in the text as it stands: an annotator may have read either.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from graph.model import Document, Span

_QUOTATION_MARKS = {ord(mark): None for mark in "“”‘’「」『』\"'"}


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """A text without white space and quotation marks; `at[i]` is what its character i belongs to."""

    text: str
    at: tuple[int, ...]


def _squeeze(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character).translate(_QUOTATION_MARKS)
    return "".join(plain.split())


@dataclass(frozen=True, slots=True)
class Locator:
    """Finds sentences by quotation and by place."""

    _sentences: _Squeezed  # `at` is a sentence's index
    _raw: _Squeezed  # `at` is an offset into the text
    _starts: tuple[int, ...]  # offsets at which a piece of a sentence begins
    _owners: tuple[int, ...]  # the sentence of each piece

    def knows(self, quote: str) -> bool:
        """Whether the report holds the quotation."""
        wanted = "".join(map(_squeeze, quote))
        return wanted in self._sentences.text or wanted in self._raw.text

    def sentence(self, quote: str) -> int | None:
        """The index of the sentence in which a quotation begins; None where the report doesn't hold it."""
        wanted = "".join(map(_squeeze, quote))
        if not wanted:
            return None
        found = self._sentences.text.find(wanted)
        if found >= 0:
            return self._sentences.at[found]
        found = self._raw.text.find(wanted)
        return self.sentence_at(self._raw.at[found]) if found >= 0 else None

    def sentence_at(self, offset: int) -> int | None:
        """The index of the sentence at an offset of the text, or of the one before it; None before the first."""
        place = bisect_right(self._starts, offset)
        return self._owners[place - 1] if place else None

    def sentence_of(self, spans: tuple[Span, ...]) -> int | None:
        """The index of the sentence in which the first of some spans begins."""
        return self.sentence_at(min(spans).start) if spans else None


def locator(document: Document) -> Locator:
    """The locator of a report."""
    told = [(bit, s.index) for s in document.sentences for char in s.text for bit in _squeeze(char)]
    raw = [(bit, at) for at, char in enumerate(document.text) for bit in _squeeze(char)]
    pieces = sorted((piece.start, s.index) for s in document.sentences for piece in s.pieces)
    return Locator(
        _Squeezed("".join(bit for bit, _ in told), tuple(at for _, at in told)),
        _Squeezed("".join(bit for bit, _ in raw), tuple(at for _, at in raw)),
        tuple(start for start, _ in pieces),
        tuple(index for _, index in pieces),
    )
