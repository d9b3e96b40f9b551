"""`showproof role import`: a market report as a role file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from showproof.cli.options import catalog_option, force_option

if TYPE_CHECKING:
    from showproof.market.imported import ImportedRole

HELP = """\b
  showproof role import report.txt

Make a role out of a market report. `showproof role import --help` says more."""

IMPORT_HELP = """\b
  showproof role import report.txt
  showproof role import report.html --id claims-analyst
  showproof role import report.docx --out team/rubrics/roles/claims-analyst.yaml --json

Read a market report (text, Markdown, HTML or .docx) into a role file: its table of skills with evidence rules, the
stages of the loop, signals, triggers, work samples, plans and questions, each with the line that it stands on.

What the report does not have, and what a person should look at, is said on standard error."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTED = (
    ("rows", "rows"), ("stages", "stages"), ("signals", "signals"), ("triggers", "triggers"), ("named", "work samples"),
    ("scenarios", "scenarios"), ("questions", "questions"),
)  # fmt: skip


@click.group(help=HELP)
def role() -> None:
    """Commands about roles."""


@role.command("import", help=IMPORT_HELP)
@click.argument("report", type=click.Path(path_type=Path))
@click.option("--id", "name", metavar="ID", default="", help="Id of the role; made of the report's title otherwise.")
@click.option("--out", "-o", type=click.Path(path_type=Path), default=None, help="File to write; else ID.yaml here.")
@click.option("--json", "as_json", is_flag=True, help="The role and what was not found as JSON on standard output.")
@catalog_option
@force_option
def import_(report: Path, name: str, out: Path | None, as_json: bool, catalog: tuple[Path, ...], force: bool) -> None:
    """Write one role file."""
    from showproof import api
    from showproof.files import refuse_existing, write_file

    named = _checked_id(name, out)
    if out:
        refuse_existing(out, force=force)
    found = api.import_role(api.open_catalog(catalog), report, name=named)
    target = out or Path(f"{found.role.id}.yaml")
    write_file(target, api.role_file(found, report).encode(), force=force)
    if as_json:
        click.echo(api.import_json(found, str(report), str(target)))
    else:
        click.echo(f"wrote {target} ({found.role.title}: {_counts(found)})")
    for line in (*found.notes, _next_step(target, found.role.id)):
        click.echo(line, err=True)


def _checked_id(name: str, out: Path | None) -> str:
    """The id that is said, or the name of the file that is; a role file has the name of its role."""
    if out and out.suffix != ".yaml":
        raise click.BadParameter(f'"{out.name}"; allowed: a name that ends in .yaml', param_hint="--out")
    said = name or (out.stem if out else "")
    if said and not _ID.fullmatch(said):
        hint = "--id" if name else "--out"
        raise click.BadParameter(f'"{said}"; allowed: small letters, digits and single hyphens', param_hint=hint)
    if out and name and out.stem != name:
        raise click.BadParameter(f'"{out.name}" for the role {name}; allowed: {name}.yaml', param_hint="--out")
    return said


def _counts(found: ImportedRole) -> str:
    return ", ".join(f"{len(getattr(found.role, group))} {word}" for group, word in _COUNTED)


def _next_step(target: Path, name: str) -> str:
    """Where the file serves, if it does not lie there already."""
    folder = target.resolve().parent
    if folder.name == "roles" and folder.parent.name == "rubrics":
        return f"look at it, then: showproof new sop --role {name} --catalog {target.parent.parent.parent}"
    return f"look at it, then put it into FOLDER/rubrics/roles/{name}.yaml and say --catalog FOLDER"
