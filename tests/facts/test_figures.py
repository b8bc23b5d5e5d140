"""Figures: what counts, what it counts, when, and what is told twice."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts.figures import figures
from graph.facts.reading import Acting
from graph.model import Bound, EntityType, Figure, SentenceKind
from tests.support import COUNTY, document_of, reading_of

ROWS = [  # a sentence, and for each of its figures: value, unit, what the indicator is
    ("全县建成9个工匠驿站。", [("9", "个", "全县建成工匠驿站")]),
    ("建成市级工匠驿站4个，乡级工匠驿站17个。", [("4", "个", "建成市级工匠驿站"), ("17", "个", "建成乡级工匠驿站")]),
    ("打造48个实训工位，60间职工宿舍。", [("48", "个", "打造实训工位"), ("60", "间", "打造职工宿舍")]),
    ("累计组织焊工培训2.4万余人。", [("24000", "人", "组织焊工培训")]),
    ("举办了6届柳河县工匠大赛。", [("6", "届", "举办柳河县工匠大赛")]),
    ("比赛工种达到28个，参赛选手突破900名。", [("28", "个", "比赛工种"), ("900", "名", "参赛选手")]),
    ("参加“金锤”革新活动达到1.3万人次。", [("13000", "人次", "参加“金锤”革新活动")]),
    ("产业工人中担任党代表14人、人大代表21人、政协委员9人。",
     [("14", "人", "产业工人中担任党代表"), ("21", "人", "担任人大代表"), ("9", "人", "担任政协委员")]),
    ("该厂职工人均工资翻了一番。", [("2", "倍", "该厂职工人均工资")]),
    ("发放取暖补贴31万余元，惠及职工418人。",
     [("310000", "元", "发放取暖补贴"), ("418", "人", "发放取暖补贴惠及职工")]),
    ("组织安全讲座37场次，参与职工5200余人次。",
     [("37", "场次", "组织安全讲座"), ("5200", "人次", "组织安全讲座参与职工")]),
    ("每名班组长的月收入均在八千元以上。", [("8000", "元", "每名班组长的月收入")]),
    ("一线女工在班组长中的比例从9.5%提高到33%。", [("33", "%", "一线女工在班组长中的比例")]),
    ("职工平均收入增长12.6%。", [("12.6", "%", "职工平均收入增长")]),
    ("女工在全县党代表中占比为3.15%，比上届增加7名。",
     [("3.15", "%", "女工在全县党代表中占比"), ("7", "名", "女工在全县党代表中比上届增加")]),
    ("在18家建材企业、5家货运公司设立联合支部。",
     [("18", "家", "建材企业设立联合支部"), ("5", "家", "货运公司设立联合支部")]),
    ("选派64名指导员深入88家企业。", [("64", "名", "选派指导员深入企业"), ("88", "家", "深入企业")]),
    ("县总先后三次在云岭召开观摩会。", [("3", "次", "县总在云岭召开观摩会")]),
    ("推出降本增效18项硬措施。", [("18", "项", "推出降本增效硬措施")]),
    ("窗口设了法律咨询、求职登记等7个方面的服务项目。", [("7", "个", "窗口设法律咨询、求职登记等方面的服务项目")]),
    ("对柳河毛纺厂等四家试点企业下发了清单。", [("4", "家", "对柳河毛纺厂等试点企业下发清单")]),
    ("为11名患重病的女工发放救助金6.3余万元。",
     [("11", "名", "为患重病的女工发放救助金"), ("63000", "元", "患重病的女工发放救助金")]),
    ("职工教育经费70%以上用于班组长培训。", [("70", "%", "职工教育经费用于班组长培训")]),
    ("投资720万元对柳河工人俱乐部进行改造。", [("7200000", "元", "投资对柳河工人俱乐部进行改造")]),
    ("发放价值4.8万元的防寒手套。", [("48000", "元", "发放防寒手套")]),
    ("近七成职工参加了互助保障。", [("70", "%", "职工参加互助保障")]),
    ("本次比武历时两个月。", [("2", "个月", "本次比武历时")]),
    ("审批时限缩短至3天。", [("3", "天", "审批时限缩短")]),
    ("节约钢材260吨。", [("260", "吨", "节约钢材")]),
    ("务工人员达48万，其中党员1.2万人。", [("480000", "人", "务工人员"), ("12000", "人", "务工人员中党员")]),
    ("三家企业1900多名职工的工资标准进行了协商。",
     [("3", "家", "企业职工的工资标准进行协商"), ("1900", "名", "职工的工资标准进行协商")]),
    ("培训班共4期，每期55人。", [("4", "期", "培训班"), ("55", "人", "培训班每期")]),
    ("建成面积达2600平方米的职工之家14个。", [("2600", "平方米", "建成面积职工之家"), ("14", "个", "建成职工之家")]),
    (
        "技师达6.2万人，较2018年提高了4.1个百分点。",
        [("62000", "人", "技师"), ("4.1", "个百分点", "技师较提高")],
    ),
    ("建成工作室73家，其中省级8家、市级21家。",
     [("73", "家", "建成工作室"), ("8", "家", "建成工作室中省级"), ("21", "家", "建成工作室中市级")]),
    ("选树劳模62名（其中全国劳模4名、省部级劳模19名）。",
     [("62", "名", "选树劳模"), ("4", "名", "选树劳模中全国劳模"), ("19", "名", "选树劳模中省部级劳模")]),
    ("产量从2018年的12.4万吨增加到2023年的21.9万吨。", [("219000", "吨", "产量")]),
    ("人均技改节约2.3万元。", [("23000", "元", "人均技改节约")]),
    ("组织36支代表队参加6大类行业18个工种的比赛。",
     [("36", "支", "组织代表队参加行业"), ("6", "大类", "参加行业工种的比赛"), ("18", "个", "组织工种的比赛")]),
    ("共有15家单位、42名个人受到表彰。", [("15", "家", "单位受到表彰"), ("42", "名", "个人受到表彰")]),
    ("资金用于12个重点项目建设。", [("12", "个", "资金用于重点项目建设")]),
    ("队里收获了8枚金牌、6枚银牌和4枚铜牌。",
     [("8", "枚", "队里收获金牌"), ("6", "枚", "收获银牌"), ("4", "枚", "收获铜牌")]),
    # who is chosen and for what; two numbers of one verb
    ("从班组长中挑出86人，组成宣讲队。", [("86", "人", "从班组长中挑出组成宣讲队")]),
    ("互助金给付1870人次、468万元。", [("1870", "人次", "互助金给付"), ("4680000", "元", "互助金给付")]),
    # time spent, points, facilities, what is saved; a short one gets the clause that it belongs to
    ("教师每年到企业实践不少于6个月。", [("6", "个月", "教师到企业实践")]),
    ("产改占年度考核10分。", [("10", "分", "产改占年度考核")]),
    ("连续1500天无事故。", [("1500", "天", "连续无事故")]),
    ("一年节约用电4100度。", [("4100", "度", "节约用电")]),
    ("县里办起夜校，至今来过300人。", [("300", "人", "县里办起夜校至今来过")]),
    # rounds, rungs of a ladder, what is saved, scores, users
    ("双方谈了三轮。", [("3", "轮", "双方谈")]),
    ("技能线设七级。", [("7", "级", "技能线设")]),
    ("换了喷枪，一年省漆14吨。", [("14", "吨", "换喷枪省漆")]),
    ("三个组交卷，平均86.4分。", [("86.4", "分", "组交卷平均")]),
    ("“云工e家”注册用户破2万。", [("20000", "人", "“云工e家”注册用户")]),
    # areas, editions, rungs, small countable things
    ("工作室场地扩到480平方米。", [("480", "平方米", "工作室场地扩")]),
    ("学校已连续招生三届。", [("3", "届", "学校已连续招生")]),
    ("技能线从学徒到首席共8级。", [("8", "级", "技能线从学徒到首席")]),
    ("学校开出“织机”“冲孔”两个订单班。", [("2", "个", "学校开出“织机”“冲孔”订单班")]),
    ("推出短片12集。", [("12", "集", "推出短片")]),
    ("吨钢煤耗由1.32吉焦降到1.18吉焦。", [("1.18", "吉焦", "吨钢煤耗")]),
    ("辟出280平方米的长廊。", [("280", "平方米", "辟出长廊")]),
    ("连续9年签订集体合同。", [("9", "年", "连续签订集体合同")]),
    ("前三名分别奖励9000元、6000元和3000元。",
     [("9000", "元", "前三名奖励"), ("6000", "元", "前三名奖励"), ("3000", "元", "前三名奖励")]),
    ("调解成功率76%。", [("76", "%", "调解成功率")]),
]  # fmt: skip
NONE = [
    "柳河县第十一届工匠大赛开幕。",
    "第二批试点单位名单公布。",
    "集中培训五年办了班。",
    "两人的工作室挂牌。",
    "与二级学院合办。",
    "项目两度搁置。",
    "第二轮协商开始。",
    "逐级上报。",
    "县城外26公里是厂区。",
    "推进“三个引领”，做到“两个维护”。",
    "聚焦五大任务，强化六大机制。",
    "围绕四个方面持续发力。",
    "创新推行2468工作模式。",
    "构建1+5+N服务体系。",
    "形成四位一体的格局。",
    "在两新组织中开展学习。",
    "打造一支过硬的队伍，走出一条新路。",
    "38岁的他从一名学徒成长为技师。",
    "五年来，工会工作成效明显。",
    "十四五期间，任务艰巨。",
    "他拨打了12351热线。",
    "举办“百名劳模进百企”活动。",
    "印发《柳河县3个10工程方案》。",
    "获团体前三名。",
    "庆祝建党100周年。",
    "党的二十大精神进车间。",
    "省、市、县三级联动推进。",
    "县城外26公里处有一座矿。",
    "百家企业齐上阵。",
    "全县从5个方面破题。",
    "聚焦4个方面，强化6大机制。",
    "近年来，一线职工热情高涨。",
    "云岭市总工会副主席一行7人来访。",
    "25人以上企业须签合同。",
    "两个确立深入人心。",
    "县城到厂区的路宽30公里。",
    "他连续9年没回家。",
    "把四处流动的工人组织起来。",
]
BOUNDS = [
    ("培训焊工80余人。", Bound.OVER),
    ("培训焊工近80人。", Bound.UNDER),
    ("培训焊工约80人。", Bound.APPROX),
    ("培训焊工不少于80人。", Bound.AT_LEAST),
    ("培训焊工不超过80人。", Bound.AT_MOST),
    ("培训焊工80人。", Bound.EXACT),
]
PLANNED = [
    ("下一步，柳河县将培训焊工3万人。", True),
    ("力争新建工作室20个。", True),
    ("到2031年，培养技师5000名。", True),
    ("计划投入资金400万元。", True),
    ("县里到2031年培养技师5000名。", True),
    ("技师由2011年的20名增加到2021年的90名。", False),
    ("将92名优秀工人吸纳入党。", False),
    ("第二批62个试点单位将继续推进任务。", False),
    ("截至目前，已培训焊工3万人。", False),
]


def only(text: str) -> Figure:
    (figure,) = figures(reading_of(text))
    return figure


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_figures(text: str, wanted: list[tuple[str, str, str]]) -> None:
    found = figures(reading_of(text))
    assert [(f.value, f.unit, f.indicator) for f in found] == [(Decimal(v), u, i) for v, u, i in wanted]


@pytest.mark.parametrize("text", NONE)
def test_no_figures(text: str) -> None:
    assert figures(reading_of(text)) == ()


@pytest.mark.parametrize(("text", "bound"), BOUNDS)
def test_bound(text: str, bound: Bound) -> None:
    assert (only(text).bound, only(text).indicator) == (bound, "培训焊工")


@pytest.mark.parametrize(("text", "planned"), PLANNED)
def test_planned(text: str, planned: bool) -> None:
    assert only(text).planned is planned


def test_a_range_has_low_and_high() -> None:
    figure = only("对取得证书的每人给予800元—2600元不等的补贴。")
    assert (figure.value, figure.low, figure.high, figure.unit) == (None, 800, 2600, "元")
    assert figure.indicator == "对取得证书的每人给予补贴"


def test_a_change_has_its_old_value() -> None:
    figure = only("技校招生从四年前的70人上升至960人。")
    assert (figure.origin, figure.value, figure.indicator, figure.rule) == (70, 960, "技校招生", "figures.change")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2019年至今，县里选树工匠36人。", "2019年至今"),
        ("三年来，办讲座40场。", "三年来"),
        ("2022年7月3日至9日，比赛吸引选手210名。", "2022年7月3日至9日"),
        ("3年完成鉴定700余人次。", "3年"),
        ("县财政每年安排经费90万元。", "每年"),
        ("县里选树工匠36人。", None),
    ],
)
def test_period(text: str, period: str | None) -> None:
    assert only(text).period == period


def test_told_again_is_one_figure_with_two_evidences() -> None:
    (figure,) = figures(reading_of("县里确定了57家第二批试点企业。", "工会动员职工。", "第二批57家试点企业认真学习。"))
    assert len(figure.evidence) == 2


def test_equal_numbers_of_different_things_stay_apart() -> None:
    assert len(figures(reading_of("全面试点12个，项目试点12个。"))) == 2
    assert len(figures(reading_of("建成省级工作室6个。", "建成市级工作室6个。"))) == 2


def test_evidence_is_the_clause() -> None:
    text = "工会动员职工，建成书屋31个，气氛热烈。"
    (span,) = only(text).evidence
    assert text[span.start : span.end] == "建成书屋31个"


def test_a_number_in_a_recognised_name_is_none() -> None:
    names = {"柳河3家巷社区": ("Institution/柳河3家巷社区", EntityType.INSTITUTION)}
    assert figures(reading_of("活动在柳河3家巷社区开展。", names=names)) == ()


def test_no_actor_no_figure() -> None:
    reading = reading_of("建成书屋31个。")
    nobody = type(reading)(reading.document, reading.entities, reading.named, ((),))
    assert figures(nobody) == ()


def test_the_media_count_for_the_one_they_write_about() -> None:
    names = {"云岭日报": ("Institution/云岭日报", EntityType.INSTITUTION)}
    text = "柳河的做法受到关注，《云岭日报》刊登报道42篇。"
    reading = reading_of(text, names=names)
    acting = (Acting(0, 10, (COUNTY.key,), True), Acting(10, len(text), ("Institution/云岭日报",), True))
    (figure,) = figures(type(reading)(reading.document, reading.entities, reading.named, (acting,)))
    assert figure.actor == COUNTY.key


def test_a_byline_has_no_figures() -> None:
    reading = reading_of("建成书屋31个。")
    document = document_of("建成书屋31个。", kinds=(SentenceKind.BYLINE,))
    assert figures(type(reading)(document, reading.entities, reading.named, reading.acting)) == ()


@given(
    st.text(
        alphabet="建成培训书屋参与职工其中、，。；：（）“”《》0123456789一二三百万余多近从到至提高家个名人次元%年月日的和",
        max_size=60,
    )
)
def test_no_text_crashes_and_evidence_lies_in_it(text: str) -> None:
    for figure in figures(reading_of(text)):
        assert figure.indicator
        assert len(figure.indicator) <= 30
        assert all(0 <= s.start < s.end <= len(text) for s in figure.evidence)


@given(st.text(max_size=80))
def test_no_text_at_all_crashes(text: str) -> None:
    figures(reading_of(text))


def test_counts() -> None:
    assert (len(ROWS), len(NONE), len(BOUNDS), len(PLANNED)) == (64, 38, 6, 9)
    assert sum(len(wanted) for _, wanted in ROWS) == 92
