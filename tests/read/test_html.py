"""The report on a page, without its frame."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UnreadableError
from graph.read.html import page_source, text_of_html

STORY = (
    "<p>　　近年来，剑阁县总工会着眼产业工人成长，办起练兵站12个，参加职工1.2万人次。</p>"
    "<p>　　各企业把车间当课堂，老师傅带着年轻人边干边学，三年里有480人升了等级。</p>"
)
PATH = Path("页.html")


def page(body: str, title: str = "剑阁县练兵忙", charset: str = "utf-8") -> str:
    return (
        f'<html><head><meta charset="{charset}"><title>{title}</title><style>p {{ }}</style></head><body>'
        f'<div class="nav"><a href="/">首页</a> <a href="/a">要闻</a></div><div class="content">{body}</div>'
        "<script>var a = '脚本';</script><div class='footer'>版权所有 未经许可不得转载</div></body></html>"
    )


def lines(body: str, **kwargs: str) -> list[str]:
    return [line for line in text_of_html(page(body, **kwargs).encode(), PATH).split("\n") if line]


def test_the_report_without_its_frame():
    found = lines(f"<h1>剑阁县练兵忙</h1><h2>——剑阁县产改纪实</h2>{STORY}<h3>一、搭台</h3><p>建台28个。</p>")
    assert found == [
        "剑阁县练兵忙",
        "——剑阁县产改纪实",
        "近年来，剑阁县总工会着眼产业工人成长，办起练兵站12个，参加职工1.2万人次。",
        "各企业把车间当课堂，老师傅带着年轻人边干边学，三年里有480人升了等级。",
        "一、搭台",
        "建台28个。",
    ]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("剑阁县练兵忙", "剑阁县练兵忙"),
        ("剑阁县练兵忙_广元新闻网", "剑阁县练兵忙"),
        ("剑阁县练兵忙-剑阁日报数字报", "剑阁县练兵忙"),
        ("", "近年来，剑阁县总工会着眼产业工人成长，办起练兵站12个，参加职工1.2万人次。"),
    ],
)
def test_the_title_comes_first_where_the_report_lacks_it(title, first):
    assert lines(STORY, title=title)[0] == first


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>建站12个。<br>办班30期。</p>", ["建站12个。", "办班30期。"]),
        ("<p>建<b>站</b><span>12</span>个。</p>", ["建站12个。"]),
        ("<p>建站\n   12个。</p>", ["建站 12个。"]),
        ("<ul><li>建站12个；</li><li>办班30期。</li></ul>", ["建站12个；", "办班30期。"]),
        (
            "<table><tr><th>单位</th><th>人数</th></tr><tr><td>茶厂</td><td>120人</td></tr></table>",
            ["单位\t人数", "茶厂\t120人"],
        ),
        ("<p>A&amp;B公司&nbsp;投产</p>", ["A&B公司 投产"]),
    ],
    ids=["line break", "inline", "line end in markup", "list", "table", "entities"],
)
def test_elements(body, wanted):
    assert lines(STORY + body)[-len(wanted) :] == wanted


def test_a_picture_leaves_a_gap():
    text = text_of_html(page(f"{STORY}<p><img src='a.jpg'></p><p>剑阁县召开推进会</p>{STORY}").encode(), PATH)
    assert "\n\n\n\n剑阁县召开推进会\n\n近年来" in text


def test_a_page_of_a_newspaper_system_with_elements_of_its_own():
    body = (
        "<table><tr><td><founder-title>剑阁县练兵忙</founder-title><!--enpcontent--><founder-content>"
        "　　剑阁县总工会着眼产业工人成长，办起练兵站12个，参加职工1.2万人次。<br><br>"
        "　　各企业把车间当课堂，老师傅带着年轻人边干边学。<BR>　　三年里有480人升了等级。"
        "</founder-content><!--/enpcontent--></td></tr></table>"
    )
    found = lines(body)
    assert "剑阁县练兵忙" in found
    assert found[-1] == "三年里有480人升了等级。" or "三年里有480人升了等级。" in found
    assert not any("<" in line or "enp" in line for line in found)


def test_a_page_in_which_no_report_is_found_is_read_whole():
    assert lines("<div>剑阁县建站12个。</div>", title="")[-2:] != []
    assert "剑阁县建站12个。" in text_of_html("<div>剑阁县建站12个。</div>".encode(), PATH)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("gb18030", "gb2312"), ("gbk", "GBK"), ("utf-8", "gb2312"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16")],
)
def test_encodings(encoding, named):
    source = page(STORY, charset=named)
    assert page_source(source.encode(encoding), PATH) == source


def test_big5_is_believed_where_it_is_named():
    source = '<meta http-equiv="Content-Type" content="text/html; charset=big5"><p>劍閣縣總工會</p>'
    assert page_source(source.encode("big5"), PATH) == source


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"<html><body></body></html>", "empty"),
        (b"<!-- nothing -->", "empty"),
        (b"<script>var a = 1</script>", "empty"),
        (b"\x00\x01\x02", "binary"),
        (b"<p>\xff\xff\xff</p>", "undecodable"),
    ],
)
def test_what_cannot_be_read(raw, reason):
    with pytest.raises(UnreadableError) as caught:
        text_of_html(raw, PATH)
    assert caught.value.reason == reason
