"""Ratings as JSON: `showproof.ratings/1` by people and programs, `showproof.scorecards/1` by showproof itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from showproof.calibration.ratings import Rater, RaterKind, Rating
from showproof.errors import UnreadableError
from showproof.formats.limits import MB, Limits
from showproof.formats.package import read_bytes
from showproof.rating_files.handed_in import Fault, FileKind, Scored, Taken
from showproof.rating_files.level import ALLOWED, BETWEEN, level_of
from showproof.rating_files.study_key import SCHEMA as PACKETS
from showproof.rating_files.table import DAY
from showproof.values.calendar_days import is_iso_day

RATINGS, SCORECARDS = "showproof.ratings/1", "showproof.scorecards/1"
MOST_BYTES = 128 * MB
"""Scorecards of two thousand drafts: each has some 60 KB of receipts."""
SCORER = Rater("showproof", "scorer")
_KINDS = get_args(RaterKind)
_MEND = "mend the entry; it does not count"


def read_json(path: Path, limits: Limits, *, scores: bool = False) -> tuple[Taken, ...]:
    """The ratings of either kind of file, those by one rubric together.

    With `scores`, the scores between levels are taken of showproof's own scorecards. Raises UnreadableError for any
    other file.
    """
    data, shown = read_bytes(path, replace(limits, file=max(limits.file, MOST_BYTES))), str(path)
    try:
        told: Any = json.loads(data)
    except (ValueError, RecursionError):
        raise UnreadableError("not JSON", where=shown, remedy="name a file as the program wrote it") from None
    schema = told.get("schema") if isinstance(told, dict) else None
    if schema == PACKETS:
        raise UnreadableError("the key of a study, no ratings", where=shown, remedy="say --key and this file")
    if schema not in (RATINGS, SCORECARDS) or not isinstance(told.get("scorecards"), list):
        found = f'found the schema "{str(schema)[:60]}"' if schema else "found no schema"
        remedy = "`showproof ratings --json` and `showproof score --json` write such files"
        raise UnreadableError(f"{found}; allowed: {RATINGS}, {SCORECARDS}", where=shown, remedy=remedy)
    readings: dict[str, _Reading] = {}
    for at, card in enumerate(told["scorecards"]):
        digest = _rubric(card)
        reading = readings.setdefault(digest, _Reading(shown, scores, f"scorecards[{at}].rubric.digest"))
        (reading.card if schema == RATINGS else reading.scorecard)(f"scorecards[{at}]", card)
    first = next(iter(readings.values()), None) or readings.setdefault("", _Reading(shown, scores, ""))
    for at, lost in enumerate(_entries(told, "unreadable")):
        first.notice(f"unreadable[{at}]", f"{lost.get('file')}, which could not be read", "readable files",
                     f"{lost.get('remedy') or 'look at it'}")  # fmt: skip
    if told.get("complete") is False:
        first.notice("complete", "a run that was stopped", "a whole run", "go on with showproof score --resume")
    sha256 = hashlib.sha256(data).hexdigest()
    kind: FileKind = "ratings" if schema == RATINGS else "scorecards"
    return tuple(reading.taken(kind, sha256, digest) for digest, reading in readings.items())


def _rubric(card: Any) -> str:
    rubric = card.get("rubric") if isinstance(card, dict) else None
    return _text(rubric, "digest") if isinstance(rubric, dict) else ""


def _entries(told: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
    """The objects of a list; none where there is no list."""
    found = told.get(key)
    yield from (one for one in (found if isinstance(found, list) else ()) if isinstance(one, dict))


def _text(told: dict[str, Any], key: str) -> str:
    said = told.get(key)
    return said.strip() if isinstance(said, str) else ""


class _Reading:
    """The entries of one file that were rated by one rubric, one after the other."""

    def __init__(self, shown: str, scores: bool, rubric_place: str) -> None:
        self._shown = shown
        self._scores = scores
        self._rubric_place = rubric_place
        self.raters: dict[str, Rater] = {}
        self.given: list[Rating] = []
        self.faults: list[Fault] = []
        self.notices: list[Fault] = []
        self.scored: list[Scored] = []

    def taken(self, kind: FileKind, sha256: str, rubric: str) -> Taken:
        """All of it together."""
        return Taken(
            self._shown, kind, sha256, tuple(self.raters.values()), tuple(self.given), faults=tuple(self.faults),
            notices=tuple(self.notices), rubric=rubric, rubric_place=self._rubric_place, scored=tuple(self.scored),
        )  # fmt: skip

    def notice(self, place: str, found: str, allowed: str, remedy: str) -> None:
        """Something that leaves nothing out."""
        self.notices.append(Fault(self._shown, place, found, allowed, remedy))

    def _fault(self, place: str, found: str, allowed: str, remedy: str = _MEND) -> None:
        self.faults.append(Fault(self._shown, place, found, allowed, remedy))

    def card(self, place: str, card: Any) -> None:
        """What one rater says of one draft."""
        if not isinstance(card, dict) or not isinstance(card.get("ratings"), list):
            self._fault(place, "no list of ratings", "an object with draft, rater and ratings")
            return
        draft, name = (" ".join(_text(card, key).split()) for key in ("draft", "rater"))
        kind = card.get("kind", "person")
        missing = [key for key, said in (("draft", draft), ("rater", name)) if not said]
        if missing:
            self._fault(place, f"no {' and no '.join(missing)}", "an object with draft, rater and ratings")
        elif kind not in _KINDS:
            self._fault(f"{place}.kind", f"“{str(kind)[:60]}”", ", ".join(_KINDS))
        elif self.raters.setdefault(name, Rater(name, kind)).kind != kind:
            before = self.raters[name].kind
            self._fault(f"{place}.kind", f"{name} as a {kind}, and before as a {before}", "one kind a rater")
        else:
            for at, entry in enumerate(card["ratings"]):
                self._entry(f"{place}.ratings[{at}]", draft, name, entry, self._date(place, card))
        for fault in _entries(card, "faults"):
            self._fault(f"{place}, {_text(card, 'file')}, {_text(fault, 'cell')}", _text(fault, "found"),
                        _text(fault, "allowed"), _text(fault, "remedy"))  # fmt: skip

    def _entry(self, place: str, draft: str, rater: str, entry: Any, date: str) -> None:
        if not isinstance(entry, dict) or not _text(entry, "scale"):
            self._fault(place, "no scale", "an object with scale and level")
            return
        level = level_of(entry.get("level"))
        if isinstance(entry.get("level"), str) or level is None:
            self._fault(place, f"the level {json.dumps(entry.get('level'), ensure_ascii=False)[:60]}", ALLOWED)
            return
        cell = _text(entry, "cell")
        where = f"{self._shown}: {place}{f' ({cell})' if cell else ''}"
        day = self._date(place, entry) or date
        self.given.append(Rating(draft, rater, _text(entry, "scale"), level, _text(entry, "note"), day, where))

    def _date(self, place: str, told: dict[str, Any]) -> str:
        date = told.get("date") or ""
        if date and not (isinstance(date, str) and is_iso_day(date)):
            self.notice(f"{place}.date", f"“{str(date)[:40]}”", DAY, "the levels count without their date")
            return ""
        return str(date)

    def scorecard(self, place: str, card: Any) -> None:
        """One draft as showproof scored it."""
        overall = card.get("overall") if isinstance(card, dict) else None
        if not isinstance(overall, dict) or not _text(card, "file"):
            self._fault(place, "no scorecard", "an object as `showproof score --json` writes it")
            return
        self.raters.setdefault(SCORER.name, SCORER)
        draft = _text(card, "file")
        self.scored.append(Scored(draft, _text(card, "sha256"), place))
        self._scored(f"{place}.overall", draft, "overall", overall)
        for group, prefix in (("criteria", ""), ("skills", "skill:")):
            rated = card.get(group)
            for name, one in rated.items() if isinstance(rated, dict) else ():
                self._scored(f"{place}.{group}.{name}", draft, prefix + name, one)

    def _scored(self, place: str, draft: str, scale: str, told: Any) -> None:
        said = told.get("score" if self._scores else "level") if isinstance(told, dict) else None
        level = None if isinstance(said, str) else level_of(said, between=self._scores)
        if level is None:
            self._fault(place, f"the level {json.dumps(said)[:60]}", BETWEEN if self._scores else ALLOWED)
            return
        self.given.append(Rating(draft, SCORER.name, scale, level, place=f"{self._shown}: {place}"))
