"""What a reader should know of a study as a whole: who and what is missing, and levels that tell nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from showproof.calibration.ratings import Ratings
from showproof.catalog.near import nearest
from showproof.rating_files.drafts_known import DraftsKnown
from showproof.rating_files.handed_in import Fault, Taken, Unrated
from showproof.rating_files.study_key import StudyKey

_FEW = 6
"""Places that are named one by one; more are summed up."""
_ENOUGH = 5
"""Levels from which a rater who gave only one of them is told."""


def remarks_on(
    study: Ratings,
    files: Sequence[Taken],
    known: DraftsKnown,
    key: StudyKey | None,
    scales: Collection[str],
) -> Iterator[Fault]:
    """The remarks, those on single files first."""
    there = {(one.draft, one.rater.casefold(), one.scale) for one in study.given}
    for file in files:
        left = [one for one in file.unrated if (known.of(one.draft), one.rater.casefold(), one.scale) not in there]
        if left:
            yield _gaps(file, left)
    where = files[0].file if len(files) == 1 else f"{len(files)} files"
    yield from _missing(study, known, key, where)
    yield from _strangers(study, key, scales, where)
    yield from _telling_nothing(study, where)


def _gaps(file: Taken, left: list[Unrated]) -> Fault:
    total = len(left) + len(file.given)
    few = ", ".join(one.place for one in left[:_FEW]) + (f" and {len(left) - _FEW} more" if len(left) > _FEW else "")
    return Fault(file.file, few, f"{len(left)} of {total} levels not given", "gaps", "fill them in if they were missed")


def _missing(study: Ratings, known: DraftsKnown, key: StudyKey | None, where: str) -> Iterator[Fault]:
    """Raters and drafts of which nothing came."""
    there = {one.name for one in study.raters}
    for name in key.raters if key else ():
        if name not in there:
            count = sum(name in draft.raters for draft in key.drafts) if key else 0
            found = f"nothing by {name}, who was to rate {count} draft{'s'[: count != 1]}"
            yield Fault(where, "", found, "a file by each rater", "ask for it, or go on without")
    rated = {one.draft for one in study.given}
    gone = [draft for draft in known.codes.values() if draft not in rated]
    if gone:
        listed = ", ".join(gone[: 2 * _FEW]) + (f" and {len(gone) - 2 * _FEW} more" if len(gone) > 2 * _FEW else "")
        yield Fault(where, "", f"drafts that nobody rated: {listed}", "a rating of each draft", "they say nothing here")
    if len(there) == 1:
        found = f"one rater only, {next(iter(there))}"
        yield Fault(where, "", found, "two raters or more", "no agreement can be told from one")
    if not there:
        yield Fault(where, "", "no rating that counts", "ratings", "mend the faults, or name the files meant")


def _strangers(study: Ratings, key: StudyKey | None, scales: Collection[str], where: str) -> Iterator[Fault]:
    """Raters and scales that nobody planned."""
    for one in study.raters:
        if key and one.kind == "person" and one.name not in key.raters:
            found = f"ratings by {one.name}, who has no packet"
            yield Fault(where, "", found, ", ".join(key.raters), "they count; mend the name if it was mistyped")
    for scale in study.scales:
        if scales and scale not in scales:
            count = sum(one.scale == scale for one in study.given)
            first = next(one.place for one in study.given if one.scale == scale)
            near = nearest(scale, scales)
            remedy = "it is measured as a scale of its own" + (f"; did you mean {near}?" if near else "")
            found = f"{count} level{'s'[: count != 1]} on the scale “{scale}”"
            yield Fault(first, "", found, "overall, a criterion, skill: and a row", remedy)


def _telling_nothing(study: Ratings, where: str) -> Iterator[Fault]:
    """Raters who gave one level to everything."""
    levels: dict[str, list[float]] = {}
    for one in study.given:
        levels.setdefault(one.rater, []).append(one.level)
    for name, given in levels.items():
        if len(given) >= _ENOUGH and len(set(given)) == 1:
            found = f"level {given[0]:g} from {name} all {len(given)} times"
            yield Fault(where, "", found, "levels that differ", "ask whether the scale was understood; they count")
