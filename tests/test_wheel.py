"""The wheel, in an empty environment away from the checkout, builds the same graph and carries all it needs."""

from __future__ import annotations

import shutil
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.commands import EXAMPLES, ROOT, run


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The folder of the programs of an environment that holds the pinned requirements and the wheel, nothing else."""
    home = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(home, with_pip=True)
    programs = home / ("Scripts" if sys.platform == "win32" else "bin")
    install = (programs / "python", "-m", "pip", "--disable-pip-version-check", "--quiet", "install")
    run(*install, "--require-hashes", "-r", ROOT / "constraints-build.txt", cwd=home)
    run(*install, "--require-hashes", "--no-build-isolation", "-r", ROOT / "constraints.txt", cwd=home)
    run(*install, "--no-deps", wheel, cwd=home)
    return programs


def test_wheel_carries_ontology_questions_and_data(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"graph/ontology/{path.name}" for path in (ROOT / "ontology").glob("*.ttl")}
    wanted |= {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "graph").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {"graph/ontology/measures.ttl"} < wanted
    assert wanted - inside == set()
    assert not [name for name in inside if name.startswith(("tests/", "examples/", "scripts/"))]


def test_installed_wheel_builds_and_shows_the_same(installed, examples_output, tmp_path):
    reports = tmp_path / "reports"
    shutil.copytree(EXAMPLES, reports)
    changai, output = installed / "changai", tmp_path / "output"
    run(changai, "build", reports, "--output", output, cwd=tmp_path)
    built, expected = (output / "graph.trig").read_bytes(), (examples_output / "graph.trig").read_bytes()
    assert built == expected  # bytes: no diff of megabytes wanted

    questions = {path.stem for path in (ROOT / "graph" / "query" / "saved").glob("*.rq")}
    assert len(questions) >= 10
    listed = run(changai, "query", "--list", cwd=tmp_path)
    assert {name for name in questions if name not in listed} == set()

    run(changai, "view", "--graph", output, cwd=tmp_path)
    (page,) = output.glob("*.html")
    # Oxigraph's WebAssembly is in the wheel where it could be fetched
    carried = (ROOT / "graph" / "view" / "built" / "oxigraph.wasm").is_file()
    assert page.stat().st_size > 100_000 + carried * 1_500_000


def test_installed_code_is_the_wheel_s(installed, tmp_path):
    place = run(installed / "python", "-c", "import graph; print(graph.__file__)", cwd=tmp_path)
    assert not Path(place.strip()).resolve().is_relative_to(ROOT)
