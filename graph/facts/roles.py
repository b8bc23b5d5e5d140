"""A list of roles: what somebody is, where (某某公司班长、高级技师，某市总工会兼职副主席，某省人大代表).

In: a Reading, a sentence, where the list begins, the organisation that counts until the list names one, and the words
that end a title. Out: `Role`s, one an organisation, with the titles that it has there joined by 、. The list ends where
an item is no title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.facts.reading import Reading
from graph.model import EntityType, Sentence

ORGANISATIONS = (
    EntityType.AGENCY,
    EntityType.UNION,
    EntityType.ENTERPRISE,
    EntityType.INSTITUTION,
    EntityType.LOCAL_GOVERNMENT,
)
_LEAD = re.compile(r"(?:的|一[名位]|现[任为]|还是|也是|同时是|既是|又是|兼任|并任|是|任|兼)*")
_ITEM = re.compile(r"[\u4e00-\u9fff\d“”]{2,20}?(?=[、，。；！？）]|兼(?!职)|和|$)")
_SEPARATOR = re.compile(r"[、，和兼]")


@dataclass(frozen=True, slots=True)
class Role:
    """`title` at `organisation` (an entity key), told in `text[start:end]` of a sentence."""

    organisation: str
    title: str
    start: int
    end: int


def title_words(titles: Iterable[str]) -> str:
    """The expression for one title: the words of the list, trades by their ending, delegates."""
    known = "|".join(map(re.escape, titles))
    return rf"(?:{known}|(?:人大|党|党代会|工会|团|妇女|职工)(?:会)?(?:代表|委员)|[\u4e00-\u9fff]{{1,3}}(?:工|员|匠))"


def roles(reading: Reading, sentence: Sentence, at: int, default: str, title: re.Pattern[str]) -> tuple[Role, ...]:
    """The roles from `at` on; `title` matches a whole title. Empty where none stands there."""
    text = sentence.text
    outer = reading.outer_names(sentence.index)
    owners = {n.start: n for n in outer if n.type in ORGANISATIONS}
    honours = [n for n in outer if n.type is EntityType.HONOUR]
    found: list[Role] = []
    current = default
    while at < len(text):
        lead = _LEAD.match(text, at)
        start = lead.end() if lead else at
        owner = owners.get(start)
        head = owner.end if owner else start
        head += text.startswith("的", head)
        item = _ITEM.match(text, head)
        honour = next((h for h in honours if start <= h.start and item and item.end() <= h.end), None)
        if honour and text[honour.end : honour.end + 1] == "、":
            at = honour.end + 1  # 某省劳动模范、某市人大代表: an honour among the roles
            continue
        if item is None or honour or not title.fullmatch(item.group()):
            break
        current = owner.key if owner else current
        if found and found[-1].organisation == current:
            words = f"{found[-1].title}、{re.sub(r'^一[名位]', '', item.group())}"
            found[-1] = replace(found[-1], title=words, end=item.end())
        else:
            found.append(Role(current, re.sub(r"^一[名位]", "", item.group()), start, item.end()))
        separator = _SEPARATOR.match(text, item.end())
        if not separator:
            break
        at = separator.end()
    return tuple(r for r in found if r.organisation)
