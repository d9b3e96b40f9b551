"""The published JSON Schema of `audit --json`, `showproof.audit/1`."""

from __future__ import annotations

from typing import Any, get_args

from showproof.calibration.impact import Reading
from showproof.outputs.audit_json import NAME
from showproof.outputs.schema import object_of

_TEXT: dict[str, Any] = {"type": "string"}
_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_SHARE: dict[str, Any] = {"type": "number", "minimum": 0, "maximum": 1}
_NUMBER: dict[str, Any] = {"type": ["number", "null"]}
_WHY_NOT: dict[str, Any] = {"type": ["string", "null"], "description": "Why there is none; null where there is one."}
_FIGURE = object_of({"value": _NUMBER, "reason": _WHY_NOT})
_INTERVAL = object_of({"low": _NUMBER, "high": _NUMBER, "confidence": _NUMBER, "reason": _WHY_NOT})
_COMMON: dict[str, Any] = {
    "group": {"type": "object", "additionalProperties": _TEXT, "description": "Column to label."},
    "persons": _COUNT,
    "share": {**_SHARE, "description": "Of the persons in the table."},
    "rate": {**_SHARE, "description": "Share selected; of scores, share above the median of all."},
    "rate_interval": {"$ref": "#/$defs/interval"},
    "impact_ratio": {"$ref": "#/$defs/figure"},
    "ratio_interval": {"$ref": "#/$defs/interval"},
    "fisher_p": {"$ref": "#/$defs/figure"},
    "reading": {"enum": list(get_args(Reading)), "description": "What the numbers carry; none is a verdict of law."},
    "why": _TEXT,
    "short_of_four_fifths": {**_COUNT, "description": "How many more selected would have reached four fifths."},
}
_SCORES = object_of({"mean": {"type": "number"}, "median": {"type": "number"}, "deviation": {"$ref": "#/$defs/figure"}})
_SELECTION_LINE = object_of({**_COMMON, "selected": _COUNT, "scores": {"type": "null"}})
_SCORE_LINE = object_of({**_COMMON, "above_median": _COUNT, "scores": _SCORES})
_TABLE = object_of(
    {
        "by": {"type": "array", "items": _TEXT, "minItems": 1},
        "about": {"enum": ["selection", "scores"]},
        "persons": _COUNT,
        "unknown": {**_COUNT, "description": "Persons of an unknown group, left out of the rates."},
        "without_score": _COUNT,
        "empty": {
            "type": "array",
            "items": {"type": "array", "items": _TEXT},
            "description": "Nobody is in these.",
        },
        "groups": {"type": "array", "items": {"anyOf": [_SELECTION_LINE, _SCORE_LINE]}},
    }
)
_AGREED = object_of(
    {
        "group": {"type": "object", "additionalProperties": _TEXT},
        "drafts": {**_COUNT, "description": "With two ratings by people or more."},
        "ratings": _COUNT,
        "mean_level": {"$ref": "#/$defs/figure"},
        "exact": {"$ref": "#/$defs/figure"},
        "adjacent": {"$ref": "#/$defs/figure"},
        "alpha": {"$ref": "#/$defs/figure"},
        "alpha_interval": {"$ref": "#/$defs/interval"},
    }
)
_AGREEMENT = object_of(
    {
        "by": {"type": "array", "items": _TEXT, "minItems": 1},
        "scale": _TEXT,
        "unrated": {**_COUNT, "description": "Candidates of known groups whom nobody rated."},
        "groups": {"type": "array", "items": _AGREED},
    }
)

AUDIT: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": NAME,
    **object_of(
        {
            "schema": {"const": NAME},
            "tool": object_of({"name": {"const": "showproof"}, "version": _TEXT}),
            "decisions": object_of(
                {
                    "file": _TEXT,
                    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                    "candidates": _COUNT,
                    "selected": _COUNT,
                }
            ),
            "settings": object_of({"least_share": _SHARE, "four_fifths": _SHARE, "by_chance": _SHARE}),
            "method": _TEXT,
            "median_score": _NUMBER,
            "comparisons": _COUNT,
            "tables": {"type": "array", "items": _TABLE},
            "agreement": {"type": "array", "items": _AGREEMENT},
            "is_not": {"type": "array", "items": _TEXT},
        }
    ),
    "$defs": {"figure": _FIGURE, "interval": _INTERVAL},
}
