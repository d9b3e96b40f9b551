"""The published JSON Schemas of `portfolio --json`: `showproof.portfolio/1`, and with --cohort `showproof.cohort/1`."""

from __future__ import annotations

from typing import Any

from showproof.outputs.portfolio_json import COHORT_NAME, PORTFOLIO_NAME
from showproof.outputs.schema import LEVEL, LOCATION, QUOTE, SCORE

_TEXT = {"type": "string"}
_MAYBE = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_LEVEL = {"$ref": "#/$defs/level"}
_TOOL: dict[str, Any] = {"type": "object", "required": ["name", "version"], "additionalProperties": False,
                         "properties": {"name": {"const": "showproof"}, "version": _TEXT}}  # fmt: skip


def _object(properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An object with exactly these properties."""
    return {
        "type": "object", "additionalProperties": False, "required": list(properties), "properties": properties, **more,
    }  # fmt: skip


def _list(entry: dict[str, Any], said: str = "") -> dict[str, Any]:
    return {"type": "array", "items": entry, **({"description": said} if said else {})}


_UNREADABLE = _list(_object({"file": _TEXT, "error": _TEXT, "remedy": _TEXT}), "Never a low mark.")
_DAY = {"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\d$"}
_ARTIFACT = _object(
    {
        "file": _TEXT,
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "artifact": {**_MAYBE, "description": "Its type; null where none was recognised."},
        "level": _LEVEL,
        "verdict": _TEXT,
        "workflow": {**_MAYBE, "description": "The workflow that it names, or its title."},
        "metric": _MAYBE,
        "dated": {**_DAY, "description": "The day that it says of itself."},
        "age": {"type": ["integer", "null"], "description": "Days from `dated` to `today`."},
        "excluded": {**_MAYBE, "description": "Why it proves nothing; null where it counts."},
    }
)
_SHOWN = _object(
    {
        "file": _TEXT,
        "level": _LEVEL,
        "score": {"$ref": "#/$defs/score"},
        "evidence": {"anyOf": [{"$ref": "#/$defs/quote"}, {"type": "null"}]},
        "capped": {**_MAYBE, "description": "Why the level is no higher, where something holds it down."},
    }
)
_ROW = _object(
    {
        "skill": _TEXT,
        "good": {**_TEXT, "description": "What good looks like, as the market report has it."},
        "proof": {**_TEXT, "description": "How to prove it, as the market report has it."},
        "level": {**_LEVEL, "description": "The best level of a draft that counts."},
        "best": _MAYBE,
        "shown": _list(_SHOWN, "Each draft that counts, in the order of the files."),
    }
)
_CHECK = _object(
    {
        "id": {"enum": ["track", "workflow", "definitions", "figures", "owners"]},
        "verdict": {
            "enum": ["holds", "warning", "unknown"],
            "description": "`unknown` where the drafts do not say enough to tell.",
        },
        "says": _TEXT,
        "places": _list(_object({"file": _TEXT, **QUOTE["properties"]})),
    }
)
_FIX = _object({"id": _TEXT, "say": _TEXT, "write": _TEXT, "cost": _COUNT})
_STEP = _object(
    {
        "kind": {"enum": ["fix", "new"]},
        "target": {**_TEXT, "description": "File of the draft, or artifact type."},
        "rows": _list(_TEXT, "Rows that it takes to `goal`."),
        "cost": _COUNT,
        "command": {**_TEXT, "description": "What starts it."},
        "fixes": _list(_FIX, "What to mend, where the step is a fix."),
        "instead": _list(_TEXT, "Other single ways to the same rows."),
    }
)

PORTFOLIO: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": PORTFOLIO_NAME,
    **_object(
        {
            "schema": {"const": PORTFOLIO_NAME},
            "tool": _TOOL,
            "rubric": _object({"version": _TEXT, "digest": _TEXT}),
            "folder": _TEXT,
            "role": _TEXT,
            "goal": {**_LEVEL, "description": "The level from which a row is proven."},
            "today": {**_DAY, "description": "The day given by --today, to which ages are counted."},
            "artifacts": _list(_ARTIFACT),
            "rows": {"type": "object", "additionalProperties": _ROW},
            "unproven": _list(_TEXT, "Rows below `goal`."),
            "together": _list(_CHECK, "Whether the set hangs together."),
            "plan": _object(
                {
                    "cost": _COUNT,
                    "steps": _list(_STEP, "Cheapest first."),
                    "out_of_reach": _list(_TEXT, "Rows that no draft and no type can prove."),
                }
            ),
            "unreadable": _UNREADABLE,
        }
    ),
    "$defs": {"level": LEVEL, "score": SCORE, "location": LOCATION, "quote": QUOTE},
}

_LEVELS = {"type": "object", "additionalProperties": _LEVEL, "description": "Row to the best level."}
_MOVED = {
    "type": ["object", "null"],
    "additionalProperties": {"type": "integer", "minimum": -4, "maximum": 4},
    "description": "Row to the change since the earlier run; null where there was none.",
}
_GAP = _object(
    {
        "row": _TEXT,
        "skill": _TEXT,
        "candidates": _list(_TEXT, "Whose best draft is below `goal`."),
        "missing": _list(_object({"looks_for": _TEXT, "candidates": _COUNT}), "What is missing most often."),
    }
)

COHORT: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": COHORT_NAME,
    **_object(
        {
            "schema": {"const": COHORT_NAME},
            "tool": _TOOL,
            "folder": _TEXT,
            "role": _TEXT,
            "goal": _LEVEL,
            "rows": {"type": "object", "additionalProperties": _TEXT, "description": "Row to its skill."},
            "candidates": {
                "type": "object",
                "additionalProperties": _object({"drafts": _COUNT, "levels": _LEVELS, "moved": _MOVED}),
            },
            "gaps": _list(_GAP, "Rows that are not proven, the most common first."),
            "gone": _list(_TEXT, "Candidates of the earlier run without a folder now."),
            "strays": _list(_TEXT, "Drafts in no candidate's folder, left out."),
            "unreadable": _UNREADABLE,
        }
    ),
    "$defs": {"level": LEVEL},
}
