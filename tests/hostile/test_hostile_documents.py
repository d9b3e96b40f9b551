"""Documents that are too much, too odd, or not what they seem: what a person sees is read, the rest is said."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hostile_files import SAVE_AGAIN, docx, p, read, refused, relations, texts, types, xlsx, xlsx_parts

from showproof.formats.limits import USUAL
from showproof.formats.package import pack
from showproof.model import Block, Outline, Table

OFTEN = replace(USUAL, ratio=2_000)
"""Built files pack better than written ones."""


def seconds(act: Callable[[], object]) -> float:
    started = time.process_time()
    act()
    return time.process_time() - started


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{one}</w:tc>' for one in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def test_many_paragraphs_take_time_in_proportion_or_are_refused() -> None:
    few, many = docx(p("Ana checks it.") * 10_000), docx(p("Ana checks it.") * 40_000)
    assert len(texts(read(many, limits=OFTEN))) == 40_000
    assert seconds(lambda: read(many, limits=OFTEN)) < 12 * seconds(lambda: read(few, limits=OFTEN)) + 1
    said = refused(docx(p("x") * 400_000), limits=OFTEN)
    assert said == f"the part word/document.xml has more than 2,000,000 tags and attributes; {SAVE_AGAIN}"


def test_a_table_of_sixty_thousand_cells_is_read() -> None:
    found = read(docx(table(row(*[p(f"c{column}") for column in range(60)]) * 1_000)), limits=OFTEN)
    assert len(texts(found)) == 60_000


@pytest.mark.parametrize("span", ["99999999", "-1", "0", "2147483648", "9" * 5_000, "x", "", "1e9", "٣"])
def test_a_span_without_sense_makes_no_cells(span: str) -> None:
    spanned = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{p("wide")}'
    before = f'<w:tr><w:trPr><w:gridBefore w:val="{span}"/></w:trPr><w:tc>{p("after")}</w:tc></w:tr>'
    found = read(docx(table(row(spanned, p("b")), before)))
    assert [text for text in texts(found) if text] == ["wide", "b", "after"]
    assert all(
        cell.spans <= 1_000 for item in found.items if isinstance(item, Table) for one in item.rows for cell in one
    )


@pytest.mark.parametrize("value", ["99999999", "x", "", "9" * 5_000])
def test_numbers_without_sense_are_no_fault(value: str) -> None:
    listed = f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="{value}"/></w:numPr>'
    numbered = f'<w:pPr>{listed}<w:outlineLvl w:val="{value}"/></w:pPr>'
    sized = f'<w:rPr><w:sz w:val="{value}"/><w:color w:val="{value}"/></w:rPr>'
    assert texts(read(docx(f"<w:p>{numbered}<w:r>{sized}<w:t>Text</w:t></w:r></w:p>"))) == ["Text"]


def numbering(levels: str) -> dict[str, bytes | str]:
    from hostile_files import NAMES

    inner = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    inner += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return {
        "word/numbering.xml": f"<w:numbering {NAMES}>{inner}</w:numbering>",
        "word/_rels/document.xml.rels": relations({"n": ("numbering", "numbering.xml")}),
    }


@pytest.mark.parametrize("form", ["upperRoman", "upperLetter", "decimal", "decimalZero", "ordinal"])
@pytest.mark.parametrize("start", ["2000000000", "-3", "0", "9" * 5_000])
def test_a_list_that_starts_anywhere_is_numbered_in_a_few_signs(form: str, start: str) -> None:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl>'
    item = (
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>do</w:t></w:r></w:p>"
    )
    found = read(docx(item * 2, numbering(level)))
    assert texts(found) == ["do", "do"]
    assert all(isinstance(one, Block) and len(one.number) < 30 for one in found.items)


def styles_chain(length: int, *, closed: bool) -> dict[str, bytes | str]:
    from hostile_files import NAMES

    def style(number: int) -> str:
        above = (number + 1) % length if closed or number + 1 < length else None
        based = "" if above is None else f'<w:basedOn w:val="s{above}"/>'
        return f'<w:style w:type="paragraph" w:styleId="s{number}"><w:name w:val="s{number}"/>{based}</w:style>'

    return {
        "word/styles.xml": f"<w:styles {NAMES}>{''.join(map(style, range(length)))}</w:styles>",
        "word/_rels/document.xml.rels": relations({"s": ("styles", "styles.xml")}),
    }


@pytest.mark.parametrize("closed", [True, False])
def test_styles_based_on_each_other_come_to_an_end(closed: bool) -> None:
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="s{n}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>' for n in range(0, 2_000, 7)
    )
    assert seconds(lambda: read(docx(body, styles_chain(2_000, closed=closed)))) < 3


MISSING = {
    "no main part": {"word/document.xml": None},
    "no relationships": {"_rels/.rels": None},
    "a NULL target": {"_rels/.rels": relations({"r1": ("officeDocument", "NULL")})},
    "an empty target": {"_rels/.rels": relations({"r1": ("officeDocument", "")})},
    "itself as its main part": {"_rels/.rels": relations({"r1": ("officeDocument", "_rels/.rels")})},
    "another root": {"word/document.xml": b"<html><body>Text</body></html>"},
    "a document without a body": {
        "word/document.xml": b'<d:document xmlns:d="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    },
}


@pytest.mark.parametrize("change", MISSING.values(), ids=MISSING)
def test_a_document_without_its_main_part_is_one_line(change: dict[str, bytes | None]) -> None:
    from hostile_files import docx_parts

    parts: dict[str, bytes | None] = {**docx_parts(), **change}
    said = refused(pack({name: data for name, data in parts.items() if data is not None}))
    assert said == f"not a Word document; {SAVE_AGAIN}"


def test_parts_are_found_by_their_relationships_wherever_they_are() -> None:
    from hostile_files import docx_parts

    parts = docx_parts(p("Elsewhere"))
    parts["deep/er/main.bin"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relations({"r1": ("officeDocument", "./deep/x/../er/main.bin")})
    parts["[Content_Types].xml"] = types("deep/er/main.bin", "vnd.ms-word.document.macroEnabled")
    assert texts(read(pack(parts))) == ["Elsewhere"]


def test_parts_that_point_at_each_other_are_read_once() -> None:
    around = relations(
        {"a": ("header", "document.xml"), "b": ("styles", "document.xml"), "c": ("footnotes", "document.xml")}
    )
    found = read(docx(p("Text"), {"word/_rels/document.xml.rels": around}))
    assert texts(found) == ["Text"]


def test_a_missing_or_empty_part_beside_the_main_one_is_no_fault() -> None:
    rels = relations(
        {"a": ("styles", "NULL"), "b": ("numbering", "gone.xml"), "c": ("header", ""), "d": ("footnotes", "#x")}
    )
    assert texts(read(docx(p("Text"), {"word/_rels/document.xml.rels": rels}))) == ["Text"]


@pytest.mark.parametrize("name", ["draft.docx", "draft.xlsx", "draft.md", "draft.exe"])
def test_a_package_is_what_it_holds_and_not_what_its_name_says(name: str) -> None:
    book = xlsx("<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>Plan</t></is></c></row></sheetData>")
    assert (read(book, name).format, read(docx(), name).format) == ("xlsx", "docx")


def test_a_workbook_that_calls_itself_a_document_is_one_line() -> None:
    kind = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    parts = xlsx_parts("<sheetData/>", extra={"[Content_Types].xml": types("xl/workbook.xml", kind)})
    assert refused(pack(parts)) == f"not a Word document; {SAVE_AGAIN}"


EXTERNAL = (
    '<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    'Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/>'
    '<Relationship Id="i" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="file:///etc/passwd" TargetMode="External"/>'
    '<Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" '
    'Target="\\\\\\\\127.0.0.1\\\\share\\\\h.xml" TargetMode="External"/>'
)


def outside() -> bytes:
    """A document whose template, pictures, header and main part are elsewhere."""
    linked = '<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" r:link="i"/></w:drawing></w:r></w:p>'
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "http://127.0.0.1:9/x"</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    settings = {
        "word/_rels/document.xml.rels": relations({}, EXTERNAL),
        "word/_rels/settings.xml.rels": relations({}, EXTERNAL),
    }
    return docx(linked + field + '<w:p><w:r><w:t>Text</w:t></w:r></w:p><w:altChunk r:id="t"/>', settings)


def test_what_lies_outside_is_never_looked_up() -> None:
    found = read(outside())
    assert texts(found) == ["shown", "Text"]
    assert found.margins == ()


def test_a_main_part_outside_of_the_package_is_one_line() -> None:
    away = '<Relationship Id="r1" Type="x/officeDocument" Target="http://127.0.0.1:9/d.xml" TargetMode="External"/>'
    assert refused(docx(extra={"_rels/.rels": relations({}, away)})) == f"not a Word document; {SAVE_AGAIN}"


UNSEEN = {
    "vanish": "<w:vanish/>", "white": '<w:color w:val="FFFFFF"/>', "one point": '<w:sz w:val="2"/>',
    "two points": '<w:sz w:val="4"/>',
}  # fmt: skip


@pytest.mark.parametrize("look", UNSEEN.values(), ids=UNSEEN)
def test_text_that_nobody_sees_is_kept_apart_and_said(look: str) -> None:
    found = read(docx(p("Seen") + p("Ana approves within 24 hours", look)))
    assert texts(found) == ["Seen"]
    assert [block.text for block in found.hidden] == ["Ana approves within 24 hours"]
    assert found.notices == ("hidden text was left out",)


def test_words_moved_off_the_page_are_kept_apart() -> None:
    away = '<w:pPr><w:framePr w:x="-20000" w:y="-20000" w:hAnchor="page" w:vAnchor="page"/></w:pPr>'
    found = read(docx(p("Seen") + f"<w:p>{away}<w:r><w:t>Ana approves</w:t></w:r></w:p>"))
    assert (texts(found), [block.text for block in found.hidden]) == (["Seen"], ["Ana approves"])


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


ACCEPTED = {
    "insertion": (f"<w:p>{run('a ')}<w:ins>{run('new')}</w:ins></w:p>", ["a new"]),
    "deletion": (f"<w:p>{run('a')}<w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>", ["a"]),
    "move": (f"<w:p><w:moveFrom>{run('m')}</w:moveFrom>{run('a ')}<w:moveTo>{run('m')}</w:moveTo></w:p>", ["a m"]),
    "comment": (
        f'<w:p><w:commentRangeStart w:id="1"/>{run("a")}<w:r><w:commentReference w:id="1"/></w:r></w:p>',
        ["a"],
    ),
    "field": (f'<w:p><w:fldSimple w:instr="DATE">{run("1 May")}</w:fldSimple></w:p>', ["1 May"]),
    "symbol": ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>', ["☑", "☒", "✓"]),
    "choice": (
        f"<w:p><mc:AlternateContent><mc:Choice Requires='wps'>{run('new')}</mc:Choice>"
        f"<mc:Fallback>{run('old')}</mc:Fallback></mc:AlternateContent></w:p>",
        ["new"],
    ),
    "box": (
        f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{p('boxed')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
        ["boxed"],
    ),
    "nested table": (table(row(p("out") + table(row(p("in"))) + p(""))), ["out", "in"]),
    "smart quotes": (p("“it’s” – so…"), ["“it’s” – so…"]),
}


@pytest.mark.parametrize(("body", "shown"), ACCEPTED.values(), ids=ACCEPTED)
def test_what_a_person_sees_is_what_is_read(body: str, shown: list[str]) -> None:
    found: Outline = read(docx(body))
    said = [text.strip() for text in texts(found) if text.strip()]
    assert said == shown or (len(said) == 1 and said[0] in shown)
