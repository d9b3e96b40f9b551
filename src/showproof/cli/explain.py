"""`showproof explain`: how one level of one draft came about."""

from __future__ import annotations

from pathlib import Path

import click

from showproof.cli.options import (
    artifact_option,
    catalog_option,
    json_option,
    limit_option,
    manifest_option,
    role_option,
    roster_by_options,
)

HELP = """\b
  showproof explain my-sop.docx measures
  showproof explain my-sop.docx overall --role operations-manager
  showproof explain my-sop.docx root-cause --json

Say how one level came about: what each rule looked for and found, which line of the level table holds and why the next
higher one does not, what holds the level down, and what mending each finding adds. NAME is overall, a criterion, a row
of the role, or a flag.

Role and type are taken as in `showproof score`.

Exit codes: 0 done, 2 usage, 3 the file could not be read."""


@click.command(help=HELP)
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@click.argument("name", metavar="NAME")
@role_option
@artifact_option
@manifest_option
@json_option
@limit_option
@catalog_option
def explain(
    path: Path,
    name: str,
    role: str,
    artifact: str,
    manifest: Path | None,
    as_json: bool,
    limit: tuple[str, ...],
    catalog: tuple[Path, ...],
) -> None:
    """Derive and print."""
    from showproof import api

    limits = api.limits_said(limit)
    known = api.open_catalog(catalog)
    roster = roster_by_options(known, role, artifact, manifest)
    told = api.explain(known, path, name, roster, limits)
    if as_json:
        from showproof.outputs.derivation_json import derivation_json

        click.echo(derivation_json(told), nl=False)
    else:
        from showproof.outputs.derivation_text import derivation_text

        click.echo(derivation_text(told), nl=False)
