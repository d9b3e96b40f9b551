"""A derivation leads to the very level of the scorecard, and every quote in it stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from showproof.api import Said, Scorer, demo_files
from showproof.derivation import Derivation
from showproof.derive.subjects import derive, subjects
from showproof.derive.words import Words
from showproof.errors import UserError
from showproof.model import Quote, Scorecard
from showproof.rules.statement import NEEDS
from showproof.rules.view import View
from showproof.scorer import Ready

NOTE = """\
# Handover note: payouts

The **payout desk** hands over 14 held payouts.

## Next steps

- *Ines Okafor* re-runs the 14 payouts by 5 March 2026.
- Rosa Lindqvist writes to the three merchants.
- The team follows up as appropriate.
"""
SLIPS = """\
# Late files

By 4 May 2026 Ines Okafor cut late files from 80 to 40 a week, a reduction of 70%.
On 5 May 2026 Tomas Reyes moved held files from 60 to 30 a week, a cut of 80%.
By 6 May 2026 Ada Brook cut calls from 20 to 10 a day, a reduction of 10%.
"""
VAGUE = "# Excellence\n\n" + "We foster alignment with all stakeholders as appropriate. Quality is key. " * 4


@pytest.fixture(scope="module")
def drafts(catalog, scorer, tmp_path_factory) -> list[Ready]:
    """Every worked and weak example, a blank template and a few notes, read once."""
    folder = tmp_path_factory.mktemp("drafts")
    made = {name: make for name, make in demo_files(catalog).items() if name.startswith("examples/")}
    files = {name.replace("/", "-"): make() for name, make in made.items()}
    files |= {f"{name}.md": text.encode() for name, text in {"note": NOTE, "slips": SLIPS, "vague": VAGUE}.items()}
    files |= {"empty.md": b"# Plan\n", "open.md": b"# Plan\n\nOwner: TBD\n\nDue: TBD\n"}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [scorer.read(folder / name, Said(artifact="" if name[0] != "n" else "sop")) for name in files]


@pytest.fixture(scope="module")
def words(catalog) -> Words:
    return Words(catalog.facets, catalog.kind_pages)


def all_of(ready: Ready, words: Words) -> tuple[Scorecard, list[Derivation]]:
    card, view = ready.scored(), View(ready.draft)
    return card, [derive(name, view, ready.rubric, ready.kind, card, words) for name in subjects(ready.rubric)]


def level_by(told: Derivation) -> int:
    """The level that a reader of the lines and caps comes to."""
    earned = next((line.level for line in told.lines if line.holds), 0)
    return min([earned, *(cap.level for cap in told.caps)])


def test_the_lines_and_what_holds_down_lead_to_the_level_of_the_scorecard(drafts, words):
    for ready in drafts:
        card, told = all_of(ready, words)
        levels = {"overall": card.level} | {one.id: one.level for one in (*card.criteria, *card.skills)}
        derived = {one.id: (one.level, level_by(one)) for one in told if one.subject != "flag"}
        assert derived == {name: (level, level) for name, level in levels.items()}, ready.draft.outline.file


def test_findings_and_scores_are_those_of_the_scorecard(drafts, words):
    for ready in drafts:
        card, told = all_of(ready, words)
        rated = {one.id: one for one in (*card.criteria, *card.skills)}
        for one in told:
            if one.steps:
                assert tuple(step.finding for step in one.steps) == rated[one.id].findings
                assert one.score == rated[one.id].score


def test_only_what_holds_the_level_down_binds_and_the_scorecard_names_it(drafts, words):
    seen = set()
    for ready in drafts:
        card, told = all_of(ready, words)
        capped = {one.id: one.capped for one in (*card.criteria, *card.skills)}
        for one in told:
            if one.subject in ("criterion", "row"):
                binding = [cap for cap in one.caps if cap.binds]
                assert bool(binding) == bool(capped[one.id])
                assert not binding or capped[one.id] == min(binding, key=lambda cap: cap.level).why
                seen.update(cap.why for cap in binding if cap.evidence)
    assert len(seen) >= 2


def test_a_flag_is_raised_where_the_scorecard_raises_it_with_the_same_quotes(drafts, words):
    for ready in drafts:
        card, told = all_of(ready, words)
        raised = {one.id: one.evidence for one in told if one.says == "raised"}
        assert raised == {flag.id: flag.evidence for flag in card.flags}


def quotes_of(told: Derivation) -> list[Quote]:
    found = [*told.evidence, *(quote for cap in told.caps for quote in cap.evidence)]
    for step in told.steps:
        found += [*step.finding.evidence, *(one.quote for one in step.weighed)]
    return found


def test_every_quote_stands_at_its_place_in_the_source(scorer, tmp_path):
    draft = tmp_path / "note.md"
    draft.write_text(NOTE, encoding="utf-8")
    lines = NOTE.splitlines()
    names = subjects(scorer.read(draft).rubric)
    found = [quote for name in names for quote in quotes_of(scorer.explain(draft, name))]
    assert any("Okafor* re-runs" in quote.quote for quote in found)
    for quote in found:
        where = quote.location
        assert lines[where.line - 1][where.start : where.end] == quote.quote


def test_statements_that_decided_say_what_they_lack(scorer, tmp_path):
    draft = tmp_path / "note.md"
    draft.write_text(NOTE, encoding="utf-8")
    told = scorer.explain(draft, "action")
    decided = {one.quote.quote: one.lacks for step in told.steps for one in step.weighed}
    assert decided
    assert {need for lacks in decided.values() for need in lacks} <= {*NEEDS.values()}


def test_what_is_looked_for_names_no_facet_by_its_id(drafts, words):
    for ready in drafts[:1]:
        for one in all_of(ready, words)[1]:
            said = [*one.looked_for, *(line for step in one.steps for line in step.looked_for)]
            assert all("|" not in line and "_" not in line for line in said)


def test_an_unknown_name_lists_those_of_the_role(scorer: Scorer, tmp_path: Path):
    draft = tmp_path / "note.md"
    draft.write_text(NOTE, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        scorer.explain(draft, "mesures", Said(role="operations-manager", artifact="sop"))
    assert str(caught.value).startswith(
        'unknown name "mesures"; did you mean measures? known for operations-manager: overall, scope, structure, '
    )
