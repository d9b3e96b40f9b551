"""A plan as a schedule: a line each, bars and single days on one axis, what waits for what, and the critical path."""

from __future__ import annotations

from typing import NamedTuple

from showproof.pictures.picture import Picture
from showproof.pictures.plan import Line, Plan, plan_of
from showproof.pictures.plan_days import shown_day, ticks
from showproof.pictures.sheet import LEADING, MARGIN, SMALL, WIDTH, drawn
from showproof.pictures.text_width import shortened, wrapped
from showproof.pictures.told import Told, listed

NAMES = 270
"""Room of the names at the left."""
AXIS = NAMES + 2 * MARGIN + 8
"""Where the axis begins."""
AXIS_END = WIDTH - MARGIN - 72
"""Where it ends; behind it there is room for the last day in words."""
TOP = 26
"""Height of the axis' words."""
NUMBER = 24
"""Room of the number in front of a name."""
_HEADER = ("No.", "Item", "Owner", "Begins", "Ends", "Waits for", "On the critical path", "State")


class Bar(NamedTuple):
    """One line as it is drawn; of a single day both ends are the same."""

    number: str
    name: tuple[str, ...]
    owner: tuple[str, ...]
    y: int
    """Middle of its line."""
    top: int
    height: int
    first: int
    last: int
    dated: bool
    begun: bool
    critical: bool
    said: str
    """Its last day, or why it has none."""


class Arrow(NamedTuple):
    """From the end of one bar to the beginning of another."""

    path: str
    tip: str
    critical: bool


def draw(told: Told) -> tuple[Picture, ...]:
    """The schedule; none where no line has a date."""
    plan = plan_of(told)
    if not plan.dated:
        return ()
    bars, height = _bars(plan)
    first, last = _ends(plan)
    of_plan = plan.dated[0].span is not None and plan.dated[0].span.of_plan
    marks = [(_x(day, first, last), words) for day, words in ticks(first, last, of_plan=of_plan)]
    arrows = _arrows(plan, {bar.number: bar for bar in bars})
    legend = ["Diamonds are single days, bars run from their first to their last day."]
    if plan.critical:
        legend.append("Dark: the critical path, the longest chain of lines that wait for each other.")
    picture = drawn(
        "schedule",
        told.title,
        _said(plan),
        size=(WIDTH, height),
        data=(_HEADER, [_row(line, plan) for line in plan.lines]),
        legend=" ".join(legend),
        notes=_notes(plan),
        bars=bars,
        marks=marks,
        arrows=arrows,
        names=NAMES,
        axis=AXIS,
        axis_end=AXIS_END,
        number=NUMBER,
    )
    return (picture,)


def _ends(plan: Plan) -> tuple[int, int]:
    spans = [line.span for line in plan.dated if line.span]
    return min(span.first for span in spans), max(span.last for span in spans)


def _x(day: int, first: int, last: int) -> int:
    return AXIS + 10 + (day - first) * (AXIS_END - AXIS - 10) // max(1, last - first)


def _bars(plan: Plan) -> tuple[list[Bar], int]:
    first, last = _ends(plan)
    bars, y = [], TOP + 8
    for line in plan.lines:
        name = wrapped(line.item, SMALL, NAMES - NUMBER, 2)
        owner = wrapped(" · ".join(one for one in (line.owner, line.status) if one), SMALL - 1, NAMES - NUMBER, 2)
        height = LEADING * (len(name) + len(owner)) + 10
        span = line.span
        left, right = (_x(span.first, first, last), _x(span.last, first, last)) if span else (AXIS, AXIS)
        said = shown_day(span.last, of_plan=span.of_plan) if span else line.no_date
        critical = line.number in plan.critical
        middle = y + height // 2
        bars.append(
            Bar(line.number, name, owner, middle, y, height, left, max(right, left), bool(span),
                line.begun and right - left > 6, critical, shortened(said, 11, WIDTH - AXIS - MARGIN))
        )  # fmt: skip
        y += height
    return bars, y


def _arrows(plan: Plan, bars: dict[str, Bar]) -> list[Arrow]:
    """One arrow for each pair of dated lines of which one waits for the other; those of the path last, on top."""
    steps = set(zip(plan.critical, plan.critical[1:], strict=False))
    found = []
    for line in plan.lines:
        for before in line.after:
            one, other = bars[before], bars[line.number]
            if one.dated and other.dated and one is not other:
                found.append(_arrow(one, other, (before, line.number) in steps))
    return sorted(found, key=lambda arrow: arrow.critical)


def _arrow(one: Bar, other: Bar, critical: bool) -> Arrow:
    """Down from the end of one bar, then across to the beginning of the other; straight down where that is near."""
    down = 1 if other.y > one.y else -1
    half = 6
    x1, x2, y1, y2 = one.last, other.first - (half if not other.begun else 0), one.y + down * half, other.y
    if x2 - x1 >= 14:
        path, tip = f"M{x1} {y1}V{y2}H{x2 - 6}", f"M{x2} {y2}l-7 -4v8z"
    else:
        turn, top = y2 - down * 15, y2 - down * 7
        path = f"M{x1} {y1}V{turn}H{other.first}V{top - down * 5}"
        tip = f"M{other.first} {top}l-4 {-7 * down}h8z"
    return Arrow(path, tip, critical)


def _said(plan: Plan) -> str:
    first, last = _ends(plan)
    of_plan = plan.dated[0].span is not None and plan.dated[0].span.of_plan
    begin, end = shown_day(first, of_plan=of_plan), shown_day(last, of_plan=of_plan)
    told = [f"A schedule of {len(plan.lines)} lines, {len(plan.dated)} of them with a date, from {begin} to {end}."]
    told += [_line_said(line) for line in plan.lines]
    return " ".join([*told, *_notes(plan)])


def _line_said(line: Line) -> str:
    name = f"{line.number}. {line.item}" + (f", {line.owner}" if line.owner else "")
    if line.span is None:
        return f"{name}: {line.no_date}."
    end = shown_day(line.span.last, of_plan=line.span.of_plan)
    when = f"{shown_day(line.span.first, of_plan=line.span.of_plan)} to {end}" if line.begun else end
    waits = f", after {listed(list(line.after))}" if line.after else ""
    return f"{name}: {when}{waits}."


def _notes(plan: Plan) -> list[str]:
    """What follows from the plan, and what could not be drawn."""
    notes = []
    if plan.critical:
        notes.append(
            f"Critical path: {' → '.join(plan.critical)}. If one of these lines is late and nothing is made up, "
            f"{plan.critical[-1]} is late too."
        )
    elif not any(line.after for line in plan.lines):
        notes.append("No line is said to wait for another, so there are no arrows and there is no critical path.")
    if plan.circles:
        circle = [line.number for line in plan.lines if line.number in plan.circles]
        notes.append(f"Lines that wait for themselves in a circle: {listed(circle)}. They are on no path.")
    notes += [f"{early} begins before {one} has ended, for which it waits." for early, one in plan.too_early[:5]]
    unknown = [f"{line.number}: “{one}”" for line in plan.lines for one in line.unknown]
    if unknown:
        notes.append(f"Waits for something that is no line of this plan: {listed(unknown, 4)}.")
    undated = [f"{line.number} ({line.no_date})" for line in plan.lines if line.span is None]
    if undated:
        notes.append(f"Without a place on the axis: {listed(undated, 6)}.")
    return notes


def _row(line: Line, plan: Plan) -> tuple[str, ...]:
    first = shown_day(line.span.first, of_plan=line.span.of_plan) if line.span and line.begun else ""
    last = shown_day(line.span.last, of_plan=line.span.of_plan) if line.span else line.no_date
    after = ", ".join((*line.after, *line.unknown))
    return (
        line.number, line.item, line.owner, first, last, after, "yes" if line.number in plan.critical else "",
        line.status,
    )  # fmt: skip
