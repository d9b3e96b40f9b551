"""A derivation as JSON: `showproof.derivation/1`."""

from __future__ import annotations

import json
from typing import Any

from showproof.derivation import Cap, Derivation, Line, Step
from showproof.outputs.as_json import finding_data, quote_data

SCHEMA = "showproof.derivation/1"
_PATHS = {"criterion": "criteria", "row": "skills"}


def derivation_json(told: Derivation) -> str:
    """One object, indented, with its line end."""
    return json.dumps(derivation_data(told), indent=1, ensure_ascii=False) + "\n"


def derivation_data(told: Derivation) -> dict[str, Any]:
    """One derivation as plain data."""
    return {
        "schema": SCHEMA,
        "file": told.file,
        "of": told.subject,
        "id": told.id,
        "title": told.title,
        "question": told.question or None,
        "level": told.level,
        "score": told.score,
        "says": told.says,
        "looked_for": list(told.looked_for),
        "evidence": [quote_data(one) for one in told.evidence],
        "fix": told.fix or None,
        "rules": [_step(one, f"{_PATHS.get(told.subject, '')}.{told.id}") for one in told.steps],
        "lines": [_line(one) for one in told.lines],
        "caps": [_cap(one) for one in told.caps],
    }


def _step(step: Step, path: str) -> dict[str, Any]:
    decided = [{**quote_data(one.quote), "lacks": list(one.lacks)} for one in step.weighed]
    return {
        **finding_data(step.finding, path),
        "how": step.kind,
        "in_words": list(step.looked_for),
        "decided_by": decided,
    }


def _line(line: Line) -> dict[str, Any]:
    asked = [{"asks": one.asks, "has": one.has, "met": one.met} for one in line.asked]
    return {"level": line.level, "says": line.says, "holds": line.holds, "asked": asked}


def _cap(cap: Cap) -> dict[str, Any]:
    evidence = [quote_data(one) for one in cap.evidence]
    return {"level": cap.level, "why": cap.why, "binds": cap.binds, "evidence": evidence}
