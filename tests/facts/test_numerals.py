"""Numbers as written, against a writer of our own."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts.numerals import parse_number

ROWS = [
    ("7", "7"),
    ("3,650", "3650"),
    ("12.75", "12.75"),
    ("4.6万", "46000"),
    ("2.3亿", "230000000"),
    ("1.2万亿", "1200000000000"),
    ("1亿3000万", "130000000"),
    ("百", "100"),
    ("万", "10000"),
    ("亿", "100000000"),
    ("十", "10"),
    ("十七", "17"),
    ("二十", "20"),
    ("一百零五", "105"),
    ("一百五", "150"),
    ("三千六", "3600"),
    ("两万五", "25000"),
    ("两万零五", "20005"),
    ("六千零八十", "6080"),
    ("三亿二千万", "320000000"),
    ("三点五", "3.5"),
    ("八十五点六", "85.6"),
    ("一点二万", "12000"),
    ("二〇二四", "2024"),
    ("零", "0"),
]
NO_NUMBERS = ["", "近", "人", "3人", "点五", "三点", "1.2.3", "一点二点三", "三3"]


def spelled(number: int) -> str:
    """A whole number below 10**12 in Chinese numerals, as a cheque would have it."""
    if number == 0:
        return "零"
    sections = [(10**8, "亿"), (10**4, "万"), (1, "")]
    out, gap = "", False
    for size, sign in sections:
        section, number = divmod(number, size)
        if not section:
            gap = gap or bool(out)
            continue
        if out and (gap or section < 1000):
            out += "零"
        out += _section(section) + sign
        gap = False
    return out


def _section(number: int) -> str:
    out, gap = "", False
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            out += ("零" if gap and out else "") + "零一二三四五六七八九"[digit] + sign
            gap = False
        else:
            gap = True
    return out


@pytest.mark.parametrize(("text", "value"), ROWS)
def test_number(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_number(text)


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_chinese_numerals_round_trip(number: int) -> None:
    assert parse_number(spelled(number)) == number


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]))
def test_arabic_numerals_round_trip(number: int, magnitude: tuple[str, int]) -> None:
    assert parse_number(f"{number}{magnitude[0]}") == number * magnitude[1]
    assert parse_number(f"{number:,}") == number


@given(st.text(alphabet="0123456789.,零一二两三十百千万亿点", max_size=12))
def test_any_text_is_a_number_or_an_error(text: str) -> None:
    try:
        value = parse_number(text)
    except ValueError:
        return
    assert value >= 0


def test_counts() -> None:
    assert (len(ROWS), len(NO_NUMBERS)) == (25, 9)
