"""`showproof audit` as a person runs it: counting, files besides, cells to mend."""

import json

import jsonschema
import pytest

from showproof.outputs.audit_schema import AUDIT

ROWS = "".join(
    f"C{number},{'selected' if number % (2 if number % 4 < 2 else 3) == 0 else 'not selected'},"
    f"{number % 7 / 2},{'fm'[number % 4 // 2] if number % 10 else 'unknown'},{'ab'[number % 3 // 2]},D{number}\n"
    for number in range(60)
)
TABLE = f"candidate,decision,score,sex,ethnicity,draft\n{ROWS}"
RATINGS = "draft,rater,scale,level,note\n" + "".join(
    f"D{number},{rater},overall,{(number + shift) % 4},\n"
    for number in range(30)
    for rater, shift in (("Ana", 0), ("Ben", number % 5 == 0))
)


@pytest.fixture
def table(here):
    (here / "d.csv").write_text(TABLE, encoding="utf-8")
    (here / "r.csv").write_text(RATINGS, encoding="utf-8")
    return here


def test_the_tables_are_printed_with_what_they_are_not(run, table):
    outcome = run("audit", "d.csv", "--groups", "sex,ethnicity")
    assert (outcome.code, outcome.err) == (0, "")
    assert "  60 persons decided on, " in outcome.out
    for title in (
        "Selection by sex\n",
        "Selection by ethnicity\n",
        "Selection by sex and ethnicity\n",
        "Scores by sex\n",
    ):
        assert f"  {title}" in outcome.out
    assert (
        "6 persons of an unknown group are left out of these rates, as the rule asks, and counted here." in outcome.out
    )
    assert "This is no legal advice" in outcome.out
    assert ".33 (Sackett et al., 2022)" in outcome.out


@pytest.mark.parametrize("word", ["pass", "passed", "compliant", "compliance", "complies"])
def test_nothing_is_ever_called_passed_or_compliant(run, table, word):
    out = run("audit", "d.csv", "--groups", "sex,ethnicity", "--html", "a.html").out.lower()
    page = (table / "a.html").read_text(encoding="utf-8").lower()
    for text in (out, page):
        assert word not in text.replace("never a pass", "").replace("\n", " ").replace("never a  pass", "").split()


def test_the_json_is_as_its_schema_says(run, table):
    told = json.loads(run("audit", "d.csv", "--groups", "sex", "--ratings", "r.csv", "--json").out)
    jsonschema.validate(told, AUDIT)
    assert json.loads(run("catalog", "schema", "audit").out) == AUDIT
    table_of_sex, scores = told["tables"]
    assert (table_of_sex["by"], table_of_sex["about"], scores["about"]) == (["sex"], "selection", "scores")
    assert [one["group"] for one in table_of_sex["groups"]] == [{"sex": "f"}, {"sex": "m"}]
    assert told["agreement"][0]["groups"][0]["drafts"] > 0


def test_the_same_input_gives_the_same_bytes(run, table):
    asked = ("audit", "d.csv", "--groups", "sex,ethnicity", "--ratings", "r.csv", "--json")
    assert run(*asked).out == run(*asked).out
    for name in ("one", "two"):
        run("audit", "d.csv", "--groups", "sex", "--html", f"{name}.html", "--docx", f"{name}.docx")
    for ending in ("html", "docx"):
        assert (table / f"one.{ending}").read_bytes() == (table / f"two.{ending}").read_bytes()


def test_an_existing_file_is_not_replaced_unasked(run, table):
    (table / "a.html").write_text("mine", encoding="utf-8")
    outcome = run("audit", "d.csv", "--groups", "sex", "--html", "a.html")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "showproof: a.html: the file exists and was left as it is; choose another --html, or say --force\n"
    )
    assert run("audit", "d.csv", "--groups", "sex", "--html", "a.html", "--force").code == 0


def test_cells_to_mend_are_told_a_line_each(run, table):
    (table / "d.csv").write_text(TABLE.replace("C0,selected", "C0,hired").replace(",f,", ",F,", 1), encoding="utf-8")
    outcome = run("audit", "d.csv", "--groups", "sex")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[0] == (
        "d.csv:2 decision: found “hired”; allowed: selected or not selected; leave out candidates without a decision"
    )


def test_a_cell_cannot_command_the_terminal(run, table):
    (table / "d.csv").write_text("candidate,decision\nC1,\x1b[31mred\n", encoding="utf-8")
    assert "\x1b" not in run("audit", "d.csv", "--groups", "").err


@pytest.mark.parametrize(
    ("typed", "code", "line"),
    [
        (["none.csv", "--groups", "sex"], 3, "showproof: none.csv: no such file; check the name and the folder"),
        (["d.csv", "--groups", "gender"], 2,
         'showproof: unknown group column "gender"; d.csv:1 has: sex, ethnicity'),
        (["d.csv", "--groups", "sex", "--labels", "sex"], 2,
         'Error: Invalid value for --labels: "sex"; allowed: a column and its labels, as sex=female|male'),
        (["d.csv", "--groups", "sex", "--labels", "age=old"], 2, 'showproof: unknown group column "age"; '
         "d.csv:1 has: sex, ethnicity"),
        (["d.csv", "--groups", "sex", "--labels", "ethnicity=a"], 2,
         "showproof: labels of `ethnicity`, which --groups does not name; name it there, or leave it out"),
        (["d.csv"], 2, "Error: Missing option '--groups'."),
        (["d.csv", "--groups", "sex", "--least-share", "2"], 2,
         "Error: Invalid value for '--least-share': 2.0 is not in the range 0<=x<=0.5."),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_one_line(run, table, typed, code, line):
    outcome = run("audit", *typed)
    assert (outcome.code, outcome.out, outcome.err.splitlines()[-1]) == (code, "", line)


def test_ratings_of_drafts_that_no_decision_names_are_told(run, table):
    (table / "r.csv").write_text(RATINGS + "X9,Ana,overall,2,\nX9,Ben,overall,2,\n", encoding="utf-8")
    outcome = run("audit", "d.csv", "--groups", "sex", "--ratings", "r.csv")
    assert "d.csv: no decision names the draft “X9”, which was rated or scored" in outcome.err.splitlines()
    assert "d.csv:61: nobody rated or scored “D59”, the draft of C59" in outcome.err.splitlines()
