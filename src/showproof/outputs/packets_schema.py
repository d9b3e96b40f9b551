"""The published JSON Schemas of a study: its key, `showproof.packets/1`, and what was settled, `consensus/1`."""

from __future__ import annotations

from typing import Any

from showproof.outputs.schema import LEVEL, object_of

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_DRAFT_2020 = "https://json-schema.org/draft/2020-12/schema"


def _list(entry: dict[str, Any], said: str = "") -> dict[str, Any]:
    return {"type": "array", "items": entry, **({"description": said} if said else {})}


_DESIGN = object_of(
    {
        "raters_a_draft": {"type": "integer", "minimum": 2},
        "drafts_a_rater": {"type": "object", "additionalProperties": _COUNT},
        "shared": _list(
            object_of({"raters": _list(_TEXT), "drafts": _COUNT}), "Drafts that two raters have in common."
        ),
        "connected": {"const": True, "description": "A chain of shared drafts leads from each rater to each other."},
    }
)
_DRAFT = object_of(
    {
        "code": _TEXT,
        "file": _TEXT,
        "sha256": {**_SHA256, "description": "Of the draft as it was handed in."},
        "copy_sha256": {**_SHA256, "description": "Of the copy that the raters have."},
        "artifact": {"type": ["string", "null"]},
        "raters": _list(_TEXT, "Who was to rate it."),
        "left": _list(_TEXT, "What in the copy could still tell whose it is."),
    }
)
PACKETS: dict[str, Any] = {
    "$schema": _DRAFT_2020,
    "title": "showproof.packets/1",
    **object_of(
        {
            "schema": {"const": "showproof.packets/1"},
            "tool": object_of({"version": _TEXT}),
            "study": {**_TEXT, "description": "Digest of all by which the packets were made; on every scorecard."},
            "role": _TEXT,
            "rubric": object_of({"version": _TEXT, "digest": _TEXT}),
            "seed": {"type": "integer"},
            "raters": _list(_TEXT),
            "scales": _list(_TEXT),
            "design": _DESIGN,
            "drafts": _list(_DRAFT),
            "anchors": _list(object_of({"level": LEVEL, "title": _TEXT, "on": _TEXT, "why": _TEXT, "source": _TEXT})),
            "people": _list(object_of({"name": _TEXT, "label": _TEXT, "in_text": _TEXT}), "Pseudonyms in the copies."),
        }
    ),
}
_SIZE = object_of(
    {
        "raters": {"type": "integer", "minimum": 2, "description": "Who rate each draft."},
        "drafts": {"type": "integer", "minimum": 2},
        "ratings": {"type": "integer", "description": "Raters times drafts."},
        "half_width": {"type": "number", "minimum": 0, "description": "Of the interval that this many give."},
    }
)
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
PLAN: dict[str, Any] = {
    "$schema": _DRAFT_2020,
    "title": "showproof.plan/1",
    **object_of(
        {
            "schema": {"const": "showproof.plan/1"},
            "expected": _SHARE,
            "half_width": _SHARE,
            "confidence": _SHARE,
            "needed": _list(_SIZE, "What gives the wished half-width."),
            "asked": _list(_SIZE, "What the drafts that were named give."),
        }
    ),
}
_FAULT = object_of({"file": _TEXT, "place": _TEXT, "found": _TEXT, "allowed": _TEXT, "remedy": _TEXT})
_SETTLED = object_of(
    {
        "draft": _TEXT,
        "scale": _TEXT,
        "level": LEVEL,
        "reason": _TEXT,
        "decided_by": _TEXT,
        "date": _TEXT,
        "place": _TEXT,
    }
)
CONSENSUS: dict[str, Any] = {
    "$schema": _DRAFT_2020,
    "title": "showproof.consensus/1",
    "description": "What was settled of splits; never a rating of any rater.",
    **object_of(
        {
            "schema": {"const": "showproof.consensus/1"},
            "sheet": _TEXT,
            "consensus": _list(_SETTLED),
            "open": _list(object_of({"draft": _TEXT, "scale": _TEXT})),
            "faults": _list(_FAULT),
        }
    ),
}
