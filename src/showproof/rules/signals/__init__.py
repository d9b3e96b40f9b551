"""Signals that count against a draft: one kind a file, listed here."""

from __future__ import annotations

from showproof.model import Quote
from showproof.rules.signals.base import Signal, Suspect
from showproof.rules.signals.blames import blames
from showproof.rules.signals.contradicts import contradicts
from showproof.rules.signals.copies import copies
from showproof.rules.signals.generalizes import generalizes
from showproof.rules.signals.idle_metrics import idle_metrics
from showproof.rules.signals.lacks import lacks
from showproof.rules.signals.leaves_unfilled import leaves_unfilled
from showproof.rules.signals.says import says
from showproof.rules.signals.stuffs import stuffs
from showproof.rules.signals.unmeasured import unmeasured
from showproof.rules.signals.wanders import wanders

SIGNALS: dict[str, Signal] = {
    "blames": blames,
    "contradicts": contradicts,
    "copies": copies,
    "generalizes": generalizes,
    "idle-metrics": idle_metrics,
    "lacks": lacks,
    "leaves-unfilled": leaves_unfilled,
    "says": says,
    "stuffs": stuffs,
    "unmeasured": unmeasured,
    "wanders": wanders,
}


def raise_signal(suspect: Suspect) -> tuple[Quote, ...] | None:
    """What shows the flag; None where the draft is not suspected, owes nothing of the kind, or shows no sign of it."""
    flag = suspect.flag
    if suspect.view.told > flag.told or not suspect.is_due:
        return None
    return SIGNALS[flag.rule](suspect)
