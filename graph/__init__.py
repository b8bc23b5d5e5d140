"""changai 产改图谱: reports on the industrial workers reform, as a knowledge graph.

`build(paths, output)` writes a graph; `open_graph(path)` asks it. Each is imported when it is first used: asking needs
no extraction, and the command line starts quicker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.api import build
    from graph.query.store import open_graph

__all__ = ["build", "open_graph"]


def __getattr__(name: str) -> object:
    if name == "build":
        from graph.api import build

        return build
    if name == "open_graph":
        from graph.query.store import open_graph

        return open_graph
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
