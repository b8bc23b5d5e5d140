"""Whether a clause is done, planned, or says nothing of a deed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.facts.modality import Modality, clauses_of, read_clauses, read_modality
from graph.model import Document
from graph.read import document_from_text
from tests.support import document_of

D, P, G = Modality.DONE, Modality.PLANNED, Modality.GENERAL
ROWS = [
    # 将 of what is to come, and 将 before an object
    ("县里将推行厂务公开", [P]),
    ("将进一步把产改引向深入", [P]),
    ("公司即将举办技能大赛", [P]),
    ("将产改纳入县里的规划", [D]),
    ("将旧礼堂改造成工匠馆", [D]),
    ("将一线骨干吸纳入党", [D]),
    ("将打造品牌工程列入要点", [D]),
    ("将近三百人参加比赛", [D]),
    ("一批技能干将走上讲台", [D]),
    # 要, and words with 要 in them
    ("要加大培训力度", [P]),
    ("主要开展三项竞赛", [D]),
    ("按照上级要求建立台账", [D]),
    ("列入县委工作要点", [D]),
    ("重要岗位推行师带徒", [D]),
    # other marks of what is to come or put off
    ("拟建设工匠公园一处", [P]),
    ("模拟操作训练开展两轮", [D]),
    ("计划在明年新建驿站", [P]),
    ("培训计划在全县实施", [D]),
    ("力争到2029年建成三所", [P]),
    ("到2021年已建成三所", [D]),
    ("暂缓推行积分制", [P]),
    ("评价办法尚未出台", [P]),
    ("他尚未毕业就已签约", [D]),
    ("代表建议，加快建设实训基地", [P, P]),
    ("职工提出合理化建议八百条", [D]),
    ("希望各单位继续完善制度", [P]),
    ("捐建希望小学一所", [D]),
    # a plan goes on to the end of the sentence, or until the past comes back
    ("下一步，县里打造品牌，办好竞赛", [P, P, P]),
    ("今后将开展竞赛，目前已举办两届", [P, D]),
    ("对下一步工作作了部署，成立了专班", [D, D]),
    # what leaders ask, law, aims, definitions, conditions, needs, what is not done
    ("总书记指出，推动产教融合", [G, G]),
    ("《工作意见》强调，健全民主管理", [G, G]),
    ("出台《工作意见》，明确十条举措", [D, D]),
    ("用人单位应当参加社会保险", [G]),
    ("为进一步深化改革，成立专班", [G, D]),
    ("为提升职工技能水平举办培训班九期", [D]),
    ("为困难职工发放慰问金", [D]),
    ("开展竞赛，是培养人才的重要抓手", [G, G]),
    ("如果企业开展协商，职工就安心", [G, D]),
    ("针对职工看病难等问题，建立互助制度", [G, D]),
    ("需要大力培养技工", [G]),
    ("厂里从未开展过培训", [G]),
    ("技师学院还是一张图纸", [G]),
    ("厂里没有采纳拜师的办法", [G]),
    ("大家盼着厂里建一所夜校", [P]),
    ("厂里画出一张图纸", [D]),
    ("为转型发展提供了有力人才支撑", [G]),
    ("为骑手提供健康服务", [D]),
    ("“我要好好学技术，参加大赛”", [G]),
    ("集体协商还存在不敢谈的现象", [G]),
    ("镇里解决了存量难题", [D]),
    ("9月底前完成技能评价摸底", [P]),
    ("按照打算，镇里明年办学", [P, P]),
    ("县里印发“云岭计划”实施方案", [D]),
    ("同时我们清醒看到，技能评价不够平衡", [G, G]),
    ("会前，与会人员察看了书屋和驿站", [G, G]),
    ("县领导看望了职工", [D]),
    ("各成员单位要扛牢责任，市总工会要办好大赛。", [P, P]),
    ("全县从工会要素入手办班。", [D]),
    ("今年还将遴选工匠20名", [P]),
    ("公司还将书屋搬进车间", [D]),
    ("学校正申请建设工匠学院", [P]),
    ("县里正筹划建一所学堂", [P]),
    ("二要用好集体协商", [P]),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_the_modality_of_each_clause(text: str, wanted: list[Modality]) -> None:
    assert [c.modality for c in read_clauses(text)] == wanted


def test_the_table_is_whole() -> None:
    assert len(ROWS) == 64
    assert {m for _, wanted in ROWS for m in wanted} == {D, P, G}


CLAUSES = [
    ("建驿站，办竞赛；发补贴。", ["建驿站", "办竞赛", "发补贴"]),
    ("开展“重温誓词，再立新功”活动，效果好。", ["开展“重温誓词，再立新功”活动", "效果好"]),
    ("印发《关于甲，乙的意见》。", ["印发《关于甲，乙的意见》"]),
    ("党建引领 夯实根基", ["党建引领", "夯实根基"]),
    ("", []),
    ("，。", []),
]


@pytest.mark.parametrize(("text", "wanted"), CLAUSES)
def test_where_clauses_end(text: str, wanted: list[str]) -> None:
    assert [text[a:b] for a, b in clauses_of(text)] == wanted


def test_the_clauses_of_a_long_speech_are_clauses() -> None:
    text = "“厂里年年办技术比武，我从学徒一路比到了技师，收入翻了一倍，日子越过越红火，徒弟也带出了一大批。”"
    assert len(clauses_of(text)) == 5


PLANS = [
    ("力争到2029年建成三所。", "2029"),
    ("将于2028年6月举办大赛。", "2028-06"),
    ("明年将举办大赛。", None),
]


@pytest.mark.parametrize(("text", "by"), PLANS)
def test_when_a_plan_is_meant_for(text: str, by: str | None) -> None:
    assert [c.by for c in read_clauses(text)] == [by]


def test_a_herald_ends_with_its_paragraph() -> None:
    document = document_of("下一步，县里打造品牌。", "办好技能竞赛。")
    assert [c.modality for row in read_modality(document) for c in row] == [P, P, D]  # a line is a paragraph here


def test_in_a_statute_nothing_is_done() -> None:
    document = document_of("第一条 开展协商。", "第二条 建立制度。", "第三条 公布结果。")
    assert {c.modality for row in read_modality(document) for c in row} == {G}


def on_one_page(*texts: str) -> Document:
    """A document whose sentences follow each other in one paragraph."""
    document = document_of(*texts)
    return replace(document, text=document.text.replace("\n", " "))


def test_what_a_leader_asks_goes_on_to_the_end_of_the_quotation() -> None:
    document = on_one_page("总书记强调：“要尊重劳动。", "深化产教融合。", "办好技能竞赛。”", "县里举办了竞赛。")
    rows = [{c.modality for c in row} for row in read_modality(document)]
    assert rows == [{G}, {G}, {G}, {D}]


def test_the_points_of_a_document_are_not_done() -> None:
    document = on_one_page("《意见》从三个方面作出部署。", "一是健全民主管理。", "二是办好竞赛。", "县里已开展竞赛。")
    rows = [{c.modality for c in row} for row in read_modality(document)]
    assert rows == [{G}, {G}, {G}, {D}]


def test_a_herald_holds_in_its_paragraph() -> None:
    document = on_one_page("下一步，县里打造品牌。", "办好技能竞赛。", "目前已举办两届。")
    assert [c.modality for row in read_modality(document) for c in row] == [P, P, P, D]


@pytest.mark.parametrize(
    ("heading", "text", "wanted"),
    [
        ("三、存在问题", "技能与薪酬挂钩的企业有3家。", {G}),
        ("四、下步打算", "各镇开展技能比武。", {P}),
        ("二、2024年重点任务", "各镇开展技能比武。", {P}),
        ("二、重点任务落实情况", "各镇开展技能比武。", {D}),
        ("青川县2023年工作总结和2024年工作打算\n\n一、2023年主要工作", "各镇开展技能比武。", {D}),
        ("青川县2023年工作总结和2024年工作打算\n\n二、2024年主要工作", "各镇开展技能比武。", {P}),
        ("四、主要做法", "各镇开展技能比武。", {D}),
        ("四、主要做法", "问：校企合作办得怎样？", {G}),
    ],
)
def test_what_a_heading_or_a_question_says(heading: str, text: str, wanted: set[Modality]) -> None:
    rows = list(read_modality(document_from_text(f"青川县产改简报\n\n{heading}\n\n{text}\n", "a.txt")))
    assert {c.modality for c in rows[-1]} == wanted
