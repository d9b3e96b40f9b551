"""Ratings that were printed with their figures: drafts × raters, NaN = missing."""

from __future__ import annotations

import numpy as np

NAN = np.nan


def from_counts(counts):
    """Ratings of drafts of which only the number of each category was printed; in which column one stands is lost."""
    return np.array([np.repeat(np.arange(1.0, len(row) + 1), row) for row in counts])


def from_cells(cells):
    """Two raters' levels from their cross table."""
    return np.array([(i, j) for i, row in enumerate(cells, 1) for j, n in enumerate(row, 1) for _ in range(n)], float)


KRIPPENDORFF = np.array(
    [
        (1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN),
        (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, 3),
        (NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NAN),
        (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN),
    ]
).T
"""Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: four observers, twelve units."""

GWET = KRIPPENDORFF.copy()
"""Gwet (2014) and data set `cac.raw4raters` of the R package irrCAC: the last rating by another rater."""
GWET[11] = (NAN, NAN, 3, NAN)

PATIENTS = """
444444 222555 233335 555555 222444 113333 333355 113334 114444 555555
144444 124444 222333 144444 224445 333335 111455 111112 224444 133555
555555 244444 224555 114444 144445 222224 111155 224444 133333 555555
"""
FLEISS = np.array([[float(level) for level in patient] for patient in PATIENTS.split()])
"""Fleiss (1971), table 1: thirty patients, six psychiatrists each, five diagnoses."""

TEN_BY_FOURTEEN = from_counts(
    [
        (0, 0, 0, 0, 14),
        (0, 2, 6, 4, 2),
        (0, 0, 3, 5, 6),
        (0, 3, 9, 2, 0),
        (2, 2, 8, 1, 1),
        (7, 7, 0, 0, 0),
        (3, 2, 6, 3, 0),
        (2, 5, 3, 2, 2),
        (6, 5, 2, 1, 0),
        (0, 2, 2, 3, 7),
    ]
)
"""The worked example of the encyclopaedia article on Fleiss' kappa: P = .378, Pe = .213, κ = .210."""

SIX_PSYCHIATRISTS = from_counts(
    [
        (0, 0, 0, 6, 0),
        (0, 3, 0, 0, 3),
        (0, 1, 4, 0, 1),
        (0, 0, 0, 0, 6),
        (0, 3, 0, 3, 0),
        (2, 0, 4, 0, 0),
        (0, 0, 4, 0, 2),
        (2, 0, 3, 1, 0),
        (2, 0, 0, 4, 0),
        (0, 0, 0, 0, 6),
        (1, 0, 0, 5, 0),
        (1, 1, 0, 4, 0),
        (0, 3, 3, 0, 0),
        (1, 0, 0, 5, 0),
        (0, 2, 0, 3, 1),
    ]
)
"""Data set `distrib.6raters` of the R package irrCAC, whose vignette prints figures to seven places."""

ABSTRACTORS = from_cells([(13, 0, 0), (0, 20, 7), (0, 4, 56)])
"""Gwet (2014) and data set `cont3x3abstractors` of the R package irrCAC: two abstractors, 100 pregnancies."""

ANXIETY = np.array(
    [
        (3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3),
        (3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4),
        (2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2),
    ],
    dtype=float,
).T
"""Data set `anxiety` of the R package irr: three raters, twenty subjects, levels 1 to 6."""

SHROUT_FLEISS = np.array([(9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)], float)
"""Shrout & Fleiss (1979), table 2: six targets, four judges."""

LIGHTNESS = np.array((44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1))
SCORE = np.array((2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8))
"""Hollander & Wolfe (1973), p. 187: canned tuna, and the example of `cor.test` in R, whose output is tau 0.4444444."""

INTELLIGENCE = np.array((106, 100, 86, 101, 99, 103, 97, 113, 112, 110), float)
TELEVISION = np.array((7, 27, 2, 50, 28, 29, 20, 12, 6, 17), float)
"""The textbook example of Spearman's correlation: −29/165."""
