"""A chain of causes that ends in the system, each with what shows it."""

from __future__ import annotations

from showproof.rules.base import Case, Found, grade, quotes
from showproof.rules.reproaches import reproaches


def causes(case: Case) -> Found:
    """At least two cause statements, one of them in the system, with evidence, and none that only blames."""
    units = [unit for unit in case.view.units(("cause",)) if "cause" in unit.facets]
    if not units:
        return Found(0.0)
    shown = [
        unit
        for unit in units
        if unit.traits & {"quantity", "because-evidence", "thing"} and len(unit.text.split()) >= 6
    ]
    system = [unit for unit in shown if "system-cause" in unit.traits]
    blamed = [unit for unit in units if reproaches([unit])]
    share = 0.4 * min(1, len(shown) / 2) + 0.45 * min(1, len(system)) + 0.15 * (len(units) >= 2) - 0.5 * bool(blamed)
    detail = (
        "a cause ends in a person or a vendor"
        if blamed
        else ""
        if share >= 0.85
        else "the chain does not reach the system, or lacks evidence"
    )
    return Found(
        max(grade(max(share, 0.0)), grade(0.01)),
        quotes(blamed or system or shown or units, frozenset(("cause",))),
        detail,
    )
