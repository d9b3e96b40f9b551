"""What type and role a draft is taken for, and when nothing is claimed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_outlines import grid, heading, outline, text

from showproof.api import Scorer, demo_files
from showproof.formats.open import read_draft
from showproof.reading.detect import (
    TypeClues,
    detect_artifact,
    detect_role,
    rarity_of,
    role_lexicon,
    surface_of,
    type_score,
)
from showproof.reading.texts import title_of

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


@pytest.mark.parametrize(
    "title",
    [
        "Dashboard for refunds",
        "Refund dashboard – proposal",
        "Refunds: the dashboard",
        "Refund dashboard · version 2",
        "Refund dashboard, May 2026",
    ],
)
def test_what_a_title_calls_the_document_is_its_type(title: str) -> None:
    clue = TypeClues("dashboard-spec", ("dashboard",), frozenset(), frozenset())
    assert detect_artifact(outline(heading(title, 1)), (clue,)).value == "dashboard-spec"


@pytest.mark.parametrize(
    "title",
    [
        "Refund policy with dashboard",
        "Our rhythm and dashboard in one place",
        "Dashboard and alerts of the refund desk",
        "Dashboard owners of May",
        "Plan for the dashboard",
    ],
)
def test_a_word_that_only_comes_along_in_a_title_is_no_type(title: str) -> None:
    clue = TypeClues("dashboard-spec", ("dashboard",), frozenset(), frozenset())
    assert detect_artifact(outline(heading(title, 1)), (clue,)).value == ""


def test_the_title_may_stand_in_the_pages_header() -> None:
    read = replace(outline(text("Refunds.")), margins=(text("Decision log, refunds desk"),))
    assert detect_artifact(read, CLUES).value == "decision-log"


def test_the_role_may_stand_in_the_pages_header() -> None:
    read = replace(outline(text("Refunds.")), margins=(text("Untagged cost, showback team"),))
    assert detect_role("Refunds.", title_of(read), ROLES).value == "finops"


def test_names_apart_at_the_top_need_a_second_clue() -> None:
    lines = (text("Refund dashboard, ours"), text("Spec for the desk"))
    assert artifact(*lines) == ""
    assert artifact(*lines, heading("Metrics"), heading("Thresholds"), heading("Review")) == "dashboard-spec"


def test_labels_are_a_clue_and_rare_names_say_more_than_common_ones() -> None:
    one = TypeClues("one", ("one",), frozenset(), frozenset({"owner", "invariant"}), frozenset({"trigger", "outcome"}))
    other = TypeClues("other", ("other",), frozenset(), frozenset({"owner", "status"}), frozenset({"trigger"}))
    read = surface_of(outline(text("Trigger: a late file", kind="pair"), text("Outcome: paid", kind="pair")))
    assert read.labels == {"trigger", "outcome"}
    rarity = rarity_of((one, other))
    assert rarity["owner"] == rarity["trigger"] == 0.5
    assert rarity["invariant"] == 1.0
    assert type_score(read, one, rarity) > type_score(read, other, rarity) > 0


def test_examples_are_known_by_their_words_when_their_properties_are_gone(scorer: Scorer) -> None:
    for name, make in demo_files(scorer.catalog).items():
        if name.startswith("examples/"):
            bare = replace(read_draft(make(), Path(name)), properties={})
            assert f"examples/{scorer.observe(bare).artifact.value}" == name.rsplit("-", 1)[0]


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
