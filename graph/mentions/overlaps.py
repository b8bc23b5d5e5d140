"""Which of overlapping names are kept.

In: the mentions of a sentence. Out: those that stay. Order: the longest first; places inside bodies and firms, and the
firm of a union, stay beside them.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import EntityType, Mention

_TYPE_ORDER = (
    EntityType.POLICY_DOCUMENT,
    EntityType.UNION,
    EntityType.AGENCY,
    EntityType.ENTERPRISE,
    EntityType.INSTITUTION,
    EntityType.HONOUR,
    EntityType.PERSON,
    EntityType.LOCAL_GOVERNMENT,
)


def disjoint(found: Iterable[Mention]) -> list[Mention]:
    """The longest of overlapping names; places inside bodies and firms, and the firm of a union, stay beside them."""
    ranked = sorted(
        set(found), key=lambda m: (-(m.end - m.start), _TYPE_ORDER.index(m.type), -m.confidence, m.start, m.hint)
    )
    kept: list[Mention] = []
    for mention in ranked:
        clash = [k for k in kept if k.start < mention.end and mention.start < k.end]
        if not clash:
            kept.append(mention)
            continue
        nested = mention.type is EntityType.LOCAL_GOVERNMENT and mention.hint.startswith(("code:", "leaning:", "zone:"))
        bodies = (
            EntityType.AGENCY,
            EntityType.UNION,
            EntityType.ENTERPRISE,
            EntityType.INSTITUTION,
            EntityType.LOCAL_GOVERNMENT,
        )
        inside = all(k.start <= mention.start and mention.end <= k.end and k.type in bodies for k in clash)
        if (nested and inside) or _heads_union(mention, clash):
            kept.append(mention)
    return sorted(kept, key=lambda m: (m.start, m.end, m.type))


def _heads_union(mention: Mention, clash: list[Mention]) -> bool:
    """Whether a firm is the one whose union covers it: 某某有限公司工会 names both."""
    unions = [k for k in clash if k.rule == "union-firm" and k.start == mention.start]
    places = [k for k in clash if k.type is EntityType.LOCAL_GOVERNMENT]
    return mention.type is EntityType.ENTERPRISE and bool(unions) and len(unions) + len(places) == len(clash)
