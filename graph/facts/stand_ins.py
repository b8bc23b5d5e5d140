"""Words that stand for somebody who acts: 公司, 学校, 全县, 市财政, 园区, 各试点单位.

In: a clause without a name at its beginning, and whom its words can mean. Out: entity keys, or None where the clause
has no such word. Order: a firm or school; who else the report has spoken of and is of that kind; its region.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.facts.subjects import FIRMS, LEAD
from graph.model import AdminLevel, Entity, EntityType

_COMPANY = re.compile(
    r"^(?:(?:该|本|我|全|这家)?(?:公司|集团|企业|厂里|矿里|校里|院里|段里|[该全]段|段党委|厂|矿|学校|学院|校方|院方|联合体|共同体|联盟)|[该我全][校院]|这[家所座][^，。；]{0,24}?(?:公司|集团|企业|工厂|老厂|厂|矿|校|学校|学院|院校))(?=[^、]{0,6}[\u4e00-\u9fff])(?!党组织|职工|员工|工会|家|化|文化|自主评价|自主认定|用工|建会|之间|界|群|一侧)"
)

_SCHOOL = re.compile(r"^(?:该|本|我|全|这[所家])?(?:学校|学院|校|院|联合体|共同体|联盟)")

_SCHOOLS = ("学校", "学院", "大学", "中专", "技校", "中学", "教育中心")
_REGION = re.compile(
    r"^(?:(?:省|市|县|区|旗|州|盟|镇|乡)(?:级|本级)?财政|财政(?=拨|出|投|列|兜|每|安排|补)|(?:园区|高新区|经开区|开发区)(?![内里外企规职各首])|(?:各级)?政府(?=按|给|出|每|补|为|对|投)|(?:该|本|我|全|各)(?:省|市|县|区|旗|州|盟)|(?:省|市|县|区|旗|州|盟|镇|乡)[里上](?![程面下市])|"
    r"(?:在)?(?:新一届|本届|上届|现任)?[省市县区旗州盟](?:人大代表|党代会代表|党代表|政协委员)(?=中|里|有|队伍)|"
    r"(?:产业工人|一线职工|一线工人|职工)在(?:新一届|本届)?[省市县区旗州盟][^，。；]{0,10}(?:代表|委员)中)"
)

_ZONE = re.compile(r"(?:园区|高新区|经开区|开发区)(?:内|里|还|也|又|[^内里外企规职各首的])")

_A_ZONE = re.compile(r"园区|高新区|经开区|开发区")

_ZONE_OFFICE = re.compile(r"(?:园区)?(?:党工委(?!书记|副书记)|管委会(?!主任|副主任))(?![、和])")

_WHOLE_HAS = re.compile(
    r"全[省市县区旗州](?:目前|现在?|已|一?共|总共|累计)*(?:建成|建起|建有|有|达)"
)  # 这样的站点全市有11个

_AT_MEETING = re.compile(r"^[^，。；]{0,24}?全[省市县区][^，。；]{0,18}会上，")

_DEPARTMENTS = re.compile(r"^[^，。；]{4,40}等\d+[个家](?:部门|单位|成员单位)")  # 组织、教育、人社等21个部门各领任务

_HAPPENS = re.compile(  # 全省港口司机比武在某地落幕: nobody's doing
    r"^全[省市县区国][^，。；]{0,24}(?:大赛|比武|竞赛|决赛|比赛|大会|推进会|现场会)[^，。；]{0,10}(?:落幕|落下帷幕|举行|开赛|开幕|召开|收官|鸣锣|上(?=，))"
)

_WE = re.compile(r"(?:我们|咱们)(?!的|[^，。；]{0,4}[工员师]人?[，、])")

_OUR_OWN = re.compile(r"(?:我公司|我集团|我校|我院|我厂|我矿|集团公司)(?!工会)")  # that of the report

_OF_A_FIRM = re.compile(
    r"^(?:公司|企业|集团|厂|矿|两级)?(?:职代会|职工代表大会|职工董事|党总?支部|党委(?!、|书记|副书记))|"
    r"^(?:公司|集团|企业)(?:党委书记|党委副书记|董事长|总经理)"
)

_MEETING_SAYS = re.compile(r"^会议(?:指出|强调|要求|认为)")

_KIND_OF_REGION = re.compile(r"[省市县区旗州盟镇乡]")

_EVERYBODY = re.compile(
    r"^\d+(?:余|多)?个(?:省辖市|地级市|市州|州市|县市区|县（市、区）|县区|区县|旗县|乡镇|镇街|街道|市县)(?!的)|^(?:各|首批|第二批|全部)?(?:级|试点(?!以来|期间|工作)|有关|相关|成员(?=单位|企业)|基层|旗县区|县区|县市区|乡镇|地)[^，。]{0,8}(?:单位|工会|部门|企业|组织|党委|地区|部)?"
)


def stand_in(
    text: str, start: int, end: int, spoken: tuple[tuple[str, ...], ...], entities: Mapping[str, Entity]
) -> tuple[str, ...] | None:
    """The actor behind 公司, 全县, 各级工会 and the like; None where the clause has no such word.

    `spoken` are the actors that it can mean: of the clause before, of the sentence before, of the section; then the
    regions that the paragraph has named, and the firm that it named last.
    """
    lead = LEAD.match(text[start:end])
    clause = text[start + (lead.end() if lead else 0) : end]
    if _OUR_OWN.match(clause) and spoken[2] and entities[spoken[2][0]].type in FIRMS:
        return spoken[2]
    if _COMPANY.match(clause):
        school = EntityType.INSTITUTION if _SCHOOL.match(clause) else EntityType.ENTERPRISE
        late = spoken[-1] if school is EntityType.INSTITUTION else spoken[-1][:1]
        meant = (*spoken[:-2], *((key,) for key in late))
        if clause.startswith("学校"):  # 某某实训基地 is no school
            meant = tuple(sorted(meant, key=lambda k: not (k and entities[k[0]].name.endswith(_SCHOOLS))))
        if clause.startswith("学院"):  # 某某职业中专 is no 学院
            meant = tuple(sorted(meant, key=lambda k: not (k and entities[k[0]].name.endswith("学院"))))
        if clause.startswith(("集团", "全集团")):  # in a report with the group's firms: the group
            meant = tuple(sorted(meant, key=lambda k: not (k and "集团" in entities[k[0]].name)))
        of_kind = [k for k in meant if k and entities[k[0]].type is school]
        for keys in (*of_kind[:1], *meant):
            if keys and entities[keys[0]].type in FIRMS:
                return keys[:1]
            owner = entities[keys[0]].organ_of if keys else None
            if owner and entities[owner].type in FIRMS:
                return (owner,)  # 公司 in the report of its union
        return None
    if _WE.match(clause) and spoken[2] and entities[spoken[2][0]].type in FIRMS and not _quoted(text, start):
        return spoken[2]  # 我们还与12家企业合办…, in a school's own report
    if _OF_A_FIRM.match(clause):
        for keys in spoken:
            if keys and entities[keys[0]].type in FIRMS:
                return keys[:1]
            firm = entities[keys[0]].organ_of if keys else None
            if firm and entities[firm].type in FIRMS:
                return (firm,)
    regions, spoken = spoken[-2], spoken[:-2]  # a firm only named stands for no region
    zone = _A_ZONE.match(clause)  # 园区 is no 自治区
    kind = _KIND_OF_REGION.search(clause) if _REGION.match(clause) and not zone else None
    if kind and clause.startswith("该"):  # 该市: the one named last
        last = next((k for k in reversed(regions) if entities[k].name.endswith(kind.group())), "")
        if last:
            return (last,)
    if clause.startswith("当地") and regions:
        return (regions[-1],)
    if kind and not clause.startswith("全"):
        named = [(k,) for k in reversed(regions)]
        for keys in (*spoken, *named):
            if (
                keys
                and entities[keys[0]].type is EntityType.LOCAL_GOVERNMENT
                and entities[keys[0]].name.endswith(kind.group())
            ):
                return keys[:1]
        higher = (_above(keys[0], kind.group(), entities) for keys in spoken if keys)
        above = next((key for key in higher if key), "")
        if above:
            return (above,)  # 市上 in the section on one of its counties
    if text.startswith("《", start) and spoken[0] and entities[spoken[0][0]].type in FIRMS:
        return spoken[0][:1]  # 公司的《…办法》规定
    if _DEPARTMENTS.search(clause) and spoken[0] and entities[spoken[0][0]].type in FIRMS:
        return spoken[0][:1]  # 公司的生产、人力、财务等9个部门
    if text.startswith("《", start) or _DEPARTMENTS.search(clause):
        return next(((o,) for keys in spoken if (o := _owner(keys, entities) or _itself(keys, entities))), None)
    if _HAPPENS.match(clause):
        return None
    if _MEETING_SAYS.match(clause):
        home = next((k for keys in reversed(spoken) for k in keys[:1]), "")
        owner = _itself((home,), entities) or (entities[home].organ_of if home else None)
        return (owner,) if owner and entities[owner].type is EntityType.LOCAL_GOVERNMENT else None
    if _WHOLE_HAS.search(clause):
        for keys in reversed(spoken):
            if keys and entities[keys[0]].type is EntityType.LOCAL_GOVERNMENT:
                return keys[:1]
    if _ZONE.match(clause) or _ZONE_OFFICE.match(clause):
        for key in (*(k for keys in spoken for k in keys[:1]), *reversed(regions)):
            if entities[key].admin_level is AdminLevel.ZONE:
                return (key,)
        zones = [key for key, entity in entities.items() if entity.admin_level is AdminLevel.ZONE]
        home = next((k for keys in reversed(spoken) for k in keys[:1]), "")
        if zone and len(zones) == 1 and entities[zones[0]].within == home:
            return (zones[0],)  # 园区 in the report of a county with one zone
    if _REGION.match(clause) or _AT_MEETING.match(clause) or _EVERYBODY.match(clause):
        for keys in reversed(spoken):
            if keys and entities[keys[0]].type is EntityType.LOCAL_GOVERNMENT:
                return keys[:1]
            owner = _owner(keys, entities)
            if owner:
                return (owner,) if not _EVERYBODY.match(clause) or _REGION.match(clause) else keys[:1]
    return None


def _quoted(text: str, at: int) -> bool:
    return text.rfind("“", 0, at + 1) > text.rfind("”", 0, at)


def _above(key: str, kind: str, entities: Mapping[str, Entity]) -> str:
    """The place of a kind that a place lies in; "" where the report knows of none."""
    at: str | None = entities[key].within
    while at and at in entities:
        if entities[at].name.endswith(kind):
            return at
        at = entities[at].within
    return ""


def _itself(keys: tuple[str, ...], entities: Mapping[str, Entity]) -> str | None:
    return keys[0] if keys and entities[keys[0]].type is EntityType.LOCAL_GOVERNMENT else None


def _owner(keys: tuple[str, ...], entities: Mapping[str, Entity]) -> str | None:
    """The local government that a body belongs to or lies in."""
    if not keys:
        return None
    entity = entities[keys[0]]
    return entity.organ_of or entity.located_in
