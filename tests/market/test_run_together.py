from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from showproof.market.cells import Spelling, split_cells
from showproof.market.seams import spellings

CASES = yaml.safe_load(Path(__file__).with_name("run_together.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def spelling(catalog) -> Spelling:
    known = frozenset(catalog.report_words.spelled) | spellings(CASES["elsewhere"])
    return Spelling(known, frozenset(word.lower() for word in known))


@pytest.mark.parametrize("row", CASES["sure"])
def test_cells_that_can_be_told_apart_are(spelling, row):
    cells = tuple(row.split("|"))
    assert split_cells("".join(cells), len(cells), spelling) == (cells, True)


@pytest.mark.parametrize("row", CASES["unsure"])
def test_the_best_reading_of_others_is_right_and_not_sure(spelling, row):
    cells = tuple(row.split("|"))
    assert split_cells("".join(cells), len(cells), spelling) == (cells, False)


@pytest.mark.parametrize(("row", "best"), CASES["wrong"].items())
def test_what_cannot_be_told_apart_is_never_sure(spelling, row, best):
    assert split_cells(row.replace("|", ""), 3, spelling) == (tuple(best.split("|")), False)


def test_a_word_written_so_elsewhere_is_one_word():
    text = "ReportingShows the ForceField wellForceField demo"
    without = split_cells(text, 3, Spelling(frozenset(), frozenset()))
    assert not without.sure
    known = spellings(["It runs on ForceField today."])
    assert split_cells(text, 3, Spelling(frozenset(known), frozenset())) == (
        ("Reporting", "Shows the ForceField well", "ForceField demo"),
        True,
    )


def test_a_very_long_row_is_cut_in_bounded_time(spelling):
    cells = split_cells("aB" * 2_000, 3, spelling).cells
    assert "".join(cells) == "aB" * 2_000
