"""Places → local governments of one report, with the divisions above them.

In: a Document's place mentions, their foci and the national table. Out: entities in a `Table`. Order: names of the
table by the company they keep; relative words by the section's region; zones by their full or short form. A place
inside the name of a firm counts only in the region's province: 北京 in a university's name says nothing of Beijing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph.mentions.divisions import MUNICIPALITIES, Division, Divisions
from graph.model import AdminLevel, Document, Entity, EntityType, Mention
from graph.resolve.codes import Codes, codes_of
from graph.resolve.heads import Focus

_RELATIVE_SUFFIX = {
    "省": "省",
    "市": "市",
    "县": "县",
    "区": "区",
    "旗": "旗",
    "州": "自治州",
    "盟": "盟",
    "自治区": "自治区",
    "自治州": "自治州",
}


_DEICTIC = re.compile(
    r"[全我该本](?:省|市|县|区|旗|州|盟|镇|乡|自治区|自治州)$"
)  # 全县 is a mention, and nobody's name


@dataclass
class Table:
    """Entities while they are being put together; shared by the steps of `resolve`."""

    divisions: Divisions
    departments: Mapping[str, str]
    entities: dict[str, Entity] = field(default_factory=dict)
    keys: dict[Mention, str] = field(default_factory=dict)

    def put(self, entity: Entity, mention: Mention | None = None, form: str = "") -> str:
        """Adds a name or mention to an entity, new or known; its key."""
        known = self.entities.get(entity.key, entity)
        aliases = set(known.aliases)
        if form and form != known.name and not _DEICTIC.match(form):
            aliases.add(form)
        mentions = known.mentions + ((mention,) if mention else ())
        self.entities[entity.key] = replace(known, aliases=frozenset(aliases), mentions=mentions)
        if mention:
            self.keys[mention] = entity.key
        return entity.key

    def division(self, code: str, mention: Mention | None = None, form: str = "") -> str:
        """The entity of a division, and those of all divisions above it."""
        for place in reversed(self.divisions.chain(code)):
            kind = _AUTONOMOUS.search(place.name)  # 临夏州 is 临夏回族自治州
            forms = frozenset({place.short + kind.group(1)}) if kind else frozenset()
            above = f"LocalGovernment/{place.parent}" if place.parent in self.divisions.by_code else None
            self.put(
                Entity(
                    f"LocalGovernment/{place.code}",
                    EntityType.LOCAL_GOVERNMENT,
                    place.name,
                    admin_level=place.level,
                    admin_code=place.code,
                    within=above,
                    aliases=forms,
                )
            )
        return self.put(self.entities[f"LocalGovernment/{code}"], mention, form)


def focus_of(document: Document, mention: Mention, foci: tuple[Focus, ...]) -> Focus:
    """The focus of the sentence that a mention stands in."""
    return foci[mention.sentence]


_AUTONOMOUS = re.compile(r"自治([州县旗])$")
_SET_IN = re.compile(r"[在到]了?([\u4e00-\u9fff]{2,7}[省市县区旗])，$")


def nearby(document: Document, mentions: tuple[Mention, ...], codes: Codes) -> dict[Mention, str]:
    """For each mention the code of the last place that its paragraph names before it: 在某县，…与县人社局合办."""
    found: dict[Mention, str] = {}
    last, paragraph = "", -1
    for mention in sorted(mentions, key=lambda m: (m.sentence, m.start, m.end)):
        sentence = document.sentences[mention.sentence]
        if sentence.paragraph != paragraph:
            last, paragraph = "", sentence.paragraph
        found[mention] = last
        lead = _SET_IN.search(sentence.text, 0, mention.start)
        if lead and last and codes.divisions.by_code[last].name == lead.group(1):
            found[mention] = f"{last}!"  # 在某市，市总工会派出…: that place's
        if mention.type is EntityType.LOCAL_GOVERNMENT and mention.hint.startswith("code:"):
            last = codes.choose(codes_of(mention)) or last
    return found


def relative_code(kind: str, focus: Focus, divisions: Divisions, near: str = "") -> str:
    """The division that 全县, 我区 or 省 stands for in a section about `focus`; "" where it is none of its chain."""
    if near.endswith("!"):
        near = near[:-1]
        if divisions.by_code[near].name.endswith(kind) and divisions.under(near, focus.region):
            return near
    if kind == "区" and near and divisions.by_code[near].name.endswith("区") and divisions.under(near, focus.region):
        return _in_chain(kind, near, divisions)  # 区总工会 behind 某某区, in a city of an autonomous region
    if near and focus.region in divisions.by_code and divisions.by_code[near].name.endswith(kind):
        here, there = divisions.by_code[focus.region], divisions.by_code[near]
        if kind == "县" and here.parent == there.parent and not here.name.endswith(kind):
            return near  # ◇某县建成书屋，县图书馆送书: in the news of a district beside it
    code = _in_chain(kind, focus.region, divisions)
    if code or not near or not divisions.under(near, focus.region):
        return code
    return _in_chain(kind, near, divisions)


def _in_chain(kind: str, region: str, divisions: Divisions) -> str:
    chain = divisions.chain(region)
    suffix = _RELATIVE_SUFFIX.get(kind, kind)
    for place in chain:
        if place.name.endswith(suffix) and not (suffix == "区" and place.name.endswith("自治区")):
            return place.code
    if kind == "区":  # 我区 of an autonomous region
        return next((p.code for p in chain if p.name.endswith("自治区")), "")
    if kind in ("省", "市"):  # 全市 of a municipality, 省 of a region
        top = chain[-1] if chain else None
        if top and (kind == "市") == (top.code in MUNICIPALITIES) and top.name.endswith(kind):
            return top.code
    if kind == "州":
        return next((p.code for p in chain if p.level is AdminLevel.PREFECTURE), "")
    if kind == "县":
        return next((p.code for p in chain if p.level is AdminLevel.COUNTY), "")
    return ""


def put_places(
    document: Document, mentions: tuple[Mention, ...], table: Table, codes: Codes, foci: tuple[Focus, ...]
) -> None:
    """Puts the local governments that a report names into the table."""
    nested = _nested(mentions)
    near = nearby(document, mentions, codes)
    for mention in mentions:
        if mention.type is not EntityType.LOCAL_GOVERNMENT:
            continue
        focus = focus_of(document, mention, foci)
        kind, _, rest = mention.hint.partition(":")
        if kind == "relative":
            zone = zone_key(focus, table) if rest in ("区",) and focus.zone else only_zone(rest, table, focus)
            code = relative_code(rest, focus, table.divisions, near.get(mention, ""))
            if zone:
                table.put(table.entities[zone], mention, mention.surface)
            elif code:
                table.division(code, mention, mention.surface)
            continue
        if kind == "leaning":
            _leaning_zone(mention, rest, focus, table)
            continue
        code = codes.choose(codes_of(mention), focus.region)
        if not code:
            continue
        if kind == "zone":
            _zone(document, mention, code, table, foci)
        elif mention in nested and focus.region and not _same_province(table.divisions, code, focus.region):
            continue  # 北京 in the name of a university says nothing of Beijing
        else:
            table.division(code, mention, mention.surface)


def only_zone(kind: str, table: Table, focus: Focus) -> str:
    """The section's or the report's only zone, where 高新区 or 园区 stands without a name."""
    if kind not in ("高新区", "经开区", "开发区", "园区"):
        return ""
    if focus.zone:
        return zone_key(focus, table)
    zones = [k for k, e in table.entities.items() if e.admin_level is AdminLevel.ZONE]
    return zones[0] if len(zones) == 1 else ""


def zone_names(zone: Entity) -> tuple[str, ...]:
    """All names of a zone that are its own: 开发区 alone may be another."""
    return tuple(n for n in (zone.name, *sorted(zone.aliases)) if len(n) > 3)


def _leaning_zone(mention: Mention, lean: str, focus: Focus, table: Table) -> None:
    """A zone that names no division lies in the section's region; 县经济开发区 is written out in full."""
    code = relative_code(lean, focus, table.divisions) if lean else focus.region
    if not code:
        return
    above = table.division(code)
    name = table.entities[above].name + mention.surface[1:] if lean else mention.surface
    known = next(
        (e for e in table.entities.values() if e.admin_level is AdminLevel.ZONE and name in (e.name, *e.aliases)), None
    )
    key = known.key if known else f"LocalGovernment/{zone_form(name)}"
    entity = Entity(key, EntityType.LOCAL_GOVERNMENT, name, admin_level=AdminLevel.ZONE, within=above)
    table.put(known or entity, mention, mention.surface)


def _nested(mentions: tuple[Mention, ...]) -> frozenset[Mention]:
    """The places inside names of firms and houses."""
    outer = [m for m in mentions if m.type in (EntityType.ENTERPRISE, EntityType.INSTITUTION)]
    spans: dict[int, list[Mention]] = {}
    for mention in outer:
        spans.setdefault(mention.sentence, []).append(mention)
    return frozenset(
        m
        for m in mentions
        if m.type is EntityType.LOCAL_GOVERNMENT
        and any(o.start <= m.start and m.end <= o.end for o in spans.get(m.sentence, []))
    )


def _same_province(divisions: Divisions, left: str, right: str) -> bool:
    return divisions.chain(left)[-1].code == divisions.chain(right)[-1].code


_OWN_ZONE = re.compile(r"^[\u4e00-\u9fff]{2,5}(?:新区|工业园区?|产业园区?|科技园|高新区|经开区|开发区)$")
_ZONE_TAILS = (
    ("高新技术产业开发区", "高新区"),
    ("高技术产业开发区", "高新区"),
    ("高新技术产业园区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
)


def zone_form(surface: str) -> str:
    """A zone\'s name in its short form: 某地高新技术产业开发区 → 某地高新区."""
    for long, short in _ZONE_TAILS:
        if surface.endswith(long):
            return surface[: -len(long)] + short
    return surface


def zone_key(focus: Focus, table: Table) -> str:
    """The key of the zone that a section is about; "" where it is about none."""
    form = zone_form(focus.zone)
    return next(
        (k for k, e in table.entities.items() if e.admin_level is AdminLevel.ZONE and zone_form(e.name) == form), ""
    )


def _zone(document: Document, mention: Mention, code: str, table: Table, foci: tuple[Focus, ...]) -> None:
    """A development zone; its full and short forms (高新技术产业开发区, 高新区) are one."""
    above = table.division(code)
    name, own = _zone_names(mention.surface, table.divisions.by_code[code])
    form = zone_form(name)
    for key, known in table.entities.items():
        alike = zone_form(known.name) == form or known.name == own
        if known.admin_level is AdminLevel.ZONE and alike:
            if len(name) > len(known.name):
                table.entities[key] = replace(known, name=name, aliases=known.aliases | {known.name})
            table.put(table.entities[key], mention, mention.surface)
            return
    entity = Entity(
        f"LocalGovernment/{form}",
        EntityType.LOCAL_GOVERNMENT,
        name,
        frozenset({own} - {name}),
        admin_level=AdminLevel.ZONE,
        within=above,
    )
    table.put(entity, mention, mention.surface)


def _zone_names(surface: str, division: Division) -> tuple[str, str]:
    """A zone's name from its own division on, and without it where more than a kind is left: 三江新区 of 宜宾市."""
    for head in (division.name, division.short):
        at = surface.find(head)
        if at >= 0:
            rest = surface[at + len(head) :]
            return surface[at:], rest if _OWN_ZONE.search(rest) else surface[at:]
    return surface, surface


def lower_place_before(mention: Mention, mentions: tuple[Mention, ...], focus: Focus, table: Table) -> str:
    """The key of the lower place that a sentence names before a trade's union: 某县总工会在某镇组建银饰行业工会."""
    before = [
        m
        for m in mentions
        if m.sentence == mention.sentence and m.end <= mention.start and m.type is EntityType.LOCAL_GOVERNMENT
    ]
    key = table.keys.get(max(before, key=lambda m: (m.end, m.start))) if before else None
    entity = table.entities[key] if key else None
    above = entity.within if entity else None
    while above and not above.endswith(f"/{focus.region}"):
        above = table.entities[above].within if above in table.entities else None
    return key if key and above else ""
