"""Notes beside cells of workbooks, and nothing else that differs."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from read_books import STRICT, made, raw

from copied import changed_parts, notes, parts
from showproof.formats.annotate import annotated
from showproof.formats.copy_check import check_copy
from showproof.formats.open import read_draft
from showproof.formats.package import pack
from showproof.formats.remark import Remark, Remarked, Signed
from showproof.model import Location

BOOK = Path("plan.xlsx")
PLAIN = Signed()
ONE_CELL = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
CELLS = {"B2": "Owner", "C2": "Ana", "C7": "by Friday"}


def remarked(data: bytes, *remarks: tuple[Location | None, str], signed: Signed = PLAIN) -> Remarked:
    """The workbook with these remarks; all that must hold of every copy is checked."""
    said = [Remark(place, (text, "Write it down.")) for place, text in remarks]
    done = annotated(data, BOOK, said, signed)
    check_copy(done.data, data, read_draft(data, BOOK), BOOK)
    again = annotated(done.data, BOOK, said, signed)
    assert again.data == done.data
    assert again.replaced == done.written
    return done


def at(cell: str, sheet: str = "Plan") -> Location:
    return Location(sheet, cell=cell)


def found(done: Remarked) -> list[tuple[str, str, str]]:
    """Sheet, cell and second line of the notes that are ours."""
    ours = (note for note in notes(done.data) if note.text.startswith("showproof:\n"))
    return [(note.sheet, note.cell, note.text.split("\n")[1]) for note in ours]


def with_notes(**texts: str) -> bytes:
    """A workbook in which Ben has written notes."""

    def edit(book: Any) -> None:
        for cell, text in texts.items():
            book["Plan"][cell].comment = Comment(text, "Ben")

    return made({"Plan": CELLS, "Rest": {"A1": "x"}}, edit)


def test_notes_stand_at_their_cells_and_those_of_one_cell_are_one() -> None:
    data = made({"Plan": CELLS, "Rest": {"A1": "x"}})
    done = remarked(data, (None, "sum"), (at("C7"), "late"), (at("C7"), "no name"), (at("A1", "Rest"), "x"))
    assert found(done) == [("Plan", "A1", "sum"), ("Plan", "C7", "late"), ("Rest", "A1", "x")]
    assert notes(done.data)[1].text == "showproof:\nlate\nWrite it down.\n\nno name\nWrite it down."
    assert done.written == 3
    assert changed_parts(data, done.data) == {
        "[Content_Types].xml", "xl/comments1.xml", "xl/comments2.xml", "xl/drawings/vmlDrawing1.vml",
        "xl/drawings/vmlDrawing2.vml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
        "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/_rels/sheet2.xml.rels",
    }  # fmt: skip


def test_a_sheet_without_remarks_is_not_touched() -> None:
    data = made({"Plan": CELLS, "Rest": {"A1": "x"}})
    assert not any("2" in name for name in changed_parts(data, remarked(data, (None, "sum")).data))


def test_notes_of_others_stay_as_they_are_and_ours_stand_next_to_them() -> None:
    data = with_notes(C7="Really?", D7="Yes", B2="Who?")
    done = remarked(data, (at("C7"), "late"), (at("C2"), "who"))
    assert done.moved == (("Plan!C7", "Plan!E7"),)
    assert found(done) == [("Plan", "C2", "who"), ("Plan", "E7", "On C7, which has a note already.")]
    theirs = [(note.cell, note.author, note.text) for note in notes(done.data) if note.author == "Ben"]
    assert theirs == [("B2", "Ben", "Who?"), ("C7", "Ben", "Really?"), ("D7", "Ben", "Yes")]


def test_taking_ours_out_leaves_the_notes_of_others_byte_for_byte() -> None:
    data = with_notes(C7="Really?")
    done = remarked(data, (at("C2"), "who"))
    left = annotated(done.data, BOOK, [], PLAIN)
    assert left.replaced == 1
    assert [(note.cell, note.text) for note in notes(left.data)] == [("C7", "Really?")]


def test_ours_are_known_by_their_first_line_whoever_they_are_from() -> None:
    data = made({"Plan": CELLS})
    first = annotated(data, BOOK, [Remark(at("C7"), ("old",))], Signed("Ana Coach")).data
    assert notes(first)[0].author == "Ana Coach"
    assert notes(first)[0].text.startswith("Ana Coach (showproof):\nold")
    nameless = {
        name: part.replace(b"<author>Ana Coach</author>", b"<author> </author>") for name, part in parts(first).items()
    }
    done = annotated(pack(nameless), BOOK, [Remark(at("B2"), ("new",))], PLAIN)
    assert done.replaced == 1
    assert [(note.cell, note.author) for note in notes(done.data)] == [("B2", "showproof")]


def test_a_thread_keeps_its_cell() -> None:
    data = with_notes(C7="[Threaded comment]\n\nYour version of Excel allows you to read this.\n\nComment:\n    Late?")
    assert remarked(data, (at("C7"), "late")).moved == (("Plan!C7", "Plan!D7"),)


def test_a_note_is_not_put_where_nobody_sees_it() -> None:
    def edit(book: Any) -> None:
        sheet = book["Plan"]
        sheet["C7"].comment = Comment("Really?", "Ben")
        sheet.column_dimensions["D"].hidden = True
        sheet.merge_cells("E7:G8")
        sheet["E7"].comment = Comment("No", "Ben")

    done = remarked(made({"Plan": CELLS}, edit), (at("C7"), "late"))
    assert done.moved == (("Plan!C7", "Plan!H7"),)


def test_shapes_sheets_and_what_has_no_place() -> None:
    data = made({"Plan": CELLS, "Plan B": {"A1": "x"}})
    places = [
        Location("Plan shape at F7 (2)", 1, start=0, end=3),
        Location("Plan B", end=6),
        Location("Gone", cell="C3"),
    ]
    done = remarked(data, *((place, f"{number}") for number, place in enumerate(places)))
    assert found(done) == [("Plan", "A1", "2"), ("Plan", "F7", "0"), ("Plan B", "A1", "1")]


def test_the_first_sheet_that_shows_has_the_sum() -> None:
    data = made({"Notes": {"A1": "x"}, "Plan": CELLS}, lambda book: setattr(book["Notes"], "sheet_state", "hidden"))
    assert found(remarked(data, (None, "sum"))) == [("Plan", "A1", "sum")]


def test_a_drawing_of_controls_gets_the_shapes_too_and_keeps_its_own() -> None:
    data = with_notes(C7="Really?")
    found_parts = parts(data)
    name = next(name for name in found_parts if name.endswith(".vml"))
    button = b'<v:shape id="_x0000_s2050" type="#_x0000_t201"><x:ClientData ObjectType="Button"/><br></v:shape>'
    found_parts[name] = found_parts[name].replace(b"</xml>", button + b"</xml>")
    data = pack(found_parts)
    done = remarked(data, (at("C2"), "who"))
    drawing = parts(done.data)[name]
    assert button in drawing
    assert b'id="_x0000_s2051"' in drawing
    assert annotated(done.data, BOOK, [], PLAIN).data.count(b"PK\1\2") == data.count(b"PK\1\2")
    assert parts(annotated(done.data, BOOK, [], PLAIN).data)[name].replace(b"\r", b"") in (
        found_parts[name],
        drawing.replace(drawing[drawing.index(button) + len(button) : drawing.rindex(b"</xml>")], b""),
    )


@pytest.mark.parametrize(
    "behind",
    ['<tableParts count="0"/>', "<legacyDrawingHF/>", "<extLst/>", '<x:AlternateContent xmlns:x="m"/>', ""],
)
def test_what_leads_to_the_drawing_stands_where_the_schema_wants_it(behind: str) -> None:
    sheet = (
        f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData><pageMargins/>{behind}'
    )
    book = typed(raw(sheet))
    markup = parts(remarked(book, (None, "sum")).data)["xl/one.xml"].decode()
    assert f'<pageMargins/><legacyDrawing xmlns:r="{_FAMILY}" r:id="rId2"/>{behind}</worksheet>' in markup


_FAMILY = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def typed(data: bytes) -> bytes:
    """The package with the part that says what its parts are, as every real one has it."""
    types = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'
    return pack({"[Content_Types].xml": types, **parts(data)})


def test_the_strict_variant_stays_strict() -> None:
    data = typed(raw(ONE_CELL, space=STRICT))
    done = annotated(data, BOOK, [Remark(None, ("sum",))], PLAIN)
    check_copy(done.data, data, read_draft(data, BOOK), BOOK)
    after = parts(done.data)
    assert f'<comments xmlns="{STRICT}">'.encode() in after["xl/comments1.xml"]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in after["xl/_rels/one.xml.rels"]


def test_a_protected_sheet_is_said() -> None:
    data = made({"Plan": CELLS}, lambda book: book["Plan"].protection.enable())
    assert remarked(data, (None, "sum")).notices == (
        "sheet 'Plan' is protected: the notes can be read, but not changed or moved before the protection is lifted",
    )


def test_two_hundred_notes_and_texts_that_a_cell_could_not_hold() -> None:
    data = made({"Plan": {f"A{row}": "x" for row in range(1, 202)}})
    done = remarked(
        data, *((at(f"A{row}"), "<&_x0041_>" * 10) for row in range(1, 201)), (at("A201"), "long " * 10_000)
    )
    ours = notes(done.data)
    assert len(ours) == 201
    assert len(ours[-1].text) < 32_767
    assert openpyxl.load_workbook(io.BytesIO(done.data))["Plan"]["A7"].comment.text.startswith("showproof:\n<&")


def test_two_hundred_notes_of_others_stay_and_ours_find_a_cell_beside_them() -> None:
    rows = range(1, 201)

    def edit(book: Any) -> None:
        for row in rows:
            book["Plan"][f"A{row}"].comment = Comment(f"Note {row}", "Ben")

    done = remarked(made({"Plan": {f"A{row}": "x" for row in rows}}, edit), *((at(f"A{row}"), "late") for row in rows))
    theirs = [(note.cell, note.text) for note in notes(done.data) if note.author == "Ben"]
    assert sorted(theirs) == sorted((f"A{row}", f"Note {row}") for row in rows)
    assert done.moved == tuple((f"Plan!A{row}", f"Plan!B{row}") for row in rows)


def test_what_others_keep_beside_cells_is_the_same_to_the_byte() -> None:
    def edit(book: Any) -> None:
        from openpyxl.chart import BarChart, Reference
        from openpyxl.worksheet.datavalidation import DataValidation

        sheet = book["Plan"]
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=3))
        sheet.add_chart(chart, "E5")
        sheet.add_data_validation(DataValidation("list", formula1='"a,b"', sqref="C2"))
        sheet["D3"] = "=SUM(C1:C2)"

    data = made({"Plan": CELLS}, edit)
    done = remarked(data, (None, "sum"), (at("D3"), "why"))
    assert changed_parts(data, done.data) == {
        "[Content_Types].xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/sheet1.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
    }  # fmt: skip
