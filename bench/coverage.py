"""`python -m bench coverage`: how often the intervals hold the true figure, in studies simulated from a model.

A draft has a quality (standard normal); a rater sees it with a severity and a spread of their own and cuts what they
see into levels 0 to 4. The raters stay the same in all studies of a size and the drafts are new ones, so the true
figure is that of the same raters on very many drafts. For the intraclass correlations, whose intervals are for raters
who stand for others, raters are drawn anew too and nothing is cut.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from bench.report import heading, table
from showproof.calibration.figures import Interval, Levels, NotComputable
from showproof.calibration.statistics.bootstrap import interval
from showproof.calibration.statistics.cohen_kappa import kappa
from showproof.calibration.statistics.fleiss_kappa import fleiss
from showproof.calibration.statistics.gwet_ac import ac
from showproof.calibration.statistics.intraclass import intraclass
from showproof.calibration.statistics.krippendorff_alpha import alpha
from showproof.calibration.statistics.mean_difference import MEAN_DIFFERENCE, SPREAD_RATIO
from showproof.calibration.statistics.percent_agreement import agreement_within
from showproof.calibration.statistics.summed import Summed

STUDIES = 1000
VERY_MANY = 500_000
"""Drafts of the study that gives the true figure."""
CUTS = (-1.3, -0.5, 0.4, 1.3)
SEVERITY = (-0.30, 0.00, 0.10, 0.35)
SPREAD = (0.50, 0.60, 0.50, 0.70)
"""Of up to four raters, in units of the drafts' own spread: as people differ who share a rubric."""


class Size(NamedTuple):
    """Drafts and raters of a study, the share of ratings that are missing, and by how much all drafts are better."""

    drafts: int
    raters: int
    missing: float = 0.0
    better: float = 0.0

    def __str__(self) -> str:
        missing = f", {self.missing:.0%} missing" if self.missing else ""
        return f"{self.drafts} x {self.raters}{missing}" + (", mostly 4" if self.better else "")


SIZES = (
    Size(10, 3),
    Size(20, 3),
    Size(30, 3),
    Size(30, 4, missing=0.15),
    Size(60, 3),
    Size(60, 4, missing=0.15),
    Size(60, 4, better=1.9),
    Size(120, 4),
)
"""The last but one: 69 % of the ratings are level 4."""
WANTED = (0.93, 0.97)
OF_TWO = slice(2)
OF_ALL = slice(None)
STATISTICS: Mapping[str, tuple[slice, Summed]] = {
    "exact agreement": (OF_ALL, agreement_within(0)),
    "adjacent agreement": (OF_ALL, agreement_within(1)),
    "Cohen's kappa": (OF_TWO, kappa()),
    "kappa, quadratic": (OF_TWO, kappa("quadratic")),
    "Fleiss' kappa": (OF_ALL, fleiss()),
    "alpha, nominal": (OF_ALL, alpha("nominal")),
    "alpha, ordinal": (OF_ALL, alpha("ordinal")),
    "alpha, interval": (OF_ALL, alpha("interval")),
    "AC1": (OF_ALL, ac()),
    "AC2, quadratic": (OF_ALL, ac("quadratic")),
    "mean difference": (OF_TWO, MEAN_DIFFERENCE),
    "spread ratio": (OF_TWO, SPREAD_RATIO),
}
"""Name to the raters that it is of, the first two or all, and the statistic."""
INTRACLASS = "ICC(2,1), by F"
INTRACLASS_STUDIES = 10
"""Times as many studies for it, since its intervals cost little."""
TRUE_INTRACLASS = 1 / (1 + 0.3**2 + 0.6**2)


@dataclass(slots=True)
class Tally:
    """Of all studies of a size: intervals that hold the figure, that lie above it, below it; and those not computed."""

    held: int = 0
    above: int = 0
    below: int = 0
    none: int = 0

    def add(self, found: Interval | NotComputable, true: float) -> None:
        """Counts one interval."""
        if isinstance(found, NotComputable):
            self.none += 1
        elif found.low > true:
            self.above += 1
        elif found.high < true:
            self.below += 1
        else:
            self.held += 1

    @property
    def coverage(self) -> float:
        """Share of the computed intervals that hold the figure."""
        return self.held / max(self.held + self.above + self.below, 1)


def study(random: np.random.RandomState, size: Size) -> Levels:
    """Levels of new drafts by the raters of this model."""
    shape = (size.drafts, size.raters)
    quality = random.standard_normal((size.drafts, 1)) + size.better
    seen = quality - SEVERITY[: size.raters] + random.standard_normal(shape) * SPREAD[: size.raters]
    levels = np.digitize(seen, CUTS).astype(float)
    return np.where(random.random_sample(shape) < size.missing, np.nan, levels) if size.missing else levels


def coverage(size: Size, studies: int, draws: int = 2000) -> dict[str, Tally]:
    """All statistics with bootstrap intervals at one size."""
    random = np.random.RandomState(size.drafts + size.raters)
    many = study(random, size._replace(drafts=VERY_MANY))
    true = {name: statistic(many[:, raters]) for name, (raters, statistic) in STATISTICS.items()}
    tally = {name: Tally() for name in true}
    for seed in range(studies):
        levels = study(random, size)
        for name, (raters, statistic) in STATISTICS.items():
            tally[name].add(interval(levels[:, raters], statistic, draws, seed), true[name])
    return tally


def intraclass_coverage(size: Size, studies: int) -> Tally:
    """Intervals by F, of drafts that all rated, with raters drawn anew in every study."""
    random = np.random.RandomState(size.drafts + size.raters)
    tally, shape = Tally(), (size.drafts, size.raters)
    for _ in range(studies):
        severity = random.standard_normal(size.raters) * 0.3
        levels = random.standard_normal((size.drafts, 1)) + severity + random.standard_normal(shape) * 0.6
        tally.add(intraclass(levels).single.interval, TRUE_INTRACLASS)
    return tally


def main(studies: int) -> None:
    """Print one column a size."""
    low, high = WANTED
    heading(
        "Coverage of 95 % intervals",
        f"{studies} seeded studies a size (drafts x raters), 2,000 draws an interval; % that hold the true figure.\n"
        f"! marks what is outside {low:.0%} to {high:.0%}; +n studies without an interval.",
    )
    columns = [coverage(size, studies) for size in SIZES]
    table(
        ("statistic", *map(str, SIZES)),
        [(name, *(_cell(column[name]) for column in columns)) for name in STATISTICS],
    )
    plain = [size for size in SIZES if size[2:] == Size(0, 0)[2:]]
    heading(f"{INTRACLASS}: {studies * INTRACLASS_STUDIES} studies a size")
    table(
        ("", *map(str, plain)),
        [(INTRACLASS, *(_cell(intraclass_coverage(size, studies * INTRACLASS_STUDIES)) for size in plain))],
    )


def _cell(tally: Tally) -> str:
    mark = " " if WANTED[0] <= round(tally.coverage, 4) <= WANTED[1] else "!"
    none = f" +{tally.none}" if tally.none else ""
    return f"{tally.coverage * 100:.1f}{mark}{none}"
