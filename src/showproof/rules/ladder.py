"""Thresholds that can fire: numeric, and the warning before the act."""

from __future__ import annotations

from showproof.model import Observation, Unit
from showproof.rules.base import Case, Found, grade, quotes
from showproof.values import Value

_WARN = ("warn at", "warn", "warning", "amber", "yellow", "warn level", "early warning")
_ACT = ("act at", "act", "critical", "red", "acts at", "stop at", "critical level", "escalate at")
"""Column headers of the two steps, as people name them."""


def ladder(case: Case) -> Found:
    """Share of the threshold statements with a number, less those whose steps stand in the wrong order."""
    units = [unit for unit in case.view.units(("threshold",)) if "threshold" in unit.facets]
    if not units:
        return Found(0.0)
    rows = [unit for unit in units if unit.kind == "row" and any("threshold" in one.asked for one in unit.observations)]
    judged = rows or sorted(units, key=lambda unit: -len(unit.traits & {"quantity", "comparator"}))[:3]
    numeric = [unit for unit in judged if unit.traits & {"quantity", "date", "time"}]
    crossed = [unit for unit in judged if crossed_cells(unit)]
    share = len(numeric) / len(judged) - len(crossed) / len(judged)
    detail = ""
    if crossed:
        detail = f"{len(crossed)} of {len(judged)} warn after they act"
    elif len(numeric) < len(judged):
        detail = f"{len(judged) - len(numeric)} of {len(judged)} thresholds without a number"
    wanted = frozenset(("threshold", "quantity"))
    return Found(max(grade(share), grade(0.01)), quotes(crossed or numeric or judged, wanted), detail)


def crossed_cells(unit: Unit) -> tuple[Observation, Observation] | None:
    """A row's warning and its act where the warning is further along, by the direction that its comparators name."""
    warning, acting = _labelled(unit, _WARN), _labelled(unit, _ACT)
    if not warning or not acting:
        return None
    warn, act = _figure(warning), _figure(acting)
    if not warn or not act or warn.low is None or act.low is None or (warn.kind, warn.unit) != (act.kind, act.unit):
        return None
    falling, rising = act.comparator in ("<", "<="), act.comparator in (">", ">=")
    return (warning, acting) if (falling and warn.low < act.low) or (rising and warn.low > act.low) else None


def _labelled(unit: Unit, labels: tuple[str, ...]) -> Observation | None:
    """The cell under one of the labels."""
    return next((observation for observation in unit.observations if observation.label in labels), None)


def _figure(observation: Observation) -> Value | None:
    return next((value for value in observation.values if value.low is not None), None)
