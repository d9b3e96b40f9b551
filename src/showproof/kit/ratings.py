"""A filled scorecard read back: levels and notes by row, and every fault with the cell that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from showproof.catalog.store import Catalog
from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits
from showproof.formats.rating_form import (
    ANCHORS,
    CANDIDATE,
    LEVEL,
    MADE_FROM,
    NOTE,
    OVERALL,
    RATER,
    REASON,
    ROW,
    WARNINGS,
    RatingForm,
)  # fmt: skip
from showproof.kit.filled import Fault, Filled, Rating
from showproof.kit.placed_cells import Book, Place, Said, below, find, read_book, said_at, words
from showproof.kit.scorecard import scorecard

_ORIGIN = re.compile(r"(\S+) · rubric ([0-9a-f]+) · showproof (\S+)")
_LEVEL = re.compile(r"([0-4])(?:\.0+)?")


class _Line(NamedTuple):
    """One row of the form as it stands in the file."""

    level: Said
    note: Said
    scale: Said


def read_scorecard(catalog: Catalog, path: Path, wanted: str = "", limits: Limits = USUAL) -> Filled:
    """One filled scorecard, of the role `wanted` where one is named.

    Raises UnreadableError for a file that is no scorecard, and for one of a role that the catalogue does not have.
    """
    book = read_book(path, limits)
    role, rubric, tool = _origin(book, str(path))
    if role not in catalog.role_ids:
        found = f'a scorecard for the role "{role}", which the catalogue does not have'
        raise UnreadableError(found, where=str(path), remedy="say --catalog and the folder that has it")
    form = scorecard(catalog.role(role), catalog.digest, "", "", "letter")
    faults: list[Fault] = []
    if wanted and role != wanted:
        at = str(_answer(book, MADE_FROM).place)
        faults.append(Fault(at, f"a scorecard for {role}", wanted, "leave it out, or read it by itself"))
    rater, draft = _named(book, RATER, faults), _named(book, CANDIDATE, faults)
    ratings = _rows(book, form, rubric, faults)
    ratings += _overall(book, len(ratings), len(form.rows), faults)
    warnings = _answer(book, WARNINGS).text
    return Filled(str(path), role, rubric, tool, draft, rater, tuple(ratings), warnings, tuple(faults))


def told_twice(card: Filled, earlier: Iterable[Filled]) -> Filled:
    """The card; without ratings and with a fault where an earlier one is by the same rater on the same candidate."""
    same = (card.role, card.draft.lower(), card.rater.lower())
    for other in earlier:
        if all(same) and same == (other.role, other.draft.lower(), other.rater.lower()):
            found, allowed = f"the same rater and candidate as in {other.file}", "one scorecard a rater and candidate"
            fault = Fault(RATER, found, allowed, "hand in one of the two")
            return card._replace(ratings=(), faults=(*card.faults, fault))
    return card


def _origin(book: Book, shown: str) -> tuple[str, str, str]:
    """Role, rubric and tool as the first sheet says them: programs may drop a file's properties."""
    told = _ORIGIN.fullmatch(words(_answer(book, MADE_FROM).text))
    if told is None:
        remedy = "hand in a scorecard that `showproof kit` made; filled packets go to `showproof calibrate`"
        raise UnreadableError("not a scorecard", where=shown, remedy=remedy)
    return told[1], told[2], told[3]


def _answer(book: Book, label: str) -> Said:
    """The box beside a label; nothing, in no cell, where the label is gone."""
    found = find(book, label)
    return said_at(book, found.beside()) if found else Said("", Place(f"beside “{label}”", 0, 0))


def _named(book: Book, label: str, faults: list[Fault]) -> str:
    name, place = _answer(book, label)
    if not name:
        faults.append(Fault(str(place), "nothing", f"the {label.lower()}", "write it"))
    return words(name)


def _rows(book: Book, form: RatingForm, rubric: str, faults: list[Fault]) -> list[Rating]:
    """The levels that count, in the order of the form."""
    lines = _lines(book, form, faults)
    ratings = []
    for row in form.rows if lines else ():
        line = lines.get(row.named)
        if line is None:
            remedy = "put the row back, or rate on a scorecard made anew"
            faults.append(Fault("the sheet of rows", "nothing", f"the row “{row.named}”", remedy))
            continue
        fault = _row_fault(line, row.scale, rubric, form.version)
        if fault:
            faults.append(fault)
        else:
            ratings.append(Rating(f"skill:{row.id}", int(line.level.text[0]), line.note.text, str(line.level.place)))
    return ratings


def _lines(book: Book, form: RatingForm, faults: list[Fault]) -> dict[str, _Line]:
    """The rows of the file by what they are called."""
    heads = {label: find(book, label) for label in (ROW, LEVEL, NOTE, ANCHORS)}
    columns = {label: place.column for label, place in heads.items() if place}
    top = heads[ROW]
    if top is None or len(columns) < len(heads):
        gone = ", ".join(f"“{label}”" for label in heads if label not in columns)
        faults.append(Fault("the sheet of rows", f"no column {gone}", "the header as it was made", "put it back"))
        return {}
    lines: dict[str, _Line] = {}
    known = {words(row.named): row.named for row in form.rows}
    for place in below(book, top):
        called = words(said_at(book, place).text.partition("\n")[0])
        named = known.get(called, "")
        if not named or named in lines:
            remedy = "remove it, or use a scorecard made anew"
            faults.append(Fault(str(place), f"“{called[:60]}”", "each row of the role once", remedy))
            continue
        cells = (said_at(book, place._replace(column=columns[label])) for label in (LEVEL, NOTE, ANCHORS))
        lines[named] = _Line(*cells)
    return lines


def _row_fault(line: _Line, scale: str, rubric: str, version: str) -> Fault | None:
    """What keeps a row's level from counting; the first of all reasons."""
    level, note = line.level.text, line.note.text
    if not level and not note:
        return Fault(str(line.level.place), "nothing", "a level and a note", "rate the row")
    if not _LEVEL.fullmatch(level):
        return _off_scale(line.level)
    if not note:
        return _without_note(line.level, line.note, "what was said or shown")
    if words(line.scale.text) == words(scale):
        return None
    against = "lines that were changed" if rubric == version else f"the lines of rubric {rubric}"
    found, allowed = f"level {level[0]} against {against}", f"the lines of rubric {version}"
    return Fault(str(line.scale.place), found, allowed, "rate the row on a scorecard made anew")


def _overall(book: Book, done: int, rows: int, faults: list[Fault]) -> Sequence[Rating]:
    """The overall verdict, which counts only after every row."""
    verdict, reason = _answer(book, OVERALL), _answer(book, REASON)
    said = verdict.text
    if done < rows and not said:
        return ()
    if done < rows:
        found = f"“{said}” with {done} of {rows} rows that count"
        faults.append(Fault(str(verdict.place), found, "a verdict after all rows", "mend the rows, then decide anew"))
    elif not _LEVEL.fullmatch(said):
        faults.append(_off_scale(verdict))
    elif not reason.text:
        faults.append(_without_note(verdict, reason, "what decided it"))
    else:
        return (Rating("overall", int(said[0]), reason.text, str(verdict.place)),)
    return ()


def _off_scale(level: Said) -> Fault:
    found = f"“{level.text}”" if level.text else "nothing"
    return Fault(str(level.place), found, "0, 1, 2, 3, 4", "choose one from the list")


def _without_note(level: Said, note: Said, allowed: str) -> Fault:
    return Fault(str(note.place), f"level {level.text[0]} without a note", allowed, "write what it rests on")
