"""The people of a roll of honour, a row each: 3 某某某（女） 某某公司焊工; 某某公司 班长 某某某.

In: a sentence with the bodies found in it, surnames. Out: the name that a row holds beside its body, with what else it
says: the body and the title. Such rows are read only under a heading that names an honour (`facts/rolls.py`) or a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Document, EntityType, Mention, Sentence

BODIES = (EntityType.ENTERPRISE, EntityType.INSTITUTION, EntityType.UNION, EntityType.AGENCY)
_FIRST = re.compile(  # 3 某某某（女，回族） 某某公司…; 焊工 某某某 某公司
    r"(?:\d{1,3}|[（(]\d{1,3}[）)])?[.．、]?\s*(?:([\u4e00-\u9fff]{2,8})[\s：])?\s*([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,6})"
    r"(?:（[男女][^（）]{0,8}）)?[\s，,（]*"
)
_LAST = re.compile(  # 某某公司 车间班长 某某某（女）
    r"\s*([\u4e00-\u9fff、]{0,16})\s+([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,6})(?:（[男女][^（）]{0,8}）)?"
)
_TITLE = re.compile(r"[\s，,]*([\u4e00-\u9fff、“”]{2,24})[）)]?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a roll: where its name stands, where its body does, and the title beside them ("" where none)."""

    start: int
    end: int
    body: tuple[int, int]
    title: tuple[int, int] | None


def row_of(text: str, bodies: Iterable[tuple[int, int]], surnames: frozenset[str]) -> Row | None:
    """The row that a line is; None where it is none."""
    if "。" in text or len(text) > 80:
        return None
    for body in sorted(bodies, key=lambda b: (b[0], -b[1])):
        first = _FIRST.fullmatch(text, 0, body[0])
        if first and is_name(first.group(2), surnames):
            title = _TITLE.fullmatch(text, body[1])
            return Row(*first.span(2), body, title.span(1) if title else None)
        last = _LAST.fullmatch(text, body[1])
        lead = re.fullmatch(r"(?:\d{1,3}|[（(]\d{1,3}[）)])?[.．、]?\s*", text[: body[0]])
        if lead and last and is_name(last.group(2), surnames):
            return Row(*last.span(2), body, last.span(1) if last.group(1) else None)
    return None


def is_name(name: str, surnames: frozenset[str]) -> bool:
    """Whether characters are a surname and one or two more, or a name with an interpunct."""
    surname = next((n for n in (2, 1) if name[:n] in surnames), 0)
    return "·" in name or (surname > 0 and 1 <= len(name) - surname <= 2)


def roll_names(
    document: Document, found: Sequence[Sequence[Mention]], surnames: frozenset[str]
) -> dict[int, tuple[int, int]]:
    """Where the names of rolls stand, by sentence: lines that are rows, two or more one after another."""
    rows = {s.index: row for s in document.sentences if (row := _row(s, found[s.index], surnames))}
    return {i: (row.start, row.end) for i, row in rows.items() if i - 1 in rows or i + 1 in rows}


def _row(sentence: Sentence, found: Sequence[Mention], surnames: frozenset[str]) -> Row | None:
    return row_of(sentence.text, [(m.start, m.end) for m in found if m.type in BODIES], surnames)
