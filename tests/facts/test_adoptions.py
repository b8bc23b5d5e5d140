"""Adoptions and plans: every measure in other words than the reports', and what only looks like it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from graph.facts.adoptions import adoptions
from graph.facts.measures import MeasurePatterns, compile_measures
from graph.facts.reading import Acting, Reading
from graph.model import Adoption, Entity, EntityType, Plan, SentenceKind
from graph.vocabulary import load_measures
from tests.reading import facts_of, names_of, report_of
from tests.support import COUNTY, document_of, reading_of

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("adoptions.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


TOLD = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("told.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.fixture(scope="module")
def patterns() -> MeasurePatterns:
    return compile_measures(load_measures())


def done(reading: Reading, patterns: MeasurePatterns) -> set[str]:
    return {f.measure for f in adoptions(reading, patterns) if isinstance(f, Adoption)}


def planned(reading: Reading, patterns: MeasurePatterns) -> set[str]:
    return {f.measure for f in adoptions(reading, patterns) if isinstance(f, Plan)}


def with_kind(text: str, kind: SentenceKind) -> Reading:
    document = document_of(text, kinds=(kind,))
    return Reading(document, {COUNTY.key: COUNTY}, ((),), ((Acting(0, len(text), (COUNTY.key,), True),),))


def test_the_table_is_whole() -> None:
    kinds = Counter(kind for _, kind, _ in ROWS)
    assert kinds == {"adoption": 270, "plan": 63, "none": 107}
    assert {m for m, _, _ in ROWS} == {m.id for m in load_measures()}
    assert len({s for _, _, s in ROWS}) == len(ROWS)
    assert min(Counter(m for m, kind, _ in ROWS if kind == "adoption").values()) >= 2


@pytest.mark.parametrize(("measure", "tells", "sentence"), ROWS)
def test_a_measure_in_a_sentence(measure: str, tells: str, sentence: str, patterns: MeasurePatterns) -> None:
    reading = reading_of(sentence)
    assert (measure in done(reading, patterns)) is (tells == "adoption")
    assert (measure in planned(reading, patterns)) is (tells == "plan")


def test_the_second_table_is_whole() -> None:
    assert len(TOLD) == 863
    assert sum(measures == "-" for _, measures in TOLD) == 73


@pytest.mark.parametrize(("sentence", "measures"), TOLD)
def test_what_a_sentence_of_another_county_tells(sentence: str, measures: str, patterns: MeasurePatterns) -> None:
    found = done(reading_of(sentence), patterns)
    assert found >= set(measures.split()) if measures != "-" else not found


SEVERAL = [
    ("建成爱心驿站12个、妈咪小屋4间，发放消费券30万元。", {"rest-stations", "mother-baby-rooms", "inclusive-services"}),
    ("开展劳动竞赛，选派党建指导员40名，落实技能津贴。",
     {"skills-contests", "party-building-instructors", "pay-for-skills"}),
    ("打造职工创新工作室7家，成立创新工作室联盟。", {"innovation-studios", "studio-alliances"}),
    ("将厂史馆与职工文化活动结合起来。", {"ideological-bases", "workers-culture"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "measures"), SEVERAL)
def test_several_measures_in_a_sentence(sentence: str, measures: set[str], patterns: MeasurePatterns) -> None:
    assert measures <= done(reading_of(sentence), patterns)


NOTHING = [
    "银行推出线上产品，贷款余额增长40%。",
    "考古队公布了三处新石器遗址。",
    "习近平总书记强调，要大力弘扬劳模精神，深化产教融合。",
    "企业方应当与职工方开展工资集体协商。",
    "为进一步深化校企合作、完善职业教育，",
    "技能竞赛是培养高技能人才的重要平台。",
    "公司一直未参加工伤保险。",
    "如果开展集体协商，双方都会得益。",
    "他是全国技能大赛冠军、首席技师。",
    "养老院开展义演。",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_tells_of_no_measure(sentence: str, patterns: MeasurePatterns) -> None:
    wanted = {"skills-contests"} if "冠军" in sentence else set()  # where someone won, a contest was held
    assert done(reading_of(sentence), patterns) <= wanted


def test_a_statute_adopts_nothing(patterns: MeasurePatterns) -> None:
    reading = reading_of("第一条 开展集体协商。", "第二条 签订集体合同。", "第三条 工会组织职工参加技能培训。")
    assert adoptions(reading, patterns) == ()


def test_a_plan_for_what_is_done_falls_away(patterns: MeasurePatterns) -> None:
    facts = adoptions(reading_of("建成爱心驿站12个。", "明年将新建爱心驿站8个。"), patterns)
    assert [type(f) for f in facts] == [Adoption]


def test_a_plan_has_its_year(patterns: MeasurePatterns) -> None:
    (plan,) = adoptions(reading_of("力争到2031年建成工匠学院3所。"), patterns)
    assert plan == Plan(plan.evidence, plan.rule, plan.confidence, COUNTY.key, "craftsman-academies", "2031")


def test_once_for_an_actor_with_all_its_evidence(patterns: MeasurePatterns) -> None:
    reading = reading_of("建成爱心驿站12个，惠及骑手。", "爱心驿站年服务3万人次。")
    (fact,) = (f for f in adoptions(reading, patterns) if f.measure == "rest-stations")
    quoted = [reading.document.text[s.start : s.end] for s in fact.evidence]
    assert quoted == ["建成爱心驿站12个", "爱心驿站年服务3万人次"]


def test_joint_subjects_have_a_fact_each(patterns: MeasurePatterns) -> None:
    text = "甲乙两家公司建立师徒结对制度。"
    document = document_of(text)
    firms = {k: Entity(k, EntityType.ENTERPRISE, k) for k in ("甲", "乙")}
    reading = Reading(document, firms, ((),), ((Acting(0, len(text), ("甲", "乙"), True),),))
    assert [f.actor for f in adoptions(reading, patterns) if f.measure == "mentoring"] == ["甲", "乙"]


def joint(text: str, *actors: Entity) -> Reading:
    """A reading in which `actors` act together."""
    keys = tuple(a.key for a in actors)
    entities = {a.key: a for a in actors} | {COUNTY.key: COUNTY}
    return Reading(document_of(text), entities, ((),), ((Acting(0, len(text), keys, True),),))


def bureau(name: str) -> Entity:
    return Entity(name, EntityType.AGENCY, name, organ_of=COUNTY.key)


def test_many_bureaus_of_a_government_are_the_government(patterns: MeasurePatterns) -> None:
    four = [bureau(f"青川县{b}局") for b in ("教育", "财政", "民政", "商务")]
    text = "教育、财政、民政、商务等九个部门联合开展劳动竞赛。"
    assert {f.actor for f in adoptions(joint(text, *four), patterns)} == {COUNTY.key}
    assert {f.actor for f in adoptions(joint(text, *four[:2]), patterns)} == {four[0].key}


def test_what_two_places_or_firms_do_is_the_doing_of_each(patterns: MeasurePatterns) -> None:
    firms = [Entity(f"{n}机械厂", EntityType.ENTERPRISE, f"{n}机械厂") for n in ("云岭", "松坪")]
    text = "云岭机械厂、松坪机械厂开展劳动竞赛。"
    assert {f.actor for f in adoptions(joint(text, *firms), patterns)} == {f.key for f in firms}


def test_a_leading_group_is_set_up_by_its_government(patterns: MeasurePatterns) -> None:
    group = bureau("青川县产改联席会议")
    text = "产改联席会议召开会议，开展专项督查。"
    facts = {f.measure: f.actor for f in adoptions(joint(text, group), patterns)}
    assert facts["leading-group"] == COUNTY.key
    assert facts["supervision"] == group.key


def test_a_newspaper_that_reports_adopts_nothing(patterns: MeasurePatterns) -> None:
    paper = Entity("青川日报", EntityType.INSTITUTION, "青川日报")
    assert adoptions(joint("青川日报刊登产改经验做法。", paper), patterns) == ()


def test_neither_a_person_nor_nobody_adopts(patterns: MeasurePatterns) -> None:
    text = "坚持师带徒，带出高级工6名。"
    person = Entity("何某", EntityType.PERSON, "何某")
    reading = Reading(document_of(text), {"何某": person}, ((),), ((Acting(0, len(text), ("何某",), True),),))
    assert adoptions(reading, patterns) == ()
    assert adoptions(replace(reading, acting=((),)), patterns) == ()


@pytest.mark.parametrize(
    ("text", "organised"),
    [
        ("青川县丝网行业工会联合会同协会谈工价。", False),  # a union that acts is not being founded
        ("青川县成立丝网行业工会联合会。", True),
    ],
)
def test_a_union_s_name_tells_of_no_founding(text: str, organised: bool) -> None:
    found = facts_of(report_of("青川县产业工人队伍建设改革纪实\n\n" + text), Adoption)
    assert any(f.measure == "organise-unions" for f in found) is organised


PLACES = [
    (SentenceKind.BODY, "举办职工技能大赛。", Decimal("0.86")),
    (SentenceKind.BODY, "举办职工技能大赛，开展岗位练兵。", Decimal("0.92")),  # two clauses tell the same
    (SentenceKind.CAPTION, "职工技能大赛现场", Decimal("0.8")),
    (SentenceKind.HEADING, "推行厂务公开", Decimal("0.5")),
]


@pytest.mark.parametrize(("kind", "text", "confidence"), PLACES)
def test_how_far_to_trust_it(kind: SentenceKind, text: str, confidence: Decimal, patterns: MeasurePatterns) -> None:
    facts = adoptions(with_kind(text, kind), patterns)
    assert {f.confidence for f in facts} == {confidence}


def test_a_byline_tells_nothing(patterns: MeasurePatterns) -> None:
    assert adoptions(with_kind("开展劳动竞赛 供稿", SentenceKind.BYLINE), patterns) == ()


DATES = [
    ("2019年5月，县里启动了产改试点。", "2019-05"),
    ("3年来建成产改试点12个。", None),
    ("2022年3月8日举办招聘会，参加企业70家。", "2022-03-08"),
]


@pytest.mark.parametrize(("sentence", "date"), DATES)
def test_the_date_that_its_clause_states(sentence: str, date: str | None, patterns: MeasurePatterns) -> None:
    facts = [f for f in adoptions(reading_of(sentence), patterns) if isinstance(f, Adoption)]
    assert {f.date for f in facts} == {date}


RECALLED = "来自各镇各园区的选手汇聚一堂，举办技能大赛的消息传开，吸引选手1200人。"
UNION = "县总工会在全县二十个行业里举办职工技能大赛8场，选手踊跃。"
ONCE = [  # what a clause without subject tells again of what the region's own body surely did is that body's
    (f"{UNION}|{RECALLED}", {"青川县总工会"}),
    (f"{UNION}|青川县在四个镇的园区里举办职工技能大赛2场，选手踊跃。", {"青川县总工会", "青川县"}),
    (f"{UNION.replace('县总工会', '云岭钢铁有限公司')}|{RECALLED}", {"云岭钢铁有限公司", "青川县"}),
]


@pytest.mark.parametrize(("text", "actors"), ONCE)
def test_a_deed_told_again_is_told_once(text: str, actors: set[str]) -> None:
    report = report_of("青川县产业工人队伍建设改革纪实\n\n" + text.replace("|", "\n\n"))
    names = names_of(report)
    contests = [f for f in facts_of(report, Adoption) if f.measure == "skills-contests"]
    assert {names[f.actor] for f in contests} == actors


SPOKEN_OF = [  # a measure's words in a clause that tells of something else
    ("skills-contests", "获省级以上技能竞赛前三名的给予奖励。"),
    ("school-enterprise", "他是机械学院机电系大三学生。"),
    ("leading-group", "县产改协调小组组长贺兰亭出席并讲话。"),
    ("health-services", "驿站有微波炉、急救箱。"),
    ("employment-services", "招聘社会化工会工作者22名。"),
    ("mentoring", "手艺不能压箱底。"),
    ("labour-protection", "慰问高温岗位职工2600人次。"),
    ("honour-selection", "评出典型案例7个。"),
    ("policy-documents", "形成《青川县职工队伍状况》一册。"),
    ("technical-innovation", "领着徒弟搞小改小革。"),
    ("raise-worker-benefits", "每升一档月薪增加300元。"),
    ("pilot-programme", "12家试点企业代表到会。"),
    ("improvement-proposals", "两级职代会征集提案233件。"),
    ("vocational-education", "学院现有全日制在校生8200人。"),
    ("experience-sharing", "这套夹具已在3条产线上推开。"),
    ("supervision", "会上宣读了关于命名竹乡工匠的通报。"),
    ("inclusive-services", "暖心服务，当好娘家人。"),
    ("legal-aid", "下设技能、薪酬、权益维护三个专项组。"),
    ("multi-party-work", "县总工会牵头成立竹编创新工作室联盟。"),
    ("party-leads-union", "党工委书记任组长。"),
    ("include-in-plan", "写进对乡镇和部门的年度考核。"),
    ("theory-lectures", "职工夜校准时打铃，讲的是电路。"),
    ("honour-selection", "以劳动模范名字命名的工作室成立。"),
    ("pay-for-skills", "“如今我每月多领600元。”"),
    ("skill-evaluation", "6个工种103名选手登台。"),
    ("school-enterprise", "“石榴课堂”开进巷道。"),
    ("employment-services", "给打磨岗位的210名工人建档。"),
]


@pytest.mark.parametrize(("measure", "sentence"), SPOKEN_OF)
def test_what_only_speaks_of_a_measure(measure: str, sentence: str, patterns: MeasurePatterns) -> None:
    assert measure not in done(reading_of(sentence), patterns)
