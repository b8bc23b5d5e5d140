"""How each type of node looks: its own colour of the Okabe–Ito palette, told apart by colour-blind eyes, and shape.

`ink` is the colour of a label that stands inside the shape. Order is the order of the legend.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """A vis-network shape, its fill, the colour of text on it, and its size in canvas units."""

    shape: str
    colour: str
    ink: str
    size: int


LOOKS: dict[str, Look] = {
    "LocalGovernment": Look("ellipse", "#0072B2", "#ffffff", 24),
    "Measure": Look("box", "#E69F00", "#000000", 20),
    "Agency": Look("square", "#56B4E9", "#000000", 11),
    "Union": Look("triangle", "#D55E00", "#000000", 13),
    "Enterprise": Look("diamond", "#009E73", "#000000", 14),
    "Institution": Look("triangleDown", "#CC79A7", "#000000", 13),
    "Person": Look("dot", "#000000", "#ffffff", 9),
    "Honour": Look("star", "#F0E442", "#000000", 14),
    "PolicyDocument": Look("hexagon", "#999999", "#000000", 12),
}
