from __future__ import annotations

import pytest

from graph.view.names import pinyin


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("中阳县", "zhong yang xian"),
        ("重庆", "chong qing"),
        ("吕梁", "lv liang"),
        ("“五小”", "wu xiao"),
        ("A栋", "a dong"),
        ("ＡＢ", ""),
        ("", ""),
    ],
)
def test_pinyin(name, heard):
    assert pinyin(name) == heard


def test_all_readings_of_a_sign_that_has_several():
    assert pinyin("长治").split()[0].split("/") == ["zhang", "chang"]
