"""`showproof calibrate gate`: bars set before anything is measured, then held against the result."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from showproof.cli.calibrate_options import read_study, study_options
from showproof.cli.options import catalog_option, force_option, json_option, role_option
from showproof.cli.written import check_target, write_target

if TYPE_CHECKING:
    from showproof.catalog.store import Catalog

HELP = """\b
  showproof calibrate gate set --at 2026-11-22T09:00Z --out bars.json
  showproof calibrate gate check handed-in/ --scorecards cards.json --bars bars.json

Decide what is good enough before you know the result. `set` writes the bars with their digest and the time you give;
`check` holds the ratings against them: passed, not passed, or insufficient. Too few drafts never pass."""
SET_HELP = """\b
  showproof calibrate gate set --at 2026-11-22T09:00Z --out bars.json
  showproof calibrate gate set --at 2026-11-22T09:00Z --role finops-analyst --alpha 0.75 --bar clarity=0.667 \\
      --people-only --out bars.json

Write the bars: for the overall verdict and the nine criteria, and with --role for the rows of that role. The usual ones
are Krippendorff's alpha of 0.800 with an interval that stays at 0.667 or above; for the scorer as a rater a quadratic
weighted kappa of 0.70, at most 0.10 below the people among themselves, and means at most 0.15 standard deviations
apart (Williamson, Xi and Breyer 2012).

Note the digest that is printed: `gate check --digest` then refuses any other bars.

Exit codes: 0 done, 2 usage."""
CHECK_HELP = """\b
  showproof calibrate gate check ratings.csv --bars bars.json
  showproof calibrate gate check handed-in/ --scorecards cards.json --bars bars.json --html gate.html

Hold the bars against the ratings. A bar is missed where the whole interval misses it; with fewer drafts or a wider
interval than the bars ask for the result is insufficient; else the figure decides. A bars file that was changed since
it was set is refused.

Exit codes: 0 passed, 1 not passed or insufficient, 2 usage or changed bars, 3 a file could not be read."""


@click.group(help=HELP, short_help="Set bars before measuring, and hold them against ratings.")
def gate() -> None:
    """Entry of both."""


@gate.command("set", help=SET_HELP, short_help="Write the bars, with digest and time.")
@click.option("--at", required=True, metavar="TIME", help="When the bars are set, as 2026-11-22T09:00Z.")
@click.option("--out", "-o", type=click.Path(path_type=Path), required=True, help="The file of the bars, .json.")
@role_option
@click.option("--alpha", type=click.FloatRange(0, 1), default=None, help="The bar for alpha on every scale; 0.800.")
@click.option("--bar", "others", multiple=True, metavar="SCALE=ALPHA", help="Another bar for alpha on one scale.")
@click.option("--people-only", is_flag=True, help="No bars for the scorer or other programs.")
@click.option("--drafts", type=click.IntRange(2), default=None, help="Fewer rated drafts are insufficient; 30.")
@click.option("--width", type=click.FloatRange(0.01, 2), default=None, help="A wider interval is insufficient; 0.30.")
@catalog_option
@force_option
def set_bars(
    at: str,
    out: Path,
    role: str,
    alpha: float | None,
    others: tuple[str, ...],
    people_only: bool,
    drafts: int | None,
    width: float | None,
    catalog: tuple[Path, ...],
    force: bool,
) -> None:
    """Write the bars."""
    from showproof import api
    from showproof.calibration import bars

    known = api.open_catalog(catalog)
    scales = _scales(known, role)
    made = bars.usual_bars(
        _time(at),
        scales,
        alpha=bars.ALPHA if alpha is None else alpha,
        others=dict(_other(one, scales) for one in others),
        machine=not people_only,
        drafts=drafts or bars.DRAFTS,
        width=width or bars.WIDTH,
    )
    check_target(out, ".json", force=force, option="--out")
    write_target(out, lambda: bars.bars_json(made).encode(), force=force)
    click.echo(f"{len(made.bars)} bars on {len(scales)} scales, set at {made.set_at}, digest {made.digest}")


def _scales(known: Catalog, role: str) -> list[str]:
    rows = [f"skill:{row.id}" for row in known.role(role).rows] if role else []
    return ["overall", *(one.id for one in known.criteria), *rows]


def _time(text: str) -> str:
    """The time as it was given, if it is one: with its offset, since a time without is another elsewhere."""
    try:
        good = re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*", text) and datetime.fromisoformat(text).tzinfo
    except ValueError:
        good = None
    if not good:
        raise click.BadParameter(f'"{text}"; allowed: a time such as 2026-11-22T09:00Z', param_hint="--at")
    return text


def _other(text: str, scales: list[str]) -> tuple[str, float]:
    scale, _, limit = text.partition("=")
    try:
        asked = float(limit)
    except ValueError:
        asked = -1.0
    if scale not in scales or not 0 <= asked <= 1:
        allowed = f"SCALE=0 to 1, with one of {', '.join(scales)}"
        raise click.BadParameter(f'"{text}"; allowed: {allowed}', param_hint="--bar")
    return scale, asked


@gate.command("check", help=CHECK_HELP, short_help="Hold the bars against ratings.")
@study_options
@click.option("--bars", type=click.Path(path_type=Path), required=True, help="The file that `gate set` wrote.")
@click.option("--digest", default="", metavar="HEX", help="The digest noted when the bars were set.")
@json_option
@click.option("--html", type=click.Path(path_type=Path), default=None, help="Write the report, gate first, as a page.")
@click.option("--docx", type=click.Path(path_type=Path), default=None, help="Write a summary of one page.")
@force_option
def check(
    bars: Path, digest: str, as_json: bool, html: Path | None, docx: Path | None, force: bool, **asked: Any
) -> int:
    """Hold, print, and write what was asked for."""
    from showproof import __version__, calibrations

    check_target(html, ".html", force=force)
    check_target(docx, ".docx", force=force)
    wanted = calibrations.read_bars(bars, digest)
    told, code = read_study(asked)
    held = calibrations.gate(told, wanted)
    if as_json:
        from showproof.outputs.gate_json import gate_json

        click.echo(gate_json(held, __version__), nl=False)
    else:
        from showproof.outputs.gate_text import gate_text

        click.echo(gate_text(held), nl=False)
    write_target(html, lambda: calibrations.calibration_page(told, held).encode(), force=force)
    write_target(docx, lambda: calibrations.calibration_summary(told, held), force=force)
    return 3 if code == 3 else int(held.verdict != "passed")
