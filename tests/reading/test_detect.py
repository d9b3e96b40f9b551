"""What type and role a draft is taken for, and when nothing is claimed."""

from __future__ import annotations

import pytest
from small_outlines import grid, heading, outline, text

from showproof.reading.detect import TypeClues, detect_artifact, detect_role, role_lexicon

LOG = TypeClues(
    "decision-log",
    ("decision log", "decision register"),
    frozenset({"decisions", "what this log covers", "risks"}),
    frozenset({"decision", "decided by", "reason", "date"}),
)
SPEC = TypeClues(
    "dashboard-spec",
    ("dashboard spec", "dashboard specification"),
    frozenset({"metrics", "thresholds", "review", "risks"}),
    frozenset({"metric", "warn at", "act at", "owner"}),
)
CLUES = (LOG, SPEC)
ROLES = {
    "finops": role_lexicon(["showback", "untagged", "unit cost*"]),
    "support": role_lexicon(["ticket*", "reopened", "macro"]),
}


def artifact(*items, **properties) -> str:
    return detect_artifact(outline(*items, **properties), CLUES).value


@pytest.mark.parametrize(
    "items",
    [
        (),
        (heading("Minutes of Monday", 1), text("We met.")),
        (
            text(
                "The register of decisions is kept elsewhere, long after this log was closed by the board of the bank"
                * 2
            ),
        ),
        (heading("Risks", 2),),
        (grid(("Name", "Balance"), ("Cash", "4")),),
    ],
)
def test_nothing_is_claimed_without_clues(items) -> None:
    found = detect_artifact(outline(*items), CLUES)
    assert (found.value, found.by) == ("", "none")


@pytest.mark.parametrize(
    "title", ["Decision log: refunds", "Refunds – decision register", "“Decision logs” of May", "DECISION LOG"]
)
def test_a_title_with_the_types_name_is_enough(title: str) -> None:
    assert artifact(heading(title, 1), text("Refunds.")) == "decision-log"


def test_the_title_may_stand_in_the_files_properties() -> None:
    assert artifact(text("Refunds."), title="Dashboard specification, payouts") == "dashboard-spec"


def test_headings_and_headers_give_a_type_away_without_its_name() -> None:
    items = (
        heading("Decisions"),
        heading("What this log covers"),
        heading("Risks"),
        grid(("Decision", "Decided by", "Reason"), ("Keep it", "Ines", "cost")),
    )
    assert artifact(*items) == "decision-log"


def test_two_types_in_one_title_are_ambiguous() -> None:
    found = detect_artifact(outline(heading("Decision log and dashboard spec", 1)), CLUES)
    assert (found.value, found.by) == ("", "none")


def test_headings_decide_between_two_types_of_one_title() -> None:
    items = (
        heading("Decision log and dashboard spec", 1),
        heading("Metrics"),
        heading("Thresholds"),
        heading("Review"),
    )
    assert artifact(*items) == "dashboard-spec"


def test_a_claim_says_how_it_knew_and_how_sure_it_is() -> None:
    found = detect_artifact(outline(heading("Decision log", 1)), CLUES)
    assert (found.by, 0.5 <= found.confidence <= 1.0) == ("content", True)


def test_no_types_at_all_give_none() -> None:
    assert detect_artifact(outline(heading("Decision log", 1)), ()).by == "none"


def role(text: str, title: str = "") -> str:
    return detect_role(text, title, ROLES).value


def test_the_role_with_the_most_of_its_terms_is_taken() -> None:
    found = detect_role("Untagged spend goes to showback; one ticket was opened.", "", ROLES)
    assert (found.value, found.by) == ("finops", "content")
    assert 0.5 < found.confidence < 1.0


def test_different_terms_weigh_more_than_one_term_again_and_again() -> None:
    assert role("Showback, untagged, unit costs. " + "ticket " * 4) == "finops"


def test_a_term_in_the_title_weighs_more_than_one_in_the_text() -> None:
    assert role("A ticket asked for showback.", "Showback") == "finops"
    assert role("A ticket asked for showback.", "Ticket") == "support"


def test_a_text_without_any_term_has_no_role() -> None:
    assert role("We sell flowers.") == ""
    assert detect_role("", "", {}).by == "none"
