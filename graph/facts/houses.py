"""Houses that a clause means by the end of their names: 中心接待…, 联盟还…, 行业工会联合会….

In: the names of a sentence, or a clause and the houses named so far. Out: those names' keys by the word that stands for
them, or whom a clause means.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.facts.reading import Named
from graph.model import Entity, EntityType

_HOUSE_ENDS = re.compile(r"(?:服务中心|联盟|行业工会联合会|医院|学校)$")
_ACADEMY = re.compile(r"(?:工匠|产业)学院$")
_HOUSE = re.compile(
    r"(?:(?:近年来|去年|今年(?:以来)?|如今|目前|其中)，?)*(?:该|本)?(中心|联盟|行业工会联合会|医院|学校)(?=[的为与每还已共累年接开设办组举提建免先从\d，]|今年|去年)"
)


def houses_of(named: tuple[Named, ...], entities: Mapping[str, Entity]) -> dict[str, str]:
    """The centres, alliances and unions of trades that a sentence names, by the word that stands for them later."""
    ends = ((_HOUSE_ENDS.search(entities[n.key].name), n.key) for n in named if n.type is not EntityType.PERSON)
    return {end.group().removeprefix("服务"): key for end, key in ends if end}


def house(
    text: str,
    start: int,
    end: int,
    current: tuple[str, ...],
    houses: Mapping[str, str],
    entities: Mapping[str, Entity],
) -> tuple[str, ...] | None:
    """The house that a clause means by the end of its name: 中心接待…; 学校 beside an academy is the school itself."""
    word = _HOUSE.match(text, start, end)
    if word and word.group(1) == "学校" and not (current and _ACADEMY.search(entities[current[0]].name)):
        return None
    key = houses.get(word.group(1)) if word else None
    return (key,) if key else None
