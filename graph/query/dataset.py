"""A built graph for rdflib: for validation, for exchange, and as the oracle that the store's answers are held against.

In: the folder that a build wrote, or a TriG file. Out: an `rdflib.Dataset` whose default graph is the union of all.
"""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset

from graph.query.store import open_graph


def read_dataset(path: Path | str) -> Dataset:
    """The dataset of a build's folder or of a TriG file. Raises as `open_graph` does."""
    file = open_graph(path).path
    dataset = Dataset(default_union=True)
    dataset.parse(data=file.read_text(encoding="utf-8"), format="trig")
    return dataset
