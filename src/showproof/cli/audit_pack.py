"""`showproof audit pack`: all that decisions rest on in one folder, or one zip file."""

from __future__ import annotations

from pathlib import Path

import click

from showproof.cli.calibrate_options import key_option, scorecards_option, tell
from showproof.cli.options import catalog_option, force_option

HELP = """\b
  showproof audit pack --out pack --decisions decisions.csv --groups sex --contact "reviews@example.org"
  showproof audit pack --out pack.zip --scorecards cards.json --ratings handed-in/ --log audit.log

Put all that decisions rest on into one folder, or one zip file: decisions, selection by group, scorecards, ratings, how
splits were settled, the gate, the log, the rubric's text and digest, versions and settings, and a manifest with the
SHA-256 of every file. For each candidate there is an explanation in plain words: what the decision rested on, what
spoke for and against, in the draft's own words, and how to ask for a person to look again.

Everything may be left out; what is missing is named. `showproof audit verify` checks the pack later.

Exit codes: 0 done, 2 usage, 3 a file could not be read."""
_FILE = click.Path(path_type=Path)


@click.command(help=HELP, short_help="Put all that decisions rest on into one folder.")
@click.option("--out", "-o", required=True, type=_FILE, metavar="DIR|FILE.zip", help="Where the pack goes.")
@click.option("--decisions", type=_FILE, default=None, metavar="F", help="The CSV that `showproof audit` takes.")
@click.option("--groups", default="", metavar="COLUMN,...", help="Columns of it that name groups.")
@scorecards_option
@click.option("--ratings", multiple=True, type=_FILE, metavar="FILE|DIR", help="Ratings as people handed them in.")
@key_option
@click.option("--adjudication", multiple=True, type=_FILE, metavar="F", help="How splits were settled; any files.")
@click.option("--gate", multiple=True, type=_FILE, metavar="F", help="Bars, and what was held against them; any files.")
@click.option("--log", type=_FILE, default=None, help="The log of `showproof audit log`.")
@click.option("--contact", default="", metavar="TEXT", help="Whom candidates write to for a review.")
@click.option("--review-until", default="", metavar="DAY", help="Last day to ask for it, as 2026-06-30.")
@catalog_option
@force_option
def pack(
    out: Path,
    decisions: Path | None,
    groups: str,
    scorecards: tuple[Path, ...],
    ratings: tuple[Path, ...],
    key: Path | None,
    adjudication: tuple[Path, ...],
    gate: tuple[Path, ...],
    log: Path | None,
    contact: str,
    review_until: str,
    catalog: tuple[Path, ...],
    force: bool,
) -> None:
    """Gather, write, and say what is missing."""
    from showproof import api, audits
    from showproof.auditing.pack.gather import Named
    from showproof.auditing.pack.given import Review
    from showproof.values.calendar_days import is_iso_day

    columns = tuple(name for name in groups.split(",") if name.strip())
    if columns and decisions is None:
        raise click.BadParameter("it names columns of --decisions, which is not given", param_hint="--groups")
    if review_until and not is_iso_day(review_until):
        found = f'"{review_until}" is no day; allowed: a day such as 2026-06-30'
        raise click.BadParameter(found, param_hint="--review-until")
    named = Named(
        decisions, columns, scorecards, ratings, key, adjudication, gate, log, Review(contact.strip(), review_until)
    )
    count, digest, lines = audits.pack(api.open_catalog(catalog), named, out, force=force)
    tell(lines)
    click.echo(f"wrote {out}, {count} files, head {digest}")
