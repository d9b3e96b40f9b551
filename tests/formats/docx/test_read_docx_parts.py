"""Parts around the body, variants of the format, and files that are not what they say."""

from __future__ import annotations

import pytest
from built_documents import NAMES, OFFICE, docx, p, read, relations, tables, tbl, tc, texts, tr

from showproof.errors import UnreadableError
from showproof.formats.docx.read import read_docx
from showproof.formats.package import Package, pack

CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
METADATA = {
    "_rels/.rels": f'<Rs><R Id="a" Type="{OFFICE}/officeDocument" Target="/word/document.xml"/>'
    f'<R Id="b" Type="{CORE}/core-properties" Target="docProps/core.xml"/>'
    f'<R Id="c" Type="{OFFICE}/custom-properties" Target="docProps/custom.xml"/></Rs>',
    "docProps/core.xml": '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Plan </dc:title>'
    "<dc:creator>Ana</dc:creator><dc:subject>no</dc:subject></c>",
    "docProps/custom.xml": '<Ps xmlns:vt="v"><property name="showproof.role"><vt:lpwstr>ops</vt:lpwstr></property>'
    '<property name="empty"><vt:lpwstr/></property></Ps>',
}


def test_properties_are_the_core_and_the_custom_ones() -> None:
    assert read(p("x"), METADATA).properties == {"title": "Plan", "author": "Ana", "showproof.role": "ops"}


def test_notes_come_after_the_body_without_their_separators() -> None:
    footnote = (
        f'<w:footnote w:type="separator">{p("-")}</w:footnote><w:footnote w:id="2">{p("See the log")}</w:footnote>'
    )
    endnote = f'<w:endnote w:id="2">{p("hid", run="<w:vanish/>")}{p("By Ana")}</w:endnote>'
    found = read(p("Text"), footnotes=footnote, endnotes=endnote)
    assert texts(found) == ["Text", "See the log", "By Ana"]
    assert [item.location.part for item in found.items] == ["body", "footnotes", "footnotes"]
    assert [block.text for block in found.hidden] == ["hid"]


def test_headers_and_footers_are_margins_each_text_once() -> None:
    found = read(p("Text"), header1=p("Plan") + tbl(tr(tc("v1"), tc(""))), header2=p("Plan"), footer1=p("Page 1"))
    assert texts(found) == ["Text"]
    assert [(block.text, block.location.part) for block in found.margins] == [
        ("Plan", "header"), ("v1", "header"), ("Page 1", "footer"),
    ]  # fmt: skip


def test_the_strict_variant_reads_the_same() -> None:
    body = p("Plan", "Heading2") + tbl(tr(tc("a"), tc("b")))
    strict = {
        name: text.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/")
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
        for name, text in _parts(docx(body)).items()
    }  # fmt: skip
    found = read_docx(Package(pack({name: text.encode() for name, text in strict.items()}), "draft.docx"))
    assert found == read(body)
    assert tables(found)


def test_the_main_part_may_lie_anywhere() -> None:
    parts = {
        "_rels/.rels": relations({"r": ("officeDocument", "doc/main.xml")}),
        "doc/main.xml": f"<w:document {NAMES}><w:body>{p('x')}</w:body></w:document>",
    }
    assert texts(read_docx(Package(pack({name: text.encode() for name, text in parts.items()}), "draft.docx"))) == ["x"]


@pytest.mark.parametrize(
    "target", ["Word/Document.xml", "/word/document.xml#top", "word/docu%6Dent.xml", "./word//document.xml"]
)
def test_the_name_of_a_part_may_be_written_in_other_ways(target: str) -> None:
    parts = _parts(docx(p("x"))) | {"_rels/.rels": relations({"r": ("officeDocument", target)})}
    assert texts(read_docx(Package(pack({name: text.encode() for name, text in parts.items()}), "draft.docx"))) == ["x"]


def test_every_body_of_a_document_is_read() -> None:
    twice = f"<w:document {NAMES}><w:body>{p('x')}</w:body><w:body>{p('y')}</w:body></w:document>"
    found = read("", {"word/document.xml": twice})
    assert [(item.text, item.location.paragraph) for item in found.items] == [("x", 1), ("y", 2)]


def test_properties_of_the_strict_variant_are_read() -> None:
    strict = "http://purl.oclc.org/ooxml/officeDocument/"
    named = METADATA["_rels/.rels"].replace(f"{OFFICE}/custom-properties", f"{strict}relationships/customProperties")
    assert read(p("x"), METADATA | {"_rels/.rels": named}).properties["showproof.role"] == "ops"


def test_an_address_of_the_strict_variant_that_somebody_typed_stays() -> None:
    typed = "See http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert texts(read(p(typed))) == [typed]


def test_macros_are_told() -> None:
    rels = relations({"m": ("vbaProject", "vba.bin")})
    assert read(p("x"), {"word/_rels/document.xml.rels": rels}).notices == ("macros were not looked at",)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"_rels/.rels": "<Rs/>"}, "not a Word document"),
        ({"word/document.xml": "<html/>"}, "not a Word document"),
        ({"word/document.xml": "<w:document"}, "the part word/document.xml is not well-formed XML"),
        (
            {"word/document.xml": "<!DOCTYPE w [<!ENTITY a 'b'>]><w/>"},
            "the part word/document.xml declares a document type",
        ),
        ({"word/styles.xml": "<w:styles"}, "the part word/styles.xml is not well-formed XML"),
    ],
)
def test_a_broken_document_is_one_line_with_a_remedy(parts: dict[str, str], message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(p("x"), parts)
    assert str(caught.value) == f"draft.docx: {message}; open it in your office program and save it again"


def test_a_document_type_in_sixteen_bits_is_refused_too() -> None:
    parts = {name: text.encode() for name, text in _parts(docx(p("x"))).items()}
    parts["word/document.xml"] = "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE w><w/>".encode("utf-16")
    with pytest.raises(UnreadableError, match="declares a document type"):
        read_docx(Package(pack(parts), "draft.docx"))


def test_eighty_nested_tables_are_read() -> None:
    nested = p("deep")
    for _ in range(80):
        nested = tbl(tr(tc(nested + p("x"))))
    assert len(tables(read(nested))) == 80


def test_a_document_too_deep_for_any_reader_is_refused() -> None:
    nested = p("deep")
    for _ in range(400):
        nested = tbl(tr(tc(nested + p("x"))))
    with pytest.raises(UnreadableError, match="nests deeper than 256 levels"):
        read(nested)


def test_many_paragraphs_with_many_marks_are_read_in_good_time() -> None:
    starts = "".join(f'<w:bookmarkStart w:id="{n}" w:name="sp_{n}"/>' for n in range(2_000))
    ends = "".join(f'<w:bookmarkEnd w:id="{n}"/>' for n in range(2_000))
    found = read(f"{starts}{p('x') * 5_000}{ends}")
    assert len(found.items) == 5_000


def test_reading_twice_gives_the_same_outline() -> None:
    data = docx(p("Plan", "Title") + tbl(tr(tc("a"), tc("b"))), METADATA)
    assert read_docx(Package(data, "draft.docx")) == read_docx(Package(data, "draft.docx"))


def _parts(data: bytes) -> dict[str, str]:
    package = Package(data, "draft.docx")
    return {name: package.read(name).decode() for name in package.names}
