"""Opening a package: only within limits, only what it says, never more than is asked for."""

from __future__ import annotations

import io
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL
from showproof.formats.package import Package, pack, read_bytes


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_stored_and_deflated_parts_are_read(method: int) -> None:
    package = Package(zipped({"word\\a.xml": b"one"}, method), "x")
    assert package.read("word/a.xml") == b"one"
    assert "word/a.xml" in package


def test_a_package_behind_other_bytes_is_refused_since_not_every_program_reads_the_same() -> None:
    with pytest.raises(UnreadableError, match="the package is damaged"):
        Package(b"PK other bytes\n" + zipped({"a": b"one"}), "x")


def test_other_methods_of_packing_are_refused() -> None:
    with pytest.raises(UnreadableError, match="the part a is damaged"):
        Package(zipped({"a": b"one"}, zipfile.ZIP_BZIP2), "x").read("a")


def test_a_part_that_is_not_what_its_checksum_says_is_refused() -> None:
    data = bytearray(zipped({"a": b"one two"}, zipfile.ZIP_STORED))
    data[data.index(b"one")] ^= 1
    with pytest.raises(UnreadableError, match="the part a is damaged"):
        Package(bytes(data), "x").read("a")


@pytest.mark.parametrize("spoil", [b"PK\x03\x04", b"\x78"])
def test_a_part_whose_bytes_are_broken_is_refused(spoil: bytes) -> None:
    data = bytearray(zipped({"a": b"one" * 50}))
    if spoil == b"PK\x03\x04":
        data[0:4] = b"XX\x03\x04"
    else:
        data[31:34] = b"\xff" * 3
    with pytest.raises(UnreadableError, match=" is damaged"):
        Package(bytes(data), "x").read("a")


def test_an_encrypted_part_is_told_as_such() -> None:
    data = bytearray(zipped({"a": b"one"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableError, match="password-protected; save it without a password"):
        Package(bytes(data), "x").read("a")


def test_a_bomb_is_refused_when_it_is_read_and_not_before() -> None:
    package = Package(zipped({"media": b"0" * 30_000_000, "a": b"one"}), "x")
    assert package.read("a") == b"one"
    with pytest.raises(UnreadableError, match=f"over {USUAL.ratio} times its size"):
        package.read("media")


def test_a_part_over_the_limit_is_refused() -> None:
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        with pytest.raises(UnreadableError, match="unpacks to 200 bytes; allowed: 100 bytes"):
            Package(zipped({"a": os.urandom(200)}, method), "x", replace(USUAL, part=100)).read("a")


def test_parts_over_the_limit_together_are_refused() -> None:
    package = Package(zipped({"a": b"x" * 200, "b": b"y" * 200}), "x", replace(USUAL, total=300))
    package.read("a")
    with pytest.raises(UnreadableError, match="the parts unpack to over 300 bytes"):
        package.read("b")


def test_too_many_entries_and_twins_are_refused() -> None:
    with pytest.raises(UnreadableError, match=f"found 2,001 entries; allowed: {USUAL.entries:,}"):
        Package(pack({str(n): b"" for n in range(USUAL.entries + 1)}), "x")
    with pytest.raises(UnreadableError, match="two entries have the same name"):
        Package(pack({"a.xml": b"", "A.xml": b""}), "x")


def test_a_missing_part_is_named() -> None:
    with pytest.raises(UnreadableError, match="x: the part a is missing; open it in your office program"):
        Package(pack({}), "x").read("a")


def test_relations_are_resolved_from_their_part_and_outside_ones_left_out() -> None:
    rels = (
        '<Rs><!-- c --><R Id="1" Type="t/styles" Target="styles.xml"/><R Id="2" Type="t/header" Target="/word/h.xml"/>'
        '<R Id="3" Type="t/core" Target="../docProps/./core.xml"/>'
        '<R Id="4" Type="t/attachedTemplate" Target="http://x" TargetMode="External"/></Rs>'
    )
    package = Package(pack({"word/_rels/document.xml.rels": rels.encode()}), "x")
    assert package.relations("word/document.xml") == {
        "1": ("styles", "word/styles.xml"), "2": ("header", "word/h.xml"), "3": ("core", "docProps/core.xml"),
    }  # fmt: skip
    assert package.relations("word/styles.xml") == {}


def test_entities_from_outside_are_never_read() -> None:
    xml = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
    with pytest.raises(UnreadableError, match="declares a document type"):
        Package(pack({"a": xml}), "x").xml("a")


def test_files_are_looked_at_before_they_are_read(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    with pytest.raises(UnreadableError, match="not a regular file"):
        read_bytes(fifo)
    large = tmp_path / "large.docx"
    large.write_bytes(b"x" * 200)
    with pytest.raises(UnreadableError, match="shrink its pictures"):
        read_bytes(large, replace(USUAL, file=100))


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "draft.md"
    path.write_text("x", encoding="utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableError, match="permission denied; check your rights to it"):
        read_bytes(path)
    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(UnreadableError, match="permission denied; check the name"):
        read_bytes(path)
