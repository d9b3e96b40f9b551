"""How far two levels agree: 1 for the same, 0 for the farthest apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import numpy as np

from showproof.calibration.statistics.summed import Array

Weights = Literal["none", "linear", "quadratic", "ordinal"]


def weights_of(name: Weights, categories: Sequence[float]) -> Array:
    """Categories × categories.

    - none: 1 on the diagonal, else 0 (Cohen 1960).
    - linear: 1 − |a − b| / range; quadratic: 1 − (a − b)² / range² (Cohen 1968; Fleiss & Cohen 1973).
    - ordinal: 1 − m(m − 1) / (q(q − 1)), m = how many categories a and b span together (Gwet 2014).
    """
    agreement: Array = 1 - DISAGREEMENT[name](np.asarray(categories, dtype=float))
    return agreement


def _none(known: Array) -> Array:
    apart: Array = (known[:, None] != known).astype(float)
    return apart


def _linear(known: Array) -> Array:
    apart: Array = np.abs(known[:, None] - known)
    relative: Array = apart / (apart.max() or 1)
    return relative


def _ordinal(known: Array) -> Array:
    steps = np.abs(np.subtract.outer(np.arange(len(known)), np.arange(len(known)))).astype(float)
    apart: Array = steps * (steps + 1) / max(len(known) * (len(known) - 1), 1)
    return apart


DISAGREEMENT: Mapping[Weights, Callable[[Array], Array]] = {
    "none": _none,
    "linear": _linear,
    "quadratic": lambda known: _linear(known) ** 2,
    "ordinal": _ordinal,
}
