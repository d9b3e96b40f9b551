"""The verbs for calibrating: ratings to figures, bars held against them, and the report in each form."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from showproof.errors import UserError

if TYPE_CHECKING:
    from showproof.calibration.bars import Bars
    from showproof.calibration.gate import Gate
    from showproof.calibration.measured import Calibration, Settings
    from showproof.calibration.ratings import Ratings
    from showproof.catalog.store import Catalog
    from showproof.formats.limits import Limits
    from showproof.rating_files.handed_in import HandedIn


def needs_numpy() -> None:
    """Raise UserError where numpy is not installed: statistics need it, and nothing else of showproof does."""
    try:
        import numpy  # noqa: F401
    except ImportError:
        remedy = "install it with: pip install 'showproof[calibrate]'"
        raise UserError("calibrating needs numpy, which is not installed", remedy=remedy) from None


def read_study(
    catalog: Catalog,
    paths: Sequence[Path],
    limits: Limits,
    *,
    scorecards: Sequence[Path] = (),
    key: Path | None = None,
    programs: Collection[str] = (),
) -> HandedIn:
    """All ratings of a study; raters named as `programs` are taken for programs, whatever their files say.

    Raises UserError where nothing that was read holds a rating, and for a program that is no rater.
    """
    needs_numpy()
    from showproof.rating_files.read import read_files

    found = read_files(catalog, paths, scorecards=scorecards, key=key, limits=limits)
    return found._replace(ratings=_with_programs(found.ratings, programs))


def _with_programs(ratings: Ratings, programs: Collection[str]) -> Ratings:
    from showproof.calibration.ratings import Ratings

    names = [one.name for one in ratings.raters]
    unknown = next((name for name in programs if name not in names), None)
    if unknown is not None:
        raise UserError(f'no rater is called "{unknown}"', remedy=f"allowed with --program: {', '.join(names)}")
    raters = tuple(one._replace(kind="program") if one.name in programs else one for one in ratings.raters)
    return Ratings(ratings.given, raters)


def titles(catalog: Catalog, role: str = "") -> dict[str, str]:
    """Scale to what people call it: the whole, the criteria, the rows of the role or of all roles."""
    rows = [row for name in ([role] if role else catalog.role_ids) for row in catalog.role(name).rows]
    return {
        "overall": "Overall verdict",
        **{one.id: one.title for one in catalog.criteria},
        **{f"skill:{row.id}": row.skill for row in reversed(rows)},
    }


def calibrate(found: HandedIn, named: Mapping[str, str], settings: Settings) -> Calibration:
    """Everything that the ratings say. Raises UserError where there are none."""
    from showproof.calibration.measuring.measure import measure

    if not found.ratings.given:
        remedy = "name the files that raters handed in"
        raise UserError("no file holds a rating that counts", remedy=remedy)
    lines = [str(one) for one in (*found.lost, *found.faults, *found.notices)]
    return measure(found.ratings, named, settings, lines)


def settings(seed: int, draws: int, confidence: float) -> Settings:
    """By what figures are worked out."""
    needs_numpy()
    from showproof.calibration.measured import Settings

    return Settings(seed=seed, draws=draws, confidence=confidence)


def read_bars(path: Path, digest: str = "") -> Bars:
    """Bars as they were set. Raises UnreadableError for a file that holds none, UserError where they were changed."""
    needs_numpy()
    from showproof.calibration import bars

    return bars.read_bars(path, digest)


def gate(told: Calibration, bars: Bars) -> Gate:
    """Bars held against a study."""
    from showproof.calibration.gate import hold

    return hold(told, bars)


def calibration_page(told: Calibration, held: Gate | None = None) -> str:
    """The report as a page of its own."""
    from showproof.outputs.html.calibration import calibration_page

    return calibration_page(told, held)


def calibration_workbook(told: Calibration) -> bytes:
    """The report as a workbook with live formulas. Raises UserError for a text that no cell can hold."""
    from showproof.calibration_papers.workbook import calibration_workbook

    return calibration_workbook(told)


def calibration_summary(told: Calibration, held: Gate | None = None) -> bytes:
    """The report as a Word document of one page."""
    from showproof.calibration_papers.summary import calibration_summary

    return calibration_summary(told, held)
