"""What reads the same stays as it was, and so does what no sheet shows: nobody can have changed either."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from showproof.catalog.rubric import Criterion, EvidenceRule, LevelLine, Limit, OverallLine, Screen, SkillRow
from showproof.rubric_sheets.columns import CRITERIA, LIMITS, NEVER, ROWS, levels_plan, rules_plan
from showproof.rubric_sheets.found import straight

T = TypeVar("T")
_RULE = tuple(column.key for column in rules_plan("Row").columns)
_JUDGED = ("essentials", "supports", "limits", "levels")
_SHOWN: dict[type, tuple[str, ...]] = {
    EvidenceRule: _RULE,
    Limit: (*_RULE, *(column.key for column in LIMITS)),
    LevelLine: tuple(column.key for column in levels_plan("Row").columns),
    Criterion: (*(column.key for column in CRITERIA.columns), *_JUDGED),
    SkillRow: (*(column.key for column in ROWS.columns), *_JUDGED, "anchors"),
    Screen: ("lines",),
    OverallLine: ("level", "say", "reach", "floor", "skill"),
}
"""Class to its fields that stand on a sheet. What a role has beside its sheets was never taken off it."""


def as_before(new: T, old: T) -> T:
    """The new content, with the old texts wherever they differ in kinds of quotes and in spaces alone.

    Office programs change those by themselves.
    """
    kept: T = _kept(new, old)
    return kept


def _kept(new: Any, old: Any) -> Any:
    if isinstance(new, str) and isinstance(old, str):
        return old if _same(new) == _same(old) else new
    if isinstance(new, tuple) and isinstance(old, tuple):
        return _kept_list(new, old)
    if is_dataclass(new) and not isinstance(new, type) and type(new) is type(old):
        names = [one.name for one in fields(new)]
        shown = _SHOWN.get(type(new), names)
        values = {
            name: _kept(getattr(new, name), getattr(old, name)) if name in shown else getattr(old, name)
            for name in names
        }
        if isinstance(new, Limit) and isinstance(old, Limit) and new.unless == NEVER and old.unless > 1:
            values["unless"] = old.unless
        return replace(new, **values)
    return new


def _kept_list(new: tuple[Any, ...], old: tuple[Any, ...]) -> tuple[Any, ...]:
    """Texts by what they say, entries by their ids, lines of level tables by their levels, others by their places."""
    if all(isinstance(one, str) for one in (*new, *old)):
        texts = {_same(one): one for one in old}
        return tuple(texts.get(_same(one), one) for one in new)
    for key in ("id", "level"):
        known = {getattr(one, key): one for one in old if hasattr(one, key)}
        if known:
            return tuple(_kept(one, known.get(getattr(one, key))) for one in new)
    return tuple(_kept(one, old[at] if at < len(old) else None) for at, one in enumerate(new))


def _same(text: str) -> str:
    return " ".join(straight(text).split())
