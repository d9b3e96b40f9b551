"""Impact ratios as a picture: where its dots, intervals and words lie, in the units of its view box."""

from __future__ import annotations

from typing import NamedTuple

from showproof.calibration.audit import Table
from showproof.calibration.figures import Interval
from showproof.calibration.impact import FOUR_FIFTHS, Line, Reading
from showproof.outputs.audit_words import SHORT, bounds, figure, named
from showproof.outputs.terminal import short

LABELS = 300
"""Where the scale begins, to the right of the names."""
UNIT = 320
"""Width of a ratio of 1."""
MOST = 1.5
"""The ratio at which the scale ends; an interval that goes on ends in an arrow."""
LINE, TOP = 28, 44
NAME = 40
"""Characters of a group's name that fit."""


class Dot(NamedTuple):
    """One group: its ratio and the interval of it; places are None where there is none."""

    name: str
    y: int
    at: float | None
    low: float | None
    high: float | None
    goes_on: bool
    """Whether the interval goes on beyond the scale."""
    reading: Reading
    said: str


class Ratios(NamedTuple):
    """The ratios of one table under one scale."""

    dots: tuple[Dot, ...]
    ticks: tuple[tuple[float, str], ...]
    four_fifths: float
    width: int
    height: int
    said: str


def ratios_of(table: Table) -> Ratios:
    """The picture of a table."""
    dots = tuple(_dot(line, TOP + LINE * at) for at, line in enumerate(table.lines, start=1))
    ticks = tuple((_place(tenth / 10), f"{tenth / 10:.1f}") for tenth in (0, 2, 4, 6, 8, 10, 12, 14))
    said = "; ".join(f"{dot.name}: {dot.said}" for dot in dots)
    height = TOP + LINE * (len(dots) + 1)
    return Ratios(dots, ticks, _place(FOUR_FIFTHS), LABELS + int(UNIT * MOST) + 190, height, said)


def _dot(line: Line, y: int) -> Dot:
    name, reaches = short(named(line.group), NAME), line.ratio_interval
    if not isinstance(line.ratio, float):
        return Dot(name, y, None, None, None, False, line.reading, SHORT[line.reading])
    said = f"{figure(line.ratio)}, {SHORT[line.reading]}"
    if not isinstance(reaches, Interval):
        return Dot(name, y, _place(line.ratio), None, None, False, line.reading, said)
    goes_on = reaches.high > MOST
    told = f"{figure(line.ratio)} ({bounds(reaches)}), {SHORT[line.reading]}"
    return Dot(name, y, _place(line.ratio), _place(reaches.low), _place(reaches.high), goes_on, line.reading, told)


def _place(ratio: float) -> float:
    return round(LABELS + UNIT * min(ratio, MOST), 1)
