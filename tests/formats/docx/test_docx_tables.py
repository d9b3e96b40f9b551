"""Grids, boxes and the head block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample_forms import COLUMNS, ROWS, W, a_form, part, places, question, section, table, words

from showproof.formats.docx.controls import BLANK

if TYPE_CHECKING:
    from showproof.formats.form import FormTable


def written(shown: FormTable):  # type: ignore[no-untyped-def]
    """The section's tables, after the head block and the box of what is looked for."""
    return list(part(a_form(section("steps", shown=shown))).iter(f"{W}tbl"))[2:]


def texts(row) -> list[str]:  # type: ignore[no-untyped-def]
    return [words(cell) for cell in row.iter(f"{W}tc")]


def test_a_grid_flags_its_header_row_and_no_row_is_split() -> None:
    (grid,) = written(table(COLUMNS, ROWS))
    rows = grid.findall(f"{W}tr")
    assert texts(rows[0]) == [column.label for column in COLUMNS]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_grid_says_what_it_is_to_those_who_cannot_see_it() -> None:
    (grid,) = written(table(COLUMNS, ROWS))
    facts = grid.find(f"{W}tblPr")
    assert facts.find(f"{W}tblCaption").get(f"{W}val") == "Steps"
    assert facts.find(f"{W}tblDescription").get(f"{W}val") == (
        "One step a row. Columns: No., Action, Owner, Due, Status, Checked."
    )


def test_a_grid_fills_the_page_and_its_cells_are_as_wide_as_its_columns() -> None:
    (grid,) = written(table(COLUMNS, ROWS))
    across = [column.get(f"{W}w") for column in grid.find(f"{W}tblGrid")]
    assert sum(map(int, across)) == 10080
    for row in grid.findall(f"{W}tr"):
        assert [width.get(f"{W}w") for width in row.iter(f"{W}tcW")] == across


def test_rows_are_numbered_without_controls() -> None:
    (grid,) = written(table(COLUMNS, ROWS))
    first = [row.find(f"{W}tc") for row in grid.findall(f"{W}tr")[1:]]
    assert [words(cell) for cell in first] == ["1", "2", "3"]
    assert all(cell.find(f".//{W}sdt") is None for cell in first)


def test_guidance_shows_in_the_first_empty_row_alone() -> None:
    found = places(part(a_form(section("steps", shown=table(COLUMNS, ROWS)))))
    assert found["steps.2.action"].text == "Say the action"
    assert found["steps.3.action"].text == BLANK
    assert found["steps.3.action"].placeholder


def test_without_an_empty_row_guidance_shows_in_each_columns_first_empty_cell() -> None:
    columns = (question("stage"), question("owner"))
    found = places(part(a_form(section("steps", shown=table(columns, [("One", "Ana"), ("Two", ""), ("Three", " ")])))))
    assert found["steps.2.owner"].text == "Say the owner"
    assert found["steps.3.owner"].text == BLANK


def test_boxes_stand_one_a_row_under_a_flagged_title() -> None:
    boxes = written(table(COLUMNS, ROWS, "records"))
    titles = [box.find(f"{W}tr") for box in boxes]
    assert [words(title) for title in titles] == ["Step 1", "Step 2", "Step 3"]
    assert all(title.find(f"{W}trPr/{W}tblHeader") is not None for title in titles)
    assert all(title.find(f".//{W}gridSpan").get(f"{W}val") == "4" for title in titles)
    assert boxes[1].find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Steps: Step 2"


def test_boxes_are_apart() -> None:
    boxes = written(table(COLUMNS, ROWS, "records"))
    assert all(box.getnext().tag == f"{W}p" for box in boxes)


def test_a_box_gives_long_answers_a_line_and_pairs_short_ones() -> None:
    box = written(table(COLUMNS, ROWS, "records"))[0]
    rows = [texts(row) for row in box.findall(f"{W}tr")[1:]]
    assert rows == [
        ["Action", "Fix the loader"],
        ["Owner", "Ana Lopez", "Due", "2026-03-04"],
        ["Status", "Done", "Checked", "☒"],
    ]
    spans = [[span.get(f"{W}val") for span in row.iter(f"{W}gridSpan")] for row in box.findall(f"{W}tr")[1:]]
    assert spans == [["3"], [], []]


def test_a_box_is_kept_on_one_page() -> None:
    box = written(table(COLUMNS, ROWS, "records"))[0]
    *before, last = [list(row.iter(f"{W}pPr")) for row in box.findall(f"{W}tr")]
    assert all(facts.find(f"{W}keepNext") is not None for row in before for facts in row)
    assert all(facts.find(f"{W}keepNext") is None for facts in last)


def test_the_head_block_puts_two_questions_in_a_row() -> None:
    head = next(part(a_form()).iter(f"{W}tbl"))
    assert [texts(row) for row in head.findall(f"{W}tr")] == [
        ["Title", "Batch", "Owner", "Say the owner"],
        ["Period", "Say the period"],
    ]
