"""Mentions → entities of one report: one thing under all its names.

In: a Document, its mentions and the divisions. Out: a `Resolved`: entities by key, and for each mention the key of what
it names (or none: a 县 that leans on no known county is dropped). Order: places; bodies that lean on them; firms with
their short forms; houses; people; honours; documents; then the divisions above those named, so that regions roll up.

Keys say what an entity is and make IRIs: `LocalGovernment/141129`, `Union/江川县总工会`, `Person/某某@320321`. Two
names become one thing only where the report makes it plain; alike is not enough (第一批 and 第二批, two counties'
总工会).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.mentions.divisions import Divisions
from graph.model import AdminLevel, Document, Entity, EntityType, Mention
from graph.resolve.codes import Codes, codes_in
from graph.resolve.focus import focuses
from graph.resolve.heads import Focus
from graph.resolve.names import body_key, body_name, department_name, reform_forms
from graph.resolve.places import (
    Table,
    focus_of,
    lower_place_before,
    nearby,
    only_zone,
    put_places,
    relative_code,
    zone_form,
    zone_key,
    zone_names,
)
from graph.resolve.seats import Seats
from graph.resolve.studios import put_studios
from graph.resolve.titles import put_titles

_OWNERS = (EntityType.ENTERPRISE, EntityType.INSTITUTION)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A report's entities by key, and the key of each mention that could be resolved."""

    entities: Mapping[str, Entity]
    keys: Mapping[Mention, str]
    focuses: tuple[Focus, ...]
    main: str


def resolve(
    document: Document, mentions: tuple[Mention, ...], divisions: Divisions, departments: Mapping[str, str]
) -> Resolved:
    """The entities of a report. `departments` maps short forms of departments to full ones (人社局 is one of them)."""
    codes = codes_in(mentions, divisions)
    foci = focuses(document, mentions, divisions, codes)
    table = Table(divisions, departments)
    order = (put_places, _bodies, _firms, _own_bodies, _people, put_studios, put_titles)
    for step in order:
        step(document, mentions, table, codes, foci)
    _full_forms(table)
    regions = [f.region for f in foci if f.region]
    return Resolved(dict(sorted(table.entities.items())), table.keys, foci, regions[0] if regions else "")


def _full_forms(table: Table) -> None:
    """Organs under all forms of their place and department: 青川区总工会 is 云州市青川区总工会 too, 青川区人社局 is
    青川区人力资源和社会保障局, 青川区产改协调小组 is 青川区推进产业工人队伍建设改革协调小组."""
    for key, entity in list(table.entities.items()):
        owner = table.entities.get(entity.organ_of or "")
        if owner is None or owner.type is not EntityType.LOCAL_GOVERNMENT or not entity.name.startswith(owner.name):
            continue
        rest = entity.name[len(owner.name) :]
        above = table.entities.get(owner.within or "")
        forms = {form for form in owner.aliases if len(form) > 2 or form + "市" in (owner.name, *owner.aliases)}
        if above is not None and owner.admin_level is not AdminLevel.PREFECTURE:
            forms.add(f"{above.name}{owner.name}")
        ends = {rest, department_name(rest, table.departments), *reform_forms(rest)}
        fuller = {f"{form}{end}" for form in (owner.name, *sorted(forms)) for end in ends} - {entity.name}
        table.entities[key] = replace(entity, aliases=entity.aliases | fuller)


def _bodies(
    document: Document, mentions: tuple[Mention, ...], table: Table, codes: Codes, foci: tuple[Focus, ...]
) -> None:
    """Agencies, unions, and the firms and houses that lean on a place by 县 or 市."""
    near = nearby(document, mentions, codes)
    for mention in mentions:
        if ">" not in mention.hint or mention.hint.startswith(("firm:", "ours:")):
            continue
        anchor, _, rest = mention.hint.partition(">")
        kind, _, what = anchor.partition(":")
        focus = focus_of(document, mention, foci)
        if kind == "national":
            table.put(Entity(f"{mention.type}/{rest}", mention.type, rest), mention, mention.surface)
            continue
        if kind == "only":
            _only_one(mention, rest, table)
            continue
        place = lower_place_before(mention, mentions, focus, table) if mention.rule == "union-sector" else ""
        place = place or _leaned_on(mention, kind, what, focus, table, codes, near.get(mention, ""))
        if not place:
            continue
        owner = table.entities[place]
        name = body_name(owner.name, rest)
        organ = mention.type in (EntityType.AGENCY, EntityType.UNION)
        key = f"{mention.type}/{body_key(owner.name, rest, table.departments)}"
        link = place if organ else None
        entity = Entity(key, mention.type, name, organ_of=link, located_in=None if organ else place)
        table.put(entity, mention, mention.surface)
        if len(name) > len(table.entities[key].name):  # the report gives the full form later
            known = table.entities[key]
            table.entities[key] = replace(known, name=name, aliases=known.aliases | {known.name})


def _only_one(mention: Mention, ending: str, table: Table) -> None:
    """A body that a report calls by its name's end alone (联合会), where only one has that end."""
    bodies = [e for e in table.entities.values() if e.type is mention.type]
    named = [e for e in bodies if e.name.endswith(ending)]
    if len(named) == 1:
        table.put(named[0], mention, mention.surface)
        return
    group = ending.removesuffix("办公室")  # the office of the one group
    groups = [e for e in bodies if e.name.endswith(group)] if group != ending and not named else []
    if len(groups) == 1:
        name = f"{groups[0].name}办公室"
        office = Entity(f"{mention.type}/{name}", mention.type, name, organ_of=groups[0].organ_of)
        table.put(office, mention, mention.surface)


def _leaned_on(mention: Mention, kind: str, what: str, focus: Focus, table: Table, codes: Codes, near: str) -> str:
    """The key of the place that a body's name leans on; "" where the report doesn't tell."""
    if kind == "here":
        return table.division(focus.region) if focus.region else ""
    if kind == "leaning":  # 云湖工业园区工会联合会: the zone that its name begins with
        zones = (k for k, e in table.entities.items() if e.admin_level is AdminLevel.ZONE)
        return next((k for k in zones if mention.surface.startswith(zone_names(table.entities[k]))), "")
    if kind == "relative":
        zone = zone_key(focus, table) if what == "区" and focus.zone else only_zone(what, table, focus)
        if zone:
            return zone
        code = relative_code(what, focus, table.divisions, near)
        return table.division(code) if code else ""
    code = codes.choose(what.split(","), focus.region)
    if kind == "zone":
        form = zone_form(mention.surface)
        found = [
            k
            for k, e in table.entities.items()
            if e.admin_level is AdminLevel.ZONE and form.startswith(zone_form(e.name))
        ]
        return found[0] if found else (table.division(code) if code else "")
    return table.division(code) if code else ""


def _firms(
    document: Document, mentions: tuple[Mention, ...], table: Table, codes: Codes, foci: tuple[Focus, ...]
) -> None:
    """Enterprises and institutions with a name of their own, then their short forms and unions."""
    seats = Seats(document, mentions, table, codes, foci)
    for mention in mentions:
        if mention.type not in (EntityType.ENTERPRISE, EntityType.INSTITUTION) or ">" in mention.hint:
            continue
        if mention.hint.startswith("short:"):
            continue
        plant = mention.rule == "firm-plant"  # it lies wherever its group has it
        located = None if plant else seats.seat_of(mention, focus_of(document, mention, foci))
        name = mention.surface.strip("《》")
        table.put(Entity(f"{mention.type}/{name}", mention.type, name, located_in=located), mention, mention.surface)
    _join_placed(table)
    full = {f: k for k, e in table.entities.items() if e.type in _OWNERS for f in (*sorted(e.aliases), e.name)}
    for mention in mentions:
        if mention.hint.startswith("short:") and mention.hint[6:] in full:
            table.put(table.entities[full[mention.hint[6:]]], mention, mention.surface)
        elif mention.hint.startswith("firm:"):
            firm = mention.hint[5:].partition(">")[0]
            if firm in full:
                name = f"{firm}工会"
                table.put(
                    Entity(f"Union/{name}", EntityType.UNION, name, organ_of=full[firm]), mention, mention.surface
                )
    for key, place in {**seats.told(), **seats.stated()}.items():
        table.entities[key] = replace(table.entities[key], located_in=place)


def _own_bodies(
    document: Document, mentions: tuple[Mention, ...], table: Table, codes: Codes, foci: tuple[Focus, ...]
) -> None:
    """Bodies that name no owner: 公司工会 is that of the firm at hand, 产改领导小组 of whoever set it up."""
    latest: dict[EntityType, str] = {}
    seen: list[str] = []
    section = -1
    for mention in mentions:
        here = document.sentences[mention.sentence].section
        if here != section:
            section, latest = here, {}
            subject = foci[mention.sentence].subject
            if subject is not None and subject in table.keys:
                latest[table.entities[table.keys[subject]].type] = table.keys[subject]
        if mention.type in _OWNERS and mention in table.keys:
            latest[mention.type] = table.keys[mention]
            seen.append(table.keys[mention])
        if not mention.hint.startswith("ours:"):
            continue
        rest = mention.hint.partition(">")[2]
        if rest == "工会":
            owner = _of_the_kind(mention, seen, table) or latest.get(_kind_of(mention), "")
        else:
            owner = _founder(document, mention, mentions, table, latest)
            owner = owner or (table.division(foci[mention.sentence].region) if foci[mention.sentence].region else "")
        if owner:
            firm = table.entities[owner]
            name = f"{firm.name}{rest}"
            key = f"{mention.type}/{body_key(firm.name, rest, table.departments)}"
            forms = frozenset(f"{form}{rest}" for form in firm.aliases if firm.type in _OWNERS)
            table.put(Entity(key, mention.type, name, forms, organ_of=owner), mention, mention.surface)


def _kind_of(mention: Mention) -> EntityType:
    school = mention.surface.startswith(("学校", "学院", "该校", "我校"))
    return EntityType.INSTITUTION if school else EntityType.ENTERPRISE


def _of_the_kind(mention: Mention, seen: list[str], table: Table) -> str:
    """The firm or school last named whose name says what it is: 集团工会 is that of a 集团, 学院工会 of a 学院."""
    kind = re.search(r"集团|学院|学校|矿|厂", mention.surface)
    for key in reversed(seen):
        entity = table.entities.get(key)
        names = (entity.name, *entity.aliases) if kind and entity else ()
        if kind and any(_says_kind(n, kind.group()) for n in names):
            return key
    return ""


def _says_kind(name: str, kind: str) -> bool:
    """Whether a name ends in its kind: a 某某矿业技师学院 is no 矿, a 某某集团有限公司 a 集团."""
    return "产业学院" not in name and (name.endswith(kind) or (kind == "集团" and kind in name))


def _founder(
    document: Document, mention: Mention, mentions: tuple[Mention, ...], table: Table, latest: Mapping[EntityType, str]
) -> str:
    """Who set up a task body, by the clause before it: 某县人社局成立了产改领导小组, 公司成立…; "" for the region."""
    text = document.sentences[mention.sentence].text
    start = max(text.rfind(mark, 0, mention.start) for mark in "，。；") + 1
    for other in mentions:
        inside = other.sentence == mention.sentence and start <= other.start and other.end <= mention.start
        founds = inside and re.search(r"成立|组建|建立|设立|牵头", text[other.end : mention.start])
        if founds and other.type in (*_OWNERS, EntityType.AGENCY) and other in table.keys:
            return table.keys[other]
    if re.match(r"(?:该|本)?(?:公司|集团|企业)", text[start : mention.start]):
        return latest.get(EntityType.ENTERPRISE, "")
    return ""


def _join_placed(table: Table) -> None:
    """Firms and houses that a report names with and without the place before them are one (云州某某公司, 某某公司)."""
    for kind in (EntityType.ENTERPRISE, EntityType.INSTITUTION):
        named = sorted((e for e in table.entities.values() if e.type is kind), key=lambda e: (-len(e.name), e.key))
        for short in named:
            longer = [e for e in named if e.name != short.name and e.name.endswith(short.name)]
            placed = [e for e in longer if _only_places(e.name[: -len(short.name)], table.divisions)]
            if len(placed) != 1:
                continue
            full = table.entities[placed[0].key]
            aliases = full.aliases | short.aliases | {short.name}
            table.entities[full.key] = replace(full, aliases=aliases, mentions=full.mentions + short.mentions)
            del table.entities[short.key]
            for mention in short.mentions:
                table.keys[mention] = full.key


def _only_places(prefix: str, divisions: Divisions) -> bool:
    """Whether a string is a chain of division names and nothing else."""
    if not prefix:
        return True
    for length in range(len(prefix), 1, -1):
        head = prefix[:length]
        if (head in divisions.by_name or head in divisions.by_short) and _only_places(prefix[length:], divisions):
            return True
    return False


def _people(
    document: Document, mentions: tuple[Mention, ...], table: Table, codes: Codes, foci: tuple[Focus, ...]
) -> None:
    """One person a name in a report; the region keeps namesakes of different counties apart."""
    for mention in mentions:
        if mention.type is EntityType.PERSON:
            home = foci[0].region if foci else ""
            name = mention.hint[7:] if mention.hint.startswith("person:") else mention.surface
            table.put(Entity(f"Person/{name}@{home}", EntityType.PERSON, name), mention, mention.surface)
