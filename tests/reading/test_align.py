"""Marks, headings, labels and header rows to the questions of a type."""

from __future__ import annotations

import pytest
from small_outlines import HEAD, KIND, PARTS, heading, outline

from showproof.formats.form import mark, tag
from showproof.reading.align import Aligner
from showproof.reading.plan import Planner

COVERS, ACTIONS, RISKS = PARTS


@pytest.fixture(scope="module")
def aligner() -> Aligner:
    return Aligner(KIND, HEAD)


def columns(aligner: Aligner, *headers: str, part=None) -> tuple[str, list[str]]:
    """The part that the headers belong to, and the field of each."""
    found = aligner.columns(headers, part)
    return found.part.id if found.part else "", [place.field.id if place else "" for place in found.places]


def placed(aligner: Aligner, *marks: str) -> tuple[str, int] | None:
    place = aligner.by_mark(marks)
    return (place.name, place.row) if place else None


def opened(aligner: Aligner, text: str) -> str:
    """The part that a heading alone in a document opens."""
    parts = Planner(outline(heading(text)), aligner, {}, own=False).plan().parts
    return parts[0].id if parts else ""


@pytest.mark.parametrize(
    "name", ["", "Text1", "_GoBack", "sp_nothing_here", "covers.other", "actions.2.other", "sp_actions_2"]
)
def test_a_foreign_mark_stands_for_nothing(aligner: Aligner, name: str) -> None:
    assert placed(aligner, name) is None


@pytest.mark.parametrize("write", [lambda name: name, mark, lambda name: mark(name).upper()])
def test_a_tag_and_its_bookmark_stand_for_one_answer_in_any_case(aligner: Aligner, write) -> None:
    assert placed(aligner, write(tag("covers", "limit"))) == ("covers.limit", 0)


@pytest.mark.parametrize("write", [lambda name: name, mark])
def test_a_row_mark_tells_row_and_column_even_with_a_hyphen_in_the_id(aligner: Aligner, write) -> None:
    assert placed(aligner, write(tag("actions", "due-date", 12))) == ("actions.due-date", 12)


def test_the_innermost_known_mark_decides(aligner: Aligner) -> None:
    assert placed(aligner, "covers.scope", "covers.limit", "_GoBack") == ("covers.limit", 0)


@pytest.mark.parametrize("name", ["sp_actions", "sp_Actions", "sp_actions_2", "sp_actions3"])
def test_a_table_is_known_by_its_name_even_where_a_suite_added_a_number(aligner: Aligner, name: str) -> None:
    found = aligner.table_named(name)
    assert found is not None
    assert found.id == "actions"


@pytest.mark.parametrize("name", ["", "Table1", "sp_covers", "actions"])
def test_a_foreign_table_name_stands_for_nothing(aligner: Aligner, name: str) -> None:
    assert aligner.table_named(name) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Actions", "actions"),
        ("3. Actions", "actions"),
        ("2.1 ACTIONS:", "actions"),
        ("Next steps", "actions"),
        ("To do", "actions"),
        ("Scope", "covers"),
        ("What this logs covers", "covers"),
        ("Risk", "risks"),
        ("About this document", "head"),
    ],
)
def test_a_heading_opens_its_part_by_title_synonym_or_near_miss(aligner: Aligner, text: str, part: str) -> None:
    assert opened(aligner, text) == part


@pytest.mark.parametrize("text", ["", "3.", "Appendix", "Transactions of May", "Reactions", "Cost"])
def test_another_heading_opens_no_part(aligner: Aligner, text: str) -> None:
    assert opened(aligner, text) == ""


def test_a_label_is_looked_for_in_its_own_part_and_then_in_the_head(aligner: Aligner) -> None:
    names = {
        text: place.name if (place := aligner.by_label(text, COVERS)) else ""
        for text in ("Covers:", "in scope", "The constraint", "Document owner", "author", "Action", "Colour")
    }
    assert names == {
        "Covers:": "covers.scope",
        "in scope": "covers.scope",
        "The constraint": "covers.limit",
        "Document owner": "head.owner",
        "author": "head.owner",
        "Action": "",
        "Colour": "",
    }
    assert aligner.by_label("Covers", None) is None


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (("No.", "Action", "Owner", "Due date", "Note"), ["no", "action", "owner", "due-date", "note"]),
        (("Due date", "Owner", "Action"), ["due-date", "owner", "action"]),
        (("Action", "Cost", "Due date"), ["action", "", "due-date"]),
        (("Task", "Who", "By when"), ["action", "owner", "due-date"]),
        (("TASK:", "assigned to", "Deadline"), ["action", "owner", "due-date"]),
        (("Actions", "Owners", "Due dates"), ["action", "owner", "due-date"]),
        (("Action", "", "Due date"), ["action", "", "due-date"]),
    ],
)
def test_columns_are_found_when_they_are_moved_renamed_added_or_gone(aligner: Aligner, headers, fields) -> None:
    assert columns(aligner, *headers) == ("actions", fields)


def test_a_column_is_given_to_one_header_only(aligner: Aligner) -> None:
    assert columns(aligner, "Action", "Task", "Owner") == ("actions", ["action", "", "owner"])


def test_headers_of_another_table_align_to_nothing(aligner: Aligner) -> None:
    assert columns(aligner, "Account", "Balance", "Currency") == ("", ["", "", ""])


def test_one_known_header_among_strange_ones_is_no_table_of_the_type(aligner: Aligner) -> None:
    assert columns(aligner, "Owner", "Account", "Balance", "Currency")[0] == ""


def test_the_headings_own_part_is_preferred(aligner: Aligner) -> None:
    assert columns(aligner, "Risk", "Signal", part=RISKS)[0] == "risks"
    assert columns(aligner, "Action", "Owner", "Colour", "Size", part=ACTIONS)[0] == "actions"


@pytest.mark.parametrize("headers", [(), ("",), ("", "")])
def test_no_headers_align_to_nothing(aligner: Aligner, headers) -> None:
    assert columns(aligner, *headers) == ("", ["" for _ in headers])


def test_an_unknown_type_knows_the_head_block_alone() -> None:
    aligner = Aligner(None, HEAD)
    assert placed(aligner, "covers.limit") is None
    assert opened(aligner, "Actions") == ""
    assert columns(aligner, "Action", "Owner", "Due date")[0] == ""
    assert placed(aligner, "head.workflow") == ("head.workflow", 0)
