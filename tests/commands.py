"""Running the command line as a user does, from the environment that the tests run in or from another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
CHANGAI = Path(sys.executable).with_name("changai")


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """What the command prints. Where it fails, the test fails with its words."""
    # no PYTHONPATH: an installed changai must not find the checkout by it
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | {
        "PYTHONIOENCODING": "utf-8"
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command} gave {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout
