"""Whom the next sentence goes on about: the subjects of a sentence that it may take up.

In: the stretches of a sentence with their actors, its names, and whom the section and the sentence before are about.
Out: those stretches; entity keys. Order: what only passes by is left out (an example, what a body does to the firm at
hand, what a worker feels); then the last subject; behind a list with ； what began it, or the section.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.facts.reading import Acting, Named
from graph.facts.subjects import FIRMS
from graph.model import Entity, EntityType

BODIES = (EntityType.AGENCY, EntityType.UNION)
_AN_EXAMPLE = re.compile(r"(?:比如|例如|譬如)")  # 比如，某某公司工资翻番: the next sentence is not about the firm
_TO_IT = re.compile(
    r"(?:把|给|将|对|向|为|来|到|授予)(?:它|他|她|其|该?公司|这[家所]|学校|学院|咱们|我们|我[厂矿校院])"
)
_SAYS = re.compile(r"说|坦言|告诉|记得|觉得|直言|表示|介绍")
_FEELS = re.compile(r"感慨|感叹|回忆|笑|激动|自豪")


def told(
    text: str,
    stretches: tuple[Acting, ...],
    named: tuple[Named, ...],
    about: tuple[tuple[str, ...], tuple[str, ...]],
    entities: Mapping[str, Entity],
) -> list[Acting]:
    """The stretches with a subject that the next sentence may go on about."""
    kept: list[Acting] = []
    passing: tuple[str, ...] = ()
    for stretch in stretches:
        if stretch.explicit and stretch.actors != passing:
            passing = stretch.actors if _aside(text, stretch, named, about, entities) else ()
        if stretch.explicit and not passing:
            kept.append(stretch)
    return kept


def _aside(
    text: str,
    stretch: Acting,
    named: tuple[Named, ...],
    about: tuple[tuple[str, ...], tuple[str, ...]],
    entities: Mapping[str, Entity],
) -> bool:
    """Whether a clause brings in somebody whom the next sentence is not about: an example (比如，某某公司…); what a
    body does to the firm at hand (市总工会给它授了牌); what a worker says or feels (“…”，某厂师傅某某某感叹).

    `about` are whom the section and whom the sentence before are about.
    """
    home, carried = about
    if _AN_EXAMPLE.search(text, 0, stretch.start):
        return True
    if not home or stretch.actors in about:
        return False
    acting = [entities[k] for k in stretch.actors]
    clause = text[stretch.start : stretch.end]
    if entities[home[0]].type in FIRMS:
        return all(e.type in BODIES and e.organ_of != home[0] for e in acting) and _TO_IT.search(clause) is not None
    if carried == home or not carried or entities[carried[0]].type in FIRMS:
        return False  # a portrait may open with what somebody says
    people = any(n.type is EntityType.PERSON and stretch.start <= n.start < stretch.end for n in named)
    feels = _FEELS.search(clause) or ("”" in text and _SAYS.search(clause))
    return people and all(e.type in FIRMS for e in acting) and feels is not None


def topic(text: str, told: list[Acting], entities: Mapping[str, Entity], home: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the next sentence goes on about: the last subject; behind a list with ； what began it, or the section."""
    first, last = told[0], told[-1]
    if first.actors == last.actors or "；" not in text[first.end - 1 : last.start]:
        return last.actors
    about = entities[home[0]].type if home else EntityType.LOCAL_GOVERNMENT
    region = entities[first.actors[0]].type is EntityType.LOCAL_GOVERNMENT
    return first.actors if region or about is not EntityType.LOCAL_GOVERNMENT else home


def for_region(keys: tuple[str, ...], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The region whose general offices (县委办、县政府办) have issued something: what follows is the region's again."""
    offices = [entities[k] for k in keys if re.search(r"[委府]办(?:公室|公厅)?$", entities[k].name)]
    owners = tuple(dict.fromkeys(e.organ_of for e in offices if e.organ_of))
    return owners[:1] if len(offices) == len(keys) else ()
