"""Where scorecards go as they come: JSON on standard output, JSON into a file, or lines for a person."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from showproof import __version__
from showproof.errors import UserError, reason
from showproof.outputs import as_json, terminal

if TYPE_CHECKING:
    from showproof.api import Render, Scored, Unreadable
    from showproof.model import Scorecard

WHOLE = 3
"""Drafts up to which each scorecard is shown whole."""


class Results(Protocol):
    """One way of giving out scorecards."""

    @property
    def render(self) -> Render:
        """Puts a draft into words, in the worker that scored it."""

    def take(self, scored: Scored) -> None:
        """Give out the next scorecard."""

    def end(self, unreadable: Sequence[Unreadable], *, complete: bool) -> None:
        """Give out what stands after the last one."""

    def break_off(self, unreadable: Sequence[Unreadable]) -> None:
        """Leave what is given out whole, when no more can come."""


class CardResults(Results, Protocol):
    """One that needs no more of a draft than its scorecard."""

    @property
    def render(self) -> Callable[[Scorecard], tuple[str, ...]]:
        """Puts a scorecard into words, in the worker that made it."""


def json_texts(card: Scorecard) -> tuple[str, ...]:
    """A scorecard as a line of JSON."""
    return (as_json.card_json(card),)


class JsonResults:
    """One JSON object, a scorecard a line, each written as soon as it is there."""

    render = staticmethod(json_texts)

    def __init__(self, write: Callable[[bytes], object], settings: str) -> None:
        self._write = write
        self._opening = f"{as_json.begin_json(__version__, settings)}\n"
        self._before = self._opening

    def take(self, scored: Scored) -> None:
        """Write its line."""
        self._put(self._before + scored.texts[0])
        self._before = ",\n"

    def end(self, unreadable: Sequence[Unreadable], *, complete: bool) -> None:
        """Close the object."""
        opening = self._opening.rstrip("\n") if self._before == self._opening else ""
        self._put(opening + as_json.end_json([one._asdict() for one in unreadable], complete=complete))

    def break_off(self, unreadable: Sequence[Unreadable]) -> None:
        """Close the object, if it is begun."""
        if self._before != self._opening:
            self.end(unreadable, complete=False)

    def _put(self, text: str) -> None:
        # A file name need not be Unicode; what of it is none is written as JSON writes it, \\udcff.
        self._write(text.encode("utf-8", "backslashreplace"))


def terminal_texts(card: Scorecard, *, width: int, top: int, whole: bool) -> tuple[str, ...]:
    """A draft's line in the table, and before it the whole scorecard where there are few."""
    row = terminal.row_text(card, width)
    return (terminal.card_text(card, top), row) if whole else (row,)


class TextResults:
    """A few drafts whole and then as a table; more as a table that grows line by line."""

    def __init__(self, files: Sequence[Path], top: int) -> None:
        self._width = terminal.name_width(map(str, files))
        self._whole = len(files) <= WHOLE
        self.render = partial(terminal_texts, width=self._width, top=top, whole=self._whole)
        self._levels: Counter[int] = Counter()
        self._rows: list[str] = []

    def take(self, scored: Scored) -> None:
        """Print the scorecard, or its line."""
        *whole, row = scored.texts
        for text in whole:
            click.echo(text)
        if self._whole:
            self._rows.append(row)
        else:
            if not self._levels:
                click.echo(terminal.head_text(self._width))
            click.echo(row)
        self._levels[scored.level] += 1

    def end(self, unreadable: Sequence[Unreadable], *, complete: bool) -> None:
        """Print the table of a few drafts, and how many there are at each level."""
        if len(self._rows) > 1:
            click.echo("\n".join((terminal.head_text(self._width), *self._rows)))
        if not self._whole or len(self._rows) > 1:
            click.echo(terminal.foot_text(self._levels))

    def break_off(self, unreadable: Sequence[Unreadable]) -> None:
        """Every line that is printed is whole already."""


def to_standard_output(data: bytes) -> None:
    """Write and pass on at once. Raises BrokenPipeError where the reader has gone, UserError for a full disk."""
    try:
        left = memoryview(data)
        while left:
            # Without a buffer, as under PYTHONUNBUFFERED, a signal may end a write before everything is written.
            left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What could not be written would be tried again when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        remedy = "make room, or say --out FILE elsewhere"
        raise UserError(f"cannot be written: {reason(error)}", where="standard output", remedy=remedy) from None
