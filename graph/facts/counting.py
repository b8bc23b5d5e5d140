"""Whether a quantity measures something of the reform, or is an article, a slogan, a rank or a mere span of time.

In: a sentence's text, a quantity and its clause. Out: yes or no.
"""

from __future__ import annotations

import re

from graph.facts.indicators import Clause, Words
from graph.facts.quantities import Quantity
from graph.model import Bound

_FACILITY = re.compile(
    r"(?:量|产能|面积|(?:场地|面积|厂房|中心|基地|展厅)[扩增建]?(?:大|建|加)?[到至为达了有]{1,2})\n|^[^\n]{0,2}\n$|\n的?[^，。；]{0,10}(?:小楼|基地|中心|馆|厂房|车间|教室|场地|公寓|宿舍|广场|园)"
)  # 2600平方米的基地
_FREELY_CHINESE = frozenset("家名人位所户次场期座台间处元亩吨") | {"人次", "场次", "户次", "批次", "公里"}
_GRADED = re.compile(
    r"^(?:学院|产业学院|单位|公司|子公司|企业|工会|院系|机构|法人|建造师|教授|响应|保护|医院|市场|学科|分类)"
)  # 二级学院
_MEASURED_TIME = re.compile(
    r"(?:期限|历时|为期|长达|时长|时间|周期|工期|工时|耗时|用时|缩短|压缩|[缩压减降](?=[到至])|延长|学制|提前|持续|累计|休息|放宽|连续开展|连续举办|连续实施|人均(?:学习|培训|受训|参训)|只[要需用]|仅[需用]|期|[少多](?:停机|停工|停产|运行)|(?:减少|节省|节约)[^，。；]{0,6}?|[待练学满]满)(?:了|为|是|均|由|从|至|到|达)*$"
)
_POINTS = re.compile(r"(?:分值|权重|考核|考评|绩效|总分|百分制)[^，。；]{0,8}$")  # 占考核10分
_SCORE = re.compile(r"(?:占|平均|得分?|总分|以|打)$")  # 平均86.4分, 以612分居首, 占2分
_SAVED = re.compile(r"(?:省|省下|降|降了|减少|少用|腾出|节省)[^，。；]{0,6}$")  # 省漆14吨, 省下蒸汽1.1万吨
_TALKED = re.compile(r"(?:谈|磨|协商|商量|吵|争|议)了?$")
_LADDER = re.compile(
    r"(?:共?设有?|设了|划成|划为|分|分成|分为|分作|共分|共|共有|一共|有|拉长为|拉到|增至|增到|延长到|拓展为|搭了?)$"
)
_RANK = re.compile(r"(?:前|第|列|居|排名|排在|首|头|每|逢|满|一行)$")  # 一行5人 are visitors
_SAFE = re.compile(
    r"^(?:没有|没|无|未|零)[^，。；]{0,12}(?:事故|伤亡|工伤|违章|争议|纠纷|投诉|上访)"
)  # 连续1500天无事故
_YEAR_BY_YEAR = re.compile(r"(?:举办|开展|签订|实施|组织|开办|发放|推行)")  # 连续9年签订集体合同
_EVERYWHERE = re.compile(r"(?:流动|奔|找|打|跑|求|寻|看|漂|借|走|托|碰)")  # 四处打听 counts nothing
_SIZE = re.compile(r"的?(?:[非公小微民营规模工业]{0,4}企业|单位|用人单位|规模)")
_THE_TWO = re.compile(r"^的")  # 两人的工作室
_TIME_SPENT = re.compile(  # 每年到企业实践不少于6个月, not 集中培训五年办了105次
    r"(?:实践|跟岗|顶岗|培训|锻炼|轮岗)(?:时间)?(?:累计|总计|共计|均|每[人年])*$"
)


def counts(text: str, quantity: Quantity, clause: Clause, words: Words) -> bool:
    """Whether a quantity measures something: not an article, slogan, rank or an unmeasured span of time."""
    before, after = text[clause.start : quantity.start], text[quantity.end : clause.end]
    value = quantity.value if quantity.value is not None else quantity.high
    if value is None or (_RANK.search(before) and not (quantity.low is not None and before.endswith("每"))):
        return False
    if quantity.kind == "time":
        safe = quantity.unit == "天" and before.endswith("连续") and _SAFE.match(after) is not None
        again = quantity.unit == "年" and before.endswith("连续") and _YEAR_BY_YEAR.match(after) is not None
        spent = _MEASURED_TIME.search(before) or (not after and _TIME_SPENT.search(before))
        return safe or again or quantity.origin is not None or bool(spent)
    if quantity.kind == "points":
        scored = _SCORE.search(before) is not None and re.match(r"居|夺|领|拿|获|$", after) is not None
        return quantity.origin is not None or scored or (_POINTS.search(before) is not None and not after)
    if quantity.bound is Bound.EXACT and quantity.digits in ("百", "千", "万", "亿"):
        return False  # 百家企业, 万名职工: a manner of speaking
    if quantity.kind == "share":
        return True
    if quantity.kind == "measure":  # 节约钢材500吨 counts, 县城外26公里 does not
        return (
            quantity.unit == "平方米"  # a house is measured by nothing else: 辟出280平方米的长廊
            or quantity.origin is not None
            or words.verb.search(before) is not None
            or _SAVED.search(before) is not None
            or _FACILITY.search(before + "\n" + after) is not None
        )
    if quantity.chinese and (value == 1 or (quantity.unit == "级" and _GRADED.match(after))):
        return False
    if quantity.chinese and quantity.unit == "处" and value == 4 and _EVERYWHERE.match(after):
        return False  # 四处流动
    if quantity.chinese and value == 2 and quantity.unit == "人" and _THE_TWO.match(after):
        return False
    if (quantity.unit == "轮" and _TALKED.search(before)) or (
        quantity.unit in ("级", "档", "阶") and _LADDER.search(before)
    ):
        return True  # 谈了三轮, 技能线设七级
    if quantity.unit == "人" and text.endswith("以上", 0, quantity.end) and _SIZE.match(after):
        return False  # 25人以上企业 is a class of firms
    if quantity.unit in ("大", "大类") and value > 12:
        return False  # 二十大 is a congress
    if quantity.kind == "edition":
        return (
            not quantity.chinese
            or re.search(r"(?:举办|承办|主办|连续(?:招生|办|开展)?|开展|合办)了?$", before) is not None
        )
    if quantity.unit in ("个", "项", "大", "条", "种", "类", "级", "层") and value <= 12:
        if words.slogan.match(after) and not _countable(before, after, words):
            return False
        if quantity.unit == "级" and re.search(r"[国省市县区镇乡村]、?$", before):
            return False  # 省、市、县三级
        if quantity.chinese or quantity.unit in ("大", "级", "层", "类"):
            return _countable(before, after, words)
    elif quantity.chinese and value <= 12 and quantity.unit not in _FREELY_CHINESE:
        return _countable(before, after, words)
    return True


def _countable(before: str, after: str, words: Words) -> bool:
    """Whether what is counted is a thing that can be counted: 四家工厂, 两个乡镇, 晋级阶梯六级."""
    noun = re.split(r"[，。；：、（“《]|[的在与和]", after, maxsplit=1)[0][:10]
    if noun:
        return words.countable.search(noun) is not None
    return words.countable.search(before[-6:]) is not None
