"""Signals that count against a draft: one kind a file, listed here."""

from __future__ import annotations

from showproof.rules.signals.base import Signal
from showproof.rules.signals.contradicts import contradicts
from showproof.rules.signals.copies import copies
from showproof.rules.signals.idle_metrics import idle_metrics
from showproof.rules.signals.lacks import lacks
from showproof.rules.signals.leaves_unfilled import leaves_unfilled
from showproof.rules.signals.says import says
from showproof.rules.signals.stuffs import stuffs
from showproof.rules.signals.wanders import wanders

SIGNALS: dict[str, Signal] = {
    "contradicts": contradicts,
    "copies": copies,
    "idle-metrics": idle_metrics,
    "lacks": lacks,
    "leaves-unfilled": leaves_unfilled,
    "says": says,
    "stuffs": stuffs,
    "wanders": wanders,
}
