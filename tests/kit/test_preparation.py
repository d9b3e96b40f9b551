"""The candidate's sheet says everything that the role tells candidates, each thing once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_roles import CASE, a_bare_role, a_role

from showproof.catalog.loop import Told
from showproof.formats.handout import Cells, Items, Words
from showproof.kit.preparation import MOST, Brought, preparation_sheet

MINE = Brought("my-rca.docx", "rca", 3, "advance", {"root-cause": 3, "execution": 1, "kpi-cadence": 0})


def texts(leaf):
    for piece in leaf.pieces:
        if isinstance(piece, Words):
            yield piece.text
        elif isinstance(piece, Items):
            yield from piece.items
        else:
            yield from (text for row in piece.rows for text in row)


@pytest.fixture
def sheet(catalog):
    return preparation_sheet(catalog, a_role(catalog), [MINE], "a4")


def piece(leaf, title):
    return next(one for one in leaf.pieces if getattr(one, "title", "") == title)


def test_there_is_a_first_page_a_page_a_stage_and_a_last_one(sheet):
    assert [leaf.title for leaf in sheet.leaves] == [
        "What the loop is about", "Stage 1 of 2: A case · 45 minutes", "Stage 2 of 2: Writing",
        "Advice for the whole loop", "Advice row by row", "Before you say yes",
    ]  # fmt: skip


def test_the_first_page_says_what_passes_and_what_rejects(sheet):
    said = list(texts(sheet.leaves[0]))
    assert {"Business ops", "Names one workflow.", "Leads with tools.", "By day 30, one piece.", "Sleep."} <= set(said)


def test_a_stage_says_how_to_prepare_and_what_to_be_particular_about(catalog, sheet):
    said = list(texts(sheet.leaves[1]))
    assert CASE.how in said
    row = a_role(catalog).rows[0]
    assert "; ".join(rule.say for rule in row.essentials) in said


def test_whys_have_room_for_an_answer(sheet):
    whys = piece(sheet.leaves[1], "Whys to rehearse aloud")
    assert isinstance(whys, Cells)
    assert whys.rows == tuple((why, "") for why in CASE.whys)
    assert whys.columns[1].lines >= 2


def test_a_draft_of_mine_stands_where_it_serves_with_its_level(sheet):
    assert piece(sheet.leaves[1], "What to bring").items == (
        "Root cause analysis: my-rca.docx, level 3 (advance); here: root-cause 3, execution 1",
        "Standard operating procedure: showproof new sop",
    )


def test_a_draft_serves_a_stage_that_tests_a_row_which_its_type_proves(catalog):
    mine = MINE._replace(artifact="dashboard-spec", file="mine.xlsx")
    sheet = preparation_sheet(catalog, a_role(catalog), [mine], "a4")
    assert any("mine.xlsx" in item for item in piece(sheet.leaves[2], "What to bring").items)


def test_a_draft_that_serves_no_stage_stands_on_the_first_page(catalog):
    mine = MINE._replace(artifact="customer-reply", file="reply.docx")
    sheet = preparation_sheet(catalog, a_role(catalog), [mine], "a4")
    assert piece(sheet.leaves[0], "Drafts of mine that serve no stage").items == (
        "Customer reply: reply.docx, level 3 (advance)",
    )


def test_each_thing_to_prepare_stands_once(catalog):
    many = tuple(Told(id=f"t{n}", say=f"Thing {n}.", line=n, rows=("root-cause",)) for n in range(MOST + 2))
    sheet = preparation_sheet(catalog, replace(a_role(catalog), preparation=many), [], "letter")
    said = [text for leaf in sheet.leaves for text in texts(leaf)]
    assert [said.count(one.say) for one in many] == [1] * len(many)
    assert sum("Thing" in text for text in texts(sheet.leaves[1])) == MOST


def test_a_scenario_stands_at_the_stage_of_its_rows(sheet):
    assert "A report is late." in texts(sheet.leaves[2])


def test_the_last_page_asks_about_scope_and_pay_and_tells_of_the_first_90_days(sheet):
    assert list(texts(sheet.leaves[-1])) == ["Who decides?", "Which band?", "Week 1: listen.", "The queue is calm."]


def test_advice_stands_once_under_the_first_row_that_it_bears_on(sheet):
    general, by_row = sheet.leaves[3:5]
    assert list(texts(general)) == ["Be brief."]
    assert [(one.title, one.items) for one in by_row.pieces] == [("Root cause", ("Name the cause.",))]


def test_a_bare_role_has_no_empty_piece(catalog):
    sheet = preparation_sheet(catalog, a_bare_role(catalog), [], "letter")
    assert all(list(texts(leaf)) for leaf in sheet.leaves[:-1])
    assert all(piece.rows if isinstance(piece, Cells) else True for leaf in sheet.leaves for piece in leaf.pieces)


def test_it_carries_its_role_rubric_and_tool(catalog, sheet):
    from showproof import __version__

    assert dict(sheet.properties) == {
        "showproof.kit": "preparation-sheet",
        "showproof.role": "operations-manager",
        "showproof.rubric": catalog.digest,
        "showproof.tool": __version__,
    }
