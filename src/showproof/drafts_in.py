"""The drafts that somebody means by naming files and folders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

READABLE = (".docx", ".dotx", ".docm", ".dotm", ".xlsx", ".xltx", ".xlsm", ".md", ".markdown", ".txt")
"""Endings of the files that are taken from a folder."""

_NOT_DRAFTS = ("~$", ".")
"""How the names of lock files and hidden files begin."""


def draft_files(paths: Iterable[Path], endings: tuple[str, ...] = READABLE) -> list[Path]:
    """Files named, and those with such an ending in and below folders named, in a stable order without doubles."""
    found: dict[Path, None] = {}
    for path in paths:
        if _is_folder(path):
            inside = (one for one in sorted(path.rglob("*")) if one.suffix.lower() in endings and one.is_file())
            found.update(dict.fromkeys(one for one in inside if not one.name.startswith(_NOT_DRAFTS)))
        else:
            found[path] = None
    return list(found)


def _is_folder(path: Path) -> bool:
    """Whether it is a folder; a name that the system refuses is left to the reader, which says why."""
    try:
        return path.is_dir()
    except OSError:
        return False
