"""Whatever people write, the package stays well formed and the text is there."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from written_forms import form, question, section, table

from showproof.formats.xlsx.text import clean, cut, escape, units
from showproof.formats.xlsx.write import write_xlsx

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
nasty = st.one_of(
    st.text(st.characters(), max_size=60),
    st.sampled_from(
        ["_x0041_", "]]>", "<a>&amp;", '"', "'", "\r\n", "\x00", "\ud800", "\uffff", " x ", "{{ x }}", "=A1"]
    ),
)


def as_excel_reads(text):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def strings(archive):
    root = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    return [as_excel_reads(entry.text or "") for entry in root.iter(f"{MAIN}t")]


@settings(max_examples=60, deadline=None)
@given(st.lists(nasty, min_size=8, max_size=8))
def test_hostile_texts_are_kept_in_a_sound_package(texts):
    label, answer, guidance, title, option, column, cell, name = texts
    asked = question("q", label, guidance=guidance, answer=answer)
    chosen = question("c", column, type="choice", options=(option, option + "x"), guidance=title)
    rows = table((chosen, question("d", column)), ((cell, answer),))
    made = form(section("a", asked, rows=rows, title=title), section("b", asked, title=title), title=name,
                looked_for=((label, (option,)),), properties=(("showproof.artifact", cell),))  # fmt: skip
    archive = zipfile.ZipFile(io.BytesIO(write_xlsx(made)))
    for part in archive.namelist():
        ElementTree.fromstring(archive.read(part))
    kept = strings(archive)
    for text in (label, answer, cell, name):
        assert not clean(text) or clean(text) in kept


@settings(max_examples=40, deadline=None)
@given(nasty, nasty)
def test_header_cells_are_the_names_of_the_columns(first, second):
    rows = table((question("a", first), question("b", second)), (("x", "y"),))
    archive = zipfile.ZipFile(io.BytesIO(write_xlsx(form(section("a", rows=rows)))))
    columns = ElementTree.fromstring(archive.read("xl/tables/table1.xml")).iter(f"{MAIN}tableColumn")
    kept = strings(archive)
    for column in columns:
        assert as_excel_reads(column.get("name")) in kept


@settings(max_examples=30, deadline=None)
@given(
    st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=80).filter(lambda text: "_x" not in text)
)
def test_openpyxl_reads_the_same_text(text):
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(form(section("a", question("q", answer=text))))))
    assert (book["A"]["B4"].value or "") == clean(text)


def test_characters_that_xml_cannot_hold_are_dropped():
    assert clean("a\x00b\x0bc\ud800d\uffffe") == "abcde"
    assert clean("one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_a_cut_text_keeps_to_the_limit_in_units():
    assert cut("abc", 3) == "abc"
    assert cut("abcd", 3) == "ab…"
    assert units(cut("\N{ROCKET}" * 10, 7)) <= 7
    assert len(escape(cut("_x0041_" * 10, 32))) <= 32
