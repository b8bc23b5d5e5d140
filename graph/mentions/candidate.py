"""What may be a name: the common outcome of the recognisers of bodies, firms, and titled things."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from graph.model import EntityType


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text[start:end]` of a sentence as a name of a type.

    `hint` tells resolution what the name leans on, or its canonical form; `rule` made it, and `confidence` (0 to 1) is
    what that rule is worth there.
    """

    start: int
    end: int
    type: EntityType
    hint: str
    rule: str
    confidence: Decimal
