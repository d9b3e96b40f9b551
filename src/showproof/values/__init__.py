"""Typed values from text: amounts, dates, times and cadences with the exact place of each. No clock, no locale.

Patterns of rare forms are kept as text: `re` compiles one when a text first needs it, and remembers it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from showproof.values.value import Kind, Value

if TYPE_CHECKING:
    from showproof.values.durations import minutes
    from showproof.values.scan import as_date, find_values

__all__ = ["Kind", "Value", "as_date", "find_values", "minutes"]

_READING = {"as_date": "scan", "find_values": "scan", "minutes": "durations"}


def __getattr__(name: str) -> object:
    """What reads text is loaded when it is first asked for: whoever only names a value compiles no patterns."""
    if name not in _READING:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_READING[name]}"), name)
