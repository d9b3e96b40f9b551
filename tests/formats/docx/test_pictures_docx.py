"""Pictures at the end of a document: known again, neither read nor counted, and all else as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from built_documents import W, p, r, relations
from lxml import etree
from test_annotate_docx import built

from copied import parts
from pictured import drawn, figure
from showproof.errors import UnreadableError
from showproof.formats.annotate import annotated
from showproof.formats.copy_check import check_copy
from showproof.formats.docx.picture_page import room_of
from showproof.formats.figure import HEADING, TOLD
from showproof.formats.open import read_draft
from showproof.formats.package import pack
from showproof.formats.remark import Remark, Remarked, Signed

DRAFT = Path("draft.docx")
REMARKS = [Remark(None, ("Sum", "All of it."))]
SECTION = (
    '<w:sectPr><w:pgSz w:w="{}" w:h="{}"/><w:pgMar w:top="720" w:bottom="720" w:left="720" w:right="720"/>{}</w:sectPr>'
)
UPRIGHT = SECTION.format(12240, 15840, "")
TWO = (figure("Steps"), figure("Levels"))


def pictured(data: bytes, *figures: object) -> Remarked:
    """The document with pictures at its end; all that must hold of every copy is checked."""
    made = annotated(data, DRAFT, REMARKS, Signed(), figures=figures or TWO)  # type: ignore[arg-type]
    check_copy(made.data, data, read_draft(data, DRAFT), DRAFT)
    return made


def document(data: bytes) -> str:
    return parts(data)["word/document.xml"].decode()


def changed(data: bytes, old: str, new: str) -> bytes:
    """The document with words of its main part exchanged, as a person's program might."""
    found = parts(data)
    assert old in document(data)
    found["word/document.xml"] = document(data).replace(old, new).encode()
    return pack(found)


def texts(data: bytes) -> list[str]:
    return [text for text, _ in read_draft(data, DRAFT).standing()]


def test_pictures_stand_before_the_last_section_and_all_else_is_as_it_was() -> None:
    data = built(p("Ana signs off") + UPRIGHT)
    after = document(pictured(data).data)
    block = after[after.index("</w:p>") + 6 : after.rindex("<w:sectPr")]
    told = [f"{HEADING}", TOLD, "Picture 1. Steps", "Picture 2. Levels"]
    assert re.findall(r"<w:t [^>]*>([^<]*)</w:t>", block) == told
    assert block.count("<w:pageBreakBefore/>") == 1
    plain = document(annotated(data, DRAFT, REMARKS, Signed()).data)
    assert after.replace(block, "") == plain
    assert [(one.said, one.part) for one in drawn(pictured(data).data)] == [
        ("Steps in words.", "word/media/showproof1.png"), ("Levels in words.", "word/media/showproof2.png"),
    ]  # fmt: skip


def test_they_are_neither_read_nor_counted_and_need_no_notice() -> None:
    data = built(p("Ana signs off") + UPRIGHT)
    outline = read_draft(pictured(data).data, DRAFT)
    assert (outline.items, outline.notices) == (read_draft(data, DRAFT).items, ())
    written_on = changed(pictured(data).data, "<w:sectPr>", p("Ben pays on Friday") + "<w:sectPr>")
    assert read_draft(written_on, DRAFT).items[-1].location.paragraph == 2  # type: ignore[union-attr]


def test_a_second_time_they_give_way() -> None:
    first = pictured(built(p("Ana signs off") + UPRIGHT))
    assert pictured(first.data).data == first.data
    fewer = pictured(first.data, figure("Levels")).data
    assert [one.part for one in drawn(fewer)] == ["word/media/showproof1.png"]
    assert "word/media/showproof2.png" not in parts(fewer)
    assert "showproof2" not in parts(fewer)["word/_rels/document.xml.rels"].decode()
    again = pictured(fewer)
    assert [one.said for one in drawn(again.data)] == ["Steps in words.", "Levels in words."]


def test_what_a_person_writes_among_them_is_read_and_stays() -> None:
    first = pictured(built(p("Ana signs off") + UPRIGHT)).data
    typed = changed(first, "Picture 1. Steps", "Picture 1. Steps, as Ana does them")
    assert texts(typed) == ["Ana signs off", "Picture 1. Steps, as Ana does them"]
    again = pictured(typed).data
    assert texts(again) == texts(typed)
    assert len(drawn(again)) == 3


def test_somebodys_comment_on_a_picture_keeps_it() -> None:
    first = pictured(built(p("Ana signs off") + UPRIGHT)).data
    ends = '<w:commentRangeStart w:id="77"/><w:r><w:drawing>'
    noted = changed(first, "<w:r><w:drawing>", ends)
    again = pictured(noted).data
    assert 'w:id="77"' in document(again)
    assert len(drawn(again)) == 4
    assert texts(again) == ["Ana signs off"]


def test_a_picture_that_was_copied_elsewhere_keeps_its_pixels() -> None:
    first = pictured(built(p("Ana signs off") + UPRIGHT)).data
    shown = re.search(r"<w:drawing>.*?</w:drawing>", document(first))
    assert shown
    copied = changed(first, "Ana signs off", f"Ana signs off</w:t></w:r><w:r>{shown[0]}</w:r><w:r><w:t>")
    again = pictured(copied, figure("Levels")).data
    assert [one.said for one in drawn(again)] == ["Steps in words.", "Levels in words."]


def test_pixels_that_a_header_shows_too_are_left_alone() -> None:
    first = pictured(built(p("Ana signs off") + UPRIGHT)).data
    header = relations({"rId1": ("image", "media/showproof1.png")})
    shared = pack({**parts(first), "word/_rels/header1.xml.rels": header.encode(), "word/header1.xml": b"<x/>"})
    again = pictured(shared, figure("Levels")).data
    assert parts(again)["word/media/showproof1.png"] == parts(first)["word/media/showproof1.png"]


def test_numbers_of_drawings_are_each_another() -> None:
    own = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="41" name="Mine"/></wp:inline></w:drawing></w:r>'
    )
    after = pictured(built(f"<w:p>{r('Ana')}{own}</w:p>{UPRIGHT}"))
    numbers = re.findall(r'<wp:docPr id="(\d+)"', document(after.data))
    assert numbers == ["41", "42", "43"]


@pytest.mark.parametrize(
    ("section", "room"),
    [
        ("", (9360, 12960)),
        (UPRIGHT, (10800, 14400)),
        (SECTION.format(16838, 11906, ""), (15398, 10466)),
        (SECTION.format(12240, 15840, '<w:cols w:num="2" w:space="800"/>'), (5000, 14400)),
        (SECTION.format("8.5in", "297mm", ""), (10800, 15400)),
        (SECTION.format(1700, 1700, ""), (1440, 2880)),
        (SECTION.format("", "x", ""), (10800, 14400)),
    ],
)
def test_the_room_on_a_page(section: str, room: tuple[int, int]) -> None:
    entry = etree.fromstring(section.replace("<w:sectPr", f'<w:sectPr xmlns:w="{W}"')) if section else None
    assert room_of(entry) == room


@pytest.mark.parametrize("size", [(12240, 15840), (16838, 11906), (5000, 7000), (1700, 1700)])
def test_pictures_fit_their_page(size: tuple[int, int]) -> None:
    tall, wide = figure("Tall", 720, 3000), figure("Wide", 2400, 300)
    section = SECTION.format(*size, "")
    for one in drawn(pictured(built(p("Ana") + section), tall, wide).data):
        assert one.size[0] <= max(size[0] - 1440, 1440) * 635
        assert one.size[1] <= max(size[1] - 1440, 2880) * 635


@pytest.mark.parametrize("body", [p("Ana signs off"), f"<w:tbl><w:tr><w:tc>{p('Ana')}</w:tc></w:tr></w:tbl>"])
def test_a_document_without_a_last_section(body: str) -> None:
    first = pictured(built(body))
    assert len(drawn(first.data)) == 2
    assert pictured(first.data).data == first.data


def test_other_prefixes_and_the_strict_variant() -> None:
    found = parts(built(p("Ana signs") + UPRIGHT))
    strict = {
        name: data.decode()
        .replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"
        )
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
        for name, data in found.items()
    }
    first = pictured(pack({name: text.encode() for name, text in strict.items()})).data
    assert 'xmlns:wp="http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"' in document(first)
    assert '<wp:inline xmlns:wp="http://schemas' not in document(first)
    assert pictured(first).data == first
    other = found["word/document.xml"].replace(b"<w:", b"<x:").replace(b"</w:", b"</x:")
    other = re.sub(rb" w:(\w+)=", rb" x:\1=", other).replace(b"xmlns:w=", b"xmlns:x=")
    second = pictured(pack(found | {"word/document.xml": other})).data
    assert len(drawn(second)) == 2
    assert pictured(second).data == second


def test_a_copy_with_anything_else_in_it_is_refused() -> None:
    data = built(p("Ana signs off") + UPRIGHT)
    copy = pictured(data).data
    outline = read_draft(data, DRAFT)
    more = pack({**parts(copy), "word/media/other.png": b"x"})
    moved = changed(copy, "<w:pageBreakBefore/>", '<w:pageBreakBefore/><w:framePr w:w="9"/>')
    stranger = changed(copy, "<w:sectPr>", p("<w:r><w:pict/></w:r>") + "<w:sectPr>")
    check_copy(moved, data, outline, DRAFT)
    for one, part in ((more, "word/media/other.png"), (stranger, "word/document.xml")):
        with pytest.raises(UnreadableError, match=f"would differ in the part {part}"):
            check_copy(one, data, outline, DRAFT)
