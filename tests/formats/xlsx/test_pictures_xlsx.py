"""Pictures on a sheet behind all others: known again, not read, and no other sheet, name or style touched."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from read_books import STRICT, made, raw
from test_annotate_xlsx import ONE_CELL, typed

from copied import changed_parts, parts
from pictured import drawn, figure
from showproof.errors import UnreadableError
from showproof.formats.annotate import annotated
from showproof.formats.copy_check import check_copy
from showproof.formats.figure import HEADING, TOLD
from showproof.formats.open import read_draft
from showproof.formats.package import pack
from showproof.formats.remark import Remarked, Signed

BOOK = Path("plan.xlsx")
CELLS = {"B2": "Owner", "C2": "Ana", "C7": "by Friday"}
TWO = (figure("Steps"), figure("Levels"))
OURS = "Showproof pictures"


def pictured(data: bytes, *figures: Any) -> Remarked:
    """The workbook with pictures on a sheet; all that must hold of every copy is checked."""
    done = annotated(data, BOOK, [], Signed(), figures=figures or TWO)
    check_copy(done.data, data, read_draft(data, BOOK), BOOK)
    return done


def book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def edited(data: bytes, edit: Any) -> bytes:
    """The parts of a workbook after `edit` has changed some."""
    found = parts(data)
    edit(found)
    return pack(found)


def named(it: openpyxl.Workbook) -> None:
    it.defined_names["total"] = DefinedName("total", attr_text="Plan!$C$2")
    it["Plan"].print_title_rows = "1:1"


def test_a_sheet_behind_all_others_and_nothing_else_touched() -> None:
    data = made({"Plan": CELLS, "Log": {"A1": "x"}}, named)
    done = pictured(data)
    changed = {name for name in changed_parts(data, done.data) if name in parts(data)}
    assert changed == {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
    after = book(done.data)
    assert after.sheetnames == ["Plan", "Log", OURS]
    assert after.defined_names["total"].attr_text == "Plan!$C$2"
    sheet = after[OURS]
    assert [cell.value for (cell,) in sheet.iter_rows(max_col=1) if cell.value] == [
        HEADING, TOLD, "Picture 1. Steps", "Picture 2. Levels",
    ]  # fmt: skip
    assert [one.said for one in drawn(done.data, "xl/drawings/drawing1.xml")] == ["Steps in words.", "Levels in words."]
    assert [one.id for one in sheet.row_breaks.brk] == [26]


def test_the_sheet_is_not_read_and_needs_no_notice() -> None:
    data = made({"Plan": CELLS})
    outline, before = read_draft(pictured(data).data, BOOK), read_draft(data, BOOK)
    assert (outline.items, outline.notices) == (before.items, before.notices)


def test_a_second_time_it_is_filled_anew() -> None:
    first = pictured(made({"Plan": CELLS}))
    assert pictured(first.data).data == first.data
    fewer = pictured(first.data, figure("Levels")).data
    assert book(fewer).sheetnames == ["Plan", OURS]
    assert [name for name in parts(fewer) if "media" in name] == ["xl/media/showproof1.png"]
    assert len(drawn(pictured(fewer).data, "xl/drawings/drawing1.xml")) == 2


def test_a_sheet_that_was_renamed_and_printed_is_still_ours() -> None:
    def edit(found: dict[str, bytes]) -> None:
        found["xl/workbook.xml"] = found["xl/workbook.xml"].replace(OURS.encode(), b"For Ana")
        rels = "xl/worksheets/_rels/sheet2.xml.rels"
        more = b'<Relationship Id="rId9" Type="http://x/printerSettings" Target="../printer.bin"/></Relationships>'
        found[rels] = found[rels].replace(b"</Relationships>", more)
        found["xl/printer.bin"] = b"x"

    again = pictured(edited(pictured(made({"Plan": CELLS})).data, edit)).data
    assert book(again).sheetnames == ["Plan", "For Ana"]
    assert "xl/printer.bin" not in parts(again)


def test_a_sheet_on_which_somebody_has_written_is_theirs() -> None:
    cell = b'<row r="2"><c r="B2" t="inlineStr"><is><t>Ben pays</t></is></c>'

    def edit(found: dict[str, bytes]) -> None:
        found["xl/worksheets/sheet2.xml"] = found["xl/worksheets/sheet2.xml"].replace(b'<row r="2">', cell)

    typed_on = edited(pictured(made({"Plan": CELLS})).data, edit)
    assert [text for text, _ in read_draft(typed_on, BOOK).standing()][-1] == "Ben pays"
    again = pictured(typed_on).data
    assert book(again).sheetnames == ["Plan", OURS, f"{OURS} 2"]
    assert pictured(again).data == again


def test_a_picture_of_a_person_stays_theirs() -> None:
    def edit(found: dict[str, bytes]) -> None:
        drawing = found["xl/drawings/drawing1.xml"]
        found["xl/drawings/drawing1.xml"] = drawing.replace(b"showproof added picture 1", b"Picture 1", 1)

    mixed = edited(pictured(made({"Plan": CELLS})).data, edit)
    assert "words in pictures and charts are not read" in "".join(read_draft(mixed, BOOK).notices)
    assert book(pictured(mixed).data).sheetnames == ["Plan", OURS, f"{OURS} 2"]


def test_a_workbook_whose_sheets_are_locked_gets_none_and_it_is_said() -> None:
    def lock(it: openpyxl.Workbook) -> None:
        it.security = WorkbookProtection(lockStructure=True)

    data = made({"Plan": CELLS}, lock)
    done = pictured(data)
    assert not done.drawn
    assert done.notices == ("the order of its sheets is protected: no sheet with pictures was added",)
    assert parts(done.data) == parts(data)


def test_pixels_that_another_sheet_shows_too_are_left_alone() -> None:
    def share(found: dict[str, bytes]) -> None:
        for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"):
            found[name] = found[name.replace("sheet1", "sheet2")].replace(b"drawing1.xml", b"drawing9.xml")
        for name in ("xl/drawings/drawing9.xml", "xl/drawings/_rels/drawing9.xml.rels"):
            found[name] = found[name.replace("drawing9", "drawing1")].replace(b"showproof added", b"Anas")
        types = found["[Content_Types].xml"]
        found["[Content_Types].xml"] = types.replace(b"drawing1.xml", b"drawing9.xml")

    shared = edited(pictured(made({"Plan": CELLS})).data, share)
    again = pictured(shared, figure("Levels"))
    for number in (1, 2):
        name = f"xl/media/showproof{number}.png"
        assert parts(again.data)[name] == parts(shared)[name]


def test_the_strict_variant_stays_strict() -> None:
    done = pictured(typed(raw(ONE_CELL, space=STRICT)))
    after = parts(done.data)
    for name in ("xl/worksheets/sheet1.xml", "xl/drawings/drawing1.xml"):
        new = [one for one in after if one.startswith(name.rpartition("/")[0]) and one.endswith(".xml")][-1]
        assert b"schemas.openxmlformats.org/" not in after[new]
    assert pictured(done.data).data == done.data


def test_pictures_fit_a_page_across() -> None:
    wide = pictured(made({"Plan": CELLS}), figure("Wide", 2400, 300), figure("Small", 300, 200)).data
    sizes = [one.size for one in drawn(wide, "xl/drawings/drawing1.xml")]
    assert sizes == [(720 * 9525, 90 * 9525), (300 * 9525, 200 * 9525)]


def test_a_copy_with_another_sheet_more_is_refused() -> None:
    data = made({"Plan": CELLS})
    copy = pictured(data).data

    def edit(found: dict[str, bytes]) -> None:
        found["xl/workbook.xml"] = found["xl/workbook.xml"].replace(
            b"</sheets>", b'<sheet name="B" sheetId="9"/></sheets>'
        )

    outline = read_draft(data, BOOK)
    with pytest.raises(UnreadableError, match=r"would differ in the part xl/workbook\.xml"):
        check_copy(edited(copy, edit), data, outline, BOOK)
    more = edited(copy, lambda found: found.update({"xl/other.bin": b"x"}))
    with pytest.raises(UnreadableError, match=r"would differ in the part xl/other\.bin"):
        check_copy(more, data, outline, BOOK)
