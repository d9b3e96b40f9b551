"""Generic best practice, not adapted to the stated constraint."""

from __future__ import annotations

from showproof.model import Quote, Unit
from showproof.rules.base import quotes
from showproof.rules.signals.base import Suspect
from showproof.rules.view import ANCHORS, EMPTY

_GENERAL = EMPTY | {"generic"}
SHARE = 4
"""The part of all statements (a quarter) from which general advice is what the draft consists of."""


def generalizes(suspect: Suspect) -> tuple[Quote, ...] | None:
    """A quarter or more of the statements are advice or praise tied to nothing, and more of them than of deeds."""
    units = suspect.draft.units
    general = [unit for unit in units if _is_general(unit)]
    done = sum("past" in unit.traits for unit in units)
    if len(general) < max(suspect.flag.at_least, done) or len(general) * SHARE < len(units):
        return None
    return quotes(sorted(general, key=lambda unit: -len(unit.traits & _GENERAL)), _GENERAL)


def _is_general(unit: Unit) -> bool:
    return bool(unit.traits & _GENERAL) and not unit.traits & ANCHORS and "past" not in unit.traits
