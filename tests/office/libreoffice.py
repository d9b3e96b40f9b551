"""LibreOffice as people use it: many files opened and saved in another format by one call."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

LONGEST = 900
"""Seconds after which a conversion is given up."""


def program(*names: str) -> str:
    """The first of these programs that is installed, or nothing."""
    return next((found for name in names if (found := shutil.which(name))), "")


class LibreOffice:
    """Converts files in one call each time, with a user profile of its own."""

    def __init__(self, soffice: str, profile: Path) -> None:
        self._soffice = soffice
        self._profile = profile

    def save_as(self, ending: str, files: Sequence[Path], folder: Path) -> list[Path]:
        """The files as LibreOffice saves them, in their order. Fails where one was not made."""
        command = [self._soffice, "--headless", f"-env:UserInstallation={self._profile.as_uri()}"]
        command += ["--convert-to", ending, "--outdir", str(folder), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
        made = [folder / f"{file.stem}.{ending}" for file in files]
        missing = [file.name for file in made if not file.is_file()]
        assert not missing, f"LibreOffice did not make {missing}: {done.stderr.strip()}"
        return made

    def along(self, route: Sequence[str], files: Sequence[Path], folder: Path) -> list[Path]:
        """The files saved in each format of the route in turn; what an earlier run has saved there is taken."""
        for number, ending in enumerate(route, start=1):
            step = folder / f"{number}-{ending}"
            saved = [step / f"{file.stem}.{ending}" for file in files]
            files = saved if all(file.is_file() for file in saved) else self.save_as(ending, files, step)
        return list(files)
