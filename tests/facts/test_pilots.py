"""Pilots in made-up reports: units called so, listed, or presented one by one; and what is none."""

from __future__ import annotations

import pytest

from graph.model import Level, Pilot
from tests.reading import facts_of, names_of, report_of

COUNTY = "青川县产业工人队伍建设改革纪实\n\n"
N, P, M, C = Level.NATIONAL, Level.PROVINCIAL, Level.MUNICIPAL, Level.COUNTY

ROWS = [
    (COUNTY + "青川县作为全省首批县级产改试点地区，抓实改革。", {("青川县", P, "首批", None)}),
    (COUNTY + "2020年6月被列为四川省第二批产改试点县以来，青川县抓实改革。", {("青川县", P, "第二批", "2020-06")}),
    (COUNTY + "云岭钢铁有限公司被确定为全国总工会产改试点企业。", {("云岭钢铁有限公司", N, None, None)}),
    (
        COUNTY + "对两家试点企业云岭钢铁有限公司、金鼎机械有限公司下达清单。",
        {("云岭钢铁有限公司", C, None, None), ("金鼎机械有限公司", C, None, None)},
    ),
    (
        COUNTY + "四家单位领到任务，试点企业金鼎机械有限公司（2019年5月定为广元市产改试点企业）发言。",
        {("金鼎机械有限公司", M, None, "2019-05")},
    ),
    (COUNTY + "作为广元市首批示范院校，青川职业技术学院办起学堂。", {("青川职业技术学院", M, "首批", None)}),
    (
        COUNTY + "竹园镇和金鼎机械有限公司双双跻身全市首批试点单位。",
        {("竹园镇", M, "首批", None), ("金鼎机械有限公司", M, "首批", None)},
    ),
    (
        COUNTY + "为获评全县首批产改示范点的金鼎机械有限公司、云岭钢铁有限公司授牌。",
        {("金鼎机械有限公司", C, "首批", None), ("云岭钢铁有限公司", C, "首批", None)},
    ),
    (
        COUNTY + "会议为首批2家县级产改示范企业授牌，金鼎机械有限公司、云岭钢铁有限公司榜上有名。",
        {("金鼎机械有限公司", C, "首批", None), ("云岭钢铁有限公司", C, "首批", None)},
    ),
    (COUNTY + "云岭钢铁有限公司（市级试点）组织练兵。", {("云岭钢铁有限公司", M, None, None)}),
    (COUNTY + "云岭钢铁有限公司2022年被四川省总工会列为产改试点。", {("云岭钢铁有限公司", P, None, "2022")}),
    (
        COUNTY + "全市选取云岭钢铁有限公司、金鼎机械有限公司等6家企业开展产改试点。",
        {("云岭钢铁有限公司", M, None, None), ("金鼎机械有限公司", M, None, None)},
    ),
    (COUNTY + "青川县在云岭钢铁有限公司率先开展产改试点。", {("云岭钢铁有限公司", C, None, None)}),
    (COUNTY + "市总工会将竹园经济开发区列为产改工作试点。", {("竹园经济开发区", M, None, None)}),
    (COUNTY + "作为全国首批产改试点省份，四川省出台方案。", {("四川省", N, "首批", None)}),
    (COUNTY + "试点企业之一的云岭钢铁有限公司率先破题。", {("云岭钢铁有限公司", C, None, None)}),
    (COUNTY + "省总工会公布第二批产改试点单位，青川县榜上有名。", {("青川县", P, "第二批", None)}),
    (
        "贵州省产改试点单位巡礼\n\n2021年，贵州省确定试点单位12个。\n\n一、息烽县：清单管到底\n\n建成书屋。\n\n二、开阳县：竞赛有声色\n\n评出标兵。",
        {("息烽县", P, None, "2021"), ("开阳县", P, None, "2021")},
    ),
    (
        COUNTY + "第二批县级试点包括竹园镇、乔庄镇以及云岭钢铁有限公司等5家单位。",
        {("竹园镇", C, "第二批", None), ("乔庄镇", C, "第二批", None), ("云岭钢铁有限公司", C, "第二批", None)},
    ),
    (
        COUNTY + "竹园镇、乔庄镇等4个镇（乡）也被确定为县级试点。",
        {("竹园镇", C, None, None), ("乔庄镇", C, None, None)},
    ),
    (COUNTY + "云岭钢铁有限公司又被四川省总工会确定为全省产改示范单位。", {("云岭钢铁有限公司", P, None, None)}),
    (COUNTY + "竹园镇劳务输出多，省产改办2021年将其列为全省第二批产改试点镇。", {("竹园镇", P, "第二批", "2021")}),
    (COUNTY + "青川职业技术学院是教育部第三批现代学徒制试点单位。", {("青川职业技术学院", N, "第三批", None)}),
    (
        COUNTY + "云岭钢铁有限公司2021年被市总工会、市人社局列为第二批市级产改试点企业。",
        {("云岭钢铁有限公司", M, "第二批", "2021")},
    ),
    (
        COUNTY + "竹园镇、乔庄镇，双双入列广元市第二批产改示范单位。",
        {("竹园镇", M, "第二批", None), ("乔庄镇", M, "第二批", None)},
    ),
    (
        COUNTY + "省产改办圈定首批15个试点，青川县、金鼎机械有限公司都在其列。",
        {("青川县", P, "首批", None), ("金鼎机械有限公司", P, "首批", None)},
    ),
    (
        COUNTY + "会上宣读了《关于命名第三批广元市产改示范单位的通报》，竹园镇、云岭钢铁有限公司等10家单位上榜。",
        {("竹园镇", M, "第三批", None), ("云岭钢铁有限公司", M, "第三批", None)},
    ),
    (
        COUNTY + "云岭钢铁有限公司投产。青川县人社局又把公司定为全县技能人才评价示范企业。",
        {("云岭钢铁有限公司", C, None, None)},
    ),
    (
        "广元市第二批产改试点单位亮相\n\n市产改办公布第二批全市产改试点单位名单。\n\n剑阁县：夜校进厂。\n\n"
        "苍溪县：小厂抱团谈。\n\n云岭钢铁有限公司：工人也有台阶。\n\n市里还要看两年。",
        {("剑阁县", M, "第二批", None), ("苍溪县", M, "第二批", None), ("云岭钢铁有限公司", M, "第二批", None)},
    ),
]

NONE = [
    COUNTY + "云岭钢铁有限公司报过第三批省级试点，名额作罢。",
    COUNTY + "青川县确定试点单位12个。",
    COUNTY + "青川县争取列为全省首批试点县。",
    COUNTY + "县里办了通气会，松坪镇双双获奖。",
    COUNTY + "按照《关于命名产改示范单位的通报》，云岭钢铁有限公司要补材料。",
    COUNTY + "各试点单位紧扣主题，先行先试。",
    COUNTY + "云岭钢铁有限公司把改革列为重点，抓好试点。",
    COUNTY + "云岭钢铁有限公司的任务是推进改革试点。",
    COUNTY + "云岭钢铁有限公司将率先开展产改试点。",
    COUNTY + "省总工会公布第二批产改试点单位，各地反响热烈。",
    "青川县举办碳排放权交易试点企业培训。",
]


@pytest.mark.parametrize(("text", "pilots"), ROWS)
def test_pilots(text: str, pilots: set[tuple[str, Level | None, str | None, str | None]]) -> None:
    report = report_of(text)
    names = names_of(report)
    found = facts_of(report, Pilot)
    assert {(names[p.unit], p.level, p.batch, p.date) for p in found} == pilots
    assert all(p.evidence for p in found)


@pytest.mark.parametrize("text", NONE)
def test_no_pilot(text: str) -> None:
    assert not facts_of(report_of(text), Pilot)


def test_counts() -> None:
    assert (len(ROWS), len(NONE)) == (29, 11)
