"""The level of a pilot programme: national, provincial, municipal or county.

In: a Reading and the words before 试点. Out: a Level, or None. Order: a whole that is named (全省首批县级试点 is a
programme of the province); the last place or word of level (市级, 省总工会列为); the region that the section is about.
"""

from __future__ import annotations

import re

from graph.facts.reading import Reading
from graph.model import AdminLevel, EntityType, Level, Sentence

_LEVELS = (
    (
        re.compile(r"国家级|全国(?!推进)|部级|全总|(?:教育|人社|工信|人力资源社会保障|工业和信息化)部(?!门)"),
        Level.NATIONAL,
    ),
    (re.compile(r"省级|自治区级|(?<![\u4e00-\u9fff])省|全省|自治区|兵团"), Level.PROVINCIAL),
    (re.compile(r"市级|(?<![\u4e00-\u9fff])市(?!场|面)|全市"), Level.MUNICIPAL),
    (re.compile(r"县级|区级|旗级|(?<![\u4e00-\u9fff])[县旗区]|全县|全区"), Level.COUNTY),
)
_WHOLES = (
    (re.compile(r"全国|国家级"), Level.NATIONAL),
    (re.compile(r"全省|自治区|(?<![\u4e00-\u9fff])省(?!级)"), Level.PROVINCIAL),
    (re.compile(r"全市"), Level.MUNICIPAL),
    (re.compile(r"全县|全区|全旗"), Level.COUNTY),
)
_PROGRAMME = re.compile(r"(?:的|首批|第[一二三四五六七八九十]批|产业工人队伍建设改革|产改|改革|全面|综合)*")
_OF_A_PROVINCE = re.compile(rf"[\u4e00-\u9fff]{{2}}(?:省|自治区){_PROGRAMME.pattern}$")  # within an honour's name
_TOLD = re.compile(r"(?:国家|省|自治区|市|县|区|旗)级[\u4e00-\u9fff]{0,6}试点")
LEVEL_OF = {
    AdminLevel.PROVINCE: Level.PROVINCIAL,
    AdminLevel.PREFECTURE: Level.MUNICIPAL,
    AdminLevel.COUNTY: Level.COUNTY,
    AdminLevel.ZONE: Level.COUNTY,
}


def programme_level(reading: Reading, sentence: Sentence, start: int, end: int) -> Level | None:
    """The programme's level: by the last place or word of level before 试点, else by the region of the section."""
    words = sentence.text[start:end]
    marks: list[tuple[int, Level | None]] = []
    for name in reading.names(sentence.index, start, end):
        entity = reading.entities[name.key]
        if entity.admin_level and (
            _PROGRAMME.fullmatch(sentence.text, name.end, end)
            or re.search(r"(?:为|是|作为|在|的|系)$", sentence.text[: name.start])
        ):
            marks.append((name.end - start, LEVEL_OF.get(entity.admin_level)))
        elif entity.type is EntityType.UNION and not entity.organ_of:
            marks.append((name.end - start, Level.NATIONAL))
        elif entity.organ_of and re.match(
            r"(?:联合)?(?:列为|列入|确定|评为|命名|授予|认定)", sentence.text[name.end :]
        ):
            grantor = reading.entities[entity.organ_of]  # 被省总工会列为…: a programme of the province
            marks.append((end - start, LEVEL_OF.get(grantor.admin_level or AdminLevel.TOWNSHIP)))
    province = _OF_A_PROVINCE.search(words)
    marks += [(province.end(), Level.PROVINCIAL)] if province else []
    marks += [(m.end(), level) for pattern, level in _LEVELS for m in pattern.finditer(words)]
    whole = [(m.end(), level) for pattern, level in _WHOLES for m in pattern.finditer(words)]
    if whole or marks:  # 全省首批县级试点 is a programme of the province
        return max(whole or marks, key=lambda mark: mark[0])[1]
    told = list(_TOLD.finditer(sentence.text, 0, start))  # 确定省级试点112个，某市是首批试点市: of the province
    if told:
        return next(level for pattern, level in _LEVELS if pattern.search(told[-1].group()))
    key = next(iter(reading.actors(sentence.index, start)), "")
    owner = reading.entities.get(key)
    if owner is not None and not owner.admin_level:
        owner = reading.entities.get(owner.organ_of or owner.located_in or "")
    return LEVEL_OF.get(owner.admin_level) if owner is not None and owner.admin_level else None
