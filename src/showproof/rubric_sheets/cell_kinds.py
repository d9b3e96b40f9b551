"""What a cell of each kind says: the text of a person, made into the value that a rubric holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from showproof.catalog.near import nearest
from showproof.formats.xlsx.stored import Stored
from showproof.rubric_sheets.columns import Column, SheetPlan
from showproof.rubric_sheets.found import Line, Read, plain, straight

STAND_IN = "-"
"""Stands for a needed text that is missing, so that all other faults are found too."""
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_BETWEEN = re.compile(r'"((?:[^"]|"")*)"|([^,;\n"]+)')
_YES = {"yes": True, "y": True, "true": True, "x": True, "1": True, "no": False, "n": False, "false": False, "0": False}
_LONGEST = 60


class Refused(ValueError):
    """A cell that does not say what its column asks."""

    def __init__(self, allowed: str, remedy: str) -> None:
        super().__init__(allowed)
        self.allowed, self.remedy = allowed, remedy


def values_of(read: Read, line: Line, plan: SheetPlan) -> dict[str, Any]:
    """Key to value of every column of a line; faulty cells are said and stand as if they were empty."""
    return {column.key: _value(read, line, column) for column in plan.columns}


def _value(read: Read, line: Line, column: Column) -> Any:
    cell, place = line.cell(column.key), line.place(column.key)
    if cell.kind == "uncounted":
        read.fault(place, "a formula without a value", "a value", "write the value itself")
    elif cell.kind == "error":
        read.fault(place, shown(cell.text), "a value", "mend the formula, or write the value itself")
    elif cell.kind == "date" and column.kind != "text":
        remedy = "write it again with ' before it, which keeps it text"
        read.fault(place, f"the date {cell.text}", "no date", remedy)
    elif plain(cell.text):
        try:
            bound = _BOUND.get(column.kind)
            return bound(cell, column) if bound else _READERS[column.kind](cell)
        except Refused as refused:
            read.fault(place, shown(cell.text), refused.allowed, refused.remedy)
    elif column.needed:
        what = "a whole number" if column.kind == "whole" else "a value" if column.options else "a text"
        read.fault(place, "nothing", what, f"write {column.title.lower()}")
        return STAND_IN if column.kind == "text" else _EMPTY[column.kind]
    return _EMPTY[column.kind]


def shown(text: str) -> str:
    """What was found, in quotes, cut where it is long."""
    text = " ".join(text.split())
    return f'"{text[: _LONGEST - 3]}…"' if len(text) > _LONGEST else f'"{text}"'


def _text(cell: Stored) -> str:
    return " ".join(cell.text.replace("\u00a0", " ").split())


def _id(cell: Stored) -> str:
    text = plain(cell.text)
    if not _ID.fullmatch(text):
        made = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
        remedy = f"write {made}, or clear the cell" if made else "clear the cell"
        raise Refused("small letters, digits and hyphens", remedy)
    return text


def _choice(cell: Stored, column: Column) -> str:
    text = plain(cell.text)
    if column.options and text not in column.options:
        close = nearest(text, column.options)
        raise Refused(", ".join(column.options), f"write {close}" if close else "write one of these")
    return text


def _lines(cell: Stored) -> list[str]:
    lines = (" ".join(line.split()) for line in cell.text.replace("\u00a0", " ").splitlines())
    return [line for line in lines if line]


def _words(cell: Stored) -> list[str]:
    found = (
        " ".join((quoted.replace('""', '"') or word).split())
        for quoted, word in _BETWEEN.findall(_kept_breaks(cell.text))
    )
    return [word for word in found if word]


def _kept_breaks(text: str) -> str:
    return "\n".join(straight(line) for line in text.splitlines())


def _needs(cell: Stored) -> list[str]:
    return ["|".join(_one_of(need)) for need in _words(cell)]


def _one_of(need: str) -> list[str]:
    return [word for part in re.split(r"\s+or\s+|\s*[|/]\s*", need.lower()) if (word := part.strip())]


def _whole(cell: Stored, column: Column) -> int:
    number = _number(cell.raw or straight(cell.text))
    allowed = f"a whole number from {column.low} to {column.high:,}" if column.high < 1000 else "a whole number"
    if number is None or number != int(number) or not column.low <= number <= column.high:
        raise Refused(allowed, "change the value")
    return int(number)


def _share(cell: Stored) -> float:
    text = cell.raw or straight(cell.text).replace(" ", "").replace(",", ".")
    number = _number(text.removesuffix("%"))
    if number is not None and text.endswith("%"):
        number /= 100
    if number is None or not 0 <= number <= 1:
        fits = number is not None and 1 < number <= 100 and not text.endswith("%")
        raise Refused("0% to 100%", f"write {number:f}%" if fits else "change the value")
    return round(float(number), 6)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < 10**9 else None


def _yes(cell: Stored) -> bool:
    text = plain(cell.text)
    if text not in _YES:
        raise Refused("yes, no", "write one of these, or clear the cell")
    return _YES[text]


_READERS: dict[str, Callable[[Stored], Any]] = {
    "text": _text,
    "id": _id,
    "of": _text,
    "lines": _lines,
    "words": _words,
    "needs": _needs,
    "share": _share,
    "yes": _yes,
}
_BOUND: dict[str, Callable[[Stored, Column], Any]] = {"choice": _choice, "whole": _whole}
"""Those for which the column says what is allowed."""
_EMPTY: dict[str, Any] = {
    "text": "", "id": "", "of": "", "choice": "", "lines": (), "words": (), "needs": (), "whole": None, "share": None,
    "yes": False,
}  # fmt: skip
"""What an empty cell says."""
