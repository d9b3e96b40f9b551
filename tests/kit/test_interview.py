"""The interview kit has a page to run the loop by and a page a stage, none with a hole."""

from __future__ import annotations

import pytest
from small_roles import ANCHORS, CASE, a_bare_role, a_role

from showproof.formats.handout import Cells, Items
from showproof.kit.interview import interview_kit


@pytest.fixture
def kit(catalog):
    return interview_kit(a_role(catalog), "0123456789abcdef", "letter")


def test_the_opening_page_lists_the_stages_and_what_to_do_before(kit):
    opening = kit.leaves[0]
    assert opening.pieces[0].title == "The loop: 45 minutes in 2 stages"
    assert opening.pieces[0].rows == (
        ("1. A case", "45", "Root cause, Execution", ""),
        ("2. Writing", "open", "KPI cadence", ""),
    )
    dates, decided = opening.pieces[-1].items
    assert dates == "Tell candidates the dates."
    assert decided.endswith("showproof new interview-kit.")


def test_a_stage_has_prompts_with_room_whys_beside_red_flags_and_anchors(kit):
    leaf = kit.leaves[1]
    asked, deeper, *anchors = leaf.pieces
    assert leaf.lead == CASE.aim
    assert asked.rows == (("1. What happened?", ""), ("2. What did you rule out?", ""))
    assert asked.columns[1].lines >= 2
    assert deeper.rows[0] == ("1. Why that cause?", "Blames a person.")
    assert deeper.rows[2] == ("3. Why will it not come back?", "")
    assert [piece.title for piece in anchors] == [
        "Root cause: finds causes, not blame", "Execution: ships changes safely",
    ]  # fmt: skip
    assert [row[1] for row in anchors[0].rows] == list(ANCHORS)
    assert [row[0] for row in anchors[0].rows] == ["1 claimed", "2 shown", "3 demonstrated", "4 defensible"]


def test_a_bare_role_leaves_no_cell_to_read_empty_in_its_first_row(catalog):
    kit = interview_kit(a_bare_role(catalog), "0" * 16, "letter")
    for leaf in kit.leaves[1:]:
        assert leaf.lead
        for piece in leaf.pieces:
            if isinstance(piece, Cells):
                read = [text for column, text in zip(piece.columns, piece.rows[0], strict=True) if not column.lines]
                assert all(read), piece.title
            else:
                assert isinstance(piece, Items)
                assert piece.items
    assert len(kit.leaves[0].pieces[-1].items) == 1
