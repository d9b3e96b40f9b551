"""Small studies to try what is worked out of ratings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from showproof.calibration.measured import Settings
from showproof.calibration.ratings import Rater, Rating, Ratings

QUICK = Settings(seed=1, draws=200, confidence=0.95)


def study(
    tables: Mapping[str, Sequence[str]], raters: Sequence[Rater], dates: Sequence[str] = (), note: str = ""
) -> Ratings:
    """Ratings from lines: scale to a line a draft, a sign a rater, `.` where there is no level."""
    return Ratings(tuple(_given(tables, raters, dates, note)), tuple(raters))


def _given(
    tables: Mapping[str, Sequence[str]], raters: Sequence[Rater], dates: Sequence[str], note: str
) -> Iterable[Rating]:
    for scale, lines in tables.items():
        for number, line in enumerate(lines):
            for rater, level in zip(raters, line, strict=True):
                if level != ".":
                    day = dates[number] if dates else ""
                    yield Rating(f"D{number + 1:02}", rater.name, scale, float(level), note, day)


PEOPLE = (Rater("Ana"), Rater("Ben"), Rater("Cleo"))
WITH_SCORER = (*PEOPLE, Rater("showproof", "scorer"))
MIXED = ("0010", "1112", "2221", "3324", "4443", "1.11", "2122", "33.3", "0000", "4344", "2232", "1101") * 3
"""36 drafts, by three people and the scorer, with gaps."""
