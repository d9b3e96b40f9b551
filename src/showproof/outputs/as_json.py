"""A scorecard as the JSON that scripts rely on: `showproof.scorecards/1`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from showproof.model import Detection, Finding, Location, Quote, Raised, Rated, Scorecard

SCHEMA = "showproof.scorecards/1"


def begin_json(version: str, settings: str) -> str:
    """The line before the scorecards; `settings` names all by which drafts are scored."""
    head = {"schema": SCHEMA, "tool": {"name": "showproof", "version": version}, "settings": settings}
    return json.dumps(head)[:-1] + ', "scorecards": ['


def card_json(card: Scorecard) -> str:
    """One scorecard as one line, without its line end."""
    return json.dumps(card_data(card), ensure_ascii=False)


def end_json(unreadable: Iterable[dict[str, str]], *, complete: bool) -> str:
    """What stands after the scorecards: files that could not be read, and whether the run came to its last draft."""
    lost = _entries(json.dumps(one, ensure_ascii=False) for one in unreadable)
    return f'\n], "unreadable": [{lost}\n], "complete": {json.dumps(complete)}}}\n'


def scorecards_json(
    cards: Iterable[Scorecard], unreadable: Iterable[dict[str, str]], version: str, settings: str = ""
) -> str:
    """One object with every scorecard, a line each, and every file that could not be read."""
    return begin_json(version, settings) + _entries(map(card_json, cards)) + end_json(unreadable, complete=True)


def _entries(lines: Iterable[str]) -> str:
    whole = ",\n".join(lines)
    return f"\n{whole}" if whole else ""


def card_data(card: Scorecard) -> dict[str, Any]:
    """One scorecard as plain data."""
    return {
        "file": card.file,
        "sha256": card.sha256,
        "role": card.role.value,
        "artifact": card.artifact.value or None,
        "detected": {"artifact": _detection(card.artifact), "role": _detection(card.role)},
        "rubric": {"version": card.rubric_version, "digest": card.rubric_digest},
        "overall": {"level": card.level, "score": card.score, "verdict": card.verdict},
        "criteria": {one.id: _rated(one, "criteria") for one in card.criteria},
        "skills": {one.id: _rated(one, "skills") for one in card.skills},
        "flags": [_raised(one) for one in card.flags],
        "findings": [
            finding_data(finding, f"{group}.{one.id}")
            for group, one in [("criteria", one) for one in card.criteria] + [("skills", one) for one in card.skills]
            for finding in one.findings
        ],
        "notices": list(card.notices),
        "unplaced": [quote_data(one) for one in card.unplaced],
    }


def _detection(found: Detection) -> dict[str, Any]:
    return {"by": found.by, "confidence": found.confidence}


def _rated(one: Rated, group: str) -> dict[str, Any]:
    return {
        "title": one.title,
        "level": one.level,
        "score": one.score,
        "capped": one.capped or None,
        "findings": [f"{group}.{one.id}.{finding.id}" for finding in one.findings],
    }


def finding_data(finding: Finding, path: str) -> dict[str, Any]:
    """A finding; `path` leads to it, as `criteria.measures`."""
    return {
        "id": f"{path}.{finding.id}",
        "rule": finding.rule,
        "looks_for": finding.say,
        "part": finding.part,
        "allows": finding.allows,
        "verdict": finding.verdict,
        "strength": finding.strength,
        "evidence": [quote_data(one) for one in finding.evidence],
        "absence": finding.absence or None,
        "fix": finding.fix or None,
        "worth": finding.worth,
    }


def _raised(one: Raised) -> dict[str, Any]:
    return {"id": one.id, "means": one.say, "fix": one.fix, "evidence": [quote_data(quote) for quote in one.evidence]}


def quote_data(one: Quote) -> dict[str, Any]:
    """A quote with its place, as fields and in words."""
    return {"quote": one.quote, "location": _location(one.location), "where": one.location.where()}


def _location(where: Location) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in ("part", "paragraph", "cell", "line", "end_line"):
        value = getattr(where, name)
        if value:
            found[name] = value
    found["start"], found["end"] = where.start, where.end
    return found
