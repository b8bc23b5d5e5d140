"""Pages of another world – a statute, sports, banking, archaeology – tell of no measure, pilot or honour.

Two are made up and lie in `offtopic/`; three real ones lie in ../shared beside the checkout, where it is.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.api import load_extractor, read_report
from graph.model import Adoption, Conferral, Pilot
from graph.read import read_document
from tests.commands import ROOT

MADE = sorted(Path(__file__).with_name("offtopic").glob("*.txt"))
SHARED = ROOT.parent / "shared" / "corpus-more"
REAL = ("41_ningbo_jitixieshang_tiaoli.txt", "46_control_finance_huishang.txt", "47_control_culture_kaogu.txt")


@pytest.fixture(scope="module")
def extractor():
    return load_extractor()


def untrue(path: Path, extractor) -> list[tuple[str, str, str]]:
    """The adoptions, pilots and conferrals that a page is said to tell: class, rule and the words behind it."""
    document = read_document(path)
    return [
        (type(fact).__name__, fact.rule, document.text[fact.evidence[0].start : fact.evidence[-1].end])
        for fact in read_report(document, extractor).facts
        if isinstance(fact, Adoption | Pilot | Conferral)
    ]


def test_the_made_ones_are_there():
    assert [path.name for path in MADE] == ["sports.txt", "statute.txt"]


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_made_page(path, extractor):
    assert untrue(path, extractor) == []


@pytest.mark.parametrize("name", REAL)
def test_real_page(name, extractor):
    path = SHARED / name
    if not path.is_file():
        pytest.skip("no ../shared beside the checkout")
    assert untrue(path, extractor) == []
