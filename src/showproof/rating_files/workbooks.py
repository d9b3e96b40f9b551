"""Ratings in workbooks: the packets of `showproof packets`, and the interview scorecards of `showproof kit`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from showproof.calibration.ratings import Rater, Rating
from showproof.catalog.store import Catalog
from showproof.errors import UnreadableError
from showproof.formats.limits import Limits
from showproof.formats.package import read_bytes
from showproof.formats.rating_form import CANDIDATE
from showproof.kit.placed_cells import find, read_book
from showproof.kit.ratings import read_scorecard
from showproof.rating_files.consensus_sheet import is_adjudication
from showproof.rating_files.handed_in import Fault, Taken
from showproof.rating_files.packet_sheets import is_packet, read_packet


def read_rated_workbook(catalog: Catalog, path: Path, limits: Limits) -> Taken:
    """What a rater filled in. Raises UnreadableError for a workbook of neither kind."""
    book, sha256 = read_book(path, limits), hashlib.sha256(read_bytes(path, limits)).hexdigest()
    if is_packet(book):
        return read_packet(book, str(path), sha256)
    if is_adjudication(book):
        remedy = "leave it out: what was settled is no independent rating; `showproof calibrate consensus` reads it"
        raise UnreadableError("an adjudication sheet", where=str(path), remedy=remedy)
    if find(book, CANDIDATE) is None:
        remedy = "hand in a scorecard that `showproof packets` or `showproof kit` made"
        raise UnreadableError("not a scorecard", where=str(path), remedy=remedy)
    return _interview(catalog, path, sha256, limits)


def _interview(catalog: Catalog, path: Path, sha256: str, limits: Limits) -> Taken:
    """A scorecard of one candidate; its lines were compared with the catalogue's, row by row."""
    card, file = read_scorecard(catalog, path, limits=limits), str(path)
    faults = tuple(Fault(file, one.cell, one.found, one.allowed, one.remedy) for one in card.faults)
    known = bool(card.draft and card.rater)
    given = tuple(
        Rating(card.draft, card.rater, one.scale, float(one.level), one.note, place=f"{file}: {one.cell}")
        for one in (card.ratings if known else ())
    )
    return Taken(file, "interview", sha256, (Rater(card.rater),) if known else (), given, faults=faults)
