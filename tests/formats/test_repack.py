"""A package written again: what is not changed is the same packed bytes, in the same order."""

from __future__ import annotations

import io
import zipfile

import pytest

from showproof.formats.package import Package
from showproof.formats.repack import repacked


def zipped(method: int = zipfile.ZIP_DEFLATED, **parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            facts = zipfile.ZipInfo(name, (2026, 3, 4, 5, 6, 8))
            facts.compress_type = method
            archive.writestr(facts, data)
    return buffer.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_changed_part_keeps_its_place_and_new_ones_come_last(method: int) -> None:
    data = zipped(method, a=b"one" * 100, b=b"two" * 100, c=b"three")
    made = repacked(data, {"new": b"four", "b": b"TWO"})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
        assert archive.getinfo("a").date_time == (2026, 3, 4, 5, 6, 8)
        assert archive.getinfo("new").date_time == (1980, 1, 1, 0, 0, 0)
    assert list(found.items()) == [("a", b"one" * 100), ("b", b"TWO"), ("c", b"three"), ("new", b"four")]
    assert Package(made, "x").packed("a") == Package(data, "x").packed("a")


def test_the_same_changes_give_the_same_bytes() -> None:
    data = zipped(a=b"one", b=b"two")
    assert repacked(data, {"b": b"x"}) == repacked(data, {"b": b"x"})
    assert repacked(repacked(data, {"b": b"x"}), {"b": b"x"}) == repacked(data, {"b": b"x"})


def test_a_part_is_known_by_the_name_that_every_program_would_look_it_up_by() -> None:
    made = repacked(zipped(**{"Word/Document.xml": b"one"}), {"word/document.xml": b"two"})
    assert zipfile.ZipFile(io.BytesIO(made)).namelist() == ["Word/Document.xml"]


def test_a_package_written_as_it_came_has_sizes_before_its_parts() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, archive.open("a", "w", force_zip64=True) as part:
        part.write(b"one")
    made = repacked(buffer.getvalue(), {})
    assert zipfile.ZipFile(io.BytesIO(made)).read("a") == b"one"
