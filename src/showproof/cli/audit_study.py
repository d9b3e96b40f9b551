"""Options by which an audit takes in ratings and scorecards, and what is said of those that do not count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from showproof.cli.options import catalog_option

if TYPE_CHECKING:
    from showproof.rating_files.handed_in import HandedIn


def study_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--ratings`, `--scorecards`, `--key`, `--seed` and `--catalog`."""
    file = click.Path(path_type=Path)
    for option in (
        catalog_option,
        click.option("--seed", type=click.IntRange(0, 2**32 - 1), default=1, show_default=True,
                     help="Start of the random numbers of the intervals of agreement."),
        click.option("--key", type=file, default=None, help="The key.json of the packets, which names the drafts."),
        click.option("--scorecards", multiple=True, type=file, metavar="FILE",
                     help="Output of `showproof score --json`."),
        click.option("--ratings", multiple=True, type=file, metavar="FILE|DIR",
                     help="Ratings, as `showproof calibrate` takes them."),
    ):  # fmt: skip
        command = option(command)
    return command


def read_study(
    ratings: Sequence[Path], scorecards: Sequence[Path], key: Path | None, catalog: Sequence[Path]
) -> tuple[HandedIn | None, int]:
    """The ratings and scores that the options name, None where they name none; and the exit code they call for."""
    from showproof import api, studies

    if not ratings and not scorecards:
        return None, 0
    found = studies.read_ratings(api.open_catalog(catalog), ratings, scorecards=scorecards, key=key, scores=True)
    tell(str(one) for one in (*found.lost, *found.faults, *found.notices))
    return found, 3 if found.lost else int(bool(found.faults))


def tell(lines: Iterable[str]) -> None:
    """Say what does not count, or does not fit together, a line each."""
    from showproof.outputs.terminal import plain

    for line in lines:
        click.echo(plain(line), err=True)
