"""What goes wrong around files, for all that copies drafts or writes results: one line, and nothing is lost."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import shutil
from pathlib import Path

import docx
import openpyxl
import pytest

from copied import comments, parts
from showproof.api import make_template
from showproof.formats.package import pack

ROLE = ("--role", "operations-manager")
COMMANDS = {
    "annotate": ("annotate", "set/a.docx", "--out", "out"),
    "blind": ("blind", "set/a.docx", "--out", "out"),
    "compare html": ("compare", "set/a.docx", "set/b.docx", "--html", "out/page.html"),
    "compare note": ("compare", "set/a.docx", "set/b.docx", "--note", "out/note.docx"),
    "portfolio html": ("portfolio", "set", *ROLE, "--html", "out/page.html"),
    "portfolio xlsx": ("portfolio", "set", *ROLE, "--xlsx", "out/matrix.xlsx"),
    "portfolio docx": ("portfolio", "set", *ROLE, "--docx", "out/index.docx"),
    "cohort html": ("portfolio", ".", *ROLE, "--cohort", "--html", "out/page.html"),
    "score html": ("score", "set/a.docx", "--html", "out/page.html"),
}
"""Commands with a draft to read and a result to write into the folder `out`."""


@pytest.fixture
def drafts(here, catalog):
    """Two versions of a draft in a folder."""
    (here / "set").mkdir()
    for name, quality in (("a.docx", "weak"), ("b.docx", "strong")):
        (here / "set" / name).write_bytes(make_template(catalog, "rca", format_name="docx", example=quality))
    return here


def option_of(typed: tuple[str, ...]) -> tuple[str, str]:
    """The option that names the target, and the target."""
    at = len(typed) - 2
    return typed[at], typed[at + 1] if "." in typed[at + 1] else f"{typed[at + 1]}/a.docx"


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_one_line_and_leaves_nothing(name, run, drafts, monkeypatch):
    def full(*_given: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    outcome = run(*COMMANDS[name])
    option, target = option_of(COMMANDS[name])
    assert outcome.code == 2
    assert outcome.err == (
        f"showproof: {target}: cannot be written: no space left on device; choose another {option}\n"
    )
    assert left(drafts / "out") == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_folder_that_lets_nobody_write_is_one_line(name, run, drafts, monkeypatch):
    def locked(*_given: object, **_named: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("tempfile.mkstemp", locked)
    outcome = run(*COMMANDS[name])
    option, target = option_of(COMMANDS[name])
    assert (outcome.code, outcome.err) == (
        2, f"showproof: {target}: cannot be written: permission denied; choose another {option}\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "target", "option"),
    [
        (("blind", "set/a.docx", "--out", "set"), "set/a.docx", "--out"),
        (("compare", "set/a.docx", "set/b.docx", "--note", "set/b.docx"), "set/b.docx", "--note"),
        (("compare", "set/a.docx", "set/b.docx", "--html", "set/../set/a.docx"), "set/../set/a.docx", "--html"),
        (("portfolio", "set", *ROLE, "--docx", "set/b.docx"), "set/b.docx", "--docx"),
    ],
)
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_no_result_takes_the_place_of_a_draft_whatever_is_forced(typed, target, option, force, run, drafts):
    before = {path: path.read_bytes() for path in (drafts / "set").iterdir()}
    outcome = run(*typed, *force)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"showproof: {target}: it would replace a draft that it is made from; choose another {option}\n"
    )
    assert {path: path.read_bytes() for path in (drafts / "set").iterdir()} == before


@pytest.mark.parametrize("name", ["annotate", "blind", "compare html", "portfolio html", "score html"])
def test_a_draft_that_is_saved_while_it_is_read_is_refused(name, run, drafts, monkeypatch):
    read = Path.read_bytes

    def saved_meanwhile(path: Path) -> bytes:
        data = read(path)
        if path.name == "a.docx" and path.parent.name == "set":
            path.write_bytes(data + b"\0")
        return data

    monkeypatch.setattr(Path, "read_bytes", saved_meanwhile)
    outcome = run(*COMMANDS[name])
    assert outcome.code == 3
    line = "set/a.docx: it changed while it was read; wait until it is saved, and try again"
    assert line in outcome.err.replace("showproof: ", "").splitlines()


@pytest.mark.parametrize("lock", ["~$a.docx", ".~lock.a.docx#"])
def test_a_draft_that_is_open_elsewhere_is_copied_as_it_was_saved_and_that_is_said(lock, run, drafts):
    (drafts / "set" / lock).write_bytes(b"\5Ana")
    said = "it is open in an office program: what is not saved yet is not in the copy\n"
    for name in ("annotate", "blind"):
        outcome = run(*COMMANDS[name][:-1], name)
        assert outcome.code == 0
        assert outcome.err.endswith(said)
        assert left(drafts / name) == ["a.docx"]


@pytest.mark.parametrize("name", ["blind", "portfolio html", "cohort html", "annotate"])
def test_the_lock_of_an_office_program_is_no_draft(name, run, drafts):
    for lock in ("~$a.docx", ".~lock.a.docx#"):
        (drafts / "set" / lock).write_bytes(b"\5Ana")
    typed = tuple("set" if one == "set/a.docx" else one for one in COMMANDS[name])
    outcome = run(*typed)
    assert outcome.code == 0
    assert "lock" not in outcome.out + outcome.err
    assert "~$" not in outcome.out + outcome.err


def test_a_target_that_may_not_be_written_stays_whole(run, drafts):
    """A file that somebody has marked read-only is theirs until they say --force."""
    shutil.copy(drafts / "set/b.docx", drafts / "page.html")
    (drafts / "page.html").chmod(0o444)
    for typed in (("compare", "set/a.docx", "set/b.docx"), ("portfolio", "set", *ROLE)):
        outcome = run(*typed, "--html", "page.html")
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err == (
            "showproof: page.html: the file exists and was left as it is; choose another --html, or say --force\n"
        )
    assert (drafts / "page.html").read_bytes() == (drafts / "set/b.docx").read_bytes()


def protected_document(data: bytes) -> bytes:
    found = parts(data)
    settings = found["word/settings.xml"].replace(b"</w:settings>", LOCK + b"</w:settings>")
    assert settings != found["word/settings.xml"]
    return pack({**found, "word/settings.xml": settings})


def protected_workbook(data: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book:
        sheet.protection.enable()
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


LOCK = b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
SHEETS = re.compile(rb"<sheetProtection [^>]*>")


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_protected_draft_is_read_and_copied_and_stays_protected(form, run, here, catalog):
    data = make_template(catalog, "sop", format_name=form, example="weak")
    (here / "set").mkdir()
    locked = protected_document(data) if form == "docx" else protected_workbook(data)
    (here / f"set/a.{form}").write_bytes(locked)
    (here / f"set/b.{form}").write_bytes(data)
    assert run("annotate", f"set/a.{form}", "--out", "annotated").code == 0
    assert run("blind", f"set/a.{form}", "--out", "blind", "--name", "Ana Ruiz").code == 0
    told = json.loads(run("compare", f"set/b.{form}", f"set/a.{form}", "--json").out)
    assert told["old"]["overall"] == told["new"]["overall"]
    assert run("portfolio", "set", *ROLE).code == 0
    guards = SHEETS if form == "xlsx" else re.compile(re.escape(LOCK))
    wanted = sum(len(guards.findall(part)) for part in parts(locked).values())
    assert wanted
    for folder in ("annotated", "blind"):
        copy = parts((here / folder / f"a.{form}").read_bytes())
        assert sum(len(guards.findall(part)) for part in copy.values()) == wanted


def test_a_signed_draft_is_weighed_and_compared_as_it_is(run, drafts):
    """Only what writes a copy would break the signature."""
    path = drafts / "set/a.docx"
    plain = run("compare", "set/a.docx", "set/b.docx").out
    signed = {**parts(path.read_bytes()), "_xmlsignatures/sig1.xml": b"<Signature/>"}
    path.write_bytes(pack(signed))
    assert run("compare", "set/a.docx", "set/b.docx").out == plain
    assert run("portfolio", "set", *ROLE).code == 0
    assert [run(name, "set/a.docx", "--out", "out").code for name in ("annotate", "blind")] == [3, 2]
    assert left(drafts / "out") == []


def test_a_draft_with_two_hundred_comments_keeps_them_all(run, here, catalog):
    made = docx.Document(io.BytesIO(make_template(catalog, "sop", format_name="docx", example="weak")))
    runs = [one for paragraph in made.paragraphs for one in paragraph.runs if one.text.strip()]
    for number in range(200):
        made.add_comment(
            runs[number % len(runs)], text=f"Remark {number}", author=f"Ana Reader{number % 7}", initials="A"
        )
    made.save(str(here / "a.docx"))
    before = comments((here / "a.docx").read_bytes())
    assert len(before) == 200
    score = run("score", "a.docx", "--json").out
    assert run("annotate", "a.docx", "--out", "annotated").code == 0
    theirs = [one for one in comments((here / "annotated/a.docx").read_bytes()) if one.initials != "showproof"]
    assert theirs == before
    outcome = run("blind", "a.docx", "--out", "blind")
    assert "  scores: the same" in outcome.out.splitlines()
    blinded = comments((here / "blind/a.docx").read_bytes())
    assert [(one.lines, one.about) for one in blinded] == [(one.lines, one.about) for one in before]
    assert {one.author for one in blinded} == {f"Person {number}" for number in range(1, 8)}
    for folder in ("annotated", "blind"):
        again = json.loads(run("score", f"{folder}/a.docx", "--json").out)["scorecards"][0]
        assert again["overall"] == json.loads(score)["scorecards"][0]["overall"]
