"""Metrics that change no decision."""

from __future__ import annotations

from showproof.model import Quote
from showproof.rules.base import quotes
from showproof.rules.signals.base import Suspect

_TURNS = frozenset(("threshold", "trigger", "escalation", "decision"))


def idle_metrics(suspect: Suspect) -> tuple[Quote, ...] | None:
    """Several measures are listed, and none stands with a level at which somebody does something."""
    units = suspect.draft.units
    measures = [unit for unit in units if "metric" in unit.facets]
    if len(measures) < suspect.flag.at_least:
        return None
    for unit in units:
        if (
            unit.facets & _TURNS
            and "action" in unit.facets
            and unit.traits & {"quantity", "condition"}
            and unit.traits & {"quantity", "comparator"}
        ):
            return None
    return quotes(measures, frozenset(("metric",)), 2)
