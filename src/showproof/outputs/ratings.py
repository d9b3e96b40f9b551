"""Filled scorecards as CSV for `calibrate`, as JSON (`showproof.ratings/1`), and as a line each for a person."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from showproof.kit.filled import Filled
from showproof.outputs.schema import LEVEL

SCHEMA = "showproof.ratings/1"
HEAD = ("draft", "rater", "scale", "level", "note")


def ratings_csv(cards: Iterable[Filled]) -> str:
    """A line a level. Cards that do not say who rated whom are left out: their levels would belong to nobody."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(HEAD)
    for card in cards:
        if card.draft and card.rater:
            rows.writerows((card.draft, card.rater, one.scale, one.level, one.note) for one in card.ratings)
    return text.getvalue()


def ratings_json(cards: Iterable[Filled], unreadable: Sequence[dict[str, str]], tool: str) -> str:
    """One object, indented, with its line end."""
    data = {
        "schema": SCHEMA,
        "tool": {"version": tool},
        "scorecards": [_card(card) for card in cards],
        "unreadable": list(unreadable),
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def card_line(card: Filled, rows: int) -> str:
    """Whose scorecard it is, and how far it counts."""
    levels = {one.scale: one.level for one in card.ratings}
    overall = levels.pop("overall", "-")
    who = f"{card.rater or 'no rater'} on {card.draft or 'no candidate'}"
    return f"{card.file}: {who}, {len(levels)} of {rows} rows, overall {overall}"


def _card(card: Filled) -> dict[str, Any]:
    return {
        "file": card.file,
        "role": card.role,
        "rubric": {"digest": card.rubric, "tool": card.tool},
        "draft": card.draft,
        "rater": card.rater,
        "ratings": [one._asdict() for one in card.ratings],
        "red_flags": card.warnings,
        "faults": [one._asdict() for one in card.faults],
    }


_TEXT = {"type": "string"}
_DAY = {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2})?$", "description": "The day of rating, as 2026-04-30."}
_KIND = {
    "enum": ["person", "scorer", "program"],
    "default": "person",
    "description": "Who rates: a person, showproof, or any other program.",
}


def _object(optional: tuple[str, ...] = (), **properties: dict[str, Any]) -> dict[str, Any]:
    """An object with these properties, of which some may be left out."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


_RATING = _object(
    ("note", "cell", "date"),
    scale={**_TEXT, "description": "`overall`, a criterion's id, or `skill:` and a row's id."},
    level=LEVEL,
    note=_TEXT,
    cell=_TEXT,
    date=_DAY,
)
_CARD = _object(
    ("file", "role", "rubric", "red_flags", "faults", "kind", "date"),
    file=_TEXT,
    role=_TEXT,
    rubric=_object(("tool",), digest=_TEXT, tool=_TEXT),
    draft={**_TEXT, "description": "The draft's or candidate's code; empty where the rater wrote none."},
    rater=_TEXT,
    ratings=_list(_RATING),
    red_flags=_TEXT,
    faults=_list(_object(cell=_TEXT, found=_TEXT, allowed=_TEXT, remedy=_TEXT)),
    kind=_KIND,
    date=_DAY,
)
RATINGS: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": SCHEMA,
    "description": "What `showproof ratings --json` writes, and what any program may write for `showproof calibrate`.",
    **_object(
        ("tool", "unreadable"),
        schema={"const": SCHEMA},
        tool=_object(version=_TEXT),
        scorecards=_list(_CARD),
        unreadable=_list(_object(file=_TEXT, error=_TEXT, remedy=_TEXT)),
    ),
}
