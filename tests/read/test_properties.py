"""What holds for every text: nothing crashes, nothing is lost or said twice, every span quotes its characters."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UnreadableError
from graph.model import Document, SentenceKind
from graph.read import document_from_text
from graph.read.encoding import decode

# Characters that pages are made of, and pieces of pages, so that columns, captions, bylines and tables come about.
PIECES = [
    *"剑阁县工会产改，。！？；：、…“”‘’（）《》｜|—·,.;:!?()\"'[]#*①%％０Ａ１a5 \t\n\r",
    "\r\n", "\n\n", "\n\n\n", "　　", "\u2028", "\x0c", "\u200b", "\ufeff", "⻓", "𠮷",
    "1,200.5万元", "——剑阁县产改纪实", "\n文/白山\n", "\n白山 摄\n", "\n图为车间\n", "一、", "（二）", "\n## ",
    "3 | 剑阁县 ",
    "剑阁县总工会着眼产业工人成长，", "把练兵、比武、晋级与待遇连在一\n", "起，先后投入资金350万元，建起\n",
    "召开推进会。", "2023年5月18日\n",
]  # fmt: skip
PAGES = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200)


def check(document: Document) -> None:
    text = document.text
    seen: list[int] = []
    for sentence in document.sentences:
        assert sentence.text
        assert len(sentence.text) == len(sentence.offsets)
        assert list(sentence.offsets) == sorted(set(sentence.offsets))
        seen.extend(sentence.offsets)
        for char, offset in zip(sentence.text, sentence.offsets, strict=True):
            if (text[offset], char) in (("l", "1"), ("I", "1"), ("O", "0")):
                continue  # letters that OCR takes for digits
            if char.isalnum() and not 0x2E80 <= ord(text[offset]) < 0x2F00:
                assert unicodedata.normalize("NFKC", text[offset]) in (char, unicodedata.normalize("NFKC", char))
        quoted = "".join(text[span.start : span.end] for span in sentence.spans())
        own = "".join(text[offset] for offset in sentence.offsets)
        assert "".join(quoted.split()).replace("\u200b", "") == "".join(own.split()).replace("\u200b", "")
        assert all(a.end <= b.start for a, b in pairwise(sentence.pieces))
    assert len(seen) == len(set(seen))
    letters = {i for i, char in enumerate(text) if char.isalnum()}
    assert letters <= set(seen)
    main = [s for s in document.sentences if s.kind in (SentenceKind.BODY, SentenceKind.HEADING)]
    assert all(a.offsets[-1] < b.offsets[0] for a, b in pairwise(main))
    assert [i for section in document.sections for i in section.sentences] == list(range(len(document.sentences)))


@settings(deadline=None, max_examples=300)
@given(PAGES)
def test_every_text_is_read(text):
    document = document_from_text(text, "a.txt")
    check(document)
    assert document == document_from_text(text, "a.txt")


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=120))
def test_bytes_are_read_or_refused(raw):
    try:
        text = decode(raw, Path("a.txt"))
    except UnreadableError:  # which reason for which bytes is in test_encoding
        return
    assert text.strip()
    check(document_from_text(text, "a.txt"))
