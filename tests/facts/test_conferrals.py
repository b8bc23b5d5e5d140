"""Conferrals in made-up reports: groups with their counts, persons, bodies; and honours that are only spoken of."""

from __future__ import annotations

import pytest

from graph.model import Conferral, Level
from tests.reading import facts_of, names_of, report_of

COUNTY = "青川县产业工人队伍建设改革纪实\n\n"
N, P, M, C, E = Level.NATIONAL, Level.PROVINCIAL, Level.MUNICIPAL, Level.COUNTY, Level.ENTERPRISE

ROWS = [
    ("全县选树省劳模12人、市劳模35人。", {("青川县", "四川省劳动模范", P, 12), ("青川县", "广元市劳动模范", M, 35)}),
    ("云岭钢铁有限公司有47人获得四川省“创新杯”竞赛奖。", {("云岭钢铁有限公司", "四川省“创新杯”竞赛奖", P, 47)}),
    ("3人成功获评“首席工匠”。", {("青川县", "首席工匠", None, 3)}),
    ("焊工贺兰亭荣获全国五一劳动奖章。", {("贺兰亭", "全国五一劳动奖章", N, None)}),
    (
        "职工周启航先后获得“先进工作者”“技术革新一等奖”。",
        {("周启航", "先进工作者", None, None), ("周启航", "技术革新一等奖", None, None)},
    ),
    ("云岭钢铁有限公司多次被县委评为“先进党支部”。", {("云岭钢铁有限公司", "先进党支部", C, None)}),
    ("全国劳模周启航走进课堂。", {("周启航", "全国劳动模范", N, None)}),
    ("焊工贺兰亭爱琢磨。他被省总工会授予“工人先锋号”。", {("贺兰亭", "工人先锋号", P, None)}),
    (
        "青川县总工会授予周启航等12人青川县五一劳动奖章。",
        {("周启航", "青川县五一劳动奖章", C, None), ("青川县", "青川县五一劳动奖章", C, 12)},
    ),
    ("某炉台群像\n\n贺兰亭：炉前的“老把式”\n\n2019年获评四川省劳动模范。", {("贺兰亭", "四川省劳动模范", P, None)}),
    ("焊工贺兰亭从业多年。贺兰亭2021年获全国技术能手。", {("贺兰亭", "全国技术能手", N, None)}),
    ("云岭钢铁有限公司工作室被命名为全国示范性创新工作室。", {("云岭钢铁有限公司", "全国示范性创新工作室", N, None)}),
    (
        "贺兰亭、江一帆等5人被评为“青川工匠”。",
        {("青川县", "青川工匠", C, 5), ("贺兰亭", "青川工匠", C, None), ("江一帆", "青川工匠", C, None)},
    ),
    ("首批18名“青川工匠”脱颖而出。", {("青川县", "青川工匠", C, 18)}),
    ("全县培育市级工匠46人。", {("青川县", "市级工匠", M, 46)}),
    (
        "云岭钢铁有限公司工作室被命名为“四川省劳模和工匠人才创新工作室”。",
        {("云岭钢铁有限公司", "四川省劳模和工匠人才创新工作室", P, None)},
    ),
    # told of: pronouns, links, workplaces, lists
    (
        "焊工贺兰亭爱琢磨。去年，省总工会随后授予他四川省五一劳动奖章。",
        {("贺兰亭", "四川省五一劳动奖章", P, None)},
    ),
    ("师傅贺兰亭早已是全国技术能手。", {("贺兰亭", "全国技术能手", N, None)}),
    ("云岭钢铁有限公司一车间获评广元市工人先锋号。", {("云岭钢铁有限公司", "广元市工人先锋号", M, None)}),
    ("焊工贺兰亭也是今年评出的首届10名“青川工匠”之一。", {("贺兰亭", "青川工匠", C, None)}),
    ("“青川工匠”云岭钢铁有限公司焊工贺兰亭发言。", {("贺兰亭", "青川工匠", C, None)}),
    ("县里评选“青川工匠”，已评出三届共36人。", {("青川县", "青川工匠", C, 36)}),
    ("6家企业领到青川县五一劳动奖状。", {("青川县", "青川县五一劳动奖状", C, 6)}),
    (
        "宣读了命名“青川工匠”的决定，贺兰亭、江一帆等10人榜上有名。",
        {("贺兰亭", "青川工匠", C, None), ("江一帆", "青川工匠", C, None), ("青川县", "青川工匠", C, 10)},
    ),
]

NONE = [
    "对获全国五一劳动奖章者一次性奖励3万元。",
    "推荐贺兰亭参评四川省五一巾帼标兵，结果尚未揭晓。",
    "把技术能手作为发展党员的重点。",
    "大力弘扬劳模精神、工匠精神。",
    "开展“青川工匠”“最美职工”评选。",
    "由劳模和班组长组成的宣讲队走进车间。",
    "慰问劳动模范，送去年货。",
    "创建劳模创新工作室5个。",
    "会议强调，今年要选树“青川工匠”30名。",
    "贺兰亭、江一帆等5人走进车间，学习“青川工匠”事迹。",
    "把阵地命名为“周启航劳模创新工作室”。",
]


@pytest.mark.parametrize(("text", "conferrals"), ROWS)
def test_conferrals(text: str, conferrals: set[tuple[str, str, Level | None, int | None]]) -> None:
    report = report_of(COUNTY + text)
    names = names_of(report)
    found = facts_of(report, Conferral)
    assert {(names[c.recipient], names[c.honour], c.level, c.count) for c in found} == conferrals


@pytest.mark.parametrize("text", NONE)
def test_no_conferral(text: str) -> None:
    assert not facts_of(report_of(COUNTY + text), Conferral)


def test_counts() -> None:
    assert (len(ROWS), len(NONE)) == (24, 11)
