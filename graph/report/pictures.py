"""The heatmap of measures by regions and the network of regions, as PNG and SVG.

In: findings. Out: pictures' bytes. What is too much for a page is left out and the caption says how much. Colours are
those of a sequential scale that prints in grey; the layout has a fixed seed and the files no date.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib as mpl
import networkx as nx
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.patheffects import withStroke

from graph.messages import say
from graph.query.findings import Findings
from graph.query.table import Iri
from graph.report.fonts import chinese_font

MOST_MEASURES, MOST_REGIONS, NEAREST, SEED = 45, 32, 3, 7
BINS = ((1, "1", "#deebf7"), (2, "2", "#9ecae1"), (3, "3–4", "#4292c6"), (5, "≥5", "#08519c"))
PLANNED = "#bdbdbd"
GROUPS = ("#4c78a8", "#f58518", "#54a24b", "#b279a2", "#e45756", "#72b7b2", "#9d755d", "#eeca3b")
BOTH = ("zh", "en")


@contextmanager
def _settings() -> Iterator[FontProperties]:
    with mpl.rc_context({"svg.hashsalt": "changai", "svg.fonttype": "path", "axes.unicode_minus": False}):
        yield FontProperties(fname=str(chinese_font()))


def _said(key: str, **values: object) -> str:
    """A message in both languages, for pictures are one file for all."""
    return "  ".join(say(language, key, **values) for language in BOTH)


def _caption(key: str, **values: object) -> str:
    lines = {language: say(language, key, **values) for language in BOTH}
    return "\n".join(textwrap.fill(line, 54 if language == "zh" else 105) for language, line in lines.items())


def _files(figure: Figure) -> dict[str, bytes]:
    FigureCanvasAgg(figure)
    found = {}
    for kind, metadata in (("png", {"Software": None}), ("svg", {"Date": None, "Creator": None})):
        out = io.BytesIO()
        figure.savefig(out, format=kind, dpi=160, metadata=metadata, bbox_inches="tight", facecolor="white")
        found[kind] = out.getvalue()
    return found


def heatmap(found: Findings) -> dict[str, bytes]:
    """The heatmap as {"png": …, "svg": …}: shared measures down, regions across, sentences as colour.

    A measure of one region says nothing of sharing and is left out, unless no measure is shared.
    """
    shared = [measure for measure in found.table.measures if measure.regions > 1] or list(found.table.measures)
    measures, regions = shared[:MOST_MEASURES], list(found.regions)[:MOST_REGIONS]
    order = {name: at for at, name in enumerate(dict.fromkeys(m.dimension for m in measures))}
    measures = sorted(measures, key=lambda m: order[m.dimension])  # stable: the most shared first in each dimension
    with _settings() as font:
        figure = Figure(figsize=(4.2 + 0.42 * len(regions), 2.4 + 0.31 * len(measures)))
        axes = figure.add_subplot()
        for y, measure in enumerate(measures):
            for x, region in enumerate(regions):
                cell, plan = found.cells.get((measure.iri, region)), found.plans.get((measure.iri, region))
                if not cell:
                    axes.add_patch(Rectangle((x - 0.47, y - 0.47), 0.94, 0.94, color="#f6f7f8", linewidth=0))
                if cell:
                    _, _, colour = max(each for each in BINS if each[0] <= max(1, cell.sentences))
                    axes.add_patch(Rectangle((x - 0.47, y - 0.47), 0.94, 0.94, color=colour, linewidth=0))
                    ink = "white" if cell.sentences > 2 else "#333333"
                    axes.text(
                        x, y, str(cell.actors), ha="center", va="center", color=ink, fontproperties=font, fontsize=8
                    )
                elif plan:
                    axes.add_patch(
                        Rectangle((x - 0.44, y - 0.44), 0.88, 0.88, fill=False, edgecolor=PLANNED, hatch="////")
                    )
        for y in range(1, len(measures)):
            if measures[y].dimension != measures[y - 1].dimension:
                axes.axhline(y - 0.5, color="#888888", linewidth=0.8)
        _frame(axes, [measure.name for measure in measures], [found.regions[each] for each in regions], font)
        for name, at in order.items():
            rows = [y for y, measure in enumerate(measures) if order[measure.dimension] == at]
            axes.text(
                len(regions) - 0.3, sum(rows) / len(rows), name, ha="left", va="center", fontproperties=font,
                fontsize=8, color="#555555",
            )  # fmt: skip
        left_out = (len(found.table.measures) - len(measures), len(found.regions) - len(regions))
        caption = _caption("report.heatmap-caption", measures=left_out[0], regions=left_out[1])
        axes.text(-0.5, len(measures) + 0.1, caption, va="top", fontproperties=font, fontsize=7.5, color="#444444")
        return _files(figure)


def _frame(axes: Axes, names: list[str], regions: list[str], font: FontProperties) -> None:
    axes.set_xlim(-0.5, len(regions) - 0.5)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xticks(range(len(regions)), regions, rotation=55, ha="left", rotation_mode="anchor")
    axes.set_yticks(range(len(names)), names)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font)
        label.set_fontsize(8.5)
    for side in axes.spines.values():
        side.set_visible(False)
    handles = [Patch(color=colour, label=text) for _, text, colour in BINS]
    handles.append(Patch(fill=False, edgecolor=PLANNED, hatch="////", label=_said("report.planned-only")))
    small = font.copy()
    small.set_size(8)
    legend = axes.legend(
        handles=handles, title=_said("report.sentences"), loc="upper left", ncol=5, frameon=False, prop=small,
        bbox_to_anchor=(0, -0.5 / max(8, len(names)) - 0.045),
    )  # fmt: skip
    legend.get_title().set_fontproperties(small)
    axes.set_title(_said("report.heatmap-title"), fontproperties=font, fontsize=12, pad=14)


def network(found: Findings) -> dict[str, bytes]:
    """The network of regions as {"png": …, "svg": …}: each is joined to those it is nearest to."""
    drawn = nx.Graph()
    counts: dict[Iri, int] = dict.fromkeys(found.regions, 0)
    for cell in found.table.cells:
        counts[cell.region] += 1
    regions = [region for region in found.regions if region in found.enough][:MOST_REGIONS]
    drawn.add_nodes_from(regions)
    for region in regions:
        near = [p for p in found.pairs if region in (p.one.iri, p.other.iri) and not p.few and len(p.common) > 1]
        for pair in [p for p in near if p.one.iri in drawn and p.other.iri in drawn][:NEAREST]:
            drawn.add_edge(pair.one.iri, pair.other.iri, weight=pair.likeness, common=len(pair.common))
    with _settings() as font:
        figure = Figure(figsize=(10, 7.5))
        axes = figure.add_subplot()
        axes.set_axis_off()
        axes.set_title(_said("report.network-title"), fontproperties=font, fontsize=12)
        places = nx.spring_layout(drawn, weight=None, seed=SEED, k=4 / max(1, len(drawn)) ** 0.5, iterations=400)
        group = _groups(found)
        for one, other, data in drawn.edges(data=True):
            (x1, y1), (x2, y2) = places[one], places[other]
            axes.add_line(Line2D([x1, x2], [y1, y2], color="#c3c8ce", linewidth=0.6 + 6 * data["weight"], zorder=1))
            axes.text(
                (x1 + x2) / 2, (y1 + y2) / 2, str(data["common"]), fontsize=7.5, color="#555555", ha="center",
                va="center", zorder=2, path_effects=[withStroke(linewidth=2, foreground="white")], fontproperties=font,
            )  # fmt: skip
        for region in drawn:
            x, y = places[region]
            axes.scatter(
                [x], [y], s=50 + 9 * counts[region], color=GROUPS[group.get(region, 0) % len(GROUPS)], zorder=3
            )
            axes.annotate(
                f"{found.regions[region]} {counts[region]}", (x, y), xytext=(0, 9 + counts[region] ** 0.5),
                textcoords="offset points", ha="center", fontproperties=font, fontsize=9, zorder=4,
                path_effects=[withStroke(linewidth=2.5, foreground="white")],
            )  # fmt: skip
        axes.margins(0.12)
        axes.autoscale_view()
        left_out = len(found.regions) - len(drawn)
        said = _caption("report.network-caption", nearest=NEAREST, regions=left_out)
        axes.text(0, -0.01, said, transform=axes.transAxes, va="top", fontproperties=font, fontsize=8, color="#444444")
        return _files(figure)


def _groups(found: Findings) -> dict[Iri, int]:
    """The community of each region, where communities are beyond chance; otherwise all have one colour."""
    if found.communities is None or not found.communities.beyond_chance:
        return {}
    return {region: at for at, group in enumerate(found.communities.groups) for region in group}
