"""Blocks → sentences and sections. In: the text and its blocks. Out: sentences in reading order, each in a section.

Order: marks take one form; sentences end at 。！？ (with the quotation mark or bracket behind them); a heading opens a
section; a byline, a subtitle behind —— or a numbered heading (`3 | 某市 …`) opens an article of a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.model import Section, Sentence, SentenceKind, Span
from graph.read.layout import Block
from graph.read.marks import one_form

_END = re.compile(r"[。！？]+[”’）》]*|…+(?=[^，、。…])[”’）》]*")
_SPACED = re.compile(  # the blanks of 新 川 县练兵忙, 新川 县练兵忙; not those of 一 练兵, 练兵忙 比武热
    r"(?<![\u4e00-\u9fff])(?![一二三四五六七八九十上中下])[\u4e00-\u9fff]( )(?=[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff]{2})( )(?=[省市县区旗州][\u4e00-\u9fff])"
)
_DECIMAL = re.compile(r"\d(?: \.| ?\. \d|\. )")
_ARTICLE_HEADING = re.compile(r"^(?:——|\d{1,2}\s*[|｜丨])")


@dataclass
class _Page:
    """The sections of a page while they are being made."""

    text: str
    sentences: list[Sentence] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    members: list[list[int]] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)

    def open(self, heading: str, new_article: bool) -> None:
        last = self.articles[-1] if self.articles else -1
        if self.members and not self.members[-1]:
            self.headings[-1], self.articles[-1] = heading, last + int(new_article)
            return
        self.headings.append(heading)
        self.articles.append(last + int(new_article or last < 0))
        self.members.append([])

    def add(self, kind: SentenceKind, chars: str, offsets: tuple[int, ...], paragraph: int) -> None:
        pieces = _pieces(self.text, offsets)
        sentence = Sentence(len(self.sentences), len(self.members) - 1, kind, chars, offsets, pieces, paragraph)
        self.members[-1].append(sentence.index)
        self.sentences.append(sentence)

    def sections(self) -> tuple[Section, ...]:
        rows = zip(self.articles, self.headings, self.members, strict=True)
        return tuple(Section(i, article, heading, tuple(m)) for i, (article, heading, m) in enumerate(rows))


def sentences_of(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Sentence, ...], tuple[Section, ...]]:
    """The sentences of a report and its sections; every sentence belongs to one."""
    page = _Page(text)
    page.open("", True)
    for i, block in enumerate(blocks):
        chars, offsets = _characters(text, block)
        if not chars:
            continue
        if block.kind is SentenceKind.HEADING:
            page.open(chars, _opens_article(text, blocks, i))
        elif block.kind is SentenceKind.BYLINE and _orphan_byline(blocks, i):
            page.open("", True)
        for start, end in _cuts(chars, block.kind):
            page.add(block.kind, chars[start:end], offsets[start:end], i)
    return tuple(page.sentences), page.sections()


def _opens_article(text: str, blocks: tuple[Block, ...], at: int) -> bool:
    """A heading opens an article where a subtitle or byline follows in the same run of headings, or it is numbered."""
    surface = blocks[at].surface(text)
    if _ARTICLE_HEADING.match(surface):
        return not (surface.startswith("——") and at and blocks[at - 1].kind is SentenceKind.HEADING)
    if at and blocks[at - 1].kind is SentenceKind.HEADING:
        return False
    for block in blocks[at + 1 :]:
        if block.kind is SentenceKind.BYLINE or block.surface(text).startswith("本报讯"):
            return True
        if block.kind is not SentenceKind.HEADING:
            return False
        if block.surface(text).startswith("——"):
            return True
    return False


def _orphan_byline(blocks: tuple[Block, ...], at: int) -> bool:
    """A byline between two paragraphs: the heading of the article it opens was lost or stands elsewhere."""
    before = blocks[at - 1].kind if at else SentenceKind.HEADING
    after = blocks[at + 1].kind if at + 1 < len(blocks) else SentenceKind.HEADING
    return before is SentenceKind.BODY and after is SentenceKind.BODY


def _characters(text: str, block: Block) -> tuple[str, tuple[int, ...]]:
    """A block's characters in one form without layout.

    A blank stays where it parts words (headings, Latin, bylines, cells of a table).
    """
    offsets = list(block.offsets)
    plain = one_form([text[i] for i in offsets])
    chars: list[str] = []
    kept: list[int] = []
    loose = block.kind in (SentenceKind.HEADING, SentenceKind.BYLINE)
    for i, char in enumerate(plain):
        if not char.isspace() and char not in "\u200b\ufeff\u00ad":
            chars.append(char)
            kept.append(offsets[i])
            continue
        after = plain[i + 1] if i + 1 < len(plain) else ""
        parts = loose or char == "\t" or (chars and chars[-1].isascii() and after.isascii())
        parts = parts and not _broken_number(chars, plain, i)
        if chars and after and chars[-1] != " " and parts:
            chars.append(" ")
            kept.append(offsets[i])
    while chars and chars[-1] == " ":
        chars.pop()
        kept.pop()
    text = "".join(chars)
    if block.kind is SentenceKind.HEADING:
        blanks = {m.start(m.lastindex or 1) for m in _SPACED.finditer(text)}
        kept = [offset for i, offset in enumerate(kept) if i not in blanks]
        text = "".join(c for i, c in enumerate(text) if i not in blanks)
    return text, tuple(kept)


def _broken_number(chars: list[str], plain: str, at: int) -> bool:
    """Whether a blank breaks a number, as OCR does: 16 8个, 1 05户, 2 0 2 0年 at the head of
    a clause; not 2021 2022年, nor 3 500 without a unit."""
    before = re.search(r"(?:^|[\u4e00-\u9fff，、。；：“”（） ])(\d{1,4})$", "".join(chars[-5:]))
    behind = re.match(r"(\d{1,2}(?: \d){0,2}|\d{3})[余多万亿]?[ \u3000]?[\u4e00-\u9fff%]", plain[at + 1 : at + 9])
    if _DECIMAL.search("".join(chars[-3:]) + plain[at : at + 4]):
        return True  # 6 . 8万人, 11. 3%
    if plain[at] != " " or before is None or behind is None:
        return False
    return len(before[1]) < 4 and min(len(before[1]), len(behind[1])) <= 2


def _cuts(chars: str, kind: SentenceKind) -> list[tuple[int, int]]:
    """Where a block's sentences start and end; headings and bylines are one sentence."""
    if kind in (SentenceKind.HEADING, SentenceKind.BYLINE):
        return [(0, len(chars))]
    cuts, start = [], 0
    for match in _END.finditer(chars):
        if match.end() > start:
            cuts.append((start, match.end()))
            start = match.end()
    if start < len(chars):
        cuts.append((start, len(chars)))
    return cuts


def _pieces(text: str, offsets: tuple[int, ...]) -> tuple[Span, ...]:
    """The stretches of the report that a sentence is made of; a gap of nothing but blanks doesn't part them."""
    pieces: list[Span] = []
    start = last = offsets[0]
    for offset in offsets[1:]:
        if offset != last + 1 and (offset < last or text[last + 1 : offset].strip()):
            pieces.append(Span(start, last + 1))
            start = offset
        last = offset
    pieces.append(Span(start, last + 1))
    return tuple(pieces)
