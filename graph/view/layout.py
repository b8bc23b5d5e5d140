"""Where everything stands in the drawing: computed once, here, so that the page needs no physics and never moves.

In: the scene and its places. Out: for each overview a picture of columns (the measures in the middle, a group for each
dimension, and regions on both sides in the order of what they are tied to, so that few lines cross), and one map of
everything: the measures on top, below them a plot of ground for each region with all that belongs to it. Coordinates
are canvas units, y downward, whole numbers.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from graph.view.regions import Overview, Places
from graph.view.scene import Scene

ROW, HEAD, GAP = 44, 28, 12  # of the measures, of the heading over a dimension, and the space between two dimensions
WIDE = 290  # a column of measures on the map
SIDE, REGION_ROW = 460, 50  # how far the regions stand from the middle, and the least height of one
CELL = (190, 80)  # a node and its name, on the map
MEASURES = -2  # in place of a region: the heading over the measures
MARGIN = (90, 150)  # around a plot of the map, the upper one with its heading
SHAPE = 1.7  # how much wider than high the map is

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Heading:
    """A word of the drawing: the number of a dimension (in columns) or of a region (on the map), and where it stands.

    `wide` and `high` are the plot's under it, on the map.
    """

    of: int
    x: int
    y: int
    wide: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """The picture of one overview: its nodes and where they stand, and the headings over the groups of measures."""

    at: tuple[tuple[int, Point], ...]
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """Where every node stands on the map, by number, and the headings of its plots.

    A heading is of a region, of -1 for what has none, or of `MEASURES`.
    """

    at: tuple[Point, ...]
    headings: tuple[Heading, ...]


def dimension_of(scene: Scene, number: int) -> int:
    """The place of a measure's dimension among the scene's; the number of dimensions where it has none."""
    broader = next((value for name, value in scene.nodes[number].properties if name == "broader"), None)
    known = [iri for iri, _, _ in scene.dimensions]
    return known.index(broader) if broader in known else len(known)


def columns(scene: Scene, places: Places, overview: Overview) -> Columns:
    """The picture of `overview`."""
    measures = sorted((measure for measure, _ in overview.measures), key=lambda n: (dimension_of(scene, n), n))
    at: dict[int, Point] = {}
    headings = []
    y = 0
    groups: dict[int, list[int]] = defaultdict(list)
    for measure in measures:
        groups[dimension_of(scene, measure)].append(measure)
    for dimension, group in groups.items():
        if dimension < len(scene.dimensions):
            headings.append(Heading(dimension, 0, y))
            y += HEAD
        for place, measure in enumerate(group):
            at[measure] = (0, y + place * ROW)
        y += len(group) * ROW + GAP
    height = max(0, y - GAP - ROW)
    order = _by_ties(places, overview, {measure: at[measure][1] for measure in measures}, height)
    sides = (order[0::2], order[1::2])
    tall = max(height, (max(map(len, sides)) - 1) * REGION_ROW)
    if height and tall > height:  # many regions: the measures spread over the same height
        at = {measure: (x, round(y * tall / height)) for measure, (x, y) in at.items()}
        headings = [Heading(each.of, each.x, round((each.y + HEAD) * tall / height) - HEAD) for each in headings]
    for direction, column in zip((-1, 1), sides, strict=True):
        step = tall / max(1, len(column))
        for place, region in enumerate(column):
            at[region] = (direction * SIDE, round(step * (place + 0.5)))
    return Columns(tuple(sorted(at.items())), tuple(headings))


def _by_ties(places: Places, overview: Overview, height_of: dict[int, int], middle: int) -> list[int]:
    """The overview's regions from top to bottom, by the mean height of the measures that they are tied to."""
    heights: dict[int, list[int]] = defaultdict(list)
    for tie in places.ties:
        if tie.measure in height_of:
            heights[tie.region].append(height_of[tie.measure])
    mean = {region: sum(found) / len(found) for region, found in heights.items()}
    return sorted(overview.regions, key=lambda region: (mean.get(region, middle), region))


def whole_map(scene: Scene, places: Places) -> Map:
    """The map of everything; an empty scene has an empty one."""
    plots: dict[int, list[int]] = defaultdict(list)
    measures: dict[int, list[int]] = defaultdict(list)
    for number, node in enumerate(scene.nodes):
        if node.type == "Measure":
            measures[dimension_of(scene, number)].append(number)
        else:
            plots[next(iter((*places.homes[number], *places.around[number])), -1)].append(number)
    order = sorted(plots, key=lambda region: _path(places, region))
    shapes = {region: _grid(len(plots[region])) for region in order}
    areas = sum(_outer(*shape)[0] * _outer(*shape)[1] for shape in shapes.values())
    total = max([math.sqrt(areas * SHAPE), *(_outer(*shape)[0] for shape in shapes.values())], default=0)
    at: dict[int, Point] = {}
    top = _measure_band(measures, at, round(total)) if measures else 0
    headings = [Heading(MEASURES, 0, -CELL[1], round(total), top)] if measures else []
    left, row_height = 0, 0
    for region in order:
        wide, high = _outer(*shapes[region])
        if left and left + wide > total:
            left, top, row_height = 0, top + row_height, 0
        headings.append(Heading(region, left + MARGIN[0] // 2, top + MARGIN[1] // 4, wide, high))
        across = shapes[region][0]
        # The region itself comes first: the nodes are numbered by their types.
        for place, number in enumerate(sorted(plots[region], key=lambda n: (n != region, n))):
            at[number] = (
                left + MARGIN[0] // 2 + CELL[0] // 2 + place % across * CELL[0],
                top + MARGIN[1] + CELL[1] // 2 + place // across * CELL[1],
            )
        left, row_height = left + wide, max(row_height, high)
    return Map(tuple(at[number] for number in range(len(scene.nodes))), tuple(headings))


def _measure_band(measures: dict[int, list[int]], at: dict[int, Point], total: int) -> int:
    """Place the measures in rows, a dimension after the other, above the plots; returns where the plots begin."""
    count = sum(map(len, measures.values()))
    across = max(len(measures), min(math.ceil(math.sqrt(count * 1.2)), total // WIDE))
    for place, number in enumerate(number for dimension in sorted(measures) for number in measures[dimension]):
        at[number] = (round((total - across * WIDE) / 2 + (place % across + 0.5) * WIDE), place // across * CELL[1])
    return math.ceil(count / across) * CELL[1] + MARGIN[1]


def _path(places: Places, region: int) -> tuple[int, ...]:
    """By province, then by what lies in it; what belongs nowhere last."""
    return tuple(reversed(places.homes[region])) if region >= 0 else (len(places.homes),)


def _grid(count: int) -> tuple[int, int]:
    across = max(2, math.ceil(math.sqrt(count * CELL[1] * SHAPE / CELL[0])))
    return across, math.ceil(count / across)


def _outer(across: int, deep: int) -> Point:
    return across * CELL[0] + MARGIN[0], deep * CELL[1] + MARGIN[1]
