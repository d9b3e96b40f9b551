"""Decisions are read whole, and every cell that cannot be taken is named with its line and column."""

import pytest

from showproof.auditing.decisions import read_decisions
from showproof.errors import CatalogError, UnreadableError, UserError

GOOD = "candidate,decision,score,sex,draft\nC1,selected,2.5,f,D1\nC2,not selected,,m,D2; D3\nC3,Not Selected,1,,\n"


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(text):
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "d.csv").write_bytes(data)
        from pathlib import Path

        return Path("d.csv")

    return write


def faults(path, columns=("sex",), declared=None):
    with pytest.raises(CatalogError) as caught:
        read_decisions(path, columns, declared)
    return caught.value.faults


def test_what_stands_in_the_file_is_what_is_read(file):
    found = read_decisions(file(GOOD), ["sex"])
    one, two, three = found.made
    assert (one.candidate, one.selected, one.score, one.groups, one.drafts) == ("C1", True, 2.5, {"sex": "f"}, ("D1",))
    assert (two.selected, two.score, two.drafts, three.drafts) == (False, None, ("D2", "D3"), ("C3",))
    assert (three.groups, found.labels, found.scored) == ({"sex": ""}, {"sex": ("f", "m")}, True)
    assert [one.line for one in found.made] == [2, 3, 4]


@pytest.mark.parametrize("word", ["", "unknown", "Unknown", "prefer not to say", "N/A", "-"])
def test_words_for_unknown_make_no_group(file, word):
    found = read_decisions(file(f"candidate,decision,sex\nC1,selected,{word}\nC2,selected,f\n"), ["sex"])
    assert (found.made[0].groups["sex"], found.labels["sex"]) == ("", ("f",))


@pytest.mark.parametrize(
    "text", ["\ufeff" + GOOD, GOOD.replace(",", ";").replace("; ", ", "), GOOD.replace("\n", "\r\n"), GOOD + "\n,,,,\n"]
)
def test_files_as_programs_save_them_are_read_alike(file, text):
    assert [one.candidate for one in read_decisions(file(text), ["sex"]).made] == ["C1", "C2", "C3"]


def test_a_comma_may_be_the_decimal_sign(file):
    assert read_decisions(file("candidate;decision;score\nC1;selected;2,5\n")).made[0].score == 2.5


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("C1,hired,1,f,D1",
         "d.csv:2 decision: found “hired”; allowed: selected or not selected; leave out candidates without a decision"),
        ("C1,,1,f,D1",
         "d.csv:2 decision: found nothing; allowed: selected or not selected; leave out candidates without a decision"),
        (",selected,1,f,D1",
         "d.csv:2 candidate: found nothing; allowed: a name or code; write whom the decision is about"),
        ("C1,selected,good,f,D1",
         "d.csv:2 score: found “good”; allowed: a number, or nothing; write it as 2.75"),
        ("C1,selected,nan,f,D1",
         "d.csv:2 score: found “nan”; allowed: a number, or nothing; write it as 2.75"),
        ("C1,selected,1",
         "d.csv:2: found 3 cells; allowed: 5, as in line 1; quote cells that hold the separator"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_taken_is_named(file, row, line):
    assert faults(file(f"candidate,decision,score,sex,draft\n{row}\n")) == [line]


def test_all_faults_are_told_at_once_in_the_order_of_their_lines(file):
    text = "candidate,decision,sex\nC1,selected,f\nC1,maybe,F\nC3,selected,x\n"
    assert faults(file(text), declared={"sex": ["f", "m"]}) == [
        "d.csv:3 decision: found “maybe”; allowed: selected or not selected; leave out candidates without a decision",
        "d.csv:3 sex: found “F”; allowed: f, m, or `unknown`; mend the label, or declare it with --labels",
        "d.csv:3 candidate: found “C1”, who is in line 2 too; allowed: each candidate once; leave one of the two lines "
        "out",
        "d.csv:3 sex: found “F”, and “f” in line 2; allowed: one spelling for one group; write both alike",
        "d.csv:4 sex: found “x”; allowed: f, m, or `unknown`; mend the label, or declare it with --labels",
    ]


def test_declared_labels_that_nobody_has_are_kept(file):
    found = read_decisions(file(GOOD), ["Sex"], {"sex": ["f", "m", "non-binary"]})
    assert found.labels["sex"] == ("f", "m", "non-binary")


@pytest.mark.parametrize(
    ("text", "columns", "line"),
    [
        ("candidate,sex\nC1,f\n", ["sex"],
         "d.csv:1: no column `decision`; the columns are candidate, decision, and one for each kind of group"),
        (GOOD, ["gender"], 'unknown group column "gender"; d.csv:1 has: sex'),
        (GOOD, ["score"], 'unknown group column "score"; d.csv:1 has: sex'),
        ("candidate,decision,sex,sex\nC1,selected,f,f\n", ["sex"],
         "d.csv:1: the column `sex` stands twice; rename one of them"),
        ("candidate,decision,sex\n", ["sex"], "d.csv: no decisions; write a line for each candidate"),
        ("candidate,decision,a,b,c,d,e\nC1,selected,1,1,1,1,1\n", list("abcde"),
         "5 group columns; allowed: 4; audit them in two runs"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_audited_is_refused_in_one_line(file, text, columns, line):
    with pytest.raises(UserError) as caught:
        read_decisions(file(text), columns)
    assert str(caught.value) == line


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "d.csv: the file is empty; save the draft again and check its size"),
        (b"candidate,decision\nC1,selected\n\xff\xfe,selected\n", "d.csv:3: not UTF-8; save the sheet as CSV, UTF-8"),
        (b'candidate,decision\nC1,"selected\n',
         "d.csv:2: not a CSV file: unexpected end of data; save the sheet as CSV, UTF-8"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_csv_is_unreadable(file, data, line):
    with pytest.raises(UnreadableError) as caught:
        read_decisions(file(data), [])
    assert str(caught.value) == line
