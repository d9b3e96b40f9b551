"""The page that tells a candidate how a decision came about."""

from __future__ import annotations

from showproof import __version__
from showproof.calibration.explained import Explanation
from showproof.outputs.html.environment import filled


def explanation_page(told: Explanation, rubric: str) -> str:
    """The page as HTML, whole, of an explanation; `rubric` is the rubric's digest."""
    return filled("explanation.html", told=told, version=__version__, rubric=rubric)
