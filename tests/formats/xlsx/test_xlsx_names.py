"""Names that Excel accepts: of sheets, of a table's columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showproof.formats.xlsx.names import column_names, quoted, sheet_names
from showproof.formats.xlsx.text import units


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["Risks"], ["Risks"]),
        (["Summary: what/why [short]?"], ["Summary what-why short"]),
        (["Shared goal, value and success criteria"], ["Shared goal, value"]),
        (["A" * 40], ["A" * 31]),
        (["Risks", "risks", "RISKS"], ["Risks", "risks 2", "RISKS 3"]),
        (["A" * 31, "A" * 31], ["A" * 31, "A" * 29 + " 2"]),
        (["Cover", "Lists", "History"], ["Cover 2", "Lists 2", "History 2"]),
        (["'quoted'"], ["quoted"]),
        (["", "::"], ["Part", "Part 2"]),
        (["Two\nlines"], ["Two lines"]),
    ],
)
def test_titles_become_sheet_names(titles, names):
    assert list(sheet_names(titles)) == names


@given(st.lists(st.text(st.characters(), max_size=50), max_size=8))
def test_any_titles_become_names_that_excel_accepts(titles):
    names = sheet_names(titles)
    assert len({name.lower() for name in names}) == len(titles)
    for name in names:
        assert 0 < units(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.lower() not in ("cover", "lists", "history")
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_column_names_are_one_line_each_and_never_the_same():
    assert column_names(["Owner", " owner ", "Two\nlines", ""]) == ("Owner", "owner 2", "Two lines", "Column 4")


def test_a_column_name_keeps_to_the_limit():
    assert [len(name) for name in column_names(["x" * 300, "x" * 300])] == [255, 255]


def test_an_apostrophe_is_doubled_in_formulas():
    assert quoted("it's") == "'it''s'"
