"""Paragraphs and tables of a DOCX in their order."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from graph.errors import UnreadableError
from graph.read.docx import text_of_docx
from tests.read.made import docx_bytes, docx_of

PATH = Path("文.docx")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def lines(document: object) -> list[str]:
    return [line for line in text_of_docx(docx_bytes(document), PATH).split("\n") if line]


def table(document, rows):
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            made.cell(i, j).text = text
    return made


def test_paragraphs_and_tables_in_their_order():
    document = docx.Document()
    document.add_heading("剑阁县练兵忙", 1)
    document.add_paragraph("　　剑阁县建站12个。")
    table(document, [["单位", "人数", ""], ["剑阁茶厂", "120人", ""]])
    document.add_paragraph("")
    document.add_paragraph("全县办班30期。")
    assert lines(document) == ["剑阁县练兵忙", "剑阁县建站12个。", "单位\t人数", "剑阁茶厂\t120人", "全县办班30期。"]


def test_a_table_that_lays_out_the_page():
    document = docx.Document()
    made = table(document, [["剑阁县建站12个。", "旺苍县办班30期。"]])
    made.cell(0, 0).add_paragraph("剑阁茶厂比武15场。")
    assert lines(document) == ["剑阁县建站12个。", "剑阁茶厂比武15场。", "旺苍县办班30期。"]


def test_a_merged_cell_counts_once():
    document = docx.Document()
    made = table(document, [["甲", "乙", "丙"], ["丁", "戊", "己"]])
    made.cell(0, 0).merge(made.cell(0, 1)).text = "合计"
    assert lines(document) == ["合计\t丙", "丁\t戊\t己"]


@pytest.mark.parametrize(
    ("xml", "wanted"),
    [
        (f"<w:p {W}><w:r><w:t>建</w:t></w:r><w:r><w:t>站12个。</w:t></w:r></w:p>", ["建站12个。"]),
        (f"<w:p {W}><w:r><w:t>建站12个。</w:t><w:br/><w:t>办班30期。</w:t></w:r></w:p>", ["建站12个。", "办班30期。"]),
        (
            f"<w:p {W}><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>增</w:t></w:r></w:ins></w:p>",
            ["增"],
        ),
        (f"<w:p {W}><w:hyperlink><w:r><w:t>会员卡</w:t></w:r></w:hyperlink></w:p>", ["会员卡"]),
        (f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>控件里</w:t></w:r></w:p></w:sdtContent></w:sdt>", ["控件里"]),
        (
            f"<w:p {W}><w:r><w:t>正文。</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>框里。</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r><w:r><w:t>后文。</w:t></w:r></w:p>",
            ["正文。后文。", "框里。"],
        ),
    ],
    ids=["runs", "line break", "tracked changes", "hyperlink", "content control", "text box"],
)
def test_inside_a_paragraph(xml, wanted):
    document = docx.Document()
    document.element.body.insert(0, parse_xml(xml))
    assert lines(document) == wanted


def test_a_picture_leaves_a_gap():
    document = docx.Document()
    document.add_paragraph("剑阁县建站12个。")
    document.element.body.insert(1, parse_xml(f"<w:p {W}><w:r><w:drawing/></w:r></w:p>"))
    document.element.body.insert(2, parse_xml(f"<w:p {W}><w:r><w:t>剑阁县召开推进会</w:t></w:r></w:p>"))
    assert text_of_docx(docx_bytes(document), PATH) == "剑阁县建站12个。\n\n\n\n剑阁县召开推进会\n"


WHOLE = docx_of("剑阁县建站12个。")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (docx_of(), "empty"),
        (docx_of("", "——"), "empty"),
        (WHOLE[: len(WHOLE) // 2], "damaged"),
        ("剑阁县建站12个。".encode(), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked"),
    ],
)
def test_what_cannot_be_read(raw, reason):
    with pytest.raises(UnreadableError) as caught:
        text_of_docx(raw, PATH)
    assert caught.value.reason == reason
