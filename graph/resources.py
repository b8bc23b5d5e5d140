"""Where the ontology's Turtle lies: beside the code in an installed wheel, beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent


def ontology_folder() -> Path:
    """The folder with `changai.ttl`, `shapes.ttl` and `measures.ttl`.

    Raises FileNotFoundError where the installation is incomplete.
    """
    for folder in (HERE / "ontology", HERE.parent / "ontology"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no ontology folder beside {HERE}: the installation is incomplete")
