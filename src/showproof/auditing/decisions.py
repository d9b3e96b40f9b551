"""Decisions read from a CSV: every fault named with its line and column, nobody left out in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from math import isfinite
from pathlib import Path
from typing import NamedTuple

from showproof.calibration.audit import MOST_COLUMNS
from showproof.calibration.decisions import UNKNOWN, Decision, Decisions
from showproof.catalog.near import unknown
from showproof.errors import CatalogError, UnreadableError, UserError
from showproof.formats.csv_rows import csv_rows
from showproof.formats.package import read_bytes
from showproof.outputs.terminal import plain
from showproof.values.calendar_days import is_iso_day

SELECTED = {"selected": True, "not selected": False}
"""The words of the column `decision`."""
UNKNOWN_WORDS = frozenset(
    ("", "unknown", "not known", "not stated", "not said", "not given", "prefer not to say", "declined", "n/a", "na",
     "none", "-", "–", "?")
)  # fmt: skip
"""Labels that say that the group is unknown, in small letters."""
OWN = ("candidate", "decision", "score", "draft", "reason", "decided by", "date")
"""Columns with a meaning of their own; the others may name groups."""


class Fault(NamedTuple):
    """One place of the file that cannot be taken."""

    line: int
    column: str
    found: str
    allowed: str
    remedy: str


class _Sheet(NamedTuple):
    """The file as rows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


def read_decisions(
    path: Path, columns: Sequence[str] = (), declared: Mapping[str, Sequence[str]] | None = None
) -> Decisions:
    """The decisions of a CSV, with the groups that these columns name.

    `declared` says which labels a column may have. Raises UnreadableError for what is no CSV, UserError for a column
    that is not there, CatalogError with every cell that cannot be taken.
    """
    data, said = read_bytes(path), {_head(name): tuple(labels) for name, labels in (declared or {}).items()}
    sheet = _sheet(path, data)
    wanted = _columns(path, sheet.heads, columns, said)
    faults = [*_cells(sheet, wanted, said), *_twice(sheet), *_alike(sheet, wanted)]
    if faults:
        raise CatalogError([_told(path, one) for one in sorted(faults, key=lambda one: one.line)])
    made = tuple(_decision(line, row, wanted) for line, row in sheet.rows)
    labels = {name: _labels(made, name, said.get(name)) for name in wanted}
    return Decisions(str(path), sha256(data).hexdigest(), wanted, made, labels, "score" in sheet.heads)


def _sheet(path: Path, data: bytes) -> _Sheet:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError("not UTF-8", where=f"{path}:{line}", remedy="save the sheet as CSV, UTF-8") from None
    first = text.partition("\n")[0]
    # Excel saves a CSV with semicolons where the comma is the decimal sign.
    apart = ";" if ";" in first and "," not in first else ","
    lines = list(csv_rows(text, apart, str(path), strict=True))
    heads = tuple(cell.strip().lower().replace("_", " ") for cell in lines[0][1]) if lines else ()
    _heads(path, heads)
    rows = [(line, cells) for line, cells in lines[1:] if any(cell.strip() for cell in cells)]
    uneven = [
        Fault(line, "", f"{len(cells)} cells", f"{len(heads)}, as in line 1", "quote cells that hold the separator")
        for line, cells in rows
        if len(cells) != len(heads)
    ]
    if uneven:
        raise CatalogError([_told(path, one) for one in uneven])
    if not rows:
        raise UserError("no decisions", where=str(path), remedy="write a line for each candidate")
    return _Sheet(
        heads, tuple((line, dict(zip(heads, map(_trimmed, cells), strict=True))) for line, cells in rows)
    )  # fmt: skip


def _heads(path: Path, heads: tuple[str, ...]) -> None:
    for needed in ("candidate", "decision"):
        if needed not in heads:
            remedy = "the columns are candidate, decision, and one for each kind of group"
            raise UserError(f"no column `{needed}`", where=f"{path}:1", remedy=remedy)
    twice = sorted({head for head in heads if head and heads.count(head) > 1})
    if twice:
        raise UserError(f"the column `{plain(twice[0])}` stands twice", where=f"{path}:1", remedy="rename one of them")


def _columns(
    path: Path, heads: tuple[str, ...], columns: Sequence[str], declared: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(_head(name) for name in columns if name.strip()))
    may = [head for head in heads if head and head not in OWN]
    for name in (*wanted, *declared):
        if name not in may:
            raise unknown("group column", name, may, f"{path}:1 has: {', '.join(map(plain, may)) or 'none'}")
    extra = [name for name in declared if name not in wanted]
    if extra:
        raise UserError(
            f"labels of `{extra[0]}`, which --groups does not name", remedy="name it there, or leave it out"
        )
    if len(wanted) > MOST_COLUMNS:
        found = f"{len(wanted)} group columns; allowed: {MOST_COLUMNS}"
        raise UserError(found, remedy="audit them in two runs")
    return wanted


def _head(name: str) -> str:
    return name.strip().lower().replace("_", " ")


def _cells(sheet: _Sheet, wanted: tuple[str, ...], declared: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    for line, row in sheet.rows:
        if not row["candidate"]:
            yield Fault(line, "candidate", "nothing", "a name or code", "write whom the decision is about")
        if row["decision"].lower() not in SELECTED:
            allowed = " or ".join(SELECTED)
            yield Fault(line, "decision", _quoted(row["decision"]), allowed, "leave out candidates without a decision")
        if row.get("score") and _number(row["score"]) is None:
            yield Fault(line, "score", _quoted(row["score"]), "a number, or nothing", "write it as 2.75")
        if row.get("date") and not is_iso_day(row["date"]):
            yield Fault(line, "date", _quoted(row["date"]), "a day such as 2026-04-30", "write it so")
        for column in wanted:
            labels = declared.get(column)
            label = row[column]
            if labels is not None and label not in labels and label.lower() not in UNKNOWN_WORDS:
                allowed = f"{', '.join(labels)}, or `unknown`"
                yield Fault(line, column, _quoted(label), allowed, "mend the label, or declare it with --labels")


def _twice(sheet: _Sheet) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for line, row in sheet.rows:
        name = row["candidate"]
        if name and name in first:
            found = f"{_quoted(name)}, who is in line {first[name]} too"
            yield Fault(line, "candidate", found, "each candidate once", "leave one of the two lines out")
        first.setdefault(name, line)


def _alike(sheet: _Sheet, wanted: tuple[str, ...]) -> Iterator[Fault]:
    """Labels that differ in capitals only would make two groups of one."""
    for column in wanted:
        first: dict[str, tuple[str, int]] = {}
        for line, row in sheet.rows:
            label, known = row[column], first.setdefault(row[column].lower(), (row[column], line))
            if label != known[0] and label.lower() not in UNKNOWN_WORDS:
                found = f"{_quoted(label)}, and {_quoted(known[0])} in line {known[1]}"
                yield Fault(line, column, found, "one spelling for one group", "write both alike")


def _decision(line: int, row: dict[str, str], wanted: tuple[str, ...]) -> Decision:
    drafts = tuple(name.strip() for name in row.get("draft", "").split(";") if name.strip())
    groups = {name: UNKNOWN if row[name].lower() in UNKNOWN_WORDS else row[name] for name in wanted}
    return Decision(
        row["candidate"], SELECTED[row["decision"].lower()], groups, _number(row.get("score", "")),
        drafts or (row["candidate"],), row.get("reason", ""), row.get("decided by", ""), row.get("date", ""), line,
    )  # fmt: skip


def _labels(made: Iterable[Decision], column: str, declared: Sequence[str] | None) -> tuple[str, ...]:
    if declared is not None:
        return tuple(declared)
    return tuple(sorted({one.groups[column] for one in made} - {UNKNOWN}))


def _number(text: str) -> float | None:
    """A number as people write it; None for what is none. A comma counts as the decimal sign."""
    if not re.fullmatch(r"[-+]?\d+(?:[.,]\d+)?", text, re.ASCII):
        return None
    number = float(text.replace(",", "."))
    return number if isfinite(number) else None


def _trimmed(cell: str) -> str:
    return " ".join(cell.split())


def _quoted(text: str) -> str:
    return f"“{plain(text[:60])}”" if text else "nothing"


def _told(path: Path, fault: Fault) -> str:
    place = f"{plain(str(path))}:{fault.line}" + (f" {plain(fault.column)}" if fault.column else "")
    return f"{place}: found {fault.found}; allowed: {fault.allowed}; {fault.remedy}"
