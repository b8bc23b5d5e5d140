"""The scene and the words → one HTML file that opens by double click and asks the network for nothing.

pyvis gives the network's nodes, edges and options, and the vis-network script that its wheel carries; the page around
it is our own template, for pyvis's links Bootstrap from a CDN even with in-line resources. Nothing of a report is ever
markup or script: it travels as JSON in a data block with `<`, `>` and `&` escaped, and the page's policy allows only
the scripts and the style whose digests it names, and no connection at all.
Order: read the scene, place it, draw it, pack it, fill the template, write.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.edge import Edge as VisEdge
from pyvis.network import Network

from graph.query.store import Graph
from graph.view.looks import LOOKS
from graph.view.reading import read_scene
from graph.view.regions import Places, place
from graph.view.scene import Article, Quote, Scene, Term, Value
from graph.view.words import ASSETS, read_words

TEMPLATES = ASSETS.parent / "templates"
SCRIPTS = ("page.js", "panel.js", "start.js")
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 0, "improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "keyboard": {"enabled": True, "bindToWindow": False}},
    "edges": {"smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.45}},
}
LANGUAGES = ("zh", "en")
BORDERS = {"Person": "#777777", "Honour": "#A89A00"}  # black on dark ground and yellow on white need one


def draw(scene: Scene, places: Places) -> Network:
    """The scene as pyvis's network: nodes by their looks, edges with the numbers of their facts, physics off."""
    network = Network(directed=True)
    for number, node in enumerate(scene.nodes):
        look = LOOKS[node.type]
        border = BORDERS.get(node.type, look.colour)
        network.add_node(
            number,
            label=node.label,
            shape=look.shape,
            size=look.size,
            color={"background": look.colour, "border": border},
        )
    tied = {(tie.region, tie.measure) for tie in places.ties}
    # pyvis's own add_edge looks through all nodes at each call.
    for edge in scene.edges:
        if (edge.source, edge.target) not in tied:
            options = {"id": len(network.edges), "kinds": edge.kinds, "facts": edge.facts, "tie": ""}
            network.edges.append(VisEdge(edge.source, edge.target, True, **options).options)
    told = {(edge.source, edge.target): edge for edge in scene.edges}
    for tie in places.ties:
        beside = told.get((tie.region, tie.measure))  # plans and figures of the same two
        options = {
            "id": len(network.edges),
            "kinds": sorted({"Adoption", *(beside.kinds if beside else ())}),
            "facts": sorted({*tie.facts, *(beside.facts if beside else ())}),
            "tie": ("own" if tie.own else "units") + (" near" if tie.near else ""),
        }
        network.edges.append(VisEdge(tie.region, tie.measure, True, **options).options)
    network.set_options(json.dumps(OPTIONS))
    return network


def _shifts(text: str) -> list[int]:
    """Where the signs stand that JavaScript counts as two (𠮷, 😀)."""
    return [place for place, sign in enumerate(text) if ord(sign) > 0xFFFF]


class _Packer:
    """Turns frozen values into plain JSON; offsets become JavaScript's, which count UTF-16 units."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._wide = [_shifts(article.text) for article in articles]

    def quote(self, quote: Quote) -> list[int | str]:
        if quote.start < 0:
            return [quote.article, -1, -1, quote.text]
        wide = self._wide[quote.article]
        ends = (quote.start + sum(w < quote.start for w in wide), quote.end + sum(w < quote.end for w in wide))
        return [quote.article, *ends]

    def value(self, value: Value) -> int | str | dict[str, str]:
        return {"term": value.name} if isinstance(value, Term) else value

    def properties(self, properties: Iterable[tuple[str, Value]]) -> list[list[Any]]:
        return [[name, self.value(value)] for name, value in properties]


def pack(scene: Scene, places: Places, network: Network) -> dict[str, Any]:
    """All that the page's script needs, as plain JSON values."""
    packer = _Packer(scene.articles)
    nodes, edges, _, _, _, options = network.get_network_data()
    dimensions = [iri for iri, _, _ in scene.dimensions]
    known = []
    for number, node in enumerate(scene.nodes):
        broader = next((value for name, value in node.properties if name == "broader"), None)
        known.append(
            {
                "type": node.type,
                "label": node.label,
                "english": node.english,
                "aliases": node.aliases,
                "properties": packer.properties(pair for pair in node.properties if pair[0] != "broader"),
                "dimension": dimensions.index(broader) if broader in dimensions else -1,
                "mentions": [packer.quote(quote) for quote in node.mentions],
                "mentioned": node.mentioned,
                "homes": places.homes[number],
                "around": places.around[number],
            }
        )
    facts = [
        {
            "kind": fact.kind,
            "properties": packer.properties(fact.properties),
            "evidence": [packer.quote(quote) for quote in fact.evidence],
        }
        for fact in scene.facts
    ]
    return {
        "vis": {"nodes": nodes, "edges": edges, "options": json.loads(options)},
        "looks": {kind: {"shape": look.shape, "colour": look.colour, "ink": look.ink} for kind, look in LOOKS.items()},
        "nodes": known,
        "facts": facts,
        "articles": [{"name": article.name, "text": article.text} for article in scene.articles],
        "dimensions": [{"label": label, "english": english} for _, label, english in scene.dimensions],
        "overviews": [
            {"level": overview.level, "regions": overview.regions, "measures": overview.measures}
            for overview in places.overviews
        ],
        "opening": places.opening,
    }


def embed(data: Any) -> Markup:
    """JSON that can stand in a script element: nothing in it can close the element or open another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _vis_script() -> str:
    """vis-network as pyvis's wheel carries it, the newest it has, without the pointer to its source map."""
    found = sorted(Path(pyvis.__file__).parent.glob("templates/lib/vis-*/vis-network.min.js"))
    if not found:
        raise FileNotFoundError("pyvis is installed without its vis-network script: install pyvis 0.3.2 again")
    return re.sub(r"\n//# sourceMappingURL=.*", "", found[-1].read_text(encoding="utf-8"))


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


def render(scene: Scene, lang: str = "zh") -> str:
    """The page for `scene`, opening in `lang`. Raises ValueError for a language other than zh and en."""
    if lang not in LANGUAGES:
        raise ValueError(f"the page speaks zh and en, not {lang}")
    words = read_words()
    places = place(scene)
    data = {"lang": lang, "words": words, **pack(scene, places, draw(scene, places))}
    style = (ASSETS / "page.css").read_text(encoding="utf-8")
    scripts = [_vis_script(), *((ASSETS / name).read_text(encoding="utf-8") for name in SCRIPTS)]
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("page.html").render(
        lang="zh-Hans" if lang == "zh" else "en",
        word={key: pair[LANGUAGES.index(lang)] for key, pair in words.items()},
        style=Markup(style),
        style_digest=_digest(style),
        scripts=[Markup(script) for script in scripts],
        script_digests=" ".join(_digest(script) for script in scripts),
        data=embed(data),
    )


def write_page(graph: Graph, path: Path, lang: str = "zh") -> Path:
    """Write the page of `graph` to `path` as UTF-8, the same bytes for the same graph; returns `path`.

    Raises ValueError for an unknown language and OSError where `path` cannot be written; `path` is written only once
    the page is whole.
    """
    page = render(read_scene(graph), lang)
    path.write_text(page, encoding="utf-8", newline="\n")
    return path
