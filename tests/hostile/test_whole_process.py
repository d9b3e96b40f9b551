"""`showproof score` on a hostile file: one line, exit code 3, in bounded time and memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hostile_files import SAVE_AGAIN, Part, deflated, docx, docx_parts, p, quoted_overlap_bomb, xlsx, zipped
from test_hostile_xml import LAUGHS

SECONDS = 20
MEGABYTES = 512
CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

MEASURED = """
import re, resource, runpy, sys
from pathlib import Path
sys.argv = ["showproof", "score", sys.argv[1]]
try:
    runpy.run_module("showproof", run_name="__main__")
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    # The peak that getrusage tells begins with that of the process which started this one.
    peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
    print("used", used.ru_utime + used.ru_stime, int(peak[1]) // 1024)
"""


def bomb(name: str) -> bytes:
    """A document whose main part claims to be small and is a hundred megabytes of zeros."""
    parts = [
        Part(part, data, packed=deflated(bytes(10**8)), local={"size": 9_000}, central={"size": 9_000})
        if part == name
        else Part(part, data)
        for part, data in docx_parts().items()
    ]
    return zipped(parts)


REFUSED = {
    "bomb.docx": (bomb("word/document.xml"), f"the part word/document.xml is damaged; {SAVE_AGAIN}"),
    "overlap.docx": (quoted_overlap_bomb(60, 4_000_000), f"two entries share bytes; {SAVE_AGAIN}"),
    "laughs.docx": (docx(extra={"word/document.xml": LAUGHS + "<a>&l9;</a>"}),
                    f"the part word/document.xml declares a document type; {SAVE_AGAIN}"),
    "locked.docx": (CFB + bytes(99) + "EncryptedPackage".encode("utf-16-le"),
                    "password-protected; save it without a password"),
    "old.xlsx": (CFB + bytes(600), "saved in the 1997 format; save it as .docx or .xlsx"),
    "deep.docx": (docx("<w:x>" * 5_000 + "</w:x>" * 5_000),
                  f"the part word/document.xml nests deeper than 256 levels; {SAVE_AGAIN}"),
    "cut.docx": (docx()[:-200], f"the package is damaged; {SAVE_AGAIN}"),
    "many.docx": (zipped([Part(f"{n}") for n in range(30_000)]), f"found 30,000 entries; allowed: 2,000; {SAVE_AGAIN}"),
    "long.md": (b"a" * 3 * 1024 * 1024, "found 3 MB of text; allowed: 2 MB; hand in the draft alone"),
}  # fmt: skip
SCORED = {
    "merges.xlsx": xlsx(
        "<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>Plan</t></is></c></row></sheetData><mergeCells>"
        + '<mergeCell ref="A1:XFD1048576"/>' * 3_000 + "</mergeCells>"
    ),
    "words.docx": docx("".join(p(f"Ana Lopez approves invoice {n} within 24 hours.") for n in range(5_000))),
    "rows.md": b"# Plan\n\n<table>" + b"<tr><td>a<td>b" * 3_000,
}  # fmt: skip

measured = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured as Linux tells it")


def ended(path: Path) -> tuple[int, str, str, float, int]:
    """Exit code, standard output, standard error, seconds of computing and megabytes at most."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=False, timeout=3 * SECONDS
    )
    *shown, used = done.stdout.splitlines()
    _, seconds, megabytes = used.split()
    return done.returncode, "\n".join(shown), done.stderr, float(seconds), int(megabytes)


@measured
@pytest.mark.parametrize(("name", "case"), REFUSED.items(), ids=REFUSED)
def test_a_hostile_file_is_one_line_and_exit_code_3(tmp_path: Path, name: str, case: tuple[bytes, str]) -> None:
    path = tmp_path / name
    path.write_bytes(case[0])
    code, shown, said, seconds, megabytes = ended(path)
    assert (code, shown, said) == (3, "", f"{path}: {case[1]}\n")
    assert seconds < SECONDS / 4
    assert megabytes < MEGABYTES / 2


@measured
@pytest.mark.parametrize(("name", "data"), SCORED.items(), ids=SCORED)
def test_an_odd_file_is_scored_within_bounds(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    code, shown, _, seconds, megabytes = ended(path)
    assert code == 0
    assert shown
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


def test_a_limit_is_raised_by_option_only(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(extra={f"customXml/{n}.xml": b"<a/>" for n in range(2_100)}))
    score = [sys.executable, "-m", "showproof", "score", str(path)]
    refused = subprocess.run(score, capture_output=True, text=True, check=False, timeout=60)
    assert (refused.returncode, refused.stderr) == (3, f"{path}: found 2,103 entries; allowed: 2,000; {SAVE_AGAIN}\n")
    scored = subprocess.run(
        [*score, "--limit", "entries=3000"], capture_output=True, text=True, check=False, timeout=60
    )
    assert scored.returncode == 0
    wrong = subprocess.run([*score, "--limit", "entries=no"], capture_output=True, text=True, check=False, timeout=60)
    said = 'showproof: --limit entries: found "no"; allowed: a whole number from 1; change the value\n'
    assert (wrong.returncode, wrong.stderr) == (2, said)
