"""`showproof calibrate cuts`: where drafts begin to be good enough, and what a decision there is worth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from showproof.cli.calibrate_options import drawn, read_ratings, study_options
from showproof.cli.options import json_option

HELP = """\b
  showproof calibrate cuts handed-in/ --ready called.csv
  showproof calibrate cuts handed-in/ --expected expected.csv
  showproof calibrate cuts handed-in/ --cut 2.5 --scale overall

Set a cut score, and say how often a second panel would decide alike at it. A draft's score is the mean over the raters
and the criteria, or on one --scale.

Contrasting groups: --ready is a CSV with the columns draft, ready: judges who have not seen the scores call each draft
ready or not (yes, no). Modified Angoff: --expected is a CSV with the columns judge, scale, level: the level that a
draft would reach which is only just good enough.

Exit codes: 0 done, 1 some ratings do not count (each is named), 2 usage, 3 a file could not be read."""


@click.command(help=HELP, short_help="Set cut scores, and say what decisions there are worth.")
@study_options
@click.option("--ready", type=click.Path(path_type=Path), default=None, help="CSV of drafts called ready or not.")
@click.option("--expected", type=click.Path(path_type=Path), default=None, help="CSV of levels that judges expect.")
@click.option("--cut", type=click.FloatRange(0, 4), default=None, help="A cut that is set already.")
@click.option("--scale", default="", metavar="SCALE", help="Take the levels on one scale as scores.")
@json_option
def cuts(ready: Path | None, expected: Path | None, cut: float | None, scale: str, as_json: bool, **asked: Any) -> int:
    """Set, and print."""
    from showproof import __version__, calibrations

    if ready is None and expected is None and cut is None:
        raise click.UsageError("nothing to set a cut by; say --ready, --expected or --cut")
    found, _, code = read_ratings(asked)
    told = calibrations.cut_scores(found, drawn(asked), scale=scale, ready=ready, expected=expected, cut=cut)
    if as_json:
        from showproof.outputs.cuts_text import cuts_json

        click.echo(cuts_json(told, __version__), nl=False)
    else:
        from showproof.outputs.cuts_text import cuts_text

        click.echo(cuts_text(told), nl=False)
    return code
