"""Broken ends and where they go on, on pages whose columns were spliced."""

from __future__ import annotations

import pytest

from graph.read import document_from_text
from graph.read.dictionary import word_frequency
from graph.read.splices import fits


@pytest.mark.parametrize(
    ("end", "start", "fit"),
    [
        ("三年里培训一线职", "工八千人次。", True),
        ("提出建议九百条，采", "纳四百条。", True),
        ("建起劳模创新工作", "室16个。", True),
        ("老师傅的月薪过万", "元。", True),
        ("老师傅的月薪过万", "县里还补一块。", False),
        ("老师傅带着新人", "室16个。", False),
        ("全年投入资金", "纳四百条。", False),
    ],
)
def test_fits(end: str, start: str, fit: bool) -> None:
    assert fits(end, start, word_frequency) is fit


def test_two_columns_line_up_again() -> None:
    page = (
        "剑阁县练兵忙\n\n一、练兵\n\n剑阁县总工会开办讲堂。各镇轮着做东，请来讲师12名，三年里培训一线职\n\n"
        "二、献策\n\n云岭公司建起建议箱。班组天天有人投，一年收到职工建议九百条，采\n\n图①　班组在练兵\n\n"
        "工八千人次。各镇跟着办起夜校。\n\n三、提薪\n\n剑阁县人社局上门算账。\n\n纳四百条，兑现奖金30万元。\n"
    )
    texts = [s.text for s in document_from_text(page, "a.txt").sentences]
    assert "各镇轮着做东，请来讲师12名，三年里培训一线职工八千人次。" in texts
    assert "班组天天有人投，一年收到职工建议九百条，采纳四百条，兑现奖金30万元。" in texts
    assert texts.index("各镇跟着办起夜校。") < texts.index("二、献策")


def test_a_page_in_order_stays_as_it_is() -> None:
    page = (
        "剑阁县练兵忙\n\n剑阁县总工会下乡。各镇办班12期，培训职\n\n图①　班组在练兵\n\n工三千人次。\n\n各镇办起夜校。\n"
    )
    texts = [s.text for s in document_from_text(page, "a.txt").sentences]
    assert texts[2] == "各镇办班12期，培训职工三千人次。"
    assert texts[-1] == "各镇办起夜校。"


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("剑阁县建成书屋16 8个。", "剑阁县建成书屋168个。"),
        ("剑阁县办班5 2 0余场。", "剑阁县办班520余场。"),
        ("剑阁县1 2月办班。", "剑阁县12月办班。"),
        ("2 0 2 0年，剑阁县办班。", "2020年，剑阁县办班。"),
        ("剑阁县选出“剑阁工匠”2 0名。", "剑阁县选出“剑阁工匠”20名。"),
        ("剑阁县有工人6 . 8万人，占11. 3%。", "剑阁县有工人6.8万人，占11.3%。"),
        ("剑阁县2021 2022年办班。", "剑阁县2021 2022年办班。"),
    ],
)
def test_numbers_that_blanks_broke(given: str, wanted: str) -> None:
    assert document_from_text(f"剑阁县练兵忙\n\n{given}\n", "a.txt").sentences[1].text == wanted
