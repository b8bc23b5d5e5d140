"""The lists of units: loaded, and a bad line named."""

from pathlib import Path

import pytest

from graph.facts.units import KINDS, load_not_units, load_units


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("unit\tkind\n", 1),
        ("unit\tkind\tsource\n人\tnobody\tx\n", 2),
        ("unit\tkind\tsource\n人\tpeople\tx\n人\tpeople\tx\n", 3),
        ("unit\tkind\tsource\n名\tpeople\tx\n人\tpeople\tx\n", 3),
        ("unit\tkind\tsource\n人\tpeople\n", 2),
    ],
)
def test_bad_unit_lines_are_named(tmp_path: Path, body: str, line: int) -> None:
    path = tmp_path / "units.tsv"
    path.write_text(body, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"units\.tsv:{line}:"):
        load_units(path)


@pytest.mark.parametrize(
    ("body", "line"), [("unit\n", 1), ("word\n乙\n乙\n", 3), ("word\n甲\tx\n", 2), ("word\n\n", 2)]
)
def test_bad_word_lines_are_named(tmp_path: Path, body: str, line: int) -> None:
    path = tmp_path / "not_units.tsv"
    path.write_text(body, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"not_units\.tsv:{line}:"):
        load_not_units(path)


def test_the_lists_of_the_package() -> None:
    units = load_units()
    assert len(units) >= 140
    assert set(units.values()) == KINDS
    assert "人民" in load_not_units()
    assert not load_not_units() & set(units)
