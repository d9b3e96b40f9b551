"""`showproof blind`: copies of drafts for fair review."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from showproof.cli.options import catalog_option, dry_run_option, force_option, json_option, limit_option

if TYPE_CHECKING:
    from showproof.blind.copies import Copy
    from showproof.blind.people import Person
    from showproof.scorer import Scorer

HELP = """\b
  showproof blind drafts/ --out blind --roster roster.csv
  showproof blind ana.docx ben.xlsx --out blind --name "Ana Ruiz" --name "Ben Price"
  showproof blind drafts/ --out blind --roster roster.csv --json > key.json

Copies for fair review (.docx, .xlsx, .md): names of the roster and of the files' authors, e-mail addresses, phones and
links become stable pseudonyms; pictures become grey; properties, comments and revision marks name Person 1, Person 2.
Figures, dates and the rest of the text stay, and so do the scores: every copy is scored again and compared.

What it prints is the key: keep it from the reviewers. It says too what is left, and what no program can catch.

Exit codes: 0 done, 2 usage, 3 some files could not be read."""

CANNOT_CATCH = (
    "names that neither the roster nor an author's field has, and nicknames or misspelt ones",
    "first and last names that are words of the text too, where they stand alone",
    "a person told by the story: an employer, a project, a place, a date, a style of writing",
    "words in pictures of kinds that are left, in embedded files, in macros and in names of sheets",
)


@click.command(help=HELP)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|DIR...")
@click.option("--out", "-o", required=True, type=click.Path(path_type=Path), help="Folder for the copies.")
@click.option("--roster", type=click.Path(path_type=Path), default=None, help="Names: a line each, or a CSV with name.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="A name to replace; may be given several times.")
@json_option
@limit_option
@catalog_option
@dry_run_option
@force_option
def blind(
    paths: tuple[Path, ...],
    out: Path,
    roster: Path | None,
    names: tuple[str, ...],
    as_json: bool,
    limit: tuple[str, ...],
    catalog: tuple[Path, ...],
    dry_run: bool,
    force: bool,
) -> int:
    """Copy, compare, write, and print the key."""
    from showproof import api, sets
    from showproof.blind.people import read_roster
    from showproof.files import OPEN_ELSEWHERE, is_open_elsewhere, refuse_existing, refuse_replacing, write_file
    from showproof.outputs.terminal import plain

    limits, known = api.limits_said(limit), api.open_catalog(catalog)
    given = [*(read_roster(roster) if roster else ()), *names]
    key, copies, failed = sets.blind(known, paths, given, limits=limits, force=force)
    if not copies and not failed:
        raise click.UsageError(f"no drafts in {', '.join(map(str, paths))}; drafts end in {', '.join(api.READABLE)}")
    _check_names(copies)
    for one in copies:
        refuse_replacing(out / one.name, [each.path for each in copies])
        refuse_existing(out / one.name, force=force or dry_run)
    scorer = api.Scorer(known, limits)
    same = [_scores_the_same(scorer, one) for one in copies]
    if not dry_run:
        for one in copies:
            write_file(out / one.name, one.data, force=force)
    if as_json:
        data = _data(key, copies, same, out)
        data["unreadable"] = [one._asdict() for one in failed]
        click.echo(json.dumps(data, indent=1, ensure_ascii=False))
    else:
        click.echo("\n".join(plain(line) for line in _lines(key, copies, same, out, dry_run=dry_run)))
    for one in copies:
        if is_open_elsewhere(one.path):
            click.echo(plain(f"{one.path}: {OPEN_ELSEWHERE}"), err=True)
    for lost in failed:
        click.echo(plain(f"{lost.file}: {lost.error}; {lost.remedy}"), err=True)
    return 3 if failed else 0


def _check_names(copies: Sequence[Copy]) -> None:
    """Refuse two drafts that would become one file."""
    seen: dict[str, Copy] = {}
    for one in copies:
        other = seen.setdefault(one.name.lower(), one)
        if other is not one:
            raise click.UsageError(f"{other.path} and {one.path} would both be written as {one.name}; rename one")


def _scores_the_same(scorer: Scorer, one: Copy) -> bool:
    """Whether every level of the copy is that of the draft."""
    from showproof.sets import score_bytes

    cards = (scorer.score(one.path), score_bytes(scorer, one.data, one.name))
    levels = [(card.level, *(rated.level for rated in (*card.criteria, *card.skills))) for card in cards]
    return levels[0] == levels[1]


def _lines(
    key: Sequence[Person], copies: Sequence[Copy], same: Sequence[bool], out: Path, *, dry_run: bool
) -> Iterator[str]:
    if key:
        yield "Key (not for reviewers)"
        yield from (f"  {one.label}: {one.name}, in texts {one.spoken}" for one in key)
        yield ""
    for one, kept in zip(copies, same, strict=True):
        yield f"{one.path}: {'would write' if dry_run else 'wrote'} {out / one.name}"
        yield from (f"  {found.kind}: {found.was} → {found.now}  ({found.times}×)" for found in one.replaced)
        if one.pictures:
            yield f"  pictures: {one.pictures} made grey"
        if not (one.replaced or one.pictures):
            yield "  nothing was found to replace"
        yield from (f"  left: {line}" for line in one.left)
        yield f"  scores: {'the same' if kept else 'NOT the same; look at it before you use it'}"
    yield ""
    yield "What cannot be caught"
    yield from (f"  - {line}" for line in CANNOT_CATCH)


def _data(key: Sequence[Person], copies: Sequence[Copy], same: Sequence[bool], out: Path) -> dict[str, Any]:
    return {
        "schema": "showproof.blind/1",
        "key": [{"name": one.name, "label": one.label, "in_text": one.spoken} for one in key],
        "files": [
            {
                "file": str(one.path),
                "copy": str(out / one.name),
                "replaced": [found._asdict() for found in one.replaced],
                "pictures": one.pictures,
                "left": list(one.left),
                "scores_the_same": kept,
            }
            for one, kept in zip(copies, same, strict=True)
        ],
        "cannot_catch": list(CANNOT_CATCH),
    }
