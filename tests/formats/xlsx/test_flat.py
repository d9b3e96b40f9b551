from __future__ import annotations

import io

import openpyxl
import pytest

from showproof.errors import UserError
from showproof.formats.form import Form, Section
from showproof.formats.xlsx.flat import Allowed, FlatColumn, FlatTable, Opening, write_flat

FORM = Form(
    artifact="list", kind_title="List", version="1", title="A list", looked_for=(), sections=(), properties=(),
    head=Section(id="about", title="About", guidance="", questions=(), table=None),
)  # fmt: skip
OPENING = Opening(
    name="About", heading="A list", subheading="of things", paragraphs=(("How", ("Write & save.",)),),
    facts=(("What", "Count"), ("lines", "2")), asked=("Next", "what comes"),
)  # fmt: skip
COLUMNS = (
    FlatColumn(title="Id", width=12, look="flat kept"),
    FlatColumn(title="Share", width=12, look="flat share", allowed=Allowed(kind="decimal", high=1)),
    FlatColumn(title="Kind", width=12, prompt="One of two.", allowed=Allowed(kind="list", source='"a,b"')),
    FlatColumn(title="Count", width=12, look="flat middle", allowed=Allowed(kind="whole", low=1, high=9)),
)
TABLE = FlatTable(
    name="Lines", heading="Lines", guidance="One a row.", columns=COLUMNS, pinned=1,
    rows=(("first", 0.875, "a", 3), ("second", "", "b <c>", "")),
)  # fmt: skip


@pytest.fixture
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_flat(FORM, OPENING, [TABLE])))


def test_values_stand_below_their_titles(book):
    assert [list(row) for row in book["Lines"].iter_rows(min_row=3, values_only=True)] == [
        ["Id", "Share", "Kind", "Count"], ["first", 0.875, "a", 3], ["second", None, "b <c>", None],
    ]  # fmt: skip
    assert book["Lines"]["B4"].number_format == "0%"


def test_titles_and_first_columns_stay_in_sight(book):
    assert book["Lines"].freeze_panes == "B4"
    assert book["Lines"].tables["Lines_table"].ref == "A3:D5"
    assert book["Lines"].tables["Lines_table"].autoFilter.ref == "A3:D5"


def test_cells_say_what_they_take_beyond_the_last_row(book):
    rules = {str(rule.sqref): rule for rule in book["Lines"].data_validations.dataValidation}
    assert list(rules) == ["B4:B305", "C4:C305", "D4:D305"]
    assert [(one.type, one.formula1, one.formula2) for one in rules.values()] == [
        ("decimal", "0", "1"), ("list", '"a,b"', None), ("whole", "1", "9"),
    ]  # fmt: skip
    assert (rules["C4:C305"].promptTitle, rules["C4:C305"].prompt) == ("Kind", "One of two.")


def test_the_opening_sheet_stands_first_and_is_in_sight(book):
    assert book.sheetnames == ["About", "Lines"]
    texts = [cell.value for row in book["About"].iter_rows() for cell in row if cell.value]
    assert texts == [
        "A list",
        "of things",
        "How",
        "• Write & save.",
        "What",
        "Count",
        "lines",
        "2",
        "Next",
        "what comes",
    ]


def test_a_text_that_no_cell_holds_is_said():
    long = FlatTable(name="L", heading="L", guidance="", columns=COLUMNS[:1], rows=(("x" * 40_000,),))
    with pytest.raises(UserError, match="a cell holds 32,767"):
        write_flat(FORM, OPENING, [long])
