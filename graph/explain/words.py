"""What an account says in words: one place for the terminal and for the page.

In: a language and parts of an `Account`. Out: text without markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from graph.explain.account import Acts, Refused, Stated, Why
from graph.messages import catalogue, say
from graph.vocabulary import load_measures


@cache
def measure_labels(language: str) -> Mapping[str, str]:
    """The measures' labels by id."""
    return {each.id: each.label_zh if language == "zh" else each.label_en for each in load_measures()}


def term(language: str, name: str) -> str:
    """A class, property, value or measure by its name, in the language; or the name itself."""
    key = f"term.{name}"
    return say(language, key) if key in catalogue() else measure_labels(language).get(name, name)


def acting(language: str, acts: Acts) -> str:
    """Who acts in a stretch."""
    if not acts.actors:
        return say(language, "explain.nobody")
    names = "、".join(acts.actors)
    return names if acts.explicit else say(language, "explain.implied", names=names)


def stated(language: str, fact: Stated) -> str:
    """What a fact says."""
    said = "; ".join(f"{term(language, _CAMEL.get(name, name))} {term(language, v)}" for name, v in fact.properties)
    also = ", ".join(str(place + 1) for place in fact.also)
    return f"{said}  {say(language, 'explain.also', places=also)}" if also else said


def refusal(language: str, refused: Refused) -> str:
    """Why something is no name or no fact."""
    match refused.why:
        case Why.OVERLAPS:
            return say(language, "explain.overlaps", other=refused.other)
        case Why.UNKNOWN:
            return say(language, "explain.unknown")
        case Why.PLANNED:
            return say(language, "explain.planned")
        case Why.GENERAL:
            return say(language, "explain.general")
        case Why.NOT_DONE:
            return say(language, "explain.not-done")


_CAMEL = {
    "local_name": "localName",
    "origin": "from",
    "conferred_by": "conferredBy",
    "end_date": "endDate",
    "organisation": "organization",
}
