"""`showproof picture`: what a draft says, as pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from showproof.cli.options import (
    artifact_option,
    catalog_option,
    force_option,
    json_option,
    limit_option,
    manifest_option,
    role_option,
    roster_by_options,
)

if TYPE_CHECKING:
    from showproof.pictures.picture import Picture

HELP = """\b
  showproof picture my-sop.docx
  showproof picture plan.xlsx --out pictures/
  showproof picture risks.xlsx --artifact risk-register --json
  showproof picture my-sop.docx --png

Draw what a draft says: steps as swimlanes, plans as schedules with the critical path, risks by likelihood and impact,
thresholds as bands, scenarios as a fan, and its levels. Each picture is an SVG file of its own with its text
alternative, or a PNG file with --png; nothing is drawn that the draft does not say, and what could not be drawn is
named below it. With --json the pictures are printed, each with its words and the data behind it; files are written only
where --out is said.

Role and type are taken as in `showproof score`.

Exit codes: 0 done, 2 usage, 3 the file could not be read."""


@click.command(help=HELP)
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--out", "-o", type=click.Path(path_type=Path, file_okay=False), default=None, metavar="DIR",
    help="Folder for the pictures; without it, the current one.",
)  # fmt: skip
@click.option("--png", is_flag=True, help="PNG files instead of SVG files.")
@role_option
@artifact_option
@manifest_option
@json_option
@force_option
@limit_option
@catalog_option
def picture(
    path: Path,
    out: Path | None,
    png: bool,
    role: str,
    artifact: str,
    manifest: Path | None,
    as_json: bool,
    force: bool,
    limit: tuple[str, ...],
    catalog: tuple[Path, ...],
) -> None:
    """Read, draw, write."""
    from showproof import api
    from showproof.figures import figure_of, lacking_said
    from showproof.files import refuse_existing, write_file
    from showproof.outputs.terminal import plain

    limits = api.limits_said(limit)
    known = api.open_catalog(catalog)
    roster = roster_by_options(known, role, artifact, manifest)
    drawn = api.pictures(known, path, roster, limits)
    folder = out if out is not None or as_json else Path()
    names = _names(path, drawn, "png" if png else "svg")
    files = [folder / name for name in names] if folder is not None else []
    for file in files:
        refuse_existing(file, force=force)
    for file, one in zip(files, drawn, strict=bool(files)):
        write_file(file, figure_of(one).png if png else one.svg.encode(), force=force)
    if as_json:
        from showproof.outputs.pictures_json import pictures_json

        written = [str(folder / name) if folder is not None else None for name in names]
        click.echo(pictures_json(str(path), drawn, written), nl=False)
    else:
        for file, one in zip(files, drawn, strict=True):
            click.echo(plain(f"wrote {file} ({one.title})"))
    for notice in lacking_said(drawn) if png else ():
        click.echo(plain(f"{path}: {notice}"), err=True)
    if len(drawn) == 1:
        click.echo(plain(f"{path}: no table was found that a picture could be drawn of; only its levels"), err=True)


def _names(path: Path, drawn: Sequence[Picture], ending: str) -> list[str]:
    """A file name for each picture: the draft's and its kind, with a number from the second one of a kind on."""
    counts: Counter[str] = Counter()
    names = []
    for one in drawn:
        counts[one.kind] += 1
        number = f"-{counts[one.kind]}" if counts[one.kind] > 1 else ""
        names.append(f"{path.stem}-{one.kind}{number}.{ending}")
    return names
