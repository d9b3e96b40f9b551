"""What all pictures share: a sheet with its title, a line that says how it is read, the drawing, and notes below it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from showproof.pictures.picture import Picture
from showproof.pictures.text_width import wrapped
from showproof.plain import plain

_DRAWINGS = Path(__file__).parent / "drawings"

WIDTH = 720
"""Pixels across: on a page of Letter or A4 the smallest words are still 8 points high."""
MARGIN = 16
TITLE, SMALL = 16, 12
"""Sizes of letters."""
LEADING = 16
"""From one line of small letters to the next."""


def drawn(
    kind: str,
    title: str,
    said: str,
    *,
    size: tuple[int, int],
    data: tuple[Sequence[str], Sequence[Sequence[str]]],
    legend: str = "",
    notes: Sequence[str] = (),
    **given: Any,
) -> Picture:
    """The picture whose drawing, of this size in pixels, the template of its kind makes of what is given."""
    width, height = max(size[0], 320), size[1]
    room = width - 2 * MARGIN
    heads = wrapped(title, TITLE, room, bold=True)
    legends = wrapped(legend, SMALL, room)
    noted = [line for note in notes for line in wrapped(note, SMALL, room)]
    top = MARGIN + 22 * len(heads) + LEADING * len(legends) + 8
    below = top + height + (20 if noted else 0)
    whole = below + LEADING * len(noted) + MARGIN
    svg = _environment().get_template(f"{kind}.svg").render(
        title=title, said=said, width=width, height=whole, margin=MARGIN, top=top, body=height, below=below,
        heads=heads, legends=legends, noted=noted, **given,
    )  # fmt: skip
    header, rows = data
    return Picture(kind, plain(title), plain(said), svg, width, whole, tuple(header), tuple(map(tuple, rows)))


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_DRAWINGS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: plain(value) if type(value) is str else value,
    )
    made.filters["leftward"] = leftward
    return made


def leftward(text: str) -> bool:
    """Whether a text is written from right to left, by its first letter."""
    turns = (unicodedata.bidirectional(sign) for sign in text)
    return next((turn in ("R", "AL") for turn in turns if turn in ("L", "R", "AL")), False)
