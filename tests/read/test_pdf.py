"""Pages of a PDF in the order of reading. The files are made by hand (see made.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UnreadableError
from graph.read.columns import Piece, in_reading_order
from graph.read.pdf import text_of_pdf
from tests.read.made import Put, column, pdf_of

PATH = Path("报.pdf")
LEFT = [
    "　　剑阁县总工会着眼产业工人成长",
    "，把练兵、比武、晋级与待遇连在一",
    "起，办起练兵站12个。",
    "　　各企业把车间当课堂，老师傅带",
    "着年轻人边干边学，三年里有480人",
    "升了等级，先后投入350万元，还成",
]
RIGHT = [
    "功办起夜校3所，参加职工1.2万人次",
    "，发证300本。",
    "　　下一步，剑阁县将把练兵台搬进",
    "更多车间，让更多职工受益。",
]
STORY = [
    "剑阁县总工会着眼产业工人成长，把练兵、比武、晋级与待遇连在一起，办起练兵站12个。",
    "各企业把车间当课堂，老师傅带着年轻人边干边学，三年里有480人升了等级，先后投入350万元，还成"
    "功办起夜校3所，参加职工1.2万人次，发证300本。",
    "下一步，剑阁县将把练兵台搬进更多车间，让更多职工受益。",
]


def lines(*pages: list[Put]) -> list[str]:
    return [line for line in text_of_pdf(pdf_of(*pages), PATH).split("\n") if line]


def by_rows(*columns: list[Put]) -> list[Put]:
    """Text as many programs write it: row by row across the columns."""
    return sorted((put for each in columns for put in each), key=lambda put: (-put[1], put[0]))


def test_one_column():
    assert lines(column(50, 700, LEFT + RIGHT)) == STORY


@pytest.mark.parametrize("shift", [0, 4, 7.5], ids=["lines level", "lines apart", "lines halfway"])
@pytest.mark.parametrize("rows", [True, False], ids=["by rows", "by columns"])
def test_two_columns(rows, shift):
    left, right = column(50, 700, LEFT), column(50 + 160 + 15, 700 - shift, RIGHT)
    assert lines(by_rows(left, right) if rows else left + right) == STORY


def test_a_headline_across_the_columns():
    head: list[Put] = [(120, 740, 24, "剑阁县练兵忙")]
    assert lines(head + by_rows(column(50, 700, LEFT), column(225, 700, RIGHT))) == ["剑阁县练兵忙", *STORY]


def test_three_columns():
    first, second, third = LEFT[:3], LEFT[3:], RIGHT
    page = by_rows(column(50, 700, first), column(225, 700, second), column(400, 700, third))
    assert lines(page) == STORY


def test_a_headline_over_two_of_three_columns():
    page = by_rows(
        [(60, 730, 20, "剑阁县练兵忙")],
        column(50, 700, LEFT),
        column(225, 700, RIGHT),
        column(400, 730, ["　　旺苍县办班30期，比武", "15场。", "　　旺苍县建站8个。"]),
    )
    assert lines(page) == ["剑阁县练兵忙", *STORY, "旺苍县办班30期，比武15场。", "旺苍县建站8个。"]


def test_a_paragraph_goes_on_across_pages_without_their_furniture():
    def page(number: int, body: list[str]) -> list[Put]:
        return [(50, 800, 8, f"剑阁晚报 第{number}版"), *column(50, 700, body), (290, 30, 8, f"- {number} -")]

    assert lines(page(1, LEFT), page(2, RIGHT)) == STORY


def test_smaller_type_below_a_picture_stands_apart():
    page = [*column(50, 700, LEFT[:3]), (60, 500, 7, "剑阁县召开推进会")]
    assert text_of_pdf(pdf_of(page), PATH).endswith("12个。\n\n\n\n剑阁县召开推进会\n")


def test_a_heading_in_a_column():
    page = column(50, 700, [*LEFT[:3], "搭台练兵", *LEFT[3:5], "升了等级。"])
    assert lines(page)[1] == "搭台练兵"


def test_a_heading_below_a_full_last_line():
    page = column(50, 700, [*LEFT[:2], "起，办起练兵站12个，花350万元。", "搭台练兵", *LEFT[3:5], "升了等级。"])
    assert lines(page)[0].endswith("花350万元。")
    assert lines(page)[1] == "搭台练兵"


@pytest.mark.parametrize(
    ("second", "joined"), [("把练兵、比武、晋级与待遇连在一", True), ("把练兵、比武、晋级连在一", False)]
)
def test_lines_set_ragged(second, joined):
    found = lines(column(50, 700, ["　　剑阁县总工会着眼产业工人成长，", second, "起，办起练兵站12个。"]))
    assert found[0] == f"剑阁县总工会着眼产业工人成长，{second}" + "起，办起练兵站12个。" * joined
    assert len(found) == 2 - joined


def test_two_names_on_a_line_are_no_columns():
    page = [*column(50, 700, LEFT[:3]), (50, 640, 10, "文/白山"), (150, 640, 10, "图/田野")]
    assert lines(page)[-1] == "文/白山 图/田野"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.4\n breaks off", "damaged"),
        ("剑阁县".encode(), "damaged"),
        (pdf_of([]), "scanned"),
        (pdf_of([(50, 700, 10, "\ue000\ue001\ue002")]), "scanned"),
    ],
)
def test_what_cannot_be_read(raw, reason):
    with pytest.raises(UnreadableError) as caught:
        text_of_pdf(raw, PATH)
    assert caught.value.reason == reason


def piece(text: str, left: float, top: float, width: float) -> Piece:
    return Piece(text, left, left + width, top, 10)


@pytest.mark.parametrize(
    ("pieces", "wanted"),
    [
        ([], []),
        ([("甲", 0, 100, 50)], [["甲"]]),
        ([("乙", 0, 80, 50), ("甲", 0, 100, 50)], [["甲", "乙"]]),
        ([("甲", 0, 100, 20), ("乙", 60, 100, 20)], [["甲 乙"]]),
        (
            [(f"{side}{i}", left, 100 - 15 * i, 40) for i in range(3) for side, left in (("甲", 0), ("乙", 60))],
            [["甲0", "甲1", "甲2"], ["乙0", "乙1", "乙2"]],
        ),
        (  # the right column begins lower, under a picture
            [("甲0", 0, 115, 40)]
            + [(f"{side}{i}", left, 115 - 15 * i, 40) for i in (1, 2, 3) for side, left in (("甲", 0), ("乙", 60))],
            [["甲0", "甲1", "甲2", "甲3"], ["乙1", "乙2", "乙3"]],
        ),
        (  # a line across the page between two bands of columns
            [(f"{side}{i}", left, 100 - 15 * i, 40) for i in range(3) for side, left in (("甲", 0), ("乙", 60))]
            + [("横", 0, 50, 100)]
            + [(f"{side}{i}", left, 30 - 15 * i, 40) for i in range(3) for side, left in (("丙", 0), ("丁", 60))],
            [["甲0", "甲1", "甲2"], ["乙0", "乙1", "乙2"], ["横"], ["丙0", "丙1", "丙2"], ["丁0", "丁1", "丁2"]],
        ),
    ],
    ids=["nothing", "a line", "from the top", "two names", "two columns", "a picture above", "bands"],
)
def test_reading_order(pieces, wanted):
    found = in_reading_order(piece(*each) for each in reversed(pieces))
    assert [[line.text for line in each] for each in found] == wanted
