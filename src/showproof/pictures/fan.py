"""The cases of a forecast as a fan: from the last comparable period to the lowest and the highest of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import NamedTuple

from showproof.pictures.picture import Picture
from showproof.pictures.scenarios import Case, Earlier, Forecast, forecast_of
from showproof.pictures.sheet import MARGIN, SMALL, WIDTH, drawn
from showproof.pictures.text_width import shortened, width_of, wrapped
from showproof.pictures.told import Told, listed
from showproof.values import Value

HEIGHT = 300
"""Height of the scale."""
LABELS = 230
"""Room of the cases' names, at the right."""
NAMED = LABELS - 40
"""Width of a case's words."""
LEAST = 46
"""Least distance of two names."""
_HEADER = ("Period or case", "Forecast", "What came", "Likelihood", "As long as the forecast")
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


class Label(NamedTuple):
    """A case's words, and the height of its figure."""

    lines: tuple[str, ...]
    y: int
    words: int
    """Height of its words, moved where they would lie on others."""


class Dot(NamedTuple):
    """An earlier period."""

    x: int
    actual: int | None
    forecast: int | None
    alike: bool
    lines: tuple[str, ...]


class Scale(NamedTuple):
    """The figures that the height shows."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    def y(self, at: Decimal) -> int:
        """Height of a figure, from above."""
        return int((self.high - at) * HEIGHT / (self.high - self.low))


def draw(told: Told) -> tuple[Picture, ...]:
    """The fan; none where fewer than two cases have a figure in one unit."""
    forecast = forecast_of(told)
    if forecast is None:
        return ()
    scale = _scale(forecast)
    axis = MARGIN + max(width_of(_shown(tick, forecast.lead), 11) for tick in scale.ticks) + 10
    end = WIDTH - LABELS
    dots = _dots(forecast.earlier, scale, axis, end)
    cases = [scale.y(case.at) for case in forecast.cases]
    start = next((dot for dot in reversed(dots) if dot.alike and dot.actual is not None), None)
    named = re.split(r"[.;]\s", forecast.horizon)[0]
    horizon = wrapped(f"Forecast: {named}" if named else "Forecast", 11, 112, 4)
    foot = max([len(dot.lines) for dot in dots] + [len(horizon)])
    picture = drawn(
        "fan",
        told.title,
        _said(forecast),
        size=(WIDTH, HEIGHT + 28 + 14 * foot),
        data=(_HEADER, _rows(forecast, told)),
        legend=_legend(forecast) + (" The scale does not begin at 0." if scale.low > 0 else ""),
        notes=_notes(forecast),
        ticks=[(scale.y(tick), _shown(tick, forecast.lead)) for tick in scale.ticks],
        axis=axis,
        end=end,
        scale=HEIGHT,
        dots=dots,
        lines=[(one, two) for one, two in pairwise([dot for dot in dots if dot.alike and dot.actual is not None])],
        start=start,
        cases=cases,
        labels=_labels(forecast.cases, cases),
        horizon=horizon,
    )
    return (picture,)


def _scale(forecast: Forecast) -> Scale:
    """A scale with round ticks that holds all figures, from nothing on where the lowest is not far from it."""
    figures = [case.at for case in forecast.cases]
    figures += [one for past in forecast.earlier for one in (past.actual, past.forecast) if one is not None]
    low, high = min(figures), max(figures)
    if low >= 0 and low * 3 < high:
        low = Decimal(0)
    rough = ((high - low) or abs(high) or Decimal(1)) / 4
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(one * power for one in _STEPS if one * power >= rough)
    first, last = (
        (low / step).to_integral_value(ROUND_FLOOR) * step,
        (high / step).to_integral_value(ROUND_CEILING) * step,
    )
    ticks = [first + step * at for at in range(int((last - first) / step) + 1)]
    if len(ticks) < 2:
        ticks = [first - step, first, first + step]
    return Scale(ticks[0], ticks[-1], tuple(ticks))


def _shown(tick: Decimal, lead: Value) -> str:
    figure = f"{tick.normalize():,f}"
    if lead.kind == "money":
        sign = _SIGNS.get(lead.unit, "")
        return f"{'-' if tick < 0 else ''}{sign}{figure.lstrip('-')}" if sign else f"{figure} {lead.unit}"
    if lead.kind == "duration":
        return f"{figure} min"
    return f"{figure}{lead.unit}" if lead.kind == "percent" else figure


def _dots(earlier: Sequence[Earlier], scale: Scale, axis: int, end: int) -> list[Dot]:
    """Earlier periods at even distances; the forecast stands at the last one."""
    step = (end - axis) // (len(earlier) + 1)
    return [
        Dot(
            axis + step * at + step // 2,
            scale.y(one.actual) if one.actual is not None else None,
            scale.y(one.forecast) if one.forecast is not None else None,
            one.alike,
            wrapped(one.period, 11, step - 8, 3),
        )
        for at, one in enumerate(earlier)
    ]


def _labels(cases: Sequence[Case], heights: Sequence[int]) -> list[Label]:
    """The cases' words from above, moved down where two would lie on each other, and up again from below."""
    order = sorted(zip(cases, heights, strict=True), key=lambda pair: pair[1])
    places: list[int] = []
    for _, height in order:
        places.append(max(height, places[-1] + LEAST) if places else max(height, 12))
    if places and places[-1] > HEIGHT - 4:
        places[-1] = HEIGHT - 4
        for at in range(len(places) - 2, -1, -1):
            places[at] = min(places[at], places[at + 1] - LEAST)
    found = []
    for (case, height), place in zip(order, places, strict=True):
        named = ", ".join(one for one in (case.name, case.likelihood) if one)
        lines = (shortened(case.text, SMALL, NAMED, bold=True), *wrapped(named, 11, NAMED, 2))
        found.append(Label(lines, height, place))
    return found


def _legend(forecast: Forecast) -> str:
    if not forecast.earlier:
        return "The bar reaches from the lowest to the highest case."
    lead = "The fan opens from the last earlier period that is as long as the one forecast. " if forecast.origin else ""
    return f"{lead}Dots: what came; diamonds: what had been forecast."


def _said(forecast: Forecast) -> str:
    low, high = forecast.cases[0], forecast.cases[-1]
    told = [f"{len(forecast.cases)} cases of a forecast, from {low.name} at {low.text} to {high.name} at {high.text}."]
    told += [
        f"{case.name}: {case.text}{f', likelihood {case.likelihood}' if case.likelihood else ''}."
        for case in forecast.cases
    ]
    if forecast.horizon:
        told.append(f"Forecast is: {forecast.horizon}")
    for one in forecast.earlier:
        came = _shown(one.actual, forecast.lead) if one.actual is not None else "not said"
        before = f", forecast {_shown(one.forecast, forecast.lead)}" if one.forecast is not None else ""
        told.append(f"Earlier, {one.period}: {came}{before}.")
    return " ".join([*told, *_notes(forecast)])


def _notes(forecast: Forecast) -> list[str]:
    """What is not drawn, and why."""
    notes = []
    other = [one.period for one in forecast.earlier if not one.alike]
    if forecast.earlier and forecast.origin is None:
        notes.append(
            "No earlier period can be seen to be as long as the one forecast, so no line leads from one to the other."
        )
    elif other:
        notes.append(f"Grey, without a line: {listed(other)}, not as long as the period forecast.")
    if forecast.left:
        notes.append(f"Without a figure in the unit of the others: {listed(list(forecast.left), 6)}.")
    return notes


def _rows(forecast: Forecast, told: Told) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [
        (row.text("period"), row.text("forecast"), row.text("actual"), "", _alike(forecast, row.text("period")))
        for row in told.beside
    ]
    return rows + [
        (row.text("scenario"), row.text("result"), "", row.text("likelihood"), "") for row in told.rows
    ]  # fmt: skip


def _alike(forecast: Forecast, period: str) -> str:
    return "yes" if any(one.alike for one in forecast.earlier if one.period == period) else "no"
