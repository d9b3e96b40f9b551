"""A gate as JSON, `showproof.gate/1`."""

from __future__ import annotations

import json
from typing import Any

from showproof.calibration.bars import SOURCES
from showproof.calibration.gate import Gate, Held
from showproof.outputs.calibration_json import estimate_data
from showproof.outputs.calibration_names import GATE_NAME


def gate_json(held: Gate, version: str) -> str:
    """One object, indented, with its line end."""
    return json.dumps(gate_data(held, version), indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def gate_data(held: Gate, version: str) -> dict[str, Any]:
    """All of it as plain data."""
    return {
        "schema": GATE_NAME,
        "tool": {"name": "showproof", "version": version},
        "bars": {"set_at": held.bars.set_at, "digest": held.bars.digest},
        "enough": {"drafts": held.bars.drafts, "width": held.bars.width},
        "verdict": held.verdict,
        "held": [_held(one) for one in held.held],
        "without_a_bar": list(held.without),
    }


def _held(one: Held) -> dict[str, Any]:
    return {
        **one.bar._asdict(),
        "title": one.title,
        "rater": one.rater or None,
        "kind": one.kind,
        "found": estimate_data(one.found),
        "verdict": one.verdict,
        "why": one.why,
        "source": SOURCES[one.bar.measure],
    }
