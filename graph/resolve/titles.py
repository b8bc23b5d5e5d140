"""Honours and policy documents of one report, written out in full.

In: their mentions. Out: entities in the table. Order: quotation marks and 称号 go; 全县, 省 and the like become the
place that they lean on; an honour's level is that of the place or word it begins with; a document whose title names a
government is issued by it.
"""

from __future__ import annotations

import re

from graph.mentions.divisions import Divisions
from graph.mentions.prizes import prize_name
from graph.model import AdminLevel, Document, Entity, EntityType, Level, Mention
from graph.resolve.codes import Codes
from graph.resolve.heads import Focus
from graph.resolve.names import document_name, honour_name
from graph.resolve.places import Table, focus_of, relative_code

_HONOUR_LEVELS = (
    (re.compile(r"^(?:第[一二三四五六七八九十\d]{1,3}[届批])?(?:全国|中华|国家|大国工匠|中国)"), Level.NATIONAL),
    (
        re.compile(
            r"^(?:省|自治区|兵团|全省|[\u4e00-\u9fff]{2,3}省|(?:内蒙古|广西|西藏|宁夏|新疆)|齐鲁|三晋|燕赵|江淮|荆楚|八桂|三秦|南粤|八闽|湖湘|赣鄱|龙江|陇原|天府|巴蜀|中原|琼州|南海|天山|塞上)"
        ),
        Level.PROVINCIAL,
    ),
    (re.compile(r"^(?:市|全市|[\u4e00-\u9fff]{2,5}市)"), Level.MUNICIPAL),
    (re.compile(r"^(?:县|全县|区|[\u4e00-\u9fff]{1,6}[县旗区])"), Level.COUNTY),
)


def put_titles(
    document: Document, mentions: tuple[Mention, ...], table: Table, codes: Codes, foci: tuple[Focus, ...]
) -> None:
    """Honours and policy documents; what leans on 全县 or 省 is written out with its place."""
    for mention in mentions:
        if mention.type not in (EntityType.HONOUR, EntityType.POLICY_DOCUMENT):
            continue
        focus = focus_of(document, mention, foci)
        surface = honour_name(mention.surface) if mention.type is EntityType.HONOUR else document_name(mention.surface)
        name = _written_out(surface, focus, table.divisions)
        if mention.hint == "prize:":
            name = prize_name(document, mention.sentence, name)
        if mention.hint.startswith("won:"):
            name = _written_out(honour_name(mention.hint[4:]), focus, table.divisions)
        level = _honour_level(name, table.divisions) if mention.type is EntityType.HONOUR else None
        issuer = _named_place(name, table, codes, focus) if mention.type is EntityType.POLICY_DOCUMENT else None
        entity = Entity(f"{mention.type}/{name}", mention.type, name, level=level, issued_by=issuer)
        key = table.put(entity, mention, mention.surface)
        if surface != name:
            table.put(table.entities[key], None, surface)


def _written_out(name: str, focus: Focus, divisions: Divisions) -> str:
    match = re.match(r"(?:全)?(省|市|县|区|旗|自治区)(?=“?十|人才|劳动模范|级|“|五一)(?!级)", name)
    if not match:
        return name
    code = relative_code(match.group(1), focus, divisions)
    return divisions.by_code[code].name + name[match.end() :] if code else name


def _honour_level(name: str, divisions: Divisions) -> Level | None:
    if _HONOUR_LEVELS[1][0].match(name) and not name.startswith(("省", "自治区")):  # 龙江 is Heilongjiang, not 龙江县
        return Level.PROVINCIAL
    for length in range(min(8, len(name)), 1, -1):
        head = name[:length]
        found = divisions.by_name.get(head) or divisions.by_short.get(head)
        if found and found[0].level is not AdminLevel.TOWNSHIP:
            return {AdminLevel.PROVINCE: Level.PROVINCIAL, AdminLevel.PREFECTURE: Level.MUNICIPAL}.get(
                found[0].level, Level.COUNTY
            )
    return next((level for pattern, level in _HONOUR_LEVELS if pattern.match(name)), None)


def _named_place(name: str, table: Table, codes: Codes, focus: Focus) -> str | None:
    """The government that a document's own title names."""
    for key, entity in sorted(table.entities.items(), key=lambda item: (-len(item[1].name), item[0])):
        if entity.type is EntityType.LOCAL_GOVERNMENT and entity.name in name:
            return key
    return None
