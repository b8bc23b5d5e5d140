"""Whom people work for: the firm or house that a sentence names somebody with.

In: a report's sentences with their names. Out: person → firm. Order: 某某公司焊工某某某; 某某某，某某公司班长; he of
whom the next sentence says 他来自某某公司; who is first seen at work in a paragraph of one firm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from graph.facts.reading import Named
from graph.facts.subjects import FIRMS
from graph.model import Document, Entity, EntityType, SentenceKind

_HIS_FIRM = re.compile(r"(?:（[^（）]{1,16}）)?(?:的)?[^，。；：！？、“”]{0,14}$")
_NOT_HIS = re.compile(r"向|对|与|给|授予|表彰|邀请|走访|慰问|采访|联合|支持|帮助|捐|聘|原|曾|前往|来到|走进")
_FIRM_OF = re.compile(
    r"(?:，|是|系|（|：|——)(?:男，|女，|\d{2}岁，|今年\d{2}岁，|中共党员，|[\u4e00-\u9fff]{1,6}人，)*(?:现?是|来自|现任|就职于|供职于)?(?:一名|一位)?"
)
_ROW = re.compile(r"(?:（[男女][^（）]{0,8}）)?[\s　]+")  # 3 某某某（女） 某某公司焊工: a row of a roll
_HE_IS = re.compile(r"[他她](?:现在|如今|眼下|目前|原先|从前)?(?:是|来自|现任|现为|在)")
_OFFICIAL = re.compile(
    r"(?:总工会|[局委部院会所办]|主席|书记|局长|部长|市长|县长|区长|州长|镇长|院长|校长|会长|主任|代表|记者|通讯员|专家|教授|学生|摄|文|图|员工|户)[^，。；]{0,6}$"
)  # who is there for another house
_WORKER = re.compile(r"[\u4e00-\u9fff]{1,6}(?:工|员|师|长|匠|手)(?:出身的)?|")  # 磨工某某某是…


def employers(document: Document, named: Iterable[tuple[Named, ...]], entities: Mapping[str, Entity]) -> dict[str, str]:
    """Person → the firm or house that a sentence names him with: 某某公司焊工某某某; 某某某，某某公司班长."""
    found: dict[str, str] = {}
    told = ""
    named = tuple(named)
    for sentence, names in zip(document.sentences, named, strict=True):
        text = sentence.text
        firms = [n for n in names if n.type in FIRMS]
        he_is = _HE_IS.match(text)
        at_firm = he_is and next((n for n in firms if n.start == he_is.end()), None)
        if at_firm and told:
            found.setdefault(told, at_firm.key)
        told = next((n.key for n in names if n.type is EntityType.PERSON), "" if firms else told)
        for person in (n for n in names if n.type is EntityType.PERSON):
            for firm in firms:
                between = text[firm.end : person.start] if firm.end <= person.start else "，"
                link = _FIRM_OF.match(text, person.end)
                behind = link is not None and link.end() == firm.start
                behind = behind or (between == "，" and _ROW.fullmatch(text, person.end, firm.start) is not None)
                if behind or (_HIS_FIRM.fullmatch(between) and not _NOT_HIS.search(between)):
                    found.setdefault(person.key, firm.key)
    for person_key, firm_key in _by_scene(document, named):
        found.setdefault(person_key, firm_key)
    return found


def _by_scene(document: Document, named: tuple[tuple[Named, ...], ...]) -> Iterator[tuple[str, str]]:
    """Persons without a firm of their own words, who are first seen at work in a paragraph of one firm, or as a worker
    (磨工某某某) in the paragraph behind one."""
    seen: set[str] = set()
    place = (-1, -1)
    firms: list[str] = []
    before: list[str] = []
    for sentence, names in zip(document.sentences, named, strict=True):
        opens = (sentence.section, sentence.paragraph) != place
        if opens:
            before = firms if sentence.section == place[0] else []
            place, firms = (sentence.section, sentence.paragraph), []
        for name in names:
            if name.type is EntityType.ENTERPRISE and name.key not in firms:
                firms.append(name.key)
            if name.type is not EntityType.PERSON or name.key in seen:
                continue
            seen.add(name.key)
            lead = sentence.text[max(0, name.start - 12) : name.start]
            if sentence.kind is not SentenceKind.BODY or _OFFICIAL.search(lead):
                continue
            if len(firms) == 1:
                yield name.key, firms[0]
            elif opens and before and _WORKER.fullmatch(sentence.text[: name.start]):
                yield name.key, before[-1]
