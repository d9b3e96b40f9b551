"""A comparison as JSON: `showproof.comparison/1`."""

from __future__ import annotations

import json
from typing import Any

from showproof.comparison import Comparison, Moved, Shift, Signal
from showproof.model import Raised, Rated, Scorecard
from showproof.outputs.as_json import finding_data, quote_data

SCHEMA = "showproof.comparison/1"


def comparison_json(told: Comparison, version: str) -> str:
    """One object, indented, with its line end."""
    return json.dumps(comparison_data(told, version), indent=1, ensure_ascii=False) + "\n"


def comparison_data(told: Comparison, version: str) -> dict[str, Any]:
    """One comparison as plain data."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "showproof", "version": version},
        "rubric": {"version": told.new.rubric_version, "digest": told.new.rubric_digest},
        "role": told.new.role.value,
        "artifact": told.new.artifact.value or None,
        "old": _side(told.old),
        "new": _side(told.new),
        "levels": [_level(one) for one in told.levels],
        "findings": [_shift(one) for one in told.shifts],
        "flags": [_signal(one) for one in told.signals],
        "lower": told.lower,
        "notes": list(told.notes),
    }


def _side(card: Scorecard) -> dict[str, Any]:
    overall = {"level": card.level, "score": card.score, "verdict": card.verdict}
    return {"file": card.file, "sha256": card.sha256, "overall": overall}


def _level(one: Moved) -> dict[str, Any]:
    return {
        "id": f"{one.group}.{one.id}",
        "title": one.title,
        "old": _rated(one.old),
        "new": _rated(one.new),
        "through": [_id(shift) for shift in one.through],
    }


def _rated(one: Rated | None) -> dict[str, Any] | None:
    return {"level": one.level, "score": one.score, "capped": one.capped or None} if one else None


def _shift(one: Shift) -> dict[str, Any]:
    path = f"{one.group}.{one.of}"
    old, new = (finding_data(found, path) if found else None for found in (one.old, one.new))
    return {"id": _id(one), "title": one.title, "became": one.way, "old": old, "new": new}


def _id(one: Shift) -> str:
    return f"{one.group}.{one.of}.{one.finding.id}"


def _signal(one: Signal) -> dict[str, Any]:
    return {"id": one.raised.id, "became": one.way, "old": _raised(one.old), "new": _raised(one.new)}


def _raised(one: Raised | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {"means": one.say, "fix": one.fix, "evidence": [quote_data(quote) for quote in one.evidence]}
