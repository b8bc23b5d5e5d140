"""Third-party code that the page carries: vis-network out of the installed pyvis, and Oxigraph's WebAssembly build.

In: what is installed. Out: scripts' texts, and the WebAssembly in a form that fits a page. Oxigraph for the browser
comes from npm; `scripts/explorer-assets` puts it into `built/` (a wheel carries it there), never into the repository.
Where it is missing the page does without it.
"""

from __future__ import annotations

import base64
import gzip
import re
from dataclasses import dataclass
from pathlib import Path

import pyvis

BUILT = Path(__file__).resolve().parent / "built"
ENGINE = ("oxigraph.js", "oxigraph.wasm")
# The module's own way of finding its WebAssembly, for which a page without a network has no use.
FETCHING = re.compile(r"new URL\([^)]*import\.meta\.url\)")


@dataclass(frozen=True, slots=True)
class Engine:
    """Oxigraph for the browser: its script, and its WebAssembly packed."""

    script: str
    wasm: str


def vis_script() -> str:
    """vis-network as pyvis's wheel carries it, the newest it has, without the pointer to its source map.

    Raises FileNotFoundError where pyvis is installed without it.
    """
    found = sorted(Path(pyvis.__file__).parent.glob("templates/lib/vis-*/vis-network.min.js"))
    if not found:
        raise FileNotFoundError("pyvis is installed without its vis-network script: install pyvis 0.3.2 again")
    return re.sub(r"\n//# sourceMappingURL=.*", "", found[-1].read_text(encoding="utf-8"))


def engine(folder: Path = BUILT) -> Engine | None:
    """Oxigraph for the browser, or None where it has not been fetched."""
    script, wasm = (folder / name for name in ENGINE)
    if not script.is_file() or not wasm.is_file():
        return None
    module = FETCHING.sub("undefined", script.read_text(encoding="utf-8"))
    return Engine(module + "\nglobalThis.oxigraph = { initSync, Store };\n", packed(wasm.read_bytes()))


def packed(data: bytes) -> str:
    """Bytes as base64 of gzip, the same text for the same bytes."""
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode("ascii")
