"""An audit as JSON, `showproof.audit/1`."""

from __future__ import annotations

import json
from typing import Any

from showproof.calibration.audit import Audit, Table
from showproof.calibration.figures import Figure, Interval, NotComputable
from showproof.calibration.group_agreement import WHOLE, AgreementTable
from showproof.calibration.impact import BY_CHANCE, FOUR_FIFTHS, Line
from showproof.outputs.audit_words import IS_NOT, METHOD

NAME = "showproof.audit/1"


def audit_json(audit: Audit, version: str) -> str:
    """One object, indented, with its line end."""
    return json.dumps(audit_data(audit, version), indent=1, ensure_ascii=False) + "\n"


def audit_data(audit: Audit, version: str) -> dict[str, Any]:
    """One audit as plain data."""
    decisions = audit.decisions
    return {
        "schema": NAME,
        "tool": {"name": "showproof", "version": version},
        "decisions": {
            "file": decisions.file,
            "sha256": decisions.sha256,
            "candidates": len(decisions.made),
            "selected": decisions.selected,
        },
        "settings": {"least_share": audit.least_share, "four_fifths": FOUR_FIFTHS, "by_chance": BY_CHANCE},
        "method": METHOD,
        "median_score": audit.median_score,
        "comparisons": audit.comparisons,
        "tables": [_table(one) for one in audit.tables],
        "agreement": [_agreement(one) for one in audit.agreement],
        "is_not": list(IS_NOT),
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "by": list(table.by),
        "about": table.about,
        "persons": table.persons,
        "unknown": table.unknown,
        "without_score": table.without_score,
        "empty": [list(group) for group in table.empty],
        "groups": [_line(table, line) for line in table.lines],
    }


def _line(table: Table, line: Line) -> dict[str, Any]:
    spread = line.spread
    return {
        "group": dict(zip(table.by, line.group, strict=True)),
        "persons": line.persons,
        "selected" if table.about == "selection" else "above_median": line.selected,
        "share": rounded(line.share),
        "rate": rounded(line.rate),
        "rate_interval": _interval(line.interval),
        "impact_ratio": _figure(line.ratio),
        "ratio_interval": _interval(line.ratio_interval),
        "fisher_p": _figure(line.chance),
        "reading": line.reading,
        "why": line.why,
        "short_of_four_fifths": line.short,
        "scores": spread and {
            "mean": rounded(spread.mean), "median": rounded(spread.median), "deviation": _figure(spread.deviation),
        },
    }  # fmt: skip


def _agreement(table: AgreementTable) -> dict[str, Any]:
    return {
        "by": list(table.by),
        "scale": WHOLE,
        "unrated": table.unrated,
        "groups": [
            {
                "group": dict(zip(table.by, line.group, strict=True)),
                "drafts": line.drafts,
                "ratings": line.ratings,
                "mean_level": _figure(line.mean),
                "exact": _figure(line.exact),
                "adjacent": _figure(line.adjacent),
                "alpha": _figure(line.alpha.figure),
                "alpha_interval": _interval(line.alpha.interval),
            }
            for line in table.lines
        ],
    }


def rounded(value: float) -> float:
    """Six digits that count: the same on every machine."""
    return float(f"{value:.6g}")


def _figure(value: Figure) -> dict[str, Any]:
    if isinstance(value, NotComputable):
        return {"value": None, "reason": value.reason}
    return {"value": rounded(value), "reason": None}


def _interval(value: Interval | NotComputable) -> dict[str, Any]:
    if isinstance(value, NotComputable):
        return {"low": None, "high": None, "confidence": None, "reason": value.reason}
    return {
        "low": rounded(value.low), "high": rounded(value.high), "confidence": value.confidence, "reason": None,
    }  # fmt: skip
