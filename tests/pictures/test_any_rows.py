"""Whatever stands in a table, its picture is a document, or there is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from odd_drafts import sop, table
from told_rows import row, told

from example_drafts import read
from showproof.catalog.picture_check import PARTS
from showproof.pictures.drawn import DRAW, MOST, pictures_of

CELLS = st.one_of(
    st.sampled_from(
        [
            "", "-", "1", "3", "5 to 7", "High", "rare", "2026-03-04", "4 March", "Week 3", "month 2",
            "9 to 20 March 2026", "31 Dec - 1 Jan 2026", "0001-01-01", "9999-12-31", "99999999 days", "above 5%",
            "3 business days", "below 0", "≥ -3.5", "$1,200,000", "999999999999999999999999999999", "0.0000001",
            "1, 2 and 3", "1-150", "to step 2", "Is it so?", "12 of 40", "Q1 2026", "Jan to Jun 2025", "17:00 ET",
            "2 × 3", "\u202eabc", "a\x00b", "<b>&amp;",
            "ö" * 300, "word " * 80,
        ]
    ),
    st.text(max_size=30),
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@pytest.mark.parametrize("kind", DRAW)
@given(st.data())
def test_any_rows_give_documents_or_none(kind, data):
    parts = PARTS[kind]
    roles = (*parts.needed, *parts.one_of, *parts.may)
    drawn_rows = [
        row(at, **{role: data.draw(CELLS) for role in roles}) for at in range(1, data.draw(st.integers(1, 6)) + 1)
    ]
    beside = tuple(row(at, **{role: data.draw(CELLS) for role in parts.apart}) for at in (1, 2))
    for one in DRAW[kind](told(*drawn_rows, beside=beside, horizon=data.draw(CELLS))):
        root = etree.fromstring(one.svg.encode())
        assert (root[0].text, root[1].text) == (one.title, one.said)
        assert all(len(cells) == len(one.header) for cells in one.rows)


def test_of_very_many_rows_the_first_are_drawn_and_that_is_said(scorer):
    lines = (f"{at}; Carry out part {at}; Ana Ruiz; 1 hour; " for at in range(1, MOST + 51))
    pictures = pictures_of(read(scorer, sop(*lines), artifact="sop"), scorer.catalog.artifact("sop"))
    assert pictures[0].title.startswith(f"Steps, and who does them, the first {MOST} of {MOST + 50} rows (1 of ")
    assert sum(len(one.rows) for one in pictures) == MOST


def test_lines_that_all_wait_for_all_others_take_no_time(scorer, alarm):
    rows = (f"Part {at}; 2026-03-{1 + at % 28:02}; 1-{MOST}" for at in range(1, MOST + 1))
    text = f"# Notes\n\n{table('Task; Due date; Depends on', *rows)}\n"
    (schedule,) = pictures_of(read(scorer, text), None)
    assert "wait for themselves in a circle: 1, 2, 3" in schedule.said
