"""Units that only the labels of a roundup's items tell of: ▲机电总厂：修旧利废 / 机电总厂围绕…; 二、总医院——….

In: a report. Out: names that label an item or head a section, end as a unit of a group does, and begin the text below;
then where they stand elsewhere. Two such labels make a roundup of units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from graph.model import Document, EntityType, Mention, Sentence, SentenceKind
from graph.read.marks import ITEM_SIGNS

_LABEL = re.compile(
    rf"(?:—{{1,2}}|[{ITEM_SIGNS}]\s*|[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、.．]\s*)?([\u4e00-\u9fff]{{3,10}})(?:：|——|\s|$)"
)
_UNIT = re.compile(
    r"[^的了在是把被与和及等]{1,9}(?:矿|厂|处|段|大队|支队|公司|集团|中心|医院|学院|学校|中专|职高|电站|油库|油田|钻井队|作业区|项目部|管理所|研究院|设计院)"
)
_HOUSE = re.compile(r"(?:中心|医院|学院|学校|中专|职高|研究院|设计院)$")
_NO_NAME = re.compile(r"^(?:各|该|本|全|基层|所属|下属|试点|服务|培训|实训|党群|职工)|(?:服务|活动|党群)中心$")
_LABELS = 2
_OPENING = 20  # characters into the text below where the name stands at the latest


def labelled_units(document: Document) -> tuple[str, ...]:
    """The names of units by their items' labels; none where fewer than two items are so labelled."""
    names: set[str] = set()
    for sentence, below in zip(document.sentences, document.sentences[1:], strict=False):
        label = _LABEL.match(sentence.text)
        name = label.group(1) if label and sentence.kind is not SentenceKind.BYLINE else ""
        known = _UNIT.fullmatch(name) is not None and not _NO_NAME.search(name)
        if known and name in below.text[: _OPENING + len(name)]:
            names.add(name)
    return tuple(sorted(names)) if len(names) >= _LABELS else ()


def labelled_again(sentence: Sentence, names: tuple[str, ...]) -> Iterable[Mention]:
    """Those names wherever they stand alone or behind 集团, and their unions."""
    for name in names:
        kind = EntityType.INSTITUTION if _HOUSE.search(name) else EntityType.ENTERPRISE
        for match in re.finditer(rf"(?<![\u4e00-\u9fff])(?:集团)?({re.escape(name)})(?![区房里长们])", sentence.text):
            at, end = match.span(1)
            sure = Decimal("0.7")
            yield Mention(sentence.index, at, end, name, kind, "firm-labelled", sure, "")
            if sentence.text.startswith("工会", end):
                union, hint = f"{name}工会", f"firm:{name}>工会"
                yield Mention(sentence.index, at, end + 2, union, EntityType.UNION, "union-firm", sure, hint)
