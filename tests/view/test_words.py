from __future__ import annotations

import re
from enum import StrEnum

import pytest

from graph.model import AdminLevel, Bound, EntityType, EventKind, Level
from graph.view.looks import LOOKS
from graph.view.reading import ENTITY_PROPERTIES, FACT_PROPERTIES, KINDS, RELATIONS
from graph.view.words import ASSETS, HEADER, ontology_words, page_words, read_words

OKABE_ITO = {"#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#999999"}


@pytest.mark.parametrize("terms", [AdminLevel, Bound, EntityType, EventKind, Level])
def test_every_term_has_words(terms: type[StrEnum]):
    assert {term.value for term in terms} <= set(page_words())


def test_every_property_and_kind_has_words():
    properties = {name.split(":")[1] for name in (ENTITY_PROPERTIES + " " + FACT_PROPERTIES).split()} - {"broader"}
    assert {*properties, *KINDS, *RELATIONS, *LOOKS, "planned"} <= set(page_words())


# Keys that the page puts together: ui-view-graph, ui-theme-dark …
MADE_UP = {
    "view": ["graph", "matrix", "region", "compare", "dates", "figures", "reports", "query"],
    "by": ["region", "dimension", "rank", "sure", "report"],
    "theme": ["system", "dark", "light"],
    "tip": ["graph", "matrix", "map"],
    "sparql": ["off", "missing"],
    "level": ["any", "all"],
}


def test_every_word_that_the_page_asks_for_is_there_and_no_other():
    sources = [*ASSETS.glob("*.js"), ASSETS.parent / "templates" / "page.html"]
    asked = {key for path in sources for key in re.findall(r'"(ui-[a-z-]*[a-z])"', path.read_text(encoding="utf-8"))}
    asked |= {f"ui-{start}-{end}" for start, ends in MADE_UP.items() for end in ends}
    assert asked == {key for key in read_words() if key.startswith("ui-")}


def test_gaps_in_words_are_the_same_in_both_languages():
    for key, (chinese, english) in read_words().items():
        assert set(re.findall(r"{\w+}", chinese)) == set(re.findall(r"{\w+}", english)), key


def test_terms_are_named_by_the_ontology_alone():
    assert not set(ontology_words()) & set(read_words())
    assert ontology_words()["Adoption"] == ("实施", "Adoption")


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["key\tzh"], ":1:"),
        (["\t".join(HEADER), "b\t乙\tb", "a\t甲\ta"], ":3:"),
        (["\t".join(HEADER), "a\t甲\ta", "a\t甲\ta"], ":3:"),
        (["\t".join(HEADER), "a\t甲"], ":2:"),
        (["\t".join(HEADER), "a\t\ta"], ":2:"),
    ],
)
def test_a_bad_line_is_named(tmp_path, lines, place):
    path = tmp_path / "words.tsv"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(f"{path}{place}")):
        read_words(path)


def test_types_are_told_apart_by_colour_and_by_shape():
    assert set(LOOKS) == {*EntityType, "Measure"}
    assert {look.colour for look in LOOKS.values()} == OKABE_ITO
    assert len({look.shape for look in LOOKS.values()}) == len(LOOKS)
