"""Honours and policy documents: names known by their form.

In: a sentence's text and its places. Out: mentions. Order for honours: quoted names behind or before words of
conferring (授予“某某”称号); general forms of the word list with what specifies them (全国, 某省, 第三届); prizes
(某某竞赛一等奖); a place before 工匠 (某地工匠). Policy documents: what stands in 《》 with a document's ending; plans
named by 十四五 and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.mentions.candidate import Candidate
from graph.mentions.lexicon import Lexicon
from graph.mentions.places import Place
from graph.model import EntityType

_CONFER = re.compile(
    r"授予|荣获|获评|获得|获|评为|命名为|评选|入选|荣膺|摘得|夺得|颁发|认定为|称号|荣誉|当选|评上|评出|选出|揭晓|决出|角逐|诞生|捧[回得走]|领[到回]|得了|授了|给了|进了|发了|获颁|拿的是|评一次|戴上|披上|拿下|拿过|登榜|推荐|表彰|选树|荣誉称号"
)
_QUOTED = re.compile(r"“([^“”]{2,24})”")
_HONOUR_TAIL = re.compile(
    r"(?:劳模|模范|标兵|能手|先锋号?|先锋岗|工匠|状元|红旗手|奖章|奖状|奖|先进[\u4e00-\u9fff]{1,6}|优秀[\u4e00-\u9fff]{1,8}|英才|达人|能匠|名匠|巧匠|金匠|大匠|良匠|匠人|之星|人物|楷模|文明号|示范岗|突击队|"
    r"技师|大师|专家|职工之家|职工小家|工人|职工|十佳[\u4e00-\u9fff]{0,6}|最美[\u4e00-\u9fff]{1,8}|好人|集体|班组|个人|工作者|支部|党组织|单位|企业|榜样|带头人|新秀|功臣|尖兵|金牌[\u4e00-\u9fff]{1,4}|之星|示范点|示范基地|示范企业|示范院?校|基层组织)$"
)
_NO_HONOUR = re.compile(
    r"(?:工程|计划|行动|活动|工作法|模式|机制|平台|体系|精神|课堂|大赛|竞赛|品牌|工作室|基地|中心|驿站|小屋|学院|要|双|两个|四个|路)$|^[一二三四五六七八九十\d]+[个大项级]|[+＋]"
)
_PRIZE = re.compile(
    r"(?:[\u4e00-\u9fff\d]|“[^“”]{1,12}”){2,24}?(?:竞赛奖|(?:特|一|二|三|优秀|优胜)等?奖|金奖|银奖|铜奖|突出贡献奖|优秀组织奖|优胜(?:单位|企业|班组|集体|个人)|团体第[一二三]|团体冠军|(?:项目|赛项|组)(?:金牌|银牌|铜牌))"
)
_REGIONS = (
    "齐鲁|三晋|燕赵|江淮|荆楚|八桂|巴蜀|天府|陇原|三秦|南粤|八闽|龙江|中原|湖湘|赣鄱|"
    "琼州|北疆|草原|塞上|天山|雪域|彩云|巴渝|岭南|南海"
)
_CRAFT = re.compile(
    rf"(?:(?:{_REGIONS})(?:大工匠|工匠|英才|名匠|技术能手|技能大师|技能状元|首席技师|最美职工)|大工匠|工匠|杰出工匠|首席工匠|金牌工匠|最美产业工人|最美职工|最美工人|首席技师|技能大师|技能状元|技术能手|优秀人才|英才)(?![学之城精型人院培创工大竞课讲夜]|建设)"
)
_DESIGNATED = re.compile(
    r"(?:命名|认定|评定?|评选|授予|授了|获评|获颁|升格|列|跻身|入选|进了|得了|挂上了?)为?$"
)  # 被命名为“某省…工作室”: an honorary designation
_OF_A_LEVEL = re.compile(
    r"(?:国家|全国|全省|全市|全县|全区|[省市县区]级|[\u4e00-\u9fff]{2,4}[省市县区])[^，。]*(?:工作室|基地)$"
)
_HOUSE_OF_A_LEVEL = re.compile(  # 获评“国家级重点职业学校”
    r"(?:国家级?|全国|全省|省级|全市|市级|[\u4e00-\u9fff]{2,4}[省市县区])(?!.*试点)[^，。]{2,14}(?:学校|院校|工厂|企业|园区|镇|村|社区|街道|车间|中心|站)$"
)
_LEVEL_BEFORE = re.compile(
    r"(?:自治区|兵团|全国[‘“]?|国家级|中华|省级|市级|县级|区级|省部级|全省|全市|全县|省|市|县|(?<=[，、。])[州盟旗区])$"
)
_LEVEL_AND_LINE = re.compile(  # 全国交通技术能手, 省电力系统先进集体
    r"(?:全国|全省|全市|省|市)(?:交通|建设|机械|冶金|化工|电力|教育|卫生|能源|煤炭|纺织|轻工|石化|石油|邮政|通信|铁路|民航|水利|农业|林业|金融|工会|住建|公安|税务|海员|国防)(?:运输|建设|工业|行业|系统|邮电|产业|工作)?$"
)
_OF_SEVERAL = re.compile(r"(?:国家|[省市县区]|全国)级?[、和及]$")
_NAMED_BY_PLACE = re.compile(r"(?:评出|选出|选树|命名|认定|表彰|授予)了?$")
_EDITION = re.compile(r"第[一二三四五六七八九十\d]{1,3}[届批]$")
_DOCUMENT = re.compile(r"《([^《》]{2,60})》")
_DOCUMENT_TAIL = re.compile(
    r"(?:意见|方案|办法|通知|规划|条例|规定|决定|细则|计划|纲要|制度|措施|清单|标准|规程|规范|章程|公约|决议|要点|指引|指南|报告|合同|协议|若干[\u4e00-\u9fff]{2,6}|法|[一二三四五六七八九十\d]+条|目录|准则|守则|试行）?|暂行）?)(?:（[^（）]{1,12}）)?$"
)
_PRESS = re.compile(r"(?:日报|晚报|时报|工人报|早报|都市报|晨报|青年报|卫视|电视台)$")
_PLAN = re.compile(
    r"(?:“十[一二三四五六]五”|十[一二三四五六]五)(?:时期)?(?:发展|经济社会发展|总体|人才)?规划|(?:人才(?:队伍)?(?:建设|发展)|经济社会发展)(?:总体|中长期)?规划"
)
_CHOSEN_NEAR = re.compile(r"选树|评选|表彰|授予|荣获|获得|获评|评为|当选|培育|涌现|各级|各类|推荐|\d+[人名位]|称号")
_LOOKED_UP_TO = re.compile(r"(?:对照|学习|走访|慰问|邀请)$")
_AMONG_WHOM = re.compile(r"从[^，。；]{0,16}$")
_CHOSEN_FROM = re.compile(r"[^，。；]{0,16}[中里](?=[选挑聘抽遴培发])")
_COUNTED_BEHIND = re.compile(r"”?(?:称号|荣誉)|(?:共|达|有|已有)?\d+[人名位]|等\d|评选|表彰|选树")
_TOLD = re.compile(
    r"(?:获命名为?|获授|获颁|授牌|获评|获得|获|被评为|评为|表彰为|命名为|被认定为|认定为|入选|被授予|荣获|荣膺|获批|捧回|获授|跻身|被列为|列入)(?:为|了|过)?"
    r"(?P<name>(?:20\d\d年度?)?(?:全国|全省|全市|全县|全区|全州|全盟|全旗|国家级?|省级?|市级?|县级?|区级?|自治区级?|[\u4e00-\u9fff]{2,4}[省市县区])(?:(?![和及与][“‘])[^，。；、！？]){2,22}?)"
    r"(?=[和及与][“‘]|称号|荣誉|名单|奖牌|奖杯|证书|[，。；、！？]|$)"
)
_LISTED = re.compile(  # 荣获某省五一劳动奖状、某市产改示范企业等荣誉
    r"(?<=、)(?P<name>(?:全国|全省|全市|国家级|省级|市级|[\u4e00-\u9fff]{2,4}[省市县区])[^，。；、！？“”]{2,22}?)(?=等(?:多项)?(?:荣誉|称号|奖项))"
)
_MEDAL = re.compile(  # 获颁富民兴某劳动奖章; 选树某某工匠21名
    r"(?:获颁|荣获|获评?|授予|捧回|拿下|得到|摘得|获得|领回)(?:了|[他她其])?((?![了他她其])(?:(?!五一)[\u4e00-\u9fff]){2,5}劳动奖[章状])|"
    r"\d[人名位]([\u4e00-\u9fff]{2,4}劳动奖[章状])|(?:选树|评出|选出|命名|培育|\d[名人位]、)(?:了)?([\u4e00-\u9fff]{2}工匠)(?=\d+[名人位])"
)
_TOLD_TAIL = re.compile(
    r"(?:单位|企业|集体|班组|工作室|基地|专业群|示范[校点院]|学校|院校|品牌|案例|事例|项目|站|家|队|岗|号|奖|杯|优秀[\u4e00-\u9fff]{2,4}工会|工匠学院|“[^”]+”)$"
)
_LISTED_BEHIND = re.compile(r"(?:获得者|代表)?(?:有|是|包括)：")  # 劳动模范有：某某某，某某
_FORM_STOP = re.compile(
    r"^(?:精神|事迹|工作室|创新工作室|宣讲|评选|风采|协会|待遇|引领|代表|等|进|典型|大讲堂|故事|力量|团队|之家|荣誉卡|大典|品牌|工作|示范|作用|先进|工匠|和|、)"
)


@dataclass(frozen=True, slots=True)
class Titles:
    """The general forms of honours, compiled."""

    forms: re.Pattern[str]

    def find(
        self, text: str, places: tuple[Place, ...], bodies: tuple[tuple[int, int], ...] = ()
    ) -> Iterator[Candidate]:
        """The honours and documents of a sentence; the caller keeps the longer of two that overlap.

        `bodies` are where organisations stand: a prize's name begins behind the union that gives it.
        """
        yield from self._quoted(text, places)
        yield from self._forms(text, places)
        yield from self._prizes(text, bodies)
        for match in (*_TOLD.finditer(text), *_LISTED.finditer(text)):
            name = match.group("name")
            if any(begin == match.start("name") and end < match.end("name") for begin, end in bodies):
                continue  # 省某某工会“…”竞赛奖: the prize of a union
            if _TOLD_TAIL.search(name) and not re.search(r"试点|规划|计划|的|\d", name):
                start, end = match.span("name")
                yield Candidate(start, end, EntityType.HONOUR, name, "honour-told", Decimal("0.75"))
        for match in _MEDAL.finditer(text):
            which = match.lastindex or 1
            yield Candidate(*match.span(which), EntityType.HONOUR, match.group(which), "honour-medal", Decimal("0.8"))
        yield from _documents(text, places)

    def _quoted(self, text: str, places: tuple[Place, ...]) -> Iterator[Candidate]:
        for match in _QUOTED.finditer(text):
            name = match.group(1)
            around = text[max(0, match.start() - 14) : match.start()] + "|" + text[match.end() : match.end() + 8]
            listed = re.search(r"”\d+[名个位家]、$", text[: match.start()])  # “某某”10名、“某某”20名
            conferred = bool(_CONFER.search(around)) or bool(listed and _CONFER.search(text[: match.start()]))
            designated = _DESIGNATED.search(text[: match.start()]) is not None
            if designated and (_OF_A_LEVEL.match(name) or _HOUSE_OF_A_LEVEL.match(name)):
                yield Candidate(match.start(), match.end(), EntityType.HONOUR, name, "honour-quoted", Decimal("0.85"))
            most = name.startswith("最美") and len(name) > 2  # “最美驿站”5座, “最美江川职工”12名
            if (
                (_NO_HONOUR.search(name) and not most)
                or name in ("十佳", "最美", "优秀", "先进")
                or "，" in name
                or "。" in name
            ):
                continue
            formed = bool(_HONOUR_TAIL.search(name))
            behind = text[match.end() : match.end() + 4]
            named = formed and behind.startswith(("优秀", "称号", "荣誉", "等称号", "奖", "评选", "等"))
            named = named or behind.startswith(("优秀个人", "先进个人", "优秀集体", "先进集体"))
            craft = bool(re.search(r"(?:工匠|名匠|能匠|英才)$", name)) and len(name) <= 8
            craft = craft or (most and re.match(r"\d+[名位人座个家]", behind) is not None)
            local = bool(re.search(r"[\u4e00-\u9fff]匠$", name)) and len(name) <= 6
            local = local and bool(re.match(r"(?:称号)?(?:共)?\d+[名位人]", text[match.end() : match.end() + 8]))
            craft = craft or (
                local and _NAMED_BY_PLACE.search(text, 0, match.start()) is not None
            )  # 评出“某某管匠”40名
            if not (formed and conferred) and not (conferred and behind.startswith("称号")) and not named and not craft:
                continue
            if re.match(
                r"(?:职业技能|技能[大竞]|职工技能|杯)|(?:建设|培育|培养)?(?:工程|计划|行动|活动|工作室|创新工作室|宣讲|大讲堂|培训|进|班|学院|精神)",
                behind,
            ):
                continue
            start, end = match.start(), match.end()
            if re.match(r"优秀个人|先进个人|优秀集体", behind):
                end += 4
            yield Candidate(start, end, EntityType.HONOUR, text[start:end].strip("“”"), "honour-quoted", Decimal("0.9"))

    def _forms(self, text: str, places: tuple[Place, ...]) -> Iterator[Candidate]:
        for match in (*self.forms.finditer(text), *_CRAFT.finditer(text)):
            start, end = match.start(), match.end()
            at = start + (match.group()[0] in "省市县区旗")  # 某省|劳动模范, where 省劳动模范 is a form too
            place = next((p for p in places if p.stem in (start, at) and not p.hint.startswith("relative")), None)
            craft = match.re is _CRAFT
            if place:
                start = place.start
            else:
                edition = _EDITION.search(text, max(0, start - 5), start)
                level = _LEVEL_AND_LINE.search(text, max(0, start - 8), start) if not edition else None
                level = level or _LEVEL_BEFORE.search(text, max(0, start - 4), edition.start() if edition else start)
                if level and _OF_SEVERAL.search(text, 0, level.start()):
                    level, start = None, match.start()  # 国家和省、市级五一劳动奖章 is no municipal one
                start = level.start() if level else start
                if craft and not level and not re.match(_REGIONS, match.group()):
                    continue
            ranked = text[start : match.start()].endswith("级") and text[end : end + 1].isdigit()  # 市级工匠120人
            if craft and not place and not ranked and match.group() in ("工匠", "优秀人才", "英才"):
                continue
            known = match.group()
            bare = known == text[start:end] and known in (
                "劳模",
                "劳动模范",
                "大国工匠",
                "标兵",
                "技能大师",
                "首席技师",
                "工匠",
            )
            if re.match(
                r"(?:和?工匠|（[^（）]{1,6}）)?(?:人才)?(?:创新)?(?:示范)?工作室|学院|精神|联盟|杯|[大竞决比]赛|和?工匠(?!称号|”)",
                text[end : end + 12],
            ):
                continue
            if _LOOKED_UP_TO.search(text, 0, start):
                continue  # 对照先进单位，还有差距
            if _AMONG_WHOM.search(text, 0, start) and _CHOSEN_FROM.match(text, end):
                continue  # 从劳模、技术能手、班组长中选聘宣讲员
            chosen = _CHOSEN_NEAR.search(text[max(0, start - 16) : start]) or _COUNTED_BEHIND.match(text, end)
            chosen = chosen or _LISTED_BEHIND.match(text, end)
            if bare and not chosen:
                continue  # 劳模, 党校教师和班组长组成的宣讲队: spoken of, not conferred
            confidence = Decimal("0.6") if bare and _FORM_STOP.match(text[end : end + 6]) else Decimal("0.88")
            yield Candidate(start, end, EntityType.HONOUR, text[start:end], "honour-form", confidence)

    def _prizes(self, text: str, bodies: tuple[tuple[int, int], ...]) -> Iterator[Candidate]:
        for match in _PRIZE.finditer(text):
            start = match.start()
            verb = None
            for verb in _CONFER.finditer(text, match.start(), match.end()):
                start = verb.end()
            start = max([start, *(end for begin, end in bodies if begin <= start < end < match.end())])
            for lead in ("得", "了", "过", "公司", "本公司", "县", "市"):
                start += len(lead) if text.startswith(lead, start) else 0
            year = re.match(r"(?:19|20)\d{2}年度?(?=[\u4e00-\u9fff])", text[start:])
            start += year.end() if year else 0  # 获评2023年某省职工优秀创新成果一等奖
            if re.match(r"\d|[\u4e00-\u9fff]?[及和与]", text[start:]):
                continue
            if match.end() - start >= 3 and (verb or _CONFER.search(text, max(0, start - 6), start)):
                yield Candidate(
                    start, match.end(), EntityType.HONOUR, text[start : match.end()], "honour-prize", Decimal("0.8")
                )


def _documents(text: str, places: tuple[Place, ...]) -> Iterator[Candidate]:
    for match in _DOCUMENT.finditer(text):
        name = match.group(1)
        if _PRESS.search(name):
            yield Candidate(match.start(), match.end(), EntityType.INSTITUTION, name, "press", Decimal("0.7"))
        elif _DOCUMENT_TAIL.search(name):
            yield Candidate(
                match.start(), match.end(), EntityType.POLICY_DOCUMENT, name, "document-quoted", Decimal("0.95")
            )
    for match in _PLAN.finditer(text):
        place = next((p for p in places if p.end == match.start()), None)
        start = place.start if place else match.start()
        if place or text[start - 1 : start] in ("市", "县", "省", "区", "旗"):
            start = start if place else start - 1
            yield Candidate(
                start,
                match.end(),
                EntityType.POLICY_DOCUMENT,
                text[start : match.end()],
                "document-plan",
                Decimal("0.6"),
            )


def load_titles(lexicon: Lexicon) -> Titles:
    """The recogniser over the word list of honours."""
    forms = [re.escape(form) for form, _ in lexicon.honours]
    return Titles(re.compile("|".join([r"模范职工(?:之|小)家", *forms])))
