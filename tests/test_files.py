from __future__ import annotations

import contextlib
import errno
import os
import stat

import pytest

from showproof.errors import UserError
from showproof.files import growing_file, refuse_existing, write_file


def refused(path, data=b"new", *, force=False) -> str:
    with pytest.raises(UserError) as caught:
        write_file(path, data, force=force)
    assert caught.value.exit_code == 2
    return str(caught.value)


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path):
    write_file(tmp_path / "a.docx", b"one")
    assert (tmp_path / "a.docx").read_bytes() == b"one"
    assert names(tmp_path) == ["a.docx"]


def test_folders_on_the_way_are_made(tmp_path):
    write_file(tmp_path / "b" / "c" / "a.docx", b"one")
    assert (tmp_path / "b" / "c" / "a.docx").read_bytes() == b"one"


def test_a_file_that_stands_already_is_left_unless_told(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    assert refused(path) == f"{path}: the file exists and was left as it is; choose another --out, or say --force"
    assert path.read_bytes() == b"old"
    write_file(path, b"new", force=True)
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.docx"]


def test_a_folder_is_no_target(tmp_path):
    for force in (False, True):
        assert refused(tmp_path, force=force) == f"{tmp_path}: this is a folder; name a file in it with --out"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_crash_while_writing_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch, step):
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def full(*_given):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, step, full)
    assert refused(path, force=True) == f"{path}: cannot be written: no space left on device; choose another --out"
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.docx"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_being_stopped_while_writing_leaves_nothing_beside_the_old_file(tmp_path, monkeypatch, step):
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def stop(*_given):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, step, stop)
    with pytest.raises(KeyboardInterrupt):
        write_file(path, b"new", force=True)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.docx"]


def test_a_folder_that_is_read_only_is_said_in_one_line(tmp_path, unprivileged):
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    path = folder / "a.docx"
    try:
        assert refused(path) == f"{path}: cannot be written: permission denied; choose another --out"
        assert names(folder) == []
    finally:
        folder.chmod(0o700)


def test_a_folder_that_lets_nobody_write_is_said_in_one_line(tmp_path, monkeypatch):
    def locked(*_given, **_named):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("tempfile.mkstemp", locked)
    path = tmp_path / "a.docx"
    assert refused(path) == f"{path}: cannot be written: permission denied; choose another --out"


def test_a_file_in_the_place_of_a_folder_is_said_in_one_line(tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    path = tmp_path / "file" / "a.docx"
    message = refused(path)
    assert message.startswith(f"{path}: cannot be written: ")
    assert message.endswith("; choose another --out")


def test_a_name_that_is_too_long_is_said_in_one_line(tmp_path):
    path = tmp_path / ("a" * 300)
    assert refused(path) == f"{path}: cannot be written: file name too long; choose another --out"


def test_a_missing_target_is_not_refused(tmp_path):
    refuse_existing(tmp_path / "a.docx", force=False)


@pytest.mark.skipif(os.name == "nt", reason="rights are POSIX")
def test_a_new_file_has_the_rights_that_the_person_gives_new_files(tmp_path):
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "a.docx", b"one")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.docx").stat().st_mode) == 0o640


def test_a_growing_file_takes_its_place_when_it_is_whole(tmp_path):
    target = tmp_path / "all.json"
    with growing_file(target) as write:
        write(b"one ")
        assert not target.exists()
        write(b"two")
    assert target.read_bytes() == b"one two"
    assert [path.name for path in tmp_path.iterdir()] == ["all.json"]


def test_a_growing_file_that_breaks_off_stays_beside_and_leaves_the_target(tmp_path):
    target = tmp_path / "all.json"
    target.write_bytes(b"old")
    with contextlib.suppress(KeyboardInterrupt), growing_file(target, force=True) as write:
        write(b"new")
        raise KeyboardInterrupt
    assert target.read_bytes() == b"old"
    (beside,) = tmp_path.glob("all.json.*.part")
    assert beside.read_bytes() == b"new"


def test_a_growing_file_is_refused_where_it_cannot_be(tmp_path):
    (tmp_path / "all.json").write_bytes(b"old")
    for target in (tmp_path / "all.json", tmp_path / "nowhere" / "all.json"):
        with pytest.raises(UserError), growing_file(target):
            pytest.fail("it was opened")
