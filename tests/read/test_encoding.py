"""Bytes of every sort a folder holds."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from graph.errors import UnreadableError
from graph.read.encoding import decode

TEXT = "　　苍溪县总工会办起夜校３所，培训职工1.5万人次。\r\n㑇、䶮等字也在。\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "gb18030"],
)
def test_the_text_as_it_stands(raw):
    assert decode(raw, Path("a.txt")) == TEXT


def test_old_gb2312_pages():
    assert decode("旺苍县产改办".encode("gb2312"), Path("a.txt")) == "旺苍县产改办"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        ("\u3000\n".encode(), "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (bytes(range(1, 32)) * 8, "binary"),
        (b"PK\x03\x04\x14\0\x06\0", "binary"),
        ("旺苍县".encode() + b"\xff\xff" + "产改".encode(), "undecodable"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00", "undecodable"),
        (b"\x80abc", "undecodable"),
    ],
)
def test_what_cannot_be_read(raw, reason):
    with pytest.raises(UnreadableError) as caught:
        decode(raw, Path("坏.txt"))
    assert caught.value.reason == reason
    assert "坏.txt" in caught.value.message("zh")


def test_the_first_wrong_byte_is_named():
    with pytest.raises(UnreadableError) as caught:
        decode(b"ab\xe6\x97\xff\xff", Path("a.txt"))
    assert caught.value.at == 4
