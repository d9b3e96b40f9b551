"""Packages that lie, repeat themselves or blow up: refused before anything is unpacked, or read as what they are."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from hostile_files import (
    DAMAGED,
    SAVE_AGAIN,
    Part,
    deflated,
    docx,
    docx_parts,
    end_record,
    p,
    quoted_overlap_bomb,
    read,
    refused,
    relations,
    texts,
    types,
    xlsx_parts,
    zipped,
)

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL
from showproof.formats.package import Package, pack

TWINS = f"two entries have the same name; {SAVE_AGAIN}"


def parts_of(extra: dict[str, bytes] | None = None) -> list[Part]:
    return [Part(name, data) for name, data in docx_parts(extra=extra).items()]


def with_main(**changed: object) -> list[Part]:
    """The parts of a document, its main part changed."""
    return [part._replace(**changed) if part.name == "word/document.xml" else part for part in parts_of()]  # type: ignore[arg-type]


def memory_of(act: Callable[[], object]) -> int:
    """Bytes that are held at most while something is done."""
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_part_that_unpacks_to_far_more_than_its_size_is_refused() -> None:
    data = docx(extra={"word/document.xml": bytes(30_000_000)})
    assert refused(data) == f"the part word/document.xml unpacks to over 200 times its size; {SAVE_AGAIN}"


def test_a_bomb_costs_no_more_memory_than_it_claims_size() -> None:
    bomb = deflated(bytes(60_000_000))
    honest = zipped(with_main(data=bytes(60_000_000)))
    liar = zipped(with_main(packed=bomb, central={"size": 90_000}, local={"size": 90_000}))
    assert refused(liar) == f"the part word/document.xml is damaged; {SAVE_AGAIN}"
    for data in (honest, liar):
        assert memory_of(lambda data=data: refused(data)) < 3_000_000  # type: ignore[misc]


def test_a_part_over_the_limit_and_parts_over_it_together_are_refused() -> None:
    noise = b"".join(zlib.crc32(struct.pack("<I", n)).to_bytes(4, "little") for n in range(50_000))
    data = docx(extra={"word/document.xml": noise})
    said = refused(data, limits=replace(USUAL, part=100_000))
    assert said == f"the part word/document.xml unpacks to 195.3 KB; allowed: 97.7 KB; {SAVE_AGAIN}"
    assert refused(docx(), limits=replace(USUAL, total=300)) == f"the parts unpack to over 300 bytes; {SAVE_AGAIN}"
    assert texts(read(docx(), limits=replace(USUAL, total=3_000))) == ["Text"]


def test_the_ratio_is_no_matter_for_a_part_that_is_small() -> None:
    body = p("x" * 90_000)
    assert len(zipped(with_main(data=docx_parts(body)["word/document.xml"]))) < 5_000
    assert texts(read(docx(body))) == ["x" * 90_000]


@pytest.mark.parametrize(
    ("name", "data"), [("word/media/a.png", bytes(40_000_000)), ("customXml/item1.xml", bytes(9**8))]
)
def test_a_bomb_in_a_part_that_nobody_reads_is_never_unpacked(name: str, data: bytes) -> None:
    packed = docx(extra={name: data})
    assert memory_of(lambda: read(packed)) < 3_000_000
    assert texts(read(packed)) == ["Text"]


def test_the_quoted_overlap_bomb_is_what_it_is_said_to_be() -> None:
    data = quoted_overlap_bomb(40, 1_000_000)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    assert len(data) < 12_000
    assert sum(entry.file_size for entry in entries) > 40_000_000
    for entry in (entries[0], entries[20], entries[39]):
        at = entry.header_offset + 30 + len(entry.filename)
        found = zlib.decompress(data[at : at + entry.compress_size], wbits=-15)
        assert (len(found), zlib.crc32(found)) == (entry.file_size, entry.CRC)


def test_a_quoted_overlap_bomb_is_refused_before_anything_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = quoted_overlap_bomb(40, 1_000_000)
    monkeypatch.setattr(zlib, "decompressobj", None)
    assert refused(data) == f"two entries share bytes; {SAVE_AGAIN}"


def test_an_entry_that_reaches_into_the_directory_or_lies_in_it_is_refused() -> None:
    parts = parts_of()
    longer = len(parts[-1].data) + 400
    over = zipped([*parts[:-1], parts[-1]._replace(method=0, local={"packed": longer}, central={"packed": longer})])
    assert refused(over) in (DAMAGED, f"two entries share bytes; {SAVE_AGAIN}")
    twice = [*parts, Part("word/again.xml", parts[-1].data, central={"offset": 0})]
    assert refused(zipped(twice)) == DAMAGED


def test_a_document_within_a_document_is_not_opened() -> None:
    inner = docx(p("Inner"))
    held = docx(extra={"word/embeddings/a.docx": inner, "word/document.docx": inner, "draft.zip": inner})
    assert texts(read(held)) == ["Text"]


def test_a_package_that_holds_itself_over_and_over_is_read_once() -> None:
    data = docx()
    for _ in range(12):
        data = docx(extra={"word/embeddings/a.docx": data, "a.docx": data})
    assert texts(read(data)) == ["Text"]
    only = pack({"a.docx": data})
    assert refused(only) == "a zip archive without a document; unpack it and hand in the draft itself"


@pytest.mark.parametrize("side", ["local", "central"])
@pytest.mark.parametrize(
    "lie",
    [
        {"name": b"word/documemt.xml"},
        {"name": b"word/document.xm"},
        {"method": 0},
        {"packed": 7},
        {"size": 7},
        {"crc": 7},
        {"extra": b"\1\0\xff\xff"},
    ],
)
def test_headers_that_do_not_say_the_same_are_refused(side: str, lie: dict[str, object]) -> None:
    if lie.get("extra"):
        lie = {"size": 0xFFFFFFFF, **lie}
    assert refused(zipped(with_main(**{side: lie}))) in (
        DAMAGED,
        f"the part word/document.xml is damaged; {SAVE_AGAIN}",
    )


@pytest.mark.parametrize("lie", [{"packed": 90}, {"size": 90_000}, {"size": 20}, {"crc": 7}, {"packed": 2_000_000_000}])
def test_headers_that_agree_on_a_lie_are_refused(lie: dict[str, int]) -> None:
    assert refused(zipped(with_main(local=lie, central=lie))) in (
        DAMAGED, f"the part word/document.xml is damaged; {SAVE_AGAIN}", f"two entries share bytes; {SAVE_AGAIN}",
    )  # fmt: skip


def test_sizes_that_follow_the_bytes_are_no_lie() -> None:
    parts = [
        Part(name, data, local={"flags": 0x808, "crc": 0, "packed": 0, "size": 0}, central={"flags": 0x808})
        for name, data in docx_parts().items()
    ]
    assert texts(read(zipped(parts))) == ["Text"]


@pytest.mark.parametrize(
    "end", [{"count": 2}, {"count": 9}, {"size": 10}, {"start": 4}, {"start": 2**32 - 1}, {"disk": 1}]
)
def test_an_end_that_does_not_fit_the_directory_is_refused(end: dict[str, int]) -> None:
    assert refused(zipped(parts_of(), end)) == DAMAGED


def long_form(data: bytes, **lies: int) -> bytes:
    """The package with an end in the long form as well; `lies` change what it says."""
    at = data.rindex(b"PK\5\6")
    _, _, _, count, _, size, start, _ = struct.unpack_from("<4s4H2IH", data, at)
    said = {"count": count, "size": size, "start": start, "length": 44, "place": at} | lies
    record = struct.pack(
        "<4sQ2H2I4Q", b"PK\6\6", said["length"], 45, 45, 0, 0, said["count"], said["count"], said["size"], said["start"]
    )
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, said["place"], 1)
    full = end_record({"count": 0xFFFF, "size": 0xFFFFFFFF, "start": 0xFFFFFFFF, "disk": 0})
    return data[:at] + record + locator + full


def test_a_package_in_the_long_form_is_read() -> None:
    assert texts(read(long_form(docx()))) == ["Text"]


@pytest.mark.parametrize(
    "lies",
    [
        {"count": 2},
        {"count": 2**40},
        {"size": 1},
        {"start": 1},
        {"start": 2**63},
        {"length": 2**40},
        {"place": 0},
        {"place": 2**62},
    ],
)
def test_lies_in_the_long_form_are_refused(lies: dict[str, int]) -> None:
    said = refused(long_form(docx(), **lies))
    assert said in (DAMAGED, f"found {2**40:,} entries; allowed: 2,000; {SAVE_AGAIN}")


def test_a_second_directory_is_refused() -> None:
    hidden = docx(p("Other"))
    for data in (
        zipped(parts_of(), comment=hidden),
        docx() + hidden,
        docx(extra={"word/media/a.bin": hidden}) + end_record({"count": 0, "size": 0, "start": 0, "disk": 0}),
    ):
        assert refused(data) in (DAMAGED, "a zip archive without a document; unpack it and hand in the draft itself")


def test_a_comment_and_bytes_after_the_end_are_left_alone() -> None:
    assert texts(read(zipped(parts_of(), comment=b"made by hand"))) == ["Text"]
    assert texts(read(docx() + bytes(300))) == ["Text"]


def test_bytes_before_the_package_are_refused() -> None:
    assert refused(b"PK" + b"x" * 98 + docx()) == DAMAGED


def test_too_many_entries_are_refused_before_any_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    many = zipped([Part(f"{number}.xml") for number in range(2_001)])
    assert refused(many) == f"found 2,001 entries; allowed: 2,000; {SAVE_AGAIN}"
    monkeypatch.setattr("showproof.formats.entries._listed", None)
    assert refused(many) == f"found 2,001 entries; allowed: 2,000; {SAVE_AGAIN}"


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "..\\..\\windows\\a",
        "C:\\a",
        "C:/a",
        "a\0.xml",
        "word/../../a",
        "con",
        "..",
        "//a/b",
    ],
)
def test_names_that_lead_out_are_never_followed(name: str) -> None:
    assert texts(read(zipped([*parts_of(), Part(name, b"<a/>")]))) == ["Text"]


def test_a_relationship_that_leads_out_of_the_package_finds_nothing() -> None:
    rels = relations({"r1": ("styles", "../../../../etc/passwd"), "r2": ("header", "file:///etc/passwd")})
    found = read(docx(extra={"word/_rels/document.xml.rels": rels}))
    assert (texts(found), found.margins) == (["Text"], ())


@pytest.mark.parametrize(
    "twin",
    [
        "word/document.xml", "WORD/Document.XML", "word\\document.xml", "/word/document.xml", "word/./document.xml",
        "word/media/../document.xml", "word//document.xml", "word/document%2Exml", "word%2Fdocument.xml",
        "word/document.xml\0.png", "../word/document.xml",
    ],
)  # fmt: skip
def test_two_entries_that_some_program_takes_for_one_are_refused(twin: str) -> None:
    assert refused(zipped([*parts_of(), Part(twin, b"<a/>")])) == TWINS
    assert refused(zipped([Part(twin, b"<a/>"), *parts_of()])) == TWINS


def test_folders_are_no_entries() -> None:
    folders = [Part("word/", method=0), Part("word/", method=0), Part("_rels/", method=0)]
    assert texts(read(zipped([*folders, *parts_of()]))) == ["Text"]


def test_a_link_is_bytes_like_any_other() -> None:
    link = 0o120777 << 16
    assert texts(
        read(zipped([*parts_of(), Part("word/styles.xml", b"/etc/passwd", central={"attributes": link})]))
    ) == ["Text"]
    said = refused(zipped(with_main(data=b"/etc/passwd", central={"attributes": link})))
    assert said == f"the part word/document.xml is not well-formed XML; {SAVE_AGAIN}"


def test_an_encrypted_entry_is_told_as_such() -> None:
    locked = {"flags": 0x801}
    assert refused(zipped(with_main(local=locked, central=locked))) == "password-protected; save it without a password"
    assert refused(zipped(with_main(local=locked))) == DAMAGED


@pytest.mark.parametrize("method", [1, 6, 9, 12, 14, 93, 95, 97, 99, 65535])
def test_other_methods_of_packing_are_refused_in_one_line(method: int) -> None:
    assert refused(zipped(with_main(method=method))) == f"the part word/document.xml is damaged; {SAVE_AGAIN}"


CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize("name", ["draft.docx", "draft.xlsx", "draft.md", "draft"])
def test_an_encrypted_or_old_file_is_told_whatever_its_name(name: str) -> None:
    locked = CFB + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    assert refused(locked, name) == "password-protected; save it without a password"
    assert refused(CFB + bytes(600), name) == "saved in the 1997 format; save it as .docx or .xlsx"
    assert refused(CFB, name) == "saved in the 1997 format; save it as .docx or .xlsx"


MACRO = {"word/vbaProject.bin": CFB + bytes(100)}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("draft.docm", "vnd.ms-word.document.macroEnabled"),
        ("draft.dotm", "vnd.ms-word.template.macroEnabledTemplate"),
        ("draft.dotx", "vnd.openxmlformats-officedocument.wordprocessingml.template"),
    ],
)
def test_documents_with_macros_and_templates_are_read_as_text(name: str, kind: str) -> None:
    rels = relations({"m": ("vbaProject", "vbaProject.bin")})
    extra = {**MACRO, "[Content_Types].xml": types("word/document.xml", kind), "word/_rels/document.xml.rels": rels}
    found = read(docx(extra=extra), name)
    assert (texts(found), found.notices) == (["Text"], ("macros were not looked at",))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("draft.xlsm", "vnd.ms-excel.sheet.macroEnabled"),
        ("draft.xltx", "vnd.openxmlformats-officedocument.spreadsheetml.template"),
        ("draft.xltm", "vnd.ms-excel.template.macroEnabled"),
    ],
)
def test_workbooks_with_macros_and_templates_are_read_as_text(name: str, kind: str) -> None:
    sheet = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Plan</t></is></c></row></sheetData>'
    extra = {"[Content_Types].xml": types("xl/workbook.xml", kind), "xl/vbaProject.bin": CFB}
    assert "Plan" in texts(read(pack(xlsx_parts(sheet, extra=extra)), name))


def test_what_is_listed_can_be_read_or_is_refused() -> None:
    package = Package(zipped(parts_of()), "x")
    assert [package.size(name) for name in package.names] == [len(package.read(name)) for name in package.names]
    with pytest.raises(UnreadableError, match="x: the part word/none is missing; open it in your office program"):
        package.read("word/none")
