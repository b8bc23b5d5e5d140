"""Who acts, in made-up reports: own subjects, words that stand for one, subjects that are left out."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.reading import reading_of_text

COUNTY = "青川县产业工人队伍建设改革纪实\n\n"
FIRM = "——云岭钢铁有限公司改革观察\n\n"

ROWS = [
    # its own subject, joint ones all
    (COUNTY + "青川县人社局开办夜校。", "开办夜校", {"青川县人社局"}),
    (COUNTY + "县总工会联合县人社局举办招聘会。", "举办招聘会", {"青川县总工会", "青川县人社局"}),
    (COUNTY + "2021年3月，县总工会评出标兵。", "评出标兵", {"青川县总工会"}),
    (COUNTY + "县委组织部、县总工会等单位建起阵地。", "建起阵地", {"青川县委组织部", "青川县总工会"}),
    (COUNTY + "剑阁县、苍溪县、旺苍县推行能级工资。", "推行能级工资", {"剑阁县", "苍溪县", "旺苍县"}),
    # left out: the section's, the sentence's before in the paragraph
    (COUNTY + "建成书屋12家。", "建成书屋", {"青川县"}),
    (COUNTY + "县总工会设立窗口。投资改造文化馆。", "投资改造", {"青川县"}),  # the guide: whom the report is about
    (COUNTY + "云岭钢铁有限公司设立窗口。投资改造夜校。", "投资改造", {"云岭钢铁有限公司"}),
    (COUNTY + "青川工匠学院揭牌。在册学徒205人。", "在册学徒", {"青川县"}),
    ("青川县产改协调小组办公室关于2023年改革情况的报告\n\n新建书屋12家。", "新建书屋", {"青川县"}),
    ("青川县总工会2023年工作总结\n\n新建书屋12家。", "新建书屋", {"青川县总工会"}),
    ("川北三县产改走笔\n\n一、“四单制”：青川县让技工有奔头\n\n新建书屋12家。", "新建书屋", {"青川县"}),
    ("川北三县产改走笔\n\n把课堂搬进车间——剑阁县\n\n新建书屋12家。", "新建书屋", {"剑阁县"}),
    ("力量在一线集聚\n——青 川 县产业工人队伍建设改革巡礼\n\n我县新建书屋12家。", "新建书屋", {"青川县"}),
    (COUNTY + "县总工会设立窗口。\n\n投资改造文化馆。", "投资改造", {"青川县"}),
    (COUNTY + "县总工会设立窗口。职工医疗互助覆盖全员。", "职工医疗互助", {"青川县"}),
    (COUNTY + "县总工会设立窗口，同时开通热线。", "开通热线", {"青川县总工会"}),
    # words that stand for one
    (COUNTY + "县总工会设立窗口，全县建会率达到九成。", "建会率", {"青川县"}),
    (COUNTY + "县总工会设立窗口。县里拿出专款。", "拿出专款", {"青川县"}),
    (COUNTY + "各级工会走访职工。", "走访职工", {"青川县"}),
    (FIRM + "公司每年组织比武。", "组织比武", {"云岭钢铁有限公司"}),
    (COUNTY + "云岭钢铁有限公司推行学徒制。该公司还设首席技师。", "设首席技师", {"云岭钢铁有限公司"}),
    # what leads up to the first subject is its own
    (COUNTY + "作为省级示范单位，云岭钢铁有限公司建起学院。", "省级示范单位", {"云岭钢铁有限公司"}),
    (COUNTY + "围绕骑手等群体，县总工会建成驿站。", "骑手等群体", {"青川县总工会"}),
    # described before it is named
    (COUNTY + "青川县试点企业云岭钢铁有限公司开展比武。", "开展比武", {"云岭钢铁有限公司"}),
    # portraits
    (COUNTY + "周启航，云岭钢铁有限公司炼钢车间班长。带出徒弟12名。", "带出徒弟", {"云岭钢铁有限公司"}),
    # numbered sections and articles of their own
    (
        "全省改革巡礼\n\n1 | 青川县 抓实改革\n\n建成书屋12家。\n\n2 | 剑阁县 久久为功\n\n建成驿站9个。",
        "驿站",
        {"剑阁县"},
    ),
    # not the subject: a place where, workers of, the object
    (COUNTY + "县总工会在剑阁县举办交流会。", "举办交流会", {"青川县总工会"}),
    (COUNTY + "县总工会设立窗口，云岭钢铁有限公司职工前来咨询。", "前来咨询", {"青川县总工会"}),
    (COUNTY + "县总工会、县人社局等9个部门参与的专班每季会商。", "每季会商", {"青川县"}),
    # behind what describes it, beside another, where the scene is set
    (COUNTY + "设在老站房里的青川县图书馆接待职工。", "接待职工", {"青川县图书馆"}),
    (COUNTY + "与金鼎机械有限公司一墙之隔的云岭钢铁有限公司，年轻人多，流失率下降。", "流失率", {"云岭钢铁有限公司"}),
    (COUNTY + "在云岭钢铁有限公司，改革落到工资条上。", "工资条", {"云岭钢铁有限公司"}),
    (COUNTY + "走访了困难的云岭钢铁有限公司，送去年货。", "送去年货", {"青川县"}),
    (COUNTY + "剑阁县的云岭钢铁有限公司厂房临江。完成革新五项。", "完成革新", {"云岭钢铁有限公司"}),
    # a firm's own: its workers' pay, its doings; a worker stands for it
    (COUNTY + "云岭钢铁有限公司一线工人年均收入涨了。", "年均收入", {"云岭钢铁有限公司"}),
    (COUNTY + "云岭钢铁有限公司的做法是师徒签合同。结对九十对。", "结对", {"云岭钢铁有限公司"}),
    (COUNTY + "云岭钢铁有限公司焊工贺兰亭爱琢磨。\n\n贺兰亭带出徒弟12人。", "带出徒弟", {"云岭钢铁有限公司"}),
    (COUNTY + "云岭钢铁有限公司投产。职代会票决了实事。", "票决", {"云岭钢铁有限公司"}),
    (COUNTY + "贺兰亭登台。他是云岭钢铁有限公司班长。\n\n贺兰亭带出徒弟12人。", "带出徒弟", {"云岭钢铁有限公司"}),
    # an example, and a list behind ；, carry nobody on
    (COUNTY + "全县收入上涨，比如，云岭钢铁有限公司人均工资翻番。发放消费券82万元。", "发放消费券", {"青川县"}),
    (COUNTY + "县总工会推行协商；云岭钢铁有限公司设津贴。建成驿站64个。", "建成驿站", {"青川县"}),
    (COUNTY + "云岭钢铁有限公司投产。19家企业备案评价。", "备案评价", {"青川县"}),
    # offices act for their government; a conferring body is no subject; a meeting is the region's
    (COUNTY + "县委办、县政府办印发了办法。列出任务41项。", "列出任务", {"青川县"}),
    (COUNTY + "云岭钢铁有限公司建起工作室，由省总工会授牌，完成课题53项。", "完成课题", {"云岭钢铁有限公司"}),
    (COUNTY + "县总工会牵头，组织、教育、人社等21个部门各领任务。", "各领任务", {"青川县"}),
    (COUNTY + "县产改联席会议召开，听取汇报。", "听取汇报", {"青川县"}),
    (COUNTY + "县总工会设立窗口。县财政拨付经费。", "拨付经费", {"青川县"}),
    # a roundup's items
    ("全市产改工作动态\n\n广元市各县做法如下。\n\n【剑阁县】夜校进厂。建成书屋12家。", "建成书屋", {"剑阁县"}),
    # items that open a paragraph: by a name, by a speaker; the last paragraph is the region's again
    (
        COUNTY + "竹园镇：夜校进厂。开班9期。\n\n乔庄镇：驿站成网。\n\n云岭钢铁有限公司：工人有台阶。\n\n评出标兵。",
        "开班9期",
        {"竹园镇"},
    ),
    (
        COUNTY + "竹园镇：夜校进厂。\n\n乔庄镇：驿站成网。\n\n云岭钢铁有限公司：工人有台阶。\n\n评出标兵。",
        "评出标兵",
        {"青川县"},
    ),
    (
        COUNTY
        + "县人社局副局长江一帆：管住抽查。\n\n竹园镇：夜校进厂。\n\n"
        + "金鼎机械有限公司董事长周启航：点子管用。收到建议904条。",
        "收到建议",
        {"金鼎机械有限公司"},
    ),
    # a firm's own report names it in the imprint only
    (
        "学徒的一千天\n\n公司办了夜校。公司党委定下规矩。咱们的津贴涨了。公司每月练兵。公司评出首席技师。\n\n"
        "云岭钢铁有限公司工会 出品",
        "每月练兵",
        {"云岭钢铁有限公司"},
    ),
    # a date alone, led joint work, what offices have issued, work done with another kind of body
    (COUNTY + "2024年5月，金鼎机械有限公司办起夜校。", "2024年5月", {"金鼎机械有限公司"}),
    (COUNTY + "县总工会牵头，云岭钢铁有限公司与青川职业技术学院共建基地。", "共建基地", {"青川县总工会"}),
    (COUNTY + "县委办、县政府办印发方案，列出任务41项。", "列出任务", {"青川县"}),
    (COUNTY + "县总工会同青川职业技术学院合办夜校。", "合办夜校", {"青川县总工会"}),
    # he stands for his firm; what passes by; the region in the middle of a clause
    (COUNTY + "金鼎机械有限公司焊工贺兰亭爱琢磨。\n\n如今他带着徒弟革新。", "带着徒弟", {"金鼎机械有限公司"}),
    (FIRM + "县总工会给它授了牌。三年完成革新14件。", "完成革新", {"云岭钢铁有限公司"}),
    (FIRM + "云岭钢铁有限公司工会替他报了名。两年发放津贴。", "发放津贴", {"云岭钢铁有限公司"}),
    (COUNTY + "云岭钢铁有限公司建起工作室。这样的工作室全县有11个。", "全县有11个", {"青川县"}),
    (COUNTY + "松云业、春溪业等19家企业拿到资格。", "拿到资格", {"青川县"}),
    (COUNTY + "云岭钢铁有限公司建起工作室。第二条是办学。建成基地3个。", "办学", {"青川县"}),
    # items of a roundup: a unit's name heads them, alone, behind a sign, or as who hands the case in
    (
        COUNTY
        + "1.竹园镇。建成书屋2家。\n\n2.云岭钢铁有限公司（乔庄镇）。开办夜校。\n\n3.金鼎机械有限公司。评出标兵。",
        "开办夜校",
        {"云岭钢铁有限公司"},
    ),
    (
        COUNTY
        + "云岭钢铁有限公司：\n\n我们开办夜校。\n\n金鼎机械有限公司：\n\n我们评出标兵。"
        + "\n\n县总工会：\n\n我们设立窗口。",
        "评出标兵",
        {"金鼎机械有限公司"},
    ),
    (
        COUNTY
        + "县人社局：\n\n我们办班。\n\n竹园镇：\n\n我们建站。\n\n金鼎机械有限公司：\n\n我们评出标兵。"
        + "\n\n会议要求，年底实现全覆盖。",
        "年底实现",
        {"青川县"},
    ),
    (COUNTY + "◆ 云岭钢铁有限公司\n技能定薪酬\n\n去年拿出80万元。", "拿出80万元", {"云岭钢铁有限公司"}),
    (COUNTY + "案例二\n技能也入股\n报送单位：金鼎机械有限公司\n去年拿出80万元。", "拿出80万元", {"金鼎机械有限公司"}),
    # scenes, alliances, the whole's people, what a meeting says
    (COUNTY + "云岭钢铁有限公司建起工作室。在指尖，小程序搬来业务12项。", "小程序搬来", {"云岭钢铁有限公司"}),
    (COUNTY + "竹园镇成立工会。在指尖，小程序搬来业务12项。", "小程序搬来", {"青川县"}),
    (COUNTY + "青川县先进制造产教联合体揭牌。联合体组建小分队23支。", "组建小分队", {"青川县先进制造产教联合体"}),
    (COUNTY + "依托青川职业技术学院挂牌的青川工匠学院，办班12期。", "办班12期", {"青川工匠学院"}),
    (COUNTY + "县总工会开办夜校，在竹园镇、乔庄镇设教学点，办班12期。", "办班12期", {"青川县总工会"}),
    (COUNTY + "县总工会公布名单，云岭钢铁有限公司焊工贺兰亭入选；为工作室授牌。", "为工作室授牌", {"青川县总工会"}),
    (COUNTY + "竹园镇建起书屋。全县产业工人担任代表的有87名。", "担任代表", {"青川县"}),
    (COUNTY + "竹园镇建起书屋。“青工汇”平台发放消费券。", "发放消费券", {"青川县"}),
    (COUNTY + "四川省技能大师贺兰亭收徒16人。", "收徒16人", {"青川县"}),
    (
        "让拧扳手的人挑大梁\n\n——四川云岭机械制造有限公司产改做法\n\n公司坐落在青川县。县人社局上门办班。",
        "上门办班",
        {"青川县人社局"},
    ),
    # roundups whose items are marked in several ways; who makes a bulletin up
    (
        "川北县域产改扫描\n\n各县有各县的招。\n\n● 剑阁：一张表\n剑阁县的企业多。\n\n2.苍溪：课堂搬家\n"
        "苍溪县的学校多。\n\n旺苍县：司机有处歇。县总工会建起驿站。",
        "建起驿站",
        {"旺苍县总工会"},
    ),
    (
        "川北县域产改扫描\n\n各县有各县的招。\n\n2.苍溪：课堂搬家\n苍溪县的学校多。\n\n"
        "（三）剑阁云起矿业：人人查隐患\n剑阁县云起矿业有限公司投产。去年整改隐患12处。",
        "整改隐患",
        {"剑阁县云起矿业有限公司"},
    ),
    (
        "改革工作简报\n\n青川县产改领导小组办公室编　　2023年7月5日\n\n关于改革情况的通报\n\n"
        "青川县新建书屋12家。\n\n组织职工参加竞赛。",
        "组织职工",
        {"青川县"},
    ),
    # a union's report is the union's; what opens in a region is the region's; a firm's story is the firm's again
    ("青川县总工会2023年工作报告\n\n青川工匠学院办班12期。资助职工60人。", "资助职工", {"青川县总工会"}),
    (COUNTY + "县总工会建成书屋。\n\n青川县工人文化宫改造后重新开放，服务职工3万人。", "服务职工", {"青川县"}),
    (COUNTY + "依托青川职业技术学校挂牌成立青川工匠学院，办班12期。", "办班12期", {"青川县"}),
    (FIRM + "县总工会上门办班。建成书屋12家。", "建成书屋", {"云岭钢铁有限公司"}),
    (
        "青川县总工会2023年工作报告\n\n过去一年，全市各级工会埋头苦干。\n\n云岭钢铁有限公司拿了奖。新建书屋12家。",
        "新建书屋",
        {"青川县总工会"},
    ),
    # a brand is nobody; a match held at a firm is not the firm's; 集团 is the group
    (COUNTY + "“云岭班”毕业115人，县里留人。云岭钢铁有限公司投产。", "毕业115人", {"青川县"}),
    (COUNTY + "大赛于2023年9月10日在云岭钢铁有限公司开赛，设赛项12个。", "设赛项", {"青川县"}),
    (
        "——云岭能源集团有限公司改革观察\n\n云岭煤业有限公司办了夜校。集团发展党员86名。",
        "发展党员",
        {"云岭能源集团有限公司"},
    ),
    (
        "——云湖湾工业园区工会联合会的探索\n\n园区在青川县。\n\n联合会建起驿站。",
        "建起驿站",
        {"云湖湾工业园区工会联合会"},
    ),
    # news of a contest is its first host's, a portrait is of the firm of whom it portrays
    (
        "第六届“云岭杯”技能大赛落幕\n\n广元代表队夺冠\n\n本届大赛由四川省总工会、四川省人社厅共同举办。\n\n报名3600人次。",
        "报名3600",
        {"四川省总工会"},
    ),
    (
        "听火的人\n\n——记青川云岭焊工贺兰亭\n\n贺兰亭守在窑边。她转到四川云岭陶瓷有限公司，一干九年。\n\n去年办班12期。",
        "办班12期",
        {"四川云岭陶瓷有限公司"},
    ),
    (
        "青川县扫描\n\n——记青川县的一年\n\n四川云岭陶瓷有限公司投产。\n\n去年办班12期。",
        "办班12期",
        {"青川县"},
    ),
    # what a region's coordinating body tells is the region's; what leads up to a subject stays in its item
    (
        "青川县产改联席会议召开2024年第一次全体会议\n\n会议在县行政中心召开。\n\n会议指出，改革稳中有进。新建书屋26家。",
        "新建书屋",
        {"青川县"},
    ),
    (COUNTY + "依托青川职业技术学院办起夜校；县人社局发放补贴913万元。", "依托青川", {"青川县"}),
    # an item goes back to the region that opened it, and so do many firms that only take part
    (COUNTY + "产生省级奖章2人，云岭钢铁有限公司获奖状；选树工匠10名。", "选树工匠", {"青川县"}),
    (COUNTY + "竹园镇先行，云岭钢铁有限公司等45家企业认领任务。", "认领任务", {"青川县"}),
    (COUNTY + "县人社局放权，云岭钢铁有限公司等17家企业首批授牌。", "首批授牌", {"青川县人社局"}),
    # who speaks for a body, a county told of in a city's report, a coordinating office
    ("广元市产改综述\n\n青川县委书记贺兰亭介绍，县财政每年列支500万元。", "列支500", {"青川县"}),
    ("广元市产改综述\n\n市人社局副局长周启航通报，发证3.8万本。", "发证", {"广元市人社局"}),
    ("广元市产改综述\n\n市产改办副主任周启航说，改革写入年度要点。", "写入", {"广元市"}),
    # houses and zones by the end of their names, the school beside an academy
    (
        COUNTY + "在青川县职工服务中心，窗口前排着队。今年1月，中心接待职工740人次。",
        "接待职工",
        {"青川县职工服务中心"},
    ),
    (
        COUNTY + "县总工会成立“青川匠心联盟”。云岭钢铁有限公司加入。今年，联盟的工匠宣讲40场。",
        "宣讲40",
        {"青川匠心联盟"},
    ),
    (
        "——青川工匠学院办学记\n\n青川盐化职业技术学校挂着两块牌子。\n\n学校2009年建校，在校生2860人。",
        "在校生",
        {"青川盐化职业技术学校"},
    ),
    # contests held by a region at a house; deputies of a place; a firm's own departments
    (COUNTY + "云岭钢铁有限公司投产。第四届青川县职工技能大赛在云岭职业学院开赛，34支队伍参赛。", "34支", {"青川县"}),
    (
        "广元市产改综述\n\n云岭钢铁有限公司投产。在青川县本届党代表、人大代表中，产业工人占8.1%。",
        "占8.1",
        {"青川县"},
    ),
    (FIRM + "公司成立专班，生产、人力、财务等9个部门各有一本账。", "各有一本", {"云岭钢铁有限公司"}),
    # a title that tells what kind of firm it names
    (
        "一本“留人账”\n\n——青川民企云岭阀门改革见闻\n\n师傅戴好护目镜。他在青川县长大，是四川云岭阀门股份有限公司的技师。\n\n路也铺开了。",
        "路也铺开",
        {"四川云岭阀门股份有限公司"},
    ),
    # items behind a dash have subjects; an imprint tells who prints; a firm's union reports its firm's doing
    ("广元市产改推进会召开\n\n会议听取汇报。\n\n——青川县组建联合会，惠及企业312家。", "惠及企业", {"青川县"}),
    (
        "产改工作简报\n\n四川省国资委企业改革处编 2024年6月18日\n\n云岭集团锻造产业工人队伍\n\n"
        "四川云岭化工集团有限责任公司（以下简称云岭集团）在青川县。\n\n一、抓责任\n\n列支经费2480万元。",
        "列支经费",
        {"四川云岭化工集团有限责任公司"},
    ),
    (
        "工友心里有杆秤\n\n——四川云岭电气集团工会工作汇报\n\n四川云岭电气集团有限公司位于青川县。\n\n列支经费120万元。",
        "列支经费",
        {"四川云岭电气集团有限公司"},
    ),
    (COUNTY + "云岭钢铁有限公司办了班。\n\n在市场上，27家企业闻讯而来。", "27家", {"青川县"}),
]


@pytest.mark.parametrize(("text", "at", "actors"), ROWS)
def test_who_acts(text: str, at: str, actors: set[str]) -> None:
    reading = reading_of_text(text)
    places = [(s.index, s.text.find(at)) for s in reading.document.sentences if at in s.text]
    assert len(places) == 1
    assert {reading.entities[key].name for key in reading.actors(*places[0])} == actors


def test_count() -> None:
    assert len(ROWS) == 112


def test_every_place_of_every_sentence_has_its_stretch() -> None:
    reading = reading_of_text(COUNTY + "县总工会设立窗口，开通热线；建成书屋。")
    for sentence, stretches in zip(reading.document.sentences, reading.acting, strict=True):
        assert stretches[0].start == 0
        assert stretches[-1].end == len(sentence.text)
        assert all(a.end == b.start for a, b in pairwise(stretches))
