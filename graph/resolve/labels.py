"""Labels that open the items of a roundup: 【某县】…, ●某县：…, 某公司：…, 3.某公司（某县）。…, 某局局长某某：….

In: sentences and the names in them. Out: `LABEL`, the form of a label with a sign; the sentences that begin with a
label without one; the length of an item's number.
"""

from __future__ import annotations

import re

from graph.model import Document, EntityType, Mention, SentenceKind
from graph.read.marks import ITEM_SIGNS

LABEL = re.compile(rf"(?:【|——|[{ITEM_SIGNS}]\s*)([^【】：，。]{{2,24}})(?:】|：|——)")  # 【某县】…, ●某县：…
ENDS_ITEMS = re.compile(  # 会议强调，…; 某某某要求，…: the speeches are over
    r"(?:会议|会上|会后|最后|(?!我|本|全)[\u4e00-\u9fff]{2,4}(?:最后)?(?:强调|指出|要求|在讲话中|在总结))"
)
_LABELS = 3  # paragraphs that open with a name and ：, before they are read as the items of a roundup
ITEM_NUMBER = re.compile(
    rf"(?:—{{1,2}}|[{ITEM_SIGNS}]\s*)?"  # ——某公司（某县）。
    r"(?:（?[一二三四五六七八九十\d]{1,3}[）.．、]|[①-⑳]|案例[一二三四五六七八九十\d]{1,2}[：:、]?)?\s*"
)
_RUN_IN = re.compile(r"(?:（[^（）]{2,12}）)?。$")  # 3.某公司（某县）。
_LABELLED = re.compile(
    r"(?:[\u4e00-\u9fff、]{0,10}(?:书记|主席|主任|局长|[市县区镇]长|部长|经理|董事长|厂长|矿长|校长|院长|负责人|代表)[\u4e00-\u9fff·]{2,8})?："
)
_LABELLING = (
    EntityType.LOCAL_GOVERNMENT,
    EntityType.ENTERPRISE,
    EntityType.AGENCY,
    EntityType.UNION,
    EntityType.INSTITUTION,
)


def plain_labels(document: Document, by_sentence: dict[int, list[Mention]]) -> frozenset[int]:
    """The sentences that open a paragraph with a name and ：, or are a name alone, where several do: 某县：….
    某局局长某某：…. 3.某公司（某县）。…."""
    found: dict[int, str] = {}
    headed: set[str] = set()
    for sentence in document.sentences:
        if sentence.kind is SentenceKind.HEADING:  # ●某县：…; 2.某县：… as headings of other items
            label = LABEL.match(sentence.text)
            start = label.start(1) if label else number_of(sentence.text)
            headed |= {m.surface for m in by_sentence.get(sentence.index, []) if start and m.start == start}
        before = document.sentences[sentence.index - 1] if sentence.index else None
        opens = before is None or (before.section, before.paragraph) != (sentence.section, sentence.paragraph)
        start = number_of(sentence.text)
        signed = LABEL.match(sentence.text)
        for mention in by_sentence.get(sentence.index, []) if opens and not signed else ():
            behind = _LABELLED.match(sentence.text, mention.end) or _RUN_IN.match(sentence.text, mention.end)
            if mention.start == start and behind and mention.type in _LABELLING:
                found[sentence.index] = mention.surface
    return frozenset(found) if len({*found.values(), *headed}) >= _LABELS else frozenset()


def number_of(text: str) -> int:
    """How many characters the sign and number of an item take where a sentence begins: 2 for 3.某公司, 0 for none."""
    number = ITEM_NUMBER.match(text)
    return number.end() if number else 0
