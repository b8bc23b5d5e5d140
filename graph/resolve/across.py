"""The same thing across reports: keys that are equal already are one; short names find their full ones.

In: reports, each resolved by itself. Out: the same reports with keys brought together. An enterprise that a report
knows only by a short form (江钢) is the one that another report of the same region gives that form to, where it is
the only one; people, honours and places are one by key alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from graph.model import Entity, EntityType, Fact, Report


def merge_reports(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Reports whose short-named enterprises bear the keys of their full names, and whose documents are told apart."""
    renamed = _renamed(reports)
    shared = _shared_titles(reports)
    return tuple(_rekey(report, {**renamed, **_own_titles(report, shared)}) for report in reports)


def _shared_titles(reports: Sequence[Report]) -> frozenset[str]:
    """The documents' keys under which different bodies issued different documents (every county has an 实施意见)."""
    issuers: dict[str, set[str]] = {}
    for report in reports:
        for entity in report.entities:
            if entity.type is EntityType.POLICY_DOCUMENT and entity.issued_by:
                issuers.setdefault(entity.key, set()).add(entity.issued_by)
    return frozenset(key for key, bodies in issuers.items() if len(bodies) > 1)


def _own_titles(report: Report, shared: frozenset[str]) -> dict[str, str]:
    return {
        e.key: f"{e.key}@{e.issued_by.partition('/')[2]}" for e in report.entities if e.key in shared and e.issued_by
    }


def _renamed(reports: Sequence[Report]) -> dict[str, str]:
    known: dict[tuple[str, str | None], set[str]] = {}
    for report in reports:
        for entity in report.entities:
            if entity.type is EntityType.ENTERPRISE:
                for alias in entity.aliases:
                    known.setdefault((alias, entity.located_in), set()).add(entity.key)
    found = {}
    for report in reports:
        for entity in report.entities:
            if entity.type is EntityType.ENTERPRISE:
                full = known.get((entity.name, entity.located_in), set()) - {entity.key}
                if len(full) == 1:
                    found[entity.key] = next(iter(full))
    return {old: new for old, new in found.items() if new not in found}


def _rekey(report: Report, renamed: dict[str, str]) -> Report:
    entities: dict[str, Entity] = {}
    for entity in report.entities:
        key = renamed.get(entity.key, entity.key)
        links = {
            name: renamed.get(value, value)
            for name in ("within", "organ_of", "located_in", "issued_by")
            if (value := getattr(entity, name)) is not None
        }
        if key != entity.key and entity.type is EntityType.POLICY_DOCUMENT:
            entity = replace(entity, key=key)
        elif key != entity.key:
            aliases = entity.aliases | {entity.name}
            name = key.partition("/")[2]
            entity = replace(entity, key=key, name=name, aliases=aliases - {name})
        entity = replace(entity, **links, co_issuers=tuple(renamed.get(k, k) for k in entity.co_issuers))
        same = entities.get(key)
        if same:
            entity = replace(same, aliases=same.aliases | entity.aliases, mentions=same.mentions + entity.mentions)
        entities[key] = entity
    return replace(
        report, entities=tuple(entities.values()), facts=tuple(_rekey_fact(f, renamed) for f in report.facts)
    )


def _rekey_fact(fact: Fact, renamed: dict[str, str]) -> Fact:
    changed: dict[str, Any] = {
        f.name: renamed[value]
        for f in fields(fact)
        if isinstance(value := getattr(fact, f.name), str) and value in renamed
    }
    return replace(fact, **changed) if changed else fact
