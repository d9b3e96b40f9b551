"""The published JSON Schema of `compare --json`, `showproof.comparison/1`."""

from __future__ import annotations

from typing import Any

from showproof.outputs.schema import FINDING, LEVEL, LOCATION, QUOTE, SCORE, object_of

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_BECAME = {"enum": ["fixed", "better", "stayed", "worse", "new"]}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


_OVERALL = object_of({"level": {"$ref": "#/$defs/level"}, "score": {"$ref": "#/$defs/score"}, "verdict": _TEXT})
_SIDE = object_of({"file": _TEXT, "sha256": _TEXT, "overall": _OVERALL})
_RATED = object_of(
    {
        "level": {"$ref": "#/$defs/level"},
        "score": {"$ref": "#/$defs/score"},
        "capped": {"type": ["string", "null"], "description": "What holds it back."},
    }
)
_RAISED = object_of({"means": _TEXT, "fix": _TEXT, "evidence": {"type": "array", "items": {"$ref": "#/$defs/quote"}}})

COMPARISON: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "showproof.comparison/1",
    **object_of(
        {
            "schema": {"const": "showproof.comparison/1"},
            "tool": object_of({"name": {"const": "showproof"}, "version": _TEXT}),
            "rubric": object_of({"version": _TEXT, "digest": _TEXT}),
            "role": _TEXT,
            "artifact": {"type": ["string", "null"]},
            "old": _SIDE,
            "new": _SIDE,
            "levels": {
                "type": "array",
                "items": object_of(
                    {
                        "id": _TEXT,
                        "title": _TEXT,
                        "old": _or_null(_RATED),
                        "new": _or_null(_RATED),
                        "through": {**_TEXTS, "description": "Ids of entries of `findings`, the heaviest first."},
                    }
                ),
            },
            "findings": {
                "type": "array",
                "description": "Those that changed, or are still to be mended, by worth.",
                "items": object_of(
                    {"id": _TEXT, "title": _TEXT, "became": _BECAME, "old": _or_null(FINDING), "new": _or_null(FINDING)}
                ),
            },
            "flags": {
                "type": "array",
                "items": object_of(
                    {"id": _TEXT, "became": _BECAME, "old": _or_null(_RAISED), "new": _or_null(_RAISED)}
                ),
            },
            "lower": {"type": "boolean", "description": "Whether the verdict, or any level, fell."},
            "notes": _TEXTS,
        }
    ),
    "$defs": {"level": LEVEL, "score": SCORE, "location": LOCATION, "quote": QUOTE},
}
