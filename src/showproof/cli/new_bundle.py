"""`showproof new --bundle`: a folder of documents that share a context and refer to each other."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from showproof.api import bundle_context, bundle_files
from showproof.files import refuse_existing, write_file

if TYPE_CHECKING:
    from showproof.catalog.store import Catalog
    from showproof.cli.new import Wish


def make_bundle(known: Catalog, name: str, wish: Wish) -> None:
    """Write every file, or none where one of them exists or cannot be made."""
    bundle = known.bundle(name)
    folder = wish.out or Path(name)
    given = wish.context
    if not wish.plain and not wish.example:
        given = {**bundle_context(known, name, wish.role or bundle.role), **given}
    if "title" in given:
        raise click.UsageError("--title is for one document; a bundle makes each title from its type and the workflow")
    made = bundle_files(
        known, name, format_name=wish.format_name or "", role=wish.role, context=given, example=wish.example,
        choices=wish.choices,
    )  # fmt: skip
    for file in made:
        refuse_existing(folder / file, force=wish.force or wish.dry_run)
    for file, data in {file: make() for file, make in made.items()}.items():
        if not wish.dry_run:
            write_file(folder / file, data, force=wish.force)
        click.echo(f"{'would write' if wish.dry_run else 'wrote'} {folder / file} ({len(data):,} bytes)")
    if not wish.example and not wish.dry_run:
        click.echo(f"fill them, then: showproof score {shlex.quote(str(folder))}", err=True)
