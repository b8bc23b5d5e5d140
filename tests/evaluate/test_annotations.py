"""Annotation files: what is read, and what is said of each thing that can be wrong in one."""

from __future__ import annotations

import copy
import json

import pytest

from graph.errors import (
    AnnotationJsonError,
    AnnotationKindError,
    AnnotationMissingError,
    AnnotationNameError,
    AnnotationQuoteError,
    AnnotationsNotFoundError,
    AnnotationValueError,
    ChangaiError,
    UnreadableError,
)
from graph.evaluate.annotations import check_quotes, read_annotation, read_annotations
from graph.evaluate.quotes import locator
from graph.read import document_from_text
from tests.evaluate.made import GOLD, TEXT, write

MEASURES = ("craftsman-academies", "skills-contests")


def changed(path: str, value: object) -> dict:
    """The right annotation with one place of it changed; None takes the field out."""
    gold = copy.deepcopy(GOLD)
    *way, last = path.split("/")
    at = gold
    for part in way:
        at = at[int(part) if part.isdigit() else part]
    if value is None:
        del at[last]
    else:
        at[int(last) if last.isdigit() else last] = value
    return gold


def test_a_right_one_is_read(tmp_path):
    (annotation,) = read_annotations(write(tmp_path), MEASURES)
    assert annotation.document == "report.txt"
    assert {name: len(items) for name, items in annotation.items.items() if items} == {
        **{"entities": 2, "relations": 1, "adoptions": 2, "figures": 1}
    }
    union = annotation.items["entities"][1]
    assert (union.place, union.text("name"), union.texts("aliases"), union.optional) == (
        "entities[1]", "青川县总工会", (), False,
    )  # fmt: skip
    check_quotes(annotation, locator(document_from_text(TEXT, "report.txt")))


@pytest.mark.parametrize(
    ("gold", "error", "words"),
    [
        ("{", AnnotationJsonError, "line 1, column 2"),
        ([], AnnotationKindError, "/ is of the wrong kind: object"),
        (changed("document", None), AnnotationMissingError, "document"),
        (changed("document", 3), AnnotationKindError, "document"),
        (changed("figures", {}), AnnotationKindError, "figures is of the wrong kind: list"),
        (changed("figures/0", "x"), AnnotationKindError, "figures[0] is of the wrong kind: object"),
        (changed("entities/0/type", "Company"), AnnotationValueError, 'entities[0].type cannot be "Company"'),
        (changed("entities/1/name", ""), AnnotationMissingError, "entities[1].name"),
        (changed("entities/0/aliases", "青川"), AnnotationKindError, "entities[0].aliases"),
        (changed("entities/0/aliases", [1]), AnnotationKindError, "entities[0].aliases"),
        (changed("entities/0/optinal", True), AnnotationNameError, 'entities[0] has the unknown name "optinal"'),
        (changed("entities/0/optional", "yes"), AnnotationKindError, "entities[0].optional"),
        (changed("entities/0/quote", 7), AnnotationKindError, "entities[0].quote"),
        (changed("relations/0/kind", "partOf"), AnnotationValueError, "relations[0].kind"),
        (changed("relations/0/object", None), AnnotationMissingError, "relations[0].object"),
        (changed("adoptions/0/measure", "craftsman-academy"), AnnotationNameError, "near it: craftsman-academies"),
        (changed("figures/0/value", "1200"), AnnotationKindError, "figures[0].value is of the wrong kind: number"),
        (changed("figures/0/value", True), AnnotationKindError, "figures[0].value"),
        (changed("figures/0/value", None), AnnotationMissingError, "figures[0].value"),
        (changed("figures/0/bound", "about"), AnnotationValueError, "exact, approx, over"),
        (changed("people", []), AnnotationNameError, '"people"'),
        (changed("pilots", [{"unit": "青川县", "level": "Provincial"}]), AnnotationValueError, "pilots[0].level"),
        (changed("events", [{"date": "2021", "kind": "party"}]), AnnotationValueError, "events[0].kind"),
        (changed("conferrals", [{"recipient": "某人"}]), AnnotationMissingError, "conferrals[0].honour"),
        (changed("posts", [{"person": "某人", "title": "主席"}]), AnnotationMissingError, "posts[0].organisation"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path, gold, error, words):
    path = write(tmp_path, gold) / "report.json"
    with pytest.raises(error) as caught:
        read_annotation(path, MEASURES)
    assert words in caught.value.message("en")
    for language in ("zh", "en"):
        assert str(path) in caught.value.message(language)
        assert "{" not in caught.value.message(language)
    assert isinstance(caught.value, ChangaiError)
    assert caught.value.exit_code == 2


def test_a_quote_that_the_report_does_not_hold(tmp_path):
    annotation = read_annotation(
        write(tmp_path, changed("figures/0/quote", "培训工人1300人次")) / "report.json", MEASURES
    )
    with pytest.raises(AnnotationQuoteError) as caught:
        check_quotes(annotation, locator(document_from_text(TEXT, "report.txt")))
    assert "figures[0].quote" in caught.value.message("zh")
    assert "培训工人1300人次" in caught.value.message("zh")


def test_remarks_are_passed_over(tmp_path):
    assert read_annotation(write(tmp_path, changed("_by", "某人")) / "report.json", MEASURES)


def test_folders(tmp_path):
    with pytest.raises(UnreadableError):
        read_annotations(tmp_path / "none", MEASURES)
    with pytest.raises(AnnotationsNotFoundError, match="no annotation file"):
        read_annotations(tmp_path, MEASURES)
    write(tmp_path)
    (tmp_path / "other.json").write_text(json.dumps({"document": "other.txt"}), encoding="utf-8")
    assert [a.document for a in read_annotations(tmp_path, MEASURES)] == ["other.txt", "report.txt"]
    assert [a.document for a in read_annotations(tmp_path, MEASURES, "rep")] == ["report.txt"]
    assert [a.document for a in read_annotations(tmp_path / "other.json", MEASURES)] == ["other.txt"]


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("培训工人1200人次", 1),
        ("培训 工人\n1200人次", 1),
        ("培训工人１２００人次", 1),
        ("青川县总工会", 2),
        ("没有这句", None),
        ("", None),
        ("1200人次。青川县总工会", 1),
    ],
)
def test_where_a_quote_stands(quote, sentence):
    assert locator(document_from_text(TEXT, "report.txt")).sentence(quote) == sentence
