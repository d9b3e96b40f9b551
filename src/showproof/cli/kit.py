"""`showproof kit`: a role's hiring loop as papers for both sides of the table."""

from __future__ import annotations

import json
from pathlib import Path

import click

from showproof.cli.options import catalog_option, complete_roles, dry_run_option, force_option

HELP = """\b
  showproof kit production-support-analyst
  showproof kit operations-manager --artifacts drafts/ --format docx --out my-loop
  showproof kit finops-analyst --raters "Ana Ruiz, Ben Okoye" --candidate C-014

Write the papers of a role's hiring loop. For the candidate, a preparation sheet: a page a stage with what it tests,
what to bring, whys to rehearse and boxes to tick. For the hiring side, an interview kit: a page a stage with prompts,
whys, red flags and what each level sounds like; and a sealed scorecard for each rater, who works alone.

--artifacts scores drafts of yours first, so that the sheet says at which level each of them stands.

A filled scorecard is read back by `showproof ratings`. Exit codes: 0 done, 2 usage, 3 a draft could not be read."""


@click.command(help=HELP)
@click.argument("role", shell_complete=complete_roles)
@click.option(
    "--out", "-o", type=click.Path(path_type=Path), default=None, help="Folder to write into; ROLE-kit otherwise."
)
@click.option(
    "--format",
    "-f",
    "format_name",
    type=click.Choice(["docx", "xlsx", "all"]),
    default="all",
    show_default=True,
    help="Format of the sheet and the kit; scorecards are workbooks.",
)
@click.option(
    "--artifacts",
    "-a",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help="Drafts of yours to bring; may be given several times.",
)
@click.option("--raters", default="", metavar="NAMES|N", help="A scorecard for each: names with commas, or how many.")
@click.option("--candidate", default="", metavar="CODE", help="The candidate's code on every scorecard.")
@click.option("--paper", type=click.Choice(["letter", "a4"]), default="letter", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The list of files as JSON on standard output.")
@catalog_option
@dry_run_option
@force_option
def kit(
    role: str,
    out: Path | None,
    format_name: str,
    artifacts: tuple[Path, ...],
    raters: str,
    candidate: str,
    paper: str,
    as_json: bool,
    catalog: tuple[Path, ...],
    dry_run: bool,
    force: bool,
) -> int:
    """Write the papers."""
    from showproof import api
    from showproof.files import refuse_existing, write_file
    from showproof.kit.papers import FORMATS, papers, raters_said
    from showproof.outputs.written_schema import KIT_NAME

    known = api.open_catalog(catalog)
    named, names = known.role(role), raters_said(raters)
    folder = out or Path(f"{role}-kit")
    brought, failed = api.brought_drafts(known, role, artifacts)
    formats = FORMATS if format_name == "all" else (format_name,)
    made = papers(
        known, named, formats=formats, raters=names, candidate=candidate.strip(), paper=paper, brought=brought
    )
    for one in made:
        refuse_existing(folder / one.name, force=force or dry_run)
    done = {one.name: one.make() for one in made}
    if not dry_run:
        for name, data in done.items():
            write_file(folder / name, data, force=force)
    if as_json:
        files = [{"file": str(folder / one.name), "kind": one.kind, "bytes": len(done[one.name])} for one in made]
        told = {
            "schema": KIT_NAME,
            "role": role,
            "rubric": known.digest,
            "written": not dry_run,
            "files": files,
            "unreadable": [one._asdict() for one in failed],
        }
        click.echo(json.dumps(told, indent=1, ensure_ascii=False))
    else:
        for name in done:
            click.echo(f"{'would write' if dry_run else 'wrote'} {folder / name} ({len(done[name]):,} bytes)")
    for gone in failed:
        click.echo(f"{gone.file}: {gone.error}; {gone.remedy}", err=True)
    return 3 if failed else 0
