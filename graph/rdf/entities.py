"""Entities of all reports → one entity a key, and its quads.

In: entities, of which several reports may hold the same (the same key). Out: quads in the graph of the entities.
Merging, in this order: the type must agree; the name is the longest (of equals the first in the order of code
points), the others become aliases; aliases are united; any other value is the one that most reports give, of equals
the smallest. The order of the reports never matters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, RDF, RDFS, SKOS

from graph.model import Entity, EntityType, Report
from graph.namespaces import CG
from graph.rdf.identifiers import ENTITIES_GRAPH, entity_iri
from graph.rdf.literals import moment, zh
from graph.rdf.terms import BuildError, Node, Quad

_T = TypeVar("_T", bound=str)
_ORGANISATIONS = {EntityType.AGENCY, EntityType.UNION, EntityType.ENTERPRISE, EntityType.INSTITUTION}


def merged(reports: Iterable[Report]) -> dict[str, Entity]:
    """Every entity of the reports by its key, without mentions. Raises BuildError where two reports contradict."""
    same: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for report in reports:
        for entity in report.entities:
            same[entity.key].append((report.document.identifier, entity))
    found = {key: _merge(group) for key, group in sorted(same.items())}
    for key, group in same.items():
        for identifier, entity in group:
            for link in (entity.within, entity.organ_of, entity.located_in, entity.issued_by, *entity.co_issuers):
                if link is not None and link not in found:
                    raise BuildError(identifier, f"entity {key!r} is linked to {link!r}, which is no entity")
    return found


def _merge(group: list[tuple[str, Entity]]) -> Entity:
    report, first = group[0]
    entities = [entity for _, entity in group]
    for entity in entities:
        if entity.type is not first.type:
            raise BuildError(report, f"entity {first.key!r} is both {first.type} and {entity.type}")
        if not entity.key or not entity.name.strip():
            raise BuildError(report, f"entity {entity.key!r} has no name: {entity.name!r}")
    name = min((e.name for e in entities), key=lambda n: (-len(n), n))
    aliases = frozenset(n for e in entities for n in (e.name, *e.aliases) if n.strip()) - {name}
    issuer = _agreed(e.issued_by for e in entities)
    return replace(
        first,
        name=name,
        aliases=aliases,
        mentions=(),
        admin_level=_agreed(e.admin_level for e in entities),
        admin_code=_agreed(e.admin_code for e in entities),
        level=_agreed(e.level for e in entities),
        within=_agreed(e.within for e in entities),
        organ_of=_agreed(e.organ_of for e in entities),
        located_in=_agreed(e.located_in for e in entities),
        issued_by=issuer,
        co_issuers=tuple(sorted({k for e in entities for k in e.co_issuers} - {issuer})),
        issued=_agreed(e.issued for e in entities),
    )


def _agreed(values: Iterable[_T | None]) -> _T | None:
    """The value that most give; of equals the smallest."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def entity_quads(entity: Entity) -> Iterator[Quad]:
    """One entity as quads. Raises ValueError for a date of no valid form."""
    node = entity_iri(entity.key)
    for term, value in _statements(entity):
        yield node, term, value, ENTITIES_GRAPH


def _statements(entity: Entity) -> Iterator[tuple[URIRef, Node]]:
    yield RDF.type, CG[entity.type.value]
    if entity.type in _ORGANISATIONS:
        yield RDF.type, ORG.Organization
    yield RDFS.label, zh(entity.name)
    for alias in sorted(entity.aliases):
        yield SKOS.altLabel, zh(alias)
    if entity.admin_level is not None:
        yield CG["adminLevel"], CG[entity.admin_level.value]
    if entity.admin_code is not None:
        yield CG["adminCode"], Literal(entity.admin_code)
    if entity.level is not None:
        yield CG["level"], CG[entity.level.value]
    links = (
        ("within", entity.within),
        ("organOf", entity.organ_of),
        ("locatedIn", entity.located_in),
        ("issuedBy", entity.issued_by),
        *(("issuedBy", key) for key in entity.co_issuers),
    )
    for term, key in links:
        if key is not None:
            yield CG[term], entity_iri(key)
    if entity.issued is not None:
        yield DCTERMS.issued, moment(entity.issued)
