"""CSV of ratings: columns in any order and under usual names; every line that does not count told with its number."""

from __future__ import annotations

import pytest

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL
from showproof.rating_files.table import read_table
from showproof.studies import read_ratings

HEAD = "draft,rater,scale,level"


def taken(tmp_path, text, name="ratings.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_table(path, USUAL)


def told(tmp_path, faults):
    return [str(one).removeprefix(f"{tmp_path}/ratings.csv: ") for one in faults]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\nD1,Ana,scope,3\n",
        "level,scale,rater,draft\n3,scope,Ana,D1\n",
        "Candidate Code;Reviewer;Criterion;Score\nD1;Ana;scope;3,0\n",
        "item\tjudge\tdimension\trating\nD1\tAna\tscope\t3\n",
        f"\ufeff{HEAD}\r\n\r\n D1 , Ana ,scope, 3.0 \r\n\r\n",
        f"{HEAD}\nD1,Ana,scope,3\n".encode("utf-16"),
    ],
)
def test_columns_in_any_order_and_under_usual_names(tmp_path, text):
    found = taken(tmp_path, text)
    assert [one[:4] for one in found.given] == [("D1", "Ana", "scope", 3.0)]
    assert (found.faults, found.notices) == ((), ())


def test_notes_dates_and_kinds_are_read_and_other_columns_told(tmp_path):
    found = taken(
        tmp_path,
        'draft,rater,scale,level,note,date,kind,mood\nD1,Ana,scope,3,"two\nlines",2026-04-30,person,x\nD1,gpt,scope,2,,,program,\n',
    )
    assert found.given[0].note == "two\nlines"
    assert found.given[0].date == "2026-04-30"
    assert [(one.name, one.kind) for one in found.raters] == [("Ana", "person"), ("gpt", "program")]
    assert found.given[1].place.endswith("ratings.csv: line 4")
    assert told(tmp_path, found.notices) == [
        "line 1: found a column “mood”; allowed: columns that ratings have; it is not read"
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("D1,Ana,scope,5", "line 2: found “5”; allowed: 0, 1, 2, 3, 4; mend the line; it does not count"),
        ("D1,Ana,scope,2.5", "line 2: found “2.5”; allowed: 0, 1, 2, 3, 4; mend the line; it does not count"),
        ("D1,Ana,scope,nan", "line 2: found “nan”; allowed: 0, 1, 2, 3, 4; mend the line; it does not count"),
        (",Ana,scope,2", "line 2: found no draft; allowed: a line with draft, rater, scale and level; mend the line; "
                         "it does not count"),
        ("D1,,,2", "line 2: found no rater and no scale; allowed: a line with draft, rater, scale and level; mend the "
                   "line; it does not count"),
        ("D1,Ana,scope,2,x", "line 2: found 5 cells; allowed: 4, as many as the header has; mend the line; it does not "
                             "count"),
    ],
)  # fmt: skip
def test_a_line_that_does_not_count_is_told(tmp_path, line, fault):
    found = taken(tmp_path, f"{HEAD}\n{line}\nD2,Ana,scope,1\n")
    assert told(tmp_path, found.faults) == [fault]
    assert [one.draft for one in found.given] == ["D2"]


def test_kinds_and_days_that_are_none(tmp_path):
    found = taken(
        tmp_path, f"{HEAD},kind,date\nD1,Ana,scope,1,robot,\nD1,Ben,scope,1,,4/30\nD1,Ben,clarity,1,program,\n"
    )
    assert told(tmp_path, [*found.faults, *found.notices]) == [
        "line 2: found “robot” as the kind of rater; allowed: person, scorer, program; mend the line; it does not "
        "count",
        "line 4: found Ben as a program, and before as a person; allowed: one kind a rater; mend the line; it does not "
        "count",
        "line 3: found “4/30” as the date; allowed: a day such as 2026-04-30; the level counts without its date",
    ]
    assert [(one.rater, one.scale) for one in found.given] == [("Ben", "scope")]


def test_a_day_that_no_calendar_has_is_left_out(tmp_path):
    found = taken(tmp_path, f"{HEAD},date\nD1,Ana,scope,1,2026-02-30\n")
    assert told(tmp_path, found.notices) == [
        "line 2: found “2026-02-30” as the date; allowed: a day such as 2026-04-30; the level counts without its date"
    ]
    assert [one.date for one in found.given] == [""]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("draft,rater,scale,points\n", "ratings.csv:1: no column for the level; found: draft, rater, scale, points; "
                                       "name the column by one of: level (rating, score, value, grade)"),
        ("draft,rater,scale,level,score\n", "ratings.csv:1: two columns for the level: “level” and “score”; rename the "
                                            "one that is not meant, or take it out"),
        ("draft,scale,level,consensus\n", "ratings.csv:1: no column for the rater; found: draft, scale, level, "
                                          "consensus; name the column by one of: rater (reviewer, judge, coder, "
                                          "annotator, assessor, rater name)"),
        ("", "ratings.csv: the file is empty; save the draft again and check its size"),
        (b"\x00\x01\x02\xff\xfe", "ratings.csv: not UTF-8 text; save it as UTF-8, or as .docx"),
        (f"{HEAD}\n" + '"' + "x" * 200_000, "ratings.csv: not a CSV file: field larger than field limit (131072); save "
                                             "the sheet as CSV, UTF-8"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_ratings(tmp_path, text, message):
    with pytest.raises(UnreadableError) as caught:
        taken(tmp_path, text)
    assert str(caught.value) == f"{tmp_path}/{message}"


def test_names_count_whatever_their_case_and_scales_nobody_knows_are_told(catalog, tmp_path):
    (tmp_path / "a.csv").write_text(f"{HEAD}\nD1,Ana Ruiz,scope,3\nd1,ana  ruiz,clarity,2\nD1,Ben,scop,2\n")
    found = read_ratings(catalog, [tmp_path / "a.csv"])
    assert [one.name for one in found.ratings.raters] == ["Ana Ruiz", "Ben"]
    assert found.ratings.drafts == ("D1",)
    assert [str(one) for one in found.notices] == [
        f"{tmp_path}/a.csv: line 4: found 1 level on the scale “scop”; allowed: overall, a criterion, skill: and a "
        "row; it is measured as a scale of its own; did you mean scope?"
    ]


def test_levels_that_differ_count_for_nobody(catalog, tmp_path):
    (tmp_path / "a.csv").write_text(f"{HEAD}\nD1,Ana,scope,3\nD1,Ana,scope,2\nD1,Ben,scope,2\n")
    found = read_ratings(catalog, [tmp_path / "a.csv"])
    assert [str(one) for one in found.faults] == [
        f"{tmp_path}/a.csv: line 2: found Ana on D1, scope: level 3 here, level 2 in {tmp_path}/a.csv: line 3; "
        "allowed: one level a rater, draft and scale; ask which holds and take the other out; none of them counts"
    ]
    assert [one.rater for one in found.ratings.given] == ["Ben"]


def test_the_reviewers_of_the_corpus(catalog, shared):
    found = read_ratings(catalog, [shared / "corpus" / "dev" / "ratings.csv"])
    assert (found.faults, found.notices, found.lost) == ((), (), ())
    assert (len(found.ratings.given), len(found.ratings.drafts), len(found.ratings.raters)) == (2430, 54, 3)
