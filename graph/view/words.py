"""The words of the page in Chinese and English, from `assets/words.tsv`.

In: the table, one word a line: key, Chinese, English. Out: `{key: (Chinese, English)}`. Keys are the local names of the
ontology's terms (`LocalGovernment`, `actor`, `National`) and the names of the page's own controls (`ui-search`).
"""

from __future__ import annotations

from pathlib import Path

ASSETS = Path(__file__).resolve().parent / "assets"
HEADER = ["key", "zh", "en"]


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
