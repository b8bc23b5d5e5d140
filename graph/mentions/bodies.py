"""Agencies and unions, which lean on a place: 某县人社局, 省总工会, 县总.

In: a sentence's text and its anchors. Out: mentions whose `hint` is the anchor's, then `>` and the body's own name, so
that resolution can write 县总 out as the county's 总工会. Order: behind each anchor the longest body; national bodies;
bare departments in an enumeration (公安局、水务局).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.mentions.anchors import Anchor
from graph.mentions.candidate import Candidate
from graph.mentions.lexicon import Lexicon
from graph.model import EntityType

_NOT_IN_NAME = "同的了在是为将把被对到由从向和与及等让使给以并还也不有个名家项次年月日各"
_MARKS = r"，。、；：！？“”（）《》\s"
_REFORM = (
    r"(?:推进|深化|落实|新时期|新时代)*"
    r"(?:产业工人队伍建设改革|产改|产业工人队伍改革|产业工人队伍建设)"
    r"(?:暨[\u4e00-\u9fff]{2,12}?)?(?:工作)?"
)
_PARTY = (
    r"(?:党委|委)?(?:组织部|宣传部|统战部|统一战线工作部|政法委|网信办|编办|政研室|政策研究室|改革办|老干部局|"
    r"社会工作部|党群工作部|党群部|督查考核办|党建办|人才办|“两新”工委|机关工委|教育工委|两新工委|全面深化改革委员会(?:办公室)?|深改委|深改办|非公工委|非公经济组织工委|"
    r"全面依法治[省市县]委员会)|(?:委|党委|府|政府|人民政府)办(?:公[室厅])?|(?:应急|综治|党政|经发)办(?:公室)?|(?:党委|委|政府|人民政府)督查室|(?:人民)?政府新闻办(?:公室)?"
)
_CONGRESS = (
    r"(?:网约配送|网约车|快递|外卖|货运物流|货运|道路运输|[\u4e00-\u9fff]{2})行业(?:综合)?党委|(?!组建|成立|建立|设立|依托|打造|推动)[\u4e00-\u9fff]{2,4}产业链(?:联合|综合)?党委|人大(?:社会建设|社会|监察司法|财经|法制)委(?:员会)?|人大常委会|人大(?!代表)|政协(?!委员)|纪委监委|纪委|监委|(?:[中高]级)?(?:人民)?法院|(?:人民)?检察院|工商联|文联|妇联|科协|残联|"
    r"侨联|社科联|记协|红十字会|团委|总商会|教委|建委|农委|商务委|交通委|经信委|科委|农业农村委|住房城乡建委"
)
_TASK = (
    rf"(?:产改办(?:公室)?|{_REFORM}办公室|"
    rf"{_REFORM}(?:领导小组|协调小组|联席会议|督查组|专班)(?:办公室)?)"
)
_ITS_UNION = re.compile(r"总工会")
_BARE_TASK = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[的了立建由与设]))(?:产业工人队伍建设改革|产改)(?:工作)?"
    r"(?:领导小组|协调小组|联席会议|工作专班)|(?:(?<![\u4e00-\u9fff])|(?<=[的了立建由与和设]))产改办(?:公室)?"
)
_OWN_UNION = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[由在据是任为]))(?:该|本|我)?(?:公司|集团|学校|学院|厂|矿|段)工会(?:委员会)?"
)
_OF_A_FIRM = re.compile(r"[\u4e00-\u9fff]{2}(?:集团|公司)工会$")  # 某省某某电气集团工会 is the group's
_JOINED = re.compile(r"联合[省市县区州旗]|总工会(?:建成|建起|开通|上线|推出|打造)")
_EACH_SET_UP = re.compile(r"(?:各|\d+个)(?:县|区|市|镇|乡|街道)[^，。；]{0,10}(?:成立|设立|组建|建立)了?$")
_YOUTH = re.compile(r"(?<![\u4e00-\u9fff集社])团(省|市|县|区|州|旗)委|(?<=[和、与由经被会合同])团(省|市|县|区|州|旗)委")
_ITS_WORK = re.compile(r"工作(?!委员会|人员|者|站)|信息(?=$|\s|第|（)|简报|动态|工运|快报|通讯(?!员)")
_WHOLE_BODIES = ("联席会议", "领导小组", "协调小组")
_NATIONAL_UNION = re.compile(
    r"(?:中国|中华全国|全国)(?!总|优秀|模范|先进)[\u4e00-\u9fff]{2,9}?工会(?!第|工作|代表|会员|干部|系统|组织)"
)
_SECTOR = re.compile(  # 组建茶叶行业工会联合会
    rf"(?:(?:组建|成立|建立|设立)了?|(?<=[，；])(?=[^，。；]{{2,7}}行业工会联合会(?![，。、]))(?![组成建设]))([^{_NOT_IN_NAME}{_MARKS}全省市县区镇乡]{{2,7}}?(?:行业工会联合会|(?:司机|骑手|快递员|员工)工会联合会|产业链?工会联合会|(?<![域业业联])联合工会))"
)
_FEDERATION = re.compile(r"(?:(?<![\u4e00-\u9fff])|(?<=[在由对经让]))联合会(?!议)")
_GROUP_ALONE = re.compile(  # 领导小组召开第二次会议, 协调小组办公室主任某某某
    r"(?:(?<![\u4e00-\u9fff])|(?<=[、，]))(?:协调小组|领导小组|联席会议)(?:办公室)?"
    r"(?=副?组长|副?主任|由|下设|成员|办公室设|(?:先后|多次|专门|已)?(?:召开|审议|印发|通报|明确|听取))"
)
_SHORT_UNION = (  # 县总 is the union where something follows that a union does: not 县总体规划, 县总人口
    r"总(?![体计数量额产值部人结站价收分面监编指队书裁经医河商林湖田长就供需耗工共是有的之])"
)
_UNION = (
    rf"(?:(?:不锈钢|[^{_NOT_IN_NAME}{_MARKS}全]){{2,8}}?(?:产业|行业)?工会(?!员)(?:联合会|工作委员会|委员会|工委)?|总工会|工会(?:工委|工作委员会)|"
    rf"{_SHORT_UNION}|工会联合会)"
)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The patterns of agencies and unions, compiled once."""

    agency: re.Pattern[str]
    listed: re.Pattern[str]
    union: re.Pattern[str]
    national: re.Pattern[str]

    def find(self, text: str, anchors: tuple[Anchor, ...]) -> Iterator[Candidate]:
        """The bodies of a sentence; where two overlap, the caller keeps the longer one."""
        for anchor in anchors:
            for pattern, kind in ((self.agency, EntityType.AGENCY), (self.union, EntityType.UNION)):
                match = pattern.match(text, anchor.end)
                if match and text[anchor.start] in "全各" and not match.group().endswith(_WHOLE_BODIES):
                    continue  # 全市总…, 全市新建工会… count a whole
                if match and _ITS_WORK.match(text, match.end()) and not match.group().endswith("总工会"):
                    continue  # 某区新就业形态劳动者工会工作回眸
                if match and (_JOINED.search(match.group()) or match.group().startswith("讯")):
                    continue  # 县卫健局|联合县总工会, 市总工会|建成智慧工会: two bodies
                if (
                    match
                    and kind is EntityType.UNION
                    and match.group().startswith("总工会")
                    and _generic(match.group())
                ):
                    match = _ITS_UNION.match(text, anchor.end)  # 某市总工会|选派社会化工会工作者
                of_firm = match and kind is EntityType.UNION and _OF_A_FIRM.search(match.group())
                if match and not of_firm and not _generic(match.group()):
                    rest = match.group()
                    if kind is EntityType.UNION and rest == "总":
                        rest = "总工会"
                    yield Candidate(
                        anchor.start, match.end(), kind, f"{anchor.hint}>{rest}", "body-anchored", Decimal("0.93")
                    )
        for match in self.national.finditer(text):
            name = "新疆生产建设兵团总工会" if "兵团" in match.group() else "中华全国总工会"
            yield Candidate(
                match.start(),
                match.end(),
                EntityType.UNION,
                f"national:>{name}",
                "body-national",
                Decimal("0.97"),
            )
        for match in _NATIONAL_UNION.finditer(text):
            yield Candidate(
                match.start(),
                match.end(),
                EntityType.UNION,
                f"national:>{match.group()}",
                "union-industry",
                Decimal("0.85"),
            )
        for match in _YOUTH.finditer(text):
            hint = f"relative:{match.group(1) or match.group(2)}>团委"
            yield Candidate(match.start(), match.end(), EntityType.AGENCY, hint, "body-youth", Decimal("0.85"))
        for match in self.listed.finditer(text):
            kind = EntityType.UNION if match.group().endswith("工会") else EntityType.AGENCY
            yield Candidate(match.start(), match.end(), kind, f"here:>{match.group()}", "body-bare", Decimal("0.6"))
        for match in _SECTOR.finditer(text):
            hint = f"here:>{match.group(1)}"
            yield Candidate(match.start(1), match.end(1), EntityType.UNION, hint, "union-sector", Decimal("0.75"))
        for match in _FEDERATION.finditer(text):
            yield Candidate(
                match.start(), match.end(), EntityType.UNION, "only:>工会联合会", "union-only", Decimal("0.7")
            )
        for match in _GROUP_ALONE.finditer(text):
            hint = f"only:>{match.group()}"
            yield Candidate(match.start(), match.end(), EntityType.AGENCY, hint, "body-only", Decimal("0.7"))
        for match in _BARE_TASK.finditer(text):
            if _EACH_SET_UP.search(text, 0, match.start()):
                continue  # 8个区县全部成立产改办
            yield Candidate(
                match.start(), match.end(), EntityType.AGENCY, f"ours:>{match.group()}", "body-task", Decimal("0.7")
            )
        for match in _OWN_UNION.finditer(text):
            yield Candidate(match.start(), match.end(), EntityType.UNION, "ours:>工会", "union-own", Decimal("0.75"))


def _generic(rest: str) -> bool:
    if rest.endswith(("工会", "联合会", "工委", "委员会")) and any(
        verb in rest
        for verb in (
            "考察",
            "三地",
            "选派",
            "聘任",
            "招聘",
            "铺开",
            "推进",
            "开展",
            "组织",
            "建立",
            "加强",
            "调研",
            "指导",
            "服务",
            "新建",
            "组建",
            "所属",
            "下属",
            "推动",
            "新增",
            "设立",
            "驻外",
            "成立",
        )
    ):
        return True
    if re.search(r"^(?:[省市县区乡镇]{1,3})?[两三四](?:级|[市县区])", rest):
        return True  # 某市|市县两级工会
    return rest in {"产业工会", "基层工会", "企业工会", "各级工会", "各工会"} or rest.startswith(
        ("各级", "基层", "企业", "直属", "行业工会", "两级", "三级", "域")  # 区|域联合工会
    )


def load_bodies(lexicon: Lexicon) -> Bodies:
    """The patterns over the word list of departments."""
    stems = "|".join(map(re.escape, lexicon.agencies))
    department = rf"(?:{stems})(?:管理|监督|事业发展)?(?:分?局|厅|委员会|委)"
    open_end = (
        rf"[^{_NOT_IN_NAME}{_MARKS}省市县区旗]{{2,12}}?"
        r"(?:(?<![布格结全大开时])局|厅|委员会)(?!面|势|部|长|领导|级)"  # 布局, 结局 are no bureaus
    )
    plain = rf"(?!局|厅|委)[^{_NOT_IN_NAME}{_MARKS}省市县区旗局厅委会办]"
    double = rf"{plain}{{2,5}}和{plain}{{2,7}}?局(?!长|部|面|势)"  # 教育和科学技术局
    agency = re.compile(rf"(?:{_PARTY}|{_TASK}|{_CONGRESS}|{department}|{double}|{open_end})")
    listed = re.compile(
        rf"(?:(?<=^)|(?<=[，。、；：和与]))(?:(?:{stems})局|总工会)(?=[、，和与及等]|主席|副主席|局长|副局长)"
    )
    national = re.compile(
        r"(?:新疆生产建设)?兵团总工会|中华全国总工会|全国总工会|(?<![安健保完齐])全总(?![体计数量分额部共是])"
    )
    return Bodies(agency, listed, re.compile(_UNION), national)
