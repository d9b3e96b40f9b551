"""Figures with their intervals, and curves of levels, as pictures: where dots and lines lie, in view box units."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor
from typing import NamedTuple

from showproof.calibration.figures import Estimate, Interval, NotComputable
from showproof.calibration.statistics.category_curves import category_curves
from showproof.calibration.statistics.many_facet_rasch import RatingScale

LABELS, ACROSS, TOP, LINE = 290, 420, 30, 24
"""Width of the names, width of the axis, height above the first line, height of a line."""
_RIGHT = 30
CURVES_HIGH, CURVES_WIDE, CURVES_LEFT, CURVES_TOP = 180, 560, 46, 26


class Whisker(NamedTuple):
    """One figure: a dot with a line from the low to the high end; without a dot where there is no figure."""

    title: str
    y: int
    dot: float | None
    low: float
    high: float
    instead: str
    """What stands there where there is no figure."""
    first_of: str = ""
    """The group that it is the first of."""


class Tick(NamedTuple):
    """A place of the axis."""

    x: float
    label: str


class Whiskers(NamedTuple):
    """Figures below each other on one axis."""

    lines: tuple[Whisker, ...]
    ticks: tuple[Tick, ...]
    marks: tuple[Tick, ...]
    """Places that a figure is held against, drawn dashed."""
    width: int
    height: int
    said: str


class Group(NamedTuple):
    """Titles with their figures, under one name; '' for a group without one."""

    name: str
    figures: Sequence[tuple[str, Estimate]]


def whiskers(groups: Sequence[Group], marks: Sequence[float], least: float, most: float, step: float) -> Whiskers:
    """The picture of these figures; the axis reaches at least from `least` to `most`, in whole steps."""
    known = [value for group in groups for _, one in group.figures for value in _ends(one)]
    low = floor(min([least, *known]) / step + 1e-9) * step
    high = ceil(max([most, *known]) / step - 1e-9) * step

    def at(value: float) -> float:
        return round(LABELS + (value - low) / (high - low) * ACROSS, 1)

    lines: list[Whisker] = []
    y, said = TOP, []
    for group in groups:
        for number, (title, one) in enumerate(group.figures):
            first = group.name if not number else ""
            y += LINE * 2 if first else LINE
            lines.append(_whisker(title, one, y, at, first))
            said.append(f"{title} {_said(one)}")
    count = round((high - low) / step)
    ticks = [Tick(at(low + number * step), f"{low + number * step:.3g}") for number in range(count + 1)]
    dashed = [Tick(at(mark), f"{mark:.3g}") for mark in marks]
    return Whiskers(tuple(lines), tuple(ticks), tuple(dashed), LABELS + ACROSS + _RIGHT, y + LINE, "; ".join(said))


def _ends(one: Estimate) -> tuple[float, ...]:
    if isinstance(one.figure, NotComputable):
        return ()
    bounds = () if isinstance(one.interval, NotComputable) else (one.interval.low, one.interval.high)
    return (one.figure, *bounds)


def _whisker(title: str, one: Estimate, y: int, at: Callable[[float], float], first: str) -> Whisker:
    if isinstance(one.figure, NotComputable):
        return Whisker(title, y, None, 0, 0, f"not computable: {one.figure.reason}", first)
    ends = _ends(one)
    return Whisker(title, y, at(one.figure), at(min(ends)), at(max(ends)), "", first)


def _said(one: Estimate) -> str:
    if isinstance(one.figure, NotComputable):
        return "not computable"
    if isinstance(one.interval, NotComputable):
        return f"{one.figure:.2f}"
    return f"{one.figure:.2f}, {one.interval.low:.2f} to {one.interval.high:.2f}"


def around(measure: float, error: float, drafts: int, confidence: float = 0.95) -> Estimate:
    """A measure with the interval that its standard error gives."""
    return Estimate(measure, Interval(measure - 1.96 * error, measure + 1.96 * error, confidence), drafts, drafts)


class Curve(NamedTuple):
    """How likely one level is along the axis."""

    level: int
    points: str
    peak: Tick
    """Its highest point, with the level as label."""
    peak_y: float


class Curves(NamedTuple):
    """All levels of one scale."""

    title: str
    curves: tuple[Curve, ...]
    ticks: tuple[Tick, ...]
    thresholds: tuple[float, ...]
    counts: tuple[tuple[int, int], ...]
    never_likeliest: tuple[int, ...]
    said: str


def curves_of(scale: RatingScale, title: str) -> Curves | None:
    """The picture of a scale's levels; None where it has fewer than two."""
    if not scale.thresholds:
        return None
    told = category_curves(scale.levels, scale.thresholds)
    low, high = told.logits[0], told.logits[-1]

    def at(logit: float) -> float:
        return round(CURVES_LEFT + (logit - low) / (high - low) * CURVES_WIDE, 1)

    def up(chance: float) -> float:
        return round(CURVES_TOP + (1 - chance) * CURVES_HIGH, 1)

    curves = []
    for level, chances in zip(told.levels, told.probability, strict=True):
        highest = max(range(len(chances)), key=chances.__getitem__)
        points = " ".join(f"{at(x)},{up(y)}" for x, y in zip(told.logits, chances, strict=True))
        peak = Tick(at(told.logits[highest]), str(level))
        curves.append(Curve(level, points, peak, up(chances[highest])))
    ticks = tuple(Tick(at(logit), str(logit)) for logit in range(ceil(low), floor(high) + 1) if logit % 2 == 0)
    pairs = zip(scale.levels[1:], scale.thresholds, strict=True)
    said = "; ".join(f"level {level} from {threshold:.2f} logits" for level, threshold in pairs)
    counts = tuple(zip(scale.levels, scale.counts, strict=True))
    return Curves(title, tuple(curves), ticks, scale.thresholds, counts, told.never_likeliest, said)
