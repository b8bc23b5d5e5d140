"""Posts in made-up reports."""

from __future__ import annotations

import pytest

from graph.model import Post
from tests.reading import facts_of, names_of, report_of

COUNTY = "青川县产业工人队伍建设改革纪实\n\n"

ROWS = [
    ("县总工会主席周启航介绍了做法。", {("周启航", "青川县总工会", "主席")}),
    ("广元市总工会党组书记、副主席谭晓阳到会讲话。", {("谭晓阳", "广元市总工会", "党组书记、副主席")}),
    (
        "县人大常委会副主任、总工会主席贺兰亭带队。",
        {("贺兰亭", "青川县总工会", "主席"), ("贺兰亭", "青川县人大常委会", "副主任")},
    ),
    ("云岭钢铁有限公司高级技师、首席技师江一帆查看设备。", {("江一帆", "云岭钢铁有限公司", "高级技师、首席技师")}),
    ("来自云岭钢铁有限公司的职工贺兰亭说。", {("贺兰亭", "云岭钢铁有限公司", "职工")}),
    ("特邀请金鼎教育集团欧阳致远老师授课。", {("欧阳致远", "金鼎教育集团", "老师")}),
    ("周启航，云岭钢铁有限公司炼钢车间班长。", {("周启航", "云岭钢铁有限公司", "炼钢车间班长")}),
    ("炉前的“老把式”——周启航，云岭钢铁有限公司炼钢工。", {("周启航", "云岭钢铁有限公司", "炼钢工")}),
    ("今年36岁的周启航是云岭钢铁有限公司高级技师。", {("周启航", "云岭钢铁有限公司", "高级技师")}),
    ("周启航，中共党员，云岭钢铁有限公司炼钢工。", {("周启航", "云岭钢铁有限公司", "炼钢工")}),
    ("云岭钢铁有限公司首席技师的周启航登台。", {("周启航", "云岭钢铁有限公司", "首席技师")}),
    ("云岭钢铁有限公司工会主席周启航介绍经验。", {("周启航", "云岭钢铁有限公司工会", "主席")}),
    ("江一帆（云岭钢铁有限公司总工程师）介绍经验。", {("江一帆", "云岭钢铁有限公司", "总工程师")}),
    ("周启航是云岭钢铁有限公司的一名焊工。", {("周启航", "云岭钢铁有限公司", "焊工")}),
]


@pytest.mark.parametrize(("text", "posts"), ROWS)
def test_posts(text: str, posts: set[tuple[str, str, str]]) -> None:
    report = report_of(COUNTY + text)
    names = names_of(report)
    assert {(names[p.person], names[p.organisation], p.title) for p in facts_of(report, Post)} == posts


@pytest.mark.parametrize(
    "text",
    [
        "工会主席联席会议召开。",
        "书记高度重视，主任任务到人。",
        "齐鲁大工匠牛耕耘现场指导。",
        "班组长素质提升了。",
        "公司总经理贺兰亭到场。",
        "该公司人力资源部部长贺兰亭到场。",
    ],
)
def test_no_post(text: str) -> None:
    assert not facts_of(report_of(COUNTY + text), Post)


def test_count() -> None:
    assert len(ROWS) == 14
