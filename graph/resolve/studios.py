"""Studios that bear a person's name: 某某某劳模创新工作室, “某某某技能大师工作室”.

In: a report's mentions of people. Out: an entity a studio in the table, with the places that name it. The person keeps
his own mention; a studio acts through its firm, so that no clause has it for a subject.
"""

from __future__ import annotations

import re
from decimal import Decimal

from graph.model import Document, Entity, EntityType, Mention
from graph.resolve.codes import Codes
from graph.resolve.heads import Focus
from graph.resolve.places import Table

_STUDIO = re.compile(
    r"(?:劳模和工匠人才|(?:(?![的领牵在了等和与是被建设立办为把将同去今])[\u4e00-\u9fff]){0,8}?)(?:创新)?工作室"
)


def put_studios(
    document: Document, mentions: tuple[Mention, ...], table: Table, codes: Codes, foci: tuple[Focus, ...]
) -> None:
    """Puts the studios named for people into the table; call it when the people are there."""
    for mention in mentions:
        text = document.sentences[mention.sentence].text
        studio = _STUDIO.match(text, mention.end) if mention.type is EntityType.PERSON else None
        if studio is None or mention not in table.keys:
            continue
        person = table.entities[table.keys[mention]].name
        surface = text[mention.start : studio.end()]
        here = Mention(
            mention.sentence, mention.start, studio.end(), surface, EntityType.INSTITUTION, "studio", Decimal("0.85")
        )
        name = f"{person}{studio.group()}"
        key = f"{EntityType.INSTITUTION}/{name}"
        table.put(Entity(key, EntityType.INSTITUTION, name), here, surface)
