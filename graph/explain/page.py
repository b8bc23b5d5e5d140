"""An account as one HTML file.

In: an `Account` and a language. Out: the page. It works without a network and without a script: its policy allows
nothing but its own style sheet, by its digest; whatever a report says is escaped. A name shows its rule when pointed
at, tapped or reached by the keyboard; names and legend share the colours of the graph's page, and each type its word,
so that colour never has to be told apart alone.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from graph.explain.account import Account, Line, Told
from graph.explain.words import acting, refusal, stated, term
from graph.messages import say
from graph.view.looks import LOOKS

TEMPLATES = Path(__file__).resolve().parent / "templates"


def render(account: Account, language: str) -> str:
    """The page of an account in "zh" or "en"."""
    style = (TEMPLATES / "explain.css").read_text(encoding="utf-8") + _colours()
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    counts = Counter(name.type for line in account.lines for name in line.names)
    return environment.get_template("explain.html").render(
        lang="zh-Hans" if language == "zh" else "en",
        title=say(language, "explain.title", name=account.document.identifier),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'",
        style=Markup(style),
        legend=[(kind, term(language, kind), counts[kind]) for kind in LOOKS if counts[kind]],
        refused=say(language, "explain.refused"),
        lines=[_line(line, language) for line in account.lines],
    )


def write_page(account: Account, path: Path, language: str) -> Path:
    """Write the page as UTF-8; the same account gives the same bytes. Raises OSError where it can't be written."""
    path.write_text(render(account, language), encoding="utf-8", newline="\n")
    return path


def _colours() -> str:
    return "".join(f"\n.{kind} {{ background: {look.colour}; color: {look.ink}; }}" for kind, look in LOOKS.items())


def _line(line: Line, language: str) -> dict[str, Any]:
    text = line.sentence.text
    return {
        "number": line.sentence.index + 1,
        "kind": line.sentence.kind.value,
        "kind_word": term(language, line.sentence.kind.value),
        "about": line.about,
        "text": _marked(text, line.names, language),
        "acts": [(text[a.start : a.end] if len(line.acts) > 1 else "", acting(language, a)) for a in line.acts],
        "facts": [(term(language, f.kind), stated(language, f), f.rule, f.confidence) for f in line.facts],
        "refused": [(r.text, term(language, r.what), r.rule, refusal(language, r)) for r in line.refused],
    }


def _marked(text: str, names: Sequence[Told], language: str) -> Markup:
    """The sentence with its names in elements of their own, one within another where names nest."""
    ordered = sorted(names, key=lambda n: (n.start, -n.end))

    def within(start: int, end: int, inner: Sequence[Told]) -> Markup:
        out, at, rest = Markup(), start, list(inner)
        while rest:
            name = rest.pop(0)
            if name.start < at:
                continue
            nested = [n for n in rest if n.start < name.end]
            rest = [n for n in rest if n.start >= name.end]
            out += escape(text[at : name.start])
            out += Markup('<span class="name {}" tabindex="0">{}<span class="how">{}</span></span>').format(
                name.type, within(name.start, name.end, nested), _how(name, language)
            )
            at = name.end
        return out + escape(text[at:end])

    return within(0, len(text), ordered)


def _how(name: Told, language: str) -> str:
    entity = f"{name.entity} · " if name.entity else ""
    return f"{entity}{term(language, name.type)} · {name.rule} · {name.confidence}"
