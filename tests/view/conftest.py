"""The pages and the browser that the tests of the page share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.query.store import Graph
from graph.view.page import write_page
from tests.view.browser import Page, browser
from tests.view.made import empty_graph, large_graph, small_graph

MADE: dict[str, Callable[[], Graph]] = {
    "small": small_graph,
    "hostile": lambda: small_graph(hostile=True),
    "empty": empty_graph,
    "large": lambda: large_graph(60),
}


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The file of each made-up graph's page. Its name has what names of files have in real life."""
    folder = tmp_path_factory.mktemp("网页 pages #1")
    return {name: write_page(graph(), folder / f"{name}.html") for name, graph in MADE.items()}


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("profile")) as page:
        yield page


@pytest.fixture
def small(chromium: Page, pages: dict[str, Path]) -> Page:
    """The small graph's page, freshly opened."""
    chromium.open(pages["small"])
    return chromium
