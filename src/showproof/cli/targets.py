"""What a run of `showproof score` gives out, and where, as its options say."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from showproof.cli.giving_out import Tally, stopped_line
from showproof.cli.results import CardResults, JsonResults, Results, TextResults, to_standard_output
from showproof.outputs.terminal import plain

if TYPE_CHECKING:
    from showproof.batch.earlier import Earlier


class Targets(NamedTuple):
    """The options of a run that say what becomes of its scorecards."""

    as_json: bool
    out: Path | None
    page: Path | None
    resume: Path | None
    top: int
    force: bool

    def checked(self) -> Targets:
        """Themselves. Raises click.UsageError where they do not go together."""
        if self.resume and not (self.as_json or self.out):
            raise click.UsageError("--resume goes on with JSON; say --json, or --out FILE")
        if self.resume and self.page:
            raise click.UsageError(
                "--resume takes scorecards without their texts, and --html shows these; leave one out"
            )
        return self

    def earlier(self, stack: contextlib.ExitStack, settings: str) -> Earlier | None:
        """The earlier run; none where it went by other rules, or where --out makes its file for the first time."""
        from showproof.api import earlier_output

        if self.resume is None or (self.resume == self.out and not self.resume.exists()):
            return None
        found = stack.enter_context(earlier_output(self.resume))
        if found.settings == settings:
            return found
        said = "scored by another version, another catalogue or other limits; every draft is scored again"
        click.echo(plain(f"{self.resume}: {said}"), err=True)
        return None

    def results(self, stack: contextlib.ExitStack, settings: str, files: Sequence[Path]) -> Results:
        """Where the scorecards go: as JSON of a run by these settings, or as text; pages, besides."""
        cards = self._cards(stack, settings, files)
        if self.page is None:
            return cards
        from showproof.cli.page_results import PageResults

        return PageResults(cards, self.page, files, force=self.force)

    def _cards(self, stack: contextlib.ExitStack, settings: str, files: Sequence[Path]) -> CardResults:
        if not (self.as_json or self.out):
            return TextResults(files, self.top)
        if self.out is None:
            return JsonResults(to_standard_output, settings)
        from showproof.files import growing_file

        force = self.force or self.out == self.resume
        return JsonResults(stack.enter_context(growing_file(self.out, force=force)), settings)

    def closing_lines(self, tally: Tally) -> None:
        """Say what was written, and how to go on after a run that was stopped."""
        if self.page:
            click.echo(plain(f"wrote {self.page}"), err=True)
        if tally.stopped:
            click.echo(plain(stopped_line(tally, self.as_json, self.out)), err=True)
