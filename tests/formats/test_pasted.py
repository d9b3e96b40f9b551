"""Lines between bars are a table where they are plainly one."""

from __future__ import annotations

import pytest

from showproof.formats.pasted import with_pasted_tables
from showproof.model import Block, Location, Table

RULED = ("| Action | Owner |", "| --- | :---: |", "| Call | Ana |")


def lines(*texts: str) -> list[Block | Table]:
    return [Block(text, Location("body", at, start=2, end=2 + len(text))) for at, text in enumerate(texts, start=1)]


def test_a_row_a_line_with_the_place_of_every_cell() -> None:
    before, table, after = with_pasted_tables([*lines("Text."), *lines(*RULED), *lines("After.")])
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["Action", "Owner"], ["Call", "Ana"]]
    assert table.header == 1
    cell = table.rows[1][1]
    assert (cell.location.paragraph, cell.location.start, cell.location.end) == (3, 11, 14)
    assert RULED[2][cell.location.start - 2 : cell.location.end - 2] == "Ana"
    assert [item.text for item in (before, after) if isinstance(item, Block)] == ["Text.", "After."]


def test_all_rows_in_one_paragraph_over_several_lines() -> None:
    (table,) = with_pasted_tables(lines("\n".join(RULED)))
    assert isinstance(table, Table)
    (cell,) = [cell for cell in table.rows[1] if cell.text == "Call"]
    assert "\n".join(RULED)[cell.location.start - 2 : cell.location.end - 2] == "Call"


def test_frames_need_no_rule_and_rules_need_no_frames() -> None:
    assert isinstance(with_pasted_tables(lines("| a | b |", "| c | d |"))[0], Table)
    (table,) = with_pasted_tables(lines("Owner | Due | State", "------|-----|---", "Ana \\| Bo | 4 May |"))
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[1]] == ["Ana \\| Bo", "4 May"]


@pytest.mark.parametrize(
    "texts",
    [
        ("a | b",),
        ("High | Low", "Yes | No"),
        ("| a | b |",),
        ("| a | b |", "| c |"),
        ("run x | grep y", "then stop"),
        ("a | b", "c | d | e"),
    ],
)
def test_other_lines_with_bars_stay_lines(texts: tuple[str, ...]) -> None:
    assert with_pasted_tables(lines(*texts)) == lines(*texts)
