"""`showproof demo`: the whole way once, so that the first useful result is there within a minute."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from showproof.cli.options import catalog_option, dry_run_option, force_option

if TYPE_CHECKING:
    from showproof.model import Scorecard

HELP = """\b
  showproof demo
  showproof demo --out tour

Make the template, the worked example and a weak example of every artifact type, score the examples, and say where
everything lies. A file that somebody has changed since an earlier demo is left as it is, unless you say --force."""


@click.command(help=HELP)
@click.option("--out", "-o", type=click.Path(path_type=Path), default=Path("showproof-demo"), show_default=True)
@catalog_option
@dry_run_option
@force_option
def demo(out: Path, catalog: tuple[Path, ...], dry_run: bool, force: bool) -> int:
    """Make, score, report."""
    from showproof import __version__, api
    from showproof.files import write_file
    from showproof.outputs.as_json import scorecards_json
    from showproof.outputs.terminal import card_text

    known = api.open_catalog(catalog)
    made = api.demo_files(known)
    if dry_run:
        for name in made:
            click.echo(f"would write {out / name}")
        return 0
    kept = []
    for name, make in made.items():
        data = make()
        if not force and _is_changed(out / name, data):
            kept.append(out / name)
        else:
            write_file(out / name, data, force=True)
    cards, failed = api.score_files(api.Scorer(known), [out / name for name in made], api.SAID_NOTHING)
    report = scorecards_json(cards, [one._asdict() for one in failed], __version__, api.settings_of(known, api.USUAL))
    write_file(out / "scorecards.json", report.encode(), force=True)
    weak = next((card for card in cards if Path(card.file).stem.endswith("-weak")), None)
    if weak:
        click.echo("This is what a scorecard of a weak draft looks like:\n")
        click.echo(card_text(weak, 3))
    click.echo(_matrix(known.artifact_ids, cards))
    click.echo(
        f"templates   {out / 'templates'}\nexamples    {out / 'examples'}\nscorecards  {out / 'scorecards.json'}"
    )
    for one in failed:
        click.echo(f"{one.file}: {one.error}; {one.remedy}", err=True)
    for path in kept:
        click.echo(f"{path}: changed since it was made, and left as it is; --force makes it anew", err=True)
    click.echo("next: fill a template, then `showproof score FILE`", err=True)
    return 3 if failed else 0


def _is_changed(path: Path, data: bytes) -> bool:
    """Whether a file stands there that is not as the demo makes it."""
    try:
        return path.read_bytes() != data
    except OSError:
        return False


def _matrix(artifacts: Sequence[str], cards: Sequence[Scorecard]) -> str:
    """Overall levels: a line a type and format, blank, weak and worked example beside each other."""
    levels = {Path(card.file).name: (card.level, card.score) for card in cards}
    lines = [f"{'overall level (score)':32}{'blank':>12}{'weak':>12}{'worked':>12}"]
    for artifact in artifacts:
        for form in ("docx", "xlsx"):
            found = [levels.get(f"{artifact}{kind}.{form}") for kind in ("", "-weak", "-strong")]
            if any(found):
                cells = "".join(f"{f'{one[0]} ({one[1]:.2f})' if one else '-':>12}" for one in found)
                lines.append(f"{artifact + '.' + form:32}{cells}")
    return "\n".join(lines) + "\n"
