"""Cells of HTML tables over several columns and rows, and lists that count for themselves."""

from __future__ import annotations

import time

import pytest

from showproof.formats.markdown.read import read_markdown
from showproof.model import Block, Cell, Table


def table(html: str) -> Table:
    (found,) = read_markdown(html.encode(), "x.md").items
    assert isinstance(found, Table)
    return found


def shown(row: tuple[Cell, ...]) -> list[tuple[str, int, int, str]]:
    return [(cell.text, cell.spans, cell.drops, cell.location.cell.rpartition(" ")[2]) for cell in row]


def test_cells_stand_at_their_columns_and_go_on_below() -> None:
    found = table(
        "<table><tr><th rowspan=\"2\">Data</th><th colspan=2>Kept</th><th ROWSPAN='2'>Why</th></tr>\n"
        "<tr><th>Active</th><th>Ended</th></tr>\n<tr><td>Calls</td><td>90</td><td>0</td><td>quality</td></tr></table>"
    )
    assert found.header == 2
    assert shown(found.rows[0]) == [("Data", 1, 2, "1"), ("Kept", 2, 1, "2"), ("Why", 1, 2, "4")]
    assert shown(found.rows[1]) == [("", 1, 0, "1"), ("Active", 1, 1, "2"), ("Ended", 1, 1, "3"), ("", 1, 0, "4")]


@pytest.mark.parametrize("span", ["0", "-1", "x", "9" * 30, ""])
def test_a_span_without_sense_loses_no_cell(span: str) -> None:
    found = table(f'<table><tr><td rowspan="{span}">a</td><td colspan="{span}">b</td></tr><tr><td>c</td></tr></table>')
    assert [cell.text for row in found.rows for cell in row if cell.text] == ["a", "b", "c"]


def test_cells_that_reach_over_everything_cost_no_more_than_their_number() -> None:
    started = time.process_time()
    found = table("<table>" + '<tr><td rowspan="1000">a</td></tr>' * 5_000 + "</table>")
    assert sum(map(len, found.rows)) == 5_000
    assert time.process_time() - started < 20


def test_a_list_counts_from_its_first_number_whatever_the_others_say() -> None:
    found = read_markdown(b"3. Call\n3. Pay\n   - who\n   - when\n3. Sign\n\n1) Stop\n1) Go\n", "x.md").items
    assert [(item.number, item.text) for item in found if isinstance(item, Block)] == [
        ("3", "Call"), ("4", "Pay"), ("", "who"), ("", "when"), ("5", "Sign"), ("1", "Stop"), ("2", "Go"),
    ]  # fmt: skip
