"""Quantities: modifier, number, fuzz, magnitude, unit; ranges and changes; what is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts.quantities import quantities
from graph.model import Bound

E, A, O, U = Bound.EXACT, Bound.APPROX, Bound.OVER, Bound.UNDER  # noqa: E741
LEAST, MOST = Bound.AT_LEAST, Bound.AT_MOST
SINGLE = [
    ("补贴8OO元", "8OO元", "800", "元", E),
    ("派出5l名", "5l名", "51", "名", E),
    ("发放2OO0元", "2OO0元", "2000", "元", E),
    ("招工45人", "45人", "45", "人", E),
    ("到场3.4万余人", "3.4万余人", "34000", "人", O),
    ("补贴17.2余万元", "17.2余万元", "172000", "元", O),
    ("补贴96万余元", "96万余元", "960000", "元", O),
    ("产值近亿元", "近亿元", "100000000", "元", U),
    ("近百名焊工", "近百名", "100", "名", U),
    ("3万多人", "3万多人", "30000", "人", O),
    ("近2万余人次", "近2万余人次", "20000", "人次", A),
    ("50多个车间", "50多个", "50", "个", O),
    ("二十多家企业", "二十多家", "20", "家", O),
    ("十余项专利", "十余项", "10", "项", O),
    ("百余家门店", "百余家", "100", "家", O),
    ("千余名工人", "千余名", "1000", "名", O),
    ("十几名技师", "十几名", "10", "名", A),
    ("数百名技师", "数百名", "100", "名", O),
    ("上千名技师", "上千名", "1000", "名", O),
    ("约60场", "约60场", "60", "场", A),
    ("60场左右", "60场左右", "60", "场", A),
    ("达到14所", "达到14所", "14", "所", E),
    ("突破700名", "突破700名", "700", "名", O),
    ("超过9亿元", "超过9亿元", "900000000", "元", O),
    ("逾40家", "逾40家", "40", "家", O),
    ("不足8%", "不足8%", "8", "%", U),
    ("不低于25%", "不低于25%", "25", "%", LEAST),
    ("不得少于三人", "不得少于三人", "3", "人", LEAST),
    ("至少4次", "至少4次", "4", "次", LEAST),
    ("不超过6天", "不超过6天", "6", "天", MOST),
    ("最多2名", "最多2名", "2", "名", MOST),
    ("12小时以内", "12小时以内", "12", "小时", MOST),
    ("两万元以上", "两万元以上", "20000", "元", O),
    ("工资翻了一番", "翻了一番", "2", "倍", E),
    ("产量翻两番", "翻两番", "4", "倍", E),
    ("产量翻番", "翻番", "2", "倍", E),
    ("近六成职工", "近六成", "60", "%", U),
    ("七成五的工人", "七成五", "75", "%", E),
    ("百分之八十以上", "百分之八十以上", "80", "%", O),
    ("百分之三点五", "百分之三点五", "3.5", "%", E),
    ("四分之一的工人", "四分之一", "25", "%", E),
    ("约占全县3/4", "约占全县3/4", None, "", E),
    ("占3/4", "3/4", "75", "%", E),
    ("提高2.5个百分点", "2.5个百分点", "2.5", "个百分点", E),
    ("1亿3000万元", "1亿3000万元", "130000000", "元", E),
    ("4,250人", "4,250人", "4250", "人", E),
    ("32万职工", "32万", "320000", "人", E),
    ("务工人员达160万，", "达160万", "1600000", "人", E),
    ("历时三个月", "三个月", "3", "个月", E),
    ("听的有六千人出头", "六千人出头", "6000", "人", O),
    ("近四成从没进过校门", "近四成", "40", "%", U),
    ("掏两成，", "两成", "20", "%", E),
    ("七成有余", "七成有余", "70", "%", O),
    ("生病领到补助2.8万", "2.8万", "28000", "元", E),
    ("安全帽1.2万顶", None, None, "", E),
    ("技能岗设7档", "7档", "7", "档", E),
    ("送来锦旗12面", "12面", "12", "面", E),
    ("近四成岗位换了工艺", "近四成", "40", "%", U),
    ("月租是市价的一半", "一半", "50", "%", E),
]
RANGES = [
    ("每人800元—2600元不等", "800元—2600元不等", "800", "2600", "元"),
    ("每班3-5人", "3-5人", "3", "5", "人"),
    ("缺口4-6万人", "4-6万人", "40000", "60000", "人"),
    ("奖励两千至八千元", "两千至八千元", "2000", "8000", "元"),
    ("增长5%～8%", "5%～8%", "5", "8", "%"),
    ("三四家企业", "三四家", "3", "4", "家"),
    ("津贴从每月200元到900元不等", "200元到900元不等", "200", "900", "元"),
]
CHANGES = [
    ("学员从两年前的60人上升至950人", "60", "950", "人"),
    ("比例从8.5%提高到42%", "8.5", "42", "%"),
    ("由21家增长到64家", "21", "64", "家"),
    ("工时由12天缩短为5天", "12", "5", "天"),
    ("月薪由原来的3500元，提高到了6200元", "3500", "6200", "元"),
    ("从80增加到200名", "80", "200", "名"),
    ("流失率已从2014年的38%降到去年的16%", "38", "16", "%"),
]
NONE = [
    "第十三届", "第二批工人", "第6次会议", "四位一体", "1335模式", "1+6+N体系", "12345热线", "GB2312个", "十分重要",
    "两新组织", "十四五期间", "三年级", "建党100周年", "二处处长", "电话0825-3377", "百分百", "第一、二批", "五一奖章",
    "2022级学生", "千千万万名工人", "师徒二人", "省级二类赛项", "二期建设", "分列二、三位", "两个多月",
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "value", "unit", "bound"), [r for r in SINGLE if r[2]])
def test_single(text: str, surface: str, value: str, unit: str, bound: Bound) -> None:
    (found,) = quantities(text)
    assert text[found.start : found.end] == surface
    assert (found.value, found.unit, found.bound) == (Decimal(value), unit, bound)
    assert found.low is found.high is found.origin is None


@pytest.mark.parametrize(("text", "surface", "low", "high", "unit"), RANGES)
def test_range(text: str, surface: str, low: str, high: str, unit: str) -> None:
    (found,) = quantities(text)
    assert text[found.start : found.end] == surface
    assert (found.value, found.low, found.high, found.unit) == (None, Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(("text", "origin", "value", "unit"), CHANGES)
def test_change(text: str, origin: str, value: str, unit: str) -> None:
    found = [q for q in quantities(text) if q.origin is not None]
    assert [(q.origin, q.value, q.unit) for q in found] == [(Decimal(origin), Decimal(value), unit)]


@pytest.mark.parametrize("text", [*NONE, *(r[0] for r in SINGLE if not r[2])])
def test_none(text: str) -> None:
    assert quantities(text) == ()


def test_two_numbers_without_a_verb_of_change_stay_two() -> None:
    assert [q.value for q in quantities("从事焊接的50人和从事装配的70人")] == [50, 70]


def test_a_change_begins_behind_the_number_before_it() -> None:
    found = quantities("从3次8到9个")
    assert [(q.start, q.end) for q in found] == sorted((q.start, q.end) for q in found)


def test_skipped_stretches_hold_no_quantity() -> None:
    assert quantities("12人来自“3个中心”", [(5, 10)])[0].value == 12
    assert len(quantities("12人来自“3个中心”", [(5, 10)])) == 1


@given(
    st.text(
        alphabet="近约超从到至—-0123456789.,%一二两三十百千万亿余多几个名家元年月日人次第成翻番倍以上左右、，的提高",
        max_size=40,
    )
)
def test_every_quantity_quotes_its_text(text: str) -> None:
    last = -1
    for found in quantities(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.start >= last
        last = found.start
        assert (found.value is None) == (found.low is not None) == (found.high is not None)
        assert found.unit


@given(st.text(max_size=60))
def test_no_text_crashes(text: str) -> None:
    quantities(text)


def test_counts() -> None:
    assert (len(SINGLE), len(RANGES), len(CHANGES), len(NONE)) == (59, 7, 7, 25)
