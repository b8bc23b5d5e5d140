"""The subject of one clause: who does what it says, by its own words.

In: a clause of a sentence with the names in it. Out: entity keys, joint subjects in the order of the text, or None
where the clause leaves its subject out. Order: names at its beginning; a name behind what describes it (设在某地的某某
馆); a worker, who stands for the firm that the report says he works at. Words that stand for somebody are read in
`stand_ins`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.facts.reading import Named
from graph.model import Entity, EntityType
from graph.read.marks import ITEM_SIGNS
from graph.resolve.heads import REFORM_OFFICE

ACTING = (
    EntityType.LOCAL_GOVERNMENT,
    EntityType.AGENCY,
    EntityType.UNION,
    EntityType.ENTERPRISE,
    EntityType.INSTITUTION,
)
LEAD = re.compile(
    rf"^(?:【[^】]{{2,24}}】|(?:放眼|纵观|环顾)(?=全)|[—－-]{{1,2}}\s*|[“”①-⑳]|[•✓{ITEM_SIGNS}]\s*|"
    r"近年来|近几年|五年来|一年来|[一二三四五六七八九十\d]+年来|目前|如今|眼下|现在|明年|来年|截至[^，]{0,10}|此外|同时|其中|另外|与此同时|今年以来|去年以来|(?:今年|去年)?[上下]半年|(?:今年|去年)|本学[年期]|[一二三四前]{1,2}季度|"
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|至今|起|底)?|自\d{4}年[^，]{0,4}|日前|近日|连日来|在此基础上|随着[^，]*|为[^，]{2,24}|通过[^，]{2,24}|本报讯|[\u4e00-\u9fff]{2,10}[网报台社]讯(?:（[^（）]{2,40}）)?|"
    r"\d{1,2}月\d{1,2}日|一直以来|长期以来|多年来|作为[^，]{2,30}|特别是|尤其是|[一二两三四五六七八九十\d]+年(?:中|间|里|前|后)，?|还|也|并|又|且|而|由|以|据了解|例如|比如|如|据悉|第[一二三四五六七八九十]、?)+"
)
_JOIN = re.compile(r"^(?:、|和|与|及|以及|联合|会同|携手|协同|同|\s*[|]\s*)")
_WITH = re.compile(r"与|同|联合|携手")
_NOT_SUBJECT = re.compile(
    r"^(?:的(?!一线|做法|办法|路子|答案|招数|探索|实践[是，])|籍|参与的|参加的|组成的|共同参与的|联合组成|牵头的|产业工人(?![^，。]{0,3}队伍)|职工(?!思想)|员工|选手|一线|代表队|经验|模式|工作(?!人员|室)|站|全境|境内|人均|等地(?!区)|人[，。]|“[^”]{2,12}”[、，。]|干部|百姓|群众|发展|党员|总工会主席|主席|书记|党组|副|秘书长|局长|主任|厅长|部长|县长|市长|委员)"
)
_ITS_WORKERS = re.compile(  # 某某公司一线工人年均收入…, not 某某公司职工前来咨询
    r"^(?:人均|(?:一线)?(?:职工|员工|工人|产业工人|[\u4e00-\u9fff]{1,4}工)[^，。；]{0,6}"
    r"(?:人均|年均|月均|收入|工资|薪|党员|流失|占|率|持证|取得|参保|入会))"
)
_ITS_PEOPLE = re.compile(r"(?:产业工人|职工|一线职工|一线工人|农民工)(?![^，。；]{0,6}(?:说|走进|登台|代表在))")
_LOCATIVE = re.compile(
    r"(?:在|到|赴|于|从|向|对|给|为|把|将|被|由|以|与|和|据|让|使|经|按照|根据|来自|获得|荣获|推荐|深入|走进|聚焦|立足|助力|推动|促进|支持|帮助|引导|鼓励)$"
)
_DESCRIBED = re.compile(
    r"(?:的)?(?:产改|改革|国家级|省级|市级|县级|首批|第[一二三四]批|龙头|骨干|重点|国有|民营|试点|示范)*(?:企业|单位|院校|学校)"
)
FIRMS = (EntityType.ENTERPRISE, EntityType.INSTITUTION)
_MODIFIES = re.compile(r"^[^了过，。；：“”]{2,28}的$")  # 设在老厂房里的某某馆, 隔一条河的某某公司, 他加入的某某工会
_SINGLES_OUT = re.compile(
    r"^(?:这名|这位|该名|[他她](?:的|所在的?)(?:老?东家|单位|公司|企业|厂|矿))$"
)  # 这名某某公司班长, 他的东家某某公司
_SET_IN = re.compile(r"^(?:在|走进|来到|走入|步入|到)(?:位于)?(?:“[^”]{2,12}”的?)?$")  # 在某某公司，…
_LIES = re.compile(r"位于|地处|坐落|设在|同在|隔|毗邻|紧邻")
_BESIDE = re.compile(r"(?:与|同|和|由|离|从|靠|跟|隔|为|归|依托)$")  # 与某某公司一墙之隔的某某厂: the second is meant
_SCENE = re.compile(
    r"^(?!等|[^，]*(?:[、设建办立举占]|就业|超过|开赛|开幕|召开|落幕|闭幕|启动|进行|揭牌|挂牌|开班))[^，。；：]{0,8}，"
)
_TRADE = re.compile(
    r"^[^，。；：“”]{0,8}?(?:工(?!程|会|作|人)|员|师|长|匠|手|主任|经理|书记|人)$|^(?:\d{2}岁的|今年\d{2}岁的)?$"
)
_BY_ANOTHER = re.compile(r"(?:授牌|命名|授予|评为|评定|认定|批准|列为|确定|考评|验收|投资|出资|资助)")  # 由省总工会授牌
_SPEAKS_FOR = re.compile(  # 某县委书记某某某介绍，…; 市交通局党组成员某某某说，…
    r"[\u4e00-\u9fff、（）]{0,18}?(?:主席|书记|[局部县市区镇科处]长|主任|委员|党组成员|负责人|秘书长)[\u4e00-\u9fff·]{2,8}?(?:介绍|通报|汇报|发言|透露|说|表示)(?:时?说|道)?，$"
)
_BUILT = re.compile(  # 服务中心由县总工会投资360万元建成
    r"(?:联合|共同)?(?:投资|出资|投入|牵头|负责|自筹)[^，。；]{0,12}(?:建成|建设|兴建|修建|改造|打造|建起|创办|成立|组建|运营|发起)"
)
_HONOURED = re.compile(r"(?:获|被)(?:授予?|颁|命名|表彰|奖励)|受(?:到)?表彰|上台领[奖牌]")
_DEPUTIES = re.compile(r"(?:本届|新一届|上届|第[一二三四五六七八九十]+届)?[^，。；]{0,20}(?:代表|委员)[中里]，")
_DEPUTIES_OF = re.compile(r"换届|[^，。；]{0,8}(?:代表|委员)中")
_EDITION = re.compile(r"(?:首届|第[一二三四五六七八九十\d]{1,3}届|届)“?")  # the lead may have taken 第四
_CONTEST_OPENS = re.compile(
    r"[^，。；]{0,30}(?:大赛|竞赛|比武|运动会|比赛|决赛)[^，。；]{0,16}(?:开赛|举行|举办|落幕|开幕|收官|鸣锣|闭幕|打响|启幕)"
)
_MANY_FIRMS = re.compile(
    r"等(?:\d{2,}|[6-9]|[六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)家?(?:单位|企业|公司)?"
)
_SHARE_OUT = re.compile(
    r"[^，。；]{0,6}(?:各[领负司尽]|分[头别工]|(?:主要|分管|有关)?负责(?:同志|人)|分管领导|按[照]?职责|齐抓|参加|参与|组成|为成员|列席|认领|共同发力|协同|按[月季]|会商|挂图)"
)  # 区人社局等12家单位各领任务
_STUDIO = re.compile(
    r"(?:劳模|工匠|技能|技能大师|大师|首席技师|劳模和工匠人才|职工)*(?:创新)?工作室"
)  # 去年挂牌的某某某工作室
_ABOUT_HIM = re.compile(r"推荐|表彰|授予|帮助|支持|邀请|由|让|请|派|聘|选|向|对|给|把|将|被|为|与|和|跟")
_BRAND = re.compile(r"[^，。；：“”]{1,8}”")
_MEETS = re.compile(
    r"^(?:\d{4}年)?(?:暨|第[一二三四五六七八九十\d]+次|(?:全体|专题)?会议|召开|[\u4e00-\u9fff]{0,4}推进会)"
)


def subject(
    text: str,
    start: int,
    end: int,
    named: tuple[Named, ...],
    entities: Mapping[str, Entity],
    works_at: Mapping[str, str],
) -> tuple[str, ...] | None:
    """The names at the beginning of a clause that do what it says; None where it has none of its own."""
    lead = LEAD.match(text[start:end])
    at = start + (lead.end() if lead else 0)
    if lead and lead.group().endswith("由") and _BY_ANOTHER.search(text, at, end):
        return None
    titles = [n for n in named if n.type is EntityType.HONOUR]  # 某省技能大师某某某: the province does nothing
    acting = [n for n in named if n.type in ACTING and not any(t.start <= n.start and n.end < t.end for t in titles)]
    acting = [n for n in acting if not _in_brand(text, n)]
    starts = {n.start: n for n in sorted(acting, key=lambda n: (n.start, n.end))}
    edition = _EDITION.match(text, at, end)
    contest = starts.get(edition.end()) if edition else None
    if contest and contest.type is EntityType.LOCAL_GOVERNMENT and _CONTEST_OPENS.match(text, contest.end):
        return (contest.key,)  # 第四届某州职工技能大赛在学院开赛: the region holds it
    among = starts.get(start + 1) if text.startswith("在", start) else None
    if among and among.type is EntityType.LOCAL_GOVERNMENT and _DEPUTIES.match(text, among.end, end):
        return (among.key,)  # 在某市本届党代表、人大代表中，产业工人占…
    keys: list[str] = []
    while at in starts:
        name = starts[at]
        keys.append(name.key)
        at = name.end
        join = _JOIN.match(text[at:end])
        if join and at + join.end() in starts:
            at += join.end()
            other = entities[starts[at].key].type
            if _WITH.search(join.group()) and (other in FIRMS) != (name.type in FIRMS):
                at = starts[at].end  # 市总工会同某某大学合办: the first does it, with the other's help
                break
            continue
        break
    if not keys:
        built = next((n for n in acting if start < n.start < end and _built_by(text, n)), None)
        if built:
            return (built.key,)
        return _modified(text, start, at, end, named) or _worker(text, at, end, named, works_at)
    if len(keys) == 1 and text.startswith("的", at) and at + 1 in starts:  # 某区的某某公司
        keys = [starts[at + 1].key]
        at = starts[at + 1].end
    described = _DESCRIBED.match(text[at:end])
    if described and at + described.end() in starts:  # 某县产改试点企业某公司
        keys = [starts[at + described.end()].key]
        at = starts[at + described.end()].end
    behind = text[at:end]
    etc = re.match(
        r"等(?:\d+[家个]|[一二三四五六七八九十]+[家个])?(?:单位|企业|部门|公司|地|试点企业|县区|县市区)?", behind
    )
    if etc:
        if _MANY_FIRMS.fullmatch(etc.group()) and all(entities[k].type in FIRMS for k in keys):
            return None  # 某业、某业等19家企业拿到资格: told of whoever acts
        behind = behind[etc.end() :]
        if _HONOURED.match(behind):
            return None  # 某县、某公司等15家单位获授牌匾: whoever gives acts
        owner = entities[keys[0]].organ_of
        if owner and len(keys) > 1 and _SHARE_OUT.match(behind):
            return (owner,)
    if text.startswith("全", max(start, at - 2)) and at - start <= 12 and _ITS_PEOPLE.match(behind):
        return tuple(keys)  # 全市产业工人担任…代表的有187名
    of_firm = entities[keys[0]].type in FIRMS and (_ITS_WORKERS.match(behind) or behind.startswith("的"))
    if _SPEAKS_FOR.match(behind) and len(keys) == 1 and not of_firm:
        speaker = entities[keys[0]]
        whose = entities[speaker.organ_of] if speaker.organ_of else speaker
        if whose.type is EntityType.LOCAL_GOVERNMENT:
            return (speaker.organ_of,) if speaker.organ_of and REFORM_OFFICE.search(speaker.name) else (keys[0],)
    if (_NOT_SUBJECT.match(behind) and not of_firm) or not behind.strip("，；。！？："):
        return (
            tuple(keys)
            if len(keys) > 0 and not behind.strip("，；。！？：") and _enumerates(text, end, starts)
            else None
        )
    if len(keys) == 1 and entities[keys[0]].type is EntityType.LOCAL_GOVERNMENT and _LOCATIVE.search(text[:start]):
        return None
    organ = entities[keys[0]]
    assemblies = all(re.search(r"人大(?:常委会)?$|政协$", entities[k].name) for k in keys)
    if assemblies and organ.organ_of and _DEPUTIES_OF.match(behind):
        return (organ.organ_of,)  # 县人大、县政协换届后，一线工人代表、委员…
    if len(keys) == 1 and organ.organ_of and re.search(r"联席会议|小组$", organ.name) and _MEETS.match(behind):
        return (organ.organ_of,)  # 全县产改联席会议召开: who meets is the county
    return tuple(dict.fromkeys(keys))


def _built_by(text: str, name: Named) -> bool:
    return text.startswith("由", name.start - 1) and _BUILT.match(text, name.end) is not None


def _in_brand(text: str, name: Named) -> bool:
    """Whether a name only begins what quotation marks hold: “云起班” is a class, no firm that does anything."""
    return text[max(0, name.start - 1) : name.start] == "“" and _BRAND.match(text, name.end) is not None


def _modified(text: str, start: int, at: int, end: int, named: tuple[Named, ...]) -> tuple[str, ...] | None:
    """A name behind what describes it or where a scene is set: 设在某地的某某馆…, 这名某某公司班长…, 在某某公司，…."""
    outer = [n for n in named if not any(o.start <= n.start and n.end <= o.end and o != n for o in named)]
    for name in (n for n in outer if n.type in ACTING and at < n.start and n.end < end + 1):
        lead, behind = text[at : name.start], text[name.end : end]
        if _SET_IN.match(lead) and _SCENE.match(behind):
            return (name.key,)
        if name.type is EntityType.LOCAL_GOVERNMENT:
            continue
        opens = start == 0 or text[start - 1] in "。；" or _LIES.match(lead)
        if _SINGLES_OUT.match(lead) or (opens and _MODIFIES.match(lead) and not behind.startswith("的")):
            return (name.key,)
        if not _BESIDE.search(lead):
            return None
    return None


def _worker(
    text: str, at: int, end: int, named: tuple[Named, ...], works_at: Mapping[str, str]
) -> tuple[str, ...] | None:
    """The firm of a worker with whom a clause begins: 某某某带出徒弟31人, 电工某某某改了线路."""
    for name in named:
        if name.start < at or name.end > end:
            continue
        if name.type is not EntityType.PERSON or name.key not in works_at:
            return None  # 推荐某钢职工某某某: the firm stands there itself
        lead = text[at : name.start]
        his_studio = _STUDIO.match(text, name.end) is not None and _MODIFIES.match(lead) is not None
        at_work = his_studio or (_TRADE.match(lead) is not None and not _ABOUT_HIM.search(lead))
        return (works_at[name.key],) if at_work else None
    return None


def _enumerates(text: str, end: int, starts: dict[int, Named]) -> bool:
    """Whether a clause of names alone leads on to what they do (某公司，…)."""
    return end < len(text) and text[end - 1] == "，" and end not in starts
