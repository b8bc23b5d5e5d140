"""One thing under all its names in a made-up report, and different things that only look alike."""

from __future__ import annotations

import pytest

from graph.model import AdminLevel, EntityType
from tests.reading import entity, names_of, report_of

COUNTY = "青川县产业工人队伍建设改革纪实\n\n近年来，青川县抓实改革。"


@pytest.mark.parametrize(
    ("text", "name", "other_form"),
    [
        (COUNTY + "县总组织了比赛。", "青川县总工会", "县总"),
        (COUNTY + "县人社局开了课。", "青川县人社局", "县人社局"),
        (COUNTY + "县人社局开了课，青川县人力资源和社会保障局发了补贴。", "青川县人力资源和社会保障局", "青川县人社局"),
        (COUNTY + "县委组织部选派干部，青川县组织部开展调研。", "青川县委组织部", "青川县组织部"),
        (
            COUNTY + "青川县推进产业工人队伍建设改革工作领导小组办公室开了会，县产改办发了通报。",
            "青川县推进产业工人队伍建设改革工作领导小组办公室",
            "县产改办",
        ),
        (COUNTY + "投资改造县工人文化馆，县图书馆同时开放。", "青川县图书馆", "县图书馆"),
        (COUNTY + "云岭钢铁有限公司投产，云岭钢铁扩建车间。", "云岭钢铁有限公司", "云岭钢铁"),
        (COUNTY + "青川白龙机械有限公司办起学校，白龙机械工会建家。", "青川白龙机械有限公司", "白龙机械"),
        (COUNTY + "省总工会到青川县调研。", "四川省总工会", "省总工会"),
        (COUNTY + "广元市委宣传部主办，市委宣传部授牌。", "广元市委宣传部", "市委宣传部"),
        (COUNTY + "县产改协调小组印发要点。", "青川县产改协调小组", "青川县推进产业工人队伍建设改革协调小组"),
        ("临夏回族自治州改革见闻\n\n临夏回族自治州建站12个。", "临夏回族自治州", "临夏州"),
    ],
)
def test_one_thing_under_its_names(text: str, name: str, other_form: str) -> None:
    assert other_form in entity(report_of(text), name).aliases


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (COUNTY + "青川县总工会接待了剑阁县总工会一行。", {"青川县总工会", "剑阁县总工会"}),
        (COUNTY + "印发《第一批试点实施方案》和《第二批试点实施方案》。", {"第一批试点实施方案", "第二批试点实施方案"}),
        (COUNTY + "青川天照药业有限公司与青川天照茶业有限公司签约。", {"青川天照药业有限公司", "青川天照茶业有限公司"}),
        (COUNTY + "选树省劳模3人、市劳模8人。", {"四川省劳动模范", "广元市劳动模范"}),
    ],
)
def test_different_things_stay_apart(text: str, names: set[str]) -> None:
    assert names <= set(names_of(report_of(text)).values())


def test_places_have_codes_and_those_above_them() -> None:
    report = report_of(COUNTY + "竹园镇办起夜校。")
    names = names_of(report)
    county = entity(report, "青川县")
    assert (county.admin_level, county.admin_code) == (AdminLevel.COUNTY, "510822")
    assert names[county.within or ""] == "广元市"
    assert names[entity(report, "广元市").within or ""] == "四川省"
    assert not entity(report, "四川省").mentions  # only the table says so


@pytest.mark.parametrize(
    ("text", "zone", "above"),
    [
        ("株洲高新技术产业开发区加快改革。\n\n株洲高新区建成学院。", "株洲高新技术产业开发区", "株洲市"),
        (COUNTY + "在云湖湾工业园区成立联合支部。", "云湖湾工业园区", "青川县"),
        (COUNTY + "县经济开发区的企业都建了会。", "青川县经济开发区", "青川县"),
    ],
)
def test_zones(text: str, zone: str, above: str) -> None:
    report = report_of(text)
    found = entity(report, zone)
    assert found.admin_level is AdminLevel.ZONE
    assert names_of(report)[found.within or ""] == above


@pytest.mark.parametrize(
    ("text", "name", "owner"),
    [
        ("江油云峰化工有限公司开展改革。\n\n公司工会建起书屋。", "江油云峰化工有限公司工会", "江油云峰化工有限公司"),
        (COUNTY + "县人社局成立了产改领导小组。", "青川县人社局产改领导小组", "青川县人社局"),
        (COUNTY + "在云湖湾工业园区，云湖湾工业园区工会联合会挂牌。", "云湖湾工业园区工会联合会", "云湖湾工业园区"),
        (COUNTY + "成立由书记挂帅的产改领导小组。", "青川县产改领导小组", "青川县"),
    ],
)
def test_bodies_that_name_no_owner(text: str, name: str, owner: str) -> None:
    report = report_of(text)
    assert names_of(report)[entity(report, name).organ_of or ""] == owner


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        (COUNTY + "四川天星茶业有限公司是龙头。", "四川天星茶业有限公司", "青川县"),
        (COUNTY + "走进广元市利州区的金鼎机械有限公司。", "金鼎机械有限公司", "利州区"),
        ("四川省各地推进改革。\n\n成都光华电子有限公司设立首席技师。", "成都光华电子有限公司", "成都市"),
        (COUNTY + "利州区境内的金鼎机械有限公司有四座厂房。", "金鼎机械有限公司", "利州区"),
        (COUNTY + "金鼎机械有限公司是民企，厂在利州区。", "金鼎机械有限公司", "利州区"),
        (COUNTY + "金鼎机械有限公司添了设备。厂子在利州区，路不好走。", "金鼎机械有限公司", "利州区"),
        (COUNTY + "四川天星茶业有限公司（利州区）开了课。", "四川天星茶业有限公司", "利州区"),
        (COUNTY + "金鼎机械有限公司投产。走进位于利州区的金鼎机械有限公司，机器轰鸣。", "金鼎机械有限公司", "利州区"),
        (COUNTY + "金鼎机械有限公司把新品发往利州区。", "金鼎机械有限公司", "青川县"),
        (COUNTY + "与四川云岭职业技术学院签约。", "四川云岭职业技术学院", "四川省"),
        (COUNTY + "在云湖湾工业园区金鼎机械有限公司投产。", "金鼎机械有限公司", "云湖湾工业园区"),
        ("青川县鹤溪经济开发区产改汇报\n\n遴选金鼎机械有限公司先行。", "金鼎机械有限公司", "青川县鹤溪经济开发区"),
        (COUNTY + "县里来了。鹤溪经济开发区遴选金鼎机械有限公司先行。", "金鼎机械有限公司", "青川县"),
        ("青川县鹤溪经济开发区产改汇报\n\n四川天星茶业有限公司先行。", "四川天星茶业有限公司", "青川县鹤溪经济开发区"),
        ("广元市推进改革\n\n广元市与四川云岭职业技术学院签约。", "四川云岭职业技术学院", "四川省"),
        ("广元市推进改革\n\n广元市与四川天星茶业有限公司签约。", "四川天星茶业有限公司", "广元市"),
    ],
)
def test_where_firms_are(text: str, name: str, place: str) -> None:
    report = report_of(text)
    assert names_of(report)[entity(report, name).located_in or ""] == place


def test_a_university_elsewhere_is_no_word_of_its_city() -> None:
    report = report_of(COUNTY + "与北京理工大学共建课堂。")
    assert entity(report, "北京理工大学").type is EntityType.INSTITUTION
    assert not [e for e in report.entities if e.name == "北京市" and e.mentions]


def test_words_that_lean_on_nothing_known_name_nothing() -> None:
    report = report_of("职工在车间里上课。\n\n县总组织了比赛。")
    assert not [e for e in report.entities if e.type is EntityType.UNION]


def test_a_name_of_several_counties_goes_where_its_company_is() -> None:
    report = report_of("石家庄市改革观察\n\n石家庄市推进改革，长安区建成驿站。")
    assert entity(report, "长安区").admin_code == "130102"


def test_short_counties_in_a_list_are_places() -> None:
    report = report_of("贵州省铜仁市改革观察\n\n干部走进沿河、德江、思南三个县（自治县）。德江办班12期。")
    assert {"德江县", "思南县"} <= {e.name for e in report.entities if e.mentions}


def test_a_list_of_other_things_names_no_county() -> None:
    report = report_of("贵州省铜仁市改革观察\n\n围绕培训、竞赛、协商三个环节发力。")
    assert not [e for e in report.entities if e.admin_level is AdminLevel.COUNTY]


@pytest.mark.parametrize(
    ("text", "union"),
    [
        (
            "把车间搬进校园\n\n——四川云岭技师学院侧记\n\n我校坐落在青川县鹤溪新区。区里来过，县总工会来我校挂牌。",
            "青川县总工会",
        ),
        (
            "一把小锁\n\n竹园镇是青川县的锁具产区。竹园镇有厂。竹园镇有店。镇里设站。镇上办班。镇总工会也办班。",
            "竹园镇总工会",
        ),
        ("一把小锁\n\n竹园镇是青川县的锁具产区。县里设站。青川县总工会办班。", "青川县总工会"),
    ],
)
def test_whose_union_a_report_means(text: str, union: str) -> None:
    assert union in {e.name for e in report_of(text).entities}


def test_a_college_without_a_place_may_be_anywhere() -> None:
    assert entity(report_of(COUNTY + "与云岭职业技术学院签约。"), "云岭职业技术学院").located_in is None


def test_a_plant_lies_where_its_group_has_it() -> None:
    text = (
        "云岭铜业集团见闻\n\n四川云岭铜业集团有限公司推行改革。集团投资建房。集团设了津贴。公司办了班。冶炼厂结对21对。"
    )
    assert entity(report_of(text), "冶炼厂").located_in is None
    elsewhere = report_of(COUNTY + "四川云岭铜业集团有限公司推行改革。冶炼厂结对21对。")
    assert "冶炼厂" not in names_of(elsewhere).values()


def test_a_bureau_is_of_the_county_beside_it() -> None:
    report = report_of("广元市利州区改革见闻\n\n利州区建站。\n\n剑阁县建成书屋6家，县图书馆送书下厂。")
    assert "剑阁县图书馆" in names_of(report).values()


def test_the_short_name_of_several_firms_is_the_group_s() -> None:
    report = report_of("砺川重型传动集团有限公司与砺川铸锻有限公司办班。\n\n砺川的班办得好。")
    assert "砺川" in entity(report, "砺川重型传动集团有限公司").aliases


def test_a_studio_bears_a_person_s_name() -> None:
    report = report_of(COUNTY + "焊工周启航的夜校办得好。周启航劳模创新工作室完成改造9项。")
    assert entity(report, "周启航劳模创新工作室").type is EntityType.INSTITUTION
    assert entity(report, "周启航").type is EntityType.PERSON
    plain = report_of(COUNTY + "焊工周启航的夜校办得好。周启航领衔的工作室完成改造9项。")
    assert not any(name.endswith("工作室") for name in names_of(plain).values())


def test_a_towns_city_is_the_county_level_one() -> None:
    report = report_of("江油市武都镇产改纪实\n\n市人社局核发证书。")
    assert names_of(report)[entity(report, "江油市人社局").organ_of or ""] == "江油市"
    county = report_of("青川县竹园镇产改纪实\n\n市人社局核发证书。")
    assert names_of(county)[entity(county, "广元市人社局").organ_of or ""] == "广元市"
