"""How far a batch is: one line on a terminal's standard error, written over as it goes; nothing anywhere else."""

from __future__ import annotations

import os
import sys

import click


class Progress:
    """Counts drafts. Plain text without colour or cursor commands, so that it fits every terminal."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._shown = total > 1 and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._width = 0

    def show(self, done: int) -> None:
        """Say how many drafts are done."""
        if self._shown:
            text = f"{done} of {self._total} drafts"
            self._width = len(text)
            click.echo(f"\r{text}", nl=False, err=True)

    def clear(self) -> None:
        """Make room for a line of results or messages."""
        if self._width:
            click.echo(f"\r{' ' * self._width}\r", nl=False, err=True)
            self._width = 0
