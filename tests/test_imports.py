"""Imports go one way through the package, and each outside library is known in its own place only."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "graph"

# From what knows nothing of the rest to what knows everything. A module may import its own step and those before it.
ORDER: tuple[tuple[str, ...], ...] = (
    ("model", "namespaces", "resources", "errors", "messages", "vocabulary"),
    ("read",),
    ("mentions",),
    ("resolve",),
    ("facts",),
    ("rdf",),
    ("query",),
    ("report",),
    ("evaluate",),
    ("view",),
    ("api",),
    ("explain",),
    ("__init__", "cli"),  # __init__ is graph itself: what `from graph import …` gives
    ("__main__",),
)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}

# Who may know a library: steps, or modules of one.
KNOWN_IN = {
    "rdflib": {"namespaces", "vocabulary", "rdf", "query"},
    "pyoxigraph": {"vocabulary", "rdf", "query"},
    "pyshacl": {"rdf"},
    "networkx": {"query", "report", "view"},
    "matplotlib": {"report"},
    "openpyxl": {"report"},
    "docx": {"read", "report"},
    "pyvis": {"view"},
}

# Libraries that are imported under another name than the one they are installed by.
INSTALLED_AS = {"docx": "python-docx"}


def module_of(path: Path) -> str:
    """`graph/facts/numerals.py` → `facts.numerals`; `graph/facts/__init__.py` → `facts.__init__`."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def imports(source: str, module: str) -> Iterator[str]:
    """Every imported module's full name, those inside functions too. `module` is where relative ones start from."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            parents = ["graph", *module.split(".")][: -node.level]
            yield ".".join([*parents, node.module] if node.module else parents)
        elif isinstance(node, ast.ImportFrom) and node.module == "graph":
            yield from (f"graph.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)


def step(module: str) -> str:
    """The step that a module belongs to: `graph.facts.numerals` and `facts.numerals` → `facts`."""
    return module.removeprefix("graph").removeprefix(".").partition(".")[0] or "__init__"


def complaints(module: str, source: str) -> list[str]:
    """What `module` imports and must not."""
    found = []
    for name in imports(source, module):
        library = name.partition(".")[0]
        if library == "graph":
            # `from graph import build` names no step but what graph itself gives: the far end of the order
            rank = RANK.get(step(name), RANK["__init__"])
            if rank > RANK[step(module)]:
                found.append(f"{module} imports {name}, which comes after it")
        elif step(module) not in KNOWN_IN.get(library, {step(module)}):
            found.append(f"{module} imports {library}, known only in {', '.join(sorted(KNOWN_IN[library]))}")
    return found


MODULES = {module_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def test_every_step_has_its_place_in_the_order():
    assert {step(module) for module in MODULES} <= set(RANK), "say in ORDER where the new step stands"


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_one_way(module):
    assert complaints(module, MODULES[module].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "source", "wrong"),
    [
        ("facts.figures", "from graph.facts.numerals import read", 0),
        ("facts.figures", "from . import numerals", 0),
        ("facts.__init__", "from . import numerals", 0),
        ("facts.__init__", "from .. import cli", 1),
        ("facts.figures", "from graph.model import Figure", 0),
        ("facts.figures", "from graph import model", 0),
        ("facts.figures", "from graph.rdf import quads", 1),
        ("facts.figures", "from ..rdf import quads", 1),
        ("facts.figures", "from graph import build", 1),
        ("facts.figures", "def late():\n    import rdflib.namespace", 1),
        ("read.formats", "import networkx as nx", 1),
        ("query.networks", "import networkx as nx", 0),
        ("query.networks", "from pyvis.network import Network", 1),
        ("view.page", "from pyvis.network import Network", 0),
        ("view.page", "import pyoxigraph", 1),
        ("model", "from graph.read import reading", 1),
        ("cli", "from graph import build", 0),
    ],
)
def test_the_check_itself(module, source, wrong):
    assert len(complaints(module, source)) == wrong


def test_what_is_imported_is_a_declared_requirement():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^a-z0-9-]", line.lower())[0] for line in project["dependencies"]}
    imported = {
        name.partition(".")[0]
        for module, path in MODULES.items()
        for name in imports(path.read_text(encoding="utf-8"), module)
    }
    imported = {
        INSTALLED_AS.get(name, name.replace("_", "-")) for name in imported - {"graph"} - sys.stdlib_module_names
    }
    assert imported - declared == set(), "name it in pyproject.toml and run scripts/lock"
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert {name for name in declared if f"\n{name}==" not in pinned} == set(), "run scripts/lock"


def test_modules_keep_their_size():
    long = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in MODULES.items()}
    assert {module: lines for module, lines in long.items() if lines > 400} == {}, "at 400 lines it is two modules"
