"""What reads the same stays as it was: office programs change quotes and spaces that nobody has touched."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from showproof.catalog.rubric import Limit
from showproof.rubric_sheets.columns import NEVER
from showproof.rubric_sheets.found import straight

T = TypeVar("T")


def as_before(new: T, old: T) -> T:
    """The new content, with the old texts wherever they differ in kinds of quotes and in spaces alone."""
    kept: T = _kept(new, old)
    return kept


def _kept(new: Any, old: Any) -> Any:
    if isinstance(new, str) and isinstance(old, str):
        return old if _same(new) == _same(old) else new
    if isinstance(new, tuple) and isinstance(old, tuple):
        return _kept_list(new, old)
    if is_dataclass(new) and not isinstance(new, type) and type(new) is type(old):
        values = {one.name: _kept(getattr(new, one.name), getattr(old, one.name)) for one in fields(new)}
        if isinstance(new, Limit) and isinstance(old, Limit) and new.unless == NEVER and old.unless > 1:
            values["unless"] = old.unless
        return replace(new, **values)
    return new


def _kept_list(new: tuple[Any, ...], old: tuple[Any, ...]) -> tuple[Any, ...]:
    """Texts by what they say, entries by their ids, entries without ids by their places."""
    if all(isinstance(one, str) for one in (*new, *old)):
        known = {_same(one): one for one in old}
        return tuple(known.get(_same(one), one) for one in new)
    by_id = {one.id: one for one in old if hasattr(one, "id")}
    if by_id:
        return tuple(_kept(one, by_id.get(one.id)) for one in new)
    return tuple(_kept(one, old[at] if at < len(old) else None) for at, one in enumerate(new))


def _same(text: str) -> str:
    return " ".join(straight(text).split())
