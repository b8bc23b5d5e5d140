"""The words that call a unit a pilot, the clause around them, and the units that a choice or a batch lists.

In: a sentence's text and its names. Out: expressions and offsets; the units chosen; Pilot facts of batches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from graph.facts.levels import programme_level
from graph.facts.listing import listed_names
from graph.facts.presented import UNITS
from graph.facts.reading import Named, Reading
from graph.model import Pilot, Sentence

PILOT_WORD = re.compile(
    r"(?:产业工人队伍建设改革|产改|改革)?(?:首批|第[一二三四五六七八九十]批)?(?:全面|综合|项目|专项|实施)?(?:试点|示范)"
    r"(?:地区|单位|企业|城市|县市|师市|旗县|区县|省份|省|州|县|市|区|旗|镇|乡|街道|社区|园区|院校|学校|校|行业|点位|班组|点(?!位))|"
    r"试点(?=[，。；、）后：]|$|之一|包括|以来|分别[是为]|[为是]：|中，|名单|有(?![力序效望])|(?:工作)?任务)|(?<=级)(?:产改)?试点(?=[\u4e00-\u9fff]{4})|(?<=[区业位镇厂县市])先行先试"
)
_CHOSEN = re.compile(r"(?:在|选取|选择|选定|遴选|确定)(?:了)?$")
_INTO_BATCH = re.compile(
    r"(?:等[^，。；]{0,6})?(?:列入|入列|入选|跻身|进入|纳入)(首批|第[一二三四五六七八九十]批)(?=[，。；])"
)


def in_batches(reading: Reading, sentence: Sentence) -> Iterator[Pilot]:
    """The units that a later clause puts in a batch: 省级试点单位112个，某市是首批，某区、某公司等列入第二批."""
    text = sentence.text
    for match in _INTO_BATCH.finditer(text):
        start, _ = clause_of(text, match.start())
        told = PILOT_WORD.search(text, 0, start)
        names = [n for n in reading.outer_names(sentence.index) if n.type in UNITS and n.start >= start]
        names = listed_names(text, [n for n in names if n.end <= match.start()]) if told else []
        if told and names and names[0].start == start and names[-1].end == match.start():
            level = programme_level(reading, sentence, clause_of(text, told.start())[0], told.start())
            for name in names:
                evidence = sentence.spans(start, match.end())
                yield Pilot(evidence, "pilot-batch", Decimal("0.8"), name.key, level, match.group(1), None)


def sites(text: str, before: list[Named], end: int) -> list[Named]:
    """The units that 在 or 选取 puts right before the word of starting; 等6家企业 may close the list."""
    for index, name in enumerate(before):
        if _CHOSEN.search(text[: name.start]):
            names = listed_names(text, before[index:])
            if re.fullmatch(
                r"(?:等(?:\d+[家个])?(?:企业|单位|地区|园区)?(?:[和及、]\d+[家个](?:企业|单位))?)?",
                text[names[-1].end : end],
            ):
                return names
    return []


def in_question(text: str, start: int, end: int) -> bool:
    """Whether the clause plans; 将某区列为试点 does not, its 将 is 把."""
    return bool(
        re.search(
            r"力争|争取|报过|申报过|作罢|退回|落选|未能|将(?![^，。]{1,80}?(?:列为|列入|纳入|确定为|命名为|认定为|定为|作为))|拟|申报",
            text[start:end],
        )
    )


def clause_of(text: str, at: int) -> tuple[int, int]:
    """Where the clause around an offset begins and ends, its closing mark with it; brackets are a clause."""
    start = max(text.rfind(mark, 0, at) for mark in "，。；！？") + 1
    opened = text.rfind("（", start, at)
    start = opened + 1 if opened >= 0 and "）" not in text[opened:at] else start
    ends = [i for i in (text.find(mark, at) for mark in "，。；！？）") if i >= 0]
    return start, (min(ends) + 1 if ends else len(text))
