"""The scorecards of `score --json`, whole: findings with their quotes, for whoever asks why."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from showproof.errors import UnreadableError

SCHEMA = "showproof.scorecards/1"
_QUOTE = {"quote": str, "where": str}
_SCALE = {"title": str, "level": int, "score": (int, float)}
_MAYBE = (str, type(None))
_CARD: dict[str, Any] = {
    "file": str,
    "sha256": str,
    "rubric": {"version": str, "digest": str},
    "overall": {"level": int, "score": (int, float), "verdict": str},
    "flags": [{"means": str, "fix": str, "evidence": [_QUOTE]}],
    "findings": [
        {"id": str, "looks_for": str, "verdict": str, "worth": (int, float), "fix": _MAYBE, "absence": _MAYBE,
         "evidence": [_QUOTE]}
    ],
}  # fmt: skip
"""What an explanation needs of a scorecard; the schema says more, and the rest goes unread."""


def cards_in(data: bytes, shown: str, of: Callable[[str], str]) -> dict[str, dict[str, Any]]:
    """The scorecards of a file by the study's name of their draft; `of` gives it for a file's name.

    Raises UnreadableError for what is no such file, with the entry that is not as it should be.
    """
    remedy = "name a file that `showproof score --json` wrote"
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        raise UnreadableError("not JSON", where=shown, remedy=remedy) from None
    if not isinstance(told, dict) or told.get("schema") != SCHEMA or not isinstance(told.get("scorecards"), list):
        raise UnreadableError("not scorecards as showproof writes them", where=shown, remedy=remedy)
    cards: dict[str, dict[str, Any]] = {}
    for at, card in enumerate(told["scorecards"]):
        if not _fits(card, _CARD) or not all(_scales_fit(card.get(group)) for group in ("criteria", "skills")):
            where = f"{shown}: scorecards[{at}]"
            raise UnreadableError("not a scorecard as showproof writes them", where=where, remedy=remedy)
        cards[of(card["file"]) or card["file"]] = card
    return cards


def _scales_fit(scales: Any) -> bool:
    return isinstance(scales, dict) and all(_fits(one, _SCALE) for one in scales.values())


def _fits(data: Any, shape: Any) -> bool:
    """Whether data has at least this shape: a type or several, a list of entries of one shape, an object's keys."""
    if isinstance(shape, dict):
        return isinstance(data, dict) and all(name in data and _fits(data[name], one) for name, one in shape.items())
    if isinstance(shape, list):
        return isinstance(data, list) and all(_fits(one, shape[0]) for one in data)
    return isinstance(data, shape) and not isinstance(data, bool)
