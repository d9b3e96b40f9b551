"""Drafts saved as office programs save them, under the eyes of `score --watch`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click import unstyle

from showproof.api import SAID_NOTHING, make_template, one_by_one
from showproof.cli.watch import watch
from showproof.watching import PATIENCE

OLD = "# Escalation\n\nThe team looks at late files from time to time.\n"
NEW = "# Escalation\n\nAna Vereb rings the bank within 2 hours if more than 5 files are late, from 4 March 2026 on.\n"
Scene = Iterator[object]


@pytest.fixture
def watching(catalog, here, capsys) -> Callable[..., tuple[str, str]]:
    """Runs the watch while a scene goes on, one step between two looks, and gives what was printed."""
    score = one_by_one(catalog, SAID_NOTHING)

    def go(scene: Scene, *paths: str) -> tuple[str, str]:
        def pause(_seconds: float) -> None:
            try:
                next(scene)
            except StopIteration:
                raise KeyboardInterrupt from None

        assert watch([here / one for one in paths], score, 1, pause=pause) == 130
        text = capsys.readouterr()
        return unstyle(text.out), text.err

    return go


def looks(count: int = 3) -> Scene:
    """Nothing happens for so many looks."""
    yield from range(count)


def changes(out: str) -> list[str]:
    """The first line of each change."""
    return [line for line in out.splitlines() if "(score" in line and not line.startswith("  overall")]


def test_nothing_is_printed_of_a_save_that_changes_nothing(watching, here):
    (here / "a.md").write_text(OLD, encoding="utf-8")

    def scene() -> Scene:
        yield from looks()
        (here / "a.md").write_text(OLD, encoding="utf-8")
        yield from looks()

    out, err = watching(scene(), "a.md")
    assert changes(out) == []
    assert err == "watching 1 draft; Ctrl-C ends\n"


def test_a_change_is_printed_once_and_nothing_else(watching, here):
    (here / "a.md").write_text(OLD, encoding="utf-8")

    def scene() -> Scene:
        yield from looks()
        (here / "a.md").write_text(NEW, encoding="utf-8")
        yield from looks(6)

    out, _ = watching(scene(), "a.md")
    (line,) = changes(out)
    assert line.startswith(f"{here / 'a.md'}: ")
    assert "  Levels that moved" in out
    assert "      through: " in out
    assert "Still to mend" not in out


def test_a_change_that_no_rule_looks_for_is_one_line(watching, here):
    (here / "a.md").write_text(OLD, encoding="utf-8")

    def scene() -> Scene:
        yield from looks()
        (here / "a.md").write_text(f"{OLD}\n", encoding="utf-8")
        yield from looks()

    out, _ = watching(scene(), "a.md")
    (line,) = changes(out)
    assert line.endswith("of 4); nothing that was looked for changed")


def word(path: Path, data: bytes) -> Scene:
    """Writes beside, puts the old one away, renames, and deletes the old one."""
    beside, old = path.with_name("~WRD0001.tmp"), path.with_name("~WRL0002.tmp")
    (path.parent / f"~${path.name[2:]}").write_bytes(b"owner")
    beside.write_bytes(data[: len(data) // 2])
    yield
    beside.write_bytes(data)
    path.replace(old)
    yield
    beside.replace(path)
    yield
    old.unlink()


def excel(path: Path, data: bytes) -> Scene:
    """Writes under a name of eight signs, deletes the draft, renames."""
    beside = path.with_name("4A5B6C7D")
    beside.write_bytes(data)
    yield
    path.unlink()
    yield
    yield
    beside.replace(path)


def libreoffice(path: Path, data: bytes) -> Scene:
    """Locks beside, and writes over the draft piece by piece."""
    lock = path.with_name(f".~lock.{path.name}#")
    lock.write_text(",ana,desk;", encoding="utf-8")
    for part in range(1, 5):
        path.write_bytes(data[: len(data) * part // 4])
        yield
    lock.unlink()


def stalled(path: Path, data: bytes) -> Scene:
    """Writes half, and the other half when a slow disk lets it."""
    path.write_bytes(data[: len(data) // 2])
    yield from looks(PATIENCE - 2)
    path.write_bytes(data)


@pytest.mark.parametrize("save", [word, excel, libreoffice, stalled])
@pytest.mark.parametrize("where", ["a.docx", "."])
def test_a_save_is_scored_once_it_is_whole_and_nothing_is_said_before(save, where, watching, here, catalog):
    weak, strong = (make_template(catalog, "rca", format_name="docx", example=one) for one in ("weak", "strong"))
    (here / "a.docx").write_bytes(weak)

    def scene() -> Scene:
        yield from looks()
        yield from save(here / "a.docx", strong)
        yield from looks(4)

    out, err = watching(scene(), where)
    (line,) = changes(out)
    assert " → 4 strong, lead with it" in line
    assert err == "watching 1 draft; Ctrl-C ends\n"


def test_what_stays_unreadable_is_told_once_and_the_next_save_is_compared_with_the_last_good_one(
    watching, here, catalog
):
    weak, strong = (make_template(catalog, "rca", format_name="docx", example=one) for one in ("weak", "strong"))
    (here / "a.docx").write_bytes(weak)

    def scene() -> Scene:
        yield from looks()
        (here / "a.docx").write_bytes(weak[:200])
        yield from looks(2 * PATIENCE)
        (here / "a.docx").write_bytes(strong)
        yield from looks()

    out, err = watching(scene(), "a.docx")
    assert len(changes(out)) == 1
    assert len(err.splitlines()) == 2
    assert err.splitlines()[1].endswith("; waiting for the next save")


def test_a_draft_that_is_taken_away_is_told_once(watching, here):
    (here / "a.md").write_text(OLD, encoding="utf-8")

    def scene() -> Scene:
        yield from looks()
        (here / "a.md").unlink()
        yield from looks(2 * PATIENCE)

    _, err = watching(scene(), "a.md")
    assert err.splitlines()[1:] == [f"{here / 'a.md'}: gone, or empty; waiting for it"]


def test_a_folder_gives_a_line_for_each_draft_and_for_one_that_comes(watching, here):
    for name in ("a.md", "b.md"):
        (here / name).write_text(OLD, encoding="utf-8")

    def scene() -> Scene:
        yield from looks()
        (here / "c.md").write_text(NEW, encoding="utf-8")
        yield from looks()

    out, err = watching(scene(), ".")
    lines = [line.split()[0] for line in out.splitlines()]
    assert [Path(one.lstrip("…")).name for one in lines] == ["draft", "a.md", "b.md", "c.md"]
    assert err == "watching 2 drafts; Ctrl-C ends\n"


@pytest.mark.parametrize("options", [["--json"], ["--out", "a.json"], ["--html", "a.html"], ["--fail-under", "2"]])
def test_options_that_need_an_end_are_a_slip(run, here, options):
    (here / "a.md").write_text(OLD, encoding="utf-8")
    outcome = run("score", "a.md", "--watch", *options)
    assert outcome.code == 2
    assert outcome.err.splitlines()[-1] == (
        "Error: --watch has no end; leave --json, --out, --html, --resume and --fail-under out"
    )


def test_a_file_that_is_not_there_at_the_beginning_ends_with_three(run):
    outcome = run("score", "nowhere.docx", "--watch")
    assert outcome.code == 3
    assert outcome.err == "showproof: nowhere.docx: no such file; check the name and the folder\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process alone")
def test_ctrl_c_ends_with_130_and_without_a_traceback(here):
    (here / "a.md").write_text(OLD, encoding="utf-8")
    command = [sys.executable, "-m", "showproof", "score", "a.md", "--watch"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "watching 1 draft; Ctrl-C ends\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, "")
    assert out.startswith("a.md\n")
