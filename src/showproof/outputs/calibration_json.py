"""A calibration as JSON, `showproof.calibration/1`; what is not computable is null, with its reason beside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from showproof.calibration.bands import band
from showproof.calibration.drift import Drift
from showproof.calibration.figures import Estimate, Figure, NotComputable
from showproof.calibration.measured import Calibration, Pair, RaterFigures, Reword, ScaleFigures, Split
from showproof.calibration.measuring.agreement import HEADLINE
from showproof.calibration.ratings import Rater
from showproof.calibration.statistics.many_facet_rasch import ManyFacetRasch, MeasuredFacet
from showproof.outputs.agreement_words import answers
from showproof.outputs.calibration_names import CALIBRATION_NAME


def calibration_json(told: Calibration, version: str) -> str:
    """One object, indented, with its line end."""
    return json.dumps(calibration_data(told, version), indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def calibration_data(told: Calibration, version: str) -> dict[str, Any]:
    """All of it as plain data."""
    return {
        "schema": CALIBRATION_NAME,
        "tool": {"name": "showproof", "version": version},
        "settings": {
            "seed": told.settings.seed, "draws": told.settings.draws, "confidence": told.settings.confidence,
        },
        "answers": [{"question": one.question, "says": list(one.said)} for one in answers(told)],
        "raters": [_rater_figures(one) for one in told.raters],
        "panel": [one.name for one in told.panel],
        "scales": [_scale(one) for one in told.scales],
        "against": [
            {"rater": one.rater, "kind": one.kind, "scale": one.scale, "figures": estimates(one.figures)}
            for one in told.against
        ],
        "model": _model(told.model),
        "reword": [_reword(one) for one in told.reword],
        "drift": _drift(told),
        "notices": list(told.notices),
    }  # fmt: skip


def figure_data(figure: Figure) -> dict[str, Any]:
    """A figure, or null with the reason."""
    if isinstance(figure, NotComputable):
        return {"figure": None, "reason": figure.reason}
    return {"figure": figure, "reason": None}


def estimate_data(one: Estimate) -> dict[str, Any]:
    """A figure with its interval, or null with the reason, and what it rests on."""
    low = high = reason = note = None
    if isinstance(one.interval, NotComputable):
        reason = one.interval.reason
    else:
        low, high, note = one.interval.low, one.interval.high, one.interval.note or None
    interval = {"low": low, "high": high, "reason": reason, "note": note}
    return figure_data(one.figure) | {"interval": interval, "drafts": one.drafts, "ratings": one.ratings}


def estimates(figures: Mapping[str, Estimate]) -> dict[str, Any]:
    """Name to figure."""
    return {name: estimate_data(one) for name, one in figures.items()}


def _scale(one: ScaleFigures) -> dict[str, Any]:
    return {
        "scale": one.scale,
        "title": one.title,
        "drafts": one.drafts,
        "shared": one.shared,
        "levels": list(one.levels),
        "says": band(one.agreement[HEADLINE]),
        "agreement": estimates(one.agreement),
        "cautions": list(one.cautions),
        "pairs": [_pair(pair) for pair in one.pairs],
    }


def _pair(one: Pair) -> dict[str, Any]:
    return {
        "raters": [{"name": one.one, "kind": one.kinds[0]}, {"name": one.other, "kind": one.kinds[1]}],
        "drafts": one.drafts,
        "figures": estimates(one.figures),
        "counts": [list(row) for row in one.counts],
    }


def _rater_figures(one: RaterFigures) -> dict[str, Any]:
    return {
        **rater_data(one.rater),
        "drafts": one.drafts,
        "ratings": one.summary.ratings,
        "levels": list(one.summary.counts),
        "mean": figure_data(one.summary.mean),
        "spread": figure_data(one.summary.spread),
        "gap": figure_data(one.summary.gap) | {"ratings": one.summary.shared},
        "gaps": {scale: figure_data(figure) for scale, figure in one.gaps.items()},
    }


def rater_data(one: Rater) -> dict[str, Any]:
    """Who it is."""
    return {"name": one.name, "kind": one.kind}


def _model(model: ManyFacetRasch | NotComputable) -> dict[str, Any]:
    if isinstance(model, NotComputable):
        return {"reason": model.reason}
    return {
        "reason": None,
        "raters": _facet(model.raters),
        "criteria": _facet(model.criteria),
        "drafts": _facet(model.drafts),
        "levels": [
            {"criterion": one.criterion or None, "levels": list(one.levels), "counts": list(one.counts),
             "thresholds": list(one.thresholds), "errors": list(one.errors)}
            for one in model.scales
        ],
        "converged": model.convergence.converged,
        "rounds": model.convergence.iterations,
        "subsets": model.subsets,
        "ratings": model.ratings,
        "spread_factor": model.spread_factor,
        "notes": list(model.notes),
    }  # fmt: skip


def _facet(facet: MeasuredFacet) -> dict[str, Any]:
    apart = facet.separation
    return {
        "elements": [
            {"name": one.name, "ratings": one.ratings, "subset": one.subset, "extreme": one.extreme or None}
            | {name: figure_data(getattr(one, name)) for name in FITTED}
            for one in facet.elements
        ],
        "separation": None if isinstance(apart, NotComputable) else apart._asdict(),
        "reason": apart.reason if isinstance(apart, NotComputable) else None,
    }


FITTED = ("measure", "error", "infit", "outfit", "fair", "mean")
"""What the model says of a draft, rater or criterion."""


def _reword(one: Reword) -> dict[str, Any]:
    return {
        "scale": one.scale,
        "title": one.title,
        "disagreement": estimate_data(one.disagreement),
        "split": one.split,
        "far": one.far,
        "splits": [_split(split) for split in one.splits],
    }


def _split(one: Split) -> dict[str, Any]:
    given = [{**rater_data(rating.rater), "level": rating.level, "note": rating.note} for rating in one.given]
    return {"draft": one.draft, "apart": one.apart, "given": given}


def _drift(told: Calibration) -> dict[str, Any]:
    if isinstance(told.drift, NotComputable):
        return {"reason": told.drift.reason, "raters": []}
    return {"reason": None, "raters": [_drifting(one) for one in told.drift]}


def _drifting(one: Drift) -> dict[str, Any]:
    bounds = None if isinstance(one.interval, NotComputable) else one.interval
    return {
        "name": one.rater,
        "drafts": one.drafts,
        "undated": one.undated,
        "per_week": figure_data(one.slope) | {"low": bounds and bounds.low, "high": bounds and bounds.high},
        "periods": [period._asdict() for period in one.periods],
    }
