"""A dataset → `DIR/graph.trig`, and beside it the text of each file that was no plain text.

In: a dataset, the reports it was made of. Out: files. Each is replaced at once, so that a failure leaves what was
built.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rdflib import Dataset

from graph.model import Report
from graph.rdf.identifiers import article_iri, encoded
from graph.rdf.quads import article_iris
from graph.rdf.serialise import dataset_quads, replace_file, trig

GRAPH_FILE = "graph.trig"
TEXTS = "texts"


def write(dataset: Dataset, folder: Path) -> Path:
    """Writes `folder`/graph.trig, making the folder where it is missing; the file's path. Raises OSError."""
    text = trig(dataset_quads(dataset))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / GRAPH_FILE
    replace_file(path, text)
    return path


def write_texts(reports: Sequence[Report], folder: Path) -> tuple[Path, ...]:
    """Keeps the text taken out of HTML, PDF or DOCX under `folder`/texts: its offsets count there. Raises OSError."""
    paths = []
    base = article_iri("")
    for report, article in zip(reports, article_iris(reports), strict=True):
        if report.document.extracted:
            name = encoded(article.removeprefix(str(base)).replace("/", "~")) + ".txt"
            (folder / TEXTS).mkdir(parents=True, exist_ok=True)
            replace_file(folder / TEXTS / name, report.document.text)
            paths.append(folder / TEXTS / name)
    return tuple(paths)
