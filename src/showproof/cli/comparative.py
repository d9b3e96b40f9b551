"""`showproof calibrate pairs` and `scale`: comparative judgement, which of two drafts is the better one."""

from __future__ import annotations

from pathlib import Path

import click

from showproof.cli.options import force_option, json_option, limit_option
from showproof.cli.written import check_target, write_target

PAIRS = """\b
  showproof calibrate pairs drafts/ --judge Ana --judge Ben --each 12 --seed 7 --out pairs.csv
  showproof calibrate pairs drafts/ --judge Ana --each 12 --seed 7 --out pairs.csv --force

Make the list of pairs for comparative judgement: each draft comes --each times, shares are equal between the judges,
and which draft stands first is drawn. Judges write into the column `better` the name of the better draft, or tie.
Published studies needed 10 to 14 comparisons a draft for a reliability of .70, 26 to 37 for .90 (Verhavert and others,
2019).

Exit codes: 0 done, 2 usage."""
SCALE = """\b
  showproof calibrate scale pairs.csv
  showproof calibrate scale ana.csv ben.csv --json

Put the drafts on one scale by the answers (Bradley and Terry 1952), the best first, with standard errors, the
reliability of the scale, and how far each judge goes with it. Pairs without an answer are left out and counted.

Exit codes: 0 done, 1 no scale can be made of the answers, 2 usage, 3 a file could not be read."""


@click.command(help=PAIRS, short_help="Make a list of pairs for comparative judgement.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DRAFTS...")
@click.option("--judge", "judges", multiple=True, required=True, metavar="NAME", help="Who compares; several times.")
@click.option("--each", type=click.IntRange(2), default=12, show_default=True, help="Comparisons that each draft gets.")
@click.option("--seed", type=click.IntRange(0, 2**32 - 1), required=True, help="The same seed gives the same pairs.")
@click.option("--out", "-o", type=click.Path(path_type=Path), required=True, help="The list, .csv.")
@force_option
def pairs(paths: tuple[Path, ...], judges: tuple[str, ...], each: int, seed: int, out: Path, force: bool) -> None:
    """Write the list."""
    from showproof import calibrations

    if len({name.casefold() for name in judges}) < len(judges):
        raise click.BadParameter("one judge is named twice", param_hint="--judge")
    check_target(out, ".csv", force=force, option="--out")
    text, drafts, count = calibrations.pair_list(paths, judges, each, seed)
    write_target(out, text.encode, force=force)
    click.echo(f"{count} pairs of {drafts} drafts for {len(judges)} judges")


@click.command(help=SCALE, short_help="Put drafts on one scale by the answers.")
@click.argument("answers", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="ANSWERS...")
@json_option
@limit_option
def scale(answers: tuple[Path, ...], as_json: bool, limit: tuple[str, ...]) -> int:
    """Work the scale out, and print it."""
    from showproof import __version__, api, calibrations
    from showproof.outputs import comparative

    told, without = calibrations.comparison_scale(answers, api.limits_said(limit))
    if as_json:
        click.echo(comparative.scale_json(told, without, __version__), nl=False)
    else:
        click.echo(comparative.scale_text(told, without), nl=False)
    return int(not comparative.has_scale(told))
