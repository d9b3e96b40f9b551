"""Ratings and scores of a study put to the candidates of the decisions, whatever names their drafts go by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from showproof.calibration.decisions import Decision, Decisions
from showproof.calibration.group_agreement import WHOLE
from showproof.calibration.ratings import Ratings
from showproof.rating_files.drafts_known import DraftsKnown
from showproof.rating_files.handed_in import HandedIn
from showproof.rating_files.study_key import read_key


class Matched(NamedTuple):
    """Decisions whose drafts are named as the ratings name them, and what did not fit together."""

    decisions: Decisions
    ratings: Ratings
    notices: tuple[str, ...]


def matched(decisions: Decisions, handed: HandedIn, key: Path | None = None) -> Matched:
    """The decisions with their drafts as the study names them; scores are taken from the scorer where none are given.

    A candidate of several drafts has the mean of their scores.
    """
    of = draft_names(handed, key)
    scores = {one.draft: one.level for one in handed.ratings.of_kind("scorer").given if one.scale == WHOLE}
    made = tuple(_with_drafts(one, of, {} if decisions.scored else scores) for one in decisions.made)
    notices = tuple(_notices(decisions, made, handed.ratings))
    return Matched(decisions._replace(made=made), handed.ratings, notices)


def draft_names(handed: HandedIn, key: Path | None = None) -> Callable[[str], str]:
    """What gives the study's name of a draft for its code or its file's name; nothing for a draft it does not have."""
    known = DraftsKnown(handed.files, read_key(key) if key else None)
    for one in handed.files:
        # Scorecards by showproof name files; matching them is how their names become known.
        known.matched(one)
    return known.of


def _with_drafts(one: Decision, of: Callable[[str], str], scores: dict[str, float]) -> Decision:
    drafts = tuple(of(name) or name for name in one.drafts)
    found = [scores[name] for name in drafts if name in scores]
    return one._replace(drafts=drafts, score=fmean(found) if found else one.score)


def _notices(decisions: Decisions, made: tuple[Decision, ...], ratings: Ratings) -> Iterator[str]:
    there = set(ratings.drafts)
    for one in made:
        for draft in one.drafts:
            if draft not in there:
                yield f"{decisions.file}:{one.line}: nobody rated or scored “{draft}”, the draft of {one.candidate}"
    decided = {draft for one in made for draft in one.drafts}
    for draft in ratings.drafts:
        if draft not in decided:
            yield f"{decisions.file}: no decision names the draft “{draft}”, which was rated or scored"
