"""Options by which an audit takes in ratings and scorecards, and what is said of those that do not count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from showproof.cli.calibrate_options import code_of, key_option, scorecards_option, tell
from showproof.cli.options import catalog_option

if TYPE_CHECKING:
    from showproof.rating_files.handed_in import HandedIn


def study_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--ratings`, `--scorecards`, `--key`, `--seed` and `--catalog`."""
    for option in (
        catalog_option,
        click.option("--seed", type=click.IntRange(0, 2**32 - 1), default=1, show_default=True,
                     help="Start of the random numbers of the intervals of agreement."),
        key_option,
        scorecards_option,
        click.option("--ratings", multiple=True, type=click.Path(path_type=Path), metavar="FILE|DIR",
                     help="Ratings, as `showproof calibrate` takes them."),
    ):  # fmt: skip
        command = option(command)
    return command


def read_study(
    ratings: Sequence[Path], scorecards: Sequence[Path], key: Path | None, catalog: Sequence[Path]
) -> tuple[HandedIn | None, int]:
    """The ratings and scores that the options name, None where they name none; and the exit code they call for."""
    from showproof import api, studies
    from showproof.auditing.study import not_counted

    if not ratings and not scorecards:
        return None, 0
    found = studies.read_ratings(api.open_catalog(catalog), ratings, scorecards=scorecards, key=key, scores=True)
    tell(not_counted(found))
    return found, code_of(found)
