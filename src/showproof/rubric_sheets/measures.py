"""Criteria and rows as their lines say them: the line itself, the rules and the level lines that name it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from showproof.catalog.marks import KeyPath
from showproof.catalog.near import nearest
from showproof.rubric_sheets.cell_kinds import STAND_IN, shown, values_of
from showproof.rubric_sheets.columns import ESSENTIAL, LIMIT, LIMITS, NEVER, PARTS, SheetPlan
from showproof.rubric_sheets.found import Line, Read, plain
from showproof.rubric_sheets.ids import ids_of

Values = dict[str, Any]
Lines = dict[str, list[Line]]
"""Sheet to its lines."""
_GROUPS = dict(zip(PARTS, ("essentials", "supports", "limits"), strict=True))
_NO_ESSENTIAL = {"id": STAND_IN, "say": STAND_IN, "fix": STAND_IN}
_NO_OPENING = {"id": f"{STAND_IN}0", "say": STAND_IN, "fix": STAND_IN, "why": STAND_IN, "unmet": 0}
"""Stand for rules that are missing and said to be, so that the catalogue does not say it again."""


@dataclass(slots=True)
class Measure:
    """A criterion or a row, by its line."""

    line: Line
    values: Values
    rules: list[tuple[Line, Values]] = field(default_factory=list)
    levels: list[tuple[Line, Values]] = field(default_factory=list)
    whole: bool = True
    """Whether every line that may be one of its rules could be read."""

    def judged(self, read: Read, *, is_row: bool) -> tuple[Values, dict[KeyPath, Line]]:
        """Its rules and level table as a catalogue has them, and the line of each rule by its path."""
        given = [(line, values) for line, values in self.rules if values["part"]]
        names, texts = ([str(values[key]) for _, values in given] for key in ("id", "say"))
        ids = ids_of(read, [line for line, _ in given], names, texts, f"among the rules of {self.values['id']}")
        data: Values = {group: [] for group in _GROUPS.values()}
        places: dict[KeyPath, Line] = {}
        for (line, values), name in zip(given, ids, strict=True):
            group = _GROUPS[values["part"]]
            places[group, len(data[group])] = line
            data[group].append(_rule(read, line, {**values, "id": name}))
        self._check_whole(read, data, is_row=is_row)
        if self.levels:
            data["levels"] = _level_table(read, self.levels)
        return data, places

    def _check_whole(self, read: Read, data: Values, *, is_row: bool) -> None:
        """Whether it can be judged at all."""
        place = self.line.place("id")
        if not data["essentials"]:
            if self.whole:
                read.fault(place, "no essential rule", "one or more", "add one on the sheet Rules")
            data["essentials"].append(_NO_ESSENTIAL)
        if is_row and not any(limit["unmet"] == 0 for limit in data["limits"]):
            if self.whole:
                remedy = "add a limit on the sheet Rules, with 0 where not met, that says what a draft must speak of"
                read.fault(place, "no limit with level 0", "one or more", remedy)
            data["limits"].append(_NO_OPENING)


def measures_in(read: Read, plans: Sequence[SheetPlan], lines: Lines, title: str) -> list[Measure]:
    """Criteria or rows in the order of their sheet; `title` is the key by which people call them."""
    heads, rules, levels = plans[:3]
    found = [Measure(line, values_of(read, line, heads)) for line in lines[heads.name]]
    names, texts = ([str(one.values[key]) for one in found] for key in ("id", title))
    ids = ids_of(read, [one.line for one in found], names, texts, f"on the sheet {heads.name}")
    for one, name in zip(found, ids, strict=True):
        one.values["id"] = name
        one.values["general"] = 1 if one.values["general"] is None else one.values["general"]
    known = {plain(text): one for one in found for text in (one.values[title], one.values["id"])}
    for line in lines[rules.name]:
        values = values_of(read, line, rules)
        of = _of(read, line, values.pop("of"), known, ids)
        if of:
            of.rules.append((line, values))
        unclear = not values["part"] or (values["part"] == LIMIT and values["unmet"] is None)
        for one in found if of is None else [of] if unclear else []:
            one.whole = False
    for line in lines[levels.name]:
        values = values_of(read, line, levels)
        of = _of(read, line, values.pop("of"), known, ids)
        if of:
            of.levels.append((line, values))
    return found


def _of(read: Read, line: Line, name: str, known: dict[str, Measure], ids: Sequence[str]) -> Measure | None:
    """What a rule or level line belongs to, by id or title."""
    found = known.get(plain(name))
    if found is None and name:
        close = nearest(plain(name), ids)
        read.fault(line.place("of"), shown(name), ", ".join(ids), f"write {close}" if close else "write one of these")
    return found


def _rule(read: Read, line: Line, values: Values) -> Values:
    """One rule: empty cells are left out, so that what is usual holds."""
    part = values.pop("part")
    given = {key: value for key, value in values.items() if value not in ("", (), None)}
    if part == LIMIT:
        for key, what in (("why", "a text"), ("unmet", "a whole number from 0 to 4")):
            if not plain(line.cell(key).text):
                read.fault(line.place(key), "nothing", f"{what}, since this is a limit", "write it")
        return {"why": STAND_IN, "unmet": 0, "unless": NEVER, **given}
    for column in LIMITS:
        if given.pop(column.key, None) is not None:
            what = f"nothing, since this is {'an' if part == ESSENTIAL else 'a'} {part}"
            read.fault(line.place(column.key), shown(line.cell(column.key).text), what, "clear the cell")
    return given


def _level_table(read: Read, lines: Iterable[tuple[Line, Values]]) -> list[Values]:
    """The best level first."""
    table: dict[int, Values] = {}
    for line, values in lines:
        level = values["level"]
        if level in table:
            read.fault(line.place("level"), f"level {level} a second time", "each level once", "remove one line")
        if level is not None:
            shares = {key: values[key] or 0.0 for key in ("essentials", "supports")}
            table[level] = {"level": level, **shares, "verified": values["verified"]}
    return [table[level] for level in sorted(table, reverse=True)]
