"""Small catalogues written into a folder, and the faults that loading them gives."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from showproof.errors import CatalogError

ARTIFACT = """\
id: note
title: Note
version: "1.0"
summary: Says one thing.
formats: [docx]
proves:
  operations-manager: [execution]
parts:
  - id: what
    title: What
    guidance: The one thing.
    fields:
      - id: thing
        label: Thing
"""


def put(folder: Path, relative: str, text: str) -> Path:
    """A file of a catalogue, its text unindented."""
    path = folder / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return path


def put_note(folder: Path, text: str = ARTIFACT) -> Path:
    """The type `note`."""
    return put(folder, "templates/note/artifact.yaml", text)


def faults(load: Callable[[], Any]) -> list[str]:
    """The lines of the CatalogError that a load raises."""
    with pytest.raises(CatalogError) as caught:
        load()
    return caught.value.faults
