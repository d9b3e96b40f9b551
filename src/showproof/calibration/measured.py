"""What a study of raters says: frozen data, from which text, JSON, page, workbook and summary are rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from showproof.calibration.drift import Drift
from showproof.calibration.figures import Estimate, Figure, NotComputable
from showproof.calibration.ratings import Rater, RaterKind, Ratings
from showproof.calibration.statistics.many_facet_rasch import ManyFacetRasch
from showproof.calibration.statistics.rater_summary import RaterSummary


class Pair(NamedTuple):
    """Two raters on one scale, over the drafts that both rated."""

    one: str
    other: str
    kinds: tuple[RaterKind, RaterKind]
    drafts: int
    figures: Mapping[str, Estimate]
    """By name, as `measuring.pairs.PAIR_STATISTICS` lists them."""
    counts: tuple[tuple[int, ...], ...]
    """Drafts by the level of the one (rows, 0 to 4) and of the other (columns)."""


class ScaleFigures(NamedTuple):
    """How far the panel agrees on one scale, and what each two raters do."""

    scale: str
    title: str
    drafts: int
    """Drafts that somebody of the panel rated."""
    shared: int
    """Drafts that two or more of the panel rated."""
    levels: tuple[int, ...]
    """How often the panel gave each level, 0 to 4."""
    agreement: Mapping[str, Estimate]
    """By name, as `measuring.agreement.AGREEMENT` lists them."""
    cautions: tuple[str, ...]
    """What makes the figures misleading here, a sentence each."""
    pairs: tuple[Pair, ...]
    """Every two raters of any kind, those of the panel first."""


class RaterFigures(NamedTuple):
    """One rater in plain figures, over the scales that the model takes."""

    rater: Rater
    drafts: int
    summary: RaterSummary
    """Its gap is against the others of the panel."""
    gaps: Mapping[str, Figure]
    """The same gap on each scale: below 0 stricter than the others, in levels."""


class Given(NamedTuple):
    """What one rater gave."""

    rater: Rater
    level: float
    note: str


class Split(NamedTuple):
    """A draft on which the panel's levels lie apart."""

    draft: str
    apart: float
    """Levels between the lowest and the highest."""
    given: tuple[Given, ...]


class Reword(NamedTuple):
    """A scale in the order in which scales are to be reworded."""

    scale: str
    title: str
    disagreement: Estimate
    """Levels between two of the panel on the same draft, on average."""
    far: int
    """Drafts on which the panel lies two levels or more apart."""
    split: int
    """Drafts on which it lies apart at all."""
    splits: tuple[Split, ...]
    """The drafts that split the raters most, at most five."""


class Against(NamedTuple):
    """One rater that is no person against the people, on one scale."""

    rater: str
    kind: RaterKind
    scale: str
    title: str
    figures: Mapping[str, Estimate]
    """By name, as `measuring.against.AGAINST` lists them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """By what the figures were worked out; the same settings and ratings give the same figures."""

    seed: int
    draws: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """All of it."""

    ratings: Ratings
    panel: tuple[Rater, ...]
    """Those whose agreement is meant by "we": the people, or the programs where there are not two people."""
    settings: Settings
    scales: tuple[ScaleFigures, ...]
    raters: tuple[RaterFigures, ...]
    model: ManyFacetRasch | NotComputable
    """Of the panel's ratings on the criteria."""
    reword: tuple[Reword, ...]
    drift: tuple[Drift, ...] | NotComputable
    """Of each of the panel, where ratings have dates."""
    against: tuple[Against, ...]
    notices: tuple[str, ...] = ()
    """What was found while reading and left out of the figures, a line each."""

    @property
    def panel_kind(self) -> RaterKind:
        """What the panel's raters are."""
        return self.panel[0].kind if self.panel else "person"
