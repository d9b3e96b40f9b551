"""Splits settled on a sheet and read back: kept apart from ratings, with a log from which nothing is taken."""

from __future__ import annotations

import csv
import datetime
import json

import openpyxl
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from rated import changed
from showproof.api import schema
from showproof.cli.adjudicate import adjudicate, consensus
from showproof.errors import UnreadableError, UserError
from showproof.studies import adjudication_sheet, read_consensus, read_ratings

RATINGS = (
    "draft,rater,scale,level,note\nD1,Ana,scope,1,no period\nD1,Ben,scope,3,whole quarter\nD1,Ana,overall,2,\n"
    "D1,Ben,overall,3,\nD2,Ana,scope,2,\nD2,Ben,scope,2,\nD3,Ana,scope,0,=1+1\nD3,Ben,scope,4,\n"
)


@pytest.fixture
def sheet(catalog, tmp_path):
    (tmp_path / "r.csv").write_text(RATINGS, encoding="utf-8")
    data, count = adjudication_sheet(read_ratings(catalog, [tmp_path / "r.csv"]))
    assert count == 3
    (tmp_path / "splits.xlsx").write_bytes(data)
    return tmp_path / "splits.xlsx"


def settle(sheet, row, *said):
    def fill(book):
        for column, value in zip("HIJK", said, strict=False):
            book["Splits"][f"{column}{row}"] = value

    changed(sheet, fill)


def test_the_sheet_has_what_each_rater_said_side_by_side(sheet):
    rows = list(openpyxl.load_workbook(sheet)["Splits"].iter_rows(min_row=3, values_only=True))
    assert rows[0] == (
        "Draft", "Scale", "Why it is here", "Ana", "Ben", "Ana: note", "Ben: note", "Consensus level", "Reason",
        "Who decided", "Decided on",
    )  # fmt: skip
    assert rows[1][:7] == ("D3", "scope", "4 levels apart", 0, 4, "=1+1", None)
    assert rows[2][:7] == ("D1", "scope", "2 levels apart", 1, 3, "no period", "whole quarter")
    assert rows[3][:7] == ("D1", "overall", "on both sides of the cut at 3", 2, 3, None, None)


def test_a_rater_called_like_a_column_of_ours_takes_nothing_from_it(catalog, tmp_path):
    ratings = "draft,rater,scale,level\nD1,Reason,scope,1\nD1,draft,scope,3\n"
    (tmp_path / "r.csv").write_text(ratings, encoding="utf-8")
    data, _ = adjudication_sheet(read_ratings(catalog, [tmp_path / "r.csv"]))
    (tmp_path / "s.xlsx").write_bytes(data)
    assert read_consensus(tmp_path / "s.xlsx").open == (("D1", "scope"),)


@pytest.mark.parametrize("day", ["2026-05-04", datetime.date(2026, 5, 4)])
def test_what_is_settled_comes_back_and_the_rest_is_open(sheet, day):
    settle(sheet, 5, 2, "The period stands in the title only.", "Dot Marsh", day)
    found = read_consensus(sheet)
    assert [one[:6] for one in found.consensus] == [
        ("D1", "scope", 2, "The period stands in the title only.", "Dot Marsh", "2026-05-04")
    ]
    assert found.open == (("D3", "scope"), ("D1", "overall"))
    assert found.faults == ()


def test_consensus_is_never_taken_for_ratings(catalog, sheet, tmp_path):
    settle(sheet, 5, 2, "Title.", "Dot", "2026-05-04")
    runner = CliRunner()
    (tmp_path / "consensus.csv").write_text(runner.invoke(consensus, [str(sheet)]).stdout, encoding="utf-8")
    found = read_ratings(catalog, [tmp_path])
    assert len(found.ratings.given) == 8
    assert sorted(str(one).removeprefix(f"{tmp_path}/").split(";")[0] for one in found.lost) == [
        "consensus.csv:1: no column for the rater, the level", "splits.xlsx: an adjudication sheet",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ((7, "x", "Dot", "2026-05-04"), ["Splits!H5: found “7” for D1, scope; allowed: 0, 1, 2, 3, 4"]),
        ((None, "x", "Dot", "2026-05-04"), ["Splits!H5: found no level for D1, scope; allowed: 0, 1, 2, 3, 4"]),
        ((2, None, None, "2026-05-04"), ["Splits!I5: found no reason for D1, scope; allowed: why the level holds",
                                         "Splits!J5: found nobody who decided for D1, scope; allowed: who decided"]),
        ((2, "x", "Dot", None), ["Splits!K5: found no day for D1, scope; allowed: a day such as 2026-04-30"]),
        ((2, "x", "Dot", "May"), ["Splits!K5: found “May” as the day for D1, scope; allowed: a day such as "
                                  "2026-04-30"]),
    ],
)  # fmt: skip
def test_a_line_that_is_not_whole_does_not_count(sheet, said, faults):
    settle(sheet, 5, *said)
    found = read_consensus(sheet)
    assert found.consensus == ()
    assert [str(one) for one in found.faults] == [f"{sheet}: {one}; mend the line; it does not count" for one in faults]


def test_a_day_may_be_given_for_lines_without_one(sheet):
    settle(sheet, 5, 2, "Title.", "Dot")
    assert read_consensus(sheet, today="2026-05-06").consensus[0].date == "2026-05-06"
    with pytest.raises(UserError, match='--today: found "tomorrow"; allowed: a day such as 2026-04-30; change it'):
        read_consensus(sheet, today="tomorrow")


def test_the_log_only_grows(sheet, tmp_path):
    log = tmp_path / "tie-breaks.csv"
    settle(sheet, 5, 2, "Title, “only”", "Dot", "2026-05-04")
    read_consensus(sheet, log=log)
    first = log.read_text(encoding="utf-8")
    read_consensus(sheet, log=log)
    assert log.read_text(encoding="utf-8") == first
    settle(sheet, 5, 3, "Read again.", "Dot", "2026-05-05")
    read_consensus(sheet, log=log)
    assert log.read_text(encoding="utf-8").startswith(first)
    rows = list(csv.DictReader(log.read_text(encoding="utf-8").splitlines()))
    assert [(one["consensus"], one["reason"], one["decided_by"], one["date"]) for one in rows] == [
        ("2", "Title, “only”", "Dot", "2026-05-04"), ("3", "Read again.", "Dot", "2026-05-05"),
    ]  # fmt: skip
    assert all(one["sheet"].startswith("splits.xlsx ") for one in rows)


def test_a_file_that_is_no_log_is_left_alone(sheet, tmp_path):
    settle(sheet, 5, 2, "Title.", "Dot", "2026-05-04")
    with pytest.raises(UnreadableError, match="no tie-break log; name another file with --log"):
        read_consensus(sheet, log=tmp_path / "r.csv")
    assert (tmp_path / "r.csv").read_text(encoding="utf-8") == RATINGS


def test_a_sheet_without_its_columns_is_unreadable(sheet):
    changed(sheet, lambda book: book["Splits"].__setitem__("I3", "Because"))
    with pytest.raises(UnreadableError) as caught:
        read_consensus(sheet)
    assert str(caught.value) == (
        f"{sheet}: Splits: no column Reason; put the titles back as `showproof calibrate adjudicate` wrote them"
    )


def test_the_commands(catalog, sheet, tmp_path):
    runner = CliRunner()
    out = tmp_path / "again.xlsx"
    made = runner.invoke(adjudicate, [str(tmp_path / "r.csv"), "--out", str(out)], standalone_mode=False)
    assert (made.return_value, made.stdout) == (0, f"wrote {out}: 3 splits to settle\n")
    assert out.read_bytes() == sheet.read_bytes()
    settle(sheet, 5, 2, "Title.", "Dot", "2026-05-04")
    read = runner.invoke(consensus, [str(sheet), "--json"], standalone_mode=False)
    told = json.loads(read.stdout)
    Draft202012Validator(schema("consensus")).validate(told)
    assert (read.return_value, read.stderr, len(told["consensus"])) == (0, "2 still open\n", 1)
    refused = runner.invoke(adjudicate, [str(tmp_path / "r.csv"), "--cut", "9", "--out", str(out)])
    assert refused.exit_code == 2
    assert 'Invalid value for --cut: "9"; allowed: 1, 2, 3, 4, none' in refused.stderr
