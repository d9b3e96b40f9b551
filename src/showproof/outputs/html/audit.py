"""The page of an audit: pictures of the impact ratios with their intervals, each with its table."""

from __future__ import annotations

from showproof import __version__
from showproof.calibration.audit import Audit
from showproof.outputs import audit_agreement, audit_words
from showproof.outputs.html.environment import filled
from showproof.outputs.html.impact import LABELS, MOST, UNIT, ratios_of


def audit_page(told: Audit) -> str:
    """The page as HTML, whole."""
    return filled(
        "audit.html",
        told=told,
        version=__version__,
        pictures=[ratios_of(table) for table in told.tables],
        say=audit_words,
        agreed=audit_agreement,
        edges={"labels": LABELS, "end": LABELS + int(UNIT * MOST)},
    )
