"""What the commands of `calibrate` share: which ratings, by which rubric, and how intervals are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from showproof.cli.options import catalog_option, limit_option, role_option

if TYPE_CHECKING:
    from showproof.calibration.measured import Calibration, Settings
    from showproof.rating_files.handed_in import HandedIn

SEED, DRAWS, CONFIDENCE = 1, 1000, 0.95


def study_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """RATINGS and everything by which they are read and measured."""
    file = click.Path(path_type=Path)
    for option in (
        catalog_option,
        limit_option,
        drawing_options,
        click.option(
            "--program", "programs", multiple=True, metavar="RATER", help="A rater who is a program and no person."
        ),
        key_option,
        scorecards_option,
        role_option,
        click.argument("paths", nargs=-1, required=True, type=file, metavar="RATINGS..."),
    ):
        command = option(command)
    return command


def key_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--key FILE`."""
    return click.option(
        "--key", type=click.Path(path_type=Path), default=None,
        help="The key.json of the packets, which names the drafts.",
    )(command)  # fmt: skip


def scorecards_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--scorecards FILE`, several times."""
    return click.option(
        "--scorecards", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
        help="Output of `showproof score --json`.",
    )(command)  # fmt: skip


def drawing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--seed`, `--draws`, `--confidence`."""
    for option in (
        click.option(
            "--confidence", type=click.FloatRange(0.5, 0.999), default=CONFIDENCE, show_default=True,
            help="Share of such studies whose interval holds the true figure.",
        ),
        click.option("--draws", type=click.IntRange(100, 100_000), default=DRAWS, show_default=True,
                     help="Draws of the drafts for each interval."),
        click.option("--seed", type=click.IntRange(0, 2**32 - 1), default=SEED, show_default=True,
                     help="Start of the random numbers: the same seed gives the same intervals."),
    ):  # fmt: skip
        command = option(command)
    return command


def drawn(asked: dict[str, Any]) -> Settings:
    """How intervals are drawn, as `drawing_options` say."""
    from showproof import calibrations

    return calibrations.settings(asked["seed"], asked["draws"], asked["confidence"])


def read_ratings(asked: dict[str, Any]) -> tuple[HandedIn, dict[str, str], int]:
    """What the files named by `study_options` hold, what scales are called, and the exit code of their faults."""
    from showproof import api, calibrations

    known = api.open_catalog(asked["catalog"])
    titles = calibrations.titles(known, asked["role"])
    found = calibrations.read_study(
        known,
        asked["paths"],
        api.limits_said(asked["limit"]),
        scorecards=asked["scorecards"],
        key=asked["key"],
        programs=asked["programs"],
    )
    return found, titles, told_code(found)


def read_study(asked: dict[str, Any]) -> tuple[Calibration, int]:
    """The figures of the ratings that `study_options` name, and the exit code that their faults call for."""
    from showproof import calibrations

    found, titles, code = read_ratings(asked)
    return calibrations.calibrate(found, titles, drawn(asked)), code


def told_code(found: HandedIn) -> int:
    """Say what of the files does not count, a line each; the exit code that it calls for."""
    tell((*found.lost, *found.faults, *found.notices))
    return code_of(found)


def code_of(found: HandedIn) -> int:
    """The exit code of what was handed in: 3 where a file could not be read, else 1 where ratings do not count."""
    return 3 if found.lost else int(bool(found.faults))


def tell(lines: Iterable[object]) -> None:
    """Say what does not count, or does not fit together, a line each."""
    from showproof.outputs.terminal import plain

    for line in lines:
        click.echo(plain(str(line)), err=True)
