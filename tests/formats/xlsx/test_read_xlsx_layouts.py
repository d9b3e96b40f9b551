"""Layouts that people use: each small workbook gives the items that a person would see in it."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Font
from read_books import GREEN, bold, made, read, rows, told

from showproof.model import Table


def merging(*ranges: str):  # type: ignore[no-untyped-def]
    def edit(book: Workbook) -> None:
        for reference in ranges:
            book.worksheets[0].merge_cells(reference)

    return edit


def test_a_sheet_opens_with_its_name_and_its_title() -> None:
    cells = rows("Who hears what", "Day|Audience|Voice", "24 Feb|All 46|Dana W.")
    assert told(read(made({"Comms plan": cells}))) == [
        "heading 1 Comms plan: Comms plan",
        "heading 2 Comms plan!A1: Who hears what",
        "table 1 Comms plan!A2: Day | Audience | Voice / 24 Feb | All 46 | Dana W.",
    ]


def test_a_sheet_name_that_says_nothing_is_no_heading() -> None:
    for name in ("Sheet1", "Tabelle 2", "Sheet"):
        assert told(read(made({name: rows("A remark of one line.")}))) == [
            f"paragraph {name}!A1: A remark of one line."
        ]


def test_an_empty_sheet_gives_nothing() -> None:
    assert read(made({"Plan": {}})).items == ()


def test_a_decision_matrix_stands_below_two_merged_titles() -> None:
    cells = {**bold(rows("Vendor selection")), **rows("Scored by the team in May", start="A2")}
    cells |= rows("Criterion|Weight|Vendor A|Vendor B", "Price|5|3|4", "Total||27|26", start="A3")
    assert told(read(made({"Sheet1": cells}, merging("A1:D1", "A2:D2")))) == [
        "heading 2 Sheet1!A1: Vendor selection",
        "paragraph Sheet1!A2: Scored by the team in May",
        "table 1 Sheet1!A3: Criterion | Weight | Vendor A | Vendor B / Price | 5 | 3 | 4 / Total |  | 27 | 26",
    ]


def test_a_register_that_starts_at_c4_takes_its_group_names_into_the_header() -> None:
    cells = bold(rows("Risk||Assessment|||Response", "ID|Risk|Likelihood|Impact|Score|Mitigation|Owner", start="C4"))
    cells |= rows("R1|Late data|3|4|12|Second feed|Ana", start="C6")
    assert told(read(made({"Sheet1": cells}, merging("C4:D4", "E4:G4", "H4:I4")))) == [
        "table 1 Sheet1!C4: Risk / ID | Risk | Assessment / Likelihood | Assessment / Impact | Assessment / Score"
        " | Response / Mitigation | Response / Owner / R1 | Late data | 3 | 4 | 12 | Second feed | Ana"
    ]


def test_three_merged_header_rows_become_one() -> None:
    cells = bold(rows("Class|Progress|||Effort", "|Plan||Fact|Hours|Days", "|Start|End|End", start="A2"))
    cells |= rows("<lowest-class-id>|1 May|2 May|3 May|12|3", start="A5")
    edit = merging("A2:A4", "B2:D2", "E2:F2", "B3:C3", "E3:E4", "F3:F4")
    assert told(read(made({"Sheet1": cells}, edit))) == [
        "table 1 Sheet1!A2: Class | Progress / Plan / Start | Progress / Plan / End | Progress / Fact / End"
        " | Effort / Hours | Effort / Days / <lowest-class-id> | 1 May | 2 May | 3 May | 12 | 3"
    ]


def test_group_names_without_merging_reach_up_to_the_next_group() -> None:
    cells = bold(rows("||Planned||Actual", "Task|Owner|Start|End|Start|End")) | rows("Build|Ana|1|2|3|4", start="A3")
    table = read(made({"Sheet1": cells})).items[0]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == [
        "Task", "Owner", "Planned / Start", "Planned / End", "Actual / Start", "Actual / End",
    ]  # fmt: skip


def test_a_raid_log_keeps_its_side_lists_apart_and_drops_numbered_empty_rows() -> None:
    cells = rows(
        "RAID log", "Project|Apollo", "Sponsor|Ana Silva", "", "ID|Type|Description|Owner", "1|Risk|Late supplier|Ana",
        "2|Issue|Feed is down|Ben", "3", "4",
    )  # fmt: skip
    cells |= rows("Open|2", "Closed|0", start="J2") | rows("Types", "Risk", "Issue", start="J5")
    assert told(read(made({"Sheet1": cells}))) == [
        "heading 2 Sheet1!A1: RAID log",
        "pair Sheet1!B2: Project: Apollo",
        "pair Sheet1!B3: Sponsor: Ana Silva",
        "pair Sheet1!K2: Open: 2",
        "pair Sheet1!K3: Closed: 0",
        "table 1 Sheet1!A5: ID | Type | Description | Owner / 1 | Risk | Late supplier | Ana"
        " / 2 | Issue | Feed is down | Ben",
        "table 0 Sheet1!J5: Types / Risk / Issue",
    ]


def test_a_side_list_with_its_own_header_one_column_away_is_a_table_of_its_own() -> None:
    cells = rows("ID|Risk|Score", "R1|Late data|9", "R2|Staff leave|4", "R3|Cost|6", "R4|Fraud|2", "R5|Outage|8")
    cells |= rows("Score|Means", "9|Stop", start="E1")
    assert told(read(made({"Sheet1": cells}))) == [
        "table 1 Sheet1!A1: ID | Risk | Score / R1 | Late data | 9 / R2 | Staff leave | 4 / R3 | Cost | 6"
        " / R4 | Fraud | 2 / R5 | Outage | 8",
        "table 1 Sheet1!E1: Score | Means / 9 | Stop",
    ]


def test_an_instruction_row_under_the_header_is_no_data() -> None:
    cells = rows(
        "ID|What happened|Impact|Owner",
        "|Describe what happened in one sentence.|State the effect on cost|Name of the person",
        "1|Vendor data came late|Cost 3 days|Ana", "2|No backup|Lost a day|Ben",
    )  # fmt: skip
    assert told(read(made({"Sheet1": cells}))) == [
        "paragraph placeholder Sheet1!B2: Describe what happened in one sentence.",
        "paragraph placeholder Sheet1!C2: State the effect on cost",
        "paragraph placeholder Sheet1!D2: Name of the person",
        "table 1 Sheet1!A1: ID | What happened | Impact | Owner / 1 | Vendor data came late | Cost 3 days | Ana"
        " / 2 | No backup | Lost a day | Ben",
    ]


def test_placeholders_in_every_row_stay_in_the_table() -> None:
    cells = rows("Step|Condition|Within", "1|[insert]|[insert]", "2|[insert]|[insert]")
    assert told(read(made({"Sheet1": cells}))) == [
        "table 1 Sheet1!A1: Step | Condition | Within / 1 | [insert] | [insert] / 2 | [insert] | [insert]"
    ]


def test_a_work_breakdown_keeps_its_phases_as_rows_and_says_that_bars_are_not_read() -> None:
    def edit(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.merge_cells("A1:C1")
        for place in ("F3", "G3", "G4", "H4", "H6", "I6"):
            sheet[place].fill = GREEN

    cells = bold(rows("Task|||Owner|W1|W2|W3|W4|W5"))
    cells |= rows(
        "Phase 1: Analyse",
        "|Interviews||Ana",
        "||Prepare questions|Ben",
        "Phase 2: Build",
        "|Prototype||Cem",
        start="A2",
    )
    outline = read(made({"Plan": cells}, edit))
    assert outline.notices == ("coloured cells without text on 'Plan' are not read",)
    table = outline.items[1]
    assert isinstance(table, Table)
    assert [[cell.text for cell in row[:4]] for row in table.rows] == [
        ["Task", "Task", "Task", "Owner"],
        ["Phase 1: Analyse", "", "", ""],
        ["", "Interviews", "", "Ana"],
        ["", "", "Prepare questions", "Ben"],
        ["Phase 2: Build", "", "", ""],
        ["", "Prototype", "", "Cem"],
    ]
    assert [cell.location.cell for cell in table.rows[0][:3]] == ["A1", "A1", "A1"]


def test_columns_that_nobody_filled_keep_their_empty_cells() -> None:
    table = read(made({"Sheet1": rows("Task|Owner|Start|Due", "Kick off|Ana", "Build|Ben")})).items[0]
    assert isinstance(table, Table)
    assert [len(row) for row in table.rows] == [4, 4, 4]
    assert table.rows[1][3].location.where() == "Sheet1!D2"


def test_blank_spacer_columns_and_groups_named_once_are_one_table() -> None:
    cells = rows(
        "Category||Risk||Owner", "Finance||Late invoice||Ana", "||Wrong amount||Ana", "People||Staff leave||Ben"
    )
    assert told(read(made({"Sheet1": cells}))) == [
        "table 1 Sheet1!A1: Category | Risk | Owner / Finance | Late invoice | Ana /  | Wrong amount | Ana"
        " / People | Staff leave | Ben"
    ]


def test_blank_rows_between_groups_do_not_end_a_table() -> None:
    cells = bold(rows("Phase|Task|Owner")) | rows("A|Do it|Ana", "|Do that|Ben", "", "B|Then this|Ana", start="A2")
    assert told(read(made({"Sheet1": cells}))) == [
        "table 1 Sheet1!A1: Phase | Task | Owner / A | Do it | Ana /  | Do that | Ben / B | Then this | Ana"
    ]


def test_a_filled_project_head_over_numbered_blank_rows_is_no_filled_log() -> None:
    cells = rows("Assumption log", "Project:|Apollo||Manager:|Ana", "", "ID|Assumption|Owner|Status")
    cells |= {f"A{number + 4}": str(number) for number in range(1, 30)}
    assert told(read(made({"Sheet1": cells}))) == [
        "heading 2 Sheet1!A1: Assumption log",
        "pair Sheet1!B2: Project: Apollo",
        "pair Sheet1!E2: Manager: Ana",
        "table 1 Sheet1!A4: ID | Assumption | Owner | Status",
    ]


def test_a_reconciliation_with_repeated_headers_is_several_tables() -> None:
    cells = rows(
        "Balance per bank|10,000", "Add: deposits in transit", "Date|Ref|Amount", "2 Jan|D1|500",
        "Less: outstanding checks",
        "Date|Check|Amount", "4 Jan|C1|300", "5 Jan|C2|85", "", "Status|NOT RECONCILED", "Difference|10,085",
    )  # fmt: skip
    assert told(read(made({"Sheet1": cells}))) == [
        "pair Sheet1!B1: Balance per bank: 10,000",
        "pair Sheet1!A2: Add: deposits in transit",
        "table 1 Sheet1!A3: Date | Ref | Amount / 2 Jan | D1 | 500",
        "pair Sheet1!A5: Less: outstanding checks",
        "table 1 Sheet1!A6: Date | Check | Amount / 4 Jan | C1 | 300 / 5 Jan | C2 | 85",
        "pair Sheet1!B10: Status: NOT RECONCILED",
        "pair Sheet1!B11: Difference: 10,085",
    ]


def test_testers_as_columns_keep_their_empty_columns() -> None:
    cells = rows("Test|Ana|Ben|Cem", "Login|Pass 1, 3, 4, 6", "Logout")
    assert told(read(made({"Sheet1": cells}))) == [
        "table 1 Sheet1!A1: Test | Ana | Ben | Cem / Login | Pass 1, 3, 4, 6 |  |  / Logout |  |  | "
    ]


def test_bullets_pasted_into_a_cell_stay_text() -> None:
    cells = rows("o\\tfirst point\\no\\tsecond point", "• third point")
    assert told(read(made({"Sheet1": cells}))) == [
        "paragraph Sheet1!A1: o\tfirst point\no\tsecond point",
        "paragraph Sheet1!A2: • third point",
    ]


def test_a_sheet_for_each_priority_is_read_sheet_by_sheet() -> None:
    cells = rows("KPI|Description", "Match rate|Share of matched lines")
    assert told(read(made({"High": cells, "Low": cells}))) == [
        "heading 1 High: High",
        "table 1 High!A1: KPI | Description / Match rate | Share of matched lines",
        "heading 1 Low: Low",
        "table 1 Low!A1: KPI | Description / Match rate | Share of matched lines",
    ]


def test_boxes_of_a_title_over_a_text_are_headings_and_paragraphs() -> None:
    cells = {**bold(rows("Purpose")), **rows("We want fewer chargebacks by June because fees doubled.", start="A2")}
    cells |= {**bold(rows("Scope", start="A4")), **rows("EU merchants only.", start="A5")}
    assert told(read(made({"Sheet1": cells}))) == [
        "heading 2 Sheet1!A1: Purpose",
        "paragraph Sheet1!A2: We want fewer chargebacks by June because fees doubled.",
        "heading 2 Sheet1!A4: Scope",
        "paragraph Sheet1!A5: EU merchants only.",
    ]


def test_stacked_tables_without_any_emphasis_are_parted_by_their_titles_or_their_figures() -> None:
    first, second = ("Name|Source|Owner", "Ledger|SAP|Ana"), ("Rule|Limit|Action", "Match|95%|Stop the run")
    parted = [
        "table 1 Sheet1!A2: Name | Source | Owner / Ledger | SAP | Ana",
        "table 1 Sheet1!A6: Rule | Limit | Action / Match | 95% | Stop the run",
    ]
    titled = told(read(made({"Sheet1": rows("Inputs", *first, "", "Rules", *second)})))
    assert [line for line in titled if line.startswith("table")] == parted
    assert told(read(made({"Sheet1": rows("", *first, "", "", *second)}))) == parted


def test_a_bold_header_right_below_the_rows_of_another_table_starts_a_new_one() -> None:
    cells = bold(rows("ID|Risk|Owner")) | rows("R1|Late data|Ana", start="A2")
    cells |= bold(rows("Step|Who decides|Way back", start="A3")) | rows("Stop|Ana|None", start="A4")
    assert [line.split(":")[0] for line in told(read(made({"Sheet1": cells})))] == [
        "table 1 Sheet1!A1",
        "table 1 Sheet1!A3",
    ]


def test_a_title_right_below_a_table_is_no_row_of_it() -> None:
    cells = bold(rows("ID|Risk")) | rows("R1|Late data", "Block B: Tiers", start="A2")
    cells |= bold(rows("Tier|Target|Owner", start="A4")) | rows("P1|1 hour|Ana", start="A5")
    assert told(read(made({"Sheet1": cells}))) == [
        "table 1 Sheet1!A1: ID | Risk / R1 | Late data",
        "heading 2 Sheet1!A3: Block B: Tiers",
        "table 1 Sheet1!A4: Tier | Target | Owner / P1 | 1 hour | Ana",
    ]


def test_a_sentence_right_below_a_table_is_a_paragraph() -> None:
    cells = rows("Ref|Source|Owner", "I-1|Ledger|Ana", "Files must be complete before the run begins.")
    assert (
        told(read(made({"Sheet1": cells})))[-1] == "paragraph Sheet1!A3: Files must be complete before the run begins."
    )


def test_a_list_beside_text_that_has_one_column_and_a_bold_name_has_a_header() -> None:
    cells = rows("Task|Owner", "Build|Ana", "Test|Ben") | {"F1*": "Statuses", "F2": "Open", "F3": "Done"}
    assert told(read(made({"Sheet1": cells})))[-1] == "table 1 Sheet1!F1: Statuses / Open / Done"


def test_a_single_column_of_numbers_is_no_numbered_form() -> None:
    cells = {"A1*": "Count", "B1*": "Amount", "A2": 3, "A3": 7, "A4": 4}
    table = read(made({"Sheet1": cells})).items[0]
    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows] == ["Count", "3", "7", "4"]


def test_an_italic_row_of_hints_under_the_header_is_no_data() -> None:
    def edit(book: Workbook) -> None:
        for cell in book.worksheets[0][2]:
            cell.font = Font(italic=True)

    cells = rows("Risk|Score|Owner", "e.g. late data|1 to 5|who follows it", "Late data|4|Ana")
    assert told(read(made({"Sheet1": cells}, edit))) == [
        "paragraph placeholder Sheet1!A2: e.g. late data",
        "paragraph placeholder Sheet1!B2: 1 to 5",
        "paragraph placeholder Sheet1!C2: who follows it",
        "table 1 Sheet1!A1: Risk | Score | Owner / Late data | 4 | Ana",
    ]


def test_a_label_merged_down_beside_rows_is_no_header_of_five_rows() -> None:
    cells = rows("Contacts|Name|John|Hank", "|City|Rome|Oslo", "|Pay|2000|4000")
    table = read(made({"Sheet1": cells}, merging("A1:A3"))).items[0]
    assert isinstance(table, Table)
    assert (table.header, len(table.rows), table.rows[0][0].drops) == (1, 3, 3)


def test_a_coloured_spacer_column_keeps_both_sides_in_one_table() -> None:
    def edit(book: Workbook) -> None:
        for cell in book.worksheets[0][1]:
            cell.fill = GREEN

    cells = rows("Task|Owner||Check|By", "Build|Ana", "Test|Ben||Seen|Cem", "Ship|Ana||Seen|Cem", "Sell|Ben")
    assert len(read(made({"Sheet1": cells}, edit)).items) == 1


def test_names_of_phases_indented_below_a_table_are_rows_of_it() -> None:
    cells = bold(rows("Task||Owner")) | rows("Phase 1", "|Interviews", "|Report|Ana", "Phase 2", start="A2")
    table = read(made({"Sheet1": cells})).items[0]
    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows] == ["Task", "Phase 1", "", "", "Phase 2"]


def test_bars_need_different_places_in_several_rows() -> None:
    def edit(book: Workbook) -> None:
        for row in (2, 3, 4):
            book.worksheets[0].cell(row, 4).fill = GREEN

    cells = rows("Task|Owner|Due", "Build|Ana|1 May", "Test|Ben|2 May", "Ship|Cem|3 May")
    assert read(made({"Sheet1": cells}, edit)).notices == ()
