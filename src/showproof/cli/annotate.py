"""`showproof annotate`: the findings as comments or notes in a copy of each draft."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from showproof.annotating.copies import Copy
    from showproof.annotating.wording import Length

HELP = """\b
  showproof annotate my-sop.docx --out reviewed/
  showproof annotate drafts/*.xlsx --out reviewed/ --author "Ana Ruiz" --top 10
  showproof annotate my-sop.docx --out reviewed/ --language-level short --json
  showproof annotate my-sop.docx --out reviewed/ --pictures

Write what the score rests on into a copy of each draft: Word comments and Excel notes at the very words, or at the
empty answer where something is missing. Each says what is missing, why it matters, what to write and what that adds.
The first one sums up. The draft itself is never changed, and in the copy nothing but comments and what leads to them.

--pictures adds a page or sheet at the end: the draft's own steps, plan, risks, limits or scenarios drawn, and its
levels. It is known again, and never scored.

A copy that is annotated again gets new comments for the old ones; comments of others stay as they are.

Exit codes: 0 done, 2 usage, 3 a file could not be read or cannot have comments."""


@click.command(help=HELP)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--out", "-o", required=True, type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
    help="Folder for the copies; each has the name of its draft.",
)  # fmt: skip
@click.option("--author", default="showproof", show_default=True, metavar="NAME", help="Whom the comments are from.")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), default=None, metavar="DAY",
    help="Day of the comments, as 2026-03-04; without it, when the draft was last saved.",
)  # fmt: skip
@click.option(
    "--top", type=click.IntRange(min=0), default=None, metavar="N",
    help="Only the N findings worth most; without it, all. Flags always stay.",
)  # fmt: skip
@click.option(
    "--language-level", type=click.Choice(["short", "full"]), default="full", show_default=True,
    help="How much each comment says.",
)  # fmt: skip
@click.option("--pictures", is_flag=True, help="Pictures of the draft and its levels at the end of the copy.")
@role_option
@artifact_option
@manifest_option
@json_option
@click.option("--force", is_flag=True, help="Replace copies that exist, and annotate signed files.")
@limit_option
@catalog_option
def annotate(
    paths: tuple[Path, ...],
    out: Path,
    author: str,
    day: datetime | None,
    top: int | None,
    language_level: Length,
    pictures: bool,
    role: str,
    artifact: str,
    manifest: Path | None,
    as_json: bool,
    force: bool,
    limit: tuple[str, ...],
    catalog: tuple[Path, ...],
) -> int:
    """Score, copy, and say what was written."""
    from showproof import api
    from showproof.annotating.copies import Wanted
    from showproof.outputs.terminal import plain

    known = api.open_catalog(catalog)
    roster = roster_by_options(known, role, artifact, manifest)
    scorer = api.Scorer(known, api.limits_said(limit))
    dated = f"{day:%Y-%m-%d}" if day else ""
    wanted = Wanted(out, author.strip() or "showproof", dated, top, language_level, force, pictures)
    made: list[Copy] = []
    failed: list[api.Unreadable] = []
    for one in api.annotate_files(scorer, api.draft_files(paths), wanted, roster):
        if isinstance(one, api.Unreadable):
            failed.append(one)
            click.echo(plain(f"{one.file}: {one.error}; {one.remedy}"), err=True)
            continue
        made.append(one)
        if not as_json:
            click.echo(plain(_line(one)))
        for notice in _notices(one):
            click.echo(plain(f"{one.copy}: {notice}"), err=True)
    if as_json:
        from showproof.annotating.as_json import copies_json

        click.echo(copies_json(made, failed), nl=False)
    return 3 if failed else 0


def _line(copy: Copy) -> str:
    kind = "note" if copy.noted and copy.copy.lower().endswith((".xlsx", ".xlsm", ".xltx")) else "comment"
    again = f", {copy.replaced} of an earlier time replaced" if copy.replaced else ""
    drawn = len(copy.pictures)
    added = f", {drawn} picture{'' if drawn == 1 else 's'}" if drawn else ""
    count = f"{copy.written} {kind}{'' if copy.written == 1 else 's'}{again}{added}"
    return f"wrote {copy.copy} ({count}; level {copy.card.level}, {copy.card.verdict})"


def _notices(copy: Copy) -> Iterable[str]:
    yield from copy.notices
    for place, instead in copy.moved:
        yield f"the note for {place} stands at {instead}, since somebody's note is there"
