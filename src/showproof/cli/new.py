"""`showproof new`: a template, or its worked example."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from showproof.cli.options import (
    catalog_option,
    complete_artifacts,
    complete_bundles,
    dry_run_option,
    force_option,
    role_option,
)

if TYPE_CHECKING:
    from showproof.catalog.store import Catalog
    from showproof.formats.compose import Choices

HELP = """\b
  showproof new sop
  showproof new dashboard-spec -r operations-manager --workflow "vendor transition" --metric "time-in-stage"
  showproof new decision-log --format xlsx --example --out decision-log-example.xlsx
  showproof new --bundle finops-end-to-end --workflow "card payouts" --out my-folder

Make the template of an artifact type, with your context in its texts, or with --example a worked example of it.

What you leave out is taken from the role: its first workflow, metric and constraint; say --plain to leave it open.

--bundle makes the documents of a bundle in one folder: they share the context, and each names the others. With
--example each is a worked example with a case of its own, from another company than the others."""

FORMATS = ("docx", "xlsx")

CONTEXT = (
    ("workflow", "The one workflow that it is about."),
    ("metric", "The measure that tells whether it works."),
    ("constraint", "The limit that it works under."),
    ("owner", "Who keeps the document."),
    ("team", "Your team."),
    ("stakeholder", "Whom it is for."),
    ("period", "The weeks, month or quarter that it covers."),
    ("title", "Title; made from the type and the workflow otherwise."),
)


def _context_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, text in reversed(CONTEXT):
        command = click.option(f"--{name}", metavar="TEXT", default="", help=text)(command)
    return command


@click.command(help=HELP)
@click.argument("artifact", required=False, default="", shell_complete=complete_artifacts)
@click.option(
    "--bundle",
    metavar="BUNDLE",
    default="",
    shell_complete=complete_bundles,
    help="All types of a bundle instead of one; `showproof catalog bundles` lists them.",
)
@role_option
@click.option(
    "--format",
    "-f",
    "format_name",
    type=click.Choice(FORMATS),
    default=None,
    help="The type's usual one otherwise.",
)
@_context_options
@click.option("--rows", type=click.IntRange(0, 200), default=0, help="Empty rows more than usual in every table.")
@click.option("--paper", type=click.Choice(["letter", "a4"]), default="letter", show_default=True)
@click.option(
    "--language", metavar="TAG", default="en-US", show_default=True, help="Language of the document for spelling."
)
@click.option("--plain", is_flag=True, help="Take nothing from the role that you did not say.")
@click.option(
    "--example",
    "example",
    is_flag=False,
    flag_value="strong",
    default="",
    metavar="[strong|weak]",
    help="The worked example instead.",
)
@click.option(
    "--out",
    "-o",
    type=click.Path(path_type=Path),
    default=None,
    help="File to write, ARTIFACT.FORMAT here otherwise; with --bundle the folder.",
)
@catalog_option
@dry_run_option
@force_option
def new(
    artifact: str,
    bundle: str,
    role: str,
    format_name: str | None,
    rows: int,
    paper: str,
    language: str,
    plain: bool,
    example: str,
    out: Path | None,
    catalog: tuple[Path, ...],
    dry_run: bool,
    force: bool,
    **context: str,
) -> None:
    """Make one file, or those of a bundle."""
    from showproof.api import open_catalog
    from showproof.formats.compose import Choices

    if example not in ("", "strong", "weak"):
        raise click.BadParameter(f'"{example}"; allowed: strong, weak', param_hint="--example")
    if bool(artifact) == bool(bundle):
        raise click.UsageError("found ARTIFACT and --bundle; say one" if bundle else "Missing argument 'ARTIFACT'.")
    given = {name: text for name, text in context.items() if text}
    wish = Wish(
        role,
        format_name,
        given,
        plain,
        example,
        Choices(rows=rows, paper=paper, language=language),
        out,
        dry_run,
        force,
    )
    known = open_catalog(catalog)
    if bundle:
        from showproof.cli.new_bundle import make_bundle

        make_bundle(known, bundle, wish)
    else:
        _make_one(known, artifact, wish)


class Wish(NamedTuple):
    """What was said on the command line beside the type or the bundle."""

    role: str
    format_name: str | None
    context: dict[str, str]
    plain: bool
    example: str
    choices: Choices
    out: Path | None
    dry_run: bool
    force: bool


def _make_one(known: Catalog, artifact: str, wish: Wish) -> None:
    from showproof.api import make_template, usual_context
    from showproof.files import refuse_existing, write_file

    kind, out = known.artifact(artifact), wish.out
    named = wish.format_name or (_ending(out) if _ending(out) in FORMATS else kind.formats[0])
    if out and _ending(out) != named:
        raise click.BadParameter(
            f'"{out.name}" for a {named} file; allowed: a name that ends in .{named}', param_hint="--out"
        )
    target = out or Path(f"{artifact}{'-' + wish.example if wish.example else ''}.{named}")
    given = wish.context
    if not wish.plain and not wish.example:
        given = {**usual_context(known, artifact, wish.role or kind.usual_role), **given}
    refuse_existing(target, force=wish.force or wish.dry_run)
    data = make_template(
        known, artifact, format_name=named, role=wish.role, context=given, example=wish.example, choices=wish.choices
    )
    if wish.dry_run:
        click.echo(f"would write {target} ({len(data):,} bytes)")
        return
    write_file(target, data, force=wish.force)
    click.echo(f"wrote {target} ({kind.title}, {named})")
    if not wish.example:
        click.echo(f"fill it, then: showproof score {shlex.quote(str(target))}", err=True)


def _ending(out: Path | None) -> str:
    return out.suffix.lstrip(".").lower() if out else ""
