"""Units that a report on pilots presents without calling each of them one.

In: a Reading. Out: Pilot facts of lower confidence. Order: the report's title or its sentences say that it is about a
region's pilots; then each numbered section, else each sentence with a subject of its own, presents one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from graph.facts.levels import LEVEL_OF
from graph.facts.reading import Reading
from graph.model import AdminLevel, Entity, EntityType, Pilot, Sentence, SentenceKind
from graph.resolve.labels import number_of

UNITS = (
    EntityType.LOCAL_GOVERNMENT,
    EntityType.ENTERPRISE,
    EntityType.AGENCY,
    EntityType.INSTITUTION,
    EntityType.UNION,
)
BATCH = re.compile(r"首批|第[一二三四五六七八九十]批")
NOT_OURS = re.compile(r"考评试点|融通试点|证书试点|碳|医保|课程")
_PILOT_REPORT = re.compile(
    r"(?:首批|第[一二三四五六七八九十]批|各|全面|项目)(?:全国|全[省市区]|国家级|省级|市级|自治区级)?(?:产业工人队伍建设改革|产改|改革)?试点|确定[^，。]{0,14}试点[^，。]{0,4}\d|确定\d+[家个户][^，。]{0,26}试点|试点单位(?:紧扣|坚持|高度|在|创新|通过)"
)
_NUMBERED = re.compile(r"^(?:\d{1,2}\s*[|.．、]|0\d\s+|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")
_SPOKEN_OFTEN = 5  # times that a report says 试点 before it is taken to be about pilots
_LABELS = 3  # sentences that begin with a unit and ：
_LABEL = re.compile(r"：|(?:（[^（）]{2,12}）)?。$")
_WHEN = re.compile(r"(\d{4})年(?:(\d{1,2})月)?")


def pilot_date(text: str, start: int, end: int) -> str | None:
    """The year or month that stands in `text[start:end]`, as YYYY or YYYY-MM."""
    match = _WHEN.search(text, start, end)
    if not match:
        return None
    return f"{match.group(1)}-{int(match.group(2)):02d}" if match.group(2) else match.group(1)


def presented(reading: Reading) -> Iterator[Pilot]:
    """Units that a report on pilots presents, one a section or a sentence."""
    document = reading.document
    bodies = [s for s in document.sentences if s.kind is SentenceKind.BODY]
    titles = [s for s in document.sentences[:6] if s.kind is SentenceKind.HEADING]
    titled = next((s for s in titles if re.search(r"试点(?:单位|地区|企业|经验|巡礼|走笔|风采)", s.text)), None)
    told = next((s for s in bodies if _PILOT_REPORT.search(s.text) and not NOT_OURS.search(s.text)), None)
    opening = titled or told
    if opening is None or told is None:
        return
    frame = " ".join(s.text for s in bodies)
    plain = titled is not None or len(re.findall(r"试点单位|试点地区|各试点|改革试点", frame)) >= 3
    if not plain and frame.count("试点") < _SPOKEN_OFTEN:
        return
    region = _region_of(reading, told) or _region_of(reading, opening)
    entity = reading.entities.get(region)
    if entity is None or entity.admin_level not in (AdminLevel.PROVINCE, AdminLevel.PREFECTURE):
        return
    departments = re.search(r"(?:部门|厅局|机关)[^，。]{0,6}试点", frame) is not None
    level = LEVEL_OF[entity.admin_level]
    sure = Decimal("0.8") if plain else Decimal("0.6")
    batch = BATCH.search(told.text) if told.text.count("批") == 1 else None
    when = pilot_date(told.text, 0, len(told.text))
    labelled = {s.index: heads for s in document.sentences if (heads := _labels(reading, s))}
    labelled = labelled if len(labelled) >= _LABELS else {}
    for sentence in document.sentences:
        numbered = sentence.kind is SentenceKind.HEADING and _NUMBERED.match(sentence.text)
        shown = numbered or sentence.index in labelled or sentence.kind is SentenceKind.BODY
        if sentence.index <= told.index or not shown:
            continue
        if titled is not None and not numbered and any(_NUMBERED.match(s.text) for s in _headings(reading)):
            continue  # numbered sections name the pilots; their sentences name others too
        if labelled and sentence.index not in labelled:
            continue  # so do labelled paragraphs: 某县：…
        if re.search(r"下一步|今后|继续推进|将(?:继续|切实|进一步)|第二批", sentence.text[:40]):
            continue
        units = labelled.get(sentence.index) or (
            _heads(reading, sentence) if numbered else _subjects(reading, sentence)
        )
        for key, start, end in units:
            if (
                key != region
                and _presentable(reading.entities[key], region, departments)
                and not _above(reading, key, region)
            ):
                evidence = sentence.spans(start, end)
                yield Pilot(evidence, "pilot-section", sure, key, level, batch and batch.group(), when)


def _headings(reading: Reading) -> list[Sentence]:
    return [s for s in reading.document.sentences if s.kind is SentenceKind.HEADING]


def _heads(reading: Reading, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """The unit that a numbered heading names first."""
    for name in reading.outer_names(sentence.index)[:1]:
        if name.type in UNITS and name.start <= 8:
            yield name.key, name.start, name.end


def _labels(reading: Reading, sentence: Sentence) -> list[tuple[str, int, int]]:
    """The unit that a sentence is a label of: 某某公司：工人也有台阶。 4.某某公司（某县）。"""
    start = number_of(sentence.text)
    names = [n for n in reading.outer_names(sentence.index) if n.start == start and n.type in UNITS]
    return [(n.key, n.start, n.end) for n in names if _LABEL.match(sentence.text, n.end)]


def _region_of(reading: Reading, sentence: Sentence) -> str:
    """The local government that a sentence on pilots is about: it acts, or its title names it."""
    for key in reading.actors(sentence.index, len(sentence.text) - 1):
        owner = reading.entities[key].organ_of or key  # 某市产改协调小组确定…: the city's
        if owner in reading.entities and reading.entities[owner].admin_level:
            return owner
    return next((n.key for n in reading.named[sentence.index] if reading.entities[n.key].admin_level), "")


def _subjects(reading: Reading, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    for stretch in reading.acting[sentence.index]:
        if stretch.explicit:
            for key in stretch.actors:
                yield key, stretch.start, stretch.end


def _presentable(unit: Entity, region: str, departments: bool) -> bool:
    """Whether a report on a region's pilots presents this unit as one: not the bodies of another pilot area, and the
    region's own only where departments are said to be pilots."""
    if re.search(r"联席会议|领导小组|协调小组|产改办|服务中心$", unit.name):
        return False
    if unit.type in (EntityType.AGENCY, EntityType.UNION):
        return departments and unit.organ_of == region
    return unit.type in UNITS


def _above(reading: Reading, key: str, region: str) -> bool:
    """Whether a unit is the region's own body or a region above it."""
    seen = reading.entities.get(region)
    while seen is not None and seen.within:
        if seen.within == key:
            return True
        seen = reading.entities.get(seen.within)
    return False
