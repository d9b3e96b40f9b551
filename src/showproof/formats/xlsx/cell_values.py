"""A cell's stored value as text with its kind."""

from __future__ import annotations

from functools import lru_cache

from showproof.formats.xlsx.numbers import shown_date, shown_number
from showproof.formats.xlsx.shared_text import unescaped

Shown = tuple[str, str]
"""Text, and kind as in the model."""
_BOOLS = {"1": "TRUE", "true": "TRUE", "0": "FALSE", "false": "FALSE"}
_USUAL = 32
"""Characters of the longest number that a program writes; shorter ones are remembered."""


def shown_value(stored_as: str | None, raw: str, code: str, since_1904: bool) -> Shown | None:
    """Text and kind of a raw value of any type but a shared string; None where it is not what its type says."""
    return (_remembered if len(raw) <= _USUAL else _shown)(stored_as, raw, code, since_1904)


def _shown(stored_as: str | None, raw: str, code: str, since_1904: bool) -> Shown | None:
    if stored_as in (None, "n"):
        return shown_number(raw, code, since_1904=since_1904)
    if stored_as in ("str", "inlineStr"):
        return unescaped(raw).strip(), "text"
    if stored_as == "b":
        return (_BOOLS[raw], "bool") if raw in _BOOLS else None
    if stored_as == "d":
        return shown_date(raw)
    return (unescaped(raw).strip(), "error") if stored_as == "e" else None


_remembered = lru_cache(maxsize=4096)(_shown)
