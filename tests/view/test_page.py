from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph.view.page import embed, render, write_page
from graph.view.reading import read_scene
from tests.view.made import HOSTILE, empty_graph, small_graph


def data_of(page: str) -> dict:
    (block,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    return json.loads(block)


def test_two_writes_are_the_same_bytes(tmp_path):
    first = write_page(small_graph(), tmp_path / "first.html")
    second = write_page(small_graph(), tmp_path / "second.html")
    assert first == tmp_path / "first.html"
    assert first.read_bytes() == second.read_bytes()


def test_nothing_in_the_page_points_outside(pages):
    page = pages["small"].read_text(encoding="utf-8")
    markup = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert not re.search(r"https?://|//cdn|@import|url\(", markup)
    assert not re.search(r"<(script|img|iframe|link)[^>]*\s(src|href)=\"(?!data:,)", page)
    assert "sourceMappingURL" not in page


def test_policy_allows_only_what_the_page_carries(pages):
    page = html.unescape(pages["small"].read_text(encoding="utf-8"))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split("; ")}
    assert rules["default-src"] == ["'none'"]
    assert len(rules["script-src"]) == 4
    assert all(source.startswith("'sha256-") for source in rules["script-src"] + rules["style-src"])
    assert set(rules) == {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"}


def test_a_report_cannot_close_the_data_block(pages):
    page = pages["hostile"].read_text(encoding="utf-8")
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(page)
    assert tags.count("script") == 5  # the data, vis-network, and three of our own
    assert "img" not in tags
    data = data_of(page)
    assert all(article["text"].endswith(HOSTILE) for article in data["articles"])
    assert sum(node["label"].endswith(HOSTILE) for node in data["nodes"]) == 4


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "]]>", "&lt;", "\u2028\u2029", '"\\', "\x00\x1f"])
def test_embedded_text_comes_back_as_it_was(text):
    embedded = embed([text])
    assert json.loads(embedded) == [text]
    assert not set(embedded) & set("<>&\u2028\u2029")


def test_offsets_count_as_javascript_does():
    scene = read_scene(small_graph())
    data = data_of(render(scene))
    wide = next(place for place, article in enumerate(scene.articles) if article.text.startswith("𠮷"))
    checked = 0
    for fact, packed in zip(scene.facts, data["facts"], strict=True):
        for quote, (article, start, end) in zip(fact.evidence, packed["evidence"], strict=True):
            units = data["articles"][article]["text"].encode("utf-16-le")
            assert units[2 * start : 2 * end].decode("utf-16-le") == quote.text
            checked += article == wide
    assert checked > 5


def test_the_page_speaks_the_language_asked_for(tmp_path):
    for lang, title in (("zh", "<title>产改图谱</title>"), ("en", "<title>Industrial workers reform graph</title>")):
        page = write_page(empty_graph(), tmp_path / "page.html", lang).read_text(encoding="utf-8")
        assert title in page
        assert data_of(page)["lang"] == lang


def test_another_language_is_refused_and_nothing_written(tmp_path):
    with pytest.raises(ValueError, match="not fr"):
        write_page(empty_graph(), tmp_path / "page.html", "fr")
    assert not (tmp_path / "page.html").exists()


def test_a_page_that_cannot_be_written_says_so(tmp_path):
    with pytest.raises(OSError, match="nowhere"):
        write_page(empty_graph(), Path(tmp_path / "nowhere" / "page.html"))


def test_our_scripts_make_no_markup_of_text():
    for name in ("page.js", "panel.js", "start.js"):
        script = (Path(__file__).parents[2] / "graph" / "view" / "assets" / name).read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", script)
