"""`showproof rubric`: a rubric as a workbook that people edit, and back into a catalogue folder."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from showproof.cli.options import catalog_option, complete_roles, dry_run_option, force_option

if TYPE_CHECKING:
    from showproof.rubric_sheets.importing import Edited, Imported

HELP = """\b
  showproof rubric export operations-manager
  showproof rubric import operations-manager.xlsx --dry-run
  showproof rubric import operations-manager.xlsx --out team
  showproof rubric import operations-manager.xlsx --out team --id night-operations
  showproof rubric export criteria --catalog team --out criteria.xlsx

Edit by which rules drafts are scored. `export` writes a workbook for Excel or LibreOffice: the rows of a role with
what good looks like, the evidence rules, the level tables. WHAT is a role, a criterion, criteria for all of them, or
overall for the verdict.

`import` checks every edit and names each cell that cannot be taken; then it says what changed and writes the rubric
into a catalogue folder, which `--catalog` then uses. A workbook exported from another version than the catalogue has
is refused.

Exit codes: 0 done, 2 usage or cells that cannot be taken, 3 the file could not be read."""

FOLDER = "showproof-catalog"


@click.command(help=HELP)
@click.argument("verb", type=click.Choice(["export", "import"]), metavar="export|import")
@click.argument("what", metavar="WHAT|FILE", shell_complete=complete_roles)
@click.option(
    "--out", "-o", type=click.Path(path_type=Path), default=None,
    help=f"Of export, the file, WHAT.xlsx otherwise; of import, the catalogue folder, {FOLDER} otherwise.",
)  # fmt: skip
@click.option("--id", "new_id", metavar="ID", default="", help="Import as a role or criterion of its own.")
@click.option("--json", "as_json", is_flag=True, help="What an import changed, as one JSON object.")
@catalog_option
@dry_run_option
@force_option
def rubric(
    verb: str,
    what: str,
    out: Path | None,
    new_id: str,
    as_json: bool,
    catalog: tuple[Path, ...],
    dry_run: bool,
    force: bool,
) -> None:
    """Export or import."""
    if verb == "import":
        _import(Path(what), out or Path(FOLDER), catalog, new_id=new_id, as_json=as_json, dry_run=dry_run, force=force)
        return
    for given, name in ((new_id, "--id"), (as_json, "--json")):
        if given:
            raise click.BadParameter("export takes none; it is for import", param_hint=name)
    _export(what, out or Path(f"{what}.xlsx"), catalog, dry_run=dry_run, force=force)


def _export(name: str, target: Path, folders: tuple[Path, ...], *, dry_run: bool, force: bool) -> None:
    from showproof.api import export_rubric, open_catalog
    from showproof.files import refuse_existing, write_file

    if target.suffix.lower() != ".xlsx":
        raise click.BadParameter(f'"{target.name}"; allowed: a name that ends in .xlsx', param_hint="--out")
    data = export_rubric(open_catalog(folders), name)
    refuse_existing(target, force=force or dry_run)
    if dry_run:
        click.echo(f"would write {target} ({len(data):,} bytes)")
        return
    write_file(target, data, force=force)
    click.echo(f"wrote {target}")
    click.echo(f"edit it, then: showproof rubric import {shlex.quote(str(target))} --dry-run", err=True)


def _import(
    path: Path, folder: Path, folders: tuple[Path, ...], *, new_id: str, as_json: bool, dry_run: bool, force: bool
) -> None:
    from showproof.api import import_rubric, open_catalog
    from showproof.files import refuse_existing, write_file

    # What stands in the folder already is what the workbook would replace, and so what it must have come from.
    over = (folder, *folders) if folder.is_dir() else folders
    made = import_rubric(open_catalog(over), path, new_id=new_id, force=force)
    targets = {folder / relative: data for relative, data in made.files.items()}
    for target in targets:
        refuse_existing(target, force=force or dry_run)
    for note in made.notes:
        click.echo(note, err=True)
    if not dry_run:
        for target, data in targets.items():
            write_file(target, data, force=force)
    if as_json:
        click.echo(json.dumps(_as_data(made, list(targets), written=not dry_run), indent=1, ensure_ascii=False))
        return
    for one in made.rubrics:
        click.echo(_heading(one))
    for change in made.changes:
        click.echo(f"  {change}")
    for target in targets:
        click.echo(f"{'would write' if dry_run else 'wrote'} {target}")
    if not dry_run:
        digest = open_catalog((folder, *folders)).digest
        click.echo(f"with --catalog {shlex.quote(str(folder))}, scorecards name the rubric by {digest}", err=True)


def _heading(one: Edited) -> str:
    before, after = one.before, one.after
    name = "overall verdict" if after.kind == "overall" else f"{after.kind} {after.id}"
    if before is None:
        return f"{name}: new, version {after.version}, digest {after.digest}"
    if before.digest == after.digest:
        return f"{name}: version {after.version}, digest {after.digest}, nothing changed"
    digests = f"digest {before.digest} → {after.digest}"
    return f"{name}: version {before.version} → {after.version}, {digests}"


def _as_data(made: Imported, targets: list[Path], *, written: bool) -> dict[str, object]:
    from showproof.outputs.written_schema import RUBRIC_IMPORT_NAME

    return {
        "schema": RUBRIC_IMPORT_NAME,
        "file": made.file,
        "rubrics": [
            {
                "kind": one.after.kind,
                "id": one.after.id,
                "version": {"before": one.before.version if one.before else None, "after": one.after.version},
                "digest": {"before": one.before.digest if one.before else None, "after": one.after.digest},
            }
            for one in made.rubrics
        ],
        "changes": [change._asdict() for change in made.changes],
        "not_read": list(made.notes),
        "files": [str(target) for target in targets],
        "written": written,
    }
