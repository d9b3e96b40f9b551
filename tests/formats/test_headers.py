"""Which rows name columns, and which tables hold labels with their values."""

from __future__ import annotations

import pytest

from showproof.formats.headers import header_rows, is_figure
from showproof.model import Cell, Location


def rows(*lines: str) -> list[list[Cell]]:
    """Cells parted by |; *x* is strong; a number before ^ is the columns that a cell spans."""
    made = []
    for line in lines:
        cells = []
        for part in line.split("|"):
            span, _, text = part.strip().rpartition("^")
            cells.append(Cell(text.strip("*"), Location(), spans=int(span or 1), strong=text.startswith("*")))
        made.append(cells)
    return made


@pytest.mark.parametrize(
    ("lines", "flagged", "header"),
    [
        (("Owner|Due|Status", "Ana|4 May|open"), 0, 1),
        (("*Owner*|*Due*", "Ana|4 May"), 0, 1),
        (("Term|Definition", "Break|A difference"), 0, 1),
        (("|Before|After", "Orders|12|14"), 0, 1),
        (("Owner|Ana", "Due|4 May"), 0, 0),
        (("Owner:|Ana", "Due:|4 May"), 1, 0),
        (("*Owner*|Ana", "*Due*|4 May"), 1, 0),
        (("*Owner*|Ana|*Due*|4 May", "*Role*|Lead|*Version*|2"), 1, 0),
        (("4^*Step 1*", "*Action*|Stop|*Actor*|Ana", "*Output*|3^log"), 1, 0),
        (("3^Actions", "Owner|Due|Status", "Ana|4 May|open"), 0, 2),
        (("3^Actions", "Owner|Due|Status", "Ana|4 May|open"), 2, 2),
        (("Owner|Due", "Ana|4 May"), 1, 1),
        (("Owner|Due",), 1, 1),
        (("Owner|Due",), 0, 0),
        (("Owner|Due", "Ana|May"), 2, 1),
        (("12|14|15", "a|b|c"), 0, 0),
        (("Owner|Owner|Due", "a|b|c"), 0, 0),
        (("Owner||Due", "a|b|c"), 0, 0),
        (("A long sentence that says much more than a name would.|x|y", "a|b|c"), 0, 0),
        (("*a*|*b*|*c*", "*d*|*e*|*f*"), 0, 0),
        (("Scope", "All payouts"), 1, 0),
        ((), 0, 0),
    ],
)
def test_header_rows(lines: tuple[str, ...], flagged: int, header: int) -> None:
    assert header_rows(rows(*lines), flagged) == header


@pytest.mark.parametrize(
    "text", ["1,480", "$4.2k", "85%", "3 days", "-12", "(400)", "4 May", "May 4, 2025", "2025-05-04", "< 30 min"]
)
def test_figures_are_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["", "2024", "Owner", "Phase 2", "May", "1" * 60])
def test_names_are_no_figures(text: str) -> None:
    assert not is_figure(text)
