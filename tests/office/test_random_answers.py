"""Random answers are found again, each in its field, after LibreOffice and Google's wrappers; many.py does more."""

from __future__ import annotations

from pathlib import Path

import pytest
from found_again import Tally
from libreoffice import LibreOffice
from many import PATHS, RoundTrips
from template_files import in_turn, made_as

from showproof.api import Scorer

THROUGH_OFFICE = [path for path in PATHS if path not in ("as-made", "google", "google-plain")]


def tally_of(trips: RoundTrips, path: str, seeds: range, turn: int = 0, of: int = 1) -> Tally:
    """All types and formats of one path together, or every `of`-th type."""
    whole = Tally()
    for ending in PATHS[path]:
        for artifact in in_turn(made_as(trips.scorer.catalog, ending), turn, of):
            whole.add(trips.run(path, artifact, ending, seeds))
    return whole


@pytest.mark.parametrize("path", ["as-made", "google", "google-plain"])
def test_answers_are_found_in_their_fields(path: str, scorer: Scorer, tmp_path: Path) -> None:
    tally = tally_of(RoundTrips(None, tmp_path, scorer), path, range(2))
    assert tally.faults == []
    assert tally.found == tally.answers > 500


@pytest.mark.office
@pytest.mark.parametrize("path", THROUGH_OFFICE)
def test_answers_are_found_in_their_fields_after_libreoffice(
    path: str, office: LibreOffice, scorer: Scorer, every_type: bool, tmp_path: Path
) -> None:
    shared = 1 if every_type else 2 * len(THROUGH_OFFICE)
    tally = tally_of(RoundTrips(office, tmp_path, scorer), path, range(1, 3), THROUGH_OFFICE.index(path), shared)
    assert tally.faults == []
    assert tally.found == tally.answers > 200


def test_a_lost_answer_and_an_invented_one_are_seen(scorer: Scorer, tmp_path: Path) -> None:
    trips = RoundTrips(None, tmp_path, scorer)
    told, other = (trips.run("as-made", "sop", "docx", [seed], given=1) for seed in (1, 2))
    assert (told.lost, told.invented) == (0, 0)
    assert other.lost > 10
    assert other.invented > 10
