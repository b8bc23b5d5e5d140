"""The measures as the extractor reads them, and what a bad file is told."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from graph.resources import ontology_folder
from graph.vocabulary import VocabularyError, load_measures

HEAD = """@prefix cg: <https://w3id.org/changai/ontology#> .
@prefix dimension: <https://w3id.org/changai/dimension/> .
@prefix measure: <https://w3id.org/changai/measure/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

"""
BLOCK = """measure:singing a cg:Measure , skos:Concept ;
    skos:prefLabel "唱歌"@zh , "Singing"@en ;
    skos:broader dimension:ideological ;
    skos:altLabel "歌咏"@zh , "合唱"@zh ;
    cg:pattern "唱.{0,2}歌" ;
    cg:excludes "唱\\\\d+首" .
"""


def folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "measures.ttl").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_measure_is_read_whole(tmp_path: Path) -> None:
    (concept,) = load_measures(folder(tmp_path, HEAD + BLOCK))
    assert (concept.id, concept.dimension, concept.label_zh, concept.label_en) == (
        "singing",
        "ideological",
        "唱歌",
        "Singing",
    )
    assert concept.phrases == ("合唱", "唱歌", "歌咏")
    assert (concept.patterns, concept.excludes) == (("唱.{0,2}歌",), (r"唱\d+首",))


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("skos:broader", "skos:broader skos:broader", 8, "no valid Turtle"),
        ("dimension:ideological ;", "measure:mentoring ;", 6, "no dimension"),
        ('"唱歌"@zh , ', "", 6, "needs one skos:prefLabel in zh, has 0"),
        ('"Singing"@en', '"Singing"@en , "Song"@en', 6, "needs one skos:prefLabel in en, has 2"),
        ("    skos:broader dimension:ideological ;\n", "", 6, "needs one skos:broader, has 0"),
        ("唱.{0,2}歌", "唱(歌", 10, "no regular expression"),
        ("唱\\\\\\\\d+首", "唱\\\\\\\\d+[首", 11, "no regular expression"),
        ("measure:singing", "<https://example.org/singing>", 6, "does not begin with"),
    ],
)
def test_a_bad_file_is_told_by_file_and_line(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    text = HEAD + BLOCK
    old, new = old.replace("\\\\\\\\", "\\\\"), new.replace("\\\\\\\\", "\\\\")
    assert old in text
    with pytest.raises(VocabularyError) as caught:
        load_measures(folder(tmp_path, text.replace(old, new, 1)))
    assert reason in str(caught.value)
    assert str(caught.value).startswith(f"{tmp_path / 'measures.ttl'}:{line}: ")


def test_a_missing_or_undecodable_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"measures\.ttl: cannot be read"):
        load_measures(tmp_path)
    (tmp_path / "measures.ttl").write_bytes("工会".encode("gb18030"))
    with pytest.raises(VocabularyError, match=r"measures\.ttl: cannot be read"):
        load_measures(tmp_path)


def test_our_own_measures() -> None:
    measures = load_measures()
    assert [m.id for m in measures] == sorted(m.id for m in measures)
    assert Counter(m.dimension for m in measures) == {
        "ideological": 10,
        "achievement": 9,
        "skills": 11,
        "status": 9,
        "growth": 15,
        "governance": 9,
    }
    assert all(m.phrases and m.label_zh in m.phrases for m in measures)


def test_our_own_phrases_are_plain_and_stated_once() -> None:
    text = (ontology_folder() / "measures.ttl").read_text(encoding="utf-8")
    for measure in load_measures():
        assert not [p for p in measure.phrases if re.search(r"[.*?\[\]\\|^$]", p)], measure.id
        assert len(re.findall(rf"^measure:{measure.id} a ", text, re.M)) == 1


def test_the_example_of_the_readme_is_read(tmp_path: Path) -> None:
    readme = (ontology_folder() / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```turtle\n(.*?)```", readme, re.S)
    prefixes = (
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix scheme: <https://w3id.org/changai/scheme/> .\n"
    )
    (concept,) = load_measures(folder(tmp_path, prefixes + HEAD + example))
    assert (concept.id, concept.dimension) == ("mentoring", "skills")
