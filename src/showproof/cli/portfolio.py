"""`showproof portfolio`: what a folder of drafts proves of a role, and the cheapest plan to prove the rest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from showproof.cli.options import (
    catalog_option,
    force_option,
    json_option,
    limit_option,
    manifest_option,
    role_option,
    roster_by_options,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from showproof.catalog.store import Catalog
    from showproof.formats.limits import Limits
    from showproof.manifest import Manifest
    from showproof.proof import Lost
    from showproof.scorer import Said


class Asked(NamedTuple):
    """What is to be weighed, for which role, and where the result goes."""

    known: Catalog
    folder: Path
    role: str
    said: Manifest | Said
    limits: Limits
    as_json: bool
    html: Path | None
    xlsx: Path | None
    docx: Path | None
    force: bool


HELP = """\b
  showproof portfolio drafts/ --role operations-manager
  showproof portfolio drafts/ --role operations-manager --html portfolio.html
  showproof portfolio drafts/ --role operations-manager --docx evidence.docx --xlsx matrix.xlsx
  showproof portfolio class/ --role finops-analyst --cohort --since last.json --html class.html

Set the drafts of one folder against the rows of a role: the best level of each row with its evidence, what remains
unproven, whether the set hangs together, and a plan: the cheapest fixes and new artifacts after which every row is at
level 3, with the command that starts each. Pages for the hiring side, copies and unchanged examples prove nothing.

With --cohort, DIR holds a folder for each candidate: levels of all of them, common gaps, and what has moved since an
earlier JSON.

Exit codes: 0 done, 2 usage, 3 some drafts could not be read (the others were weighed)."""


@click.command(help=HELP)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="DIR")
@role_option
@manifest_option
@json_option
@click.option("--html", type=click.Path(path_type=Path), default=None, help="Write it all as one page to look at.")
@click.option("--xlsx", type=click.Path(path_type=Path), default=None, help="Write a workbook: matrix, a sheet a row.")
@click.option("--docx", type=click.Path(path_type=Path), default=None, help="Write a one-page evidence index.")
@click.option("--today", metavar="DATE", default="", help="Count the ages of drafts to this day, as 2026-04-30.")
@click.option("--cohort", is_flag=True, help="DIR holds a folder for each candidate.")
@click.option("--since", type=click.Path(path_type=Path), default=None, help="Of a cohort, its JSON of an earlier day.")
@limit_option
@catalog_option
@force_option
def portfolio(
    folder: Path,
    role: str,
    manifest: Path | None,
    as_json: bool,
    html: Path | None,
    xlsx: Path | None,
    docx: Path | None,
    today: str,
    cohort: bool,
    since: Path | None,
    limit: tuple[str, ...],
    catalog: tuple[Path, ...],
    force: bool,
) -> int:
    """Weigh one set, or those of a cohort."""
    from showproof import api

    if not role:
        raise click.UsageError("no role named; say --role, such as --role operations-manager")
    _fits(cohort, since, docx, today)
    limits, known = api.limits_said(limit), api.open_catalog(catalog)
    said = roster_by_options(known, role, "", manifest)
    for target, ending in ((html, ".html"), (xlsx, ".xlsx"), (docx, ".docx")):
        _check_target(target, ending, folder, force=force)
    asked = Asked(known, folder, role, said, limits, as_json, html, xlsx, docx, force)
    return _many(asked, since) if cohort else _one(asked, today)


def _fits(cohort: bool, since: Path | None, docx: Path | None, today: str) -> None:
    """Refuse options that say nothing together."""
    from showproof.values.calendar_days import is_iso_day

    if since and not cohort:
        raise click.BadParameter("it is for --cohort", param_hint="--since")
    if cohort and docx:
        raise click.BadParameter("an evidence index is one candidate's; leave --cohort out", param_hint="--docx")
    if today and not is_iso_day(today):
        raise click.BadParameter(f'"{today}" is no date; allowed: a day such as 2026-04-30', param_hint="--today")


def _check_target(target: Path | None, ending: str, folder: Path, *, force: bool) -> None:
    from showproof.api import draft_files
    from showproof.files import refuse_existing, refuse_replacing

    if target is None:
        return
    if target.suffix.lower() != ending:
        raise click.BadParameter(
            f'"{target.name}"; allowed: a name that ends in {ending}', param_hint=f"--{ending[1:]}"
        )
    refuse_replacing(target, draft_files([folder]), option=f"--{ending[1:]}")
    refuse_existing(target, force=force, option=f"--{ending[1:]}")


def _one(asked: Asked, today: str) -> int:
    from showproof import __version__, sets

    told = sets.portfolio(asked.known, asked.folder, asked.role, asked.said, limits=asked.limits, today=today)
    if asked.as_json:
        from showproof.outputs.portfolio_json import portfolio_json

        click.echo(portfolio_json(told, __version__), nl=False)
    else:
        from showproof.outputs.portfolio_text import portfolio_text

        click.echo(portfolio_text(told), nl=False)
    _write(asked.html, lambda: sets.portfolio_page(told), force=asked.force)
    _write(asked.xlsx, lambda: sets.portfolio_workbook(told), force=asked.force)
    _write(asked.docx, lambda: sets.evidence_index(told), force=asked.force)
    return _exit_code(told.unreadable)


def _many(asked: Asked, since: Path | None) -> int:
    from showproof import __version__, sets

    told = sets.cohort(asked.known, asked.folder, asked.role, asked.said, limits=asked.limits, since=since)
    if asked.as_json:
        from showproof.outputs.portfolio_json import cohort_json

        click.echo(cohort_json(told, __version__), nl=False)
    else:
        from showproof.outputs.cohort_text import cohort_text

        click.echo(cohort_text(told), nl=False)
    _write(asked.html, lambda: sets.cohort_page(told), force=asked.force)
    _write(asked.xlsx, lambda: sets.cohort_workbook(told), force=asked.force)
    return _exit_code(told.unreadable)


def _write(target: Path | None, make: Callable[[], bytes], *, force: bool) -> None:
    from showproof.files import write_file

    if target:
        write_file(target, make(), force=force, option=f"--{target.suffix[1:].lower()}")
        click.echo(f"wrote {target}", err=True)


def _exit_code(unreadable: Sequence[Lost]) -> int:
    """3 where some drafts could not be read, each of them named."""
    from showproof.outputs.terminal import plain

    for one in unreadable:
        click.echo(plain(f"{one.file}: {one.error}; {one.remedy}"), err=True)
    return 3 if unreadable else 0
