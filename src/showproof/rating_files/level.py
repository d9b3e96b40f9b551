"""A level as somebody wrote it: whole, from 0 to 4; a program's score may lie between."""

from __future__ import annotations

import math
import re

from showproof.calibration.ratings import TOP

ALLOWED = "0, 1, 2, 3, 4"
BETWEEN = "a number from 0 to 4"
_WRITTEN = re.compile(r"[+]?[0-9]{1,3}(?:[.,][0-9]{1,12})?")


def level_of(said: object, *, between: bool = False) -> float | None:
    """The level, or None for what is none; `between` allows those that are not whole."""
    if isinstance(said, str):
        text = said.strip()
        said = float(text.replace(",", ".")) if _WRITTEN.fullmatch(text) else None
    if isinstance(said, bool) or not isinstance(said, int | float) or not math.isfinite(said):
        return None
    if not 0 <= said <= TOP or not (between or said == int(said)):
        return None
    return float(said)
