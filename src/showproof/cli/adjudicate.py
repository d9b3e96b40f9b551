"""`showproof calibrate adjudicate` and `consensus`: splits put side by side, and what was settled read back."""

from __future__ import annotations

import json
from pathlib import Path

import click

from showproof.cli.calibrate_options import key_option, scorecards_option, tell, told_code
from showproof.cli.options import catalog_option, force_option, json_option, limit_option

ADJUDICATE = """\b
  showproof calibrate adjudicate handed-in/ --out splits.xlsx
  showproof calibrate adjudicate handed-in/ --key study/organiser/key.json --cut none --apart 3 --out splits.xlsx

Write a sheet of the splits: drafts and scales on which people are two levels apart or more, or overall on both sides of
the cut. Each line has the raters' levels and notes side by side, and room for the level that holds, the reason, who
decided and when. The ratings that people gave alone stay as they are.

Exit codes: 0 done, 1 some ratings do not count (each is named), 2 usage, 3 a file could not be read."""

CONSENSUS = """\b
  showproof calibrate consensus splits.xlsx --log tie-breaks.csv
  showproof calibrate consensus splits.xlsx --log tie-breaks.csv --today 2026-04-30 > consensus.csv

Read the sheet back: what was settled as CSV, or with --json as one object. It is kept apart from ratings: it has no
rater, and `showproof calibrate` takes none of it. With --log every line is added to a CSV, from which nothing is ever
taken. --today is the day of lines that say none.

Exit codes: 0 done, 1 some lines do not count (each is named), 2 usage, 3 the file could not be read."""


@click.command(help=ADJUDICATE, short_help="Write a sheet of the splits, to be settled.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RATINGS...")
@scorecards_option
@key_option
@click.option("--apart", type=click.IntRange(1, 4), default=2, show_default=True, help="Levels that make a split.")
@click.option("--cut", default="3", show_default=True, metavar="LEVEL|none", help="The overall level that advances.")
@click.option("--out", "-o", type=click.Path(path_type=Path), required=True, help="The workbook to write.")
@limit_option
@catalog_option
@force_option
def adjudicate(
    paths: tuple[Path, ...],
    scorecards: tuple[Path, ...],
    key: Path | None,
    apart: int,
    cut: str,
    out: Path,
    limit: tuple[str, ...],
    catalog: tuple[Path, ...],
    force: bool,
) -> int:
    """Read, and write the sheet."""
    from showproof import api, studies
    from showproof.files import write_file

    if cut not in ("none", "1", "2", "3", "4"):
        raise click.BadParameter(f'"{cut}"; allowed: 1, 2, 3, 4, none', param_hint="--cut")
    if out.suffix.lower() != ".xlsx":
        raise click.BadParameter(f'"{out.name}"; allowed: a name that ends in .xlsx', param_hint="--out")
    limits = api.limits_said(limit)
    found = studies.read_ratings(api.open_catalog(catalog), paths, scorecards=scorecards, key=key, limits=limits)
    data, count = studies.adjudication_sheet(found, apart=apart, cut=None if cut == "none" else int(cut))
    write_file(out, data, force=force)
    code = told_code(found)
    click.echo(f"wrote {out}: {count} split{'s'[: count != 1]} to settle")
    return code


@click.command(help=CONSENSUS, short_help="Read back what was settled, and log it.")
@click.argument("sheet", type=click.Path(path_type=Path))
@click.option("--log", type=click.Path(path_type=Path), default=None, help="CSV to which every settled split is added.")
@click.option("--today", default="", metavar="DAY", help="The day of lines that say none, as 2026-04-30.")
@json_option
@limit_option
def consensus(sheet: Path, log: Path | None, today: str, as_json: bool, limit: tuple[str, ...]) -> int:
    """Read back, print, and add to the log."""
    from showproof import api, studies

    settled = studies.read_consensus(sheet, log=log, today=today, limits=api.limits_said(limit))
    if as_json:
        told = {
            "schema": "showproof.consensus/1",
            "sheet": str(sheet),
            "consensus": [one._asdict() for one in settled.consensus],
            "open": [{"draft": draft, "scale": scale} for draft, scale in settled.open],
            "faults": [one._asdict() for one in settled.faults],
        }
        click.echo(json.dumps(told, indent=1, ensure_ascii=False))
    else:
        from showproof.rating_files.tie_breaks import consensus_csv

        click.echo(consensus_csv(settled.consensus), nl=False)
    tell(settled.faults)
    if settled.open:
        click.echo(f"{len(settled.open)} still open", err=True)
    return int(bool(settled.faults))
