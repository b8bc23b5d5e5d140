"""Rolls of honour in made-up reports: rows under a heading that names one, and lines under a portrait's heading."""

from __future__ import annotations

import pytest

from graph.model import Conferral, Post
from tests.reading import facts_of, names_of, report_of

ROLL = (
    "关于公布2023年评选结果的公告\n青川县总工会\n\n一、第六届“青川工匠”（部分，排名不分先后）\n序号 姓名 单位及职务\n"
)

ROWS = [
    (
        ROLL + "1 岳海涛 云岭钢铁有限公司模具车间高级技师\n2 陈水莲（女） 金鼎机械有限公司熔制班班长\n",
        {("岳海涛", "青川工匠"), ("陈水莲", "青川工匠")},
        {("岳海涛", "云岭钢铁有限公司", "模具车间高级技师"), ("陈水莲", "金鼎机械有限公司", "熔制班班长")},
    ),
    (
        "青川县表彰名单\n\n青川县五一劳动奖章获得者\n云岭钢铁有限公司 车间主任 符永强\n金鼎机械有限公司 电工 周启航\n",
        {("符永强", "青川县五一劳动奖章"), ("周启航", "青川县五一劳动奖章")},
        {("符永强", "云岭钢铁有限公司", "车间主任"), ("周启航", "金鼎机械有限公司", "电工")},
    ),
    (
        ROLL + "1 岳海涛 云岭钢铁有限公司焊工\n2 陈水莲 金鼎机械有限公司电工\n\n"
        "二、“青川县工人先锋号”（部分）\n云岭钢铁有限公司冲压二班、金鼎机械有限公司抢修班\n",
        {
            ("岳海涛", "青川工匠"),
            ("陈水莲", "青川工匠"),
            ("云岭钢铁有限公司", "青川县工人先锋号"),
            ("金鼎机械有限公司", "青川县工人先锋号"),
        },
        {("岳海涛", "云岭钢铁有限公司", "焊工"), ("陈水莲", "金鼎机械有限公司", "电工")},
    ),
    (
        "青川县工匠谱\n\n岳海涛：一把焊枪缝巨轮\n\n云岭钢铁有限公司焊工班班长、高级技师\n2021年四川省劳动模范、2023年全国五一劳动奖章获得者\n"
        "\n36毫米厚的船板上，焊缝没有一个气孔。\n",
        {("岳海涛", "四川省劳动模范"), ("岳海涛", "全国五一劳动奖章")},
        {("岳海涛", "云岭钢铁有限公司", "焊工班班长"), ("岳海涛", "云岭钢铁有限公司", "高级技师")},
    ),
]
NONE = [
    # one row alone, a sentence that ends the roll, a workshop's name below a portrait
    "青川县简报\n\n1 岳海涛 云岭钢铁有限公司\n\n县里开会。\n",
    ROLL + "县里开会。\n\n岳海涛 云岭钢铁有限公司来了。\n",
    "青川县工匠谱\n\n岳海涛：一把焊枪缝巨轮\n\n云岭钢铁有限公司焊接一车间\n\n焊缝没有一个气孔。\n",
]


@pytest.mark.parametrize(("text", "honoured", "held"), ROWS)
def test_rolls(text: str, honoured: set[tuple[str, str]], held: set[tuple[str, str, str]]) -> None:
    report = report_of(text)
    names = names_of(report)
    assert {(names[c.recipient], names[c.honour]) for c in facts_of(report, Conferral)} == honoured
    assert {(names[p.person], names[p.organisation], p.title) for p in facts_of(report, Post)} == held


@pytest.mark.parametrize("text", NONE)
def test_no_roll(text: str) -> None:
    report = report_of(text)
    assert not [*facts_of(report, Conferral), *facts_of(report, Post)]


def test_the_year_of_an_honour_in_a_line_is_its_own() -> None:
    dates = {names_of(r)[c.honour]: c.date for r in [report_of(ROWS[3][0])] for c in facts_of(r, Conferral)}
    assert dates == {"四川省劳动模范": "2021", "全国五一劳动奖章": "2023"}


def test_counts() -> None:
    assert (len(ROWS), len(NONE)) == (4, 3)
