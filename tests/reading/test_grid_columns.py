"""Which name stands over which cell, where cells are as wide as several columns."""

from __future__ import annotations

from showproof.model import Cell, Location, Table
from showproof.reading.shapes import column_headers, grid_columns


def row(*texts: str) -> tuple[Cell, ...]:
    """`2^Plan` is two columns wide."""
    parted = [text.rpartition("^") for text in texts]
    return tuple(Cell(text, Location(), spans=int(span or 1)) for span, _, text in parted)


def test_the_lower_of_two_rows_names_a_column_and_the_upper_one_where_it_says_nothing() -> None:
    rows = (row("Task", "2^Plan", "Owner"), row("", "Start", "End", ""), row("Call", "1", "2", "Ana"))
    assert column_headers(Table(rows, Location(), 2)) == ["Task", "Start", "End", "Owner"]


def test_cells_behind_a_wide_one_stand_further_right() -> None:
    rows = (row("Task", "Owner", "Due"), row("2^All of us", "May"), row("3^June"))
    assert [list(columns) for columns in grid_columns(rows)] == [[0, 1, 2], [0, 2], [0]]
    assert column_headers(Table((row("2^Name", "City"), row("Ana", "Ruiz", "Rome")), Location(), 1)) == [
        "Name", "Name", "City",
    ]  # fmt: skip


def test_rows_with_an_empty_cell_for_each_covered_column_are_counted_as_they_stand() -> None:
    rows = (row("Task", "Owner", "Due"), row("2^All of us", "", "May"))
    assert [list(columns) for columns in grid_columns(rows)] == [[0, 1, 2], [0, 1, 2]]


def test_a_table_without_rows_has_no_columns() -> None:
    assert column_headers(Table((), Location())) == []
    assert grid_columns(((), row("a"))) == [range(0), range(1)]
