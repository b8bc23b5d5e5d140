"""Pages → sentences with their kinds, sections and articles: one row for each phenomenon of a page."""

from __future__ import annotations

import textwrap

import pytest

from graph.read import document_from_text

# What a page is read as: a letter for the kind (h b c y for heading, body, caption, byline), and the sentence.
LETTER = {"heading": "h", "body": "b", "caption": "c", "byline": "y"}

PAGES = {
    "a paragraph a line": (
        "剑阁县练兵忙\n剑阁县建站12个。全县办班30期。\n各企业比武15场。\n",
        "h 剑阁县练兵忙|b 剑阁县建站12个。|b 全县办班30期。|b 各企业比武15场。",
    ),
    "windows line ends": (
        "剑阁县练兵忙\r\n\r\n剑阁县建站12个。\r\n",
        "h 剑阁县练兵忙|b 剑阁县建站12个。",
    ),
    "full-width indents": (
        "剑阁县练兵忙\n　　剑阁县建站12个。\n　　全县办班30期。\n",
        "h 剑阁县练兵忙|b 剑阁县建站12个。|b 全县办班30期。",
    ),
    "hard-wrapped columns": (
        """
        剑阁县练兵忙
        剑阁县总工会着眼产业工人成长，
        把练兵、比武、晋级与待遇连在一
        起，先后投入资金350万元，建起
        练兵站12个。
        搭台练兵
        各企业把车间当课堂，老师傅带着
        年轻人边干边学，三年里有480人
        升了等级。
        """,
        "h 剑阁县练兵忙"
        "|b 剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，先后投入资金350万元，建起练兵站12个。"
        "|h 搭台练兵|b 各企业把车间当课堂，老师傅带着年轻人边干边学，三年里有480人升了等级。",
    ),
    "a heading behind a full last line": (
        """
        剑阁县总工会着眼产业工人成长，
        把练兵、比武、晋级与待遇连在一
        起，先后投入350万元建站12个。
        搭台练兵
        各企业把车间当课堂，老师傅带着
        年轻人边干边学，三年里有480人
        升了等级。
        """,
        "b 剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，先后投入350万元建站12个。"
        "|h 搭台练兵|b 各企业把车间当课堂，老师傅带着年轻人边干边学，三年里有480人升了等级。",
    ),
    "a numbered heading among wrapped lines": (
        """
        剑阁县总工会着眼产业工人成长，
        把练兵、比武、晋级与待遇连在一
        起，建站12个，花钱350万元。
        一、搭台练兵强本领
        各企业把车间当课堂，老师傅带着
        年轻人边干边学，三年里有480人
        升了等级。
        """,
        "b 剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，建站12个，花钱350万元。"
        "|h 一、搭台练兵强本领|b 各企业把车间当课堂，老师傅带着年轻人边干边学，三年里有480人升了等级。",
    ),
    "double-spaced lines": (
        """
        剑阁县总工会着眼产业工人成长，

        把练兵、比武、晋级与待遇连在一

        起，先后投入资金350万元，建起

        练兵站12个，带动各企业建起自己

        的练兵台28个，三年里有480人升

        了等级。
        """,
        "b 剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，先后投入资金350万元，建起练兵站12个，"
        "带动各企业建起自己的练兵台28个，三年里有480人升了等级。",
    ),
    "paragraphs with a blank line between": (
        "剑阁县建站12个。\n\n全县办班30期。\n\n比武15场。\n\n升级480人。\n\n发证300本。\n\n送奖金20万元。\n",
        "b 剑阁县建站12个。|b 全县办班30期。|b 比武15场。|b 升级480人。|b 发证300本。|b 送奖金20万元。",
    ),
    "a column break in mid-sentence": (
        "剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，三年里投入350万元，还成功\n\n\n"
        "办起练兵站12个。\n",
        "b 剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，三年里投入350万元，还成功办起练兵站12个。",
    ),
    "a caption in the break": (
        "剑阁县练兵忙\n搭台练兵\n\n剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，三年里投入350万元，还成功\n\n\n"
        "剑阁县总工会召开推进会。\n\n办起练兵站12个。\n",
        "h 剑阁县练兵忙|h 搭台练兵"
        "|b 剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，三年里投入350万元，还成功办起练兵站12个。"
        "|c 剑阁县总工会召开推进会。",
    ),
    "a byline in the break": (
        "剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，三年里投入350万元，还成功\n\n"
        "白山 摄\n\n办起练兵站12个。\n",
        "b 剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，三年里投入350万元，还成功办起练兵站12个。"
        "|y 白山 摄",
    ),
    "a byline that opens the next report": (
        "剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，三年里投入350万元，还成功\n\n"
        "文/图 白山\n\n近年来，旺苍县办班30期。\n",
        "b 剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，三年里投入350万元，还成功"
        "|y 文/图 白山|b 近年来，旺苍县办班30期。",
    ),
    "an indent says that a paragraph begins": (
        "　　剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，三年里投入350万元，还成功\n"
        "办起练兵站12个。\n"
        "　　各企业比武的场次年年增加，参加的职工从最初的几十人增加到眼下的上千人，名次与每月的工资相连\n"
        "　　旺苍县办班30期。\n",
        "b 剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，三年里投入350万元，还成功办起练兵站12个。"
        "|b 各企业比武的场次年年增加，参加的职工从最初的几十人增加到眼下的上千人，名次与每月的工资相连"
        "|b 旺苍县办班30期。",
    ),
    "a cut line that looks like a heading": (
        "搭台练兵\n剑阁茶厂把师傅带徒弟贯穿\n始终，三年里有480人升了等级。\n",
        "h 搭台练兵|b 剑阁茶厂把师傅带徒弟贯穿始终，三年里有480人升了等级。",
    ),
    "a cut line that opens with a time": (
        "全县办班30期。\n2021年以来，剑阁县总工会先后\n投入350万元。\n",
        "b 全县办班30期。|b 2021年以来，剑阁县总工会先后投入350万元。",
    ),
    "two headings are two": (
        "剑阁县练兵忙\n练出真本领\n剑阁县建站12个。\n",
        "h 剑阁县练兵忙|h 练出真本领|b 剑阁县建站12个。",
    ),
    "numbered captions": (
        "剑阁县建站12个。\n①剑阁县茶厂车间\n②女工在采茶\n",
        "b 剑阁县建站12个。|c ①剑阁县茶厂车间|c ②女工在采茶",
    ),
    "page furniture": (
        "第B02版：专版\n剑阁县练兵忙\n剑阁县建站12个。\n2023-05-18 剑阁晚报 content_9.html 1 -->\n",
        "y 第B02版：专版|h 剑阁县练兵忙|b 剑阁县建站12个。|y 2023-05-18 剑阁晚报 content_9.html 1 -->",
    ),
    "marks behind a full stop belong to the sentence": (
        "老师傅说：“练兵要早。”徒弟答：“我记住了！”（白山）全县建站12个。\n",
        "b 老师傅说：“练兵要早。”|b 徒弟答：“我记住了！”|b （白山）全县建站12个。",
    ),
    "a point is no full stop": (
        "剑阁县投入1.5万元，办班1,200期。\n",
        "b 剑阁县投入1.5万元，办班1,200期。",
    ),
    "blanks inside a sentence are layout": (
        "剑阁县 建站12 个，引进 CNC lathe 3台。\n",
        "b 剑阁县建站12个，引进CNC lathe 3台。",
    ),
    "markdown": (
        "# 剑阁县练兵忙\n\n## 一、搭台\n\n剑阁县建站12个。\n",
        "h 剑阁县练兵忙|h 一、搭台|b 剑阁县建站12个。",
    ),
    "rows of a table": (
        "单位\t人数\n剑阁茶厂\t120人\n剑阁砖厂\t80人\n剑阁县建站12个。\n",
        "b 单位 人数|b 剑阁茶厂 120人|b 剑阁砖厂 80人|b 剑阁县建站12个。",
    ),
    "nothing but marks": ("……\n", "b ……"),
}


@pytest.mark.parametrize("name", PAGES)
def test_page(name):
    page, wanted = PAGES[name]
    page = textwrap.dedent(page).removeprefix("\n") if page.startswith("\n") else page
    document = document_from_text(page, "a.txt")
    assert "|".join(f"{LETTER[s.kind]} {s.text}" for s in document.sentences) == wanted


def test_a_sentence_across_a_break_has_a_span_for_each_part():
    page, _ = PAGES["a caption in the break"]
    document = document_from_text(page, "a.txt")
    first = document.sentences[2]
    parts = [page[span.start : span.end] for span in first.spans()]
    assert [part[-3:] for part in parts] == ["还成功", "2个。"]
    assert [page[s.start : s.end] for s in first.spans(first.text.index("功"), first.text.index("功") + 2)] == [
        "功",
        "办",
    ]
    assert first.spans(3, 3) == ()


ARTICLES = {
    "one report": ("剑阁县练兵忙\n剑阁县建站12个。\n搭台\n全县办班30期。\n", ["剑阁县练兵忙", "搭台"], 1),
    "a subtitle and a byline": (
        "剑阁县练兵忙\n——剑阁县产改纪实\n文/白山\n近年来，剑阁县建站12个。\n"
        "旺苍县比武忙\n——旺苍县产改纪实\n文/田野\n近年来，旺苍县办班30期。\n搭台\n旺苍县投入9万元。\n",
        ["剑阁县练兵忙", "——剑阁县产改纪实", "旺苍县比武忙", "——旺苍县产改纪实", "搭台"],
        2,
    ),
    "numbered places": (
        "三地练兵\n三地各有高招。\n1 | 剑阁县 搭台\n剑阁县建站12个。\n2｜旺苍县 比武\n旺苍县办班30期。\n",
        ["三地练兵", "1 | 剑阁县 搭台", "2|旺苍县 比武"],
        3,
    ),
    "a byline alone between paragraphs": (
        "剑阁县练兵忙\n剑阁县建站12个。\n文/田野\n旺苍县办班30期。\n",
        ["剑阁县练兵忙", ""],
        2,
    ),
    "a heading before 本报讯": (
        "剑阁县练兵忙\n剑阁县建站12个。\n旺苍县比武忙\n本报讯 旺苍县办班30期。\n",
        ["剑阁县练兵忙", "旺苍县比武忙"],
        2,
    ),
    "chapters of one report": (
        "剑阁县练兵忙\n一、搭台\n剑阁县建站12个。\n（二）比武\n全县比武15场。\n",
        ["剑阁县练兵忙", "一、搭台", "（二）比武"],
        1,
    ),
    "a box parts a sentence of an article, which goes on behind it": (
        "剑阁县练兵忙\n\n剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，先后投入资金，"
        "建起练兵站，从各镇和园区吸收\n\n木器厂的新账本\n□ 本报记者 白 山\n\n"
        "木器厂办了夜校。\n木器厂发了津贴。\n\n企业14家。\n\n全县办班30期。\n",
        ["剑阁县练兵忙", "木器厂的新账本"],
        2,
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_sections_and_articles(name):
    page, headings, articles = ARTICLES[name]
    document = document_from_text(page, "a.txt")
    assert [section.heading for section in document.sections] == headings
    assert len({section.article for section in document.sections}) == articles
    members = [i for section in document.sections for i in section.sentences]
    assert members == [s.index for s in document.sentences]
    assert all(
        document.sentences[i].section == section.index for section in document.sections for i in section.sentences
    )


def test_a_column_goes_on_behind_a_box_with_a_short_first_line():
    page = (
        "云岭日报 2023年5月9日 星期二\n\n让工人站上舞台\n\n"
        "　　云岭是食品工业大县，全县规上食品企业\n"
        "１12家，产业工人4.6万人，每年还要新招两千多名年轻人进厂学艺。2021年6月，云岭县被确\n\n"
        "竹园县：招聘会开到家门口\n\n"
        "　　本报讯　3月18日，竹园县总工会在产业园区里举办专场招聘会，58家企业带来岗位两千多个，\n"
        "现场达成意向760人，会上还设了法律服务台，给求职的人发放维权手册。（赵 明）\n\n"
        "定为省级产改试点县后，县委专门成立推进产业工人队伍\n"
        "建设改革的领导小组，县委书记任组长，领导小组的办公室就设在县总工会里头，几年来先后出\n"
        "台文件六个。县里的几家大厂也都跟着动了起来，把车间里的骨干一个个送到学校里去，学成了\n"
        "再回来带徒弟，带出一个奖一个，奖金由厂里出，工会再添一份，工人的劲头一天比一天更足。\n"
    )
    document = document_from_text(page, "a.txt")
    assert any("云岭县被确定为省级产改试点县后，县委专门成立" in s.text for s in document.sentences)
    assert any("全县规上食品企业112家" in s.text or s.text.startswith("112家") for s in document.sentences)


def test_rows_of_a_roll_stand_each_alone():
    page = "名单\n1 岳海涛 云岭钢铁有限公司焊工\n2 陈水莲 云岭钢铁有限公司电工\n3 符永强 云岭钢铁有限公司钳工\n"
    texts = [s.text for s in document_from_text(page, "a.txt").sentences]
    assert texts[1:] == [
        "1 岳海涛 云岭钢铁有限公司焊工",
        "2 陈水莲 云岭钢铁有限公司电工",
        "3 符永强 云岭钢铁有限公司钳工",
    ]


def test_the_suite_is_whole():
    assert (len(PAGES), len(ARTICLES)) == (24, 7)


def test_an_article_goes_on_behind_a_box():
    page, _, _ = ARTICLES["a box parts a sentence of an article, which goes on behind it"]
    document = document_from_text(page, "a.txt")
    first = [document.sentences[i].text for i in document.sections[0].sentences]
    assert first[1:] == [
        "剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，先后投入资金，建起练兵站，从各镇和园区吸收企业14家。",
        "全县办班30期。",
    ]
