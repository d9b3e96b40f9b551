"""`showproof score --watch`: scores a draft again when it is saved, and says what changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from showproof.cli.giving_out import STOPPED
from showproof.comparing import compared
from showproof.errors import UnreadableError
from showproof.outputs.comparison_text import changes_text
from showproof.outputs.terminal import card_text, head_text, name_width, plain, row_text
from showproof.watching import PAUSE, Event, Saves, stamp_of

if TYPE_CHECKING:
    from showproof.model import Scorecard


def watch(
    paths: Sequence[Path],
    score: Callable[[Path], Scorecard],
    top: int,
    *,
    pause: Callable[[float], None] = time.sleep,
) -> int:
    """Score the drafts in these files and folders, and again when they are saved; ends with Ctrl-C, and its exit code.

    `pause` waits for so many seconds. Raises UnreadableError for a file that is not there at the beginning.
    """
    from showproof.api import draft_files

    for path in paths:
        if not path.is_dir() and stamp_of(path) is None:
            score(path)
    saves = Saves(lambda: draft_files(paths))
    teller = _Teller(score, saves, draft_files(paths), top)
    try:
        teller.look()
        count = len(teller.drafts)
        click.echo(f"watching {count} {'draft' if count == 1 else 'drafts'}; Ctrl-C ends", err=True)
        while True:
            pause(PAUSE)
            teller.look()
    except KeyboardInterrupt:
        return STOPPED


class _Teller:
    """Scores what was saved, and prints what changed since it was scored before."""

    def __init__(self, score: Callable[[Path], Scorecard], saves: Saves, drafts: Sequence[Path], top: int) -> None:
        self.drafts = drafts
        self._score, self._saves, self._top = score, saves, top
        self._cards: dict[Path, Scorecard] = {}
        self._width = name_width(map(str, drafts))

    def look(self) -> None:
        """Look once, and tell."""
        for event in self._saves.poll():
            self._tell(event)

    def _tell(self, event: Event) -> None:
        if event.what == "gone":
            click.echo(plain(f"{event.path}: gone, or empty; waiting for it"), err=True)
            return
        try:
            card = self._score(event.path)
        except UnreadableError as error:
            if self._saves.failed(event.path):
                click.echo(plain(f"{error}; waiting for the next save"), err=True)
            return
        before = self._cards.get(event.path)
        self._cards[event.path] = card
        if before is None:
            self._tell_first(card)
        elif before.sha256 != card.sha256:
            click.echo(changes_text(compared(before, card)), nl=False)

    def _tell_first(self, card: Scorecard) -> None:
        if len(self.drafts) == 1:
            click.echo(card_text(card, self._top))
            return
        if len(self._cards) == 1:
            click.echo(head_text(self._width))
        click.echo(row_text(card, self._width))
