"""Layouts that trip readers, each as a small document with its whole outline."""

from __future__ import annotations

from pathlib import Path

import pytest

from showproof.formats.open import read_file
from showproof.model import Outline

from .build import build
from .documents import parse
from .drawn import drawn
from .labels import ungrouped

TRAPS = Path(__file__).parent / "traps"


def read(text: str, name: str, folder: Path) -> Outline:
    """The outline of the document that a text describes."""
    return read_file(build(parse(text, name), folder))


def traps() -> list[Path]:
    """Descriptions, with the outline that is expected below `===`."""
    return sorted(TRAPS.glob("*/*.txt"))


@pytest.mark.parametrize("path", traps(), ids=lambda path: path.stem)
def test_the_outline_is_what_a_careful_person_would_say(path, tmp_path):
    text, _, expected = path.read_text(encoding="utf-8").partition("\n===\n")
    outline = read(text, f"{path.parent.name}/{path.stem}", tmp_path)
    lines = ungrouped(expected).splitlines()
    assert drawn(outline) == (sorted(lines) if outline.format == "xlsx" else lines)


def test_there_are_seventeen_traps():
    assert len(traps()) == 17


def test_fill_colours_that_stand_for_weeks_are_noticed(tmp_path):
    text = (TRAPS / "xlsx" / "work-breakdown.txt").read_text(encoding="utf-8").partition("\n===\n")[0]
    assert [notice for notice in read(text, "xlsx/work-breakdown", tmp_path).notices if "coloured" in notice]
