"""Lines of a page → blocks: paragraphs put together, with headings, captions, bylines and page furniture told apart.

In: the text as read. Out: blocks in reading order, each with the source offsets of its characters. Order:
1. lines are cut and measured (blank lines before them count: photographs leave gaps);
2. hard-wrapped lines of one paragraph are joined (OCR pages wrap every line at the column's width);
3. every block gets a kind;
4. a paragraph that stops in mid-sentence is joined with the block where its sentence goes on, captions between them
   set aside: `…引进专家及紧缺人 / 某区举办报告会。 / 才与科研机构…` is one sentence and one caption.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.model import SentenceKind
from graph.read.marks import is_chinese

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]*(?:\r\n|[\r\n\u2028\u2029\x0b\x0c]|$)")
_TERMINAL = re.compile(r"[。！？!?；;…:：][”’」』\"）)]*$")
_BYLINE = re.compile(
    r"^[\s■□◆●▲★(（【]*(?:文|图|摄|作者|来源|编辑|责编|责任编辑|校对|审核|供稿|统筹|策划|摄影|撰文|通讯员|记者|特约记者|本报记者|本报通讯员)"
    r"\s*[/／:：、\s]?\s*(?:图|文|记者|摄影)?\s*[/／:：\s]?\s*[\u4e00-\u9fff·\s、/／]{1,40}[)）】]?$"
)
_BULLET_NAMES = re.compile(r"^[■□◆●]\s*(?:[\u4e00-\u9fff]{2,4}[\s、]*){1,6}$")
_FURNITURE = re.compile(r"(?:\.s?html?\b|-->|https?://|^第?\s*[A-Z]?\d{1,3}\s*版|^扫码|^上接|^下转)", re.I)
_NUMBERED_CAPTION = re.compile(r"^\s*(?:[①-⑳]|图为|上图|下图|左图|右图|图[一二三四五1-9][:：])")
_CAPTION_VERBS = re.compile(
    r"召开|举办|举行|开展|组织|参加|发言|发放|考察|观摩|现场|会场|比赛现场|推广|宣讲|指导|查验|慰问|走访|座谈|启动|揭牌|授课|演练|合影"
)
_HEADING_START = re.compile(
    r"^(?:——|\d{1,2}\s*[|｜丨]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节篇部]|●|◆|▲|■)"
)
_TIME_START = re.compile(r"^(?:\d{4}年|近年|[一二三四五六七八九十两]+年来|截至|目前|今年|去年|连日来|此外|同时)")
HEADING_LENGTH = 45  # characters; longer lines without a full stop are paragraphs that were cut
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
        found.append(Line(start, start + len(bare), blank, "\u3000" in lead or lead.count(" ") >= 2))
        blank = 0
    return found


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a report in reading order."""
    blocks = [_kind(text, block, i) for i, block in enumerate(_paragraphs(text, lines_of(text)))]
    return tuple(_rejoin(text, _cut_openings(text, blocks)))


def _paragraphs(text: str, lines: list[Line]) -> list[Block]:
    """Lines joined to paragraphs where the page was hard-wrapped."""
    groups: list[list[Line]] = []
    width = _wrap_width(text, lines)
    for line in lines:
        if groups and width and line.blank_before == 0 and not line.indented:
            last = groups[-1][-1]
            surface = text[last.start : last.end]
            full = last.end - last.start >= width * _WRAP_SHARE
            if full and not _BYLINE.match(surface) and not _HEADING_START.match(text[line.start : line.end]):
                ended = _TERMINAL.search(surface) and last.end - last.start < width - 2
                if not ended:
                    groups[-1].append(line)
                    continue
        groups.append([line])
    return [
        Block(SentenceKind.BODY, tuple(i for line in group for i in range(line.start, line.end)), group[0].blank_before)
        for group in groups
    ]


def _wrap_width(text: str, lines: list[Line]) -> int:
    """The column's width in characters where most lines were cut in mid-sentence; 0 for one line a paragraph."""
    run = [line for i, line in enumerate(lines) if i and line.blank_before == 0]
    if len(run) < 3:
        return 0
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[int(len(lengths) * 0.9)]
    cut = [n for n in run if not _TERMINAL.search(text[n.start : n.end]) and n.end - n.start >= width * _WRAP_SHARE]
    return width if width <= 80 and len(cut) >= len(run) * 0.4 else 0


def _kind(text: str, block: Block, index: int) -> Block:
    surface = block.surface(text).strip()
    if _BYLINE.match(surface) or _BULLET_NAMES.match(surface) or _FURNITURE.search(surface):
        return replace(block, kind=SentenceKind.BYLINE)
    if _NUMBERED_CAPTION.match(surface):
        return replace(block, kind=SentenceKind.CAPTION)
    ended = _TERMINAL.search(surface) and not surface.startswith("——")
    if _HEADING_START.match(surface) and len(surface) <= HEADING_LENGTH and "。" not in surface and not ended:
        return replace(block, kind=SentenceKind.HEADING)
    short = len(surface) <= 70 and not re.search(r"[。！？].", surface)
    if short and block.blank_before >= 2 and index > 1 and len(surface) >= 8 and _CAPTION_VERBS.search(surface):
        return replace(block, kind=SentenceKind.CAPTION)
    if len(surface) <= HEADING_LENGTH and not _TERMINAL.search(surface) and "。" not in surface:
        return replace(block, kind=SentenceKind.HEADING)
    return block


def _cut_openings(text: str, blocks: list[Block]) -> list[Block]:
    """The short first line of a paragraph that a column break cut: `某公司把安全生产贯穿 / 始终，…`.

    Under a heading such a line has a 把 or 将 without an end, or a comma with unequal parts (a heading's halves are
    alike in length); elsewhere it opens with a time (`2018年以来，…`) or has three unequal parts.
    """
    out = list(blocks)
    for i in range(1, len(blocks) - 1):
        if blocks[i].kind is not SentenceKind.HEADING:
            continue
        surface = blocks[i].surface(text)
        if blocks[i + 1].kind is not SentenceKind.BODY or re.search(r"\s", surface) or _HEADING_START.match(surface):
            continue
        parts = re.split(r"[，,]", surface)
        spread = max(map(len, parts)) - min(map(len, parts))
        after_heading = blocks[i - 1].kind is SentenceKind.HEADING and not surface.startswith("——")
        cut = after_heading and ((len(parts) > 1 and spread >= 4) or re.search(r"[把将]", surface[1:]))
        if cut or (len(parts) > 2 and spread >= 6) or (len(parts) > 1 and _TIME_START.match(surface)):
            out[i] = replace(blocks[i], kind=SentenceKind.BODY)
    return out


def is_open(text: str, block: Block) -> bool:
    """Whether a paragraph stops in mid-sentence."""
    surface = block.surface(text).rstrip()
    return block.kind is SentenceKind.BODY and not re.search(r"[。！？!?；;…:：][”’」』\"）)]*$|[”’）)》]$", surface)


def _rejoin(text: str, blocks: list[Block]) -> list[Block]:
    out: list[Block] = []
    taken: set[int] = set()
    for i, block in enumerate(blocks):
        if i in taken:
            continue
        aside: list[Block] = []
        at = i + 1
        while is_open(text, block) and at < len(blocks):
            following = blocks[at]
            if at in taken:
                at += 1
                continue
            if following.kind is SentenceKind.CAPTION and at + 1 < len(blocks):
                aside.append(following)  # a photograph's words between the two parts
                taken.add(at)
                at += 1
                continue
            if following.kind is not SentenceKind.BODY or not _goes_on(text, following):
                break
            block = replace(block, offsets=block.offsets + following.offsets)
            taken.add(at)
            at += 1
        out.append(block)
        out.extend(aside)
    return out


def _goes_on(text: str, block: Block) -> bool:
    """Whether a block can be the second part of a sentence: it doesn't open as a paragraph of its own would."""
    surface = block.surface(text)
    return bool(surface) and (is_chinese(surface[0]) or surface[0] in "，,、；;。)）”’》%％+-—0123456789“‘《(（")
