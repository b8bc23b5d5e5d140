"""changai 产改图谱: reports on the industrial workers reform, as a knowledge graph.

`build(paths, output)` writes a graph; `open_graph(path)` asks it.
"""

from __future__ import annotations

from graph.api import build
from graph.query.store import open_graph

__all__ = ["build", "open_graph"]
