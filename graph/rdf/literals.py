"""Values → RDF literals, in the forms that the contract names.

In: dates (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`), decimals, texts. Out: literals whose lexical form is the plain one, so
that two builds write the same bytes: 1.8E+4 is `18000`, 85.50 is `85.5`.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from rdflib import Literal
from rdflib.namespace import XSD

_SHAPES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), XSD.date),
    (re.compile(r"\d{4}-\d{2}"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)


def zh(text: str) -> Literal:
    """A Chinese text."""
    return Literal(text, lang="zh")


def plain(text: str) -> Literal:
    """A text as it stands in a report, of no stated language."""
    return Literal(text)


def whole(number: int) -> Literal:
    """A whole number, as xsd:integer."""
    return Literal(str(number), datatype=XSD.integer, normalize=False)


def offset(number: int) -> Literal:
    """An offset into a text, as xsd:nonNegativeInteger."""
    return Literal(str(number), datatype=XSD.nonNegativeInteger, normalize=False)


def decimal(number: Decimal) -> Literal:
    """A number as xsd:decimal, without exponent or trailing zeros. Raises ValueError where it is not finite."""
    if not number.is_finite():
        raise ValueError(f"no finite number: {number}")
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return Literal("0" if text in {"-0", ""} else text, datatype=XSD.decimal, normalize=False)


def moment(text: str) -> Literal:
    """A date typed by its shape: xsd:date, xsd:gYearMonth or xsd:gYear. Raises ValueError for anything else."""
    for shape, datatype in _SHAPES:
        if shape.fullmatch(text):
            date.fromisoformat(text + "-01-01"[3 * (text.count("-")) :])  # there is no 30 February
            return Literal(text, datatype=datatype, normalize=False)
    raise ValueError(f"no date of the form YYYY, YYYY-MM or YYYY-MM-DD: {text!r}")


def moment_or_text(text: str) -> Literal:
    """A date where `text` is one, else the text: 年底前, 十四五期间."""
    try:
        return moment(text)
    except ValueError:
        return plain(text)
