"""`showproof calibrate`: whether raters agree, where not, and what to do first; with commands for the gate and more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from showproof.cli.adjudicate import adjudicate, consensus
from showproof.cli.calibrate_options import read_study, study_options
from showproof.cli.comparative import pairs, scale
from showproof.cli.cuts import cuts
from showproof.cli.gate import gate
from showproof.cli.leading import Leading
from showproof.cli.options import force_option, json_option
from showproof.cli.written import check_target, write_target

HELP = """\b
  showproof calibrate ratings.csv
  showproof calibrate handed-in/ --scorecards cards.json --html report.html
  showproof calibrate handed-in/ --xlsx figures.xlsx --docx summary.docx --json > calibration.json
  showproof calibrate gate --help

Say whether raters agree, where not, and what to do first. RATINGS are filled packets and scorecards (.xlsx), CSV with
the columns draft, rater, scale, level, and JSON; files or folders, any number of raters, with gaps. With
`--scorecards`, the output of `showproof score --json`, showproof is one more rater, kept apart from the people.

Every figure comes with an interval, or with the reason why there is none. docs/calibrate.md says how to read each.

Exit codes: 0 done, 1 some ratings do not count (each is named), 2 usage, 3 a file could not be read."""


@click.command(cls=Leading, help=HELP)
@study_options
@json_option
@click.option("--html", type=click.Path(path_type=Path), default=None, help="Write the report as a page.")
@click.option("--xlsx", type=click.Path(path_type=Path), default=None, help="Write a workbook with live formulas.")
@click.option("--docx", type=click.Path(path_type=Path), default=None, help="Write a summary of one page.")
@force_option
def calibrate(as_json: bool, html: Path | None, xlsx: Path | None, docx: Path | None, force: bool, **asked: Any) -> int:
    """Measure, print, and write what was asked for."""
    from showproof import __version__, calibrations

    targets = {".html": html, ".xlsx": xlsx, ".docx": docx}
    for ending, target in targets.items():
        check_target(target, ending, force=force)
    told, code = read_study(asked)
    if as_json:
        from showproof.outputs.calibration_json import calibration_json

        click.echo(calibration_json(told, __version__), nl=False)
    else:
        from showproof.outputs.calibration_text import calibration_text

        click.echo(calibration_text(told), nl=False)
    write_target(html, lambda: calibrations.calibration_page(told).encode(), force=force)
    write_target(xlsx, lambda: calibrations.calibration_workbook(told), force=force)
    write_target(docx, lambda: calibrations.calibration_summary(told), force=force)
    return code


calibrate.others = {
    "gate": gate, "adjudicate": adjudicate, "consensus": consensus, "cuts": cuts, "pairs": pairs, "scale": scale,
}  # fmt: skip
