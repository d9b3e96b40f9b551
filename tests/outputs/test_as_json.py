from __future__ import annotations

import json

from jsonschema import Draft202012Validator
from small_cards import card

from showproof.model import Detection
from showproof.outputs.as_json import card_data, scorecards_json
from showproof.outputs.schema import SCORECARDS


def test_the_whole_is_one_object_and_ends_with_a_line_end():
    lost = [{"file": "a.pdf", "error": "a PDF", "remedy": "hand in the .docx"}]
    text = scorecards_json([card()], lost, "1.2.3", "abc")
    assert text.endswith("}\n")
    whole = json.loads(text)
    assert list(whole) == ["schema", "tool", "settings", "scorecards", "unreadable", "complete"]
    assert whole["schema"] == "showproof.scorecards/1"
    assert whole["tool"] == {"name": "showproof", "version": "1.2.3"}
    assert whole["settings"] == "abc"
    assert whole["unreadable"] == lost
    assert whole["complete"] is True
    assert list(Draft202012Validator(SCORECARDS).iter_errors(whole)) == []


def test_each_scorecard_and_each_lost_file_is_one_line():
    lost = [{"file": "a.pdf", "error": "a PDF", "remedy": "hand in the .docx"}]
    lines = scorecards_json([card(), card(file="b.docx")], lost, "1.2.3").splitlines()
    assert [line.split(",")[0] for line in lines] == [
        '{"schema": "showproof.scorecards/1"', '{"file": "drafts/mine.docx"', '{"file": "b.docx"', "]",
        '{"file": "a.pdf"', "]",
    ]  # fmt: skip


def test_no_drafts_at_all_give_a_valid_object():
    whole = json.loads(scorecards_json([], [], "1"))
    assert Draft202012Validator(SCORECARDS).is_valid(whole)


def test_text_stays_readable_and_the_same_card_gives_the_same_bytes():
    text = scorecards_json([card(file="Entwürfe/ä.docx")], [], "1")
    assert "Entwürfe/ä.docx" in text
    assert text == scorecards_json([card(file="Entwürfe/ä.docx")], [], "1")


def test_a_card_has_all_that_was_said_of_the_draft():
    data = card_data(card())
    assert data["overall"] == {"level": 2, "score": 2.4, "verdict": "weak, would not advance"}
    assert data["detected"] == {
        "artifact": {"by": "content", "confidence": 0.82},
        "role": {"by": "property", "confidence": 1.0},
    }
    assert data["rubric"] == {"version": "1.0", "digest": "abc"}
    assert data["criteria"]["ownership"] == {
        "title": "Ownership and decision rights",
        "level": 2,
        "score": 2.5,
        "capped": "two places contradict each other",
        "findings": ["criteria.ownership.owned"],
    }
    assert data["criteria"]["measures"]["capped"] is None
    assert list(data["skills"]) == ["execution", "root-cause"]
    assert data["notices"] == ["tracked changes were taken as accepted"]


def test_a_finding_has_its_quote_and_place_or_its_named_absence():
    findings = {one["id"]: one for one in card_data(card())["findings"]}
    assert list(findings) == [
        "criteria.ownership.owned",
        "criteria.measures.named",
        "criteria.measures.bounded",
        "skills.execution.bounded",
        "skills.root-cause.named",
    ]
    place = {"part": "body", "paragraph": 7, "start": 4, "end": 12}
    assert findings["criteria.ownership.owned"] == {
        "id": "criteria.ownership.owned",
        "rule": "statement",
        "looks_for": "one owner for each action",
        "part": "essential",
        "allows": 4,
        "verdict": "partly",
        "strength": 0.5,
        "evidence": [{"quote": "the team", "location": place, "where": "¶7, characters 5–12"}],
        "absence": None,
        "fix": "Put one name beside each action.",
        "worth": 0.5,
    }
    bounded = findings["criteria.measures.bounded"]
    assert (bounded["part"], bounded["evidence"], bounded["absence"]) == ("support", [], "part “Thresholds” (¶12)")


def test_flags_and_what_found_no_place_are_quoted():
    data = card_data(card())
    cell = {"quote": "TBD", "location": {"part": "Metrics", "cell": "F7", "start": 0, "end": 3}, "where": "Metrics!F7"}
    assert data["flags"] == [
        {"id": "unfilled", "means": "placeholder text left in", "fix": "Replace it.", "evidence": [cell]}
    ]
    assert [one["quote"] for one in data["unplaced"]] == ["the team"]


def test_an_unknown_type_is_null():
    assert card_data(card(artifact=Detection("", "none", 0.0)))["artifact"] is None
