"""The briefing as Markdown.

In: blocks. Out: text of CommonMark with tables (GFM). What reports say is escaped: no word of theirs becomes markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.report.briefing import Block, Grid, Heading, Paragraph, Picture

MARKUP = re.compile(r"([\\`*_<>|#~]|(?<=\])\()")


def markdown(blocks: Iterable[Block]) -> str:
    """The blocks as Markdown."""
    return "\n".join(line for block in blocks for line in (*_lines(block), ""))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield "#" * block.level + " " + plain(block.text)
    elif isinstance(block, Paragraph):
        yield plain(block.text)
    elif isinstance(block, Picture):
        yield f"![{plain(block.text)}]({block.file})"
    elif isinstance(block, Grid):
        yield "| " + " | ".join(map(plain, block.head)) + " |"
        yield "|" + "|".join("--:" if at in block.right else "---" for at in range(len(block.head))) + "|"
        for row in block.rows:
            yield "| " + " | ".join(map(plain, row)) + " |"
    else:
        for at, item in enumerate(block.items):
            # the numbers are those of the workbook: a list would count anew
            yield f"- [{block.numbers[at]}] {plain(item)}" if block.numbers else f"- {plain(item)}"


def plain(text: str) -> str:
    """A text in one line, without anything that Markdown would take for markup."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))
