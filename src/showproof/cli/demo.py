"""`showproof demo`: the whole way once, so that the first useful result is there within a minute."""

from __future__ import annotations

from pathlib import Path

import click

from showproof.cli.options import catalog_option, dry_run_option

HELP = """\b
  showproof demo
  showproof demo --out tour

Make the template, the worked example and a weak example of every artifact type, score the examples, and say where
everything lies. Files of an earlier demo are made anew; nothing else is touched."""


@click.command(help=HELP)
@click.option("--out", "-o", type=click.Path(path_type=Path), default=Path("showproof-demo"), show_default=True)
@catalog_option
@dry_run_option
def demo(out: Path, catalog: tuple[Path, ...], dry_run: bool) -> int:
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
    for name, make in made.items():
        write_file(out / name, make(), force=True)
    scorer = api.Scorer(known)
    files = [out / name for name in made]
    cards, failed = api.score_files(scorer, files, api.Said())
    write_file(out / "scorecards.json", scorecards_json(cards, [], __version__).encode(), force=True)
    weak = next((card for card in cards if "weak" in card.file), None)
    if weak:
        click.echo("This is what a scorecard of a weak draft looks like:\n")
        click.echo(card_text(weak, 3))
    click.echo(_matrix(known.artifact_ids, cards))
    click.echo(
        f"templates   {out / 'templates'}\nexamples    {out / 'examples'}\nscorecards  {out / 'scorecards.json'}"
    )
    click.echo("next: fill a template, then `showproof score FILE`", err=True)
    return 3 if failed else 0


def _matrix(artifacts, cards) -> str:  # type: ignore[no-untyped-def]
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
