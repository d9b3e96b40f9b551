"""`showproof ratings`: filled scorecards read back."""

from __future__ import annotations

from pathlib import Path

import click

from showproof.cli.options import catalog_option, json_option, limit_option, role_option

HELP = """\b
  showproof ratings scorecard-ana-ruiz.xlsx
  showproof ratings handed-in/ --csv > ratings.csv
  showproof ratings handed-in/ --role operations-manager --json

Read scorecards that `showproof kit` made and raters filled: who rated whom, every level with its note, and what a rater
has to mend, each with its cell. A level counts when it is on the scale, has a note and stands beside the lines that the
scorecard was made with; the overall verdict when every row counts.

--csv gives the columns draft, rater, scale, level, note.

Exit codes: 0 all whole, 1 a scorecard has something to mend, 2 usage, 3 a file is no scorecard."""


@click.command(help=HELP)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|DIR...")
@role_option
@click.option("--csv", "as_csv", is_flag=True, help="Levels as CSV on standard output.")
@json_option
@limit_option
@catalog_option
def ratings(
    paths: tuple[Path, ...],
    role: str,
    as_csv: bool,
    as_json: bool,
    limit: tuple[str, ...],
    catalog: tuple[Path, ...],
) -> int:
    """Read and print."""
    from showproof import __version__, api
    from showproof.outputs import ratings as shown
    from showproof.outputs.terminal import plain

    if as_csv and as_json:
        raise click.UsageError("--csv and --json exclude each other; say one of them")
    known = api.open_catalog(catalog)
    if role:
        known.role(role)
    cards, failed = api.read_ratings(known, paths, role, api.limits_said(limit))
    if as_json:
        click.echo(shown.ratings_json(cards, [one._asdict() for one in failed], __version__), nl=False)
    elif as_csv:
        click.echo(shown.ratings_csv(cards), nl=False)
    else:
        for card in cards:
            click.echo(plain(shown.card_line(card, len(known.role(card.role).rows))))
    for card in cards:
        for fault in card.faults:
            click.echo(plain(f"{card.file}: {fault}"), err=True)
    for gone in failed:
        click.echo(plain(f"{gone.file}: {gone.error}; {gone.remedy}"), err=True)
    return 3 if failed else int(any(card.faults for card in cards))
