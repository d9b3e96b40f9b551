"""The verbs for calibrating: ratings to figures, bars held against them, and the report in each form."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from showproof.errors import UserError

if TYPE_CHECKING:
    from showproof.calibration.bars import Bars
    from showproof.calibration.cuts import Cuts
    from showproof.calibration.figures import NotComputable
    from showproof.calibration.gate import Gate
    from showproof.calibration.measured import Calibration, Settings
    from showproof.calibration.ratings import Ratings
    from showproof.calibration.statistics.bradley_terry import BradleyTerry
    from showproof.catalog.store import Catalog
    from showproof.formats.limits import Limits
    from showproof.rating_files.handed_in import HandedIn


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

    _rated(found.ratings)
    lines = [str(one) for one in (*found.lost, *found.faults, *found.notices)]
    return measure(found.ratings, named, settings, lines)


def settings(seed: int, draws: int, confidence: float) -> Settings:
    """By what figures are worked out."""
    from showproof.calibration.measured import Settings

    return Settings(seed=seed, draws=draws, confidence=confidence)


def read_bars(path: Path, digest: str = "") -> Bars:
    """Bars as they were set. Raises UnreadableError for a file that holds none, UserError where they were changed."""
    from showproof.calibration import bars

    return bars.read_bars(path, digest)


def gate(told: Calibration, bars: Bars) -> Gate:
    """Bars held against a study."""
    from showproof.calibration.gate import hold

    return hold(told, bars)


def cut_scores(
    found: HandedIn,
    settings: Settings,
    *,
    scale: str = "",
    ready: Path | None = None,
    expected: Path | None = None,
    cut: float | None = None,
) -> Cuts:
    """Cut scores by what the files say, and what decisions there are worth.

    Raises UserError for lines that cannot be taken, and for a scale or drafts that nobody rated.
    """
    from showproof.calibration import cuts
    from showproof.calibration.measuring.measure import criteria_of
    from showproof.rating_files.judgements import expected_levels, ready_calls

    ratings = found.ratings
    _rated(ratings)
    if scale and scale not in ratings.scales:
        raise UserError(f'nobody rated the scale "{scale}"', remedy=f"allowed: {', '.join(ratings.scales)}")
    scales = (scale,) if scale else criteria_of(ratings.scales)
    return cuts.cut_scores(
        ratings,
        settings,
        scale=scale,
        ready=ready_calls(ready, ratings.drafts) if ready else None,
        expected=expected_levels(expected, scales) if expected else None,
        cut=cut,
    )


def pair_list(paths: Sequence[Path], judges: Sequence[str], each: int, seed: int) -> tuple[str, int, int]:
    """The list of pairs as CSV, how many drafts there are, and how many pairs. Raises UserError for fewer than two."""
    from showproof.calibration.statistics.comparison_pairs import comparison_pairs
    from showproof.drafts_in import draft_files
    from showproof.outputs.comparative import pairs_csv

    names = [path.stem for path in draft_files(paths)]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise UserError(f'two drafts are called "{twice}"', remedy="give one of the files another name")
    if len(names) < 2:
        raise UserError(f"found {len(names)} drafts; it takes two to compare", remedy="name more files or a folder")
    made = comparison_pairs(names, judges, each, seed)
    return pairs_csv(made), len(names), len(made)


def comparison_scale(paths: Sequence[Path], limits: Limits) -> tuple[BradleyTerry | NotComputable, int]:
    """The scale that the answers make, and how many pairs have none. Raises UserError for an answer that is none."""
    from showproof.calibration.statistics.bradley_terry import bradley_terry
    from showproof.rating_files.judgements import compared

    answers, without = compared(paths, limits)
    return bradley_terry(answers), without


def _rated(ratings: Ratings) -> None:
    if not ratings.given:
        remedy = "name the files that raters handed in"
        raise UserError("no file holds a rating that counts", remedy=remedy)


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
