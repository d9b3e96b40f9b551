"""What strangers' words do in what is written: nothing runs, nothing is lost, and a file is whole or not there."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from hostile_files import docx, p

from showproof.api import make_template, open_catalog
from showproof.catalog.store import Catalog
from showproof.cli.main import cli
from showproof.errors import UserError
from showproof.files import write_file
from showproof.formats.limits import USUAL
from showproof.formats.package import Package

FORMULAS = (
    "=cmd|'/c calc'!A0",
    "@SUM(1+1)",
    "+1+1",
    "-2+3",
    "\t=1+1",
    "\r=1",
    '=HYPERLINK("http://x","y")',
    "#N/A",
    "＝1+1",
)
SIGNS = ("\0", "\x0b", "\x1b[31m", "\ufffe", "\ud800", "</w:t><w:br/>", "]]>", "&x;", "_x000D_", "<script>", "\u202e")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return open_catalog()


def made(catalog: Catalog, form: str, words: str) -> Package:
    """A template for a workflow named by these words."""
    kind = next(name for name in catalog.artifact_ids if form in catalog.artifact(name).formats)
    data = make_template(catalog, kind, format_name=form, context={"workflow": words, "metric": words})
    return Package(data, "made", USUAL)


@pytest.mark.parametrize("words", FORMULAS)
def test_words_that_look_like_a_formula_are_written_as_text(catalog: Catalog, words: str) -> None:
    package = made(catalog, "xlsx", words)
    sheets = [name for name in package.names if name.startswith("xl/worksheets/sheet")]
    shown = words.strip()
    found = 0
    for name in sheets:
        for cell in package.xml(name).iter("{*}c"):
            formula = cell.findtext("{*}f") or ""
            assert shown not in formula
            if shown in "".join(str(text) for text in cell.itertext()):
                assert cell.get("t") in ("inlineStr", "str", "s")
                found += 1
    strings = [package.read(name) for name in package.names if name.endswith("sharedStrings.xml")]
    assert found or any(shown.replace('"', "&quot;").encode() in one or shown.encode() in one for one in strings)


@pytest.mark.parametrize("words", SIGNS)
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_signs_that_xml_cannot_hold_are_left_out_and_markup_is_words(catalog: Catalog, form: str, words: str) -> None:
    package = made(catalog, form, f"vendor {words} transition")
    for name in package.names:
        if name.endswith((".xml", ".rels")):
            package.xml(name)


def test_a_draft_cannot_command_the_terminal_or_break_the_json(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    words = "Ana \x1b[2J\x1b]0;own\x07 approves \u202e each </script> invoice \x9b31m within 24 hours \ufeff always."
    path.write_text(f"# Plan\n\nSteps\n\n{words}\n", encoding="utf-8")
    shown = CliRunner().invoke(cli, ["score", str(path), "--top", "50"], color=False)
    assert (shown.exit_code, shown.exception) == (0, None)
    assert not set("\x1b\x07\x9b\u202e\ufeff") & set(shown.stdout + shown.stderr)
    result = CliRunner().invoke(cli, ["score", str(path), "--json"])
    assert json.loads(result.stdout)
    assert not set("\x1b\x07") & set(result.stdout)


def test_a_lone_half_of_a_sign_in_a_name_breaks_no_output(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.docx"))
    path.write_bytes(docx(p("Ana approves it.")))
    ended = subprocess.run(
        [sys.executable, "-m", "showproof", "score", "--json", os.fsencode(path)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 0
    assert json.loads(ended.stdout)


@pytest.mark.parametrize(
    "name", ["CON", "nul.docx", "Com1.xlsx", "aux.tar.docx", "LPT¹.docx", "con .docx", "a.docx.", "a.docx "]
)
def test_names_that_windows_does_not_make_are_not_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError) as refused:
        write_file(tmp_path / name, b"x")
    assert str(refused.value) == f"{tmp_path / name}: Windows makes no file of this name; choose another --out"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["-out.docx", "console.docx", "会议.docx", "a" * 250 + ".docx", "com.docx", ".hidden.docx"]
)
def test_other_names_are_written(tmp_path: Path, name: str) -> None:
    write_file(tmp_path / name, b"x")
    assert (tmp_path / name).read_bytes() == b"x"


def test_a_name_that_begins_with_a_dash_is_a_file_where_it_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["new", "sop", "--out", "-sop.docx"])
    assert (result.exit_code, result.exception) == (0, None)
    assert Path("-sop.docx").is_file()


WRITER = """
import os, sys
from pathlib import Path
from showproof.files import write_file
path = Path(sys.argv[1])
while True:
    write_file(path, b"new" * 1_000_000, force=True)
    sys.stdout.write(".")
    sys.stdout.flush()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
def test_a_writer_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    for wait in (0.0, 0.01, 0.03, 0.07):
        path.write_bytes(b"old")
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.read(1)
            time.sleep(wait)
            writer.send_signal(signal.SIGKILL)
        assert path.read_bytes() == b"new" * 1_000_000


def test_two_writers_at_once_leave_one_of_their_files_whole(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    both = [bytes([65 + n]) * 3_000_000 for n in range(4)]
    writers = [threading.Thread(target=write_file, args=(path, data), kwargs={"force": True}) for data in both]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert path.read_bytes() in both
    assert [one.name for one in tmp_path.iterdir()] == ["draft.docx"]


@pytest.mark.parametrize("failing", [("fsync", errno.ENOSPC), ("replace", errno.EACCES), ("replace", errno.EROFS)])
def test_a_full_disk_or_a_locked_folder_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: tuple[str, int]
) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(b"old")

    def fail(*_given: object, **_named: object) -> None:
        raise OSError(failing[1], os.strerror(failing[1]))

    monkeypatch.setattr(os, failing[0], fail)
    with pytest.raises(UserError) as refused:
        write_file(path, b"new", force=True)
    reason = os.strerror(failing[1]).lower()
    assert str(refused.value) == f"{path}: cannot be written: {reason}; choose another --out"
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["draft.docx"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_said_where_the_report_goes_to_it(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(p("Ana approves it.")))
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        ended = subprocess.run(
            [sys.executable, "-m", "showproof", "score", "--json", str(path)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    said = (
        "showproof: standard output: cannot be written: no space left on device; make room, or say --out FILE elsewhere"
    )
    assert (ended.returncode, ended.stderr.decode()) == (2, f"{said}\n")
