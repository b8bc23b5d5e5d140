"""Who won what by a list of prizes: 一等奖：某某某（某某公司）、某某（某某厂）.

In: a Reading and a row's sentence. Out: Conferrals. The people of a row won it; where it names none, the places, firms,
schools and unions of it, with or without 代表队 behind them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from graph.facts.bearers import RECIPIENTS
from graph.facts.reading import Reading
from graph.mentions.prizes import ROW
from graph.model import Conferral, EntityType, Sentence


def prizes(reading: Reading, sentence: Sentence) -> Iterator[Conferral]:
    """The conferrals of a row; none where the sentence is no row."""
    row = ROW.match(sentence.text)
    names = reading.outer_names(sentence.index) if row else ()
    honour = next((n for n in names if n.type is EntityType.HONOUR), None)
    if row is None or honour is None:
        return
    behind = [n for n in names if n.start >= row.end()]
    people = [n for n in behind if n.type is EntityType.PERSON]
    units = [n for n in behind if n.type in (*RECIPIENTS, EntityType.LOCAL_GOVERNMENT)]
    level = reading.entities[honour.key].level
    for name in people or units:
        evidence = sentence.spans(honour.start, name.end)
        yield Conferral(evidence, "conferral-row", Decimal("0.85"), name.key, honour.key, level)
