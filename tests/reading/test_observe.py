"""Statements of a draft: what they are about, what they carry, where they stand, and what is said together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_outlines import KIND, draft, grid, heading, outline, own, text, texts

from showproof.formats.form import tag


def observed(read, kind=None):
    return [observation for unit in draft(read, kind).units for observation in unit.observations]


def about(read, kind=None) -> dict[str, set[str]]:
    return {observation.text: set(observation.facets) for observation in observed(read, kind)}


def test_a_blank_outline_says_nothing() -> None:
    empty = draft(outline())
    assert (empty.units, empty.answers, empty.unfilled, empty.words) == ((), (), (), 0)


def test_sentences_of_a_paragraph_are_units_of_their_own_at_their_places() -> None:
    read = outline(text("Ines Okafor moves the file. The bank pays.", line=7))
    units = draft(read).units
    assert texts(units) == ["Ines Okafor moves the file.", "The bank pays."]
    assert [(o.location.line, o.location.start, o.location.end) for u in units for o in u.observations] == [
        (7, 0, 27),
        (7, 28, 42),
    ]


def test_sentences_of_one_list_item_are_said_together() -> None:
    units = draft(outline(text("Ines moves the file. The bank pays.", kind="item", level=1))).units
    assert [(unit.kind, len(unit.observations)) for unit in units] == [("item", 2)]


def test_a_sentence_that_starts_late_in_its_line_keeps_its_place() -> None:
    block = text("One here. Two here.")
    block = block._replace(location=block.location._replace(start=4, end=23))
    assert [(o.location.start, o.location.end) for o in observed(outline(block))] == [(4, 13), (14, 23)]


def test_a_heading_lends_its_topic_to_what_stands_under_it_until_the_next() -> None:
    read = outline(heading("Escalation"), text("Wait for an hour."), heading("Pets"), text("Cats sleep."))
    assert [set(unit.context) for unit in draft(read).units] == [{"escalation"}, set()]


def test_a_line_before_a_list_lends_its_topic_to_the_list_alone() -> None:
    read = outline(
        text("Who is called:"),
        text("the desk of the bank", kind="item", level=1),
        text("The sun shines."),
    )
    assert [(unit.text, set(unit.context)) for unit in draft(read).units] == [
        ("the desk of the bank", {"escalation"}),
        ("The sun shines.", set()),
    ]


def test_a_lead_in_label_says_what_a_sentence_is_about() -> None:
    found = about(outline(text("Escalation: the desk waits an hour."), text("Limits. Two people are there.")))
    assert found == {
        "Escalation: the desk waits an hour.": {"escalation"},
        "Limits.": {"constraint"},
        "Two people are there.": {"constraint"},
    }


def test_a_label_line_is_an_answer_to_its_label() -> None:
    (one,) = observed(outline(text("Escalate to: duty manager", line=3, kind="pair")))
    assert (one.text, one.label, set(one.facets)) == ("duty manager", "escalate to", {"escalation"})
    assert (one.location.line, one.location.start, one.location.end) == (3, 13, 25)


def test_a_title_line_gives_the_title() -> None:
    assert draft(outline(text("Title: Held payouts", kind="pair"))).title == "Held payouts"


def test_the_first_heading_gives_the_title_where_nothing_else_does() -> None:
    assert draft(outline(heading("Held payouts", 1), heading("Scope"))).title == "Held payouts"


def test_a_row_is_one_unit_and_its_columns_say_what_its_cells_are_about() -> None:
    (row,) = draft(outline(grid(("Task", "Who", "By when"), ("Clear 14 files", "Ines Okafor", "4 May 2026")))).units
    assert (row.kind, row.table, row.text) == ("row", 0, "Clear 14 files · Ines Okafor · 4 May 2026")
    assert [set(one.facets) for one in row.observations] == [{"action"}, {"owner"}, {"due"}]
    assert {"owner", "person", "date", "number", "quantity", "when", "particular"} <= row.traits


def test_empty_cells_and_rows_say_nothing() -> None:
    read = outline(grid(("Task", "Who"), ("", ""), ("Clear the files", "-"), ("n/a", "")))
    assert texts(draft(read).units) == ["Clear the files"]


def test_a_group_in_an_owners_column_owns_nothing() -> None:
    units = draft(outline(grid(("Task", "Owner"), ("Clear the files", "Operations"), ("Call", "Ines Okafor")))).units
    assert ["owner" in unit.traits for unit in units] == [False, True]


def test_a_cell_merged_down_is_said_in_each_of_its_rows_at_its_one_place() -> None:
    table = grid(("Task", "Who"), ("Clear the files", "Ines Okafor"), ("Call the bank", ""), ("Book it", ""))
    merged = table.rows[1][1]._replace(drops=2)
    covered = table.rows[2][1]._replace(drops=0)
    rows = (table.rows[0], (table.rows[1][0], merged), (table.rows[2][0], covered), table.rows[3])
    read = outline(heading("Next steps"), table._replace(rows=rows))
    told = draft(read, KIND)
    assert texts(told.units) == ["Clear the files · Ines Okafor", "Call the bank · Ines Okafor", "Book it"]
    assert {one.location for unit in told.units for one in unit.observations if one.text == "Ines Okafor"} == {
        merged.location
    }


def test_names_of_columns_stand_in_the_lower_of_two_header_rows() -> None:
    read = outline(grid(("Plan", "Plan"), ("Task", "Owner"), ("Clear the files", "Ines Okafor"), header=2))
    (row,) = draft(read).units
    assert [one.label for one in row.observations] == ["task", "owner"]


def test_a_table_without_header_is_labels_beside_values() -> None:
    read = outline(grid(("Risk", "the bank is late"), ("Escalate to", "duty manager"), header=0))
    assert about(read)["the bank is late"] == {"risk"}
    assert about(read)["duty manager"] == {"escalation"}


def test_a_wide_colon_parts_a_label_from_its_value_too() -> None:
    read = outline(text("Risk：the bank is late", kind="pair"))
    assert about(read)["the bank is late"] == {"risk"}


def test_two_pairs_in_one_row_are_read_apart() -> None:
    read = outline(grid(("Risk", "the bank is late", "Signal", "no file at noon"), header=0))
    assert about(read)["no file at noon"] == {"signal"}


def test_a_line_of_a_box_heads_what_follows_in_it() -> None:
    read = outline(grid(("Risks",), ("Signal", "no file at noon"), header=0))
    assert draft(read).units[0].context == {"risk"}


def test_a_name_in_the_head_of_a_document_owns_nothing() -> None:
    read = outline(grid(("Author", "Ines Okafor"), ("Document title", "Held payouts"), header=0))
    found = draft(read, KIND)
    assert found.units == ()
    assert found.title == "Held payouts"
    assert {answer.field: answer.text for answer in found.answers} == {
        "head.owner": "Ines Okafor",
        "head.title": "Held payouts",
    }


def test_a_placeholder_left_in_an_answer_is_reported_at_its_place() -> None:
    (left,) = draft(outline(text("Owned by [your name] since May.", line=4))).unfilled
    assert (left.text, left.location.line, left.location.start, left.location.end) == ("[your name]", 4, 9, 20)


def test_a_placeholder_alone_is_reported_and_says_nothing() -> None:
    found = draft(
        outline(
            text("TBD"), grid(("Task", "Owner"), ("Clear the files", "[name]")), text("Owner of it: TBD", kind="pair")
        )
    )
    assert texts(found.units) == ["Clear the files"]
    assert [left.text for left in found.unfilled] == ["TBD", "[name]", "TBD"]


def test_what_stands_in_no_part_of_a_known_type_is_unplaced() -> None:
    read = outline(heading("Pets"), text("Cats sleep."), heading("Actions"), text("Clear 14 files."))
    assert [one.text for one in draft(read, KIND).unplaced] == ["Cats sleep."]
    assert draft(read).unplaced == ()


# Our own templates


def answer(words: str, name: str, **more):
    return text(words, marks=(name,), **more)


def test_a_marked_answer_is_known_wherever_it_stands() -> None:
    (one,) = observed(own(heading("Pets"), answer("14 files until 4 May", tag("covers", "limit"))), KIND)
    assert (one.text, one.field, set(one.facets)) == ("14 files until 4 May", "covers.limit", {"constraint"})


def test_a_marked_answer_counts_in_a_free_form_file_too() -> None:
    (one,) = observed(outline(answer("14 files", tag("covers", "limit"))), KIND)
    assert one.field == "covers.limit"


def test_prompts_and_guidance_of_the_template_are_no_statements() -> None:
    read = own(
        heading("What this log covers"), text("The workflow first."), text("Covers"), text("First and last step")
    )
    found = draft(read, KIND)
    assert (found.units, found.unfilled) == ((), ())


def test_a_prompt_takes_the_paragraph_after_it_where_marks_were_lost() -> None:
    read = own(heading("What this log covers"), text("The constraint"), text("One engineer until 30 June."))
    assert [one.field for one in observed(read, KIND)] == ["covers.limit"]


def test_guidance_in_the_words_of_another_version_is_no_evidence_and_is_not_lost() -> None:
    lines = (heading("What this log covers"), text("Say in 2 lines what the log is for."), text("Told on 4 May 2026."))
    assert texts(draft(own(*lines), KIND).units) == ["Say in 2 lines what the log is for.", "Told on 4 May 2026."]
    older = draft(own(*lines, version="0.9"), KIND)
    assert texts(older.units) == ["Told on 4 May 2026."]
    assert [one.text for one in older.unplaced] == ["Say in 2 lines what the log is for."]


def test_a_prefilled_answer_is_no_evidence_and_the_same_place_rewritten_is() -> None:
    context = '{"workflow": "instant payouts"}'
    kept = draft(own(answer("Instant payouts", tag("covers", "scope")), context=context), KIND)
    assert kept.units == ()
    rewritten = own(answer("Instant payouts from click to bank", tag("covers", "scope")), context=context)
    assert texts(draft(rewritten, KIND).units) == ["Instant payouts from click to bank"]


def test_an_answer_that_is_still_its_prompt_is_blank() -> None:
    found = draft(
        own(answer("Between form and bank", tag("covers", "scope")), answer("With a number", tag("covers", "limit"))),
        KIND,
    )
    assert [(one.field, one.blank) for one in found.answers] == [("covers.scope", False), ("covers.limit", True)]
    assert found.unfilled == ()


def test_a_placeholder_of_the_file_is_blank_whatever_it_says() -> None:
    (one,) = draft(own(answer("14 files", tag("covers", "limit"), placeholder=True)), KIND).answers
    assert (one.blank, one.text) == (True, "")


def test_answers_of_the_head_block_are_context_and_no_evidence() -> None:
    found = draft(own(answer("Held payouts", tag("head", "title")), answer("Ines Okafor", tag("head", "owner"))), KIND)
    assert (found.title, found.units) == ("Held payouts", ())


def test_rows_of_a_record_box_are_put_together_by_their_marks() -> None:
    box = grid(
        ("Action", "Clear 14 files"),
        ("Owner", "Ines Okafor"),
        ("Action", "Call the bank"),
        ("Owner", "Tomas Reyes"),
        header=0,
        marks={
            (0, 1): tag("actions", "action", 1),
            (1, 1): tag("actions", "owner", 1),
            (2, 1): tag("actions", "action", 2),
            (3, 1): tag("actions", "owner", 2),
        },
    )
    assert texts(draft(own(box), KIND).units) == ["Clear 14 files · Ines Okafor", "Call the bank · Tomas Reyes"]


def test_a_serial_number_is_no_statement() -> None:
    read = own(
        heading("Actions"), grid(("No.", "Action", "Owner"), ("1", "Clear 14 files", "Ines Okafor"), ("2", "", ""))
    )
    assert texts(draft(read, KIND).units) == ["Clear 14 files · Ines Okafor"]


def test_a_table_whose_columns_moved_is_aligned_by_its_headers() -> None:
    read = outline(heading("Next steps"), grid(("Deadline", "Cost", "Task"), ("4 May 2026", "$40", "Clear the files")))
    (row,) = draft(read, KIND).units
    assert [one.field for one in row.observations] == ["actions.due-date", "", "actions.action"]


def test_the_head_table_of_our_own_file_is_read_by_labels_where_marks_were_lost() -> None:
    found = draft(own(grid(("Title", "Held payouts"), ("Document owner", "Ines Okafor"), header=0)), KIND)
    assert (found.title, found.units) == ("Held payouts", ())


def test_a_label_line_under_a_later_heading_is_evidence_although_the_head_block_asks_the_same() -> None:
    lines = (text("Owner: Ines Okafor", kind="pair"), text("Workflow: refunds above $50", kind="pair"))
    read = outline(heading("Held payouts", 1), heading("Actions"), *lines)
    (record,) = draft(read).units
    assert [(told.text, "owner" in told.traits) for told in record.observations] == [
        ("Ines Okafor", True),
        ("refunds above $50", False),
    ]


def test_short_label_lines_with_an_owner_among_them_are_one_record_and_long_ones_are_not() -> None:
    due = text("Due: 4 May 2026", kind="pair")
    action = text("Action: clear the held payouts", kind="pair")
    owner = text("Owner: Ines Okafor", kind="pair")
    twice = outline(heading("Held payouts", 1), heading("Actions"), action, owner, due, action, owner, due)
    assert [(unit.kind, len(unit.observations)) for unit in draft(twice).units] == [("row", 3), ("row", 3)]
    long = text("Impact: " + "waited for the file again and " * 8, kind="pair")
    apart = outline(heading("Held payouts", 1), heading("What happened"), long, text("Cause: no check", kind="pair"))
    assert [unit.kind for unit in draft(apart).units] == ["pair", "pair"]


def test_a_strangers_scope_line_at_the_top_is_evidence_and_the_owner_beside_it_is_not() -> None:
    lines = (text("Owner: Ines Okafor", kind="pair"), text("Workflow: refunds above $50", kind="pair"))
    assert texts(draft(outline(heading("Held payouts", 1), *lines)).units) == ["refunds above $50"]


# Names that own nothing


def owners(read) -> list[str]:
    return [unit.text for unit in draft(read).units if "owner" in unit.traits or "owner" in unit.facets]


@pytest.mark.parametrize(
    "table",
    [
        grid(("Version", "Date", "Author", "Description of change"), ("1.0", "4 May 2026", "Ines Okafor", "First")),
        grid(("Approved by", "Role", "Date"), ("Tomas Reyes", "shift lead", "4 May 2026")),
        grid(("Reviewed by", "Date"), ("Lena Brandt", "5 May 2026")),
        grid(("Document owner", "Ines Okafor"), ("Reviewed by", "Lena Brandt"), ("Status", "Final"), header=0),
    ],
)
def test_a_name_in_a_document_control_table_owns_nothing(table) -> None:
    read = outline(heading("Held payouts", 1), heading("Cards"), heading("Document control"), table)
    assert owners(read) == []
    assert draft(read).units != ()


def test_a_name_beside_an_action_owns_it_although_a_reviewer_stands_there_too() -> None:
    table = grid(("Task", "Owner", "Reviewed by"), ("Clear the files", "Ines Okafor", "Lena Brandt"))
    assert owners(outline(heading("Actions"), table)) == ["Clear the files · Ines Okafor · Lena Brandt"]


def test_names_of_label_lines_of_document_control_own_nothing() -> None:
    lines = ("Version: 1.2", "Prepared by: Ines Okafor", "Approved by: Tomas Reyes")
    blocks = [text(line, kind="pair") for line in lines]
    assert owners(outline(heading("Held payouts", 1), heading("Cards"), heading("About"), *blocks)) == []


def test_a_name_in_a_pages_header_is_no_evidence_and_owns_nothing() -> None:
    body = (heading("Actions"), text("The files are cleared by noon."))
    plain, headed = outline(*body), replace(outline(*body), margins=(text("Owner: Ines Okafor, operations"),))
    assert draft(headed).units == draft(plain).units
    assert owners(headed) == []


# What people do to our tables


def test_a_row_added_to_a_table_of_our_own_has_no_marks_and_is_read_all_the_same() -> None:
    marks = {(1, at): tag("actions", name, 1) for at, name in enumerate(("action", "owner", "due-date"))}
    table = grid(
        ("Action", "Owner", "Due date"),
        ("Clear 14 files", "Ines Okafor", "4 May 2026"),
        ("Call the bank", "Tomas Reyes", "5 May 2026"),
        marks=marks,
    )
    assert fields(own(heading("Actions"), table)) == {
        "actions.action": ["Clear 14 files", "Call the bank"],
        "actions.owner": ["Ines Okafor", "Tomas Reyes"],
        "actions.due-date": ["4 May 2026", "5 May 2026"],
    }


def test_a_row_that_was_copied_with_its_marks_is_another_row() -> None:
    marks = {(row, at): tag("actions", name, 1) for row in (1, 2) for at, name in enumerate(("action", "owner"))}
    table = grid(("Action", "Owner"), ("Clear 14 files", "Ines Okafor"), ("Call the bank", "Tomas Reyes"), marks=marks)
    found = draft(own(heading("Actions"), table), KIND)
    assert texts(found.units) == ["Clear 14 files · Ines Okafor", "Call the bank · Tomas Reyes"]
    assert {part.id: part.answered for part in found.parts}["actions"] == 4


def test_two_tables_that_were_made_one_fill_both_parts() -> None:
    table = grid(
        ("Action", "Owner", "Due date", "Risk", "Signal"), ("Clear", "Ines", "4 May", "bank is late", "no file")
    )
    found = fields(outline(heading("Actions"), table))
    assert (found["actions.action"], found["risks.risk"], found["risks.signal"]) == (
        ["Clear"],
        ["bank is late"],
        ["no file"],
    )


def test_a_table_that_was_cut_in_two_fills_one_part() -> None:
    one = grid(("Action", "Owner"), ("Clear 14 files", "Ines Okafor"))
    other = grid(("Owner", "Action"), ("Tomas Reyes", "Call the bank"))
    assert fields(outline(heading("Actions"), one, text("and then:"), other))["actions.action"] == [
        "Clear 14 files",
        "Call the bank",
    ]


def test_rows_pasted_below_a_table_go_on_with_its_columns() -> None:
    table = grid(("Action", "Owner", "Due date"), ("Clear 14 files", "Ines Okafor", "4 May 2026"))
    pasted = grid(("Call the bank", "Tomas Reyes", "5 May 2026"), ("Close", "Lena Brandt", "6 May 2026"))
    line = text("Tell the desk\tIda Holm\t7 May 2026", line=9)
    found = fields(outline(heading("Actions"), table, pasted, line))
    assert found["actions.owner"] == ["Ines Okafor", "Tomas Reyes", "Lena Brandt", "Ida Holm"]


def test_boxes_without_marks_are_entries_of_their_part() -> None:
    boxes = grid(
        ("Entry 1",),
        ("Action", "Owner"),
        ("Owner", "Ines Okafor"),
        ("Entry 2",),
        ("Action", ""),
        ("Owner", "Due"),
        header=0,
    )
    found = fields(own(heading("Actions"), boxes))
    assert found == {"actions.action": ["Owner"], "actions.owner": ["Ines Okafor", "Due"]}


def test_an_answer_typed_below_its_prompt_in_the_same_cell_is_read_without_the_prompt() -> None:
    read = own(text("With a number\nTwo engineers", marks=(tag("covers", "limit"),)))
    assert [answer.text for answer in draft(read, KIND).answers] == ["Two engineers"]


def test_lines_of_an_answer_that_read_like_prompts_and_headings_stay_in_it() -> None:
    read = own(
        heading("What this log covers", 1),
        text("The workflow first."),
        text("Covers", strong=True),
        text("Refunds."),
        text("Actions"),
        text("The constraint"),
        text("Owner: Ines Okafor", kind="pair"),
        text("The constraint", strong=True),
        text("One engineer."),
        heading("Actions", 1),
        text("One row an action."),
        grid(("Action", "Owner"), ("Clear 14 files", "Ines Okafor")),
    )
    found = draft(read, KIND)
    said = [(answer.field, answer.text) for answer in found.answers]
    assert said == [
        ("covers.scope", "Refunds."),
        ("covers.scope", "Actions"),
        ("covers.scope", "The constraint"),
        ("covers.scope", "Owner: Ines Okafor"),
        ("covers.limit", "One engineer."),
    ]
    assert [heading.part for heading in found.headings] == ["covers", "actions"]


def test_a_table_under_a_prompt_is_part_of_its_answer() -> None:
    prompt = (heading("What this log covers", 1), text("Covers", strong=True))
    table = grid(("Queue", "Volume"), ("Cards", "140 a week"), ("Wires", "12 a week"))
    said = [(answer.field, answer.text) for answer in draft(own(*prompt, table), KIND).answers]
    assert said == [("covers.scope", "Cards · 140 a week"), ("covers.scope", "Wires · 12 a week")]


def fields(read) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in observed(read, KIND):
        if one.field:
            found.setdefault(one.field, []).append(one.text)
    return found
