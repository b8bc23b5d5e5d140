"""Posts: who holds or held what at which organisation.

In: a Reading. Out: Post facts. Order: the words between an organisation and a name (某公司高级技师、首席技师某某);
titles right before a name without one, at the organisation that the section is about; 某某…成长为…、…; double posts
are two facts with one title each, and one with both as written.
"""

from __future__ import annotations

import re
from decimal import Decimal

from graph.facts.reading import Named, Reading
from graph.mentions.lexicon import Lexicon
from graph.model import EntityType, Post, Sentence

_ORGANISATIONS = (
    EntityType.AGENCY,
    EntityType.UNION,
    EntityType.ENTERPRISE,
    EntityType.INSTITUTION,
    EntityType.LOCAL_GOVERNMENT,
)
_GROWN = re.compile(
    r"(?:当选为?|成长为|晋升为|成为|担任|出任|当选为?|聘为|任)(?:公司|该公司|了|一名)?([\u4e00-\u9fff、和]{2,30})"
)
_IS = re.compile(
    r"(?:（[^（）]{1,12}）)?(?:，|是|系|为|现任|担任|：|（(?=[^（）]{4,24}）))(?:男，|女，|\d{2}岁，|中共党员，|党员，|[\u4e00-\u9fff]{1,6}人，)*(?:现?是|现任|时任)?"
)
_ALSO = re.compile(r"，(?:也是|同时是|还是|兼任|并任|兼)")
_MARK = re.compile(r"[，。；！？）]")
_LINK = re.compile(r"[、和兼]")


def posts(reading: Reading, lexicon: Lexicon) -> tuple[Post, ...]:
    """The posts that a report names."""
    titles = sorted(lexicon.titles, key=lambda t: (-len(t), t))
    one = rf"(?:{'|'.join(map(re.escape, titles))}|[\u4e00-\u9fff]{{1,3}}(?:工|员|匠))"
    chain = re.compile(rf"((?:[\u4e00-\u9fff]{{0,6}}?{one}[、和兼]?)+)(?:——|的)?$")
    found: dict[tuple[str, str, str], Post] = {}
    for sentence in reading.document.sentences:
        for person in reading.named[sentence.index]:
            if person.type is not EntityType.PERSON:
                continue
            told = (
                *_before(reading, sentence, person, chain),
                *_is(reading, sentence, person, chain),
                *_behind(reading, sentence, person, titles),
            )
            for post in told:
                if re.search(r"记者|通讯员|获得者$|^中共党员$", post.title):
                    continue
                found.setdefault((post.person, post.organisation, post.title), post)
    return tuple(found.values())


def _before(reading: Reading, sentence: Sentence, person: Named, chain: re.Pattern[str]) -> list[Post]:
    text = sentence.text
    others = [n.end for n in reading.named[sentence.index] if n.type is EntityType.PERSON and n.end <= person.start]
    floor = max([0, *others, *(m.end() for m in re.finditer(r"[，。；：！？”]", text[: person.start]))])
    match = chain.search(text, floor, person.start)
    behind = re.match(r"(老师|教授|师傅)", text[person.end :])
    organisations = [
        n
        for n in reading.named[sentence.index]
        if n.type in _ORGANISATIONS and floor <= n.start and n.end <= person.start
    ]
    if not match and not behind:
        return []
    honoured = any(n.type is EntityType.HONOUR and n.end == person.start for n in reading.named[sentence.index])
    if honoured and match and not organisations:
        return []  # 某地大工匠某某某 bears an honour, no post
    title_at = match.start(1) if match else person.start
    title = match.group(1) if match else behind.group(1) if behind else ""
    owners = [n for n in organisations if n.start <= title_at or n.end >= title_at]
    if title.startswith("司") and text[:title_at].endswith("公"):  # 该公司人力资源部部长: the chain began inside 公司
        title_at, title = title_at + 1, title[1:]
        own = True
    else:
        own = title.startswith(("公司", "集团", "学校", "学院"))
    evidence = sentence.spans(organisations[0].start if organisations else title_at, person.end)
    made = []
    if not owners:
        key = next(iter(reading.actors(sentence.index, person.start)), "")
        government = bool(key) and reading.entities[key].type is EntityType.LOCAL_GOVERNMENT
        if government and own:
            return []  # 公司总经理某某某 in a county's report does not work for the county
        return [Post(evidence, "post-section", Decimal("0.75"), person.key, key, title)] if key and title else []
    last = max(owners, key=lambda n: (n.end, -n.start))
    head = text[last.end : person.start].strip("的，、")
    if last.end > title_at and head:
        title = head
    widest = max((n for n in owners if n.end == last.end), key=lambda n: n.end - n.start)
    written = re.split(r"[由是为]", title)[-1].strip("、和")
    made.append(Post(evidence, "post-named", Decimal("0.95"), person.key, widest.key, written))
    first = min(owners, key=lambda n: n.start)
    if first.key != widest.key and first.end < widest.start:
        between = text[first.end : widest.start].strip("、和的")
        if between and len(between) <= 14:
            made.append(Post(evidence, "post-double", Decimal("0.85"), person.key, first.key, between))
    return made


def _is(reading: Reading, sentence: Sentence, person: Named, chain: re.Pattern[str]) -> list[Post]:
    """Posts behind the name: 某某某，某某公司车间班长。 某某某是某某公司高级技师，也是公司工会副主席。"""
    text = sentence.text
    made: list[Post] = []
    link = _IS.match(text, person.end)
    while link:
        at = link.end()
        owner = next(
            (n for n in reading.outer_names(sentence.index) if n.start == at and n.type in _ORGANISATIONS), None
        )
        mark = _MARK.search(text, at)
        end = mark.start() if mark else len(text)
        head = owner.end if owner else at
        match = chain.search(text, head, end)
        key = owner.key if owner else next(iter(reading.actors(sentence.index, person.start)), "")
        if not key or match is None or (owner is None and match.start() > at):
            break
        title = re.sub(r"^的?一[名位]|^的", "", text[head:end]).strip("的、")
        made.append(Post(sentence.spans(person.start, end), "post-is", Decimal("0.85"), person.key, key, title))
        link = _ALSO.match(text, end)
    return made


def _behind(reading: Reading, sentence: Sentence, person: Named, titles: list[str]) -> list[Post]:
    """Posts that a person came to hold: 某某…后来成长为班组长、车间主任和厂长."""
    made = []
    for match in _GROWN.finditer(sentence.text, person.end):
        if any(
            n.type is EntityType.PERSON and person.end < n.start < match.start() for n in reading.named[sentence.index]
        ):
            break
        key = next(iter(reading.actors(sentence.index, person.start)), "")
        for part in _LINK.split(match.group(1)):
            title = next((t for t in titles if part.endswith(t)), "")
            if key and title and len(part) <= 16:
                evidence = sentence.spans(match.start(), match.end())
                made.append(Post(evidence, "post-grown", Decimal("0.75"), person.key, key, part))
    return made
