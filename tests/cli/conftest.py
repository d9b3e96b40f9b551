"""The command line run as a person runs it, in an empty folder, and drafts to run it on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from many_drafts import DRAFT
from unreadable_files import UNREADABLE

from showproof.api import make_template
from showproof.cli.main import main


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run left: exit code, standard output, messages."""

    code: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Runs `showproof` with arguments."""

    def go(*args: str) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main(list(args))
        text = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), text.out, text.err)

    return go


@pytest.fixture(scope="session")
def worked(catalog) -> bytes:
    """A worked example, as a draft."""
    return make_template(catalog, "sop", format_name="docx", example="strong")


@pytest.fixture(scope="session")
def blank(catalog) -> bytes:
    """A template that nobody filled."""
    return make_template(catalog, "decision-log", format_name="xlsx")


@pytest.fixture
def many(here):
    """A folder of a hundred drafts, one of which cannot be read."""
    folder = here / "many"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number:03}.md").write_text(DRAFT.format(number + 1), encoding="utf-8")
    (folder / "050.docx").write_bytes(UNREADABLE["locked.docx"][0])
    return folder


@pytest.fixture
def few(here):
    """Five drafts."""
    for number in range(5):
        (here / f"{number}.md").write_text(DRAFT.format(number + 1), encoding="utf-8")
    return here
