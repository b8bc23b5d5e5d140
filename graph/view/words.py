"""The words of the page in Chinese and English.

In: the ontology, whose labels name its terms (`LocalGovernment`, `actor`, `National`), and `assets/words.tsv`, one word
a line: key, Chinese, English, for the page's own controls (`ui-search`) and for the few labels of reused vocabularies
that the ontology does not give. Out: `{key: (Chinese, English)}`; the table goes before the ontology.
"""

from __future__ import annotations

from pathlib import Path

from graph.namespaces import CG
from graph.query.store import parse_graph
from graph.resources import ontology_folder

ASSETS = Path(__file__).resolve().parent / "assets"
HEADER = ["key", "zh", "en"]
ONTOLOGY = "changai.ttl"
LABELS = "SELECT ?term ?label (LANG(?label) AS ?language) { ?term rdfs:label ?label }"


def read_words(path: Path = ASSETS / "words.tsv") -> dict[str, tuple[str, str]]:
    """The words of `path` by key.

    Raises ValueError naming file and line where the header is another, a line has not three filled columns, or a key
    stands twice or out of order.
    """
    words: dict[str, tuple[str, str]] = {}
    previous = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if number == 1:
            if cells != HEADER:
                raise ValueError(f"{path}:1: the header must be {' '.join(HEADER)}")
            continue
        if len(cells) != len(HEADER) or not all(cells):
            raise ValueError(f"{path}:{number}: three filled columns are wanted, key, zh and en")
        key, chinese, english = cells
        if key <= previous:
            raise ValueError(f"{path}:{number}: {key} stands twice or out of order")
        words[key] = (chinese, english)
        previous = key
    return words


def ontology_words() -> dict[str, tuple[str, str]]:
    """The labels of the ontology's own terms by local name, English with a capital."""
    path = ontology_folder() / ONTOLOGY
    found: dict[str, dict[str, str]] = {}
    for term, label, language in parse_graph(path.read_bytes(), path).select(LABELS).rows:
        if str(term).startswith(str(CG)):
            found.setdefault(str(term).removeprefix(str(CG)), {})[str(language)] = str(label)
    return {
        name: (labels["zh"], labels["en"][:1].upper() + labels["en"][1:])
        for name, labels in sorted(found.items())
        if {"zh", "en"} <= labels.keys()
    }


def page_words() -> dict[str, tuple[str, str]]:
    """Every word that the page can say."""
    return {**ontology_words(), **read_words()}
