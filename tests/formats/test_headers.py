"""Which rows name columns, and which tables hold labels with their values."""

from __future__ import annotations

import pytest

from showproof.formats.headers import goes_on, header_rows, is_figure, without_repeats
from showproof.model import Cell, Location, Table


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
        (("No.|Action|Owner", "1|Call|Ana"), 0, 1),
        (("No|Risk|Owner", "1|Late|Ana"), 0, 1),
        (("Yes|Risk|Owner", "No|Late|Ana"), 0, 0),
        (("Purchase order no.|Value|Owner", "17|200|Ana"), 0, 1),
        (("He left it open.|Value|Owner", "17|200|Ana"), 0, 0),
        (("Check|Yes|No", "Locked|yes|"), 0, 1),
        (("Task|Owner||Due", "a|b|c|d"), 0, 1),
        (("Role|Name", "Lead|Ana"), 0, 1),
        (("Metric|May 2025|Jun 2025", "Orders|12|14"), 0, 1),
        (("*Metric*|*2 May*|*9 May*", "Orders|12|14"), 0, 1),
        (("*Owner*||*Due*", "a|b|c"), 0, 1),
        (("*Was the control working at the time of the test, yes or no?*|*Owner*", "yes|Ana"), 0, 1),
        (("Ana|calls|open", "Bo|writes|open"), 0, 0),
        (("Ana|calls|open", "Ana|calls|open", "Ana|calls|open"), 0, 0),
        (("Task|Owner|Due", "Call|Ana|May", "Task|Owner|Due", "Pay|Bo|June"), 0, 1),
        (("Risk|Mitigation", "Late supplier|Second source"), 0, 1),
        (("Purpose|All payouts", "Owner|Ana"), 0, 0),
        (("|2^*Plan*|2^*Actual*", "*Task*|*Start*|*End*|*Start*|*End*", "Call|1|2|1|3"), 0, 2),
        (("4^Report", "|2^*Plan*|*Now*", "*Task*|*Start*|*End*|*End*", "Call|1|2|3"), 0, 3),
        (("2^*Name*|*City*", "Ana|Ruiz|Rome", "Bo|Chan|Oslo"), 0, 1),
        (("Project|Atlas|Owner|Ana Ruiz", "Start date|May|Version|two"), 0, 0),
        (("Task|Owner|Due|Status", "Call|Ana|May|open"), 0, 1),
        (("*A*|x|*B*|y|*C*|z",) * 2, 0, 0),
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


def test_a_row_merged_down_beside_groups_makes_two_header_rows() -> None:
    top, names, *rest = rows("Task|2^Plan", "|Start|End", "Call|1|2", "Pay|2|3")
    top[0] = top[0]._replace(drops=2)
    names[0] = names[0]._replace(drops=0)
    assert header_rows([top, names, *rest]) == 2


def test_a_name_merged_down_says_how_deep_the_header_is() -> None:
    told = rows("Area|4^Delivery", "|2^This week|2^Next week", "|Planned|Done|Planned|Done", "Bank|1|2|3|4")
    told[0][0] = told[0][0]._replace(drops=3)
    assert header_rows(told) == 3


def test_rows_right_below_a_table_with_a_bold_header_go_on_with_it_unless_something_sets_them_off() -> None:
    above = Table(tuple(map(tuple, rows("*Role*|*Name*|*Team*", "Lead|Ana|Bank"))), Location(), 1)
    assert goes_on(rows("Deputy|Bo|Cards", "Clerk|Cy|Wires"), 1, above)
    assert not goes_on(rows("*Task*|*Who*|*When*", "Call|Ana|May"), 1, above)
    assert not goes_on(rows("Task|Who", "Call|Ana"), 1, above)
    assert not goes_on(rows("Deputy|Bo|Cards", "Clerk|Cy|Wires"), 1, above._replace(header=0))
    assert not goes_on(rows("Task|Who|When", "Call|Ana|May"), 1, Table(above.rows[1:] * 2, Location(), 1))


def test_a_header_that_comes_again_is_left_out() -> None:
    told = rows("Owner|Due", "Ana|May", "owner|due", "Bo|June", "|")
    assert [row[0].text for row in without_repeats(told, 1)] == ["Owner", "Ana", "Bo", ""]
    assert without_repeats(told, 0) == told
    blank = rows("|", "|")
    assert without_repeats(blank, 1) == blank
