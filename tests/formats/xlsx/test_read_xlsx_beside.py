"""Shapes, comments and controls beside the cells, and what looks as if it was meant otherwise."""

from __future__ import annotations

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from read_books import data, made, raw, read, rows, told, zipped

_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def shape(*paragraphs: str, facts: str = "") -> str:
    runs = "".join(f"<a:p>{paragraph}</a:p>" for paragraph in paragraphs)
    return f'<x:sp><x:nvSpPr><x:cNvPr id="2" name="t"{facts}/></x:nvSpPr><x:txBody>{runs}</x:txBody></x:sp>'


def run(text: str, look: str = "") -> str:
    return f"<a:r><a:rPr{look}/><a:t>{text}</a:t></a:r>"


def anchored(content: str, row: int = 6, column: int = 5) -> str:
    return (
        f"<x:twoCellAnchor><x:from><x:col>{column}</x:col><x:row>{row}</x:row></x:from>{content}<x:clientData/>"
        "</x:twoCellAnchor>"
    )


def with_relations(*relations: tuple[str, str], parts: dict[str, str]) -> bytes:
    """A workbook whose only sheet has further parts."""
    sheet = data('<row r="1"><c r="A1" t="inlineStr"><is><t>A remark of one line.</t></is></c></row>')
    with zipfile.ZipFile(io.BytesIO(raw(sheet))) as archive:
        own = {name: archive.read(name).decode() for name in archive.namelist()}
    listed = "".join(
        f'<Relationship Id="s{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(relations)
    )
    own["xl/_rels/one.xml.rels"] = f'<Relationships xmlns="{_RELS}">{listed}</Relationships>'
    return zipped({**own, **parts})


def drawing(*anchors: str) -> bytes:
    content = f'<x:wsDr xmlns:x="{_XDR}" xmlns:a="{_A}">{"".join(anchors)}</x:wsDr>'
    return with_relations(("drawing", "/xl/drawings/d.xml"), parts={"xl/drawings/d.xml": content})


def test_words_in_shapes_are_read_with_the_cell_below_them() -> None:
    outline = read(
        drawing(
            anchored(shape(run("Go-live ") + run("is 3 May"), run("Owner: Ana"))),
            anchored(f"<x:grpSp>{shape(run('Grouped'))}</x:grpSp>"),
        )
    )
    assert told(outline)[2:] == [
        "paragraph Plan shape at F7 ¶1, characters 1–16: Go-live is 3 May",
        "paragraph Plan shape at F7 ¶2, characters 1–10: Owner: Ana",
        "paragraph Plan shape at F7 (2) ¶1, characters 1–7: Grouped",
    ]


def test_hidden_shapes_and_tiny_words_are_hidden() -> None:
    outline = read(
        drawing(
            anchored(shape(run("Secret"), facts=' hidden="1"')),
            anchored(shape(run("Seen") + run("tiny", ' sz="100"')), row=0, column=0),
        )
    )
    assert told(outline)[2:] == ["paragraph Plan shape at A1 ¶1, characters 1–4: Seen"]
    assert [block.text for block in outline.hidden] == ["Secret", "tiny"]
    assert outline.notices == ("text of shapes that cannot be seen is not read: Plan",)


def test_of_alternatives_the_first_is_read_and_pictures_are_said() -> None:
    choice = (
        '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>'
        f"{shape(run('New'))}</mc:Choice><mc:Fallback>{shape(run('Old'))}</mc:Fallback></mc:AlternateContent>"
    )
    outline = read(drawing(anchored(choice), anchored("<x:pic/>"), "<x:odd/>"))
    assert told(outline)[2:] == ["paragraph Plan shape at F7 ¶1, characters 1–3: New"]
    assert outline.notices == ("words in pictures and charts are not read: Plan",)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("threadedComment", "comments are no evidence and not read: Plan"),
        ("ctrlProp", "check boxes and other form controls are not read: Plan"),
        ("oleObject", "embedded documents are not read: Plan"),
        ("pivotTable", "a pivot table is read as the cells that it shows: Plan"),
    ],
)
def test_what_is_beside_the_cells_is_said(kind: str, said: str) -> None:
    outline = read(with_relations((kind, "x.xml"), (kind, "y.xml"), parts={}))
    assert outline.notices == (said,)


def test_notes_are_no_evidence() -> None:
    def edit(book: Workbook) -> None:
        book.worksheets[0]["A2"].comment = Comment("Owner: Ana by 3 May", "Ben")

    outline = read(made({"Plan": rows("Task|Owner|Due", "Build|Cem|4 May")}, edit))
    assert not any("by 3 May" in line for line in told(outline))
    assert outline.notices == ("comments are no evidence and not read: Plan",)


def test_text_dates_beside_real_ones_are_said_and_a_swap_is_suspected() -> None:
    days = [datetime.date(2027, 10, 5), "14/05/2027", datetime.date(2027, 12, 5), "28/05/2027"]
    cells = {"A1": "Risk", "B1": "Owner", "C1": "Due"}
    for row, day in enumerate(days, start=2):
        cells |= {f"A{row}": f"Late data {row}", f"B{row}": "Ana", f"C{row}": day}
    assert read(made({"Sheet1": cells})).notices == (
        "dates typed as text stand beside real dates: Sheet1!C3",
        "day and month of these dates may be swapped: Sheet1!C2",
    )
    cells["C2"] = datetime.date(2027, 10, 25)
    assert read(made({"Sheet1": cells})).notices == ("dates typed as text stand beside real dates: Sheet1!C3",)


def test_an_example_beside_a_form_is_said() -> None:
    cells = rows("Task|Owner|Due", "Build|Cem|4 May")
    assert read(made({"Example": cells, "Clean Template": cells})).notices == (
        "sheet 'Example' seems to be an example beside the form 'Clean Template': both are read",
    )
    assert read(made({"Example": cells, "Plan": cells})).notices == ()
