"""Hatchling's hook: before a wheel is built, what the page carries from npm is fetched, to travel in the wheel."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ExplorerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs `scripts/explorer-assets`; a wheel without them is a good one, whose page does without SPARQL."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch what is missing. Never fails: the script says what it could not do."""
        script = Path(self.root) / "scripts" / "explorer-assets"
        if script.is_file():
            try:
                subprocess.run(["bash", str(script)], check=False)
            except OSError as error:
                self.app.display_warning(f"scripts/explorer-assets: {error}")
