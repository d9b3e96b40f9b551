"""A portfolio as JSON, `showproof.portfolio/1`, and a cohort, `showproof.cohort/1`."""

from __future__ import annotations

import json
from typing import Any

from showproof.outputs.as_json import quote_data
from showproof.proof import GOAL, Check, Cohort, Portfolio, Row, Shown, Step

PORTFOLIO_NAME, COHORT_NAME = "showproof.portfolio/1", "showproof.cohort/1"


def portfolio_json(told: Portfolio, version: str) -> str:
    """One object, indented, with its line end."""
    return _written(portfolio_data(told, version))


def cohort_json(told: Cohort, version: str) -> str:
    """One object, indented, with its line end."""
    return _written(cohort_data(told, version))


def _written(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def portfolio_data(told: Portfolio, version: str) -> dict[str, Any]:
    """One portfolio as plain data."""
    return {
        "schema": PORTFOLIO_NAME,
        "tool": {"name": "showproof", "version": version},
        "rubric": {"version": told.rubric[0], "digest": told.rubric[1]},
        "folder": told.folder,
        "role": told.role,
        "goal": GOAL,
        "today": told.today or None,
        "artifacts": [one._asdict() | _none_for_empty(one._asdict()) for one in told.artifacts],
        "rows": {row.id: _row(row) for row in told.rows},
        "unproven": [row.id for row in told.unproven],
        "together": [_check(one) for one in told.checks],
        "plan": {
            "cost": told.cost,
            "steps": [_step(one) for one in told.plan],
            "out_of_reach": list(told.out_of_reach),
        },
        "unreadable": [one._asdict() for one in told.unreadable],
    }


def _none_for_empty(data: dict[str, Any]) -> dict[str, None]:
    return {name: None for name, value in data.items() if value == ""}


def _row(row: Row) -> dict[str, Any]:
    return {
        "skill": row.skill,
        "good": row.good,
        "proof": row.proof,
        "level": row.level,
        "best": row.best or None,
        "shown": [_shown(one) for one in row.shown],
    }


def _shown(one: Shown) -> dict[str, Any]:
    evidence = quote_data(one.evidence) if one.evidence else None
    return {
        "file": one.file, "level": one.level, "score": one.score, "evidence": evidence, "capped": one.capped or None,
    }  # fmt: skip


def _check(one: Check) -> dict[str, Any]:
    places = [{"file": place.file, **quote_data(place.quote)} for place in one.places]
    return {"id": one.id, "verdict": one.verdict, "says": one.say, "places": places}


def _step(one: Step) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "target": one.target,
        "rows": list(one.rows),
        "cost": one.cost,
        "command": one.command,
        "fixes": [fix._asdict() for fix in one.fixes],
        "instead": list(one.instead),
    }


def cohort_data(told: Cohort, version: str) -> dict[str, Any]:
    """One cohort as plain data."""
    return {
        "schema": COHORT_NAME,
        "tool": {"name": "showproof", "version": version},
        "folder": told.folder,
        "role": told.role,
        "goal": GOAL,
        "rows": dict(told.rows),
        "candidates": {
            one.name: {"drafts": one.drafts, "levels": one.levels, "moved": one.moved} for one in told.candidates
        },
        "gaps": [
            {
                "row": gap.row,
                "skill": gap.skill,
                "candidates": list(gap.candidates),
                "missing": [{"looks_for": say, "candidates": count} for say, count in gap.findings],
            }
            for gap in told.gaps
        ],
        "gone": list(told.gone),
        "strays": list(told.strays),
        "unreadable": [one._asdict() for one in told.unreadable],
    }
