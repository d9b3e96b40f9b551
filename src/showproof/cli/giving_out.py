"""Outcomes given out one by one: results where they belong, messages and progress on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from showproof.cli.progress import Progress
from showproof.errors import UserError
from showproof.outputs.terminal import plain

if TYPE_CHECKING:
    from showproof.api import Outcome, Scored, Unreadable
    from showproof.cli.results import Results

FEW = 3
"""Lines of one kind that are said one by one; more are summed up."""
STOPPED = 130
"""The exit code of a run that was stopped, as shells have it."""


@dataclass
class Tally:
    """What a run came to."""

    total: int
    scored: int = 0
    lowest: int = 4
    stopped: bool = False
    unreadable: list[Unreadable] = field(default_factory=list)
    untyped: int = 0
    first_untyped: list[str] = field(default_factory=list)
    """The first few of them."""

    def count(self, scored: Scored) -> None:
        """One scorecard more."""
        self.scored += 1
        self.lowest = min(self.lowest, scored.level)
        if not scored.typed:
            self.untyped += 1
            if self.untyped <= FEW:
                self.first_untyped.append(scored.file)

    @property
    def done(self) -> int:
        """Drafts that something is said of."""
        return self.scored + len(self.unreadable)

    def closing_lines(self) -> Iterator[str]:
        """What is said when the last draft is done: drafts of no known type, and counts."""
        said = "no artifact type recognised; scored by criteria and skill rows alone; say --artifact to judge its parts"
        if self.untyped > FEW:
            yield f"{self.untyped} of {self.scored} drafts: {said}"
        else:
            yield from (f"{file}: {said}" for file in self.first_untyped)
        if len(self.unreadable) > FEW:
            yield f"{len(self.unreadable)} of {self.total} files could not be read"

    def exit_code(self, fail_under: int | None) -> int:
        """The exit code of the run."""
        if self.stopped:
            return STOPPED
        if self.unreadable:
            return 3
        return 1 if fail_under is not None and self.lowest < fail_under else 0


def give_out(
    outcomes: Iterable[Outcome], results: Results, total: int, notices: Sequence[str], stopped: Callable[[], bool]
) -> Tally:
    """Give out every outcome as it comes. Raises UserError as the outcomes do, what is given out being left whole."""
    from showproof.api import Scored

    tally, progress = Tally(total), Progress(total)
    for line in _shortened(notices):
        click.echo(plain(line), err=True)
    try:
        for outcome in outcomes:
            progress.clear()
            if isinstance(outcome, Scored):
                tally.count(outcome)
                results.take(outcome)
            else:
                tally.unreadable.append(outcome)
                click.echo(plain(f"{outcome.file}: {outcome.error}; {outcome.remedy}"), err=True)
            progress.show(tally.done)
    except UserError:
        progress.clear()
        results.break_off(tally.unreadable)
        raise
    progress.clear()
    tally.stopped = stopped() and tally.done < total
    results.end(tally.unreadable, complete=not tally.stopped)
    for line in tally.closing_lines():
        click.echo(plain(line), err=True)
    return tally


def stopped_line(tally: Tally, as_json: bool, out: Path | None) -> str:
    """How to go on after a run that was stopped."""
    if out:
        how = f"say --resume {out} --out {out} to go on"
    elif as_json:
        how = "say --resume FILE to go on, FILE being this output"
    else:
        how = "with --out FILE what is done is kept, and --resume FILE goes on from it"
    return f"stopped after {tally.done} of {tally.total} drafts; {how}"


def _shortened(notices: Sequence[str]) -> Iterator[str]:
    """The first few notices of a manifest, and how many more there are."""
    yield from notices[:FEW]
    if len(notices) > FEW:
        yield f"and {len(notices) - FEW} more rows with a type that the catalogue does not have"
