"""Rows of the roles on short drafts: 0 where a draft is about something else, up to 4 where it shows the skill."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from judged_texts import draft_of

from showproof.catalog.store import Catalog
from showproof.rating import rate, whole_of
from showproof.reading.vocabulary import Vocabulary, compile_vocabulary
from showproof.rules.view import View

ROWS = Path(__file__).parent / "rows"
ROLES = ("finops-analyst", "operations-manager", "production-support-analyst")


def cases(role: str) -> list[dict[str, Any]]:
    """The drafts of one role; each says which level each row that it names must have, at least and at most."""
    return yaml.safe_load((ROWS / f"{role}.yaml").read_text(encoding="utf-8"))["cases"]


def expected(said: int | list[int]) -> range:
    low, high = (said, said) if isinstance(said, int) else said
    return range(low, high + 1)


@pytest.fixture(scope="module")
def words(catalog: Catalog) -> Vocabulary:
    return compile_vocabulary(catalog.facets, catalog.lexicon)


@pytest.mark.parametrize(
    ("role", "case"),
    [
        pytest.param(
            role,
            case,
            id=f"{role}: {case['name']}",
            marks=[pytest.mark.xfail(strict=True, reason="a known gap")] if case.get("known_gap") else [],
        )
        for role in ROLES
        for case in cases(role)
    ],
)
def test_a_row_has_the_level_that_a_careful_reader_gives(
    role: str, case: dict[str, Any], catalog: Catalog, words: Vocabulary
) -> None:
    view = View(draft_of(case["text"], catalog, words))
    whole = whole_of(view)
    levels = {row.id: rate(row, view, None, whole).level for row in catalog.role(role).rows}
    wrong = {row: levels[row] for row, said in case["levels"].items() if levels[row] not in expected(said)}
    assert not wrong


@pytest.mark.parametrize("role", ROLES)
def test_every_row_has_four_drafts_or_more_of_which_the_first_must_stay_0(role: str, catalog: Catalog) -> None:
    for row in catalog.role(role).rows:
        said = [expected(case["levels"][row.id]) for case in cases(role) if row.id in case["levels"]]
        assert len(said) >= 4
        assert said[0] == range(1)
        assert any(one.start >= 2 for one in said)


UNRELATED = "\n\n## Room 3\n\nPaula Reinholt has booked room 3 for 14 people on 4 May 2026 at 11:30.\n"
"""A true section that is about no row."""


def levels(text: str, role: str, catalog: Catalog, words: Vocabulary) -> dict[str, int]:
    view = View(draft_of(text, catalog, words))
    whole = whole_of(view)
    return {row.id: rate(row, view, None, whole).level for row in catalog.role(role).rows}


@pytest.mark.parametrize("role", ROLES)
def test_an_unrelated_true_section_lowers_no_row_and_opens_none(role: str, catalog: Catalog, words: Vocabulary) -> None:
    for case in cases(role):
        before, after = (levels(case["text"] + more, role, catalog, words) for more in ("", UNRELATED))
        assert {row: level for row, level in after.items() if level < before[row] or level > 0 == before[row]} == {}


@pytest.mark.parametrize("role", ROLES)
def test_a_row_does_not_rise_when_a_line_of_its_evidence_goes(role: str, catalog: Catalog, words: Vocabulary) -> None:
    for case in cases(role):
        view = View(draft_of(case["text"], catalog, words))
        whole, lines = whole_of(view), case["text"].split("\n")
        for row in catalog.role(role).rows:
            rated = rate(row, view, None, whole)
            shown = {
                q.location.line for finding in rated.findings if finding.part == "essential" for q in finding.evidence
            }
            for line in sorted(one for one in shown if one):
                fewer = "\n".join(text for number, text in enumerate(lines, 1) if number != line)
                assert levels(fewer, role, catalog, words)[row.id] <= rated.level, (
                    case["name"],
                    row.id,
                    lines[line - 1],
                )
