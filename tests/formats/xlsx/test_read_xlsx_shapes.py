"""The same sheet in every way of writing XML gives the same outline: its meaning counts, not its letters."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_books import MAIN, raw, read, told, zipped

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL
from showproof.formats.package import Package
from showproof.formats.xlsx.shared_text import Text, item_text
from showproof.formats.xlsx.sheet_stream import string_items

SHEET = (
    f'<worksheet xmlns="{MAIN}"><cols><col min="3" max="3" hidden="1"/></cols><sheetData>'
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Due &amp; done</t></is></c>'
    '<c r="C1"><v>7</v></c></row>'
    '<row r="2" ht="15"><c r="A2" s="0"/><c r="B2"><f>1+1</f><v>2</v></c><c r="D2" t="str"><f>A1</f><v>a &lt; b</v></c>'
    '</row></sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells></worksheet>'
)


def prefixed(xml: str) -> str:
    opened = xml.replace("</", "\0").replace("<", "<x:").replace("\0", "</x:").replace(' xmlns="', ' xmlns:x="')
    return opened.replace("<x:?", "<?")


WAYS: dict[str, Callable[[str], bytes]] = {
    "prefixes": lambda xml: prefixed(xml).encode(),
    "single quotes": lambda xml: xml.replace('"', "'").encode(),
    "UTF-16": lambda xml: ('<?xml version="1.0" encoding="UTF-16"?>' + xml).encode("utf-16"),
    "byte order mark": lambda xml: b"\xef\xbb\xbf" + xml.encode(),
    "UTF-16 without a mark": lambda xml: xml.encode("utf-16-be"),
    "comments": lambda xml: xml.replace("<v>", "<!-- x --><v>").encode(),
    "sections": lambda xml: xml.replace("<v>2</v>", "<v><![CDATA[2]]></v>").encode(),
    "instructions": lambda xml: xml.replace("<row", "<?here x?><row").encode(),
    "line ends": lambda xml: xml.replace("><", ">\r\n  <").encode(),
    "spaces in tags": lambda xml: xml.replace(' r="', '  r = "').replace("/>", " />").encode(),
    "other attributes first": lambda xml: xml.replace("<c ", '<c cm="1" ').encode(),
    "types before references": lambda xml: xml.replace('r="A1" t="s"', 't="s" r="A1"').encode(),
    "further elements": lambda xml: xml.replace("</c></row>", "<extLst><ext/></extLst></c></row>").encode(),
    "another namespace": lambda xml: xml.replace("</row>", '<c xmlns="z" r="Z1"><v>9</v></c></row>').encode(),
    "undeclared elsewhere": lambda xml: xml.replace(MAIN, "urn:unknown").encode(),
    "extensions": lambda xml: xml.replace(
        "<worksheet ", '<worksheet xmlns:x14="urn:x14" mc="1" '
    ).replace("<row r", '<row x14:dyDescent="0.2" r').encode(),
}  # fmt: skip


def with_part(name: str, content: bytes) -> bytes:
    """A workbook whose part of this name is `content`."""
    whole = raw(SHEET, strings="<si><t>Task</t></si>")
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    return zipped({**parts, name: content})


@pytest.mark.parametrize("tree", [USUAL.tree, 0])
@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_writing_a_sheet_gives_the_same_cells(way: str, tree: int) -> None:
    outline = read(with_part("xl/one.xml", WAYS[way](SHEET)), replace(USUAL, tree=tree))
    assert told(outline)[1:] == ["pair Plan!B1: Task: Due & done", "table 0 Plan!B2: 2 | a < b"]
    assert [(block.text, block.location.where()) for block in outline.hidden] == [("7", "Plan!C1")]


def test_every_way_of_writing_a_sheet_gives_the_same_outline() -> None:
    assert len({repr(read(with_part("xl/one.xml", way(SHEET)))) for way in WAYS.values()}) == 1


@pytest.mark.parametrize("part", [b"", b"<worksheet>", b"<a>\xff</a>"])
def test_what_is_no_xml_is_one_error(part: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"the part xl/one\.xml is not well-formed XML"):
        read(with_part("xl/one.xml", part))


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_any_encoding(codec: str) -> None:
    for part in ("xl/one.xml", "xl/strings.xml"):
        text = f'<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet xmlns="{MAIN}"/>'
        with pytest.raises(UnreadableError, match=f"the part {part} declares a document type"):
            read(with_part(part, text.encode(codec)))


def strings(part: bytes) -> list[Text]:
    package = Package(with_part("xl/strings.xml", part), "draft.xlsx")
    return [item_text(item) for item in string_items(package, "xl/strings.xml")]


def test_strings_of_every_shape_keep_their_numbers() -> None:
    items = (
        "<si/><si></si><si><t/></si><si><t>plain</t></si><si ><t xml:space='preserve'> kept </t></si>"
        "<si><r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r></si>"
        "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>"
        "<si><t>a_x000D_b &#65;&#x42;&amp;lt;</t></si>"
    )
    wanted = ["", "", "", "plain", "kept", "two runs", "東京", "a\nb AB&lt;"]
    part = f'<sst xmlns="{MAIN}">{items}</sst>'
    assert strings(part.encode()) == wanted
    assert strings(prefixed(part).encode()) == wanted
    assert strings(part.encode("utf-16")) == wanted


def test_white_and_tiny_runs_of_a_text_are_hidden() -> None:
    item = (
        '<si><r><t>Seen </t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>white</t></r>'
        '<r><rPr><sz val="1"/></rPr><t>tiny</t></r></si>'
    )
    outline = read(raw('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', strings=item))
    assert told(outline)[1] == "heading 2 Plan!A1: Seen"
    assert [block.text for block in outline.hidden] == ["whitetiny"]
    assert outline.notices == ("text too small or in the colour of its background is not read: Plan!A1",)


TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"), max_size=20)


@given(st.lists(TEXTS, max_size=6))
def test_any_text_comes_back_from_strings_and_cells(texts: list[str]) -> None:
    from xml.sax.saxutils import escape

    items = "".join(f"<si><t xml:space='preserve'>{escape(text)}</t></si>" for text in texts)
    part = f'<sst xmlns="{MAIN}">{items}</sst>'.encode()
    expected = [text.strip() for text in texts if "_x" not in text]
    assert [text for text in strings(part) if isinstance(text, str) and "_x" not in text] == expected
