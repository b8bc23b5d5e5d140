"""What a person does with the page: each view, the way from a number to its sentence, shared links, print."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from graph.query.regions import shared
from graph.view.page import write_page
from tests.view.browser import Page
from tests.view.made import small_graph

VIEWS = ("graph", "matrix", "region", "compare", "dates", "figures", "reports", "query")


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures of the page are kept: pytest's folder of this run, for people to look at."""
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture
def phone(chromium: Page) -> Iterator[Page]:
    screen = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    chromium.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    yield chromium
    chromium.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def number(page: Page, label: str) -> int:
    return int(page.run("return known.findIndex((n) => n.label === arguments[0])", label))


def test_from_a_region_to_a_shared_measure_to_its_sentence_and_to_another_region(small, pictures):
    small.find("yunling")
    assert small.one("#panel h2").text == "云岭县"
    small.picture(pictures / "1-found.png")
    small.tab("matrix")
    cell = (
        f'#matrix td button[data-measure="{number(small, "劳动和技能竞赛")}"][data-region="{number(small, "云岭县")}"]'
    )
    small.one(cell).click()
    assert small.one("#panel h2").text == "云岭县 × 劳动和技能竞赛"
    small.picture(pictures / "2-cell.png")
    small.one("#panel .fact .open").click()
    assert small.one("#source-name").text == "云岭县.txt"
    assert small.texts("#source-text mark.now") == ["当地把“劳动和技能竞赛”列为头等大事"]
    assert len(small.all("#source-text mark.said")) >= 10
    small.picture(pictures / "3-sentence.png")
    small.one("#source-close").click()
    small.tab("compare")
    assert (
        small.run("return document.getElementById('compare-one').selectedOptions[0].text").strip().startswith("云岭县")
    )
    small.choose("#compare-two", "白石县")
    assert small.one("#comparison caption").text == "共有 2 项举措；只有云岭县有的 4 项，只有白石县有的 3 项。"
    small.picture(pictures / "4-compared.png")
    small.one("#language").click()
    assert small.one("#comparison caption").text.startswith("2 measures in common")


def test_cells_count_actors_as_the_command_line_does(small):
    graph = small_graph()
    small.tab("matrix")
    for level, label in (("any", "报道所写的地方"), ("prefecture", "地级")):
        small.choose("#level", label)
        shown = small.run(
            "return [...document.querySelectorAll('#matrix td button')].map((b) => "
            "[known[b.dataset.measure].label, known[b.dataset.region].label, Number(b.textContent)])"
        )
        table = shared(graph, level, 1)
        measures = {measure.iri: measure.name for measure in table.measures}
        regions = {region.iri: region.name for region in table.regions}
        expected = {(measures[cell.measure], regions[cell.region], cell.actors) for cell in table.cells}
        assert len(expected) == (21 if level == "any" else 12)
        # Above them the page keeps the regions that the level does not reach; what is only planned has no number.
        within = {tuple(cell) for cell in shown if cell[2] is not None and cell[1] in set(regions.values())}
        assert within == expected


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", ["small", "hostile", "empty", "large"])
def test_every_view_opens_in_both_languages_and_asks_for_nothing(chromium, pages, pictures, view, name):
    chromium.complaints()
    chromium.open(pages[name], f"#view={view}")
    chromium.one("#language").click()
    assert chromium.one(f"#view-{view}").is_displayed()
    if name == "small":
        chromium.picture(pictures / f"view-{view}.png")
    assert chromium.requests() == [pages[name].resolve().as_uri() + f"#view={view}"] or len(chromium.requests()) <= 1
    assert chromium.complaints() == []
    assert chromium.run("return window.broken === undefined")
    assert chromium.all("img, iframe") == []


def test_a_link_shows_another_reader_the_same(small, pages):
    small.choose("#region", "青禾区")
    small.choose("#dimension", "队伍壮大")
    small.tab("region")
    small.one("#profile .measure summary").click()
    small.one("#profile .measure .line").click()
    said, address = small.texts("#source-text mark.now"), small.address()
    assert "view=region" in address
    small.open(pages["small"], address)
    assert small.one("#profile h2").text == "青禾区"
    assert small.texts("#source-text mark.now") == said
    assert small.one("#dimension").get_attribute("value") == small.run("return String(state.dimension)")


def test_back_leads_back(small):
    small.tab("matrix")
    small.tab("figures")
    small.driver.back()
    small.wait("state.view === 'matrix'")
    assert small.one("#view-matrix").is_displayed()
    small.driver.back()
    small.wait("state.view === 'graph'")
    assert small.one("#network canvas").is_displayed()


@pytest.mark.parametrize(
    "address",
    [
        "#view=nothing&region=x&fact=y",
        "#region",
        "#=&&=%E0%A4%A",
        "#pins=a@b@c,%ff@1@2&line=1",
        "#scope=focus",
        "#level=9",
    ],
)
def test_a_broken_link_opens_the_page_all_the_same(chromium, pages, address):
    chromium.complaints()
    chromium.open(pages["small"], address)
    assert len(chromium.shown()) == 16
    assert chromium.complaints() == []


def test_focus_expand_pin_and_the_address(small, pages):
    small.click_node("云岭县")
    small.one("#focus").click()
    assert {"云岭县", "临江市", "云岭县总工会", "理论宣讲"} <= small.shown()
    assert "白石县" not in small.shown()
    small.click_node("云岭县宏远机械公司")
    small.one("#expand").click()
    assert {"林之遥云", "户外劳动者驿站"} <= small.shown()
    small.one("#pin").click()
    assert small.one("#pin").get_attribute("aria-pressed") == "true"
    at = small.run("return network.getPosition(state.node)")
    shown, address = small.shown(), small.address()
    small.open(pages["small"], address)
    assert small.shown() == shown
    assert small.run("return network.getPosition(state.node)") == at
    small.one("#collapse").click()
    assert "户外劳动者驿站" not in small.shown()


def test_a_dragged_node_stays_where_it_was_put(small):
    place = small.run(
        "const n = known.findIndex((n) => n.label === '云岭县');"
        "const b = document.querySelector('#network canvas').getBoundingClientRect();"
        "const p = network.canvasToDOM(network.getPosition(n)); return {x: p.x - b.width / 2, y: p.y - b.height / 2}"
    )
    canvas = small.one("#network canvas")
    mouse = ActionChains(small.driver).move_to_element_with_offset(canvas, round(place["x"]), round(place["y"]))
    mouse.click_and_hold().move_by_offset(60, 40).release().perform()
    assert "pins=LocalGovernment/" in small.address()
    before = small.run("return network.getPosition(known.findIndex((n) => n.label === '云岭县'))")
    small.tab("matrix")
    small.tab("graph")
    assert small.run("return network.getPosition(known.findIndex((n) => n.label === '云岭县'))") == before


def test_the_timeline_has_events_documents_and_those_without_an_actor(small):
    small.tab("dates")
    assert small.texts("#timeline h3") == ["2030（1）", "2031（4）"]
    assert small.one("#timeline [data-kind=PolicyDocument] .link span").text == "《临江市工匠培育办法》"
    assert small.texts("#timeline [data-kind=Event] time") == ["6月2日"] * 4
    assert "未写明行动者" in small.one("#timeline [data-kind=Event]").text
    small.one("#timeline [data-kind=Event] .line").click()
    assert small.texts("#source-text mark.now") == ["六月二日召开推进会"]


def test_figures_are_sorted_and_kept_to_a_word(small):
    small.tab("figures")
    assert small.one("#figures-count").text == "4 个数据"
    small.one("#numbers [data-by=actor]").click()
    assert small.one("#numbers th.actor").get_attribute("aria-sort") == "ascending"
    small.one("#figures-search").send_keys("白石")
    assert small.one("#figures-count").text == "1 个数据"
    assert small.one("#numbers td.amount").text == "多于 3,200"
    small.one("#numbers [data-fact]").click()
    assert small.texts("#source-text mark.now") == ["三千二百余人受训"]


def test_a_report_with_everything_it_says(small):
    small.tab("reports")
    assert len(small.all("#reading [data-article]")) == 4
    small.one("#reading [data-article='0']").click()
    lines = small.all("#reading .told .line")
    assert len(lines) == int(re.search(r"\d+", small.one("#reading > .soft").text)[0])
    mark = small.one("#reading .text mark[data-fact]")
    mark.click()
    assert small.one("#source").is_displayed()
    small.one("#source-after").click()
    assert small.one("#source-place").text.startswith("第 2 条")
    ActionChains(small.driver).send_keys(Keys.ESCAPE).perform()
    assert not small.one("#source").is_displayed()


def test_nothing_is_wider_than_a_phone(phone, pages, pictures):
    for view in VIEWS:
        phone.open(pages["small"], f"#view={view}")
        assert phone.run("return document.documentElement.scrollWidth") <= 390, view
        phone.picture(pictures / f"phone-{view}.png")
    phone.tab("matrix")
    phone.one("#filters-toggle").click()
    assert phone.one("#region").is_displayed()


@pytest.mark.parametrize("view", ["graph", "matrix", "region", "compare"])
def test_what_is_printed_is_the_view_without_its_controls(small, pictures, view):
    small.tab(view)
    printed = small.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True, "preferCSSPageSize": True})
    path = pictures / f"printed-{view}.pdf"
    path.write_bytes(base64.b64decode(printed["data"]))
    document = pypdfium2.PdfDocument(path)
    text = re.sub(r"\s", "", "".join(page.get_textpage().get_text_bounded() for page in document))
    assert "产改图谱" in text
    assert "全部报道" not in text  # a filter
    if view != "graph":
        assert "云岭县" in text
    assert len(document) <= 6


def test_dark_and_light_by_hand(small):
    def ground() -> str:
        return str(small.run("return getComputedStyle(document.body).backgroundColor"))

    light = ground()
    small.one("#theme").click()
    assert ground() != light
    small.one("#theme").click()
    assert ground() == light


def test_pictures_are_kept(small, pictures, tmp_path):
    small.picture(pictures / "start.png")
    assert (pictures / "start.png").stat().st_size > 10_000
    assert write_page(small_graph(), tmp_path / "page.html").exists()
