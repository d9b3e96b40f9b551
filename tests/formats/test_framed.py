"""A box of one column opens a section; a list of one column stays a table."""

from __future__ import annotations

import pytest

from showproof.formats.framed import opened
from showproof.model import Block, Cell, Location, Table

TEXT = "The team moves all payouts to the new gateway before the end of the quarter, country by country."


def frame(*texts: str) -> Table:
    """*x* is strong."""
    cells = [
        Cell(text.strip("*"), Location("body", at, f"row {at}", 0, 3), strong=text.startswith("*"))
        for at, text in enumerate(texts)
    ]
    return Table(tuple((cell,) for cell in cells), Location())


@pytest.mark.parametrize("title", ["*Scope*", "Scope", "In scope"])
def test_a_short_first_row_heads_the_text_below_it(title: str) -> None:
    head, table = opened(frame(title, TEXT))
    assert isinstance(head, Block)
    assert isinstance(table, Table)
    assert (head.text, head.strong, head.location.cell) == (title.strip("*"), True, "row 0")
    assert [[cell.text for cell in row] for row in table.rows] == [[TEXT]]


def test_titles_and_texts_in_turn() -> None:
    found = opened(frame("*Scope*", "Payouts", "Refunds", "*Owner*", "Ana Ruiz"))
    assert [item.text if isinstance(item, Block) else len(item.rows) for item in found] == ["Scope", 2, "Owner", 1]


@pytest.mark.parametrize(
    "table",
    [
        frame(TEXT),
        frame("Risks", "Late supplier", "Bank holiday"),
        frame("*Risks*", "*Late supplier*"),
        frame("Stop.", TEXT),
        frame(TEXT, "Scope"),
        Table(((Cell("a", Location()), Cell("b", Location())), (Cell(TEXT, Location()),)), Location()),
    ],
)
def test_other_tables_stay_tables(table: Table) -> None:
    assert opened(table) == [table]


def spanned(*lines: str, header: int = 0) -> Table:
    """Cells parted by |; a number before ^ is the columns that a cell spans."""
    rows = []
    for line in lines:
        parts = [part.rpartition("^") for part in line.split("|")]
        rows.append(tuple(Cell(text, Location(), spans=int(span or 1)) for span, _, text in parts))
    return Table(tuple(rows), Location(), header)


def shown(table: Table) -> list[str | tuple[int, int]]:
    """Titles, and the rows and header rows of tables."""
    return [item.text if isinstance(item, Block) else (len(item.rows), item.header) for item in opened(table)]


def test_a_title_over_the_names_of_columns_is_no_name_of_a_column() -> None:
    assert shown(spanned("2^Risks of May", "Risk|Owner", "Late|Ana", header=2)) == ["Risks of May", (2, 1)]
    assert shown(spanned("Task|2^Plan", "|Start|End", "Call|1|2", header=2)) == [(3, 2)]


def test_names_of_sections_over_the_whole_width_head_the_labels_below_them() -> None:
    table = spanned("2^Customer", "Name|Holm", "City|Rome", "2^Contract", "Fee|2 euros")
    assert shown(table) == ["Customer", (2, 0), "Contract", (1, 0)]
    assert shown(spanned("Form|7", *("2^Customer", "Name|Holm") * 2))[0] == (1, 0)


@pytest.mark.parametrize(
    "lines",
    [
        ("2^Step 1", "Action|Stop", "Actor|Ana"),
        ("3^Phase 1", "Call|Ana|May", "3^Phase 2", "Pay|Bo|June"),
        ("2^We stop here.", "Name|Holm", "2^We go on here.", "Fee|2 euros"),
        ("Name|Holm", "2^A remark", "2^Another remark"),
    ],
)
def test_a_lone_title_of_a_box_remarks_and_phases_of_a_grid_stay_rows(lines: tuple[str, ...]) -> None:
    assert shown(spanned(*lines)) == [(len(lines), 0)]
