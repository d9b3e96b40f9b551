"""`showproof packets`: blind packets for raters, balanced and in an order drawn by a seed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from showproof.cli.leading import Leading
from showproof.cli.options import (
    catalog_option,
    dry_run_option,
    force_option,
    json_option,
    limit_option,
    role_option,
)
from showproof.cli.packet_plan import plan
from showproof.outputs.terminal import plain

if TYPE_CHECKING:
    from showproof.packets.study import Packets

HELP = """\b
  showproof packets drafts/ --role operations-manager --raters 4 --overlap 2 --seed 7 --out study
  showproof packets drafts/ --role operations-manager --raters "Ana Ruiz, Ben Okoye" --seed 7 --out study
  showproof packets drafts/ --role finops-analyst --raters 3 --seed 7 --anchors anchors.csv --out study
  showproof packets plan --help

Prepare a study of how far raters agree. Each rater gets a folder: blind copies of drafts under neutral codes, a
scorecard with a sheet for each criterion, each row of the role and the whole, the drafts on it in an order of its own,
and a norming guide of one page with an anchor draft for each level. --overlap says how many raters a draft has; pairs
of raters share as many drafts as each other, as nearly as can be, and a chain of drafts leads from every rater to
every other. The same drafts, options and seed give the same bytes.

The folder for the organiser holds the key (which file is behind which code) and who rates what: keep it from raters.

--anchors is a CSV with the columns file, level and why; where it has no draft of a level, showproof's own examples
serve. --roster and --name say whose names to take out of the copies, as in `showproof blind`.

`packets plan` says before the start how many drafts and raters it takes. A folder called plan is named by its whole
path.

Exit codes: 0 done, 2 usage, 3 a draft could not be read and nothing was written."""


@click.command(cls=Leading, help=HELP)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|DIR...")
@role_option
@click.option("--raters", default="", metavar="NAMES|N", help="Who rates: names with commas, or how many.")
@click.option(
    "--overlap", default="all", show_default=True, metavar="K|all", help="How many raters each draft has, 2 or more."
)
@click.option("--seed", type=int, default=None, metavar="N", help="A whole number by which all orders are drawn.")
@click.option("--out", "-o", type=click.Path(path_type=Path), default=None, help="Folder of the study.")
@click.option("--anchors", type=click.Path(path_type=Path), default=None, help="CSV: file, level, why.")
@click.option("--roster", type=click.Path(path_type=Path), default=None, help="Names: a line each, or a CSV with name.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="A name to replace; may be given several times.")
@click.option("--paper", type=click.Choice(["letter", "a4"]), default="letter", show_default=True)
@json_option
@limit_option
@catalog_option
@dry_run_option
@force_option
def packets(
    paths: tuple[Path, ...],
    role: str,
    raters: str,
    overlap: str,
    seed: int | None,
    out: Path | None,
    anchors: Path | None,
    roster: Path | None,
    names: tuple[str, ...],
    paper: str,
    as_json: bool,
    limit: tuple[str, ...],
    catalog: tuple[Path, ...],
    dry_run: bool,
    force: bool,
) -> int:
    """Prepare and write."""
    from showproof import api, studies
    from showproof.blind.people import read_roster
    from showproof.kit.papers import raters_said

    if seed is None or out is None or not role or not raters:
        said = (("--role", role), ("--raters", raters), ("--seed", seed is not None), ("--out", out))
        raise click.UsageError(f"packets need {', '.join(name for name, given in said if not given)}")
    made, failed = studies.make_packets(
        api.open_catalog(catalog), paths, role, raters_said(raters), overlap=_overlap(overlap), seed=seed,
        names=[*(read_roster(roster) if roster else ()), *names], anchors=anchors, paper=paper,
        limits=api.limits_said(limit),
    )  # fmt: skip
    if made is None:
        for lost in failed:
            click.echo(plain(f"{lost.file}: {lost.error}; {lost.remedy}"), err=True)
        click.echo("nothing was written: one draft more or less changes every packet", err=True)
        return 3
    _write(made, out, dry_run=dry_run, force=force)
    if as_json:
        click.echo(json.dumps(made.key, indent=1, ensure_ascii=False))
    else:
        click.echo("\n".join(plain(line) for line in _lines(made, out, dry_run=dry_run)))
    return 0


def _write(made: Packets, out: Path, *, dry_run: bool, force: bool) -> None:
    """Write all files, or none. Raises UserError for files that exist, and for those of another study in the folder."""
    from showproof.errors import UserError
    from showproof.files import refuse_existing, write_file

    for name in made.files:
        refuse_existing(out / name, force=force or dry_run)
    there = (path for part in ("raters", "organiser") for path in sorted((out / part).rglob("*")) if path.is_file())
    other = next((path for path in there if path.relative_to(out).as_posix() not in made.files), None)
    if other and not dry_run:
        remedy = "choose another --out, or take the folder away: a rater would find drafts of both"
        raise UserError("a file of another study is there", where=str(other), remedy=remedy)
    for name, data in () if dry_run else made.files.items():
        write_file(out / name, data, force=force)


def _overlap(said: str) -> int:
    """The number of raters a draft; 0 for all."""
    if said.strip().lower() == "all":
        return 0
    if not said.strip().isdecimal() or not int(said.strip()[:9]):
        raise click.BadParameter(f'"{said}"; allowed: a number from 2 on, or all', param_hint="--overlap")
    return int(said.strip()[:9])


def _lines(made: Packets, out: Path, *, dry_run: bool) -> Iterator[str]:
    """What each rater got, how even it is, and what a person should look at."""
    key: dict[str, Any] = made.key
    scales, planned = len(key["scales"]), key["design"]
    verb = "would write" if dry_run else "wrote"
    folders = dict.fromkeys("/".join(name.split("/")[:2]) for name in made.files if name.startswith("raters/"))
    for folder, (rater, count) in zip(folders, planned["drafts_a_rater"].items(), strict=True):
        yield f"{verb} {out / folder}: {rater}, {count} drafts on {scales} sheets, {count * scales} levels"
    yield f"{verb} {out / 'organiser'}: the key and the assignment; keep them from the raters"
    shared = [one["drafts"] for one in planned["shared"]]
    loads = planned["drafts_a_rater"].values()
    yield (
        f"{len(key['drafts'])} drafts, each rated by {planned['raters_a_draft']} of {len(key['raters'])}; "
        f"a rater has {_range(loads)}, two raters share {_range(shared)}; all raters are connected"
    )
    missing = sorted({*range(5)} - {one["level"] for one in key["anchors"]})
    if missing:
        yield f"no anchor draft for level {', '.join(map(str, missing))}: name one with --anchors"
    left = [one["code"] for one in key["drafts"] if one["left"]]
    if left:
        yield f"look at {', '.join(left)} first: the key says under `left` what may still tell whose they are"


def _range(counts: Any) -> str:
    low, high = min(counts), max(counts)
    return str(low) if low == high else f"{low} to {high}"


packets.others = {"plan": plan}
