from __future__ import annotations

import pytest

from showproof.market.importing import import_report

FRAME = """\
UK Claims Clerk Insurance Market Analysis 2026

Industry Lens: Insurance

Role Variants

- Motor
- Home

Hiring Loop

- Case review — read the file aloud.

What gets you filtered out

- Guesses.

Proof checklist

{table}

Action Plan

- 30 days: Close one file.
"""
ROWS = [
    ("File review", "Reads before it asks", "One file with notes"),
    ("Calls", "Calm and exact", "Call note"),
    ("Reserves", "Sets a figure and says why", "Reserve memo"),
]


@pytest.fixture
def imported(tmp_path, catalog):
    def go(table: str):
        path = tmp_path / "report.txt"
        path.write_text(FRAME.format(table=table), encoding="utf-8")
        return import_report(path, catalog)

    return go


def cells(found) -> list[tuple[str, str, str]]:
    return [(row.skill, row.good, row.proof) for row in found.role.rows]


def test_columns_are_known_by_their_header_in_any_order(imported):
    table = "| Evidence | Owner | Skill | What good looks like |\n|---|---|---|---|\n"
    found = imported(table + "\n".join(f"| {proof} | x | {skill} | {good} |" for skill, good, proof in ROWS))
    assert cells(found) == ROWS
    assert found.unsure == ()


@pytest.mark.parametrize("join", ["\t", " | "])
def test_rows_may_be_parted_by_tabs_or_bare_bars(imported, join):
    found = imported(
        "\n".join(join.join(row) for row in [("Skill", "What strong looks like", "How to show it"), *ROWS])
    )
    assert cells(found) == ROWS


def test_cells_may_stand_below_each_other(imported):
    head = ("Skill / Signal", "What “good” looks like", "How to prove it")
    found = imported("\n".join(cell for row in [head, *ROWS] for cell in row))
    assert cells(found) == ROWS
    assert [row.line for row in found.role.rows] == [23, 26, 29]


def test_a_table_without_a_header_is_read_and_said_so(imported):
    found = imported("\n".join(f"| {' | '.join(row)} |" for row in ROWS))
    assert cells(found) == ROWS
    assert found.unsure[0] == "line 20: the table has no header: skill, good and proof in this order"


def test_rows_run_together_without_a_header_are_read_and_not_sure(imported):
    found = imported("Take one.\n\n" + "\n".join("".join(row) for row in ROWS))
    assert cells(found) == ROWS
    assert found.unsure[1] == (
        'line 22: the cells cannot be told apart surely: read as "File review", "Reads before it asks", '
        '"One file with notes"'
    )


def test_a_row_that_cannot_be_cut_is_said_with_its_line(imported):
    head = "Skill / SignalWhat “good” looks likeHow to prove it"
    found = imported("\n".join([head, "".join(ROWS[0]), "Callscalm and exactCall note", "".join(ROWS[2])]))
    assert cells(found)[0] == ROWS[0]
    assert cells(found)[2] == ROWS[2]
    assert found.unsure == (
        'line 22: the cells cannot be told apart surely: read as "Callscalm and exact", "Call note", ""',
    )


def test_a_row_that_lacks_a_cell_is_said_with_its_line(imported):
    found = imported(
        "| Skill | What good looks like | Proof |\n|---|---|---|\n| Calls | Calm | |\n| Files | Read | Note |"
    )
    assert found.unsure == ('line 22: the row lacks a cell: read as "Calls", "Calm", ""',)


def test_a_report_without_a_table_gets_one_row_and_says_so(imported):
    found = imported("To come.")
    assert [(row.id, row.skill, row.matched.row) for row in found.role.rows] == [("claims-clerk", "Claims Clerk", "")]
    assert found.missing[0] == (
        "no table of skills: looked for a header such as Skill, What good looks like, How to prove it; "
        "one row with the usual rules stands in its place"
    )
