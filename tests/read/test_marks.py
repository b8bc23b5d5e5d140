"""One form for marks, as many characters as before."""

from __future__ import annotations

import pytest

from graph.read.marks import is_chinese, one_form


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("建站3个,入会2人;共5人:好!", "建站3个，入会2人；共5人：好！"),
        ("投入1,200.5万元", "投入1,200.5万元"),
        ("２０２３年１．５万人", "2023年1.5万人"),
        ("上午9:30开班", "上午9:30开班"),
        ("增长８５％", "增长85%"),
        ("(以下简称产改)", "（以下简称产改）"),
        ("ISO(2023)认证", "ISO(2023)认证"),
        ("「一站式」", "“一站式”"),
        ("『一站式』", "‘一站式’"),
        ('推出"一企一策""一人一档"', "推出“一企一策”“一人一档”"),
        ("“已成对”", "“已成对”"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("Ａ区｜Ｂ区", "A区|B区"),
        ("⼯会与⼈才", "工会与人才"),
        ("市⺠、⻓江、⻘年", "市民、长江、青年"),
        ("①②③", "①②③"),
        ("5—8月 10~20人", "5—8月 10～20人"),
        ("培训l.6万人、1O0期", "培训1.6万人、100期"),
        ("通过ISO9001认证，装1O组LED灯", "通过ISO9001认证，装10组LED灯"),
        ('“安康"杯和“五一"奖章', "“安康”杯和“五一”奖章"),
        ("新建驿站8处.今年已服务3.2万人.", "新建驿站8处。今年已服务3.2万人。"),
        ("赛事落幕(见图).2021年,全县再添工匠12人.", "赛事落幕（见图）。2021年，全县再添工匠12人。"),
        ("一.加强领导", "一.加强领导"),
        ("车间主任吐尔逊.买买提说", "车间主任吐尔逊.买买提说"),
        ("通过V2.0版.", "通过V2.0版。"),
        ("", ""),
    ],
)
def test_form(given, wanted):
    assert one_form(list(given)) == wanted
    assert len(wanted) == len(given)


@pytest.mark.parametrize(("char", "chinese"), [("工", True), ("㐂", True), ("，", False), ("a", False), ("々", False)])
def test_chinese(char, chinese):
    assert is_chinese(char) is chinese
