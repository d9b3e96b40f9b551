"""How much of the set is found, as precision and recall; `python -m tests.layouts` prints each miss."""

from __future__ import annotations

import pytest

from showproof.model import Cell, Location, Outline, Table

from .__main__ import total
from .documents import Document, all_documents, parse
from .found import found
from .labels import Column, Header, Labels, Numbered, Pair
from .measure import MEASURES, Tally, compare, measure
from .said import said

GOAL = 0.97


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    """Of the whole set."""
    return total(measure(all_documents()))


@pytest.mark.parametrize("name", MEASURES)
def test_nearly_all_that_a_careful_person_says_is_found(tallies, name):
    assert tallies[name].recall >= GOAL, "\n".join(tallies[name].missed)


@pytest.mark.parametrize("name", MEASURES)
def test_nearly_all_that_is_found_is_what_a_careful_person_says(tallies, name):
    assert tallies[name].precision >= GOAL, "\n".join(tallies[name].wrong)


def test_the_set_is_large_enough_and_its_layouts_differ():
    layouts = [document.setting("layout") for document in all_documents()]
    assert len(layouts) >= 72
    assert len(set(layouts)) == len(layouts)


def described(*lines: str, kind: str = "docx") -> Document:
    """A document of these lines."""
    return parse("layout: x\n---\n" + "\n".join(lines) + "\n", f"{kind}/x")


def test_labels_are_read_from_the_gutter():
    labels = said(
        described(
            "h1#2 b | 2. Scope",
            "= | **Owner:** Irena",
            "== | Date: 3 May\\tVersion: 2",
            "=v b | Budget",
            "_ |",
            ". | 4,000 euros",
            "#iv n:A.0 | call the bank",
            ". | We decided: no.",
        )
    )
    assert labels.headings == ["scope"]
    assert labels.levels == {"scope": 1}
    assert labels.pairs == [
        Pair("owner", "irena"),
        Pair("date", "3 may"),
        Pair("version", "2"),
        Pair("budget", "4000 euros"),
    ]
    assert labels.numbers == [Numbered("2", "scope"), Numbered("iv", "call the bank")]


def test_headers_of_two_rows_say_the_group_over_each_of_its_columns():
    labels = said(described("th | KPI | Q1 | <", "th | ^ | Goal | Actual", "td | Answers | 90% | 88%"))
    header = Header("table 1", 2, 1)
    assert labels.headers == [header]
    assert labels.columns == [Column(header, 1, "kpi"), Column(header, 2, "q1 goal"), Column(header, 3, "q1 actual")]
    assert labels.rows == {header: 1}


def test_what_stands_beside_one_another_on_a_sheet_is_told_apart():
    lines = ("S | Log", "=/th | Owner | Irena || Level | Meaning", "_/td | | || 1 | stops")
    labels = said(described(*lines, kind="xlsx"))
    assert labels.pairs == [Pair("owner", "irena")]
    assert labels.headers == [Header("log", 1, 4)]


def test_misses_and_inventions_are_counted_and_order_matters():
    document = described("h b | Scope", "h b | Purpose", "= | Owner: Irena")
    got = Labels(headings=["purpose", "scope"], pairs=[Pair("owner", "irena"), Pair("we decided", "no.")])
    tallies = compare(document, got).tallies
    assert (tallies["headings"].right, tallies["headings"].recall, tallies["headings"].precision) == (1, 0.5, 0.5)
    assert (tallies["pairs"].recall, tallies["pairs"].precision) == (1.0, 0.5)
    assert tallies["pairs"].wrong == ["docx/x: wrong we decided · no."]


def test_neighbours_in_a_table_without_a_header_are_a_pair_found():
    document = described("t= | Owner | Irena")
    assert compare(document, Labels(either={"owner\nirena"})).tallies["pairs"].recall == 1.0
    assert compare(document, Labels()).tallies["pairs"].recall == 0.0


def test_what_can_be_read_either_way_is_not_counted():
    document = described("? | Q: Where is the data?")
    got = Labels(pairs=[Pair("q", "where is the data?")], headings=["q: where is the data?"])
    tallies = compare(document, got).tallies
    assert not tallies["pairs"].wrong
    assert not tallies["headings"].wrong


def test_a_line_that_is_not_understood_is_named():
    with pytest.raises(ValueError, match=r"^docx/x:4: expected 'label look \| text', found 'no gutter'$"):
        described("h | Scope", "no gutter")


def test_a_title_kept_above_the_names_of_the_columns_is_found_and_names_none():
    document = described("tt | Risks | <", "th b | Risk | Owner", "td | Late | Irena", "td | Dear | Rosa")
    cells = [[("Risks", 2)], [("Risk", 1), ("Owner", 1)], [("Late", 1), ("Irena", 1)]]
    rows = tuple(
        tuple(
            Cell(text, Location(cell=f"table 1 row {r} column {c}"), spans=spans)
            for c, (text, spans) in enumerate(row, 1)
        )
        for r, row in enumerate(cells, 1)
    )
    outline = Outline("x", "docx", (Table(rows, Location(), header=2),))
    tallies = compare(document, found(outline)).tallies
    assert {name: (tally.missed, tally.wrong) for name, tally in tallies.items() if tally.missed or tally.wrong} == {}


def test_the_first_row_of_a_box_is_no_title_found_unless_it_is_said_to_be_one():
    document = described("tt b | Goal", "td | Seven weeks")
    rows = tuple((Cell(text, Location(cell=f"table 1 row {r} column 1")),) for r, text in enumerate(("Goal", "x"), 1))
    assert compare(document, found(Outline("x", "docx", (Table(rows, Location()),)))).tallies["headings"].missed
