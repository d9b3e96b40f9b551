"""The published JSON Schema of `score --json`, `showproof.scorecards/1`."""

from __future__ import annotations

from typing import Any


def object_of(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with exactly these properties."""
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


LEVEL = {"type": "integer", "minimum": 0, "maximum": 4}
SCORE = {"type": "number", "minimum": 0, "maximum": 4}
LOCATION: dict[str, Any] = {
    "type": "object",
    "description": "Where a quote stands; docs/places.md says what is counted in each format.",
    "additionalProperties": False,
    "required": ["start", "end"],
    "properties": {
        "part": {"type": "string", "description": "Sheet, or body, footnotes, text box of a document."},
        "paragraph": {"type": "integer", "minimum": 1, "description": "Of that part; of a cell its first one."},
        "cell": {"type": "string", "description": "F7 on a sheet, `table 2 row 3 column 1` elsewhere."},
        "line": {"type": "integer", "minimum": 1, "description": "Of a text file."},
        "end_line": {"type": "integer", "minimum": 2, "description": "Where the quote ends, if not on `line`."},
        "start": {"type": "integer", "minimum": 0, "description": "First character in the paragraph, cell or line."},
        "end": {"type": "integer", "minimum": 0, "description": "First character behind; equal to start: the whole."},
    },
}
QUOTE: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["quote", "location", "where"],
    "properties": {"quote": {"type": "string"}, "location": {"$ref": "#/$defs/location"}, "where": {"type": "string"}},
}
_RATED = {
    "type": "object",
    "additionalProperties": False,
    "required": ["title", "level", "score", "capped", "findings"],
    "properties": {
        "title": {"type": "string"},
        "level": {"$ref": "#/$defs/level"},
        "score": {"$ref": "#/$defs/score"},
        "capped": {"type": ["string", "null"]},
        "findings": {"type": "array", "items": {"type": "string", "description": "Id of an entry of `findings`."}},
    },
}
FINDING: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": [
        "id",
        "rule",
        "looks_for",
        "part",
        "allows",
        "verdict",
        "strength",
        "evidence",
        "absence",
        "fix",
        "worth",
    ],
    "properties": {
        "id": {"type": "string"},
        "rule": {"type": "string"},
        "looks_for": {"type": "string"},
        "part": {"enum": ["essential", "support", "limit"]},
        "allows": {"$ref": "#/$defs/level"},
        "verdict": {"enum": ["met", "partly", "unmet", "unreadable"]},
        "strength": {"type": "number", "minimum": 0, "maximum": 1},
        "evidence": {"type": "array", "items": {"$ref": "#/$defs/quote"}},
        "absence": {"type": ["string", "null"], "description": "Where it would be looked for, when nothing was found."},
        "fix": {"type": ["string", "null"]},
        "worth": {
            "type": "number",
            "minimum": 0,
            "maximum": 4,
            "description": "What mending exactly this adds to the score.",
        },
    },
}
_DETECTION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["by", "confidence"],
    "properties": {
        "by": {"enum": ["option", "property", "manifest", "content", "none"]},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
    },
}
_CARD = {
    "type": "object",
    "additionalProperties": False,
    "required": [
        "file", "sha256", "role", "artifact", "detected", "rubric", "overall", "criteria", "skills", "flags",
        "findings", "notices", "unplaced",
    ],
    "properties": {
        "file": {"type": "string"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "role": {"type": "string"},
        "artifact": {"type": ["string", "null"]},
        "detected": {
            "type": "object",
            "additionalProperties": False,
            "required": ["artifact", "role"],
            "properties": {"artifact": {"$ref": "#/$defs/detection"}, "role": {"$ref": "#/$defs/detection"}},
        },
        "rubric": {
            "type": "object",
            "additionalProperties": False,
            "required": ["version", "digest"],
            "properties": {"version": {"type": "string"}, "digest": {"type": "string"}},
        },
        "overall": {
            "type": "object",
            "additionalProperties": False,
            "required": ["level", "score", "verdict"],
            "properties": {
                "level": {"$ref": "#/$defs/level"},
                "score": {"$ref": "#/$defs/score"},
                "verdict": {"type": "string"},
            },
        },
        "criteria": {"type": "object", "additionalProperties": {"$ref": "#/$defs/rated"}},
        "skills": {"type": "object", "additionalProperties": {"$ref": "#/$defs/rated"}},
        "flags": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["id", "means", "fix", "evidence"],
                "properties": {
                    "id": {"type": "string"},
                    "means": {"type": "string"},
                    "fix": {"type": "string"},
                    "evidence": {"type": "array", "items": {"$ref": "#/$defs/quote"}},
                },
            },
        },
        "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
        "notices": {"type": "array", "items": {"type": "string"}},
        "unplaced": {"type": "array", "items": {"$ref": "#/$defs/quote"}},
    },
}  # fmt: skip

SCORECARDS: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "showproof.scorecards/1",
    "type": "object",
    "additionalProperties": False,
    "required": ["schema", "tool", "settings", "scorecards", "unreadable", "complete"],
    "properties": {
        "schema": {"const": "showproof.scorecards/1"},
        "tool": {
            "type": "object",
            "additionalProperties": False,
            "required": ["name", "version"],
            "properties": {"name": {"const": "showproof"}, "version": {"type": "string"}},
        },
        "settings": {
            "type": "string",
            "description": "Name of all by which drafts are scored: version, catalogue, limits. The same name means "
            "the same scorecard for the same draft.",
        },
        "scorecards": {"type": "array", "items": {"$ref": "#/$defs/card"}},
        "unreadable": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["file", "error", "remedy"],
                "properties": {"file": {"type": "string"}, "error": {"type": "string"}, "remedy": {"type": "string"}},
            },
        },
        "complete": {"type": "boolean", "description": "False where the run was stopped before its last draft."},
    },
    "$defs": {
        "level": LEVEL,
        "score": SCORE,
        "location": LOCATION,
        "quote": QUOTE,
        "rated": _RATED,
        "finding": FINDING,
        "detection": _DETECTION,
        "card": _CARD,
    },
}
