"""What each rule and signal says of short texts; texts in which it must not fire come first in every file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from judged_texts import case_files, cases_of, judge, suspect, verdict

from showproof.catalog.store import Catalog
from showproof.model import Quote
from showproof.reading.vocabulary import Vocabulary, compile_vocabulary
from showproof.rules import RULES
from showproof.rules.signals import SIGNALS


def cases(kinds: Iterable[str]) -> list[Any]:
    """Every case of the kinds as a parameter; what the code is known to judge otherwise is marked."""
    known = set(kinds)
    return [
        pytest.param(
            path.stem,
            case,
            id=f"{path.stem}: {case['name']}",
            marks=[pytest.mark.xfail(strict=True, reason="a known gap")] if case.get("known_gap") else [],
        )
        for path in case_files()
        if path.stem in known
        for case in cases_of(path)
    ]


@pytest.fixture(scope="module")
def words(catalog: Catalog) -> Vocabulary:
    return compile_vocabulary(catalog.facets, catalog.lexicon)


def assert_quoted(expected: Iterable[str], evidence: Iterable[Quote]) -> None:
    shown = [quote.quote for quote in evidence]
    for text in expected:
        assert any(text in quote for quote in shown), f"{text!r} is not among {shown}"


@pytest.mark.parametrize(("kind", "case"), cases(RULES))
def test_a_rule_judges_a_text_as_a_careful_panel_would(
    kind: str, case: dict[str, Any], catalog: Catalog, words: Vocabulary
) -> None:
    found = judge(kind, case, catalog, words)
    assert (verdict(found), found.detail) == (case["expect"], case.get("detail", found.detail))
    assert_quoted(case.get("quotes", ()), found.evidence)


@pytest.mark.parametrize(("kind", "case"), cases(SIGNALS))
def test_a_signal_is_raised_where_a_careful_panel_would_raise_it(
    kind: str, case: dict[str, Any], catalog: Catalog, words: Vocabulary
) -> None:
    found = suspect(kind, case, catalog, words)
    assert ("quiet" if found is None else "raised") == case["expect"]
    assert_quoted(case.get("quotes", ()), found or ())
