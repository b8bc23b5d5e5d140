"""What several test modules look at: the graph of the examples, built once in a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import CHANGAI, EXAMPLES, run


@pytest.fixture(scope="session")
def examples_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of `changai build examples`; read only."""
    output = tmp_path_factory.mktemp("examples") / "output"
    run(CHANGAI, "build", EXAMPLES, "--output", output)
    return output
