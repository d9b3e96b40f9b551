"""`showproof score`: drafts to scorecards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from showproof.cli.options import catalog_option, complete_artifacts, limit_option, role_option

if TYPE_CHECKING:
    from showproof.model import Scorecard

WHOLE = 3
"""Drafts up to which each scorecard is shown whole."""

HELP = """\b
  showproof score my-sop.docx
  showproof score drafts/ --role operations-manager --fail-under 3
  showproof score drafts/ --manifest roster.csv --json > scorecards.json

Score filled drafts (.docx, .xlsx, .md): a level for nine criteria and for each skill row, each with the place that it
rests on, and what to write next. Folders are searched for drafts.

Role and type are read from the file; where it does not say, they are taken from its words, and the output says so.
A manifest is a CSV with the columns file, role and artifact (the last two may be empty).

Exit codes: 0 done, 1 a draft is below --fail-under, 2 usage, 3 a file could not be read."""


@click.command(help=HELP)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|DIR...")
@role_option
@click.option(
    "--artifact",
    "-a",
    metavar="TYPE",
    default="",
    shell_complete=complete_artifacts,
    help="Artifact type of all drafts given.",
)
@click.option(
    "--manifest", type=click.Path(path_type=Path), default=None, help="CSV that says role and type of each file."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@click.option(
    "--fail-under",
    type=click.IntRange(0, 4),
    default=None,
    metavar="LEVEL",
    help="Exit with 1 where a draft's overall level is lower.",
)
@click.option("--top", type=click.IntRange(0, 50), default=5, show_default=True, help="Fixes shown for each draft.")
@limit_option
@catalog_option
def score(
    paths: tuple[Path, ...],
    role: str,
    artifact: str,
    manifest: Path | None,
    as_json: bool,
    fail_under: int | None,
    top: int,
    limit: tuple[str, ...],
    catalog: tuple[Path, ...],
) -> int:
    """Score and print."""
    from showproof import __version__, api
    from showproof.outputs.terminal import plain

    limits = api.limits_said(limit)
    known = api.open_catalog(catalog)
    if role:
        known.role(role)
    if artifact:
        known.artifact(artifact)
    said = api.Said(role, artifact)
    roster = api.read_manifest(manifest, known, said) if manifest else None
    files = api.draft_files(paths)
    if not files:
        raise click.UsageError(f"no drafts in {', '.join(map(str, paths))}; drafts end in {', '.join(api.READABLE)}")
    cards, failed = api.score_files(api.Scorer(known, limits), files, roster or said)
    if as_json:
        from showproof.outputs.as_json import scorecards_json

        click.echo(scorecards_json(cards, [one._asdict() for one in failed], __version__), nl=False)
    else:
        _show(cards, top)
    notices = roster.notices if roster else ()
    for line in (
        *_unrecognised(cards),
        *_shortened(notices),
        *(f"{one.file}: {one.error}; {one.remedy}" for one in failed),
    ):
        click.echo(plain(line), err=True)
    if failed:
        return 3
    return 1 if fail_under is not None and any(card.level < fail_under for card in cards) else 0


def _show(cards: Sequence[Scorecard], top: int) -> None:
    """A few drafts whole; more as a table."""
    from showproof.outputs.terminal import card_text, table_text

    for card in cards if len(cards) <= WHOLE else ():
        click.echo(card_text(card, top))
    if len(cards) > 1:
        click.echo(table_text(cards))


def _unrecognised(cards: Sequence[Scorecard]) -> Iterator[str]:
    """A line for each draft of no known type; one for all where they are many."""
    unknown = [card.file for card in cards if card.artifact.by == "none"]
    said = "no artifact type recognised; scored by criteria and skill rows alone; say --artifact to judge its parts"
    if len(unknown) > WHOLE:
        yield f"{len(unknown)} of {len(cards)} drafts: {said}"
    else:
        yield from (f"{file}: {said}" for file in unknown)


def _shortened(notices: Sequence[str]) -> Iterator[str]:
    """The first few notices of a manifest, and how many more there are."""
    yield from notices[:WHOLE]
    if len(notices) > WHOLE:
        yield f"and {len(notices) - WHOLE} more rows with a type that the catalogue does not have"
