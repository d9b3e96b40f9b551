"""The published JSON Schemas of `calibrate`: calibration, gate, bars, cuts and scale. Needs no numpy."""

from __future__ import annotations

from typing import Any

from showproof.outputs.calibration_names import BARS_NAME, CALIBRATION_NAME, CUTS_NAME, GATE_NAME, SCALE_NAME
from showproof.outputs.schema import LEVEL, SCORE, object_of

_TEXT = {"type": "string"}
_MAYBE = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_NUMBER = {"type": "number"}
_MAYBE_NUMBER = {"type": ["number", "null"]}
_TOOL = object_of({"name": {"const": "showproof"}, "version": _TEXT})
_KIND = {"enum": ["person", "scorer", "program"], "description": "A person, showproof itself, or any other program."}
_REASON = {**_MAYBE, "description": "Why there is no figure; null where there is one."}


def _list(entry: dict[str, Any], said: str = "") -> dict[str, Any]:
    return {"type": "array", "items": entry, **({"description": said} if said else {})}


def _by_name(entry: dict[str, Any], said: str) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": entry, "description": said}


def _or_null(entry: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [entry, {"type": "null"}]}


def _named(name: str, properties: dict[str, Any], **definitions: Any) -> dict[str, Any]:
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        **object_of({"schema": {"const": name}, **properties}),
    }
    return whole | ({"$defs": definitions} if definitions else {})


_FIGURE_PARTS: dict[str, Any] = {"figure": _MAYBE_NUMBER, "reason": _REASON}
_FIGURE = object_of(_FIGURE_PARTS)
_INTERVAL = object_of(
    {
        "low": _MAYBE_NUMBER,
        "high": _MAYBE_NUMBER,
        "reason": {**_MAYBE, "description": "Why there is no interval."},
        "note": {**_MAYBE, "description": "What to know before leaning on it."},
    }
)
_ESTIMATE = object_of(_FIGURE_PARTS | {"interval": _INTERVAL, "drafts": _COUNT, "ratings": _COUNT})
_AT_FIGURE, _AT_ESTIMATE = {"$ref": "#/$defs/figure"}, {"$ref": "#/$defs/estimate"}
_RATER: dict[str, Any] = {"name": _TEXT, "kind": _KIND}

_PAIR = object_of(
    {
        "raters": {**_list(object_of(_RATER)), "minItems": 2, "maxItems": 2},
        "drafts": _COUNT,
        "figures": _by_name(_AT_ESTIMATE, "Kappas, rank correlations, differences by name."),
        "counts": _list(_list(_COUNT), "Drafts by level of the first rater (rows, 0 to 4) and of the second."),
    }
)
_SCALE = object_of(
    {
        "scale": {**_TEXT, "description": "`overall`, a criterion's id, or `skill:` and a row's id."},
        "title": _TEXT,
        "drafts": _COUNT,
        "shared": {**_COUNT, "description": "Drafts that two or more of the panel rated."},
        "levels": _list(_COUNT, "How often the panel gave each level, 0 to 4."),
        "says": {"enum": ["agree", "tentative", "apart", "open"]},
        "agreement": _by_name(_AT_ESTIMATE, "The panel's agreement, by name of the statistic."),
        "cautions": _list(_TEXT),
        "pairs": _list(_PAIR),
    }
)
_RATER_FIGURES = object_of(
    _RATER
    | {
        "drafts": _COUNT,
        "ratings": _COUNT,
        "levels": _list(_COUNT),
        "mean": _AT_FIGURE,
        "spread": _AT_FIGURE,
        "gap": object_of(_FIGURE_PARTS | {"ratings": _COUNT}),
        "gaps": _by_name(_AT_FIGURE, "By scale: below 0 stricter than the panel's others on the same drafts."),
    }
)
_AGAINST = object_of(
    {
        "rater": _TEXT,
        "kind": _KIND,
        "scale": _TEXT,
        "figures": _by_name(_AT_ESTIMATE, "A program or the scorer against the people."),
    }
)
_SEPARATION = _or_null(
    object_of({"spread": _NUMBER, "error": _NUMBER, "separation": _NUMBER, "strata": _NUMBER, "reliability": _NUMBER})
)
_ELEMENT = object_of(
    {
        "name": _TEXT,
        "ratings": _COUNT,
        "subset": _COUNT,
        "extreme": _MAYBE,
        **dict.fromkeys(("measure", "error", "infit", "outfit", "fair", "mean"), _AT_FIGURE),
    }
)
_FACET = object_of({"elements": _list(_ELEMENT), "separation": _SEPARATION, "reason": _REASON})
_LEVELS_IN_USE = object_of(
    {
        "criterion": {**_MAYBE, "description": "Whose levels they are; null where all criteria share them."},
        "levels": _list(LEVEL),
        "counts": _list(_COUNT),
        "thresholds": _list(_NUMBER, "Logits, from each level to the next."),
        "errors": _list(_NUMBER),
    }
)
_MODEL = {
    "description": "The many-facet Rasch model of the panel's ratings on the criteria.",
    "anyOf": [
        object_of({"reason": _TEXT}),
        object_of(
            {
                "reason": {"type": "null"},
                "raters": _FACET,
                "criteria": _FACET,
                "drafts": _FACET,
                "levels": _list(_LEVELS_IN_USE),
                "converged": {"type": "boolean"},
                "rounds": _COUNT,
                "subsets": _COUNT,
                "ratings": _COUNT,
                "spread_factor": _NUMBER,
                "notes": _list(_TEXT),
            }
        ),
    ],
}
_SPLIT = object_of(
    {"draft": _TEXT, "apart": SCORE, "given": _list(object_of(_RATER | {"level": SCORE, "note": _TEXT}))}
)
_REWORD = object_of(
    {
        "scale": _TEXT,
        "title": _TEXT,
        "disagreement": {**_AT_ESTIMATE, "description": "Levels between two raters on average."},
        "split": {**_COUNT, "description": "Drafts on which the panel lies apart."},
        "far": {**_COUNT, "description": "Of those, by two levels or more."},
        "splits": _list(_SPLIT, "The farthest apart, at most five."),
    }
)
_PERIOD = object_of({"first": _TEXT, "last": _TEXT, "drafts": _COUNT, "gap": _NUMBER, "error": _NUMBER})
_DRIFT = object_of(
    {
        "reason": _REASON,
        "raters": _list(
            object_of(
                {
                    "name": _TEXT,
                    "drafts": _COUNT,
                    "undated": _COUNT,
                    "per_week": {
                        **object_of(_FIGURE_PARTS | {"low": _MAYBE_NUMBER, "high": _MAYBE_NUMBER}),
                        "description": "Levels a week against the others: above 0 grows milder.",
                    },
                    "periods": _list(_PERIOD),
                }
            )
        ),
    }
)
CALIBRATION = _named(
    CALIBRATION_NAME,
    {
        "tool": _TOOL,
        "settings": object_of({"seed": _COUNT, "draws": _COUNT, "confidence": _NUMBER}),
        "answers": _list(object_of({"question": _TEXT, "says": _list(_TEXT)})),
        "raters": _list(_RATER_FIGURES),
        "panel": _list(_TEXT, "Names of those whose agreement is told: the people, where there are two."),
        "scales": _list(_SCALE),
        "against": _list(_AGAINST),
        "model": _MODEL,
        "reword": _list(_REWORD, "The scale that splits the panel most comes first."),
        "drift": _DRIFT,
        "notices": _list(_TEXT, "What was left out, and what a reader should know."),
    },
    figure=_FIGURE,
    estimate=_ESTIMATE,
)

_MEASURE = {"enum": ["alpha", "weighted_kappa", "below_people", "mean_difference"]}
_BAR: dict[str, Any] = {"scale": _TEXT, "measure": _MEASURE, "limit": _NUMBER, "low": _MAYBE_NUMBER}
_ENOUGH = object_of({"drafts": _COUNT, "width": _NUMBER})
_DIGEST = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_VERDICT = {"enum": ["passed", "not passed", "insufficient"]}
BARS = _named(
    BARS_NAME,
    {
        "set_at": {**_TEXT, "description": "The time given when they were set."},
        "enough": _ENOUGH,
        "bars": _list(object_of(_BAR)),
        "sources": _by_name(_TEXT, "Where the usual bars come from."),
        "digest": {**_DIGEST, "description": "SHA-256 of schema, set_at, enough and bars; a change is refused."},
    },
)
GATE = _named(
    GATE_NAME,
    {
        "tool": _TOOL,
        "bars": object_of({"set_at": _TEXT, "digest": _DIGEST}),
        "enough": _ENOUGH,
        "verdict": _VERDICT,
        "held": _list(
            object_of(
                _BAR
                | {
                    "title": _TEXT,
                    "rater": {**_MAYBE, "description": "The program held against the people; null for the panel."},
                    "kind": _KIND,
                    "found": _ESTIMATE,
                    "verdict": _VERDICT,
                    "why": _TEXT,
                    "source": _TEXT,
                }
            )
        ),
        "without_a_bar": _list(_TEXT, "Scales that were rated and have no bar."),
    },
)

_ENDS = object_of({"low": _NUMBER, "high": _NUMBER})
_NO = object_of({"reason": _TEXT})
_FOUND = {"reason": {"type": "null"}}
_MAYBE_FIGURE = {"anyOf": [_NUMBER, _FIGURE]}
_WORTH = object_of(
    {
        **_FOUND, "consistency": _NUMBER, "kappa": _MAYBE_FIGURE, "accuracy": _NUMBER, "wrong_passes": _NUMBER,
        "wrong_fails": _NUMBER, "reliability": _NUMBER, "error": _NUMBER, "raters": _NUMBER,
    }
)  # fmt: skip
_CONTRASTING = object_of(
    {
        **_FOUND, "cut": _NUMBER, "error": _NUMBER, "interval": _ENDS, "as_good": _list(_NUMBER), "midpoint": _NUMBER,
        "wrong_passes": _COUNT, "wrong_fails": _COUNT, "ready": _COUNT, "not_ready": _COUNT,
    }
)  # fmt: skip
_ANGOFF = object_of(
    {
        **_FOUND, "cut": _NUMBER, "error": _MAYBE_FIGURE, "interval": {"anyOf": [_ENDS, _FIGURE]},
        "spread": _MAYBE_FIGURE, "judges": _list(_NUMBER), "criteria": _list(_NUMBER), "apart": _list(_MAYBE_FIGURE),
    }
)  # fmt: skip
CUTS = _named(
    CUTS_NAME,
    {
        "tool": _TOOL,
        "scales": _list(_TEXT, "Scales whose mean is a draft's score."),
        "drafts": _COUNT,
        "contrasting_groups": _or_null({"anyOf": [_CONTRASTING, _NO]}),
        "modified_angoff": _or_null({"anyOf": [_ANGOFF, _NO]}),
        "judges": _list(_TEXT),
        "held": _list(
            object_of(
                {
                    "by": {"enum": ["contrasting groups", "modified Angoff", "given"]},
                    "cut": _NUMBER,
                    "passing": _COUNT,
                    "worth": {"anyOf": [_WORTH, _NO]},
                }
            )
        ),
    },
)
SCALE = _named(
    SCALE_NAME,
    {
        "tool": _TOOL,
        "without_answer": _COUNT,
        "reason": _REASON,
        "drafts": _list(
            object_of(
                {
                    "name": _TEXT,
                    "measure": _NUMBER,
                    "error": _NUMBER,
                    "infit": _NUMBER,
                    "outfit": _NUMBER,
                    "wins": _NUMBER,
                    "comparisons": _COUNT,
                }
            )
        ),
        "judges": _list(object_of({"name": _TEXT, "comparisons": _COUNT, "infit": _NUMBER, "outfit": _NUMBER})),
        "separation": _SEPARATION,
        "notes": _list(_TEXT),
    },
)
