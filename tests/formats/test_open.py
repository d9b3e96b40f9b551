"""Files are told apart by what they hold; everything that is no draft is one line with a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from showproof.errors import UnreadableError
from showproof.formats.open import read_file
from showproof.formats.package import pack

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Text</w:t></w:r></w:p></w:body></w:document>'
CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def office(content_type: str, main: str = "word/document.xml", xml: str = DOCUMENT) -> bytes:
    types = f'<Types><Override PartName="/{main}" ContentType="application/{content_type}.main+xml"/></Types>'
    rels = f'<Rs><R Id="r" Type="{OFFICE}" Target="{main}"/></Rs>'
    return pack({"[Content_Types].xml": types.encode(), "_rels/.rels": rels.encode(), main: xml.encode()})


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("draft.docx", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("draft.dotx", "vnd.openxmlformats-officedocument.wordprocessingml.template"),
        ("draft.docm", "vnd.ms-word.document.macroEnabled"),
        ("draft.xlsx", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("draft", "xml"),
    ],
)
def test_word_documents_are_read_whatever_their_name(tmp_path: Path, name: str, content_type: str) -> None:
    path = tmp_path / name
    path.write_bytes(office(content_type))
    assert read_file(path).format == "docx"


def test_workbooks_are_read(tmp_path: Path) -> None:
    import openpyxl

    path = tmp_path / "draft.docx"
    book = openpyxl.Workbook()
    book.active["A1"] = "Owner"
    book.save(path)
    assert read_file(path).format == "xlsx"


@pytest.mark.parametrize("name", ["draft.md", "notes.txt", "README"])
def test_text_is_read_as_markdown_whatever_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("# Plan\n\nText\n", encoding="utf-8")
    found = read_file(path)
    assert (found.format, found.file, len(found.items)) == ("md", str(path), 2)


def test_text_under_the_name_of_an_office_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_text("hello", encoding="utf-8")
    with pytest.raises(UnreadableError) as refused:
        read_file(path)
    assert str(refused.value).endswith(
        "draft.docx: found plain text under the name .docx; save the draft again in your office program"
    )


def test_a_web_page_or_a_list_is_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "draft.html"
    path.write_text("<p>hello</p>", encoding="utf-8")
    with pytest.raises(UnreadableError) as refused:
        read_file(path)
    assert str(refused.value).endswith(
        "draft.html: a .html file is no draft; hand in the .docx, .xlsx or .md file itself"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (CFB + "EncryptedPackage".encode("utf-16-le"), "password-protected; save it without a password"),
        (CFB + b"WordDocument", "saved in the 1997 format; save it as .docx or .xlsx"),
        (b"%PDF-1.7", "a PDF cannot be scored by place; hand in the .docx, .xlsx or .md it was made from"),
        (b"{\\rtf1", "this is rich text; save it as .docx"),
        (b"\x1f\x8b\x08", "this is a gzip archive; unpack it and hand in the draft itself"),
        (b"\x89PNG\r\n", "this is a picture; hand in the document itself, not a picture of it"),
        (b"\xff\xfe\x00text", "neither a document nor text; hand in a .docx, .xlsx or .md file"),
        (b"PK\x03\x04 cut off", "the package is damaged; open it in your office program and save it again"),
        (pack({"mimetype": b"application/vnd.oasis.opendocument.text"}),
         "this is an OpenDocument text; save it as .docx"),
        (pack({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
         "this is an OpenDocument spreadsheet; save it as .xlsx"),
        (pack({"mimetype": b"application/epub+zip"}),
         "this format is not scored; hand in the draft as .docx, .xlsx or .md"),
        (pack({"Index/Document.iwa": b"x"}), "this is a Pages or Numbers file; export it as .docx or .xlsx"),
        (pack({"a.txt": b"x"}), "a zip archive without a document; unpack it and hand in the draft itself"),
        (office("vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/presentation.xml"),
         "slides are not scored; hand in the draft as .docx, .xlsx or .md"),
        (office("vnd.ms-excel.sheet.binary.macroEnabled", "xl/workbook.bin"),
         "this is a binary workbook; save it as .xlsx"),
    ],
)  # fmt: skip
def test_other_files_are_refused_in_one_line_with_a_remedy(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        read_file(path)
    assert str(caught.value) == f"{path}: {said}"


def test_text_in_another_encoding_is_told_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes("Передача".encode("cp1251"))
    with pytest.raises(UnreadableError, match="not UTF-8 text; save it as UTF-8"):
        read_file(path)


def test_a_missing_file_is_told_with_what_to_check(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file; check the name and the folder"):
        read_file(tmp_path / "none.docx")


def test_a_folder_and_an_empty_file_are_no_drafts(tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    for path, said in ((tmp_path, "this is a folder"), (tmp_path / "empty.md", "the file is empty")):
        with pytest.raises(UnreadableError, match=said):
            read_file(path)
