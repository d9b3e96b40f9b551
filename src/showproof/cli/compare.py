"""`showproof compare`: two versions of a draft beside each other."""

from __future__ import annotations

from pathlib import Path

import click

from showproof.cli.options import (
    artifact_option,
    catalog_option,
    force_option,
    json_option,
    limit_option,
    role_option,
    said_by_options,
)

HELP = """\b
  showproof compare my-sop-v1.docx my-sop-v2.docx
  showproof compare old.xlsx new.xlsx --html changes.html
  showproof compare old.docx new.docx --note change-note.docx
  showproof compare old.md new.md --json --fail-if-lower

Say which levels moved and through which finding, what was fixed, what is new, what got worse, and what is still to be
mended. Both versions are judged as what NEW is taken for.

--note writes a feedback and change note in which the two versions are filled in; why, at what price, and who decided is
yours to say.

Exit codes: 0 done, 1 a level is lower and --fail-if-lower was said, 2 usage, 3 a file could not be read."""


@click.command(help=HELP)
@click.argument("old", type=click.Path(path_type=Path), metavar="OLD")
@click.argument("new", type=click.Path(path_type=Path), metavar="NEW")
@role_option
@artifact_option
@json_option
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE",
    help="A page to look at, besides.",
)
@click.option(
    "--note",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE",
    help="A feedback and change note to go on with, .docx.",
)
@click.option("--fail-if-lower", is_flag=True, help="Exit with 1 where the verdict or any level is lower.")
@click.option("--top", type=click.IntRange(0, 50), default=5, show_default=True, help="Fixes shown of what is to mend.")
@limit_option
@catalog_option
@force_option
def compare(
    old: Path,
    new: Path,
    role: str,
    artifact: str,
    as_json: bool,
    page: Path | None,
    note: Path | None,
    fail_if_lower: bool,
    top: int,
    limit: tuple[str, ...],
    catalog: tuple[Path, ...],
    force: bool,
) -> int:
    """Compare and print."""
    from showproof import __version__, api
    from showproof.files import refuse_existing, refuse_replacing, write_file
    from showproof.outputs.comparison_json import comparison_json
    from showproof.outputs.comparison_text import comparison_text

    for target, option in ((page, "--html"), (note, "--note")):
        if target:
            refuse_replacing(target, (old, new), option=option)
            refuse_existing(target, force=force, option=option)
    if note and note.suffix.lower() != ".docx":
        raise click.BadParameter(f'"{note.name}"; allowed: a name that ends in .docx', param_hint="--note")
    limits = api.limits_said(limit)
    known = api.open_catalog(catalog)
    told = api.compare(known, old, new, said_by_options(known, role, artifact), limits)
    made: list[tuple[Path, bytes, str]] = []
    if page:
        made.append((page, api.comparison_page(told).encode(), "--html"))
    if note:
        made.append((note, api.change_note(known, told), "--note"))
    for target, data, option in made:
        write_file(target, data, force=force, option=option)
    click.echo(comparison_json(told, __version__) if as_json else comparison_text(told, top), nl=False)
    for target, *_ in made:
        click.echo(f"wrote {target}", err=True)
    return 1 if fail_if_lower and told.lower else 0
