"""The units and classifiers that make a number a quantity, and the words that only begin like one.

In: `units.tsv` (unit, kind, source) and `not_units.tsv` (word), sorted, read once. Out: units with their kinds, and
words. Kinds: people (人), body (家), times (场), edition (届), abstract (个, 项), share (%), money (元), measure (吨),
points (分), time (天).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

UNITS_FILE = Path(__file__).with_name("units.tsv")
NOT_UNITS_FILE = Path(__file__).with_name("not_units.tsv")
KINDS = frozenset({"people", "body", "times", "edition", "abstract", "share", "money", "measure", "points", "time"})


def load_units(path: Path = UNITS_FILE) -> dict[str, str]:
    """The units and their kinds. Raises ValueError naming file and line where a line is bad."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0] != "unit\tkind\tsource":
        raise ValueError(f"{path}:1: header must be unit, kind, source")
    units: dict[str, str] = {}
    last = ""
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != 3 or not all(cells) or cells[1] not in KINDS:
            raise ValueError(f"{path}:{number}: must be a unit, one of {', '.join(sorted(KINDS))}, and a source")
        if cells[0] <= last:
            raise ValueError(f"{path}:{number}: {cells[0]} is out of order or double")
        last = cells[0]
        units[cells[0]] = cells[1]
    return units


@cache
def standard_units() -> Mapping[str, str]:
    """The units that travel with the program, read once."""
    return load_units()


def load_not_units(path: Path = NOT_UNITS_FILE) -> frozenset[str]:
    """The words that begin like a unit and are none (人民 in 3人民 …). Raises ValueError naming file and line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0] != "word":
        raise ValueError(f"{path}:1: header must be word")
    for number, (last, line) in enumerate(pairwise(lines), start=2):
        if not line or "\t" in line or (number > 2 and line <= last):
            raise ValueError(f"{path}:{number}: must be one word, in order, no word twice")
    return frozenset(lines[1:])


@cache
def standard_not_units() -> frozenset[str]:
    """The words of `not_units.tsv`, read once."""
    return load_not_units()
