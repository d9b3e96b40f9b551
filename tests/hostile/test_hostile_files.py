"""What is no file, may not be read, or has an odd name: looked at before it is opened, one line, exit code 3."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hostile_files import docx, p

from showproof.cli.main import cli
from showproof.errors import UnreadableError
from showproof.formats.open import read_file

pytestmark = pytest.mark.usefixtures("alarm")
posix = pytest.mark.skipif(os.name != "posix", reason="this system has no such files")


def said(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_file(path)
    assert caught.value.exit_code == 3
    return str(caught.value).removeprefix(f"{path}: ")


@pytest.mark.parametrize("name", ["draft.docx", "draft.xlsx", "draft.md", "draft"])
def test_an_empty_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert said(tmp_path / name) == "the file is empty; save the draft again and check its size"


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").mkdir()
    assert said(tmp_path / "draft.docx") == "this is a folder; name a file in it, or score the folder"
    assert said(tmp_path / "none.docx") == "no such file; check the name and the folder"


@posix
def test_a_pipe_and_a_socket_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("sock.docx")
        for name in ("pipe.docx", "sock.docx"):
            assert said(tmp_path / name) == "not a regular file; copy it to a plain file first"


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/stdin"])
def test_a_device_is_not_opened(device: str) -> None:
    assert said(Path(device)).split(";")[0] in ("not a regular file", "the file is empty", "no such file")


@posix
def test_links_are_followed_to_files_and_not_into_nothing(tmp_path: Path) -> None:
    (tmp_path / "gone.docx").symlink_to(tmp_path / "nowhere.docx")
    (tmp_path / "round.docx").symlink_to(tmp_path / "round.docx")
    (tmp_path / "null.docx").symlink_to("/dev/null")
    assert said(tmp_path / "gone.docx") == "no such file; check the name and the folder"
    assert said(tmp_path / "round.docx").endswith("; check the name and your rights to it")
    assert said(tmp_path / "null.docx") == "not a regular file; copy it to a plain file first"
    (tmp_path / "real.docx").write_bytes(docx())
    (tmp_path / "link.docx").symlink_to(tmp_path / "real.docx")
    assert read_file(tmp_path / "link.docx").format == "docx"


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="rights do not bind the superuser")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx())
    path.chmod(0)
    assert said(path) == "permission denied; check your rights to it"


@pytest.mark.parametrize("failing", ["stat", "read_bytes"])
def test_a_file_that_may_not_be_read_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx())

    def refuse(*_given: object, **_named: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, failing, refuse)
    with pytest.raises(UnreadableError, match="permission denied; check "):
        read_file(path)


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "draft.docx"
    with path.open("wb") as stream:
        stream.truncate(3 * 1024**3)
    monkeypatch.setattr(Path, "read_bytes", None)
    assert said(path) == "found 3072 MB; allowed: 20 MB; shrink its pictures"


OTHERS = {
    b"%PDF-1.7": "a PDF cannot be scored by place; hand in the .docx, .xlsx or .md it was made from",
    b"{\\rtf1}": "this is rich text; save it as .docx",
    b"\x1f\x8b\x08": "this is a gzip archive; unpack it and hand in the draft itself",
    b"Rar!\x1a\x07": "this is a RAR archive; unpack it and hand in the draft itself",
    b"\x89PNG\r\n\x1a\n": "this is a picture; hand in the document itself, not a picture of it",
    b"MZ\x90\0": "not UTF-8 text; save it as UTF-8, or as .docx",
    b"\x7fELF\2\1\1\0": "not UTF-8 text; save it as UTF-8, or as .docx",
    b"PK": "the package is damaged; open it in your office program and save it again",
}


@pytest.mark.parametrize(("start", "message"), OTHERS.items())
def test_a_file_is_what_its_bytes_say_whatever_its_ending(tmp_path: Path, start: bytes, message: str) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(start)
    assert said(path) == message


NAMES = (
    "-rf.docx", "--help.docx", "a b\tc.docx", "naïve 会议 \U0001f600.docx", "\u202exod.md.docx", "e\u0301.docx", "CON",
    "NUL.docx", "com1.xlsx.docx", "trailing.docx.", "trailing ", "a" * 250 + ".docx", "%s%n.docx", "$(true).docx",
    "a\nb.docx", "'\".docx",
)  # fmt: skip


@posix
@pytest.mark.parametrize("name", NAMES)
def test_a_draft_of_any_name_is_scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / name).write_bytes(docx(p("Ana approves each invoice within 24 hours.")))
    monkeypatch.chdir(tmp_path)
    for args in (["--", name], [str(tmp_path / name)]):
        result = CliRunner().invoke(cli, ["score", *args])
        assert (result.exit_code, result.exception) == (0, None)
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


@posix
def test_a_name_that_is_no_text_is_read_and_shown(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/\xff\xfe.docx"
    with open(raw, "wb") as stream:  # noqa: PTH123
        stream.write(docx())
    for more, shown in (([], b"<U+DCFF><U+DCFE>.docx"), (["--json"], b"\\udcff\\udcfe.docx")):
        ended = subprocess.run(
            [sys.executable, "-m", "showproof", "score", *more, raw], capture_output=True, check=False, timeout=60
        )
        assert (ended.returncode, ended.stderr) == (0, b"") or b"no artifact type" in ended.stderr
        assert shown in ended.stdout


def test_a_name_that_the_system_refuses_is_one_line(tmp_path: Path) -> None:
    assert said(tmp_path / ("a" * 300 + ".docx")).startswith("file name too long") or sys.platform == "win32"
    assert said(tmp_path / "a\0b.docx") == "no name of a file; check the name and your rights to it"
