from __future__ import annotations

import pytest

from showproof.errors import UnreadableError
from showproof.formats.csv_rows import csv_rows, separator_of


def test_rows_have_the_line_where_they_end():
    text = 'name,why\nAna,"two\nlines"\n\nBo,x\n'
    assert list(csv_rows(text, ",", "a.csv")) == [
        (1, ["name", "why"]), (3, ["Ana", "two\nlines"]), (4, []), (5, ["Bo", "x"]),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "separator"), [("a,b;c,d\n", ","), ("a;b;c\n,,,,", ";"), ("a\tb\n", "\t"), ("", ",")])
def test_what_stands_most_in_the_first_line_parts_the_cells(text, separator):
    assert separator_of(text) == separator


def test_what_cannot_be_parted_is_told_with_its_line():
    with pytest.raises(UnreadableError) as caught:
        list(csv_rows('a\n"' + "x" * 200_000 + '"\n', ",", "r.csv"))
    assert str(caught.value) == (
        "r.csv:2: not a CSV file: field larger than field limit (131072); save the sheet as CSV, UTF-8"
    )
    assert list(csv_rows('a\n"b', ",", "r.csv")) == [(1, ["a"]), (2, ["b"])]
    with pytest.raises(UnreadableError):
        list(csv_rows('a\n"b', ",", "r.csv", strict=True))
