"""Rows that tell what to write are no data."""

from __future__ import annotations

import pytest
from test_headers import rows

from showproof.formats.instructions import guidance, instructs
from showproof.model import Cell, Location

HEADER = "Lesson|Date|Owner"


@pytest.mark.parametrize(
    "line",
    [
        "Describe what happened|Date on which it was noticed|Name of the person who acts on it",
        "[what happened]|<date>|(who acts)",
        "Write down the lesson|When was it seen?|Who will act on it?",
        "1|Describe the lesson|The person who acts",
        "Describe the lesson|dd/mm/yyyy|high / medium / low",
    ],
)
def test_a_row_of_guidance_below_the_header_instructs(line: str) -> None:
    assert instructs(rows(HEADER, line, "Call sooner|4 May|Ana"), 1)
    assert instructs(rows(HEADER, line), 1)


@pytest.mark.parametrize(
    ("lines", "header"),
    [
        ((HEADER, "Call the bank sooner|4 May|Ana"), 1),
        ((HEADER, "Describe risks early|4 May|Ana"), 1),
        ((HEADER, "[lesson]|[date]|[who]", "[lesson]|[date]|[who]"), 1),
        (("Describe what happened|When was it?|Who acts?", "a|b|c"), 0),
        ((HEADER,), 1),
        ((HEADER, "Describe it||"), 1),
        ((HEADER, "The bank called late|Write here|[insert name]"), 1),
    ],
)
def test_data_and_rows_left_unfilled_do_not(lines: tuple[str, ...], header: int) -> None:
    assert not instructs(rows(*lines), header)


def test_cells_of_our_own_template_are_never_taken_for_guidance() -> None:
    marked = [Cell(text, Location(), ("a.b",)) for text in ("[what]", "[who]")]
    assert not instructs([*rows("What|Who"), marked], 1)


def test_guidance_is_kept_as_placeholders_with_its_place() -> None:
    place = Location("body", 4, "table 1 row 2 column 1")
    assert [
        (one.text, one.location, one.placeholder) for one in guidance([Cell("Describe it", place), Cell("", place)])
    ] == [("Describe it", place, True)]
