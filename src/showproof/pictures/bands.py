"""Measures as lines with bands: where they are well, where it is warned and where it is acted, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from showproof.pictures.limits import Limits, Mark, Untold, limits_of
from showproof.pictures.picture import Picture
from showproof.pictures.sheet import LEADING, MARGIN, SMALL, WIDTH, drawn
from showproof.pictures.text_width import shortened, width_of, wrapped
from showproof.pictures.told import Told, listed

NAMES = 230
LEFT, RIGHT = NAMES + 2 * MARGIN, WIDTH - MARGIN
"""Where the bands begin and end."""
BAND = 22
"""Height of a band."""
_HEADER = ("No.", "Measure", "Direction", "Warned at", "Acted at", "Target", "Before", "Now", "Drawn")


class Zone(NamedTuple):
    """One band of a line."""

    kind: str
    x: int
    width: int
    word: str
    """What stands in it; nothing where there is no room."""
    at: int
    """The middle of the word."""


class Pin(NamedTuple):
    """A mark on a line: its place, its words, and where these stand."""

    role: str
    x: int
    words: str
    at: int
    anchor: str
    step: int
    """How many lines of words further from the band it stands."""


class Line(NamedTuple):
    """A measure as it is drawn."""

    number: str
    name: tuple[str, ...]
    side: str
    y: int
    """Upper edge of its bands."""
    zones: tuple[Zone, ...]
    limits: tuple[Pin, ...]
    marks: tuple[Pin, ...]
    rule: int
    """Where the line ends that parts it from the next."""


def draw(told: Told) -> tuple[Picture, ...]:
    """The bands; none where no measure has any."""
    found = [limits_of(row) for row in told.rows if row.text("measure") or row.text("warn") or row.text("act")]
    drawn_ones = [one for one in found if isinstance(one, Limits)]
    if not drawn_ones:
        return ()
    lines, height = _lines(drawn_ones)
    picture = drawn(
        "bands",
        told.title,
        _said(found),
        size=(WIDTH, height),
        data=(_HEADER, [_row(one, told) for one in found]),
        legend="Each measure has a scale of its own. Plain: well. Striped: a warning. Crossed: it is acted.",
        notes=_notes(found),
        lines=lines,
        margin_to=NAMES + MARGIN,
        left=LEFT,
        right=RIGHT,
        band=BAND,
    )
    return (picture,)


def _lines(found: Sequence[Limits]) -> tuple[list[Line], int]:
    lines, y = [], 6
    for one in found:
        name = wrapped(one.measure, SMALL, NAMES - 24, 3)
        marks = _pins([mark for mark in (*one.read, one.target) if mark], one)
        limits = _pins([mark for mark in (one.warn, one.act) if mark], one)
        above = 8 + 15 * (1 + max((pin.step for pin in marks), default=-1))
        below = 8 + 15 * (1 + max((pin.step for pin in limits), default=-1))
        height = max(above + BAND + below + 10, LEADING * (len(name) + 1) + 20)
        lines.append(Line(one.number, name, _side(one), y + above, _zones(one), limits, marks, y + height))
        y += height
    return lines, y


def _span(one: Limits) -> tuple[Decimal, Decimal]:
    """The ends of a measure's scale: all its marks with room on both sides."""
    at = [mark.at for mark in (one.warn, one.act, one.target, *one.read) if mark]
    low, high = min(at), max(at)
    room = (high - low) * Decimal("0.6") or abs(high) * Decimal("0.5") or Decimal(1)
    return low - room, high + room


def _x(at: Decimal, span: tuple[Decimal, Decimal]) -> int:
    return LEFT + int((at - span[0]) * (RIGHT - LEFT) / (span[1] - span[0]))


def _zones(one: Limits) -> tuple[Zone, ...]:
    """The bands from left to right."""
    span = _span(one)
    edges = [(mark, kind) for mark, kind in ((one.warn, "warn"), (one.act, "act")) if mark]
    if not edges and one.target:
        edges = [(one.target, "warn")]
    kinds = ["well", *(kind for _, kind in edges)]
    places = [_x(mark.at, span) for mark, _ in edges]
    if one.well == "high":
        kinds, places = kinds[::-1], places[::-1]
    ends = [LEFT, *places, RIGHT]
    words = {"well": "well", "warn": "warn", "act": "act"}
    if not (one.warn or one.act):
        words = {"well": "target met", "warn": "short of it"}
    elif one.warn and one.warn.role == "normal":
        words["warn"] = "between"
    pins = [_x(mark.at, span) for mark in (*one.read, one.target) if mark]
    return tuple(
        _zone(kind, begin, end, words[kind], pins) for kind, (begin, end) in zip(kinds, pairwise(ends), strict=True)
    )


def _zone(kind: str, begin: int, end: int, word: str, pins: Sequence[int]) -> Zone:
    """A band with its word in its middle, else nearer to one of its ends, where no mark lies on it."""
    half = width_of(word, 11, bold=True) // 2 + 4
    for at in ((begin + end) // 2, begin + half, end - half):
        if begin + half <= at <= end - half and all(abs(pin - at) > half + 6 for pin in pins):
            return Zone(kind, begin, end - begin, word, at)
    return Zone(kind, begin, end - begin, "", 0)


def _pins(marks: Sequence[Mark], one: Limits) -> tuple[Pin, ...]:
    """Marks with their words, on further lines where they would lie on each other."""
    span, pins = _span(one), []
    taken: list[tuple[int, int, int]] = []
    for mark in sorted(marks, key=lambda mark: mark.at):
        words = shortened(f"{mark.role} {mark.text}", 11, (RIGHT - LEFT) // 2)
        x, width = _x(mark.at, span), width_of(words, 11)
        left = min(max(x - width // 2, LEFT), RIGHT - width)
        hidden = [at for begin, end, at in taken if left <= end and left + width >= begin]
        step = next(step for step in range(len(marks)) if step not in hidden)
        taken.append((left - 8, left + width + 8, step))
        pins.append(Pin(mark.role, x, words, left + width // 2, "middle", step))
    return tuple(pins)


def _side(one: Limits) -> str:
    return "lower is better" if one.well == "low" else "higher is better"


def _said(found: Sequence[Limits | Untold]) -> str:
    measures = [one for one in found if isinstance(one, Limits)]
    told = [f"Bands of {len(measures)} of {len(found)} measures."]
    for one in measures:
        marks = [f"{mark.role} {mark.text}" for mark in (one.warn, one.act, one.target, *one.read) if mark]
        told.append(f"{one.measure}: {_side(one)}; {', '.join(marks)}.")
    return " ".join([*told, *_notes(found)])


def _notes(found: Sequence[Limits | Untold]) -> list[str]:
    """What could not be drawn, and why."""
    notes = [f"No bands for {one.measure}: {one.why}." for one in found if isinstance(one, Untold)]
    unread = [f"{one.measure} ({', '.join(one.unread)})" for one in found if isinstance(one, Limits) and one.unread]
    return [*notes, *([f"Without a figure in the unit of the limits: {listed(unread, 6)}."] if unread else [])]


def _row(one: Limits | Untold, told: Told) -> tuple[str, ...]:
    row = next(row for row in told.rows if row.number == one.number)
    side = _side(one) if isinstance(one, Limits) else ""
    cells = (row.text(role) for role in ("warn", "act", "target", "before", "now"))
    return one.number, one.measure, side, *cells, "yes" if isinstance(one, Limits) else f"no: {one.why}"
