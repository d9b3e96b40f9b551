"""`showproof audit`: selection and scores by group; behind it the log, its check, and the pack."""

from __future__ import annotations

from pathlib import Path

import click

from showproof.cli.audit_log import log
from showproof.cli.audit_pack import pack
from showproof.cli.audit_study import read_study, study_options
from showproof.cli.audit_verify import verify
from showproof.cli.calibrate_options import tell
from showproof.cli.leading import Leading
from showproof.cli.options import force_option, json_option
from showproof.cli.written import check_target, write_target

HELP = """\b
  showproof audit decisions.csv --groups sex,ethnicity
  showproof audit decisions.csv --groups sex,ethnicity --html audit.html --docx audit.docx
  showproof audit decisions.csv --groups sex --ratings handed-in/ --scorecards cards.json --key packets/key.json
  showproof audit decisions.csv --groups sex --labels "sex=female|male|non-binary" --json

Count how many of each group were selected, for each column and every crossing: selection rates, impact ratios against
the highest rate, intervals, and Fisher's exact test; with a column `score` the same for scores above the median, with
ratings how far raters agree on each group. Where the numbers are too small to tell it says *insufficient*, never that a
procedure passed.

The CSV has a line for each candidate: `candidate`, `decision` (selected or not selected), one column for each kind of
group, and if you like `score`, `draft`, `reason`, `decided by`, `date`. docs/audit.md says more.

Exit codes: 0 done, 1 some ratings do not count, 2 usage or a cell to mend, 3 a file could not be read."""


@click.command(cls=Leading, help=HELP)
@click.argument("decisions", type=click.Path(path_type=Path), metavar="DECISIONS.csv")
@click.option("--groups", required=True, metavar="COLUMN,...", help="Columns that name groups; each and all crossings.")
@click.option(
    "--labels", multiple=True, metavar="COLUMN=A|B", help="The only labels that a column may have, besides `unknown`."
)
@click.option(
    "--least-share", type=click.FloatRange(0, 0.5), default=None, metavar="SHARE",
    help="Groups below this share get no ratio; 0.02 if you say nothing, 0 for none.",
)  # fmt: skip
@study_options
@json_option
@click.option("--html", type=click.Path(path_type=Path), default=None, help="Write a page with pictures.")
@click.option("--docx", type=click.Path(path_type=Path), default=None, help="Write a summary of one page.")
@force_option
def audit(
    decisions: Path,
    groups: str,
    labels: tuple[str, ...],
    least_share: float | None,
    ratings: tuple[Path, ...],
    scorecards: tuple[Path, ...],
    key: Path | None,
    seed: int,
    catalog: tuple[Path, ...],
    as_json: bool,
    html: Path | None,
    docx: Path | None,
    force: bool,
) -> int:
    """Count, print, write."""
    from showproof import __version__, audits

    check_target(html, ".html", force=force)
    check_target(docx, ".docx", force=force)
    handed, code = read_study(ratings, scorecards, key, catalog)
    told, notices = audits.audit(
        decisions, groups.split(","), dict(map(_declared, labels)), least_share=least_share, handed=handed, key=key,
        seed=seed,
    )  # fmt: skip
    tell(notices)
    if as_json:
        from showproof.outputs.audit_json import audit_json

        click.echo(audit_json(told, __version__), nl=False)
    else:
        from showproof.outputs.audit_text import audit_text

        click.echo(audit_text(told), nl=False)
    write_target(html, lambda: audits.audit_page(told), force=force)
    write_target(docx, lambda: audits.audit_summary(told), force=force)
    return code


def _declared(text: str) -> tuple[str, list[str]]:
    """A column and its labels."""
    column, is_there, labels = text.partition("=")
    named = [label.strip() for label in labels.split("|")]
    if not is_there or not column.strip() or not all(named):
        found = f'"{text}"; allowed: a column and its labels, as sex=female|male'
        raise click.BadParameter(found, param_hint="--labels")
    return column, named


audit.others = {"log": log, "verify": verify, "pack": pack}
