from __future__ import annotations

import json

import pytest
from click import unstyle
from comparisons import told
from jsonschema import Draft202012Validator

from showproof.outputs.comparison_json import comparison_json
from showproof.outputs.comparison_schema import COMPARISON
from showproof.outputs.comparison_text import comparison_text
from showproof.outputs.html.compared import compared_page

TEXT = """\
old.docx → new.docx
  both as dashboard-spec, role operations-manager
  overall   1 reject → 2 weak   (score 1.50 → 2.20 of 4)

  Levels that moved
    Ownership                                    1 claimed → 2 shown
      through: the owner (unmet → met)
      through: the date (unmet → partly)
      through: no longer held back: few can be checked
    Clarity                                      3 demonstrated → 2 shown

  Fixed (2)
    blame: blame found
    Ownership: the owner
      was: “the team” (¶7, characters 1–8)
      now: “Ana Vereb” (¶7, characters 1–9)

  Better, not yet enough (1)
    Ownership: the date  (+0.50)
      was: missing: part “Plan”, at “Due”
      now: “soon” (¶8, characters 1–4)
      write: Write date.

  New: it was met before (2)
    copied: copied found
    Ownership: the cost  (+0.20)
      was: “USD 400” (¶9, characters 1–7)
      now: missing: nowhere in the document yet
      write: Write cost.

  Worse (1)
    Ownership: the reason  (+0.50)
      found: nothing
      write: Write reason.

  Still to mend (2)
    unfilled: unfilled found
    Ownership: the risk  (+0.70)
      found: missing: nowhere in the document yet
      write: Write risk.
"""


def test_a_comparison_in_words():
    assert unstyle(comparison_text(told())) == TEXT


def test_of_what_is_still_to_mend_only_the_top_is_shown():
    assert "Ownership: the risk" not in unstyle(comparison_text(told(), 0))
    assert "unfilled: unfilled found" in unstyle(comparison_text(told(), 0))


def test_json_holds_to_its_schema_and_has_all_of_it():
    data = json.loads(comparison_json(told(), "1.2.3"))
    assert list(Draft202012Validator(COMPARISON).iter_errors(data)) == []
    assert {one["id"]: one["became"] for one in data["findings"]} == {
        "criteria.ownership.owner": "fixed",
        "criteria.ownership.date": "better",
        "criteria.ownership.reason": "worse",
        "criteria.ownership.cost": "new",
        "criteria.ownership.risk": "stayed",
    }
    assert data["levels"][0]["through"] == ["criteria.ownership.owner", "criteria.ownership.date"]
    assert [(one["id"], one["became"]) for one in data["flags"]] == [
        ("unfilled", "stayed"), ("copied", "new"), ("blame", "fixed"),
    ]  # fmt: skip
    assert data["lower"] is True


@pytest.mark.parametrize("attack", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "\u202ex\x1b[31m"])
def test_hostile_words_do_nothing_in_the_page(attack):
    found = told(file=attack, verdict=attack)
    page = compared_page(found._replace(notes=(attack,)))
    assert not {"<script", "<img", "\u202e", "\x1b"} & {
        one for one in ("<script", "<img", "\u202e", "\x1b") if one in page
    }


def test_the_page_has_every_remark_under_what_became_of_it():
    page = compared_page(told())
    for title in (
        "Fixed (2)",
        "Better, not yet enough (1)",
        "New: it was met before (2)",
        "Worse (1)",
        "Still to mend (2)",
    ):
        assert title in page
    assert "Ownership: 1 claimed before, 2 shown now" in page
    assert page == compared_page(told())
