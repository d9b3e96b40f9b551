"""Build hook: the built-in catalogue is checked and compiled with the wheel, so that no command loads YAML."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogue(BuildHookInterface[Any]):
    """Runs before the wheel is packed."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into src/showproof/_compiled; an editable install fills the cache instead, when first used."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from showproof.catalog.ship import ship_catalogue

            target = root / "src" / "showproof" / "_compiled"
            shutil.rmtree(target, ignore_errors=True)
            ship_catalogue(root, target)
        finally:
            sys.path.pop(0)
        build_data["artifacts"].append("src/showproof/_compiled/*.json")
        for folder in ("templates", "rubrics"):
            build_data["force_include"][str(root / folder)] = f"showproof/_data/{folder}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave no compiled files in the source tree, where they would hide later changes."""
        shutil.rmtree(Path(self.root) / "src" / "showproof" / "_compiled", ignore_errors=True)
