"""XML that expands, reaches out, nests without end or is no XML: one line, in whatever part and encoding it stands."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hostile_files import NAMES, SAVE_AGAIN, S, cell, docx, p, read, refused, relations, texts, xlsx

from showproof.formats.limits import USUAL
from showproof.formats.markup import MarkupError, html_tree, in_utf_8

LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY l0 "lol">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
QUADRATIC = f'<!DOCTYPE q [<!ENTITY a "{"a" * 50_000}">]>'
OUTSIDE = '<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
FOREIGN = '<!DOCTYPE f SYSTEM "http://example.org/evil.dtd">'
PARAMETER = '<!DOCTYPE p [<!ENTITY % x SYSTEM "http://example.org/evil.dtd"> %x;]>'
CARRIED = '<!DOCTYPE t [<!ENTITY t "Ana approves by 1 May">]>'
BARE = "<!DOCTYPE w:document>"
DOCTYPES = {
    "laughs": LAUGHS, "quadratic": QUADRATIC, "outside": OUTSIDE, "foreign": FOREIGN, "parameter": PARAMETER,
    "carried": CARRIED, "bare": BARE,
}  # fmt: skip

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = f"<w:{{0}} {NAMES}>{{1}}</w:{{0}}>"
WORD_KINDS = ("styles", "numbering", "footnotes", "endnotes", "header", "footer")
WORD_RELATIONS = relations({kind: (kind, f"{kind}.xml") for kind in WORD_KINDS})
OUTER = relations(
    {
        "r1": ("officeDocument", "word/document.xml"),
        "r2": ("core-properties", "docProps/core.xml"),
        "r3": ("custom-properties", "docProps/custom.xml"),
    }
)
ROW = f"<sheetData><row r='1'>{cell('A1', 'Plan')}</row></sheetData>"


def word_with(part: str, prolog: str, inner: str = "") -> bytes:
    """A document one of whose parts opens with a prolog."""
    kind = part.rpartition("/")[2].removesuffix(".xml")
    body = f"<w:body>{p(inner or 'Text')}</w:body>" if kind == "document" else inner
    xml = prolog + (WORD.format(kind, body) if part.startswith("word/") else f"<a>{inner}</a>")
    parts = {"_rels/.rels": OUTER, "word/_rels/document.xml.rels": WORD_RELATIONS}
    return docx(extra={**parts, part: xml})


def book_with(part: str, prolog: str) -> bytes:
    """A workbook one of whose parts opens with a prolog."""
    targets = {
        "r1": ("worksheet", "sheet1.xml"), "r2": ("sharedStrings", "strings.xml"), "r3": ("styles", "styles.xml"),
    }  # fmt: skip
    parts: dict[str, bytes | str] = {
        "_rels/.rels": OUTER.replace(b"word/document", b"xl/workbook"),
        "xl/_rels/workbook.xml.rels": relations(targets),
        "xl/_rels/sheet1.xml.rels": relations({"t": ("table", "tables/table1.xml")}),
        "xl/styles.xml": f'<styleSheet xmlns="{S}"/>',
        "xl/tables/table1.xml": f'<table xmlns="{S}" ref="A1:B2" name="T"/>',
    }
    whole = {"xl/workbook.xml": "", "xl/sheet1.xml": "", "xl/strings.xml": "", **parts}
    plain = whole[part] if whole.get(part) else f'<worksheet xmlns="{S}">{ROW}</worksheet>'
    body = plain.decode() if isinstance(plain, bytes) else plain
    return xlsx(ROW, extra={**parts, part: prolog + body})


WORD_PARTS = (
    "word/document.xml", *(f"word/{kind}.xml" for kind in WORD_KINDS), "docProps/core.xml", "docProps/custom.xml",
    "word/_rels/document.xml.rels", "_rels/.rels", "[Content_Types].xml",
)  # fmt: skip
BOOK_PARTS = (
    "xl/workbook.xml", "xl/sheet1.xml", "xl/strings.xml", "xl/styles.xml", "xl/tables/table1.xml", "_rels/.rels",
    "xl/_rels/workbook.xml.rels", "xl/_rels/sheet1.xml.rels", "docProps/core.xml", "[Content_Types].xml",
)  # fmt: skip


def declares(part: str) -> str:
    return f"the part {part} declares a document type; {SAVE_AGAIN}"


@pytest.mark.parametrize("prolog", DOCTYPES.values(), ids=DOCTYPES)
@pytest.mark.parametrize("part", WORD_PARTS)
def test_a_document_type_in_any_part_of_a_document_is_an_error(part: str, prolog: str) -> None:
    started = time.process_time()
    assert refused(word_with(part, HEAD + prolog)) == declares(part)
    assert time.process_time() - started < 1


@pytest.mark.parametrize("prolog", DOCTYPES.values(), ids=DOCTYPES)
@pytest.mark.parametrize("part", BOOK_PARTS)
def test_a_document_type_in_any_part_of_a_workbook_is_an_error(part: str, prolog: str) -> None:
    assert refused(book_with(part, HEAD + prolog), "draft.xlsx") == declares(part)


@pytest.mark.parametrize("prolog", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("part", ["xl/sheet1.xml", "xl/strings.xml"])
def test_a_document_type_in_a_part_that_is_read_piece_by_piece_is_an_error(part: str, prolog: str) -> None:
    assert refused(book_with(part, prolog), "draft.xlsx", replace(USUAL, tree=1)) == declares(part)


def encoded(encoding: str, mark: bytes = b"") -> Callable[[str], bytes]:
    return lambda text: (
        mark + text.replace("UTF-8", encoding.upper().removesuffix("-LE").removesuffix("-BE")).encode(encoding)
    )


SIXTEEN = {
    "little": encoded("utf-16-le"), "big": encoded("utf-16-be"), "marked little": encoded("utf-16-le", b"\xff\xfe"),
    "marked big": encoded("utf-16-be", b"\xfe\xff"), "marked eight": lambda text: b"\xef\xbb\xbf" + text.encode(),
}  # fmt: skip
BODY = f"<w:document {NAMES}><w:body>{p('Zażółć 会议')}</w:body></w:document>"


@pytest.mark.parametrize("encode", SIXTEEN.values(), ids=SIXTEEN)
def test_utf_16_is_read_and_its_document_types_are_found(encode: Callable[[str], bytes]) -> None:
    assert texts(read(docx(extra={"word/document.xml": encode(HEAD + BODY)}))) == ["Zażółć 会议"]
    for prolog in ("", "<!-- a --> <?b c?> ", "<!-- > <!- -->\r\n\t"):
        data = docx(extra={"word/document.xml": encode(HEAD + prolog + LAUGHS + BODY)})
        assert refused(data) == declares("word/document.xml")


OTHERS = {
    "utf-7": b'<?xml version="1.0" encoding="UTF-7"?>' + ("<" + BODY[1:]).encode("utf-7"),
    "utf-7 in hiding": b"<?xml version='1.0' encoding='utf-7' ?>+ADwAIQ-DOCTYPE a+AD4-<a/>",
    "utf-32": (HEAD + BODY).encode("utf-32"),
    "utf-32 unmarked": (HEAD + BODY).encode("utf-32-be"),
    "latin": (HEAD.replace("UTF-8", "ISO-8859-1") + "<a>\xe9</a>").encode("latin-1"),
    "code page": b'<?xml version="1.0"\tencoding = "cp037"?><a/>',
    "shift": '<?xml version="1.0" encoding="Shift_JIS"?><a>\u4f1a</a>'.encode("shift_jis"),
}


@pytest.mark.parametrize("data", OTHERS.values(), ids=OTHERS)
def test_other_encodings_are_refused(data: bytes) -> None:
    said = refused(docx(extra={"word/document.xml": data}))
    assert said == f"the part word/document.xml is neither UTF-8 nor UTF-16; {SAVE_AGAIN}"


BROKEN = {
    "no UTF-8": b"<a>\xff\xfe</a>",
    "cut UTF-8": b"<a>\xc3</a>",
    "overlong": b"<a>\xc0\xbc</a>",
    "surrogate in bytes": b"<a>\xed\xa0\x80</a>",
    "surrogate by number": b"<a>&#xD800;</a>",
    "surrogate in UTF-16": b"\xff\xfe" + "<a>".encode("utf-16-le") + b"\x00\xd8" + "</a>".encode("utf-16-le"),
    "odd UTF-16": "<a>x</a>".encode("utf-16") + b"x",
    "nul": b"<a>\0</a>",
    "nul by number": b"<a>&#0;</a>",
    "control": b"<a>\x07</a>",
    "noncharacter": b"<a>&#xFFFF;</a>",
    "another version": b'<?xml version="1.1"?><a>&#1;</a>',
    "unknown entity": b"<a>&nbsp;</a>",
    "late document type": b"<a/><!DOCTYPE a>",
    "document type within": b"<a><!DOCTYPE a [<!ENTITY x 'y'>]>&x;</a>",
    "lower case": b"<a><!doctype a></a>",
    "no prefix": b"<w:a/>",
    "twice": b"<a b='' b=''/>",
    "two roots": b"<a/><b/>",
    "nothing": b"   ",
    "open comment": b"<!-- <a/>",
    "ebcdic": "<a>x</a>".encode("cp037"),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    said = refused(docx(extra={"word/document.xml": data}))
    assert said in (
        f"the part word/document.xml is not well-formed XML; {SAVE_AGAIN}",
        f"the part word/document.xml declares a document type; {SAVE_AGAIN}",
    )
    assert ("declares" in said) == data.lstrip().startswith(b"<!D")


def test_line_ends_and_escaped_signs_are_read_as_xml_says() -> None:
    found = read(docx(p("one\r\ntwo\rthree &lt;!DOCTYPE a&gt; <![CDATA[<!DOCTYPE b>]]>")))
    assert texts(found)[0].split() == ["one", "two", "three", "<!DOCTYPE", "a>", "<!DOCTYPE", "b>"]


def nested(tag: str, times: int, inner: str) -> str:
    return f"<{tag}>" * times + inner + f"</{tag}>" * times


DEEP = {
    "tables": nested("w:tbl><w:tr><w:tc", 100, p("x")).replace("</w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    "controls": nested("w:sdt><w:sdtContent", 150, p("x")).replace("</w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "unknown": nested("w:x", 300, p("x")),
    "boxes": nested("w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent", 50, p("x")).replace(
        "</w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    ),
    "nine thousand": nested("w:x", 9_000, ""),
}


@pytest.mark.parametrize("body", DEEP.values(), ids=DEEP)
def test_nesting_without_end_is_refused(body: str) -> None:
    assert refused(docx(body)) == f"the part word/document.xml nests deeper than 256 levels; {SAVE_AGAIN}"


@pytest.mark.parametrize("tag", ["w:x", "w:smartTag", "w:ins", "w:hyperlink", "w:customXml"])
def test_the_deepest_nesting_that_is_allowed_is_read(tag: str) -> None:
    assert texts(read(docx(nested(tag, 240, p("x"))))) == ["x"]
    inner = f"<w:p>{nested(tag, 240, '<w:r><w:t>x</w:t></w:r>')}</w:p>"
    assert texts(read(docx(inner))) == ["x"]


def test_the_deepest_tables_that_are_allowed_are_read() -> None:
    deep = p("x")
    for _ in range(80):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl>"
    assert "x" in texts(read(docx(deep)))


@pytest.mark.parametrize("place", ["text", "attribute"])
def test_a_text_longer_than_ten_megabytes_is_refused(place: str) -> None:
    long = "x" * 12 * 1024 * 1024
    body = p(long) if place == "text" else f'<w:p w:rsidR="{long}"/>'
    said = refused(docx(body), limits=replace(USUAL, ratio=2_000))
    assert said == f"the part word/document.xml has a text longer than 10 MB; {SAVE_AGAIN}"
    sheet = f"<sheetData><row r='1'>{cell('A1', long)}</row></sheetData>"
    said = refused(xlsx(sheet), "draft.xlsx", replace(USUAL, ratio=2_000))
    assert said == f"the part xl/sheet1.xml has a text longer than 10 MB; {SAVE_AGAIN}"


@pytest.mark.parametrize("inner", ["<w:p/>" * 1_000, '<w:p w:a="" w:b=""/>' * 400])
def test_a_tree_of_more_tags_than_allowed_is_refused_before_it_is_built(inner: str) -> None:
    said = refused(docx(inner), limits=replace(USUAL, tags=1_000))
    assert said == f"the part word/document.xml has more than 1,000 tags and attributes; {SAVE_AGAIN}"


def test_a_stream_holds_no_more_tags_than_allowed_at_once() -> None:
    cells = "".join(cell(f"A{row}", "word " * 40) for row in range(1, 2))
    rows = "".join(f"<row r='{row}'>{cells.replace('A1', f'A{row}')}</row>" for row in range(1, 3_000))
    small = replace(USUAL, tree=1, tags=4_000, ratio=2_000)
    assert len(texts(read(xlsx(f"<sheetData>{rows}</sheetData>"), "draft.xlsx", small))) > 2_900
    for endless in ("<row>" + "<c/>" * 100_000 + "</row>", "<x/>" * 100_000, "<x>" + "<y/>" * 100_000 + "</x>"):
        said = refused(xlsx(f"<sheetData>{endless}</sheetData>"), "draft.xlsx", small)
        assert said == f"the part xl/sheet1.xml has more than 4,000 tags and attributes; {SAVE_AGAIN}"


@pytest.mark.parametrize(
    "source",
    ["", "<", "<p", "\0", "<!DOCTYPE html [<!ENTITY x 'y'>]>&x;",
     "<div>" * 50_000, "</p>" * 1_000, "&#xD800;", "<![CDATA[x",
     "<?php x ?>", "<!-- x", "<svg><script>x</script></svg>", "<p a=" + "b" * 100_000],
)  # fmt: skip
def test_a_web_page_is_parsed_however_it_is_written(source: str) -> None:
    tree = html_tree(source)
    assert tree is None or tree.tag == "html"


def test_what_is_wrong_is_said_in_the_words_after_the_name_of_the_part() -> None:
    with pytest.raises(MarkupError, match="declares a document type"):
        in_utf_8(b"\xef\xbb\xbf<!DOCTYPE a><a/>")
    assert in_utf_8(b"<a/>") == b"<a/>"
