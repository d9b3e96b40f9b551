"""A filled packet read back: every level with its note by draft and scale, and every fault with its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from showproof.calibration.ratings import Rater, Rating
from showproof.formats.packet_form import DRAFT, FINISHED, LEVEL, MADE_FROM, NOTE, RATER, SCALE, STUDY
from showproof.kit.placed_cells import Book, Place, Said, below, find, said_at, words
from showproof.rating_files.handed_in import Fault, Taken, Unrated
from showproof.rating_files.level import ALLOWED, level_of
from showproof.rating_files.table import DAY
from showproof.values.calendar_days import is_iso_day

_ORIGIN = re.compile(r"(\S+) (\S+) · rubric ([0-9a-f]+) · showproof (\S+)")
_AS_MADE = "put it back as it was made; the sheet does not count"


class _Head(NamedTuple):
    """The columns of a sheet."""

    draft: Place
    level: Place
    note: Place | None


def is_packet(book: Book) -> bool:
    """Whether a workbook says that it belongs to a study."""
    return find(book, STUDY) is not None and _ORIGIN.fullmatch(words(_beside(book, MADE_FROM).text)) is not None


def read_packet(book: Book, file: str, sha256: str) -> Taken:
    """What one rater filled in; of a packet that does not say whose it is, nothing but that."""
    reading = _Reading(book, file)
    origin = _beside(book, MADE_FROM)
    told = _ORIGIN.fullmatch(words(origin.text))
    rater = words(_beside(book, RATER).text)
    if not rater:
        reading.fault(_beside(book, RATER).place, "nothing", "the rater", "write the name; nothing counts until then")
    else:
        reading.sheets(rater)
    return Taken(
        file, "packet", sha256, (Rater(rater),) if rater else (), tuple(reading.given), tuple(reading.unrated),
        tuple(reading.faults), tuple(reading.notices), told[3] if told else "", str(origin.place),
        words(_beside(book, STUDY).text),
    )  # fmt: skip


def _beside(book: Book, label: str) -> Said:
    """The box beside a label; nothing, in no cell, where the label is gone."""
    found = find(book, label)
    return said_at(book, found.beside()) if found else Said("", Place(f"beside “{label}”", 0, 0))


class _Reading:
    """The sheets of one packet, one after the other."""

    def __init__(self, book: Book, file: str) -> None:
        self._book = book
        self._file = file
        self.given: list[Rating] = []
        self.unrated: list[Unrated] = []
        self.faults: list[Fault] = []
        self.notices: list[Fault] = []

    def fault(self, place: Place, found: str, allowed: str, remedy: str) -> None:
        """Something that keeps a level from counting."""
        self.faults.append(Fault(self._file, str(place), found, allowed, remedy))

    def sheets(self, rater: str) -> None:
        """Every sheet that has a scale, and those that the first sheet lists and that are gone."""
        start = find(self._book, STUDY)
        first = start.sheet if start else ""
        date = self._finished()
        there = set()
        for sheet in self._book:
            scale = self._scale(sheet) if sheet != first else ""
            if scale:
                there.add(scale)
                self._sheet(sheet, scale, rater, date)
        for said in self._listed(first):
            if said.text not in there:
                remedy = "put it back from the packet as it was made; its levels are missing"
                self.fault(said.place, f"no sheet for {said.text}", "a sheet for each scale", remedy)

    def _finished(self) -> str:
        said = _beside(self._book, FINISHED)
        if said.text and not is_iso_day(said.text):
            place, found = str(said.place), f"“{said.text}” as the day"
            self.notices.append(Fault(self._file, place, found, DAY, "the levels count without their date"))
            return ""
        return said.text

    def _listed(self, first: str) -> Iterator[Said]:
        """The scales that the first sheet lists."""
        top = find({first: self._book[first]}, SCALE)
        yield from (said_at(self._book, place) for place in (below(self._book, top) if top else ()))

    def _scale(self, sheet: str) -> str:
        """The scale that a sheet is for: it stands in the same row as its label."""
        label = find({sheet: self._book[sheet]}, SCALE)
        if label is None:
            return ""
        row = self._book[sheet].items()
        return next((text.strip() for (at, column), text in row if at == label.row and column > label.column), "")

    def _sheet(self, sheet: str, scale: str, rater: str, date: str) -> None:
        head = self._head(sheet)
        if head is None:
            return
        rows = sorted({at for at, _ in self._book[sheet] if at > head.draft.row})
        for at in rows:
            draft, level = (said_at(self._book, place._replace(row=at)) for place in (head.draft, head.level))
            note = said_at(self._book, head.note._replace(row=at)) if head.note else Said("", level.place)
            if draft.text or level.text or note.text:
                self._row(draft, level, note, Rating("", rater, scale, 0, date=date))

    def _head(self, sheet: str) -> _Head | None:
        """The columns by their titles, wherever they stand; told where one that is needed is gone."""
        cells = {sheet: self._book[sheet]}
        level, note = find(cells, LEVEL), find(cells, NOTE)
        draft = find(cells, DRAFT)
        for label, place in ((DRAFT, draft), (LEVEL, level)):
            if place is None:
                self.fault(Place(sheet, 0, 0), f"no column “{label}”", f"{DRAFT}, {LEVEL}, {NOTE}", _AS_MADE)
        if note is None:
            allowed, remedy = f"{DRAFT}, {LEVEL}, {NOTE}", "the levels count without notes"
            self.notices.append(Fault(self._file, sheet, f"no column “{NOTE}”", allowed, remedy))
        return _Head(draft, level, note) if draft and level else None

    def _row(self, draft: Said, level: Said, note: Said, like: Rating) -> None:
        code, given = words(draft.text), level_of(level.text)
        if not code:
            found = f"“{(level.text or note.text)[:60]}” beside no draft"
            self.fault(level.place, found, "the draft's code", "write the code; the line does not count")
        elif not level.text and not note.text:
            self.unrated.append(Unrated(code, like.rater, like.scale, str(level.place)))
        elif not level.text:
            self.unrated.append(Unrated(code, like.rater, like.scale, str(level.place)))
            found = f"a note on {code} without a level"
            self.fault(level.place, found, ALLOWED, "choose one from the list, or clear the note")
        elif given is None:
            remedy = "choose one from the list; it does not count"
            self.fault(level.place, f"“{level.text[:60]}” for {code}", ALLOWED, remedy)
        else:
            place = f"{self._file}: {level.place}"
            self.given.append(like._replace(draft=code, level=given, note=note.text, place=place))
