"""From findings to levels: the level tables, the caps, what mending is worth, the verdict, and the receipts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showproof.api import Scorer
from showproof.catalog.rubric import Criterion, EvidenceRule, Flag, LevelLine, OverallLine, Role, Screen, SkillRow
from showproof.catalog.store import Catalog
from showproof.formats.markdown.read import read_markdown
from showproof.model import Detection, Finding, Location, Quote, Rated, Scorecard
from showproof.outputs.as_json import scorecards_json
from showproof.rating import weigh
from showproof.reading.draft import observe_draft
from showproof.reading.vocabulary import compile_vocabulary
from showproof.runs import all_marks
from showproof.scoring import Rubric, score_draft

TABLE = Criterion(id="any", title="", question="", essentials=()).levels
STEEP = (
    LevelLine(level=4, essentials=1.0, supports=1.0, verified=True),
    LevelLine(level=3, essentials=0.8),
    LevelLine(level=1, essentials=0.2),
)
STRENGTHS = st.sampled_from([0.0, 0.15, 0.5, 1.0])


# The level table


@pytest.mark.parametrize(
    ("essentials", "supports", "verified", "level"),
    [
        ([], [], True, 0),
        ([0, 0], [], True, 0),
        ([0, 0], [1, 1], True, 0),
        ([0.15, 0], [], True, 1),
        ([0.5, 0.5], [], True, 2),
        ([1, 0], [], True, 2),
        ([1, 0.5], [1, 1], True, 2),
        ([1, 1], [0, 0], True, 3),
        ([1, 1], [1, 0], True, 4),
        ([1, 1], [0.5, 0.15], True, 4),
        ([1, 1], [], True, 4),
        ([1, 1], [1, 1], False, 3),
    ],
)
def test_the_first_line_of_the_table_that_holds_gives_the_level(essentials, supports, verified, level) -> None:
    assert weigh(essentials, supports, TABLE, verified=verified)[0] == level


def test_the_order_in_which_a_table_is_written_does_not_matter() -> None:
    assert weigh([1, 1], [1], STEEP[::-1], verified=True) == weigh([1, 1], [1], STEEP, verified=True)


@given(st.lists(STRENGTHS, max_size=5), st.lists(STRENGTHS, max_size=4), st.sampled_from([TABLE, STEEP]), st.booleans())
def test_a_score_lies_in_the_band_of_its_level(essentials, supports, table, verified) -> None:
    level, score = weigh(essentials, supports, table, verified=verified)
    assert level <= score <= min(4.0, level + 0.9)


@given(
    st.lists(STRENGTHS, min_size=1, max_size=5),
    st.lists(STRENGTHS, max_size=4),
    st.data(),
    st.sampled_from([TABLE, STEEP]),
    st.booleans(),
)
def test_a_stronger_finding_never_lowers_level_or_score(essentials, supports, data, table, verified) -> None:
    every = [*essentials, *supports]
    at = data.draw(st.integers(0, len(every) - 1))
    raised = [*every]
    raised[at] = data.draw(st.sampled_from([one for one in (0.0, 0.15, 0.5, 1.0) if one >= every[at]]))
    cut = len(essentials)
    before = weigh(essentials, supports, table, verified=verified)
    after = weigh(raised[:cut], raised[cut:], table, verified=verified)
    assert after >= before
    assert after[1] >= before[1]


@given(st.lists(STRENGTHS, min_size=1, max_size=5), st.lists(STRENGTHS, max_size=4))
def test_a_verified_draft_is_never_worse_than_the_same_one_unverified(essentials, supports) -> None:
    assert weigh(essentials, supports, TABLE, verified=True) >= weigh(essentials, supports, TABLE, verified=False)


# A small rubric over texts

OWNED = EvidenceRule(id="owned", say="an owner", fix="Name one.", about=("action",), carry=("owner",))
DATED = EvidenceRule(id="dated", say="a date", fix="Date it.", about=("action",), carry=("action", "date"))
KEPT = EvidenceRule(id="kept", say="a record", fix="Keep it.", about=("record",), carry=("thing",))
SUMS = EvidenceRule(id="sums", say="sums", fix="Add up.", rule="arithmetic")
LEVELS = (
    LevelLine(level=4, essentials=1.0, supports=1.0),
    LevelLine(level=3, essentials=1.0),
    LevelLine(level=2, essentials=0.5),
    LevelLine(level=1, essentials=0.01),
)


def criterion(name: str, *rules: EvidenceRule, general: int = 1) -> Criterion:
    return Criterion(
        id=name, title=name, question="?", essentials=rules, supports=(KEPT,), levels=LEVELS, general=general
    )


def role_of(*rules: EvidenceRule) -> Role:
    row = SkillRow(id="row", skill="Row", good="", proof="", line=1, essentials=rules, levels=LEVELS)
    nothing: tuple[str, ...] = ()
    return Role(
        id="some", title="", segment="", track="", variants=nothing, workflows=nothing, metrics=nothing,
        constraints=nothing, stakeholders=nothing, teams=nothing, stages=(), words=nothing, rows=(row,),
    )  # fmt: skip


CRITERIA = (criterion("owners", OWNED, DATED), criterion("open", OWNED, DATED, general=2))
FLAGS = (
    Flag(id="contradiction", say="disagrees", fix="Correct it.", rule="contradicts", cap=3),
    Flag(id="unfilled", say="left in", fix="Fill it.", rule="leaves-unfilled"),
    Flag(id="copied", say="copied", fix="Write your own.", rule="copies", cap=1),
)
SCREEN = Screen(
    version="t1",
    lines=(
        OverallLine(level=3, say="advance", reach={"3": 2}, floor={"owners": 3}, skill=2),
        OverallLine(level=2, say="weak", reach={"2": 1}, floor={}),
        OverallLine(level=1, say="reject", reach={"1": 1}, floor={}),
        OverallLine(level=0, say="no artifact", reach={}, floor={}),
    ),
)

Judge = Callable[..., Scorecard]


@pytest.fixture(scope="module")
def judge(catalog: Catalog) -> Judge:
    words = compile_vocabulary(catalog.facets, catalog.lexicon)
    none = Detection("", "none", 0.0)

    def judged(text: str, criteria=CRITERIA, screen=SCREEN, shipped=frozenset()) -> Scorecard:
        outline = read_markdown(text.encode(), "case.md")
        draft = observe_draft(outline, None, catalog.head, words, artifact=none, role=none)
        rubric = Rubric("t1", "0", criteria, FLAGS, screen, role_of(OWNED))
        return score_draft(draft, rubric, None, sha256="", shipped=shipped)

    return judged


GOOD = """# Held payouts

- Ines Okafor clears the 14 held payouts by 4 May 2026.
- Tomas Reyes calls the bank on 5 May 2026 at 09:00.
- The list is kept as payouts_held.csv for 7 years.
"""
NO_DATE = """# Held payouts

- Ines Okafor clears the 14 held payouts above $500.
- Tomas Reyes calls the bank about 3 of them.
- The list is kept as payouts_held.csv for the desk.
"""
GENERAL = """# Excellence

We foster alignment with stakeholders as appropriate. Ines Okafor calls the bank on 4 May 2026.
We leverage best practices. Various improvements are ongoing. It is important to be proactive.
We communicate regularly. We monitor closely. Quality is key. Everyone is engaged. Results are great.
"""
WRONG = "By 4 May 2026 Ines Okafor cut held payouts from 80 to 40 a week, a reduction of 70%."
WRONG_TOO = (
    "On 5 May 2026 Tomas Reyes moved late files from 60 to 30 a week, a cut of 80%.",
    "By 6 May 2026 Ada Brook cut calls from 20 to 10 a day, a reduction of 10%.",
    "On 7 May 2026 Ines Okafor read 30 of 20 files.",
)


def levels(card: Scorecard) -> dict[str, int]:
    return {rated.id: rated.level for rated in card.criteria}


def rated(card: Scorecard, name: str = "owners") -> Rated:
    return next(one for one in card.criteria if one.id == name)


def finding(card: Scorecard, name: str) -> Finding:
    return next(one for one in rated(card).findings if one.id == name)


@pytest.mark.parametrize("text", ["", "# Title alone", "TBD", "# Plan\n\nOwner of it: TBD\n\n[insert text]\n"])
def test_a_blank_draft_is_level_0_everywhere_and_says_what_is_missing(judge: Judge, text: str) -> None:
    card = judge(text)
    assert (card.level, card.score, card.verdict, levels(card)) == (0, 0.0, "no artifact", {"owners": 0, "open": 0})
    assert all(one.absence and one.fix and not one.evidence for one in rated(card).findings)


@pytest.mark.parametrize(("rows", "columns", "empty"), [(6, 1, True), (5, 1, True), (4, 1, False), (6, 0, False)])
def test_a_draft_is_an_empty_form_from_five_placeholders_on_where_it_tells_no_more_than_that(
    judge: Judge, rows: int, columns: int, empty: bool
) -> None:
    told = [f"Clear the {n} payouts held since 4 May 2026 | Ines Okafor" for n in range(3, 3 + rows)]
    lines = [f"| {' | '.join((one, *['TBD'] * columns))} |" for one in told]
    head = ["Action", "Owner", "Check"][: 2 + columns]
    grid = "\n".join((f"| {' | '.join(head)} |", "|---" * len(head) + "|", *lines))
    assert (judge(f"{grid}\n").level == 0) == empty


def test_a_draft_that_tells_more_than_it_leaves_open_is_not_empty(judge: Judge) -> None:
    rows = [f"| Clear the {n} payouts held since 4 May 2026 | Ines Okafor | {'TBD' * (n < 8)} |" for n in range(3, 12)]
    assert judge("| Action | Owner | Check |\n|---|---|---|\n" + "\n".join(rows) + "\n").level > 0


def test_a_good_draft_meets_what_the_rubric_asks(judge: Judge) -> None:
    card = judge(GOOD)
    assert (levels(card), card.level, card.verdict, card.flags) == ({"owners": 4, "open": 4}, 3, "advance", ())
    assert [one.verdict for one in rated(card).findings] == ["met", "met", "met"]


def test_a_finding_that_is_met_has_no_fix_and_no_worth(judge: Judge) -> None:
    assert {(one.fix, one.worth, one.absence) for one in rated(judge(GOOD)).findings} == {("", 0.0, "")}


def test_what_mending_is_worth_is_what_the_table_gives_after_it(judge: Judge) -> None:
    for text in (
        GOOD,
        NO_DATE,
        "# Plan\n\nThe desk calls 14 banks.\n",
        "# Plan\n\nSee payouts_held.csv of 4 May 2026.\n",
    ):
        for one in judge(text).criteria:
            assert not one.capped
            strengths = [each.strength for each in one.findings]
            for at, each in enumerate(one.findings):
                mended = [*strengths[:at], 1.0, *strengths[at + 1 :]]
                expected = weigh(mended[:2], mended[2:], LEVELS, verified=True)[1] - one.score
                assert each.worth == pytest.approx(max(0, expected), abs=0.005)


def test_following_a_fix_raises_the_score_by_what_it_said(judge: Judge) -> None:
    before, after = judge(NO_DATE), judge(NO_DATE.replace("about 3 of them", "on 5 May 2026"))
    assert (finding(before, "dated").verdict, finding(after, "dated").verdict) == ("unmet", "met")
    assert rated(after).score - rated(before).score == pytest.approx(finding(before, "dated").worth)


def test_a_draft_in_general_words_is_capped_where_the_criterion_says_so(judge: Judge) -> None:
    card = judge(GENERAL)
    assert levels(card) == {"owners": 1, "open": 2}
    assert rated(card).capped


def test_one_contradiction_caps_the_row_that_rests_on_it_at_2(judge: Judge) -> None:
    card = judge(f"# Held payouts\n\n- {WRONG}\n- The list is kept as payouts_held.csv.\n")
    assert card.skills[0].level == 2
    assert "contradict" in card.skills[0].capped


def test_a_criterion_says_itself_what_a_contradiction_costs(judge: Judge) -> None:
    card = judge(f"# Held payouts\n\n- {WRONG}\n- The list is kept as payouts_held.csv.\n")
    assert levels(card) == {"owners": 4, "open": 4}
    assert not rated(card).capped


def test_a_contradiction_elsewhere_leaves_what_does_not_rest_on_it(judge: Judge) -> None:
    card = judge(GOOD + "\n## Cost\n\n- Of the fees, 30 of 20 came back.\n")
    assert (rated(card).capped, levels(card)["owners"]) == ("", 4)
    assert [flag.id for flag in card.flags] == ["contradiction"]


def test_a_draft_full_of_contradictions_is_not_relied_on_at_all(judge: Judge) -> None:
    text = GOOD + "\n## Results\n\n" + "\n".join(f"- {one}" for one in (WRONG, *WRONG_TOO))
    assert levels(judge(text)) == {"owners": 1, "open": 1}


def test_a_cap_that_does_not_bite_is_not_mentioned(judge: Judge) -> None:
    card = judge("# Excellence\n\nWe leverage synergies. We are proactive.\n")
    assert all(one.capped == "" for one in card.criteria if one.level < 1)


def test_the_score_of_the_whole_lies_in_the_band_of_its_level(judge: Judge) -> None:
    for text in ("", GOOD, NO_DATE, GENERAL, WRONG, "Clear it."):
        card = judge(text)
        assert card.level <= card.score <= min(4.0, card.level + 0.9)


# The verdict


def screened(judge: Judge, text: str, *lines: OverallLine) -> tuple[int, str]:
    last = OverallLine(level=0, say="nothing holds", reach={}, floor={})
    card = judge(text, screen=Screen(version="t", lines=(*lines, last)))
    return card.level, card.verdict


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        (OverallLine(level=2, say="two", reach={"3": 2}, floor={}), True),
        (OverallLine(level=2, say="two", reach={"3": 3}, floor={}), False),
        (OverallLine(level=2, say="two", reach={"1": 2, "4": 2}, floor={"owners": 4}), True),
        (OverallLine(level=2, say="two", reach={}, floor={"no-such": 1}), False),
        (OverallLine(level=2, say="two", reach={}, floor={}, skill=4), True),
        (OverallLine(level=2, say="two", reach={}), True),
    ],
)
def test_the_verdict_is_the_first_line_that_holds(judge: Judge, line: OverallLine, holds: bool) -> None:
    assert screened(judge, GOOD, line) == ((2, "two") if holds else (0, "nothing holds"))


def test_an_earlier_line_wins_over_a_later_one(judge: Judge) -> None:
    first, second = (OverallLine(level=n, say=str(n), reach={}, floor={}) for n in (3, 1))
    assert screened(judge, GOOD, first, second) == (3, "3")


# Flags


def test_a_flag_is_raised_with_the_place_that_shows_it(judge: Judge) -> None:
    (flag,) = judge(GOOD + "- Back-out plan: TBD\n").flags
    assert (flag.id, flag.say, flag.fix) == ("unfilled", "left in", "Fill it.")
    assert [(one.quote, one.location.line) for one in flag.evidence] == [("TBD", 6)]


def test_a_flag_with_a_cap_lowers_the_whole_and_no_criterion(judge: Judge) -> None:
    text = (
        GOOD
        + "- Nobody opens a held payout again without the second name on the list and the word of the bank beside it.\n"
    )
    card = judge(text, shipped=all_marks(text.splitlines()))
    assert [flag.id for flag in card.flags] == ["copied"]
    assert (card.level, card.verdict, levels(card)) == (1, "reject", {"owners": 4, "open": 4})


# Receipts

LINES = """# Refund desk: what changed in May

Refund requests waited 52 hours in April. Ines Okafor moved the cut-off to 14:00 on 4 May 2026. “Late” was the note.

- Tomas Reyes calls the bank by 09:00; if nobody answers, he stops the batch.
- Median wait fell from 52 hours (April) to 31 hours (May), same query.

## Actions

| Action | Owner | Due |
|---|---|---|
| Clear the 14 held files, then tell the desk. | Ines Okafor | 2026-06-01 |
| Read 20 files | Ines Okafor | 2026-06-01 |
"""
WRAPPED = """# Refund desk

Refund requests waited 52 hours in April. Ines Okafor moved the
cut-off to 14:00 on 4 May 2026 and calls the bank at noon.
"""
MARKED_UP = """# Refund desk

Refund requests waited **52 hours** in April. Ines Okafor moved the `cut-off` to 14:00 on 4 May 2026.
"""


def receipts(card: Scorecard) -> list[Quote]:
    found = [quote for one in (*card.criteria, *card.skills) for each in one.findings for quote in each.evidence]
    return found + [quote for flag in card.flags for quote in flag.evidence]


def on_lines(text: str, place: Location) -> str:
    lines = text.splitlines()[place.line - 1 : max(place.line, place.end_line)]
    lines[-1] = lines[-1][: place.end]
    return "\n".join([lines[0][place.start :], *lines[1:]])


def scored(scorer: Scorer, folder: Path, text: str) -> Scorecard:
    path = folder / "draft.md"
    path.write_text(text, encoding="utf-8")
    return scorer.score(path)


@pytest.mark.parametrize(
    "text",
    [pytest.param(LINES, id="lines"), pytest.param(WRAPPED, id="wrapped"), pytest.param(MARKED_UP, id="markup")],
)
def test_a_quote_is_what_stands_at_its_place(scorer: Scorer, tmp_path: Path, text: str) -> None:
    found = receipts(scored(scorer, tmp_path, text))
    assert found
    assert [one.quote for one in found] == [on_lines(text, one.location) for one in found]


def test_no_level_without_a_quote_or_a_named_absence(scorer: Scorer, tmp_path: Path) -> None:
    for text in (LINES, GOOD, GENERAL, "TBD", "Clear it."):
        for one in scored(scorer, tmp_path, text).criteria:
            for each in one.findings:
                assert each.evidence or each.absence or each.verdict == "met", (one.id, each.id)
                assert bool(each.fix) == (each.verdict != "met"), (one.id, each.id)


def test_the_same_draft_gives_the_same_scorecard_in_another_process(scorer: Scorer, tmp_path: Path) -> None:
    here = scorecards_json([scored(scorer, tmp_path, LINES)], [], "t")
    assert scorecards_json([scorer.score(tmp_path / "draft.md")], [], "t") == here
    command = [sys.executable, "-m", "showproof", "score", "draft.md", "--json"]
    runs = {
        subprocess.run(
            command, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1
