"""The cases of a forecast in one unit, and earlier periods beside them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from showproof.pictures.periods import months_of
from showproof.pictures.rows import Row
from showproof.pictures.told import Told
from showproof.rules.figures import amount, exact, of_one_measure
from showproof.values import Value


class Case(NamedTuple):
    """One scenario with the figure that it comes to."""

    name: str
    at: Decimal
    text: str
    likelihood: str


class Earlier(NamedTuple):
    """One earlier period: what was forecast, and what came."""

    period: str
    forecast: Decimal | None
    actual: Decimal | None
    alike: bool
    """Whether it is as long as the period that is forecast."""


class Forecast(NamedTuple):
    """Cases, lowest first, with what came before."""

    cases: tuple[Case, ...]
    earlier: tuple[Earlier, ...]
    horizon: str
    lead: Value
    """The value by which the unit of all others is known."""
    left: tuple[str, ...]
    """Cases and periods whose figure is not in that unit, and what they say."""

    @property
    def origin(self) -> Earlier | None:
        """The last earlier period that can be compared with what is forecast."""
        return next((one for one in reversed(self.earlier) if one.alike and one.actual is not None), None)


def forecast_of(told: Told) -> Forecast | None:
    """The forecast that the rows tell; None where fewer than two cases have a figure in one unit."""
    lead = next((value for row in told.rows if (value := _first(row, "result"))), None)
    if lead is None:
        return None
    cases, left = [], []
    for row in told.rows:
        at = _amount(row, "result", lead)
        if at is None:
            if row.text("scenario") or row.text("result"):
                left.append(f"{row.text('scenario')} ({row.text('result') or 'no figure'})")
        else:
            cases.append(Case(row.text("scenario") or row.number, at[0], at[1], row.text("likelihood")))
    if len(cases) < 2:
        return None
    horizon = told.alone.get("horizon", "")
    months = months_of(horizon)
    earlier = _earlier(told.beside, lead, months)
    left += [
        f"{row.text('period')} ({row.text('actual')})"
        for row, one in zip(told.beside, earlier, strict=True)
        if one.actual is None and row.text("actual")
    ]
    shown = tuple(one for one in earlier if one.actual is not None or one.forecast is not None)
    return Forecast(tuple(sorted(cases, key=lambda case: case.at)), shown, horizon, lead, tuple(left))


def _earlier(rows: Sequence[Row], lead: Value, months: int | None) -> list[Earlier]:
    found = []
    for row in rows:
        forecast, actual = (_amount(row, role, lead) for role in ("forecast", "actual"))
        alike = months is not None and months_of(row.text("period")) == months
        found.append(
            Earlier(row.text("period"), forecast[0] if forecast else None, actual[0] if actual else None, alike)
        )
    return found


def _first(row: Row, role: str) -> Value | None:
    return next((value for value in row.values(role) if value.low is not None and exact(value)), None)


def _amount(row: Row, role: str, lead: Value) -> tuple[Decimal, str] | None:
    """The first figure of a cell where it is of the lead's measure, and how it is written."""
    value = _first(row, role)
    if value is None or value.kind != lead.kind or not of_one_measure(value, lead):
        return None
    return amount(value), value.text.strip()
