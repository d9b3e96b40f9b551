"""No rule or signal without cases, and none that does not say what it looks for."""

from __future__ import annotations

import sys

import pytest
from judged_texts import case_files, cases_of

from showproof.catalog.store import Catalog
from showproof.rules import RULES
from showproof.rules.signals import SIGNALS

KINDS = {**RULES, **SIGNALS}
ANSWERS = {kind: {"met", "partly", "unmet"} if kind in RULES else {"raised", "quiet"} for kind in KINDS}
FAULTS = (
    "arithmetic", "changes-in-rows", "consistent", "dates-agree", "dates-in-order", "figures-agree", "firm-promises",
    "more-than-watching", "no-jargon", "one-value", "products", "references-resolve", "settled",
    "stated-changes", "stated-shares", "steps-in-order", "thresholds-in-order", "totals",
)  # fmt: skip
"""Rules that look for what is wrong: where they must not fire, they are met."""
LEAST_OF_FLAG = {"copied": 6}
"""Flags with fewer cases of short texts, since the attack suite tries them on whole documents."""
QUIET = {**dict.fromkeys(RULES, "unmet"), **dict.fromkeys(FAULTS, "met"), **dict.fromkeys(SIGNALS, "quiet")}


def test_every_kind_has_its_file_of_cases_and_no_file_is_left_over() -> None:
    assert {path.stem for path in case_files()} == set(KINDS)


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_a_kind_has_six_cases_or_more_of_both_outcomes(path) -> None:
    expected = [case["expect"] for case in cases_of(path)]
    assert len(expected) >= 6
    assert set(expected) <= ANSWERS[path.stem]
    assert len(set(expected)) >= 2


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_the_first_case_of_a_file_is_one_in_which_the_kind_must_not_fire(path) -> None:
    assert cases_of(path)[0]["expect"] == QUIET[path.stem]


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_cases_of_a_kind_are_told_apart_by_name(path) -> None:
    names = [case["name"] for case in cases_of(path)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_says_in_its_first_line_what_it_looks_for(kind: str) -> None:
    page = sys.modules[KINDS[kind].__module__].__doc__ or ""
    assert page.splitlines()[0].endswith(".")


@pytest.mark.parametrize("kind", sorted(SIGNALS))
def test_each_shipped_flag_has_eight_cases_or_more_of_both_outcomes(kind: str, catalog: Catalog) -> None:
    shipped = [flag.id for flag in catalog.flags.values() if flag.rule == kind]
    for name in shipped:
        expected = [
            case["expect"]
            for path in case_files()
            if path.stem == kind
            for case in cases_of(path)
            if case.get("flag", shipped[0]) == name
        ]
        assert len(expected) >= LEAST_OF_FLAG.get(name, 8), name
        assert set(expected) == {"raised", "quiet"}, name
