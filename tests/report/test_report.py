"""The files of a report: each opens in its reader, says what the graph says, and comes out the same each time."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import docx
import networkx as nx
import openpyxl
import pytest
from PIL import Image

from graph.errors import FontMissingError
from graph.query.findings import findings
from graph.query.store import open_graph
from graph.report import fonts
from graph.report.briefing import Heading, Paragraph, Points, briefing
from graph.report.fixed import fixed_zip
from graph.report.markdown import markdown
from graph.report.write import report_files, write_report

QUERY = Path(__file__).resolve().parent.parent / "query"
SIGNATURES = {
    ".png": b"\x89PNG",
    ".svg": b"<?xml",
    ".xlsx": b"PK",
    ".docx": b"PK",
    ".gexf": b"<gexf",
    ".graphml": b"<?xml",
}


@pytest.fixture(scope="module")
def found():
    return findings(open_graph(QUERY / "counts.trig"), "county")


@pytest.fixture(scope="module")
def files(found):
    return report_files(found)


def rows(files, name: str) -> list[dict[str, str]]:
    assert files[name].startswith(b"\xef\xbb\xbf")  # by which spreadsheets know UTF-8
    return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"))))


def test_all_files_are_there_and_are_what_they_are_called(files):
    assert len(files) == 22
    for name, data in files.items():
        assert data.startswith(SIGNATURES.get(Path(name).suffix, b"")), name
        assert b"/tmp" not in data
        assert str(Path.home()).encode() not in data


def test_two_runs_are_byte_identical(found, files):
    again = report_files(findings(open_graph(QUERY / "counts.trig"), "county"))
    assert [name for name in files if files[name] != again[name]] == []


def test_no_clock_is_in_any_file(files):
    for name in ("report.xlsx", "briefing.zh.docx", "briefing.en.docx"):
        with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
            assert {member.date_time for member in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
            assert archive.read("docProps/core.xml").count(b"2000-01-01") == 2
            assert archive.namelist()[0] == "[Content_Types].xml"
    assert b"lastmodified" not in files["regions.gexf"]
    assert b"dc:date" not in files["heatmap.svg"]


def test_the_tables(files):
    cells = {(row["name"], row["regionName"]): row for row in rows(files, "cells.csv")}
    contests = cells["劳动和技能竞赛", "湄潭县"]
    assert [
        contests[n] for n in ("actors", "direct", "units", "below", "articles", "sentences", "facts", "planned")
    ] == [*("2", "1", "0", "1", "2", "2", "4", "0")]
    assert ("师带徒", "凤冈县") in cells
    assert (cells["师带徒", "凤冈县"]["actors"], cells["师带徒", "凤冈县"]["planned"]) == ("0", "1")
    _, matrix = rows(files, "matrix.csv")
    assert (matrix["measure"], matrix["regions"], matrix["湄潭县"]) == ("劳动和技能竞赛", "2", "2")
    evidence = rows(files, "evidence.csv")
    assert sum(row["status"] == "planned" for row in evidence) == 1
    assert all(row["quote"] and row["span"].startswith("https://w3id.org/changai/article/") for row in evidence)
    assert [row["amount"] for row in rows(files, "figures.csv")] == ["3届", "＞120人"]


def test_the_workbook_leads_to_the_evidence(files):
    book = openpyxl.load_workbook(io.BytesIO(files["report.xlsx"]))
    assert [name.split()[-1] for name in book.sheetnames] == [
        "matrix", "cells", "evidence", "figures", "likeness", "together", "distinctive", "core", "spread", "notes",
    ]  # fmt: skip
    matrix = book.worksheets[0]
    head = [cell.value for cell in matrix[1]]
    assert matrix.freeze_panes == "E2"
    place = matrix.cell(3, head.index("湄潭县") + 1)
    assert place.value == 2
    sheet, _, cell = place.hyperlink.location.partition("!")
    row = book[sheet.strip("'")][cell].row
    found = [each.value for each in book[sheet.strip("'")][row]]
    assert found[1:3] == ["劳动和技能竞赛", "湄潭县"]
    planned = matrix.cell(2, head.index("凤冈县") + 1)
    assert planned.value == "划1"
    span = book[sheet.strip("'")].cell(row, 13)
    assert span.hyperlink.target == span.value


def test_a_report_s_words_are_never_a_formula(found):
    from dataclasses import replace

    from graph.report.workbook import workbook

    quotes = tuple(replace(quote, text="=1+1", local_name="-2") for quote in found.table.cells[0].evidence)
    cells = (replace(found.table.cells[0], evidence=quotes), *found.table.cells[1:])
    table = replace(found.table, cells=cells)
    book = openpyxl.load_workbook(io.BytesIO(workbook(replace(found, table=table))))
    values = [cell for row in book.worksheets[2].iter_rows() for cell in row if cell.value in {"=1+1", "-2"}]
    assert values
    assert {cell.data_type for cell in values} == {"s"}


@pytest.mark.parametrize("name", ["regions-measures", "regions"])
def test_the_networks(files, found, name):
    graphml = nx.parse_graphml(files[f"{name}.graphml"].decode())
    gexf = nx.read_gexf(io.BytesIO(files[f"{name}.gexf"]))
    assert set(graphml.nodes) == set(gexf.nodes)
    assert graphml.number_of_edges() == gexf.number_of_edges()
    labels = {data["label"] for _, data in graphml.nodes(data=True)}
    assert {"湄潭县", "凤冈县", "黔西市"} <= labels
    if name == "regions-measures":
        assert nx.is_bipartite(graphml)
        edges = {
            frozenset((graphml.nodes[a]["label"], graphml.nodes[b]["label"])): d for a, b, d in graphml.edges(data=True)
        }
        assert edges[frozenset(("湄潭县", "师带徒"))]["sentences"] == 2
        assert len(edges) == len(found.table.cells)


def test_the_pictures(files):
    for name in ("heatmap", "network"):
        with Image.open(io.BytesIO(files[f"{name}.png"])) as picture:
            assert min(picture.size) > 300
            assert len(picture.convert("RGB").getcolors(1 << 24)) > 20
        text = files[f"{name}.svg"].decode()
        assert "<text" not in text  # outlines: no reader needs a font
        ET.fromstring(text)


def test_chinese_is_drawn_with_the_font_that_is_carried():
    path = fonts.chinese_font()
    assert path.name == "NotoSansSC-Regular.ttf"
    from matplotlib.ft2font import FT2Font

    known = FT2Font(str(path)).get_charmap()
    assert all(ord(char) in known for char in "产业工人队伍建设改革湄潭堃镕喆䶮×↑≥–（）“”、。ABCabc0123")


def test_without_any_font_it_is_said_what_is_missing(monkeypatch):
    monkeypatch.setattr(fonts, "find_spec", lambda name: None)
    monkeypatch.setattr(fonts, "SYSTEM", ("No Such Font",))
    with pytest.raises(FontMissingError) as caught:
        fonts.chinese_font()
    assert "zhplot" in caught.value.message("zh")
    assert "zhplot" in caught.value.message("en")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_citation_is_listed(found, language):
    blocks = briefing(found, language)
    *body, last = blocks
    text = markdown(body)
    cited = {int(number) for number in re.findall(r"\[(\d+)\]", text)}
    assert cited == set(last.numbers)
    assert all(found.quotes[number].article in item for number, item in zip(last.numbers, last.items, strict=True))
    assert isinstance(blocks[0], Heading)
    assert [block.level for block in blocks if isinstance(block, Heading)] == [1] + [2] * 10


@pytest.mark.parametrize("language", ["zh", "en"])
def test_small_samples_are_said_to_be_small(found, language):
    said = " ".join(block.text for block in briefing(found, language) if isinstance(block, Paragraph))
    few = {"zh": ["不足 3 个", "不分群落", "不足 5 个"], "en": ["fewer than 3", "no communities", "fewer than 5"]}
    assert all(words in said for words in few[language])
    assert "{" not in said


def test_the_word_file_says_the_same(files, found):
    made = docx.Document(io.BytesIO(files["briefing.zh.docx"]))
    paragraphs = [paragraph.text for paragraph in made.paragraphs]
    for block in briefing(found, "zh"):
        if isinstance(block, Paragraph):
            assert block.text in paragraphs
        elif isinstance(block, Points) and not block.numbers:
            assert set(block.items) <= set(paragraphs)
    assert len(made.inline_shapes) >= 1
    assert made.core_properties.author == "changai"


def test_markup_in_a_report_stays_text():
    text = markdown([Paragraph("<b>*红*</b> | `x` [1](http://a)\n# 二")])
    assert text == r"\<b\>\*红\*\</b\> \| \`x\` [1]\(http://a) \# 二" + "\n"


def test_the_folder_is_written_whole(tmp_path, files):
    graph = open_graph(QUERY / "counts.trig")
    folder = tmp_path / "new" / "report"
    seen = []
    written = write_report(graph, folder, "county", progress=lambda done, total, name: seen.append((done, total)))
    assert {path.name: path.read_bytes() for path in written} == files
    assert sorted(path.name for path in folder.iterdir()) == sorted(files)  # no parts are left
    assert seen == [(step, 5) for step in range(1, 6)]


@pytest.mark.parametrize(
    ("level", "by"), [("any", "region"), ("province", "region"), ("any", "enterprise"), ("any", "union")]
)
def test_every_kind_of_report_can_be_made(level, by):
    for fixture in ("counts.trig", "fixture.trig"):
        made = report_files(findings(open_graph(QUERY / fixture), level, by=by))
        assert len(made) == 22
        for language in ("zh", "en"):
            assert "{" not in made[f"briefing.{language}.md"].decode()


def test_fixed_zip_is_the_same_for_the_same_members():
    made = []
    for names in (("b", "a", "[Content_Types].xml"), ("[Content_Types].xml", "a", "b")):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name in names:
                archive.writestr(name, f"of {name}")
        made.append(fixed_zip(out.getvalue()))
    assert made[0] == made[1]
