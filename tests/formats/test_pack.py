"""Packing parts into a zip."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from showproof.formats.package import Package, pack

PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>" * 20_000, "word/é.xml": b""}


def test_the_same_parts_give_the_same_bytes() -> None:
    assert pack(PARTS) == pack(dict(PARTS))


def test_a_zip_reader_finds_the_parts_in_their_order() -> None:
    archive = zipfile.ZipFile(io.BytesIO(pack(PARTS)))
    assert archive.testzip() is None
    assert archive.namelist() == list(PARTS)
    assert {name: archive.read(name) for name in PARTS} == PARTS


def test_entries_have_a_fixed_time_and_plain_rights() -> None:
    entries = zipfile.ZipFile(io.BytesIO(pack(PARTS))).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100600}
    assert {(entry.create_system, entry.compress_type) for entry in entries} == {(3, zipfile.ZIP_DEFLATED)}


def test_our_own_reader_opens_it() -> None:
    package = Package(pack(PARTS), "draft.docx")
    assert package.read("word/document.xml") == PARTS["word/document.xml"]


@settings(max_examples=50)
@given(st.dictionaries(st.text("abc/._-", min_size=1), st.binary(max_size=200), max_size=6))
def test_any_parts_come_out_as_they_went_in(parts: dict[str, bytes]) -> None:
    archive = zipfile.ZipFile(io.BytesIO(pack(parts)))
    assert {name: archive.read(name) for name in archive.namelist()} == parts
