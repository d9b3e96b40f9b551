"""Tables of ratings to compare statistics on: drafts × raters, NaN = missing. Needs numpy only; the same everywhere."""

from __future__ import annotations

import numpy as np


def tables() -> dict[str, np.ndarray]:
    """Name to table, levels 0 to 4."""
    random = np.random.RandomState(20260430)
    return {
        "three raters": _rated(random, 40, 3),
        "four raters with gaps": _gaps(random, _rated(random, 60, 4), 0.25),
        "two raters": _rated(random, 30, 2),
        "two raters with gaps": _gaps(random, _rated(random, 30, 2), 0.2),
        "many raters with gaps": _gaps(random, _rated(random, 25, 15), 0.4),
        "each draft by two of six": _some(random, _rated(random, 45, 6), 2),
        "no better than chance": random.randint(0, 5, (50, 3)).astype(float),
        "worse than chance": _opposite(random, 40),
        "two levels only": np.clip(_rated(random, 40, 3), 2, 3),
        "nearly all on one level": np.where(random.random_sample((60, 3)) < 0.93, 3.0, _rated(random, 60, 3)),
        "perfect": np.repeat(random.randint(0, 5, (20, 1)), 4, axis=1).astype(float),
        "one rater far more severe": np.maximum(_rated(random, 40, 3) - [0, 0, 2], 0),
        "few drafts": _rated(random, 5, 3),
    }


def _rated(random, drafts, raters):
    """Levels of a draft's quality with each rater's own severity and chance."""
    quality, severity = random.standard_normal((drafts, 1)), random.standard_normal(raters) * 0.3
    seen = quality - severity + random.standard_normal((drafts, raters)) * 0.7
    return np.digitize(seen, (-1.3, -0.5, 0.4, 1.3)).astype(float)


def _gaps(random, table, share):
    return np.where(random.random_sample(table.shape) < share, np.nan, table)


def _some(random, table, kept):
    order = random.random_sample(table.shape).argsort(axis=1)
    return np.where(order < kept, table, np.nan)


def _opposite(random, drafts):
    one = random.randint(0, 5, drafts).astype(float)
    return np.column_stack((one, 4 - one))
