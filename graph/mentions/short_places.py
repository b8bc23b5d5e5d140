"""Short names of counties (沿河, 德江) that a report lets stand without their 县.

In: a report and the division table. Out: the short names. They count where the full name stands in the report, where a
list says what they are (沿河、德江两县), where labels of items are counties, and where neighbours in a list lie in one
prefecture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.mentions.divisions import Divisions
from graph.mentions.places import Place
from graph.model import AdminLevel, Document

_LABELLED_BY = re.compile(  # 一、寿安：…  【寿安】…  2.寿安|…, where several items are so labelled
    r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[●■◆▲★◎·▶◇○]|【)?\s*([\u4e00-\u9fff]{2,3})(?:】|：|\||——|·|\s|$)"
)
_COUNTIES = re.compile(  # 某市的沿河、德江、思南三个县（市、区）, 在沿河、德江等县
    r"(?:^|[，。；：的在对与和向到、])((?:[\u4e00-\u9fff]{2,3}(?:、|和|与)){1,8}[\u4e00-\u9fff]{2,3}?)"
    r"(?:等?[两二三四五六七八九十\d]{1,2}个?(?:县|区|市|旗|州)|等(?:县|旗))(?!级|场|民)"
)
_LISTED = re.compile(r"(?:[\u4e00-\u9fff]{2,}[、和])+[\u4e00-\u9fff]{2,}")


def short_places(
    document: Document, found: Sequence[tuple[Place, ...]], divisions: Divisions, words: frozenset[str]
) -> frozenset[str]:
    """The short names of counties and prefectures that count in `document`.

    `found` are the places of each sentence by their full names; `words` are short names that are words too.
    """
    shorts = set(_written_out(document, found, divisions))
    for sentence in document.sentences:
        for row in _COUNTIES.finditer(sentence.text):
            shorts |= {n for n in re.split(r"、|和|与", row.group(1)) if n in divisions.by_short}
        shorts.update(_neighbours(sentence.text, divisions))
    labels = {m.group(1) for s in document.sentences if (m := _LABELLED_BY.match(s.text))}
    labels = {n for n in labels if n in divisions.by_short and n not in words}
    if len(labels) > 1:
        shorts |= labels
    return frozenset(s for s in shorts if len(s) >= 2)


def _written_out(document: Document, found: Sequence[tuple[Place, ...]], divisions: Divisions) -> Iterator[str]:
    """The short names of what the report has in full."""
    for sentence, places in zip(document.sentences, found, strict=True):
        for place in places:
            if place.hint.startswith("code:"):
                for code in place.hint[5:].split(","):
                    division = divisions.by_code[code]
                    full = division.name in sentence.text[place.start : place.stem]
                    if full and division.level in (AdminLevel.COUNTY, AdminLevel.PREFECTURE):
                        yield division.short


def _neighbours(text: str, divisions: Divisions) -> Iterator[str]:
    """Neighbours in a list that are counties of one prefecture: 在思南、石阡建起. By GB/T 2260 the first four digits of
    the code of a county are those of its prefecture."""
    for row in _LISTED.finditer(text):
        items = re.split(r"[、和]", row.group())
        for one, other in pairwise(items):
            before = [one[-n:] for n in (2, 3) if one[-n:] in divisions.by_short]
            behind = [other[:n] for n in (2, 3) if other[:n] in divisions.by_short]
            for a in before:
                for b in behind:
                    if a != b and _prefectures(a, divisions) & _prefectures(b, divisions):
                        yield from (a, b)


def _prefectures(short: str, divisions: Divisions) -> set[str]:
    counties = (d for d in divisions.by_short[short] if d.level is AdminLevel.COUNTY)
    return {d.code[:4] for d in counties}
