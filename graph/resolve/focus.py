"""Which region and whom each sentence of a report is about.

In: a report and its mentions. Out: a `Focus` a sentence, that of its section or of the roundup's item it stands in: the
region that 全县 and 县总 lean on, and the place or body that acts where a sentence names none. Order: codes of several
places are decided by the company they keep; the report's region is that of its title, else the lowest that holds
most of its places; an article's is that of its own title, subtitle or first sentence; a section's heading may name its
own, and so may an item's label (【某县】…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.mentions.divisions import Divisions
from graph.model import Document, EntityType, Mention, Sentence, SentenceKind
from graph.resolve.codes import Codes
from graph.resolve.heads import Focus, article_focus, heading_focus
from graph.resolve.labels import ENDS_ITEMS, LABEL, number_of, plain_labels
from graph.resolve.main_region import main_region

_THE_GROUP = re.compile(r"(?:目前，|如今，|近年来，|此外，)?全?集团(?:公司)?(?!第)")
_PUBLIC = (EntityType.LOCAL_GOVERNMENT, EntityType.UNION, EntityType.AGENCY)
_A_MEETING = re.compile(r"(?:会|会议)(?:在|召开|举行|侧记|发言|$)")
_MEETS_AGAIN = re.compile(r"(?:会议|会上|会后|本次会议|与会)")
_NEWS = 2  # other titles that begin with a name


def focuses(document: Document, mentions: tuple[Mention, ...], divisions: Divisions, codes: Codes) -> tuple[Focus, ...]:
    """The focus of each sentence, in the sentences' order."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    main = main_region(document, mentions, codes)
    out: list[Focus] = []
    wholes: list[Focus] = []  # what each section's article is about
    article = -1
    current = Focus(main, None)
    headed: Focus | None = None
    for section in document.sections:
        heads = [i for i in section.sentences if document.sentences[i].kind is SentenceKind.HEADING]
        named = [m for i in heads for m in by_sentence.get(i, [])]
        if section.article != article:
            article = section.article
            current = article_focus(document, section.article, by_sentence, codes, main)
        heads_person = any(document.sentences[i].text.startswith("——记") for i in heads) and current.subject is not None
        own = None if heads_person else heading_focus(document, heads, named, codes, current, main)
        out.append(own or headed or current)
        wholes.append(current)
        if _one_of_several(document, section.article, by_sentence, current):
            current = Focus(main, None)  # 某区：“技术工人也评职称” is the first of several news
        if own:
            current = own if _opens(document, heads) else current
        # ◆ 某公司 / 技能也能入股: a unit's name alone heads the next heading's section too
        headed = own if own and len(heads) == len(section.sentences) and not _opens(document, heads) else None
    return tuple(_with_items(document, by_sentence, codes, out, wholes))


def _one_of_several(document: Document, article: int, by_sentence: dict[int, list[Mention]], current: Focus) -> bool:
    """Whether an article is a row of news with a title each, and its focus only the label of the first: 某区：…."""
    if current.subject is None:
        return False
    label = document.sentences[current.subject.sentence]
    if label.kind is not SentenceKind.HEADING or not label.text.startswith("：", current.subject.end):
        return False
    heads = [s.sentences[0] for s in document.sections if s.article == article]
    others = {m.surface for i in heads for m in by_sentence.get(i, []) if m.start == 0 and m.type in _PUBLIC}
    return len(others - {current.subject.surface}) >= _NEWS


def _with_items(
    document: Document, by_sentence: dict[int, list[Mention]], codes: Codes, sections: list[Focus], whole: list[Focus]
) -> Iterator[Focus]:
    """The sections' foci, and those of the items of a roundup, each up to the next label or section; an item that
    opens a paragraph without a sign (某公司：…) holds for its paragraph."""
    plain = plain_labels(document, by_sentence)
    over = -1
    item: tuple[int, int, Focus] | None = None
    for sentence in document.sentences:
        section = sections[sentence.section]
        label = LABEL.match(sentence.text)
        if label or sentence.index in plain:
            start = label.start(1) if label else number_of(sentence.text)
            named = [m for m in by_sentence.get(sentence.index, []) if m.start == start]
            own = heading_focus(document, [sentence.index], named, codes, section, section.region, start)
            on = -1 if not plain or _alone(document, sentence) else sentence.paragraph
            item = (sentence.section, on, own) if own else None
        elif item and item[1] == -1 and plain and ENDS_ITEMS.match(sentence.text):
            item = None
        elif item and _of_the_whole(document, sentence, section):
            item = None  # 集团工会还为…: behind the items of its mines
        if _speeches_over(document, sentence):
            over = sentence.section
        if over == sentence.section:
            yield whole[sentence.section]  # 会议现场还发布了…: behind the last 某学院：….
            continue
        inside = item is not None and item[0] == sentence.section and item[1] in (-1, sentence.paragraph)
        yield item[2] if item and inside else section


def _speeches_over(document: Document, sentence: Sentence) -> bool:
    """Whether a paragraph is of the meeting again, in a section that one of its speakers heads: 某学院：….."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    opens = before is not None and (before.section, before.paragraph) != (sentence.section, sentence.paragraph)
    head = document.sentences[document.sections[sentence.section].sentences[0]]
    labelled = head.kind is SentenceKind.HEADING and "：" in head.text and head is not sentence
    meeting = any(_A_MEETING.search(s.text) for s in document.sentences[:4] if s.kind is SentenceKind.HEADING)
    return bool(opens and labelled and meeting and before is not head and _MEETS_AGAIN.match(sentence.text))


def _of_the_whole(document: Document, sentence: Sentence, section: Focus) -> bool:
    """Whether a paragraph in a group's report opens with the group itself."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    opens = before is None or (before.section, before.paragraph) != (sentence.section, sentence.paragraph)
    group = section.subject is not None and "集团" in section.subject.surface
    return opens and group and _THE_GROUP.match(sentence.text) is not None


def _alone(document: Document, sentence: Sentence) -> bool:
    """Whether a label is a paragraph of its own (某公司：, ▲某县——“点子”上大集): it holds for those below it."""
    if not sentence.text.endswith(("：", "】")) and not LABEL.match(sentence.text):
        return False
    after = document.sentences[sentence.index + 1] if sentence.index + 1 < len(document.sentences) else None
    return after is None or (after.section, after.paragraph) != (sentence.section, sentence.paragraph)


def _opens(document: Document, heads: list[int]) -> bool:
    """Whether a heading holds for the sections after it too: a subtitle or a numbered heading."""
    return any(re.match(r"—|\d{1,2}\s*[|.．、]", document.sentences[i].text) for i in heads)
