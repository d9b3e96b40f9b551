"""Ratings as a CSV: a line each, with the columns in any order and under any name that is usual for them."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

from showproof.calibration.ratings import Rater, RaterKind, Rating
from showproof.errors import UnreadableError
from showproof.formats.csv_rows import separator_of
from showproof.formats.limits import Limits
from showproof.formats.markdown.decode import decoded
from showproof.formats.package import read_bytes
from showproof.rating_files.handed_in import Fault, Taken
from showproof.rating_files.level import ALLOWED, level_of
from showproof.values.calendar_days import is_iso_day

COLUMNS: dict[str, tuple[str, ...]] = {
    "draft": ("draft", "draft code", "candidate", "candidate code", "code", "item", "unit", "subject", "file"),
    "rater": ("rater", "reviewer", "judge", "coder", "annotator", "assessor", "rater name"),
    "scale": ("scale", "criterion", "dimension", "row", "rated on"),
    "level": ("level", "rating", "score", "value", "grade"),
    "note": ("note", "notes", "comment", "comments", "reason", "evidence", "why"),
    "date": ("date", "day", "rated at", "rating date"),
    "kind": ("kind", "rater kind", "rater type"),
}
"""What a column says to the names that it may have."""
MOST_LINES = 1_000_000
"""Lines of a table of ratings; a draft has fewer."""
_NEEDED = ("draft", "rater", "scale", "level")
KINDS: tuple[RaterKind, ...] = get_args(RaterKind)
DAY = "a day such as 2026-04-30"


def read_table(path: Path, limits: Limits) -> Taken:
    """The ratings of a CSV, which may be parted by commas, semicolons or tabs.

    Raises UnreadableError for what is no CSV, and where a needed column is missing or there twice.
    """
    data, shown = read_bytes(path, limits), str(path)
    text, said = decoded(data, shown, replace(limits, text=limits.file, lines=max(limits.lines, MOST_LINES)))
    text = text.removeprefix("﻿")
    lines = _lines(text, separator_of(text), shown)
    _, head = next(lines, (1, []))
    places, unknown = _columns(head, shown)
    reading = _Reading(shown, places, len(head))
    for name in unknown:
        reading.notice("line 1", f"a column “{name}”", "columns that ratings have", "it is not read")
    for line in said:
        reading.notice("", line, "UTF-8", "look at names with accents")
    for number, row in lines:
        reading.take(number, row)
    return Taken(
        shown, "table", hashlib.sha256(data).hexdigest(), tuple(reading.raters.values()), tuple(reading.given),
        faults=tuple(reading.faults), notices=tuple(reading.notices),
    )  # fmt: skip


def _lines(text: str, apart: str, shown: str) -> Iterator[tuple[int, list[str]]]:
    """Number of the line where a row begins, and its cells without blanks around them; empty lines are passed over."""
    rows, begun = csv.reader(io.StringIO(text, newline=""), delimiter=apart), 1
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                yield begun, [cell.strip() for cell in row]
            begun = rows.line_num + 1
    except csv.Error as error:
        raise UnreadableError(f"not a CSV file: {error}", where=shown, remedy="save the sheet as CSV, UTF-8") from None


def _columns(head: list[str], shown: str) -> tuple[dict[str, int], list[str]]:
    """(what a column says to its place, names that say nothing known)."""
    places: dict[str, int] = {}
    unknown = []
    where = f"{shown}:1"
    for at, name in enumerate(head):
        plain = " ".join(name.replace("_", " ").replace("-", " ").lower().split())
        key = next((key for key, names in COLUMNS.items() if plain in names), "")
        if key in places:
            found = f"two columns for the {key}: “{head[places[key]]}” and “{name}”"
            raise UnreadableError(found, where=where, remedy="rename the one that is not meant, or take it out")
        if key:
            places[key] = at
        elif plain:
            unknown.append(name)
    missing = [key for key in _NEEDED if key not in places]
    if missing:
        there = ", ".join(head)[:200] or "an empty line"
        allowed = "; ".join(f"{key} ({', '.join(COLUMNS[key][1:])})" for key in missing)
        raise UnreadableError(
            f"no column for the {', the '.join(missing)}; found: {there}", where=where,
            remedy=f"name the column by one of: {allowed}",
        )  # fmt: skip
    return places, unknown


class _Reading:
    """The lines of one table, one after the other."""

    def __init__(self, shown: str, places: dict[str, int], width: int) -> None:
        self._shown = shown
        self._places = places
        self._width = width
        self.raters: dict[str, Rater] = {}
        self.given: list[Rating] = []
        self.faults: list[Fault] = []
        self.notices: list[Fault] = []

    def take(self, number: int, row: list[str]) -> None:
        """One line."""
        place = f"line {number}"
        said = {key: row[at] if at < len(row) else "" for key, at in self._places.items()}
        said |= {key: " ".join(said[key].split()) for key in ("draft", "rater", "scale")}
        empty = [key for key in ("draft", "rater", "scale") if not said[key]]
        level, called = level_of(said["level"]), said.get("kind", "").lower() or "person"
        kind = next((kind for kind in KINDS if kind == called), None)
        if empty:
            self._fault(place, f"no {' and no '.join(empty)}", "a line with draft, rater, scale and level")
        elif any(row[self._width :]):
            self._fault(place, f"{len(row)} cells", f"{self._width}, as many as the header has")
        elif not said["level"] and not said.get("note"):
            self.notice(place, "no level", ALLOWED, "it counts as not rated")
        elif level is None:
            self._fault(place, f"“{said['level']}”" if said["level"] else "a note without a level", ALLOWED)
        elif kind is None:
            self._fault(place, f"“{said['kind']}” as the kind of rater", ", ".join(KINDS))
        else:
            self._rating(place, said, level, kind)

    def notice(self, place: str, found: str, allowed: str, remedy: str) -> None:
        """Something that leaves nothing out."""
        self.notices.append(Fault(self._shown, place, found, allowed, remedy))

    def _fault(self, place: str, found: str, allowed: str) -> None:
        self.faults.append(Fault(self._shown, place, found, allowed, "mend the line; it does not count"))

    def _rating(self, place: str, said: dict[str, str], level: float, kind: RaterKind) -> None:
        date = said.get("date", "")
        if date and not is_iso_day(date):
            self.notice(place, f"“{date}” as the date", DAY, "the level counts without its date")
            date = ""
        name = said["rater"]
        known = self.raters.setdefault(name, Rater(name, kind))
        if known.kind != kind and said.get("kind"):
            self._fault(place, f"{name} as a {kind}, and before as a {known.kind}", "one kind a rater")
            return
        where = f"{self._shown}: {place}"
        self.given.append(Rating(said["draft"], name, said["scale"], level, said.get("note", ""), date, where))
