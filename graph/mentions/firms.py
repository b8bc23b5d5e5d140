"""Enterprises and institutions: names that end in 有限公司, 集团, 学院 and the like, and where they begin.

In: a sentence's text, its tokens, places and anchors. Out: mentions; `hint` is that of the place in the name (where it
has one), or the anchor's and `>` and the rest for a name that leans on a county (县图书馆).
Order: each ending is traced back to the nearest place or national group (中国…, 国网…) before it, else to the first
word that can't be part of a name; names that touch (某集团 + 某公司) become one; names of general words alone
(物流公司, 职业院校) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from graph.mentions.anchors import Anchor
from graph.mentions.candidate import Candidate
from graph.mentions.firm_bounds import (
    HARD,
    alone_in_quotes,
    can_begin,
    coined_with,
    inside_a_word,
    leaning,
    own_start,
    tells,
    without_description,
)
from graph.mentions.lexicon import Lexicon
from graph.mentions.places import Place
from graph.mentions.words import Token
from graph.model import EntityType

_FIRM = re.compile(
    r"（[\u4e00-\u9fff]{2,5}）(?:集团)?(?:股份)?有限(?:责任)?公司|(?:集团)?(?:股份)?(?:有限责任公司|股份有限公司|有限公司)|集团公司|总公司|分公司|(?<!职教)(?<!职业教育)集团(?!军|化|内|总部|式|成员|上下|各|党委|工会)|"
    r"(?:工务|电务|机务|车辆|供电|客运|车务|动车|工电|通信|房建|货运)段(?![里长时位落内上])|(?<=[\u4e00-\u9fff]{2})供电局|采油[一二三四五六七八九十]?厂|"
    r"(?<![子总分本该各我全母])公司|(?:煤|铜|铁|金|银|锡|铝|锰|钨|磷|铅锌|稀土|石膏)矿(?![石区业山井]|工(?!会)|产(?!改))|风电场|光伏电站|水电站|(?<![点时技积爱学建幸工善公议][子间能分心议福时益案])(?:农商|农村商业)?银行|(?<=[钢电机械纺织])总?厂(?![区房里长内门])|总厂|(?:轧辊|轧钢|炼铁|炼油|铸造|锻造|修造|配件|器材|电器|农机|客车|化肥|玻璃|陶瓷|塑料|橡胶|皮革|服装|制衣|鞋|家具|木器|造纸|面粉|粮油|酿造|丝绸|毛纺|针织|印染|焦化|钢铁|机械|化工|纺织|棉纺|水泥|发电|制药|印刷|食品|机床|轴承|造船|仪表|电机|酒|卷烟|冶炼|铝)厂(?![区房里长内门])|"
    r"(?<![逐工建进全本该我老新药电水分跨同各入驻离出各到总办开设回返留下爱护退辞来换转招护以])(?<=[\u4e00-\u9fff]{3})厂(?![区房里家长务校内外级商矿门史际子办规容训方牌址企党工职处里房])|"
    r"(?<![市卖农])商场|大酒店|合作社|矿务局|油田"
)
_HOUSE = re.compile(
    r"开放大学|大学|职教集团|职业教育集团|职业(?:技术)?教育中心(?:学校)?|(?:实训|培训)中心|法律援助中心|职业技术学院|职业学院|技师学院|工匠学院(?:[\u4e00-\u9fff]{2,3}分院)?|学院|技工学校|职业学校|专业学校|高级技校(?!生)|学校|技校(?!生)|职业中学|职业高中|职业中专|中学|党校|研究院|研究所|设计院|"
    r"(?:劳模|工匠|职工|技能|人才|和)*创新工作室联盟|公共实训基地|(?<!建设)实训基地|企业联合会|(?:困难职工)?帮扶中心|孵化中心|疾控中心|妇幼保健院|保健院|卫生院|体育馆|(?:群众)?艺术馆|(?:工运|[工行矿厂])?(?:记忆|史)馆|医院|工人文化宫|文化宫|图书馆|(?:博物|纪念|史|史料|展览|陈列|美术|科技|档案|文化|教育|体验|展示|荣誉|工匠|展)馆|协会|学会|(?<!协)商会(?!议)|律师事务所|服务中心|出版社|电视台|电台|报社|职教中心|产教(?:融合)?(?:联合体|共同体)|(?:创新|工作室|创客|技能|职教|产教|人才|产业|匠心|工匠|劳模)联盟|实验室|行业(?=推动|创建|构建|开展|组织|建立|着力|积极|探索|推行|实施)"
)
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,6}分公司")
_NATIONAL = re.compile(
    r"(?:中国[\u4e00-\u9fff]{0,8}|国网|中车|中铁[一二三四五六七八九十]*局?|中建[一二三四五六七八]*局?|中交|中核|中航|中煤|国家能源(?:集团)?|国家电投|华能|大唐|华电|中石化|中石油|中海油|中粮|中储)$"
)
_LOOSE = set("但而这那是每各已也都就还其后某")
_FUNCTION_TAGS = ("p", "c", "u", "d", "r", "y", "f", "t", "m", "q")
_BUILT = re.compile(r"(?<!城市)(?<!工程)建设(?=[一二三四五六七八九十\d区市县])|新建|筹建|打造")
_A_KIND = re.compile(
    r"(?:大型|民营|国有|骨干|龙头|本土|本地|地方|私营|股份制|家族|现代|知名|综合性?|[\u4e00-\u9fff]业)*企业$"
)
_UTILITY = re.compile(
    r"(?<![\u4e00-\u9fff])(?:供电|自来水|公交|燃气|热力|烟草|邮政|公共交通|供热|水务|城投|移动|联通|电信)公司"
)
_ANOTHER = re.compile(r"(?:学院|学校|大学|[厂矿院])(?:建设|建成|同|与|和|跟|携手|联合|会同)(?=[\u4e00-\u9fff]{2})")
_SOME_BRANCH = re.compile(r"^(?:[省市县区]级?|下属|所属|直属|基层|各地|地市|全部|多家|相关|异地|海外|子公司)*$")
_BEFORE = frozenset("对从被把让给跟据在由记与同")  # 对锦川机械公司: jieba may join it to what follows
_GENERAL_COLLEGE = re.compile(
    r"(?:新设|新建|再建|共建|合建|合办|筹建|二级|现代|特色|数字|行业|产业|企业|[省市县区州旗]级|国家级|一批|首[个批家]|现有|已有|全[省市县区国]|示范性?|建设|布局|打造|园区|集团)+$|^.?$"
)
_SOME = re.compile(r"(?:[一几两某那哪][家个所]|某|外地|当地|沿海|其他|别的)$")  # 从某市一家水泥厂出来
_OF_RANK = re.compile(r"(?:首批|第[一二三四]批|级|示范性?|标杆|优秀|重点|特色)+")
_LIE_OF_LAND = "坡沟山河庄峪坪塘村梁湾岭泉店洼淖滩海湖"
REACH = 26  # characters that a name may have before its ending


@dataclass(frozen=True, slots=True)
class Firms:
    """The word lists that bound names."""

    industries: frozenset[str]
    verbs: frozenset[str]
    generic: frozenset[str]

    def find(
        self, text: str, tokens: tuple[Token, ...], places: tuple[Place, ...], anchors: tuple[Anchor, ...]
    ) -> Iterator[Candidate]:
        """The enterprises and institutions of a sentence, from left to right; the caller keeps the longer of two."""
        last: Candidate | None = None
        for found in self._raw(text, tokens, places, anchors):
            firm = without_description(text, found)
            if (
                last
                and "公司" in text[firm.start : firm.end - 2]
                and firm.start == last.start
                and text[firm.end - 1] in "厂矿"
            ):
                continue  # 某某公司炼钢厂 is a place in the firm
            touching = last and last.end == firm.start and last.type is firm.type is EntityType.ENTERPRISE
            touching = touching and last is not None and text[: last.end].endswith(("集团", "局"))
            if last and touching and not last.hint.startswith("relative"):
                firm = Candidate(last.start, firm.end, firm.type, firm.hint or last.hint, firm.rule, firm.confidence)
            yield firm
            last = firm
        for match in _UTILITY.finditer(text):
            yield Candidate(
                match.start(),
                match.end(),
                EntityType.ENTERPRISE,
                f"here:>{match.group()}",
                "firm-utility",
                Decimal("0.6"),
            )

    def _raw(
        self, text: str, tokens: tuple[Token, ...], places: tuple[Place, ...], anchors: tuple[Anchor, ...]
    ) -> Iterator[Candidate]:
        endings = [(m.start(), m.end(), EntityType.ENTERPRISE) for m in _FIRM.finditer(text)]
        endings += [(m.start(), m.end(), EntityType.INSTITUTION) for m in _HOUSE.finditer(text)]
        for tail, end, kind in sorted(endings):
            branch = _BRANCH.match(text, end) if kind is EntityType.ENTERPRISE else None
            stop = branch.end() if branch and not any(w in branch.group() for w in self.verbs) else end
            floor = max(0, tail - REACH)
            place = self._place(text, tokens, places, floor, tail)
            if place is not None and text.startswith("域", place.stem):
                continue  # 某市|域产教联合体
            if place is not None and kind is EntityType.INSTITUTION and _BUILT.search(text, place.stem, tail):
                continue  # 在县经济开发区建设二期实训中心
            if place is not None:
                start = place.start
                group = _NATIONAL.search(text, floor, start)
                if group and not set(text[group.start() : start]) & HARD:
                    start = group.start()
                if kind is EntityType.INSTITUTION and _OF_RANK.fullmatch(text, place.stem, tail):
                    continue  # 某省首批示范性|工匠学院 is none of its own
                zone = place.hint.startswith(("zone", "leaning")) and text[place.stem - 2 : place.stem] != "新区"
                if zone and "有限" in text[tail:end] and tail - place.stem > 1:
                    # a firm is not registered under its zone (鹤溪经济开发区|云起电器有限公司) unless that is a 新区
                    yield Candidate(place.stem, stop, kind, "", "firm-place", Decimal("0.9"))
                    continue
                if "某" not in text[start:tail] and (
                    tail - place.stem >= 1
                    or (
                        end - tail > 2 and text[end - 1] == "厂" and text[place.stem - 1] not in "省县区镇乡村"
                    )  # 柳州铸造厂
                    or kind is EntityType.INSTITUTION
                    or (text[end - 1] in "段局" and text[tail - 1] != "区")
                ):
                    yield Candidate(start, stop, kind, place.hint, "firm-place", Decimal("0.93"))
                continue
            if kind is EntityType.INSTITUTION and alone_in_quotes(text, tail, end):
                yield Candidate(text.rfind("“", 0, tail) + 1, end, kind, "", "firm-quoted", Decimal("0.8"))
                continue
            lean = leaning(text, anchors, floor, tail)
            house = lean and kind is EntityType.INSTITUTION and text[lean.end] != "域"
            if lean and house and self._clear(text, tokens, lean.end, tail):
                yield Candidate(
                    lean.start, stop, kind, f"{lean.hint}>{text[lean.end : stop]}", "firm-leaning", Decimal("0.85")
                )
                continue
            start = self._clause(text, tokens, tail, floor)
            start = start if start >= 0 else self._back(text, tokens, tail, floor)
            start = own_start(text, start, tail, house=kind is EntityType.INSTITUTION)
            parent = _NATIONAL.search(text, floor, start)
            if parent and not set(text[parent.start() : start]) & HARD:
                start = parent.start()
            core = text[start:tail]
            grouped = text[tail:end] == "集团" and not text.startswith("的", end)
            college = text[tail:end] == "工匠学院" or (text[tail:end] == "学院" and text.endswith("产业", 0, tail))
            general_college = college and _GENERAL_COLLEGE.search(core.removesuffix("产业")) is not None
            college = college and not general_college
            branch_of = text[tail:end] == "分公司" and not _SOME_BRANCH.search(core)
            legal = "有限" in text[tail:end] or grouped or branch_of or college  # a name whatever its words
            one_of_many = not legal and _SOME.search(text, 0, start) is not None
            told = not legal and tells(core)
            anonymous = (
                (grouped and _A_KIND.match(core) is not None)
                or text[tail:end] == "实训基地"
                or told
                or general_college
                or "某" in core
                or core.startswith(("集团", "公司", "谋划", "筹划"))
                or one_of_many
            )
            trade = college and text.endswith("产业", 0, tail)  # 风电产业学院 is a house of its own
            lies = text[end - 1] == "矿" and len(core) > 1 and core[-1] in _LIE_OF_LAND  # 某某坡煤矿
            if (
                len(core) >= 2
                and not anonymous
                and (trade or lies or branch_of or not self._general(tokens, start, tail, legal))
            ):
                yield Candidate(start, stop, kind, "", "firm-bare", Decimal("0.8"))

    def _place(
        self, text: str, tokens: tuple[Token, ...], places: tuple[Place, ...], floor: int, tail: int
    ) -> Place | None:
        """The nearest place before an ending with nothing between that parts names."""
        for place in reversed(places):
            if place.hint.startswith("relative") or not floor <= place.start or place.stem > tail:
                continue
            if not self._clear(text, tokens, place.stem, tail):
                return None
            # 上海济源泉饮品公司: what touches the place before it and lies not in it is no place
            return next((p for p in places if p.stem == place.start and can_begin(p, place)), None) or next(
                (p for p in places if p.stem + 1 == place.start and inside_a_word(text, p, place)), place
            )
        return None

    def _clear(self, text: str, tokens: tuple[Token, ...], start: int, tail: int) -> bool:
        """Whether `text[start:tail]` can be the inside of a name: no mark, particle or reporting verb."""
        inside = text[start:tail]
        if (
            set(inside) & HARD
            or "公司" in inside
            or _ANOTHER.search(inside)
            or re.search(
                r"[一二两三四五六七八九十几\d][座家个所间地]|成立|工会[还又与和同联]|授权|投入|\d元|[万亿]元|只|[刻念到]|\d{4}年|\d月|主席|书记",
                inside,
            )
        ):
            return False
        for token in tokens:
            if start <= token.start and token.end <= tail:
                if token.word in self.verbs and token.word not in self.industries:
                    return False
                joins = token.tag.startswith(("p", "u", "c")) and token.word not in self.industries
                if joins and len(token.word) > 1:
                    return False
                if token.word in "是有":
                    return False
                if token.word in "和与及到对由从向为以等" and len(token.word) == 1 and token.start > start + 1:
                    return False
                if token.start == start and token.word in "对到由从向为以和与及是有":
                    return False
        return True

    def _clause(self, text: str, tokens: tuple[Token, ...], tail: int, floor: int) -> int:
        """Where the clause begins, if nothing in it from there on parts names (、某某药业有限公司); else -1."""
        start = tail
        while start > floor and text[start - 1] not in HARD and "\u4e00" <= text[start - 1] <= "\u9fff":
            start -= 1
        short = 2 <= tail - start <= 10 and "有限" in text[tail : tail + 6]
        return start if short and self._clear(text, tokens, start, tail) else -1

    def _back(self, text: str, tokens: tuple[Token, ...], tail: int, floor: int) -> int:
        """Where a name without a place begins: behind the last word before `tail` that can be no part of a name."""
        start = tail
        for token in reversed(tokens):
            if token.start >= tail:
                continue
            if token.start < floor:
                break
            if (
                token.word.endswith("公司")
                or set(token.word) & HARD
                or not token.word.strip()
                or re.search(r"[^\w·]", token.word)
            ):
                break
            if token.word not in self.industries:
                if token.word == "和" and "有限" in text[tail : tail + 6] and coined_with(tokens, token):
                    start = token.start - 1
                    continue
                if token.tag in ("f", "q") and any(
                    t.end == token.start and t.tag in ("j", "ns") for t in tokens
                ):  # 滇|中冶金职业学院, 辽河|口技师学院
                    start = token.start
                    continue
                if token.word in self.verbs or token.tag.startswith(_FUNCTION_TAGS):
                    break
                if token.tag.startswith("v") and len(token.word) >= 2:
                    break
                if (
                    token.word in "是有让使给即如到往赴去进入跟随"
                    or set(token.word) & _LOOSE
                    or not "\u4e00" <= token.word[0] <= "\u9fff"
                ):
                    break
            start = token.start
        return start + 1 if text[start] in _BEFORE and tail - start > 2 else start

    def _general(self, tokens: tuple[Token, ...], start: int, tail: int, legal: bool) -> bool:
        """Whether a name's core is made of general words alone: 物流, 职业技能, 试点."""
        inside = [t for t in tokens if start <= t.start and t.end <= tail]
        single = [len(t.word) == 1 and t.tag.startswith("n") for t in inside]
        if any(a and b for a, b in pairwise(single)):
            return False  # 雪茧丝绸公司: 雪 and 茧 make no word, so they make a name
        for token in tokens:
            if token.end <= start or token.start >= tail:
                continue
            general = token.word in self.generic or token.word in self.industries
            if not general and not legal:
                proper = token.tag.startswith(("nr", "nz", "ns", "nt")) or token.tag in ("", "j")
                general = not proper and token.start >= start
            if not general:
                return False
        return True


def load_firms(lexicon: Lexicon) -> Firms:
    """The recogniser over the word lists."""
    return Firms(lexicon.industries, lexicon.verbs, lexicon.generic)
