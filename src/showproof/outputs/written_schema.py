"""The published JSON Schemas of what commands say they wrote: `annotate`, `kit` and `rubric import` with --json."""

from __future__ import annotations

from typing import Any

from showproof.outputs.schema import LEVEL, LOCATION, QUOTE, SCORE, object_of

ANNOTATED_NAME, KIT_NAME, RUBRIC_IMPORT_NAME = "showproof.annotated/1", "showproof.kit/1", "showproof.rubric-import/1"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string"}
_MAYBE = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_DIGEST = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_UNREADABLE = {"type": "array", "items": object_of({"file": _TEXT, "error": _TEXT, "remedy": _TEXT})}


def _texts(said: str) -> dict[str, Any]:
    return {"type": "array", "items": _TEXT, "description": said}


_COMMENT = object_of(
    {
        "findings": _texts("Ids of findings as `score --json` has them, `flags.` and a flag's id, or `summary`."),
        "about": {
            "anyOf": [{"$ref": "#/$defs/quote"}, {"type": "null"}],
            "description": "Null for what is about the whole draft; an empty quote for what is missing at a place.",
        },
        "text": _texts("Its paragraphs."),
    }
)
_COPY = object_of(
    {
        "file": _TEXT,
        "sha256": _DIGEST,
        "copy": object_of({"file": _TEXT, "sha256": _DIGEST}),
        "role": _TEXT,
        "artifact": _MAYBE,
        "overall": object_of({"level": LEVEL, "score": SCORE, "verdict": _TEXT}),
        "written": {**_COUNT, "description": "Comments or notes; what is said of one cell is one note."},
        "replaced": {**_COUNT, "description": "Ours of an earlier time that were taken out."},
        "comments": {"type": "array", "items": _COMMENT},
        "pictures": {
            "type": "array",
            "items": object_of({"kind": _TEXT, "title": _TEXT, "said": _TEXT}),
            "description": "Drawn at its end, in order, each with what it shows in words.",
        },
        "moved": {
            "type": "array",
            "items": object_of({"place": _TEXT, "stands_at": _TEXT}),
            "description": "Notes that stand in another cell, since somebody's note is in their own.",
        },
        "notices": _texts("What is to be known of the copy, such as a signature that is broken."),
    }
)
ANNOTATED: dict[str, Any] = {
    "$schema": _DIALECT,
    "title": ANNOTATED_NAME,
    **object_of(
        {
            "schema": {"const": ANNOTATED_NAME},
            "tool": object_of({"name": {"const": "showproof"}, "version": _TEXT}),
            "copies": {"type": "array", "items": _COPY},
            "unreadable": _UNREADABLE,
        }
    ),
    "$defs": {"location": LOCATION, "quote": QUOTE},
}

_PAPER = object_of(
    {"file": _TEXT, "kind": {"enum": ["preparation-sheet", "interview-kit", "scorecard"]}, "bytes": _COUNT}
)
KIT: dict[str, Any] = {
    "$schema": _DIALECT,
    "title": KIT_NAME,
    **object_of(
        {
            "schema": {"const": KIT_NAME},
            "role": _TEXT,
            "rubric": {**_TEXT, "description": "Digest of the rubric."},
            "written": {"type": "boolean", "description": "False for a dry run."},
            "files": {"type": "array", "items": _PAPER},
            "unreadable": _UNREADABLE,
        }
    ),
}

_CHANGE = object_of(
    {
        "what": {**_TEXT, "description": "Such as `rule added` or `row reworded`."},
        "where": {**_TEXT, "description": "Such as `root-cause.chain`."},
        "column": {**_TEXT, "description": "Empty for what was added or taken away whole, as `before` or `after` is."},
        "before": _TEXT,
        "after": _TEXT,
    }
)
_EDITED = object_of(
    {
        "kind": _TEXT,
        "id": _TEXT,
        "version": object_of({"before": {**_MAYBE, "description": "Null for a new one."}, "after": _TEXT}),
        "digest": object_of({"before": _MAYBE, "after": _TEXT}),
    }
)
RUBRIC_IMPORT: dict[str, Any] = {
    "$schema": _DIALECT,
    "title": RUBRIC_IMPORT_NAME,
    **object_of(
        {
            "schema": {"const": RUBRIC_IMPORT_NAME},
            "file": _TEXT,
            "rubrics": {"type": "array", "items": _EDITED},
            "changes": {"type": "array", "items": _CHANGE},
            "not_read": _texts("What of the workbook was passed over."),
            "files": _texts("Files of the catalogue folder."),
            "written": {"type": "boolean", "description": "False for a dry run."},
        }
    ),
}
