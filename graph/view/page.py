"""The scene and the words → one HTML file that opens by double click and asks the network for nothing.

pyvis gives the looks and options of the drawing, and the vis-network script that its wheel carries; the page around it
is our own template, for pyvis's links Bootstrap from a CDN even with in-line resources. Nothing of a report is ever
markup or script: it travels as JSON in a data block with `<`, `>` and `&` escaped, and the page's policy allows only
the scripts and the style whose digests it names, WebAssembly where there is some, and no connection at all.
Order: read the scene, place it, pack it, fill the template, write.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from graph.query.questions import questions
from graph.query.store import Graph
from graph.view.layout import whole_map
from graph.view.libraries import engine, packed, vis_script
from graph.view.looks import LOOKS
from graph.view.pack import pack, pack_questions
from graph.view.reading import read_scene
from graph.view.regions import place
from graph.view.words import ASSETS, page_words

TEMPLATES = ASSETS.parent / "templates"
STYLES = ("page.css", "views.css", "print.css")
# In the order in which each knows those before it.
SCRIPTS = (
    *("core.js", "state.js", "facts.js", "source.js", "shown.js", "canvas.js", "panel.js", "matrix.js", "region.js"),
    *("dates.js", "figures.js", "reports.js", "engine.js", "query.js", "search.js", "start.js"),
)
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 0, "improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "keyboard": {"enabled": True, "bindToWindow": False}},
    "edges": {"smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.45}},
}
LANGUAGES = ("zh", "en")
BORDERS = {"Person": "#777777", "Honour": "#A89A00"}  # black on dark ground and yellow on white need one


def draw() -> dict[str, Any]:
    """How pyvis draws each type, by name, and its options for the whole: physics off."""
    network = Network(directed=True)
    for kind, look in LOOKS.items():
        colour = {"background": look.colour, "border": BORDERS.get(kind, look.colour)}
        network.add_node(kind, label=kind, shape=look.shape, size=look.size, color=colour)
    network.set_options(json.dumps(OPTIONS))
    nodes, _, _, _, _, options = network.get_network_data()
    looks = {node["id"]: {"shape": node["shape"], "size": node["size"], "color": node["color"]} for node in nodes}
    for kind, look in LOOKS.items():
        looks[kind]["ink"] = look.ink
    return {"looks": looks, "options": json.loads(options)}


def embed(data: Any) -> Markup:
    """JSON that can stand in a script element: nothing in it can close the element or open another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


def render(graph: Graph, lang: str = "zh", sparql: bool = True) -> str:
    """The page for `graph`, opening in `lang`; with `sparql`, the graph travels in it and answers queries there.

    Raises ValueError for a language other than zh and en.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"the page speaks zh and en, not {lang}")
    words = page_words()
    scene = read_scene(graph)
    places = place(scene)
    oxigraph = engine() if sparql else None
    data = {
        "lang": lang,
        "words": words,
        "vis": draw(),
        **pack(scene, places, whole_map(scene, places)),
        "sparql": "off" if not sparql else "missing" if oxigraph is None else "on",
        "questions": pack_questions(questions()) if sparql else [],
    }
    style = "".join((ASSETS / name).read_text(encoding="utf-8") for name in STYLES)
    scripts = [vis_script(), *((ASSETS / name).read_text(encoding="utf-8") for name in SCRIPTS)]
    modules = [oxigraph.script] if oxigraph else []
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("page.html").render(
        lang="zh-Hans" if lang == "zh" else "en",
        word={key: pair[LANGUAGES.index(lang)] for key, pair in words.items()},
        style=Markup(style),
        style_digest=_digest(style),
        scripts=[Markup(script) for script in scripts],
        modules=[Markup(script) for script in modules],
        script_rules=" ".join([*map(_digest, scripts + modules), *(["'wasm-unsafe-eval'"] if oxigraph else [])]),
        data=embed(data),
        quads=packed(graph.quads().encode("utf-8")) if oxigraph else "",
        wasm=oxigraph.wasm if oxigraph else "",
    )


def write_page(graph: Graph, path: Path, lang: str = "zh", sparql: bool = True) -> Path:
    """Write the page of `graph` to `path` as UTF-8, the same bytes for the same graph; returns `path`.

    Raises ValueError for an unknown language and OSError where `path` cannot be written; `path` is written only once
    the page is whole.
    """
    page = render(graph, lang, sparql)
    path.write_text(page, encoding="utf-8", newline="\n")
    return path
