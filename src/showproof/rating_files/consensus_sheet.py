"""What was settled, read back from the adjudication sheet; each fault with its cell."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from showproof.calibration.adjudication import Consensus
from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits
from showproof.kit.placed_cells import Book, Place, below, find, read_book, said_at, words
from showproof.rating_files.adjudication_sheet import DAY, DRAFT, LEVEL, REASON, SCALE, TAB, WHO
from showproof.rating_files.handed_in import Fault
from showproof.rating_files.level import ALLOWED, level_of
from showproof.rating_files.table import DAY as A_DAY
from showproof.values.calendar_days import is_iso_day

_COLUMNS = (DRAFT, SCALE, LEVEL, REASON, WHO, DAY)


class Settled(NamedTuple):
    """What one sheet says."""

    consensus: tuple[Consensus, ...]
    open: tuple[tuple[str, str], ...]
    """Drafts and scales that nobody settled yet."""
    faults: tuple[Fault, ...]
    """Each left out exactly the line that it names."""


def is_adjudication(book: Book) -> bool:
    """Whether a workbook is one of these."""
    return find(book, LEVEL) is not None and find(book, WHO) is not None


def read_consensus(path: Path, *, today: str = "", limits: Limits = USUAL) -> Settled:
    """The levels that were settled; `today` is the day of lines that say none.

    Raises UnreadableError for a workbook that is no such sheet, or has lost a column.
    """
    book, file = read_book(path, limits), str(path)
    heads = {label: find(book, label) for label in _COLUMNS}
    gone = [label for label, place in heads.items() if place is None]
    top = heads[DRAFT]
    if gone or top is None:
        found = f"no column {', '.join(gone)}"
        remedy = "put the titles back as `showproof calibrate adjudicate` wrote them"
        raise UnreadableError(found, where=f"{file}: {TAB}", remedy=remedy)
    columns = {label: place.column for label, place in heads.items() if place}
    settled: dict[tuple[str, str], Consensus] = {}
    left: list[tuple[str, str]] = []
    faults: list[Fault] = []
    for place in below(book, top):
        one = _line(book, file, place, columns, today, faults)
        if isinstance(one, Consensus):
            before = settled.setdefault((one.draft, one.scale), one)
            if before != one:
                found = f"{one.draft}, {one.scale} a second time, as in {before.place}"
                faults.append(Fault(file, str(place), found, "each split once", "take one out; the first one counts"))
        elif one:
            left.append(one)
    return Settled(tuple(settled.values()), tuple(left), tuple(faults))


def _line(
    book: Book, file: str, place: Place, columns: dict[str, int], today: str, faults: list[Fault]
) -> Consensus | tuple[str, str] | None:
    """What one line settles; draft and scale where it is open; nothing where it has a fault."""
    said = {label: said_at(book, place._replace(column=column)) for label, column in columns.items()}
    draft, scale = words(said[DRAFT].text), words(said[SCALE].text)
    filled = [label for label in (LEVEL, REASON, WHO) if said[label].text]
    if not filled:
        return draft, scale
    level, date = level_of(said[LEVEL].text), said[DAY].text or today
    wrong = [
        (said[SCALE], "no scale", "a scale of the study") if not scale else None,
        (said[LEVEL], f"“{said[LEVEL].text}”" if said[LEVEL].text else "no level", ALLOWED) if level is None else None,
        (said[REASON], "no reason", "why the level holds") if not said[REASON].text else None,
        (said[WHO], "nobody who decided", "who decided") if not said[WHO].text else None,
        (said[DAY], f"“{date}” as the day" if date else "no day", A_DAY) if not is_iso_day(date) else None,
    ]
    for cell, found, allowed in filter(None, wrong):
        told, remedy = f"{found} for {draft}, {scale}", "mend the line; it does not count"
        faults.append(Fault(file, str(cell.place), told, allowed, remedy))
    if level is None or any(wrong):
        return None
    return Consensus(draft, scale, int(level), said[REASON].text, words(said[WHO].text), date, f"{file}: {place}")
