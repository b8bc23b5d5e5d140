from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Dataset

from graph.query.dataset import read_dataset
from graph.query.store import Graph, open_graph

FIXTURE = Path(__file__).with_name("fixture.trig")


@pytest.fixture(scope="session")
def graph() -> Graph:
    return open_graph(FIXTURE)


@pytest.fixture(scope="session")
def oracle() -> Dataset:
    return read_dataset(FIXTURE)
