"""The page of a calibration: three plain answers, then each figure as a picture and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showproof import __version__
from showproof.calibration.bands import RELIABLE, TENTATIVE, band
from showproof.calibration.bars import OWN, SOURCES
from showproof.calibration.figures import Estimate, Figure, NotComputable
from showproof.calibration.gate import Gate
from showproof.calibration.measured import Against, Calibration, RaterFigures, ScaleFigures
from showproof.calibration.measuring.agreement import AGREEMENT, HEADLINE
from showproof.calibration.measuring.pairs import PAIR_STATISTICS
from showproof.calibration.statistics.many_facet_rasch import ManyFacetRasch, Measured
from showproof.outputs import agreement_words as words
from showproof.outputs import gate_text
from showproof.outputs.html.agreement_pictures import (
    ACROSS,
    CURVES_HIGH,
    CURVES_LEFT,
    CURVES_TOP,
    CURVES_WIDE,
    LABELS,
    LINE,
    TOP,
    Curves,
    Group,
    Whiskers,
    around,
    curves_of,
    whiskers,
)
from showproof.outputs.html.environment import filled

_STEPS = (0.15, 0.4, 0.8)
"""Gaps in levels from which a cell of the heat map is darker."""


class Shade(NamedTuple):
    """A cell of the heat map: what stands in it, and how dark on which side."""

    text: str
    look: str


class Outsider(NamedTuple):
    """A program or the scorer, against the people."""

    name: str
    kind: str
    lines: tuple[Against, ...]
    picture: Whiskers


def calibration_page(told: Calibration, held: Gate | None = None) -> str:
    """The page as HTML, whole; with the bars held against it, where some were set."""
    model = None if isinstance(told.model, NotComputable) else told.model
    titles = {one.scale: one.title for one in told.scales}
    return filled(
        "calibration.html",
        version=__version__,
        told=told,
        held=held,
        answers=words.answers(told),
        words=words,
        gate=gate_text,
        own=OWN,
        sources=SOURCES,
        headline=HEADLINE,
        names=AGREEMENT,
        pair_names=PAIR_STATISTICS,
        band=band,
        agreement=_agreement(told.scales),
        outsiders=tuple(_outsiders(told)),
        heat=[(one, [_shade(one.gaps[scale]) for scale in one.gaps]) for one in told.raters],
        heat_titles=[titles[scale] for scale in (told.raters[0].gaps if told.raters else ())],
        ladder=_ladder(told, model, titles) if model else None,
        modelled=_modelled(told.raters, model),
        model=model,
        no_model="" if model or not isinstance(told.model, NotComputable) else told.model.reason,
        curves=list(_curves(model, titles)) if model else [],
        matrices=[(one, words.fewest_alike(one.pairs)) for one in told.scales if one.pairs],
        reword=[one for one in told.reword if one.splits],
        drift=() if isinstance(told.drift, NotComputable) else told.drift,
        no_drift=told.drift.reason if isinstance(told.drift, NotComputable) else "",
        at={"labels": LABELS, "across": ACROSS, "top": TOP, "line": LINE},
        graph={"left": CURVES_LEFT, "top": CURVES_TOP, "wide": CURVES_WIDE, "high": CURVES_HIGH},
        darkness=darkness,
    )


def _agreement(scales: Sequence[ScaleFigures]) -> Whiskers:
    return whiskers(
        [Group("", [(one.title, one.agreement[HEADLINE]) for one in scales])], (TENTATIVE, RELIABLE), 0.0, 1.0, 0.2
    )


def _outsiders(told: Calibration) -> Iterator[Outsider]:
    for name in dict.fromkeys(one.rater for one in told.against):
        lines = tuple(one for one in told.against if one.rater == name)
        picture = whiskers(
            [Group("", [(one.title, one.figures["weighted_kappa"]) for one in lines])], (0.7,), 0.0, 1.0, 0.2
        )
        yield Outsider(name, lines[0].kind, lines, picture)


def _shade(gap: Figure) -> Shade:
    if isinstance(gap, NotComputable):
        return Shade("–", "")
    step = sum(abs(gap) >= least for least in _STEPS)
    side = "low" if gap < 0 else "high"
    return Shade(words.signed(gap), f"{side}{step}" if step else "")


def darkness(count: int, drafts: int) -> int:
    """How dark a cell of a matrix is, 0 to 4."""
    return min(4, -(-count * 10 // max(drafts, 1))) if count else 0


def _ladder(told: Calibration, model: ManyFacetRasch, titles: dict[str, str]) -> Whiskers | None:
    """Raters, the strictest first, and scales, the hardest first, on one axis of logits."""
    kinds = {one.name: one for one in told.panel}
    groups = [
        Group(
            "Raters, the strictest first", _rungs(model.raters.elements, {n: words.called(r) for n, r in kinds.items()})
        ),
        Group("Criteria, the hardest first", _rungs(model.criteria.elements, titles)),
    ]
    groups = [group for group in groups if group.figures]
    return whiskers(groups, (0.0,), -1.0, 1.0, 0.5 if _reach(groups) <= 3 else 1.0) if groups else None


def _reach(groups: Sequence[Group]) -> float:
    found = [abs(one.figure) for group in groups for _, one in group.figures if isinstance(one.figure, float)]
    return max(found, default=0.0)


def _rungs(elements: Sequence[Measured], titles: dict[str, str]) -> list[tuple[str, Estimate]]:
    known = [
        (titles.get(one.name, one.name), around(one.measure, one.error, one.ratings))
        for one in elements
        if isinstance(one.measure, float) and isinstance(one.error, float)
    ]
    return sorted(known, key=lambda one: -_height(one[1]))


def _height(one: Estimate) -> float:
    return one.figure if isinstance(one.figure, float) else 0.0


def _modelled(
    raters: Sequence[RaterFigures], model: ManyFacetRasch | None
) -> list[tuple[RaterFigures, Measured | None]]:
    found = {one.name: one for one in model.raters.elements} if model else {}
    return [(one, found.get(one.rater.name)) for one in raters]


def _curves(model: ManyFacetRasch, titles: dict[str, str]) -> Iterator[Curves]:
    for scale in model.scales:
        found = curves_of(scale, titles.get(scale.criterion, scale.criterion) or "all criteria")
        if found:
            yield found
