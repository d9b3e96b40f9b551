"""Where catalogue files lie: the built-in ones, a person's own folder over them, and `--catalog` folders over both."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class Sources(NamedTuple):
    """Folders that hold `templates/` and `rubrics/`, the first one that has a file wins."""

    folders: tuple[Path, ...]

    def find(self, relative: str) -> Path | None:
        """The file at a relative path, from the foremost folder that has it."""
        for folder in self.folders:
            path = folder / relative
            if path.is_file():
                return path
        return None

    def names(self, pattern: str) -> dict[str, Path]:
        """Relative path to file for every file that fits a pattern such as `templates/*/artifact.yaml`, sorted."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in sorted(folder.glob(pattern)):
                found.setdefault(path.relative_to(folder).as_posix(), path)
        return dict(sorted(found.items()))


def built_in() -> Path:
    """The folder with the shipped `templates/` and `rubrics/`: in the wheel, or in the source tree."""
    packaged = Path(__file__).resolve().parent.parent / "_data"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[3]


def user_folder() -> Path:
    """A person's own catalogue: `$SHOWPROOF_CATALOG`, or `showproof` in the configuration folder of the system."""
    given = os.environ.get("SHOWPROOF_CATALOG")
    return Path(given) if given else _system_folder("APPDATA", "XDG_CONFIG_HOME", ".config") / "showproof"


def cache_folder() -> Path:
    """Where compiled catalogue files are kept: `$SHOWPROOF_CACHE`, or the cache folder of the system."""
    given = os.environ.get("SHOWPROOF_CACHE")
    if given:
        return Path(given)
    folder = _system_folder("LOCALAPPDATA", "XDG_CACHE_HOME", ".cache") / "showproof"
    return folder / "cache" if os.name == "nt" else folder


def _system_folder(windows: str, elsewhere: str, below_home: str) -> Path:
    """The folder that a variable of the system names; an empty variable counts as none."""
    if os.name == "nt":
        return Path(os.environ.get(windows) or Path.home())
    return Path(os.environ.get(elsewhere) or Path.home() / below_home)


def sources(extra: tuple[Path, ...] = ()) -> Sources:
    """`--catalog` folders first, then the person's own, then the built-in one."""
    return Sources((*extra, user_folder(), built_in()))
