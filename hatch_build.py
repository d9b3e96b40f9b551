"""Build hook: the built-in catalogue is checked and compiled with the wheel, so that no command loads YAML."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogue(BuildHookInterface[Any]):
    """Runs before the wheel is packed."""

    PLUGIN_NAME = "custom"

    _compiled: TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile beside the source tree; an editable install fills the cache instead, when first used."""
        if version == "editable":
            return
        root = Path(self.root)
        self._compiled = TemporaryDirectory()
        sys.path.insert(0, str(root / "src"))
        try:
            from showproof.catalog.ship import ship_catalogue

            ship_catalogue(root, Path(self._compiled.name))
        finally:
            sys.path.remove(str(root / "src"))
        build_data["force_include"][self._compiled.name] = "showproof/_compiled"
        for folder in ("templates", "rubrics"):
            build_data["force_include"][str(root / folder)] = f"showproof/_data/{folder}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """The wheel holds the compiled files now."""
        if self._compiled:
            self._compiled.cleanup()
