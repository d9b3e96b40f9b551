"""More layouts that people use: headers of times and units, tables side by side, labels far from their values."""

from __future__ import annotations

import datetime

from openpyxl import Workbook
from read_books import bold, made, read, rows, told

from showproof.model import Table


def merging(*ranges: str):  # type: ignore[no-untyped-def]
    def edit(book: Workbook) -> None:
        for reference in ranges:
            book.worksheets[0].merge_cells(reference)

    return edit


def sheet(cells, *merged: str) -> list[str]:  # type: ignore[no-untyped-def]
    return told(read(made({"Sheet1": cells}, merging(*merged))))


def test_months_and_years_name_columns() -> None:
    months = {"A1": "Metric", **{f"{letter}1": datetime.date(2026, at, 1) for at, letter in enumerate("BCD", 1)}}
    figures = rows("Match rate|95%|96%|97%", "Breaks|12|9|4", start="A2")
    told_figures = "Match rate | 95% | 96% | 97% / Breaks | 12 | 9 | 4"
    assert sheet(months | figures) == [
        f"table 1 Sheet1!A1: Metric | 2026-01-01 | 2026-02-01 | 2026-03-01 / {told_figures}"
    ]
    years = {"A1": "Metric", "B1": 2024, "C1": 2025, "D1": 2026}
    assert sheet(years | figures) == [f"table 1 Sheet1!A1: Metric | 2024 | 2025 | 2026 / {told_figures}"]
    weeks = {"A1": "Week", "B1": 1, "C1": 2, "D1": 3}
    assert sheet(weeks | figures) == [f"table 1 Sheet1!A1: Week | 1 | 2 | 3 / {told_figures}"]
    assert sheet({**years, "A1": "Cost"} | {"A2": "Revenue", "B2": 7, "C2": 6, "D2": 5})[0].startswith("table 1")


def test_figures_after_a_label_are_no_header() -> None:
    assert sheet({"A1": "Planned", "B1": 10, "C1": 20, "A2": "Actual", "B2": 9, "C2": 18})[0].startswith("table 0")


def test_units_below_the_names_belong_to_them() -> None:
    cells = bold(rows("Metric|Baseline|Target|Owner")) | rows("|(days)|(days)", "Close|5|2|Ana", start="A2")
    assert sheet(cells) == [
        "table 1 Sheet1!A1: Metric | Baseline / (days) | Target / (days) | Owner / Close | 5 | 2 | Ana"
    ]


def test_two_tables_side_by_side_are_told_by_what_their_rows_are_about() -> None:
    cells = rows("Task|Owner||Risk|Level", "Build|Ana||Late|High", "Test|Ben||Cost|Low")
    assert sheet(cells) == [
        "table 1 Sheet1!A1: Task | Owner / Build | Ana / Test | Ben",
        "table 1 Sheet1!D1: Risk | Level / Late | High / Cost | Low",
    ]


def test_weeks_behind_a_spacer_column_stay_with_their_tasks() -> None:
    cells = bold(rows("Task|Owner|Start||W1|W2|W3"))
    cells |= rows("Design|Ana|1 Mar||x", "Build|Ben|8 Mar|||x", "Test|Cem|15 Mar||||x", start="A2")
    (line,) = sheet(cells)
    assert line.startswith("table 1 Sheet1!A1: Task | Owner | Start | W1 | W2 | W3 / Design | Ana | 1 Mar | x |")


def test_values_far_from_long_labels_are_their_values() -> None:
    cells = rows("Purchase weight (lbs)||||525", "Interest rate on feeder and feed||||7%", "Desired profit||||$20")
    assert sheet(cells) == [
        "pair Sheet1!E1: Purchase weight (lbs): 525",
        "pair Sheet1!E2: Interest rate on feeder and feed: 7%",
        "pair Sheet1!E3: Desired profit: $20",
    ]


def test_amounts_in_a_column_far_to_the_right_belong_to_their_rows() -> None:
    cells = rows(
        "Balance per bank statement||||25,000", "Add: Deposits in transit", "Date|Ref|||Amount", "05/30|D1|||500",
        "05/31|D2|||700", "Total in transit||||1,200",
    )  # fmt: skip
    assert sheet(cells) == [
        "pair Sheet1!E1: Balance per bank statement: 25,000",
        "pair Sheet1!A2: Add: Deposits in transit",
        "table 1 Sheet1!A3: Date | Ref | Amount / 05/30 | D1 | 500 / 05/31 | D2 | 700 / Total in transit |  | 1,200",
    ]


def test_sums_in_bold_are_rows_and_not_headers() -> None:
    cells = bold(rows("Item|Budget|Actual")) | rows("Licences|100|90", "Hosting|50|60", start="A2")
    cells |= bold(rows("Subtotal|150|150", start="A4")) | rows("Travel|10|5", start="A5")
    assert len(sheet(cells)) == 1


def test_a_bold_title_between_two_tables_without_a_blank_row() -> None:
    cells = bold(rows("Inputs", "Name|Source|Owner")) | rows("Ledger|SAP|Ana", start="A3")
    cells |= bold(rows("Rules", "Rule|Limit|Action", start="A4")) | rows("Match|95%|Stop", start="A6")
    assert sheet(cells) == [
        "heading 2 Sheet1!A1: Inputs",
        "table 1 Sheet1!A2: Name | Source | Owner / Ledger | SAP | Ana",
        "heading 2 Sheet1!A4: Rules",
        "table 1 Sheet1!A5: Rule | Limit | Action / Match | 95% | Stop",
    ]


def test_a_plain_header_of_two_columns_over_numbered_rows() -> None:
    assert sheet(rows("Level|Contact", "L1|Service desk", "L2|Ana Silva")) == [
        "table 1 Sheet1!A1: Level | Contact / L1 | Service desk / L2 | Ana Silva"
    ]


def test_two_plain_labels_with_their_values_in_each_row() -> None:
    assert sheet(rows("Project|Apollo|Owner|Ana Silva", "Start date|2026-01-01|Status|Green")) == [
        "pair Sheet1!B1: Project: Apollo",
        "pair Sheet1!D1: Owner: Ana Silva",
        "pair Sheet1!B2: Start date: 2026-01-01",
        "pair Sheet1!D2: Status: Green",
    ]
    table = sheet(rows("Project|Task|Owner|Status", "Apollo|Build|Ana|Open", "Apollo|Test|Ben|Open"))
    assert table[0].startswith("table 1")


def test_numbered_questions_of_a_chain_are_labels() -> None:
    assert sheet(rows("Problem|Feed came late", "Why 1|Vendor job failed", "Why 2|Disk full")) == [
        "pair Sheet1!B1: Problem: Feed came late",
        "pair Sheet1!B2: Why 1: Vendor job failed",
        "pair Sheet1!B3: Why 2: Disk full",
    ]


def test_a_label_merged_down_holds_for_each_of_its_values() -> None:
    cells = rows(
        "Objective|Cut close time", "Measures|Match rate 95%", "|Break age 2 days", "|No journals", "Owner|Ana"
    )
    assert sheet(cells, "A2:A4") == [
        "pair Sheet1!B1: Objective: Cut close time",
        "pair Sheet1!B2: Measures: Match rate 95%",
        "pair Sheet1!B3: Measures: Break age 2 days",
        "pair Sheet1!B4: Measures: No journals",
        "pair Sheet1!B5: Owner: Ana",
    ]


def test_a_category_merged_down_drops_over_its_rows() -> None:
    cells = bold(rows("Category|Risk|Owner")) | rows("Finance|Late|Ana", "|Wrong|Ben", "People|Ill|Cem", start="A2")
    table = read(made({"Sheet1": cells}, merging("A2:A3"))).items[0]
    assert isinstance(table, Table)
    assert [(row[0].text, row[0].drops) for row in table.rows[1:]] == [("Finance", 2), ("", 0), ("People", 1)]
    unmerged = read(made({"Sheet1": cells})).items[0]
    assert isinstance(unmerged, Table)
    assert [(row[0].text, row[0].drops) for row in unmerged.rows[1:]] == [("Finance", 1), ("", 1), ("People", 1)]


def test_names_merged_down_beside_broken_ones_all_stay() -> None:
    cells = bold(rows("|Sale date|Futures price|Basis", "Selling", "Weight")) | rows("600|1 May|176|8", start="A4")
    table = read(made({"Sheet1": cells}, merging("B1:B3", "C1:C3", "D1:D3"))).items[0]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == ["Selling / Weight", "Sale date", "Futures price", "Basis"]
    assert [cell.location.cell for cell in table.rows[0]] == ["A3", "B1", "C1", "D1"]


def test_rows_ready_for_entries_are_said_and_kept_apart() -> None:
    cells = rows("ID|Risk|Owner", "1|Late|Ana", "2", "3")
    outline = read(made({"Sheet1": cells}))
    assert told(outline) == ["table 1 Sheet1!A1: ID | Risk | Owner / 1 | Late | Ana"]
    assert [block.text for block in outline.hidden] == ["2", "3"]
    assert outline.notices == ("numbered rows without an entry are left out: Sheet1!A3 and 1 more",)


def test_years_beside_an_empty_corner_name_columns() -> None:
    cells = {"B1": 2025, "C1": 2026, "D1": "Total"} | rows("Licence|-24|-24|-48", "Training|-6||-6", start="A2")
    assert sheet(cells) == [
        "table 1 Sheet1!B1:  | 2025 | 2026 | Total / Licence | -24 | -24 | -48 / Training | -6 |  | -6"
    ]
    assert sheet({**cells, "B1": 2026, "C1": 2025})[0].startswith("table 0")


def test_a_first_row_whose_values_go_on_below_is_no_header() -> None:
    cells = rows("Primary|Arjun Rao|555 0134", "Secondary|Mette Holm|555 0188", "Database|Cheng Wu|555 0102")
    assert sheet(cells)[0].startswith("table 0")
    assert sheet(rows("Week|Sprint 12|Sprint 13", "Build|open|done", "Test|open|open"))[0].startswith("table 1")


def test_entries_beside_the_title_of_a_sheet_are_pairs() -> None:
    cells = bold(rows("Forecast||Author|Beata Wrona")) | rows("Region North||As of|2025-06-27", start="A2")
    assert sheet(cells | bold(rows("Segment|Committed|Best", start="A4")) | rows("Hospitals|410|520", start="A5")) == [
        "heading 2 Sheet1!A1: Forecast",
        "paragraph Sheet1!A2: Region North",
        "pair Sheet1!D1: Author: Beata Wrona",
        "pair Sheet1!D2: As of: 2025-06-27",
        "table 1 Sheet1!A4: Segment | Committed | Best / Hospitals | 410 | 520",
    ]


def test_rows_indented_over_columns_share_the_name_of_the_first() -> None:
    lines = ("WBS|Task|||Owner", "1|Premises", "1.1||Lease||Lotte", "1.1.1|||Sign|Wout", "2|People", "2.1||Hire||Amal")
    table = read(made({"Sheet1": rows(*lines, "2.1.1|||Train|Amal")})).items[0]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == ["WBS", "Task", "Task", "Task", "Owner"]


def test_a_stray_note_beside_a_column_does_not_take_its_name() -> None:
    lines = ("Task|Owner||Due", "Build|Ana||1 May", "Test||ask Ben|2 May", "Ship|Cem||3 May", "Sell|Dora||4 May")
    table = read(made({"Sheet1": rows(*lines)})).items[0]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == ["Task", "Owner", "", "Due"]
