"""`showproof score`: drafts to scorecards."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
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
    from showproof.cli.targets import Targets
    from showproof.model import Scorecard

HELP = """\b
  showproof score my-sop.docx
  showproof score drafts/ --role operations-manager --fail-under 3
  showproof score drafts/ --manifest roster.csv --json > scorecards.json
  showproof score drafts/ --out scorecards.json --resume scorecards.json
  showproof score drafts/ --html report.html
  showproof score my-sop.docx --watch

Score filled drafts (.docx, .xlsx, .md): a level for nine criteria and for each skill row, each with the place that it
rests on, and what to write next. Folders are searched for drafts.

Role and type are read from the file; where it does not say, they are taken from its words, and the output says so.
Several drafts are scored at once, by processes of their own within 20 seconds and 512 MB a draft; results come in the
order of the drafts. Ctrl-C leaves whole results, and --resume goes on from them: unchanged drafts are not
scored again.

--html makes one page that needs nothing but itself: levels, what to mend, the text with its evidence, and why each
level is so. Of several drafts it is a heat map that leads to a page of each, in the folder report-drafts beside it.

--watch scores again whenever a draft is saved and prints what changed, until Ctrl-C.

A manifest is a CSV with the columns file, role and artifact (the last two may be empty).

Exit codes: 0 done, 1 a draft is below --fail-under, 2 usage, 3 a file could not be read, 130 stopped."""


@click.command(help=HELP)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|DIR...")
@role_option
@artifact_option
@manifest_option
@json_option
@click.option(
    "--out",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE",
    help="The JSON object into a file, which is replaced when the run is done.",
)
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE",
    help="A page to look at, besides; of several drafts one page leads to the others.",
)
@click.option(
    "--resume",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE",
    help="JSON of an earlier run, stopped or whole: unchanged drafts are taken from it.",
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    default=None,
    metavar="N",
    help="Drafts scored at the same time; as many as there are processors unless you say.",
)
@click.option(
    "--fail-under",
    type=click.IntRange(0, 4),
    default=None,
    metavar="LEVEL",
    help="Exit with 1 where a draft's overall level is lower.",
)
@click.option("--top", type=click.IntRange(0, 50), default=5, show_default=True, help="Fixes shown for each draft.")
@click.option("--watch", is_flag=True, help="Score again on every save, and print what changed.")
@limit_option
@catalog_option
@force_option
def score(
    paths: tuple[Path, ...],
    role: str,
    artifact: str,
    manifest: Path | None,
    as_json: bool,
    out: Path | None,
    page: Path | None,
    resume: Path | None,
    jobs: int | None,
    fail_under: int | None,
    top: int,
    watch: bool,
    limit: tuple[str, ...],
    catalog: tuple[Path, ...],
    force: bool,
) -> int:
    """Score and print."""
    from showproof import api
    from showproof.cli.giving_out import give_out
    from showproof.cli.interrupts import Interrupts
    from showproof.cli.targets import Targets

    targets = Targets(as_json, out, page, resume, top, force).checked()
    limits = api.limits_said(limit)
    known = api.open_catalog(catalog)
    roster = roster_by_options(known, role, artifact, manifest)
    if watch:
        return watched(paths, api.one_by_one(known, roster, limits), targets, fail_under)
    files = drafts_named(paths)
    settings = api.settings_of(known, limits) if as_json or out else ""
    with contextlib.ExitStack() as stack:
        earlier = targets.earlier(stack, settings)
        results = targets.results(stack, settings, files)
        stopping = stack.enter_context(Interrupts()) if len(files) > 1 else None
        stopped = stopping.noted if stopping else lambda: False
        outcomes = api.score_batch(
            known, files, roster, results.render,
            limits=limits, jobs=jobs or 0, earlier=earlier, stopped=stopped,
        )  # fmt: skip
        stack.enter_context(contextlib.closing(outcomes))
        tally = give_out(outcomes, results, len(files), roster.notices, stopped)
    targets.closing_lines(tally)
    return tally.exit_code(fail_under)


def watched(
    paths: Sequence[Path], score_one: Callable[[Path], Scorecard], targets: Targets, fail_under: int | None
) -> int:
    """Score again on every save. Raises click.UsageError for options that need an end."""
    from showproof.cli.watch import watch

    if targets.as_json or targets.out or targets.page or fail_under is not None:
        raise click.UsageError("--watch has no end; leave --json, --out, --html, --resume and --fail-under out")
    return watch(paths, score_one, targets.top)


def drafts_named(paths: Sequence[Path]) -> Sequence[Path]:
    """The drafts in these files and folders. Raises click.UsageError where there are none."""
    from showproof.api import READABLE, draft_files

    files = draft_files(paths)
    if not files:
        raise click.UsageError(f"no drafts in {', '.join(map(str, paths))}; drafts end in {', '.join(READABLE)}")
    return files
