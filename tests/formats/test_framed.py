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
