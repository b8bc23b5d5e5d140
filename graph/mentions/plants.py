"""Plants and daughters that a group's own report names by their work alone: 冶炼厂, 检修公司, 第二热电厂.

In: a report, what a first pass found in it, the lines of business. Out: such names, where the report is of a group
(it names one in full and says 集团 or 公司 of it again and again) and one of them begins a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from graph.model import Document, EntityType, Mention, Sentence, SentenceKind

_SELF = re.compile(r"(?:^|[，。；：])(?:[^，。；：]{0,8}，)?(?:集团|公司)(?![\u4e00-\u9fff]{0,6}(?:工会|有限))")
_OFTEN = 3  # clauses that begin with 集团 or 公司
_BEHIND = r"(?![区房里长内外家门主职工的际商之们]|工会)(?=[\u4e00-\u9fff“])"


def plants(document: Document, found: list[list[Mention]], industries: frozenset[str]) -> tuple[str, ...]:
    """The names of plants in a group's report; none elsewhere, where 水泥厂 is some plant."""
    group = any(m.type is EntityType.ENTERPRISE and "集团" in m.surface for row in found for m in row)
    bodies = [s.text for s in document.sentences if s.kind is SentenceKind.BODY]
    if not group or sum(len(_SELF.findall(text)) for text in bodies) < _OFTEN:
        return ()
    lines = "|".join(sorted(map(re.escape, industries), key=lambda w: (-len(w), w)))
    name = re.compile(
        rf"(?:^|[，。；：])((?:第?[一二三四五]|深部|露天|动力|特种|新)?(?:{lines}|动力|热处理|烧结|阳极|机修|选厂){{1,2}}"
        rf"(?:分厂|分公司|厂|公司|矿)){_BEHIND}"
    )
    return tuple(sorted({m.group(1) for text in bodies for m in name.finditer(text)} - {"集团公司"}))


def plants_again(sentence: Sentence, names: tuple[str, ...]) -> Iterable[Mention]:
    """Those names, wherever they stand alone or behind 集团: not in 某某冶炼厂."""
    for name in names:
        for match in re.finditer(rf"(?<![\u4e00-\u9fff])(?:集团)?({re.escape(name)}){_BEHIND}", sentence.text):
            at, end = match.span(1)
            rule, sure = "firm-plant", Decimal("0.65")
            yield Mention(sentence.index, at, end, name, EntityType.ENTERPRISE, rule, sure, "")
