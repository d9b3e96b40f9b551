"""Published tables of wins, as comparisons."""

from __future__ import annotations

from showproof.calibration.statistics.comparisons import Comparison

TEAMS = ("Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore")
BASEBALL = (
    (0, 7, 9, 7, 7, 9, 11),
    (6, 0, 7, 5, 11, 9, 9),
    (4, 6, 0, 7, 7, 8, 12),
    (6, 8, 6, 0, 6, 7, 10),
    (6, 2, 6, 7, 0, 7, 12),
    (4, 4, 5, 6, 6, 0, 6),
    (2, 4, 1, 3, 1, 7, 0),
)
"""Wins of rows over columns, American League East 1987: Agresti, A. (2002). Categorical data analysis, page 438."""
JOURNALS = ("Biometrika", "Comm Statist", "JASA", "JRSS-B")
CITATIONS = ((0, 730, 498, 221), (33, 0, 68, 17), (320, 813, 0, 142), (284, 276, 325, 0))
"""Citations of rows by columns: Stigler (1994), Statistical Science, 9, 94–108; Agresti (2002), page 448."""


def comparisons(names: tuple[str, ...], wins: tuple[tuple[int, ...], ...]) -> list[Comparison]:
    """One comparison a win, by one judge."""
    return [
        Comparison("judge", winner, loser, winner)
        for row, winner in enumerate(names)
        for column, loser in enumerate(names)
        for _ in range(wins[row][column])
    ]
