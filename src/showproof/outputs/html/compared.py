"""The page of two versions of a draft: verdicts, levels and through what they moved, what became of each remark."""

from __future__ import annotations

from showproof import __version__
from showproof.comparison import Comparison
from showproof.outputs.comparison_text import WAYS, at, reasons
from showproof.outputs.html.environment import filled
from showproof.outputs.html.picture import LABELS, LINE, STEP, TOP, moves_of


def compared_page(told: Comparison) -> str:
    """The page as HTML, whole."""
    return filled(
        "compared.html",
        told=told,
        version=__version__,
        ways=WAYS,
        at=at,
        reasons=reasons,
        picture=moves_of(told.levels),
        scale={"labels": LABELS, "step": STEP, "line": LINE, "top": TOP},
    )
