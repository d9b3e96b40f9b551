"""The worked example with something taken out of it: what rests on it falls, and nothing rises."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from example_drafts import TYPES, Asked, as_form, as_markdown, changed, judged, levels, read, strong, without
from showproof.api import Scorer
from showproof.catalog.artifact import Answers, ArtifactType
from showproof.catalog.store import CRITERIA, Catalog
from showproof.model import Draft
from showproof.reading.sentences import sentences

_FIGURE = re.compile(r"[$€£]?\d[\d,.:%/-]*(?:st|nd|rd|th|%|k|m|bn)?")
_CHECKS = frozenset(("check", "checked", "guard", "ratio"))
_CHECKED = frozenset(("verification", "result", "evidence", "control"))


@pytest.fixture(scope="module")
def whole(catalog: Catalog, scorer: Scorer) -> Callable[[str], dict[str, int]]:
    """The levels of the worked example of a type as a stranger's text; kept for all tests of the file."""
    known: dict[str, dict[str, int]] = {}

    def found(artifact: str) -> dict[str, int]:
        if artifact not in known:
            known[artifact] = _levels(scorer, catalog.artifact(artifact), strong(catalog, artifact))
        return known[artifact]

    return found


def _levels(scorer: Scorer, kind: ArtifactType, answers: Answers, more: str = "") -> dict[str, int]:
    return levels(judged(scorer, as_markdown(kind, answers) + more, answers.role, kind.id))


def risen(before: dict[str, int], after: dict[str, int]) -> list[str]:
    return [name for name, level in after.items() if level > before[name]]


def moved(before: dict[str, int], after: dict[str, int], *but: str, by: int = 0) -> dict[str, tuple[int, int]]:
    """The criteria beside some that moved by more than so many levels."""
    return {
        name: (before[name], after[name])
        for name in CRITERIA
        if name not in but and abs(before[name] - after[name]) > by
    }


# Parts


@pytest.mark.parametrize("artifact", TYPES)
def test_no_level_rises_without_one_of_the_parts(artifact: str, catalog: Catalog, scorer: Scorer, whole) -> None:
    kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
    rose = {part.id: risen(whole(artifact), _levels(scorer, kind, without(answers, part.id))) for part in kind.parts}
    assert {part: names for part, names in rose.items() if names} == {}


@pytest.mark.parametrize("artifact", TYPES)
def test_a_form_without_an_essential_part_is_not_whole(artifact: str, catalog: Catalog, scorer: Scorer) -> None:
    kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
    form = kind.formats[0]
    essential = [part for part in kind.parts if part.essential]
    assert levels(judged(scorer, as_form(catalog, answers, form), form=form))["structure"] >= 3
    for part in {essential[0].id, essential[len(essential) // 2].id, essential[-1].id}:
        card = judged(scorer, as_form(catalog, without(answers, part), form), form=form)
        structure = next(one for one in card.criteria if one.id == "structure")
        assert structure.level <= 2
        title = next(one.title for one in kind.parts if one.id == part)
        assert any(title in one.say for one in structure.findings)


# Owners


def people(draft: Draft) -> re.Pattern[str]:
    """Finds the persons whom a draft names, with what stands behind a comma or in brackets."""
    names = "|".join(sorted(map(re.escape, draft.names), key=lambda name: (-len(name), name)))
    return re.compile(rf"(?:\b(?:{names})\b\s*)+")


@pytest.mark.parametrize("artifact", TYPES)
def test_with_the_team_in_place_of_every_owner_ownership_falls(
    artifact: str, catalog: Catalog, scorer: Scorer, whole
) -> None:
    kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
    named = people(read(scorer, as_markdown(kind, answers), answers.role, artifact))

    def anonymous(asked: Asked, text: str) -> str:
        return "the team" if "owner" in asked.field.facets and asked.row >= 0 else named.sub("the team ", text)

    before, after = whole(artifact), _levels(scorer, kind, changed(kind, answers, anonymous))
    assert after["ownership"] <= 2
    assert moved(before, after, "ownership", by=1) == {}
    assert risen(before, after) == []


def test_with_every_owner_s_cell_blank_ownership_falls(catalog: Catalog, scorer: Scorer) -> None:
    def blank(asked: Asked, text: str) -> str:
        return "" if "owner" in asked.field.facets and asked.row >= 0 else text

    def ownership(artifact: str) -> int:
        kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
        return _levels(scorer, kind, changed(kind, answers, blank))["ownership"]

    assert [artifact for artifact in TYPES if ownership(artifact) > 2] == []


# Figures


@pytest.mark.parametrize("artifact", TYPES)
def test_with_every_figure_and_date_blurred_nothing_measurable_is_left(
    artifact: str, catalog: Catalog, scorer: Scorer, whole
) -> None:
    kind = catalog.artifact(artifact)

    def blurred(asked: Asked, text: str) -> str:
        return "soon" if asked.field.type == "date" else _FIGURE.sub("many", text)

    before, after = whole(artifact), _levels(scorer, kind, changed(kind, strong(catalog, artifact), blurred))
    assert after["measures"] <= 2
    assert after["verification"] <= 2
    assert risen(before, after) == []


# Verification


def unverified(kind: ArtifactType, answers: Answers, draft: Draft) -> Answers:
    """The answers without the sentences that speak of checks, results, evidence or controls."""
    checks = [
        " ".join(one.text.split())
        for unit in draft.units
        for one in unit.observations
        if one.traits & _CHECKS or one.facets & _CHECKED or unit.context & {"verification"}
    ]

    def kept(asked: Asked, text: str) -> str:
        found = [" ".join(text[start:end].split()) for start, end in sentences(text)]
        return " ".join(one for one in found if not any(one in check or check in one for check in checks))

    return replace(changed(kind, answers, kept), head={"title": answers.head.get("title", kind.title)})


@pytest.mark.parametrize("artifact", TYPES)
def test_without_anything_verified_verification_falls_and_what_needs_it(
    artifact: str, catalog: Catalog, scorer: Scorer, whole
) -> None:
    kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
    draft = read(scorer, as_markdown(kind, answers), answers.role, artifact)
    before, after = whole(artifact), _levels(scorer, kind, unverified(kind, answers, draft))
    need_it = [one.id for one in catalog.criteria if any(line.level == 4 and line.verified for line in one.levels)]
    assert len(need_it) >= 5
    assert after["verification"] <= 2
    assert {name: after[name] for name in need_it if after[name] > 3} == {}
    assert risen(before, after) == []


# One flaw


PLANTED = [
    ("Late files fell from 80 to 60 a week, a cut of 70%.", "a cut of 70%", {"measures": 2, "verification": 3}),
    ("Start: 3 August 2026\n\nEnd: 20 July 2026", "20 July 2026", {"action": 2, "verification": 3}),
]
"""A contradiction, the words of it that are shown, and the highest level that it leaves to what rests on it."""


@pytest.mark.parametrize("artifact", TYPES)
@pytest.mark.parametrize(("said", "shown", "held"), PLANTED, ids=["figures", "dates"])
def test_one_contradiction_is_shown_and_holds_down_what_rests_on_it_and_nothing_else(
    said: str, shown: str, held: dict[str, int], artifact: str, catalog: Catalog, scorer: Scorer, whole
) -> None:
    kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
    card = judged(scorer, f"{as_markdown(kind, answers)}\n## Also noted\n\n{said}\n", answers.role, artifact)
    flag = next(flag for flag in card.flags if flag.id == "contradiction")
    assert any(shown in quote.quote for quote in flag.evidence)
    before, after = whole(artifact), levels(card)
    assert {name: after[name] for name in held} == {name: min(before[name], level) for name, level in held.items()}
    assert after["clarity"] < before["clarity"]
    assert moved(before, after, "clarity", *held) == {}


@pytest.mark.parametrize("artifact", TYPES)
def test_risks_that_are_only_watched_are_not_answered(artifact: str, catalog: Catalog, scorer: Scorer, whole) -> None:
    kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
    asked_for = [one for part in kind.parts if part.table for one in part.table.columns if "mitigation" in one.facets]
    if not asked_for:
        pytest.skip(f"{artifact} does not ask for mitigations in a table")
    watched = changed(
        kind,
        answers,
        lambda asked, text: "Monitor closely" if "mitigation" in asked.field.facets and asked.row >= 0 else text,
    )
    before, after = whole(artifact), _levels(scorer, kind, watched)
    assert after["failure"] < before["failure"]
    assert moved(before, after, "failure", "verification", by=1) == {}
    assert risen(before, after) == []
