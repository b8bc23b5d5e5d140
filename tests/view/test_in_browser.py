"""The page in headless Chromium with the network off, used as people use it."""

from __future__ import annotations

import socket

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from graph.view.looks import LOOKS
from tests.view.browser import program

REGIONS = {"云岭县", "白石县", "青禾区", "长汀开发区"}


@pytest.mark.parametrize("name", ["small", "hostile", "empty", "large"])
def test_no_request_leaves_the_file_and_no_script_complains(chromium, pages, name):
    chromium.complaints()
    chromium.open(pages[name])
    chromium.one("#scope input[value=all]").click()
    chromium.one("#language").click()
    assert chromium.requests() == [pages[name].resolve().as_uri()]
    assert chromium.complaints() == []


def test_the_policy_stops_what_would_leave(small):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(1)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        small.run("document.body.append(Object.assign(new Image(), {src: arguments[0]}))", address)
        small.run("fetch(arguments[0]).catch(() => {})", address)
        with pytest.raises(TimeoutError):
            server.accept()
    stopped = [complaint for complaint in small.complaints() if "Content Security Policy" in complaint]
    assert any("image" in complaint for complaint in stopped)
    assert any("connect" in complaint for complaint in stopped)


def test_it_opens_with_regions_and_the_measures_they_share(small):
    shown = small.shown()
    assert shown & {"云岭县总工会", "林之遥云", "江东工匠"} == set()
    assert shown >= REGIONS
    assert len(shown) == 16
    assert small.run("return network.physics.physicsEnabled") is False


def test_no_two_nodes_stand_in_one_place(small):
    for change in (
        "",
        "focusOn(nodeByKey.get('LocalGovernment/%E4%BA%91%E5%B2%AD%E5%8E%BF'))",
        "go({scope: 'overview'}); expand(0)",
    ):
        small.run(change)
        boxes = small.run("return shownNodes.getIds().map((n) => network.getBoundingBox(n))")
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                apart = one["right"] <= other["left"] or other["right"] <= one["left"]
                assert apart or one["bottom"] <= other["top"] or other["bottom"] <= one["top"]


def test_legend_shows_each_type_with_its_own_colour_and_shape(small):
    rows = small.run(
        "return [...document.querySelectorAll('#types li')].map((li) => {"
        " const path = li.querySelector('path'), shape = li.querySelector('svg').dataset.shape;"
        " return [li.dataset.type, li.textContent, shape, path.getAttribute('fill'), path.getAttribute('d')]; })"
    )
    assert [row[0] for row in rows] == list(LOOKS)
    for column in range(1, 5):
        assert len({row[column] for row in rows}) == len(LOOKS)
    drawn = small.run("return shownNodes.get().map((n) => [known[n.id].type, n.shape, n.color.background])")
    assert {tuple(node) for node in drawn} < {(row[0], row[2], row[3]) for row in rows}


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("师带徒", "师带徒"),
        ("云总", "云岭县总工会"),
        ("mentoring", "师带徒"),
        ("长汀开发区宏远", "长汀开发区宏远机械公司"),
        ("yunling", "云岭县"),
        ("ylx", "云岭县"),
        ("yunlx", "云岭县"),
        ("baishi", "白石县"),
        ("changting", "长汀开发区"),
        ("jineng", "技能要素参与分配"),
    ],
)
def test_search_finds_names_and_other_names(small, asked, first):
    small.one("#search").send_keys(asked)
    assert small.texts("#found span")[0] == first


def test_a_found_item_comes_into_view_with_its_facts(small):
    small.find("云总")
    assert small.one("#panel h2").text == "云岭县总工会"
    assert "云岭县总工会" in small.shown()


def test_a_search_without_result_says_so(small):
    small.one("#search").send_keys("没有这个名字")
    assert small.texts("#found li") == ["没有找到。换一个名称、简称或拼音试试。"]


def test_filter_by_region(small):
    small.choose("#region", "青禾区")
    assert small.one("#panel h2").text == "青禾区"
    small.one("#scope input[value=all]").click()
    shown = small.passing()
    assert {"青禾区总工会", "林之遥青", "江东工匠"} <= shown
    assert not [name for name in shown if name.startswith(("云岭", "白石"))]


def test_filter_by_the_city_keeps_what_lies_in_it(small):
    small.one("#scope input[value=all]").click()
    small.choose("#region", "临江市")
    assert REGIONS | {"临江市", "《临江市工匠培育办法》", "林之遥云"} <= small.passing()


def test_filter_by_type(small):
    small.one("#scope input[value=all]").click()
    assert "云岭县人社局" in small.passing()
    small.one("#types input[value=Agency]").click()
    assert "云岭县人社局" not in small.passing()
    assert small.one("#types li[data-type=Agency] .count").text == "4"
    small.one("#types input[value=Agency]").click()
    assert "云岭县人社局" in small.passing()


def test_filter_by_dimension(small):
    small.choose("#dimension", "地位提高")
    assert small.shown() == {"技能要素参与分配", "职业发展通道", "云岭县", "长汀开发区"}


@pytest.mark.parametrize(
    ("facet", "label", "left"),
    [
        ("region", "青禾区", 10),
        ("dimension", "地位提高", 2),
        ("rank", "县级", 41),
        ("sure", "≥ 0.9", 45),
        ("report", "青禾区.txt", 11),
    ],
)
def test_each_filter_says_how_many_facts_it_leaves_and_leaves_as_many(small, facet, label, left):
    options = small.texts(f"#{facet} option")
    (said,) = [text.strip() for text in options if text.strip().startswith(f"{label} (")]
    assert said == f"{label} ({left})"
    small.choose(f"#{facet}", label)
    assert small.one("#passing").text == f"45 条事实中的 {left} 条"


def test_the_overview_climbs_and_comes_down(small):
    small.choose("#level", "地级")
    assert small.shown() & (REGIONS | {"临江市"}) == {"临江市"}
    small.choose("#level", "报道所写的地方")
    assert small.shown() & (REGIONS | {"临江市"}) == REGIONS


def test_filters_without_result_say_so_and_reset_brings_all_back(small):
    before = small.shown()
    for kind in LOOKS:
        small.one(f"#types input[value={kind}]").click()
    assert small.shown() == set()
    assert small.one("#message").text == "按现在的筛选没有可以显示的内容。"
    small.one("#reset").click()
    assert small.shown() == before
    assert not small.one("#message").is_displayed()


def test_an_empty_graph_says_what_to_do(chromium, pages):
    chromium.open(pages["empty"])
    assert "changai build" in chromium.one("#message").text


def test_clicking_a_node_shows_its_facts_and_the_quoted_sentence(small):
    small.click_node("云岭县")
    assert small.one("#panel h2").text == "云岭县"
    assert "又称：云岭、云岭县委、云岭县政府" in small.one("#panel").text
    quotations = small.all("#panel .fact[data-kind=Adoption] blockquote")
    assert len(quotations) == 5
    # The line break of the report's column is gone, and the sentence stands among its neighbours.
    assert small.one("#panel .fact mark").text == "当地把“理论宣讲”列为头等大事"
    assert quotations[0].text.startswith("当地把“理论宣讲”列为头等大事，逐月推进。")
    assert quotations[0].text.endswith("看原文 云岭县.txt")


def test_clicking_a_line_shows_what_ties_its_ends(small):
    x, y = small.run(
        "const joins = (e, from, to) => e.tie && known[e.from].label === from && known[e.to].label === to;"
        "const {id} = edges.find((e) => joins(e, '云岭县', '劳动和技能竞赛'));"
        "const p = network.body.edges[id].edgeType.getPoint(0.3); return [p.x, p.y]"
    )
    small.click_canvas(x, y)
    assert small.one("#panel h2").text == "云岭县 → 劳动和技能竞赛"
    assert small.one("#panel .badge").text == "所属单位实施"
    assert "云岭县总工会" in small.one("#panel .fact dl").text
    assert small.one("#panel mark").text == "当地把“劳动和技能竞赛”列为头等大事"


def test_a_units_line_takes_the_place_of_its_regions(small):
    def tied(source: str, target: str) -> bool:
        lines = small.run("return shownEdges.get().map((e) => [known[e.from].label, known[e.to].label])")
        return [source, target] in lines

    assert tied("云岭县", "劳动和技能竞赛")
    small.find("云总")
    assert tied("云岭县总工会", "劳动和技能竞赛")
    assert not tied("云岭县", "劳动和技能竞赛")
    assert not tied("临江市", "劳动和技能竞赛")
    small.one("#reset").click()
    small.choose("#level", "地级")
    assert tied("临江市", "劳动和技能竞赛")


def test_neighbours_open_and_close(small):
    small.click_node("云岭县")
    small.one("#expand").click()
    assert {"云岭县总工会", "云岭县人社局", "云岭县宏远机械公司", "临江市"} <= small.shown()
    assert "白石县总工会" not in small.shown()
    small.one("#collapse").click()
    assert "云岭县总工会" not in small.shown()


def test_a_figure_is_told_with_its_bound_and_unit(small):
    small.find("云总")
    assert small.one("#panel .fact[data-kind=Figure] h4").text == "受训人数：多于 3,200 人"


def test_facts_without_an_actor_are_listed_at_the_start(small):
    small.one("#panel .loose summary").click()
    assert small.texts("#panel .loose .line .said") == ["2031-06-02 · 推进会"] * 4


def test_language_switch_there_and_back(small):
    small.one("#language").click()
    assert small.run("return document.documentElement.lang") == "en"
    assert small.one("h1").text == "Industrial workers reform graph"
    assert small.one("#types li[data-type=Union]").text.startswith("Trade union")
    assert "Mentoring of" in small.run("return shownNodes.get(known.findIndex((n) => n.label === '师带徒')).label")
    small.one("#language").click()
    assert small.one("h1").text == "产改图谱"


def test_hostile_text_stays_text(chromium, pages):
    chromium.open(pages["hostile"])
    chromium.find("云岭县宏远")
    assert "<script>window.broken=1</script>" in chromium.one("#panel h2").text
    chromium.find("云总")
    assert "<img src=x" in chromium.one("#panel .fact[data-kind=Figure] h4").text
    assert chromium.run("return window.broken === undefined")
    assert chromium.all("img, iframe") == []


def test_the_keyboard_reaches_everything_and_shows_where_it_is(small):
    wanted = {"language", "search", "tab-matrix", "region", "dimension", "level", "fit", "network"}
    seen = set()
    for _ in range(60):
        ActionChains(small.driver).send_keys(Keys.TAB).perform()
        name, ring = small.run(
            "const e = document.activeElement, c = document.getElementById('network');"
            "const s = getComputedStyle(c.contains(e) ? c : e);"
            "return [c.contains(e) ? 'network' : e.id, s.outlineStyle !== 'none' || s.boxShadow !== 'none']"
        )
        if name in wanted:
            assert ring, f"no visible focus on {name}"
            seen.add(name)
        if seen == wanted:
            break
    assert seen == wanted


def test_keys_alone_lead_to_a_quotation_and_back(small):
    small.run("document.getElementById('search').focus()")
    ActionChains(small.driver).send_keys("云岭县", Keys.ARROW_DOWN, Keys.ENTER).perform()
    assert small.one("#panel h2").text == "云岭县"
    small.one("#expand").send_keys(Keys.ENTER)
    assert small.run("return document.getElementById('panel').contains(document.activeElement)")
    ActionChains(small.driver).send_keys(Keys.ESCAPE).perform()
    assert small.all("#panel h2") == []


def test_arrow_keys_move_the_graph(small):
    before = small.run("return network.getViewPosition()")
    small.run("document.querySelector('#network .vis-network').focus()")
    ActionChains(small.driver).key_down(Keys.ARROW_RIGHT).pause(0.2).key_up(Keys.ARROW_RIGHT).perform()
    assert small.run("return network.getViewPosition()") != before


def test_many_regions_open_as_provinces(chromium, pages):
    chromium.open(pages["large"])
    assert len(chromium.shown()) == 6 + 12
    chromium.choose("#level", "报道所写的地方")
    assert len(chromium.shown()) == 60 + 12
    chromium.one("#scope input[value=all]").click()
    assert len(chromium.passing()) == 60 * 16 + 6 + 12
    assert len(chromium.shown()) <= 220  # names only where they can be read; the others are points
    chromium.choose("#region", "第7县")
    assert "第7县第3厂" in chromium.passing()
    assert "第8县" not in chromium.passing()


def test_dark_colours_where_the_system_is_dark(small):
    def ground() -> str:
        return small.run("return getComputedStyle(document.body).backgroundColor")

    light = ground()
    small.driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    )
    try:
        assert ground() != light
        assert small.run("return shownNodes.get().some((n) => n.font.strokeColor === theme.ground)")
    finally:
        small.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_a_missing_browser_is_an_error_that_says_what_to_install():
    with pytest.raises(AssertionError, match="chromium-driver"):
        program("no-such-browser")
