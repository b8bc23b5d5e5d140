"""Annotation files → `Annotation`s, checked item by item.

In: the JSON files of a folder (or one file), one a report, in the format that the README of this package describes.
Out: one `Annotation` a file, in the order of the files' names. Order of the checks: the file is JSON; each list holds
objects; each field is one that its category knows, is there if it has to be, and is of its kind; names of types, levels
and measures are known. Whether a quote stands in the report is checked by `check_quotes`, once the report is read. The
first thing wrong is an error that names the file and the place in it, such as `figures[3].value`.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from graph.errors import (
    AnnotationJsonError,
    AnnotationKindError,
    AnnotationMissingError,
    AnnotationNameError,
    AnnotationQuoteError,
    AnnotationsNotFoundError,
    AnnotationValueError,
    UnreadableError,
)
from graph.evaluate.quotes import Locator
from graph.model import Bound, EntityType, EventKind

CATEGORIES = ("entities", "relations", "adoptions", "figures", "conferrals", "pilots", "posts", "events")

_TEXT, _TEXTS, _NUMBER, _FLAG, _WHEN = "string", "list of strings", "number", "true/false", "string or number"
_PLAIN_KINDS: dict[str, tuple[type, ...]] = {
    _TEXT: (str,),
    _NUMBER: (int, Decimal),
    _FLAG: (bool,),
    _WHEN: (str, int),
}
_TYPES = tuple(each.value for each in EntityType)
_BOUNDS = tuple(each.value for each in Bound)
_EVENT_KINDS = tuple(each.value for each in EventKind)
_RELATIONS = ("within", "locatedIn", "organOf", "issuedBy")
_LEVELS = ("national", "provincial", "municipal", "county", "enterprise")


@dataclass(frozen=True, slots=True)
class _Field:
    """What a field has to be: `kind`, whether it may be left out or null, and the values that it is one of."""

    kind: str
    needed: bool = False
    of: tuple[str, ...] = ()


_NEED, _MAY = _Field(_TEXT, True), _Field(_TEXT)
_EVERY = {"optional": _Field(_FLAG)}
_FIELDS: dict[str, dict[str, _Field]] = {
    "entities": {"type": _Field(_TEXT, True, _TYPES), "name": _NEED, "aliases": _Field(_TEXTS), "quote": _MAY},
    "relations": {"kind": _Field(_TEXT, True, _RELATIONS), "subject": _NEED, "object": _NEED, "quote": _MAY},
    "posts": {"person": _NEED, "organisation": _NEED, "title": _NEED, "quote": _MAY},
    "adoptions": {"actor": _NEED, "also": _Field(_TEXTS), "measure": _NEED, "name": _MAY, "quote": _MAY},
    "figures": {
        **{"actor": _NEED, "also": _Field(_TEXTS), "indicator": _NEED, "keywords": _Field(_TEXTS)},
        **{"value": _Field(_NUMBER), "low": _Field(_NUMBER), "high": _Field(_NUMBER), "from": _Field(_NUMBER)},
        **{"unit": _MAY, "bound": _Field(_TEXT, False, _BOUNDS), "period": _MAY, "quote": _MAY},
    },
    "conferrals": {
        **{"recipient": _NEED, "also": _Field(_TEXTS), "honour": _NEED, "level": _Field(_TEXT, False, _LEVELS)},
        **{"count": _Field(_NUMBER), "year": _Field(_WHEN), "quote": _MAY},
    },
    "pilots": {
        **{"unit": _NEED, "level": _Field(_TEXT, False, _LEVELS), "batch": _MAY, "date": _Field(_WHEN)},
        "quote": _MAY,
    },
    "events": {
        **{"date": _NEED, "end": _MAY, "kind": _Field(_TEXT, False, _EVENT_KINDS), "actor": _MAY},
        **{"also": _Field(_TEXTS), "keywords": _Field(_TEXTS), "quote": _MAY},
    },
}


@dataclass(frozen=True, slots=True)
class Item:
    """One annotated item: where it stands in the file (`figures[3]`), its fields, and whether it may be left out."""

    place: str
    fields: Mapping[str, Any]
    optional: bool = False

    def text(self, name: str) -> str:
        """A field of text; "" where it is absent or null."""
        return str(self.fields.get(name) or "")

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty where it is absent or null."""
        return tuple(self.fields.get(name) or ())

    def number(self, name: str) -> Decimal | None:
        """A number, or None where it is absent or null."""
        value = self.fields.get(name)
        return None if value is None else Decimal(value)


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a careful reader found in one report: its items by category, and the file that says so."""

    path: Path
    document: str
    items: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)


def read_annotations(gold: Path, measures: Collection[str], only: str = "") -> tuple[Annotation, ...]:
    """The annotations of a file, or of the `*.json` in a folder whose names begin with `only`.

    `measures` are the ids that an adoption may name. Raises UnreadableError for a missing path,
    AnnotationsNotFoundError for a folder without annotations, and an Annotation…Error for the first thing wrong.
    """
    if not gold.exists():
        raise UnreadableError(gold, "missing")
    paths = [gold] if gold.is_file() else [path for path in sorted(gold.glob("*.json")) if path.name.startswith(only)]
    if not paths:
        raise AnnotationsNotFoundError(path=gold, only=f"{only}*.json")
    return tuple(read_annotation(path, measures) for path in paths)


def read_annotation(path: Path, measures: Collection[str]) -> Annotation:
    """One annotation file. Raises UnreadableError, or an Annotation…Error that names the place in the JSON."""
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise UnreadableError(path, "undecodable", at=error.start) from None
    except OSError:
        raise UnreadableError(path, "denied") from None
    except json.JSONDecodeError as error:
        raise AnnotationJsonError(path=path, line=error.lineno, column=error.colno) from None
    if not isinstance(value, dict):
        raise AnnotationKindError(path=path, place="/", wanted="object")
    _known(path, "", value, ("document", *CATEGORIES))
    if "document" not in value:
        raise AnnotationMissingError(path=path, place="document")
    if not isinstance(value["document"], str):
        raise AnnotationKindError(path=path, place="document", wanted=_TEXT)
    items = {category: tuple(_items(path, category, value, measures)) for category in CATEGORIES}
    return Annotation(path, value["document"], items)


def check_quotes(annotation: Annotation, locator: Locator) -> None:
    """Every quote stands in the report. Raises AnnotationQuoteError for the first that doesn't."""
    for items in annotation.items.values():
        for item in items:
            quote = item.text("quote")
            if quote and not locator.knows(quote):
                raise AnnotationQuoteError(
                    path=annotation.path, place=f"{item.place}.quote", quote=quote, document=annotation.document
                )


def _items(path: Path, category: str, value: Mapping[str, Any], measures: Collection[str]) -> Iterator[Item]:
    rows = value.get(category, [])
    if not isinstance(rows, list):
        raise AnnotationKindError(path=path, place=category, wanted="list")
    wanted = {**_FIELDS[category], **_EVERY}
    for number, row in enumerate(rows):
        place = f"{category}[{number}]"
        if not isinstance(row, dict):
            raise AnnotationKindError(path=path, place=place, wanted="object")
        _known(path, f"{place}.", row, tuple(wanted))
        for name, each in wanted.items():
            _check(path, f"{place}.{name}", row.get(name), each)
        if category == "adoptions" and row["measure"] not in measures:
            near = difflib.get_close_matches(row["measure"], sorted(measures), 3)
            raise AnnotationNameError(
                path=path, place=f"{place}.measure", name=row["measure"], near=", ".join(near) or "–"
            )
        if category == "figures" and row.get("value") is None and None in (row.get("low"), row.get("high")):
            raise AnnotationMissingError(path=path, place=f"{place}.value")
        yield Item(place, row, bool(row.get("optional")))


def _known(path: Path, place: str, row: Mapping[str, Any], names: tuple[str, ...]) -> None:
    """No field but the known ones: a misspelt `optinal` would be passed over in silence. `_…` is for remarks."""
    for name in row:
        if name not in names and not name.startswith("_"):
            near = difflib.get_close_matches(name, names, 3) or names
            raise AnnotationNameError(path=path, place=place.rstrip(".") or "/", name=name, near=", ".join(near))


def _check(path: Path, place: str, value: Any, wanted: _Field) -> None:
    if value is None or value == "":
        if wanted.needed:
            raise AnnotationMissingError(path=path, place=place)
        return
    if wanted.kind == _TEXTS:
        fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
    else:  # true and false are whole numbers to Python, not to a reader
        fits = isinstance(value, _PLAIN_KINDS[wanted.kind]) and isinstance(value, bool) is (wanted.kind == _FLAG)
    if not fits:
        raise AnnotationKindError(path=path, place=place, wanted=wanted.kind)
    if wanted.of and value not in wanted.of:
        raise AnnotationValueError(path=path, place=place, value=value, wanted=", ".join(wanted.of))
