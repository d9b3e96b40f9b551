"""An outline as a draft: how far each part is filled, its counts, its title."""

from __future__ import annotations

import pytest
from small_outlines import KIND, draft, grid, heading, outline, own, text

from showproof.formats.form import tag

ROW = ("Clear 14 files", "Ines Okafor", "4 May 2026")
HEADERS = ("Action", "Owner", "Due date")


def parts(read) -> dict[str, tuple[int, int, bool]]:
    """Part to how many answers it has, how many it needs, and whether anything was found."""
    return {state.id: (state.answered, state.asked, state.found) for state in draft(read, KIND).parts}


def test_an_unknown_type_has_no_parts() -> None:
    assert draft(outline(heading("Actions"), text("Clear 14 files."))).parts == ()


def test_every_part_of_an_empty_draft_asks_for_all_its_answers() -> None:
    assert parts(outline()) == {"covers": (0, 2, False), "actions": (0, 6, False), "risks": (0, 2, False)}


def test_answered_questions_are_counted_and_blank_ones_are_not() -> None:
    read = own(text("Form to bank", marks=(tag("covers", "scope"),)), text("TBD", marks=(tag("covers", "limit"),)))
    assert parts(read)["covers"] == (1, 2, True)


def test_a_row_counts_by_its_required_cells_and_the_least_number_of_rows_is_asked_for() -> None:
    assert parts(outline(heading("Actions"), grid(HEADERS, ROW)))["actions"] == (3, 6, True)
    assert parts(outline(heading("Actions"), grid(HEADERS, ROW, ROW)))["actions"] == (6, 6, True)


def test_a_started_row_asks_for_the_rest_of_its_cells() -> None:
    read = outline(heading("Actions"), grid(HEADERS, ROW, ROW, ("Call the bank", "", "")))
    assert parts(read)["actions"] == (7, 9, True)


def test_empty_and_merely_numbered_rows_ask_for_nothing() -> None:
    rows = [("1", *ROW), ("2", *ROW), ("3", "", "", ""), ("4", "", "", "")]
    assert parts(outline(heading("Actions"), grid(("No.", *HEADERS), *rows)))["actions"] == (6, 6, True)


def test_an_optional_cell_is_not_asked_for() -> None:
    read = outline(heading("Actions"), grid((*HEADERS, "Note"), (*ROW, ""), (*ROW, "")))
    assert parts(read)["actions"] == (6, 6, True)


def test_rows_of_two_tables_of_one_part_add_up() -> None:
    read = outline(heading("Actions"), grid(HEADERS, ROW), text("And then"), grid(HEADERS, ROW))
    assert parts(read)["actions"] == (6, 6, True)


def test_free_text_under_the_parts_heading_is_an_answer() -> None:
    read = outline(heading("Next steps"), text("Ines Okafor clears the 14 held files by 4 May."))
    assert parts(read)["actions"] == (1, 1, True)


@pytest.mark.parametrize("said", ["Soon.", "TBD", ""])
def test_a_word_or_two_under_a_heading_are_none(said: str) -> None:
    answered, _, found = parts(outline(heading("Next steps"), text(said)))["actions"]
    assert (answered, found) == (0, False)


def test_a_part_says_where_its_heading_stands() -> None:
    state = next(part for part in draft(outline(heading("3. Actions", line=9)), KIND).parts if part.id == "actions")
    assert state.location is not None
    assert state.location.where() == "line 9"


def test_words_and_title_are_of_the_statements() -> None:
    found = draft(outline(heading("Held payouts", 1), text("Ines Okafor moves 14 files."), text("TBD")))
    assert (found.title, found.words) == ("Held payouts", 5)


@pytest.mark.parametrize("context", ["", "{", "[]", '"x"', "null"])
def test_a_broken_context_property_is_no_context(context: str) -> None:
    read = own(text("Form to bank", marks=(tag("covers", "scope"),)), context=context)
    assert parts(read)["covers"] == (1, 2, True)


def test_texts_that_the_template_prints_beside_answers_are_no_statements() -> None:
    read = own(heading("Actions"), text("Staged steps with owners"))
    assert draft(read, KIND, ["Staged steps with owners"]).units == ()
    assert len(draft(read, KIND).units) == 1
