"""Who issued a policy document, and when: the actor of the clause that says 出台, 印发 or 制定.

In: a Reading. Out: the entities of the report, documents with `issued_by` and `issued` where the report shows them. A
document whose own title names its government keeps that one; what is only studied or carried out (贯彻落实《…》) has no
issuer here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.facts.dates import When
from graph.facts.reading import Named, Reading
from graph.model import Entity, EntityType

_ISSUED = re.compile(
    r"(?:出台|印发|制定|制订|下发|发布|颁布|推出|编制|拿出|合发|审议通过|联合印发|编发|汇编|形成)(?:实施|出台|印发|并印发|下发)?了?[^，。；]{0,24}$"
)
_BY = re.compile(
    r"(?:[^，。；]{0,6}，)?(?:已|今年|去年|\d{1,2}月)?由([^，。；]{2,40}?)(?:联合|共同)?(?:印发|下发|出台|发布|制定|颁布)"
)
_WITH = re.compile(r"(?:会同|联合|与|同|配合)$")
_CLAUSE_MARKS = "，。；！？"


def with_issuers(reading: Reading) -> Reading:
    """The reading with its documents' issuers filled in."""
    entities: dict[str, Entity] = dict(reading.entities)
    whens = reading.whens()
    for sentence in reading.document.sentences:
        for name in reading.named[sentence.index]:
            if name.type is not EntityType.POLICY_DOCUMENT:
                continue
            start = max(sentence.text.rfind(mark, 0, name.start) for mark in _CLAUSE_MARKS) + 1
            told = _together(reading, sentence.index, start, name)
            if told:
                day = _day(whens[sentence.index], start, name)
                entity = entities[name.key]
                entities[name.key] = replace(
                    entity, issued_by=told[0], co_issuers=told[1:], issued=entity.issued or day
                )
                continue
            if not _ISSUED.search(sentence.text[start : name.start]):
                continue
            entity = entities[name.key]
            actors = reading.actors(sentence.index, start) if _told(reading, sentence.index, start) else ()
            actor = next(iter(actors), None)
            day = _day(whens[sentence.index], start, name)
            # 市人社局印发《某市…指引》: the bureau's; but the reform's own plan is the government's
            named = reading.explicit(sentence.index, start) and not re.search(r"改革|产改", entity.name)
            issuer = (actor if named else None) or entity.issued_by or actor
            entities[name.key] = replace(entity, issued_by=issuer, issued=entity.issued or day)
    return replace(reading, entities=entities)


def _together(reading: Reading, index: int, start: int, name: Named) -> tuple[str, ...]:
    """Those whom the sentence names as issuing it: 市委办、市政府办印发《…》; 《…》由甲局、乙局下发; 省总的《…》."""
    text = reading.document.sentences[index].text
    bodies = [n for n in reading.outer_names(index) if n.type in (EntityType.AGENCY, EntityType.UNION)]
    by = _BY.match(text, name.end)
    if by:
        return tuple(n.key for n in bodies if by.start(1) <= n.start and n.end <= by.end(1))
    if text.endswith("的", 0, name.start) and _ISSUED.search(text[start : name.start]):
        return tuple(n.key for n in bodies if n.end == name.start - 1)
    actors = reading.actors(index, start) if _ISSUED.search(text[start : name.start]) else ()
    partners = tuple(n.key for n in bodies if start <= n.start < name.start and _WITH.search(text, start, n.start))
    with_others = bool(partners and actors) and not set(partners) & set(actors)
    if with_others and all(reading.entities[k].type in (EntityType.AGENCY, EntityType.UNION) for k in actors):
        return (*actors, *partners)  # the union's report: 会同市人社局出台《…》
    joint = len(actors) > 1 and all(k in {n.key for n in bodies} for k in actors)
    return actors if joint else ()


def _told(reading: Reading, sentence: int, start: int) -> bool:
    """Whether the sentence tells who issues, or speaks of no one else who could (a person, a meeting)."""
    if reading.explicit(sentence, start):
        return True
    text = reading.document.sentences[sentence].text[:start]
    return not re.search(r"会议|主持|总书记|党中央|国务院|中央", text)


def _day(whens: tuple[When, ...], start: int, name: Named) -> str | None:
    """The date that stands right before the clause or in it (8月11日，出台了《…》)."""
    near = [w for w in whens if w.iso and not w.period and start - 12 <= w.start < name.start]
    return near[-1].iso if near else None
