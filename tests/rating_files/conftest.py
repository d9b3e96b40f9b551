from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rated import RATERS, by_code, card, rate, study, written
from showproof.kit.papers import file_part


@pytest.fixture(scope="session")
def made(catalog, tmp_path_factory) -> Path:
    """A study of four drafts and three raters, as it was made, and filled in by everybody alike."""
    folder = tmp_path_factory.mktemp("studies")
    written(study(catalog), folder / "blank")
    written(study(catalog), folder / "filled")
    for name in RATERS:
        rate(card(folder / "filled", file_part(name)), by_code)
    return folder


@pytest.fixture
def folder(made, tmp_path) -> Path:
    """The study, nothing filled in yet."""
    return Path(shutil.copytree(made / "blank", tmp_path / "study"))


@pytest.fixture
def filled(made, tmp_path) -> Path:
    """The study, filled in."""
    return Path(shutil.copytree(made / "filled", tmp_path / "study"))


@pytest.fixture
def read(catalog):
    """Reads a study with its key."""
    from showproof.studies import read_ratings

    def go(folder: Path, **asked):
        return read_ratings(catalog, [folder / "raters"], key=folder / "organiser" / "key.json", **asked)

    return go
