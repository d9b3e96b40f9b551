"""Ratings in workbooks: the packets of `showproof packets`, and the interview scorecards of `showproof kit`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from showproof.calibration.ratings import Rater, Rating
from showproof.catalog.store import Catalog
from showproof.formats.limits import Limits
from showproof.formats.package import read_bytes
from showproof.kit.ratings import read_scorecard
from showproof.rating_files.handed_in import Fault, Taken


def read_rated_workbook(catalog: Catalog, path: Path, limits: Limits) -> Taken:
    """What a rater filled in. Raises UnreadableError for a workbook of neither kind."""
    return _interview(catalog, path, limits)


def _interview(catalog: Catalog, path: Path, limits: Limits) -> Taken:
    """A scorecard of one candidate; its lines were compared with the catalogue's, row by row."""
    card, file = read_scorecard(catalog, path, limits=limits), str(path)
    faults = tuple(Fault(file, one.cell, one.found, one.allowed, one.remedy) for one in card.faults)
    known = bool(card.draft and card.rater)
    given = tuple(
        Rating(card.draft, card.rater, one.scale, float(one.level), one.note, place=f"{file}: {one.cell}")
        for one in (card.ratings if known else ())
    )
    sha256 = hashlib.sha256(read_bytes(path, limits)).hexdigest()
    return Taken(file, "interview", sha256, (Rater(card.rater),) if known else (), given, faults=faults)
