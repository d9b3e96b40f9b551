"""The published JSON Schemas of `catalog --json`: a list of what there is, and the page of a rule or flag."""

from __future__ import annotations

from typing import Any

from showproof.outputs.schema import LEVEL

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_LINES = {"type": "object", "additionalProperties": _TEXT, "description": "Id to one line that says what it is."}
LISTS = ("artifacts", "bundles", "roles", "criteria", "flags", "rules")

LISTING: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "What the catalogue holds: all kinds, or the one that was named",
    "type": "object",
    "additionalProperties": False,
    "properties": dict.fromkeys(LISTS, _LINES),
    "minProperties": 1,
}

_PAGE: dict[str, Any] = {
    "rule": {**_TEXT, "description": "The name that was asked for."},
    "looks_for": _TEXT,
    "parameters": {
        "type": "object",
        "additionalProperties": _TEXT,
        "description": "Of a kind of rule: what may be set.",
    },
    "example_with": {**_TEXTS, "description": "Of a kind: with which parameters its example is judged."},
    "used_by": {
        "type": "object",
        "additionalProperties": _TEXTS,
        "description": "Of a kind: criteria and rows to their rules, and `flags`.",
    },
    "of": {**_TEXT, "description": "The criterion or row that a rule belongs to."},
    "part": {"enum": ["essential", "support", "limit", "flag"]},
    "why": {**_TEXT, "description": "Of a limit: what is said where it holds a level down."},
    "highest_level_unmet": LEVEL,
    "highest_level_partly": LEVEL,
    "highest_overall_level": LEVEL,
    "kind": {**_TEXT, "description": "The kind of rule that looks."},
    "how": _TEXT,
    "in_words": _TEXTS,
    "fix": _TEXT,
    "bad": {**_TEXT, "description": "A draft that does not meet it."},
    "good": {**_TEXT, "description": "The same, mended."},
}
_ONE = {"type": "object", "additionalProperties": False, "required": ["looks_for"], "properties": _PAGE}

RULE: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "The page of a kind of rule, of a rule, or of a flag",
    "anyOf": [
        {**_ONE, "required": ["rule", "looks_for"]},
        {
            "type": "object",
            "required": ["rule"],
            "properties": {"rule": _TEXT},
            "additionalProperties": {"$ref": "#/$defs/page"},
            "description": "A rule that several roles have: role to its page.",
        },
    ],
    "$defs": {"page": _ONE},
}
