from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal
from rdflib.namespace import XSD

from graph.rdf.literals import decimal, moment, moment_or_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1.8E+4", "18000"),
        ("85.50", "85.5"),
        ("100000000", "100000000"),
        ("0.0", "0"),
        ("-0", "0"),
        ("1E-7", "0.0000001"),
        ("100", "100"),
        ("-3.10", "-3.1"),
    ],
)
def test_a_number_is_plain(number: str, text: str) -> None:
    literal = decimal(Decimal(number))
    assert (str(literal), literal.datatype) == (text, XSD.decimal)


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_number_keeps_its_value(number: Decimal) -> None:
    literal = decimal(number)
    assert Decimal(str(literal)) == number
    assert "E" not in str(literal)


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_no_number_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        decimal(Decimal(number))


@pytest.mark.parametrize(
    ("text", "datatype"),
    [("2020", XSD.gYear), ("2020-09", XSD.gYearMonth), ("2020-08-11", XSD.date), ("2020-02-29", XSD.date)],
)
def test_a_date_is_typed_by_its_shape(text: str, datatype: str) -> None:
    assert moment(text).datatype == datatype
    assert str(moment(text)) == text


@pytest.mark.parametrize(
    "text", ["", "2020年", "2020-13", "2020-02-30", "2020-9", "20200911", "2020-09-11T00:00", "0000"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day|year"):
        moment(text)


def test_a_plan_may_be_due_in_words() -> None:
    assert moment_or_text("年底前") == Literal("年底前")
    assert moment_or_text("2025").datatype == XSD.gYear
