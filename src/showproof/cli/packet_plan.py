"""`showproof packets plan`: how many drafts and raters tell agreement as closely as wished."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from showproof.cli.options import json_option

if TYPE_CHECKING:
    from showproof.calibration.statistics.study_size import Size

USUAL_RATERS = range(2, 7)
CONFIDENCE = 0.95
MOST = 20


HELP = """\b
  showproof packets plan --half-width 0.1 --expect 0.7
  showproof packets plan --drafts 40 --raters 3

Say before the start how many drafts tell agreement to within --half-width, if it is what you --expect, for 2 to 6
raters a draft; with --drafts and --raters, what such a study would tell.

Exit codes: 0 done, 1 the study that was asked about would tell less than wished, 2 usage."""


@click.command(help=HELP, short_help="Say how many drafts and raters it takes.")
@click.option("--raters", default="", metavar="NAMES|N", help="Raters of each draft: how many, or their names.")
@click.option("--drafts", type=click.IntRange(2, 100_000), default=None, help="How many drafts there are.")
@click.option("--half-width", "wished", type=float, default=0.1, show_default=True, help="Agreement to within this.")
@click.option("--expect", "expected", type=float, default=0.7, show_default=True, help="The alpha to expect.")
@json_option
def plan(raters: str, drafts: int | None, wished: float, expected: float, as_json: bool) -> int:
    """Print the plan."""
    from showproof.calibration.statistics.study_size import Size, half_width, study_sizes

    counted = _raters(raters)
    if not 0 < wished < 1:
        raise click.BadParameter(f"{wished:g}; allowed: above 0 and below 1, such as 0.1", param_hint="--half-width")
    if not 0 <= expected < 1:
        raise click.BadParameter(f"{expected:g}; allowed: from 0 to below 1, such as 0.7", param_hint="--expect")
    sizes = study_sizes(expected, wished, [counted] if counted else USUAL_RATERS, CONFIDENCE)
    asked = [Size(one.raters, drafts, drafts * one.raters, half_width(expected, one.raters, drafts, CONFIDENCE))
             for one in sizes] if drafts else []  # fmt: skip
    if as_json:
        told = {
            "schema": "showproof.plan/1",
            "expected": expected,
            "half_width": wished,
            "confidence": CONFIDENCE,
            "needed": [one._asdict() for one in sizes],
            "asked": [one._asdict() for one in asked],
        }
        click.echo(json.dumps(told, indent=1))
    else:
        click.echo("\n".join(_lines(sizes, asked, wished, expected)))
    return int(bool(asked) and all(one.half_width > wished for one in asked))


def _raters(said: str) -> int:
    """How many raters; 0 where nothing is said. Of a plan, names count as many as they are."""
    from showproof.kit.papers import raters_said

    count = len(raters_said(said)) if said.strip() else 0
    if count == 1:
        raise click.BadParameter(f'"{said}"; allowed: 2 to {MOST}', param_hint="--raters")
    return count


def _lines(sizes: Sequence[Size], asked: Sequence[Size], wished: float, expected: float) -> Iterator[str]:
    yield f"To tell an agreement of about {expected:g} to within {wished:g} ({CONFIDENCE:.0%} interval):"
    yield from _table(sizes)
    if asked:
        yield f"With {asked[0].drafts} drafts:"
        yield from _table(asked)
    yield "Raters are those of one draft: a larger team may share the drafts out, with --overlap."


def _table(sizes: Sequence[Size]) -> Iterator[str]:
    yield f"  {'raters':>6}  {'drafts':>6}  {'ratings':>7}  within"
    for one in sizes:
        yield f"  {one.raters:>6}  {one.drafts:>6}  {one.ratings:>7}  {one.half_width:.3f}"
