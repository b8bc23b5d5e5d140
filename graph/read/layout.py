"""Lines of a page → blocks: paragraphs put together, with headings, captions, bylines and page furniture told apart.

In: the text as read. Out: blocks in reading order, each with the source offsets of its characters. Order:
1. lines are cut and measured (blank lines before them count: photographs leave gaps);
2. hard-wrapped lines of one paragraph are joined (OCR pages wrap every line at the column's width, some with a blank
   line after each);
3. every block gets a kind;
4. a paragraph that stops in mid-sentence is joined with the block where its sentence goes on, captions and bylines
   between them set aside: `…培养熟练焊接技 / 某镇开办夜校。 / 工和质检员…` is one sentence and one caption.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.model import SentenceKind
from graph.read.dictionary import word_frequency
from graph.read.kinds import BULLET, HEADING_START, TERMINAL, is_byline, is_caption, kind_of
from graph.read.marks import is_chinese
from graph.read.splices import spliced

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]*(?:\r\n|[\r\n\u2028\u2029\x0b\x0c]|$)")
_MARKDOWN = re.compile(r"#{1,6}[ \u3000]+(?=\S)")  # `## 一、…` in Markdown files
_TIME_START = re.compile(r"^(?:\d{4}年|近年|[一二三四五六七八九十两]+年来|截至|目前|今年|去年|连日来|此外|同时)")
_REPORT_START = re.compile(r"^(?:本报讯|近年来|近日|日前|今年以来|去年以来|为深入|为进一步|[“‘\"])|^\d{4}年以来")
_A_NUMBER = re.compile(r"\d[\d.]*[万余多]?[家人名个项元次%％]")  # 全县规上企业 / 126家，…
_ROW = re.compile(r"\d{1,3}[ \u3000]+[\u4e00-\u9fff]{2,4}[ \u3000（(]")  # 12 某某某 某公司焊工
_BETWEEN = frozenset({SentenceKind.CAPTION, SentenceKind.BYLINE})
_WRAP_SHARE = 0.7  # of the widest line: a shorter line without a full stop ends its paragraph


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its margins: source offsets, blank lines before it, and whether it was indented."""

    start: int
    end: int
    blank_before: int
    indented: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or byline: the source offsets of its characters, in reading order."""

    kind: SentenceKind
    offsets: tuple[int, ...]
    blank_before: int
    indented: bool = False

    def surface(self, text: str) -> str:
        """The block's characters as they stand in the report, line breaks left out."""
        return "".join(text[i] for i in self.offsets)


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything, with their margins cut off."""
    found: list[Line] = []
    blank = 0
    for match in _LINE.finditer(text):
        if match.start() == len(text):
            break
        raw = match.group()
        bare = raw.strip()
        if not bare:
            blank += 1
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        lead = raw[: start - match.start()]
        end = start + len(bare)
        if mark := _MARKDOWN.match(bare):
            start += mark.end()
        found.append(Line(start, end, blank, "\u3000" in lead or lead.count(" ") >= 2))
        blank = 0
    return found


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a report in reading order."""
    paragraphs = _paragraphs(text, lines_of(text))
    blocks = [
        replace(block, kind=kind_of(block.surface(text).strip(), block.blank_before, i))
        for i, block in enumerate(paragraphs)
    ]
    blocks = _cut_openings(text, blocks)
    return tuple(_rejoin(text, blocks, _far(text, blocks)))


def _paragraphs(text: str, lines: list[Line]) -> list[Block]:
    """Lines joined to paragraphs where the page was hard-wrapped."""
    groups: list[list[Line]] = []
    width, spacing = _wrapping(text, lines)
    for line in lines:
        wrapped = groups and width and line.blank_before <= spacing and not line.indented
        if wrapped and not _ends_paragraph(text, groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Block(
            SentenceKind.BODY,
            tuple(i for line in group for i in range(line.start, line.end)),
            max(0, group[0].blank_before - spacing),
            group[0].indented,
        )
        for group in groups
    ]


def _ends_paragraph(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether a paragraph of a column `width` characters wide ends with a line; `following` stands below it."""
    surface, after = text[line.start : line.end], text[following.start : following.end]
    length = len(surface)
    if "\t" in surface + after or _ROW.match(after) or _ROW.match(surface):
        return True  # rows of a table or a roll
    if (
        length < width * _WRAP_SHARE
        or is_byline(surface)
        or HEADING_START.match(after)
        or BULLET.match(after)
        or is_caption(after)
    ):
        return True
    if TERMINAL.search(surface):  # at the very end of a line: a sentence's end or a paragraph's, a heading tells
        return length < width - 2 or (len(after) < width * _WRAP_SHARE and not TERMINAL.search(after))
    return bool(HEADING_START.match(surface)) and length < width - 2


def _wrapping(text: str, lines: list[Line]) -> tuple[int, int]:
    """The column's width in characters, and the blank lines between its lines; 0, 0 for a paragraph a line.

    A column is told by many lines that are full and stop in mid-sentence.
    """
    apart = {line for line in lines if _stands_alone(text[line.start : line.end])}
    for spacing in (0, 1):
        run = [line for i, line in enumerate(lines) if i and line.blank_before == spacing]
        if len(run) < (3, 5)[spacing] or len(run) < spacing * 0.7 * len(lines):
            continue
        lengths = sorted(line.end - line.start for line in lines)
        width = lengths[int(len(lengths) * 0.9)]
        full = [line for line in run if line.end - line.start >= width * _WRAP_SHARE and line not in apart]
        cut = [line for line in full if not TERMINAL.search(text[line.start : line.end])]
        if width <= (80, 45)[spacing] and len(cut) >= len(run) * (0.4, 0.5)[spacing]:
            return width, spacing
    return 0, 0


def _stands_alone(surface: str) -> bool:
    return (
        bool(HEADING_START.match(surface) or _ROW.match(surface))
        or "\t" in surface
        or is_byline(surface)
        or is_caption(surface)
    )


def _cut_openings(text: str, blocks: list[Block]) -> list[Block]:
    """The short first line of a paragraph that a column break cut: `某公司把安全生产贯穿 / 始终，…`.

    Under a heading such a line has a 把 or 将 without an end, or a comma with unequal parts (a heading's halves are
    alike in length); elsewhere it opens with a time (`2018年以来，…`), has three unequal parts, stands before a number
    that counts (`全县规上企业 / 126家`), or goes on behind a box where a paragraph was left open.
    """
    out = list(blocks)
    for i in range(1, len(blocks) - 1):
        if blocks[i].kind is not SentenceKind.HEADING:
            continue
        surface = blocks[i].surface(text)
        if blocks[i + 1].kind is not SentenceKind.BODY or re.search(r"\s", surface) or HEADING_START.match(surface):
            continue
        parts = re.split(r"[，,]", surface)
        spread = max(map(len, parts)) - min(map(len, parts))
        after_heading = blocks[i - 1].kind is SentenceKind.HEADING and not surface.startswith("——")
        verb = re.search(r"[把将]", re.sub(r"“[^”]*”", "", surface)[1:]) is not None
        cut = after_heading and ((len(parts) > 1 and spread >= 4) or verb)
        # a column that goes on behind a box: 定为省级试点县后，县委专门成立领导小组 / 和办公室…
        close = not blocks[i + 1].blank_before
        parted = bool(blocks[i].blank_before) and close and len(parts) > 1 and spread >= 4
        cut = cut or (parted and any(is_open(text, b) for b in blocks[:i]))
        cut = cut or (close and _A_NUMBER.match(blocks[i + 1].surface(text)) is not None)
        if cut or (len(parts) > 2 and spread >= 6) or (len(parts) > 1 and _TIME_START.match(surface)):
            out[i] = replace(blocks[i], kind=SentenceKind.BODY)
    return out


def is_open(text: str, block: Block) -> bool:
    """Whether a paragraph stops in mid-sentence; a row of a table never does."""
    surface = block.surface(text).rstrip()
    closed = TERMINAL.search(surface) or re.search(r"[”’）)》]$", surface)
    return block.kind is SentenceKind.BODY and not closed and "\t" not in surface


def _indents(blocks: list[Block]) -> bool:
    """Whether some paragraphs are indented and others not; else an indent tells nothing."""
    bodies = [block for block in blocks if block.kind is SentenceKind.BODY]
    return 0 < sum(block.indented for block in bodies) < len(bodies)


def _far(text: str, blocks: list[Block]) -> dict[int, int]:
    """Where broken paragraphs go on, of those that do not in the next one: the page's columns were spliced."""
    indents = _indents(blocks)
    ends = [i for i, block in enumerate(blocks) if is_open(text, block)]
    starts = [i for i, block in enumerate(blocks) if block.kind is SentenceKind.BODY and _goes_on(text, block, indents)]
    usual = {end: at for end in ends if (at := _next(text, blocks, end, indents)) is not None}
    far = spliced(ends, starts, usual, lambda i: blocks[i].surface(text), word_frequency)
    for end in ends:
        start = _behind_box(text, blocks, end) if end not in usual and end not in far else None
        if start in starts and start not in far.values():
            far[end] = start
    return far


def _behind_box(text: str, blocks: list[Block], end: int) -> int | None:
    """The paragraph behind a box that parts a sentence: blank lines set the box off, none parts its own paragraphs."""
    parted = end + 1 < len(blocks) and blocks[end + 1].kind is SentenceKind.HEADING
    if not parted or not re.search(r"[，。,]", blocks[end].surface(text)):  # not a masthead
        return None
    at = end + 2
    while at < len(blocks) and not (
        blocks[at].kind is blocks[at - 1].kind is SentenceKind.BODY and blocks[at].blank_before
    ):
        at += 1
    return at if at < len(blocks) and _is_box(text, blocks[end + 1 : at]) else None


def _is_box(text: str, between: list[Block]) -> bool:
    """Whether blocks are a piece of their own: a heading, and a byline or 本报讯."""
    kinds = {block.kind for block in between}
    signed = SentenceKind.BYLINE in kinds or any(block.surface(text).startswith("本报讯") for block in between)
    return {SentenceKind.HEADING, SentenceKind.BODY} <= kinds and signed


def _next(text: str, blocks: list[Block], at: int, indents: bool) -> int | None:
    """The block in which a broken paragraph goes on as pages usually do: behind captions and bylines."""
    at += 1
    while at < len(blocks) and blocks[at].kind in _BETWEEN and _resumes(text, blocks, at + 1, indents):
        at += 1
    found = at < len(blocks) and blocks[at].kind is SentenceKind.BODY and _goes_on(text, blocks[at], indents)
    return at if found else None


def _rejoin(text: str, blocks: list[Block], far: dict[int, int]) -> list[Block]:
    indents = _indents(blocks)
    out: list[Block] = []
    boxes: list[Block] = []  # they come last, or the article that they part would go on in them
    boxed = {i for end, start in far.items() for i in range(end + 1, start) if _is_box(text, blocks[end + 1 : start])}
    taken: set[int] = set(far.values())
    for i, block in enumerate(blocks):
        if i in taken:
            continue
        aside: list[Block] = []
        at, last = i + 1, i
        while is_open(text, block) and (at < len(blocks) or last in far):
            if last in far:
                last = far[last]
                block = replace(block, offsets=block.offsets + blocks[last].offsets)
                at = len(blocks) if last not in far else at
                continue
            following = blocks[at]
            if at in taken:
                if blocks[min(at + 1, len(blocks) - 1)].kind not in _BETWEEN:
                    break
                at += 1
                continue
            if following.kind in _BETWEEN and _resumes(text, blocks, at + 1, indents):
                aside.append(following)
            elif following.kind is SentenceKind.BODY and _goes_on(text, following, indents):
                block, last = replace(block, offsets=block.offsets + following.offsets), at
            else:
                break
            taken.add(at)
            at += 1
        (boxes if i in boxed else out).append(block)
        out.extend(aside)
    return out + boxes


def _resumes(text: str, blocks: list[Block], at: int, indents: bool) -> bool:
    """Whether what stands behind captions and bylines can be a sentence's second part.

    Behind a byline it is not where it opens as a report does: the byline is then that report's.
    """
    byline = blocks[at - 1].kind is SentenceKind.BYLINE
    while at < len(blocks) and blocks[at].kind in _BETWEEN:
        byline = byline or blocks[at].kind is SentenceKind.BYLINE
        at += 1
    if at == len(blocks) or blocks[at].kind is not SentenceKind.BODY or not _goes_on(text, blocks[at], indents):
        return False
    return not (byline and _REPORT_START.match(blocks[at].surface(text)))


def _goes_on(text: str, block: Block, indents: bool) -> bool:
    """Whether a block can be the second part of a sentence: it doesn't open as a paragraph of its own would."""
    surface = block.surface(text)
    if (indents and block.indented) or "\t" in surface:
        return False
    return is_chinese(surface[0]) or surface[0] in "，,、；;。)）”’》%％+-—0123456789“‘《(（"
