"""The examples that pages show: the bad one is not met, or raises the flag; the good one is met, or raises none."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from inspect import getsource
from typing import Any

import pytest
from judged_texts import judge, suspect, verdict

from showproof.catalog.named_rules import named_rules
from showproof.catalog.page import Example, Given
from showproof.catalog.rubric import EvidenceRule, Flag
from showproof.catalog.store import Catalog
from showproof.reading.vocabulary import Vocabulary, compile_vocabulary
from showproof.rules import RULES
from showproof.rules.signals import SIGNALS

KINDS = (*RULES, *SIGNALS)

WITHOUT: tuple[str, ...] = ()
"""Rules whose page has no example yet; the list may only become shorter."""


@pytest.fixture(scope="module")
def words(catalog: Catalog) -> Vocabulary:
    return compile_vocabulary(catalog.facets, catalog.lexicon)


def case(example: Example, text: str, given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "text": text, "type": example.artifact, "shipped": example.shipped, "tracks": example.tracks, "with": given,
    }  # fmt: skip


def parameters(one: EvidenceRule | Flag | Given, kind: str) -> dict[str, Any]:
    own = ("share", "due", "told") if kind in SIGNALS else ("each",)
    return {name: getattr(one, name) for name in ("about", "terms", "carry", "at_least", *own) if hasattr(one, name)}


def outcomes(kind: str, example: Example, given: Mapping[str, Any], catalog: Catalog, words: Vocabulary) -> str:
    """What a kind says of both texts; "bad, good" where it tells them apart as it should."""
    texts = [case(example, text, given) for text in (example.bad, example.good)]
    if kind in SIGNALS:
        bad, good = (suspect(kind, one, catalog, words) is not None for one in texts)
        return f"{'bad' if bad else 'quiet'}, {'raised' if good else 'good'}"
    bad_found, good_found = (judge(kind, one, catalog, words) for one in texts)
    bad_said = "met" if verdict(bad_found) == "met" else "bad"
    return f"{bad_said}, {'good' if verdict(good_found) == 'met' else f'{verdict(good_found)} {good_found.detail}'}"


def test_every_kind_has_a_page(catalog: Catalog) -> None:
    assert sorted(catalog.kind_pages) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_tells_its_bad_example_from_its_good_one(kind: str, catalog: Catalog, words: Vocabulary) -> None:
    page = catalog.kind_pages[kind]
    assert outcomes(kind, page.example, parameters(page.given, kind), catalog, words) == "bad, good"


def test_every_flag_has_an_example_and_tells_bad_from_good(catalog: Catalog, words: Vocabulary) -> None:
    said = {
        flag.id: outcomes(flag.rule, catalog.examples[flag.id], parameters(flag, flag.rule), catalog, words)
        if flag.id in catalog.examples
        else "has none"
        for flag in catalog.flags.values()
    }
    assert said == dict.fromkeys(catalog.flags, "bad, good")


def test_a_rule_tells_its_bad_example_from_its_good_one(catalog: Catalog, words: Vocabulary) -> None:
    said = {
        one.key: outcomes(one.rule.rule, catalog.examples[one.key], parameters(one.rule, one.rule.rule), catalog, words)
        for one in named_rules(catalog)
        if one.key in catalog.examples
    }
    assert said == dict.fromkeys(said, "bad, good")


def test_every_rule_has_an_example_or_is_listed_as_without(catalog: Catalog) -> None:
    assert {one.key for one in named_rules(catalog) if one.key not in catalog.examples} == set(WITHOUT)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_explains_the_parameters_that_its_kind_reads_and_no_others(kind: str, catalog: Catalog) -> None:
    source = getsource(sys.modules[{**RULES, **SIGNALS}[kind].__module__])
    read = set(re.findall(r"\b(?:rule|flag)\.(about|terms|carry|at_least|each|share)\b", source))
    said = set(catalog.kind_pages[kind].parameters)
    assert read <= said
    # Where a rule finds nothing, its topics say where the answer belongs.
    assert said - read <= {"about"}
