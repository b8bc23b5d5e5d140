"""What the modules of this package share: the shape of a quad, and the error of a report that cannot become quads."""

from __future__ import annotations

from typing import TypeAlias

from rdflib import Literal, URIRef

Node: TypeAlias = URIRef | Literal
Quad: TypeAlias = tuple[URIRef, URIRef, Node, URIRef]


class BuildError(ValueError):
    """A report says something that cannot be put into the graph: a fault of extraction. Names the report."""

    def __init__(self, report: str, reason: str) -> None:
        super().__init__(f"{report}: {reason}")
        self.report = report
        self.reason = reason
