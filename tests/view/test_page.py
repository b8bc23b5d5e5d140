from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph.view.libraries import engine
from graph.view.page import SCRIPTS, STYLES, embed, render, write_page
from graph.view.reading import read_scene
from graph.view.words import ASSETS
from tests.view.made import HOSTILE, empty_graph, small_graph

ENGINE = int(engine() is not None)  # whether scripts/explorer-assets has fetched Oxigraph


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
    digests = [source for source in rules["script-src"] if source.startswith("'sha256-")]
    assert len(digests) == 1 + len(SCRIPTS) + ENGINE
    assert set(rules["script-src"]) - set(digests) == ({"'wasm-unsafe-eval'"} if ENGINE else set())
    assert all(source.startswith("'sha256-") for source in rules["style-src"])
    assert set(rules) == {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"}


def test_a_report_cannot_close_the_data_block(pages):
    page = pages["hostile"].read_text(encoding="utf-8")
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(page)
    # the data, vis-network, our own; Oxigraph, its WebAssembly and the graph
    assert tags.count("script") == 2 + len(SCRIPTS) + 3 * ENGINE
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
    data = data_of(render(small_graph()))
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
    for name in SCRIPTS:
        script = (ASSETS / name).read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", script)


def test_every_asset_is_in_the_page_and_of_a_size_to_read():
    assert {path.name for path in ASSETS.iterdir()} == {*SCRIPTS, *STYLES, "words.tsv"}
    for name in (*SCRIPTS, *STYLES):
        assert len((ASSETS / name).read_text(encoding="utf-8").splitlines()) <= 300, name


def test_a_page_without_sparql_carries_no_engine(tmp_path):
    page = write_page(small_graph(), tmp_path / "page.html", sparql=False).read_text(encoding="utf-8")
    assert "wasm-unsafe-eval" not in page
    assert 'id="quads"' not in page
    assert (data_of(page)["sparql"], data_of(page)["questions"]) == ("off", [])


def test_without_the_engine_s_files_the_page_says_how_to_get_them(tmp_path, monkeypatch):
    assert engine(tmp_path) is None
    monkeypatch.setattr("graph.view.page.engine", lambda: None)
    page = render(small_graph())
    assert data_of(page)["sparql"] == "missing"
    assert "scripts/explorer-assets" in data_of(page)["words"]["ui-sparql-missing"][0]
