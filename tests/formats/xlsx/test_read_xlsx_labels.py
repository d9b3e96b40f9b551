"""Labels with their values, in the ways that people lay them out."""

from __future__ import annotations

from openpyxl import Workbook
from read_books import bold, made, read, rows, told

from showproof.model import Block


def merging(*ranges: str):  # type: ignore[no-untyped-def]
    def edit(book: Workbook) -> None:
        for reference in ranges:
            book.worksheets[0].merge_cells(reference)

    return edit


def test_decisions_as_repeated_labels_are_pairs_and_keep_the_missing_reason() -> None:
    cells = rows(
        "Decision description:|Use vendor B", "Decision made by:|Ana Silva", "Date:|2026-02-01", "Reason:", "",
        "Decision description:|Stop vendor A", "Decision made by:", "Date:|2026-03-01", "Reason:|Cost",
    )  # fmt: skip
    assert told(read(made({"Sheet1": cells}))) == [
        "pair Sheet1!B1: Decision description: Use vendor B",
        "pair Sheet1!B2: Decision made by: Ana Silva",
        "pair Sheet1!B3: Date: 2026-02-01",
        "pair Sheet1!B4: Reason:",
        "pair Sheet1!B6: Decision description: Stop vendor A",
        "pair Sheet1!B7: Decision made by:",
        "pair Sheet1!B8: Date: 2026-03-01",
        "pair Sheet1!B9: Reason: Cost",
    ]


def test_a_value_below_its_label_makes_the_label_a_heading() -> None:
    cells = rows("Decision:", "We take vendor B because it is cheaper.", "", "Reason:", "Cost was 20% lower.")
    assert told(read(made({"Sheet1": cells}))) == [
        "heading 2 Sheet1!A1: Decision:",
        "paragraph Sheet1!A2: We take vendor B because it is cheaper.",
        "heading 2 Sheet1!A4: Reason:",
        "paragraph Sheet1!A5: Cost was 20% lower.",
    ]


def test_label_and_value_in_one_cell_are_a_pair_at_that_cell() -> None:
    cells = rows("Owner: Ana Silva", "Date: 2026-01-05", "Status:")
    assert told(read(made({"Sheet1": cells}))) == [
        "pair Sheet1!A1: Owner: Ana Silva",
        "pair Sheet1!A2: Date: 2026-01-05",
        "pair Sheet1!B3: Status:",
    ]


def test_bold_labels_and_plain_values_in_one_row_are_pairs() -> None:
    cells = {"A1*": "Project", "B1": "Apollo", "C1*": "Sponsor", "D1": "Ana Silva"}
    assert told(read(made({"Sheet1": cells}))) == [
        "pair Sheet1!B1: Project: Apollo",
        "pair Sheet1!D1: Sponsor: Ana Silva",
    ]


def test_colons_tell_labels_from_values_and_from_further_words() -> None:
    cells = rows("Project:|Apollo|pilot only|Sponsor:|Date:")
    assert told(read(made({"Sheet1": cells}))) == [
        "pair Sheet1!B1: Project: Apollo",
        "paragraph Sheet1!C1: pilot only",
        "pair Sheet1!E1: Sponsor:",
        "pair Sheet1!F1: Date:",
    ]


def test_a_label_among_labels_without_a_value_is_an_empty_pair() -> None:
    cells = rows("Objective|Cut the backlog", "Out of scope", "Owner|Ana Silva")
    assert told(read(made({"Sheet1": cells}))) == [
        "pair Sheet1!B1: Objective: Cut the backlog",
        "pair Sheet1!B2: Out of scope:",
        "pair Sheet1!B3: Owner: Ana Silva",
    ]


def test_a_note_beside_a_label_and_its_value_is_a_paragraph() -> None:
    cells = rows("Objective|Cut the backlog", "Owner|Ana Silva|Ben from May", "Window|6 weeks")
    assert told(read(made({"Sheet1": cells})))[1:3] == [
        "pair Sheet1!B2: Owner: Ana Silva",
        "paragraph Sheet1!C2: Ben from May",
    ]


def test_a_value_merged_over_columns_is_at_its_first_cell() -> None:
    outline = read(made({"Sheet1": rows("Owner|Ana Silva", "Scope|EU")}, merging("B1:F1", "B2:F4")))
    assert told(outline) == ["pair Sheet1!B1: Owner: Ana Silva", "pair Sheet1!B2: Scope: EU"]


def test_two_bold_names_over_two_columns_are_a_header_but_bold_labels_are_not() -> None:
    header = bold(rows("Clause|Wording")) | rows("1a|One thing", "1b|Another thing", start="A2")
    assert told(read(made({"Sheet1": header})))[0].startswith("table 1 Sheet1!A1: Clause | Wording")
    labels = {"A1*": "Clause", "B1": "One thing", "A2*": "Wording", "B2": "Another thing"}
    assert [item.kind for item in read(made({"Sheet1": labels})).items if isinstance(item, Block)] == ["pair", "pair"]


def test_serial_numbers_and_texts_without_a_header_are_a_table_without_one() -> None:
    cells = rows("1|Open the ledger", "2|Export the postings")
    assert told(read(made({"Sheet1": cells}))) == ["table 0 Sheet1!A1: 1 | Open the ledger / 2 | Export the postings"]


def test_a_short_line_over_a_long_text_is_a_heading() -> None:
    cells = rows("Notes", "", "Limits", "Nothing was measured in December because the site was closed.")
    assert told(read(made({"Sheet1": cells})))[1] == "heading 2 Sheet1!A3: Limits"
