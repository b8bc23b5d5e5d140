"""The words of receiving an honour, and how many received it.

In: a sentence's text and an honour in it. Out: where the word of receiving ends that the honour belongs to; whether it
is an item of a list by years; the count of a group.
"""

from __future__ import annotations

import re

from graph.facts.reading import Named

_CHOSEN = re.compile(
    r"选树|公布|发布|表彰|新增|新添|评出|命名|认定|选出|推选|培育|涌现|评选|拥有|共有|产生|培养|获得|荣获|获评|创建|创成|现有|决出|角逐出|比出|拼出|赛出|走出|带出|培养出|里出了|出了|有"
)
_CHOSEN_BEHIND = re.compile(  # “某某工匠”已评出三届共36人, “某某工匠”评了三届，共30人上榜
    r"^(?:评选)?(?![^。；]{0,16}(?:培训|惠及|参加|覆盖|培育))[^。；“是]{0,10}(?:评[出了选到]|选出|共有|又添|新增|产生|诞生|收官)[^。；，“\d]{0,6}，?(?:又添|共|累计|计)?(\d+)(?:余|多)?[人名位席]"
)
_COUNT = re.compile(
    r"^(?:称号|荣誉|获得者|等(?:先进|模范){0,2})?(?:则|也|只|已|就)*(?:共有|已有|只有|共计|累计|达到|共|达|有)?(\d+)(?:余|多)?([人名位个家项枚席对座户])"
)
_EMPLOYED = re.compile(r"”?(?:工匠|称号|获得者|们)*(?:受聘|担任|应邀|深入|走进|走上|来到|组成|登台|登上讲台|授课|宣讲)")
_GIVEN = re.compile(r"(?:给|颁|发|授)(?:给|予)?了?([他她它])[^，。；]{0,6}$")  # 市里给了她“某某标兵”
_HUNG = re.compile(r"[”’]?就?(?:挂|戴|别)(?:到|在|上)了?[他她]")  # 市五一劳动奖章就挂到了他脖子上
_LISTED_HONOURS = re.compile(
    r"[\u4e00-\u9fff]{2,24}(?:单位|企业|集体|院校|学校|基地|奖状|先锋号|之家)[、和]"
)  # 获某省示范单位、|某奖状
_LATER = re.compile(r"(?:去年|前年|今年)[^，。；]{0,6}又?(?:添了?|得了?|有了?)(?:一枚|个)?[“]?$")
_MEDALS = re.compile(r"(?:荣誉|奖状|奖牌|奖章|证书|红榜|头衔|称号|得过|拿过|捧过|小字|墙上)[^。；]{0,16}(?:[：，]|——)")
_ONLY_NAMED = re.compile(
    r"精神|宣讲|事迹|引领|示范|作用|工作室|风采|评选|协会|开展|弘扬|待遇|争创|争当|争做|发言|表彰大会|参观|走访|慰问|座谈|代表|联盟|大典|品牌"
)
_RECEIVE = re.compile(
    r"获得|荣获|获评|获|得过|评为|评选为|授予|命名为|认定为|荣膺|摘得|夺得|捧回|拿下|拿到|得到|享受|跻身|成为|评[过上]|评上|戴上|披上|拿过|领[到回]|摘下|斩得|收获|赢得|添了|挂上|捧着|捧走|捧得|抱回|接过|同列|列入|进入|荣登|登上|入选|被评|当选|斩获|获颁|获授|评选|参评|推荐[^，]{0,14}评选|推荐[^，]{0,10}参评|成功创建|创成|上榜|多了|进了|得了|授了|拿的是|捧回的是|挂的是|拿到的是|领到的是"
)
_WINNERS = re.compile(  # 优胜者由市总工会授予…: whoever wins
    r"(?:优胜者|各(?:赛项|工种|项目)(?:头名|第一名|冠军)|头名|优胜选手|获胜者|获奖者|(?:前[一二三四五六七八九十\d]+|第[一二三])名(?:的?选手|获得者)?|冠军|状元|金奖得主)(?:，)?(?:可|将|均|都)?(?:(?:由|经|按[^，。；]{2,12}由)[^。；]{2,24}|授予了?“?)$"
)
_SO_MANY = re.compile(r"[”’]?(?:称号)?，?(?:共|计|共计|总计)\d+[人名位]")
_RULE = re.compile(r"(?:按照|根据|依据|按)[^，。；]{0,12}(?:办法|规定|规则|方案|章程)，")
_STEPS_UP = re.compile(
    r"”?(?:称号)?(?:获得者)?(?:[^。；]{0,40}予以表彰|[^。；]{0,40}(?:进行|作了)表彰|中，就?有|脱颖而出|诞生|产生|出炉|揭晓|上台|登台|披红|走上红毯|受到表彰|获表彰|受表彰)"
)
_TAKEN = re.compile(r"(?:把|将)[^，。；]{0,8}$")  # 把某省五一劳动奖状领了回去
_TAKES = re.compile(r"[”’]?的?(?:称号|奖牌|奖杯|证书|奖状|牌子)?(?:领|捧|抱|拿|带|夺|收|扛|背)(?:了)?(?:回|走|到|入)")
_FOR_WHOEVER = re.compile(r"对[^，。；]{0,12}(?:第一名|优胜|获奖|符合条件)[^，。；]{0,12}授予“?$")
_TO_WHOEVER = re.compile(r"者|”?(?:[“”、\u4e00-\u9fff]{0,20}?)(?:分别|均|都)?(?:给予|予以|奖励|发放)")
_YEAR = re.compile(r"(?:\d{4}|去|前|今)年[^，。；]{0,12}?(?:劳动模范|工匠|奖章|标兵|能手|先锋号|红旗手)")
_YEARS = re.compile(r"\d{4}年的?(?:[省市县区]|全国)?[“]?$")


def receiving(text: str, start: int, honour: Named) -> int:
    """Where the word of receiving stands that the honour belongs to (from 1), 0 for none."""
    found = list(_RECEIVE.finditer(text, start, honour.start))
    taken = _TAKEN.search(text, start, honour.start) if _TAKES.match(text, honour.end) else None
    if taken:
        return taken.start()
    if _HUNG.match(text, honour.end):
        return honour.start
    winners = _WINNERS.search(text, start, honour.start) and not _SO_MANY.match(text, honour.end)
    if _RULE.match(text) or winners or _FOR_WHOEVER.search(text, start, honour.start):
        return 0
    given = _GIVEN.search(text, start, honour.start)
    if given:
        return given.end(1)
    if not found and by_year(text, honour):
        return honour.start
    if not found:
        behind = re.match(r"[”’]?(?:称号|荣誉)?(?:的获得者|获得者)", text[honour.end : honour.end + 10])
        return honour.end if behind else 0
    between = _LISTED_HONOURS.sub("", text[found[-1].end() : honour.start])
    if _ONLY_NAMED.search(re.sub(r"“[^“”]*”", "", between)):
        return 0
    tail = text[honour.end : honour.end + 6]
    if re.search(r"(?:对|给|凡|向|为)[^，。；]{0,12}$", text[: found[-1].start()]) and _TO_WHOEVER.match(
        text, honour.end
    ):
        return 0  # 对获全国五一劳动奖章者奖励3万元: a rule
    if re.match(
        r"[”’]?(?:培育|培养|推荐)(?:对象|人选)|[^。；]{0,14}(?:尚未|未揭晓|未公布|待公布|落选|未能|没有通过)",
        text[honour.end :],
    ):
        return 0
    if re.match(r"[”’]?(?:称号|荣誉)?的(?:职工|员工|人员|选手|个人|人才|单位|企业|工人|技术工人)", text[honour.end :]):
        return 0  # 对获得某某称号的职工给予奖励: a rule
    if re.match(r"[”’]?(?:精神|工作室|创新工作室|宣讲|事迹|引领)", tail):
        return 0
    return found[-1].end()


def by_year(text: str, honour: Named) -> bool:
    """Whether an honour is an item of a list by years: 奖状有一摞：2020年的“某某工匠”，2022年的省劳动模范."""
    dated = _YEARS.search(text, 0, honour.start) or _LATER.search(text, 0, honour.start)
    return bool(dated) and (_MEDALS.search(text, 0, honour.start) is not None or len(_YEAR.findall(text)) > 1)


def count_of(text: str, start: int, honour: Named) -> int | None:
    """How many of a group hold the honour: 省劳模52人, 4人获评某某, 75名职工获得某某."""
    if _EMPLOYED.match(text, honour.end):
        return None  # 19位劳模受聘担任导师
    behind = _COUNT.match(text[honour.end : honour.end + 16].lstrip("”"))
    if behind and _CHOSEN.search(text[max(0, start - 60) : honour.start]):
        return int(behind.group(1))
    chosen_behind = _CHOSEN_BEHIND.match(text[honour.end : honour.end + 30].lstrip("”"))
    if chosen_behind:
        return int(chosen_behind.group(1))
    before = text[start : honour.start].rstrip("“‘")
    for match in reversed(list(re.finditer(r"(\d+)(?:余|多)?(?:[人名位个家])", before))):
        if _RECEIVE.search(before, match.end()):
            return int(match.group(1))
    counted = re.search(r"(\d+)(?:余|多)?(?:[人名位个家])$", before)
    chosen = counted and (_CHOSEN.search(before[: counted.start()]) or _STEPS_UP.match(text, honour.end))
    if counted and chosen:
        return int(counted.group(1))
    return None
