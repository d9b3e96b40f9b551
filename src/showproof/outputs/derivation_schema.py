"""The published JSON Schema of `explain --json`, `showproof.derivation/1`."""

from __future__ import annotations

from typing import Any

from showproof.outputs.schema import FINDING, LEVEL, LOCATION, QUOTE, SCORE, object_of

_TEXTS = {"type": "array", "items": {"type": "string"}}
_QUOTES = {"type": "array", "items": {"$ref": "#/$defs/quote"}}

_RULE = object_of(
    {
        **FINDING["properties"],
        "how": {"type": "string", "description": "What its kind of rule looks for."},
        "in_words": {**_TEXTS, "description": "Its parameters."},
        "decided_by": {
            "type": "array",
            "items": object_of({**QUOTE["properties"], "lacks": {**_TEXTS, "description": "Empty: it has it all."}}),
            "description": "The statements that decided, where the kind can name them.",
        },
    }
)
_LINE = object_of(
    {
        "level": {"$ref": "#/$defs/level"},
        "says": {"type": "string"},
        "holds": {"type": "boolean"},
        "asked": {
            "type": "array",
            "items": object_of({"asks": {"type": "string"}, "has": {"type": "string"}, "met": {"type": "boolean"}}),
        },
    }
)
_CAP = object_of(
    {
        "level": {"$ref": "#/$defs/level"},
        "why": {"type": "string"},
        "binds": {"type": "boolean", "description": "Whether the level would be higher without it."},
        "evidence": _QUOTES,
    }
)

DERIVATION: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "showproof.derivation/1",
    **object_of(
        {
            "schema": {"const": "showproof.derivation/1"},
            "file": {"type": "string"},
            "of": {"enum": ["criterion", "row", "overall", "flag"]},
            "id": {"type": "string"},
            "title": {"type": "string"},
            "question": {"type": ["string", "null"]},
            "level": {"anyOf": [{"$ref": "#/$defs/level"}, {"type": "null"}], "description": "Null for a flag."},
            "score": {"anyOf": [{"$ref": "#/$defs/score"}, {"type": "null"}]},
            "says": {"type": "string", "description": "The level or verdict in words, or whether a flag is raised."},
            "looked_for": {**_TEXTS, "description": "What a flag is raised by, or how the overall score is mixed."},
            "evidence": {**_QUOTES, "description": "The places that show a flag."},
            "fix": {"type": ["string", "null"]},
            "rules": {"type": "array", "items": _RULE},
            "lines": {
                "type": "array",
                "items": _LINE,
                "description": "From the highest level down; the first that holds gives the level.",
            },
            "caps": {"type": "array", "items": _CAP},
        }
    ),
    "$defs": {"level": LEVEL, "score": SCORE, "location": LOCATION, "quote": QUOTE},
}
