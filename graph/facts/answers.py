"""Who answers in a report of questions and answers: 答（某某某）：…, with the body that the report names him with.

In: a report's sentences with their names. Out: the body, by the sentence that opens an answer. Order: the body right
before somebody's name where the report first names him (市总工会副主席 某某某); the answers that name him in brackets
or open with his name and ：.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.facts.reading import Named
from graph.facts.subjects import ACTING
from graph.model import Document, EntityType

_ANSWER = re.compile(r"(?:答[（：]|(?=[\u4e00-\u9fff·]{2,8}[：（]))")
_TITLE = re.compile(r"[^，。；：！？、“”]{0,16}(?:、[^，。；：！？、“”]{2,10})?$")
_ASKS = re.compile(r"(?:【[^】]{2,16}】|[^，。；：]{2,12})?(?:记者)?问[：（]|[^，。；：]{2,14}记者：|主持人：")
_ANSWERS = 2  # questions that make an interview of a report


def answers(document: Document, named: Sequence[Sequence[Named]]) -> dict[int, tuple[str, ...]]:
    """The bodies whose people answer, by the sentence that opens an answer, () for one that asks."""
    at: dict[str, str] = {}
    found: dict[int, tuple[str, ...]] = {}
    asked = 0
    for sentence in document.sentences:
        people = [n for n in named[sentence.index] if n.type is EntityType.PERSON]
        opening = _ANSWER.match(sentence.text)
        speaker = next((p for p in people if opening and p.start == opening.end()), None)
        if speaker and speaker.key in at and sentence.text[speaker.end : speaker.end + 1] in ("）", "：", "（"):
            found[sentence.index] = (at[speaker.key],)
        elif _ASKS.match(sentence.text):
            asked += 1
            found[sentence.index] = ()
        for person in people:
            bodies = [
                n
                for n in named[sentence.index]
                if n.type in ACTING and n.end <= person.start and _TITLE.fullmatch(sentence.text[n.end : person.start])
            ]
            if bodies:
                at.setdefault(person.key, max(bodies, key=lambda n: (n.end, -n.start)).key)
    return found if asked >= _ANSWERS else {}
