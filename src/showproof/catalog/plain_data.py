"""Catalogue objects as the data that their files hold: keys in the order of the shipped files, nothing usual said."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from showproof.catalog.rubric import EvidenceRule, LevelLine

_RULE_KEYS = (
    "id", "say", "why", "rule", "about", "terms", "headed", "carry", "at_least", "each", "unmet", "partly", "unless",
    "eased", "fix",
)  # fmt: skip
_INLINE = ("about", "terms", "carry", "rows", "artifacts")
"""Lists of words that stand within brackets however long they are."""
_BRACED = ("reach", "floor")


class Inline(list[Any]):
    """A list that is written within brackets."""


class Braced(dict[str, Any]):
    """A mapping that is written within braces."""


def plain_data(value: Any, key: str = "") -> Any:
    """The data of an object, an entry, or of entries by id; what is as usual is left out."""
    if is_dataclass(value) and not isinstance(value, type):
        said = {name: plain_data(one, name) for name, one in _said(value)}
        return Braced(said) if isinstance(value, LevelLine) else said
    if isinstance(value, dict):
        plain = {str(name): plain_data(one, str(name)) for name, one in value.items()}
        return Braced(plain) if key in _BRACED else plain
    if isinstance(value, tuple):
        listed = [plain_data(one) for one in value]
        return Inline(listed) if _stands_inline(listed, key) else listed
    return value


def _said(value: Any) -> list[tuple[str, Any]]:
    """The fields that differ from what is usual."""
    found = {one.name: _usual(one) for one in fields(value)}
    first = [name for name in _RULE_KEYS if name in found] if isinstance(value, EvidenceRule) else []
    names = dict.fromkeys((*first, *found))
    # No floors are the same, whether a line says none or does not speak of them.
    given = ((name, getattr(value, name) or ({} if name == "floor" else getattr(value, name))) for name in names)
    return [(name, one) for name, one in given if found[name] is MISSING or one != found[name]]


def _usual(field: Any) -> Any:
    if field.name == "floor":
        return MISSING
    return field.default if field.default_factory is MISSING else field.default_factory()


def _stands_inline(listed: list[Any], key: str) -> bool:
    return all(isinstance(one, str) for one in listed) and (key in _INLINE or not any(" " in one for one in listed))
