from __future__ import annotations

import json

import jsonschema
import pytest

from showproof.api import schema

LINES = ("001", "111", "222", "332", "444", "10.", "212", "33.", "001", "434", "223", "110") * 3
RATERS = ("Ana", "Ben", "showproof-elsewhere")
AT = "2026-11-22T09:00Z"


@pytest.fixture
def ratings(here):
    """36 drafts on two scales by two people and a program, with gaps."""
    rows = ["draft,rater,scale,level,note,kind"]
    for number, line in enumerate(LINES):
        for rater, level in zip(RATERS, line, strict=True):
            kind = "program" if rater == RATERS[2] else "person"
            if level != ".":
                rows += [f"D{number:02},{rater},{scale},{level},as written,{kind}" for scale in ("overall", "scope")]
    (here / "ratings.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return "ratings.csv"


def holds(name, text):
    data = json.loads(text)
    jsonschema.Draft202012Validator(schema(name)).validate(data)
    return data


def test_the_answers_come_first(run, ratings):
    told = run("calibrate", ratings)
    assert (told.code, told.err) == (0, "")
    assert [line for line in told.out.splitlines() if line.endswith("?")] == [
        "Do we agree?", "Where not?", "What to do first?",
    ]  # fmt: skip
    assert "2 people rated 36 drafts: Ana, Ben." in told.out
    assert "showproof-elsewhere (program) against the people" in told.out


def test_json_holds_its_schema_and_is_the_same_again(run, ratings):
    first, again = (run("calibrate", ratings, "--json").out for _ in range(2))
    data = holds("calibration", first)
    assert first == again
    assert [one["scale"] for one in data["scales"]] == ["overall", "scope"]
    assert {(one["name"], one["kind"]) for one in data["raters"]} == {
        ("Ana", "person"), ("Ben", "person"), ("showproof-elsewhere", "program"),
    }  # fmt: skip


def test_the_seed_moves_intervals_and_no_figure(run, ratings):
    one, other = (json.loads(run("calibrate", ratings, "--json", "--seed", seed).out) for seed in "12")
    figures = [data["scales"][0]["agreement"]["alpha_ordinal"] for data in (one, other)]
    assert figures[0]["figure"] == figures[1]["figure"]
    assert figures[0]["interval"] != figures[1]["interval"]


def test_a_page_a_workbook_and_a_summary_are_written_once(run, ratings, here):
    told = run("calibrate", ratings, "--html", "r.html", "--xlsx", "r.xlsx", "--docx", "r.docx")
    assert told.err == "wrote r.html\nwrote r.xlsx\nwrote r.docx\n"
    again = run("calibrate", ratings, "--xlsx", "r.xlsx")
    line = "showproof: r.xlsx: the file exists and was left as it is; choose another --xlsx, or say --force\n"
    assert (again.code, again.out, again.err) == (2, "", line)
    before = (here / "r.html").read_bytes(), (here / "r.xlsx").read_bytes(), (here / "r.docx").read_bytes()
    run("calibrate", ratings, "--html", "r.html", "--xlsx", "r.xlsx", "--docx", "r.docx", "--force")
    assert before == ((here / "r.html").read_bytes(), (here / "r.xlsx").read_bytes(), (here / "r.docx").read_bytes())


@pytest.mark.parametrize("option", ["--html", "--xlsx", "--docx"])
def test_a_file_of_another_ending_is_refused(run, ratings, option):
    told = run("calibrate", ratings, option, "report.pdf")
    assert told.err.splitlines()[-1] == (
        f'Error: Invalid value for {option}: "report.pdf"; allowed: a name that ends in .{option[2:]}'
    )


def test_faults_are_named_and_told_in_the_report(run, ratings, here):
    with (here / ratings).open("a", encoding="utf-8") as lines:
        lines.write("D00,Ana,clarity,9,,person\n")
    told = run("calibrate", ratings)
    assert told.code == 1
    assert told.err.startswith("ratings.csv: line ")
    assert "Left out, or to know" in told.out


def test_a_program_can_be_named_as_one(run, ratings):
    told = run("calibrate", ratings, "--program", "Ben")
    assert "Nobody can tell" not in told.out
    assert "2 programs rated" in told.out
    unknown = run("calibrate", ratings, "--program", "Zoe")
    line = 'showproof: no rater is called "Zoe"; allowed with --program: Ana, Ben, showproof-elsewhere\n'
    assert (unknown.code, unknown.err) == (2, line)


def test_the_scorer_is_one_more_rater(run, here, worked):
    (here / "D00.docx").write_bytes(worked)
    (here / "cards.json").write_text(run("score", "D00.docx", "--json").out, encoding="utf-8")
    (here / "r.csv").write_text("draft,rater,scale,level\nD00,Ana,overall,4\nD00,Ben,overall,3\n", encoding="utf-8")
    told = run("calibrate", "r.csv", "--scorecards", "cards.json")
    assert "showproof (scorer)" in told.out


def test_ratings_that_hold_none_are_refused(run, here):
    (here / "r.csv").write_text("draft,rater,scale,level\n", encoding="utf-8")
    told = run("calibrate", "r.csv")
    assert told.code == 2
    assert told.err.splitlines()[-1] == (
        "showproof: no file holds a rating that counts; name the files that raters handed in"
    )


def test_bars_are_set_with_time_and_digest_and_then_held(run, ratings, here):
    told = run("calibrate", "gate", "set", "--at", AT, "--alpha", "0.7", "--people-only", "--out", "bars.json")
    assert told.code == 0
    assert told.out.startswith(f"10 bars on 10 scales, set at {AT}, digest ")
    holds("bars", (here / "bars.json").read_text(encoding="utf-8"))
    checked = run("calibrate", "gate", "check", ratings, "--bars", "bars.json", "--json")
    data = holds("gate", checked.out)
    assert (checked.code, data["verdict"]) == (1, "insufficient")
    assert {one["verdict"] for one in data["held"] if one["scale"] == "clarity"} == {"insufficient"}
    digest = told.out.split()[-1]
    assert run("calibrate", "gate", "check", ratings, "--bars", "bars.json", "--digest", digest).code == 1
    wrong = run("calibrate", "gate", "check", ratings, "--bars", "bars.json", "--digest", "0" * 64)
    assert (wrong.code, wrong.out) == (2, "")


def test_a_gate_that_is_passed_ends_with_nothing_amiss(run, here):
    rows = [f"D{at:02},{rater},{scale},{min(at % 5 + (at % 9 == 0) * extra, 4)}" for at in range(60)
            for extra, rater in enumerate(("Ana", "Ben")) for scale in SCALES]  # fmt: skip
    (here / "r.csv").write_text("draft,rater,scale,level\n" + "\n".join(rows), encoding="utf-8")
    run("calibrate", "gate", "set", "--at", AT, "--people-only", "--alpha", "0.6", "--out", "bars.json")
    told = run(
        "calibrate", "gate", "check", "r.csv", "--bars", "bars.json", "--docx", "gate.docx", "--html", "gate.html"
    )
    assert (told.code, told.err) == (0, "wrote gate.html\nwrote gate.docx\n")
    assert told.out.startswith("Passed: every bar is reached (10 passed).")
    assert "Gate: bars that were set before" in (here / "gate.html").read_text(encoding="utf-8")


SCALES = ("overall", "scope", "structure", "ownership", "measures", "action", "failure", "verification", "tradeoffs",
          "clarity")  # fmt: skip


def test_changed_bars_are_refused(run, ratings, here):
    run("calibrate", "gate", "set", "--at", AT, "--out", "bars.json")
    text = (here / "bars.json").read_text(encoding="utf-8")
    (here / "bars.json").write_text(text.replace('"limit": 0.8', '"limit": 0.4', 1), encoding="utf-8")
    told = run("calibrate", "gate", "check", ratings, "--bars", "bars.json")
    assert (told.code, told.out) == (2, "")
    assert told.err == (
        "showproof: bars.json: the bars were changed since they were set; take the file as it was set, or set bars "
        "anew before you measure anew\n"
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--at", "today", "--out", "b.json"],
         'Invalid value for --at: "today"; allowed: a time such as 2026-11-22T09:00Z'),
        (["--at", "2026-11-22T09:00", "--out", "b.json"],
         'Invalid value for --at: "2026-11-22T09:00"; allowed: a time such as 2026-11-22T09:00Z'),
        (["--at", "2026-13-22T09:00Z", "--out", "b.json"],
         'Invalid value for --at: "2026-13-22T09:00Z"; allowed: a time such as 2026-11-22T09:00Z'),
        (["--at", AT, "--out", "b.txt"], 'Invalid value for --out: "b.txt"; allowed: a name that ends in .json'),
        (["--at", AT, "--out", "b.json", "--bar", "scope=2"],
         f'Invalid value for --bar: "scope=2"; allowed: SCALE=0 to 1, with one of {", ".join(SCALES)}'),
        (["--at", AT, "--out", "b.json", "--bar", "scoop=0.7"],
         f'Invalid value for --bar: "scoop=0.7"; allowed: SCALE=0 to 1, with one of {", ".join(SCALES)}'),
    ],
)  # fmt: skip
def test_a_slip_in_setting_bars_is_told(run, here, typed, said):
    told = run("calibrate", "gate", "set", *typed)
    assert (told.code, told.err.splitlines()[-1]) == (2, f"Error: {said}")
    assert not list(here.iterdir())


def test_cuts_are_set_by_calls_by_levels_and_by_hand(run, ratings, here):
    calls = "\n".join(f"D{at:02},{'yes' if line[0] in '34' else 'no'}" for at, line in enumerate(LINES))
    (here / "called.csv").write_text(f"draft,ready\n{calls}\n", encoding="utf-8")
    (here / "expected.csv").write_text("judge,scale,level\nX,scope,2.5\nY,scope,2\n", encoding="utf-8")
    told = run(
        "calibrate", "cuts", ratings, "--ready", "called.csv", "--expected", "expected.csv", "--cut", "3", "--json"
    )
    data = holds("cuts", told.out)
    assert told.code == 0
    assert [one["by"] for one in data["held"]] == ["contrasting groups", "modified Angoff", "given"]
    assert data["modified_angoff"]["cut"] == 2.25
    assert data["contrasting_groups"]["wrong_fails"] == 0
    assert "Deciding at 2.25 (modified Angoff)" in run("calibrate", "cuts", ratings, "--expected", "expected.csv").out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("draft,called\n", "line 1: no column ready; allowed: draft, ready; add it"),
        ("draft,ready\nD99,yes\n", "line 2: found “D99” as draft; allowed: a draft that was rated; mend the line"),
        ("draft,ready\nD01,yes\nD01,no\n", "line 3: found “D01” as draft; allowed: each draft once; mend the line"),
        ("draft,ready\nD01,perhaps\n", "line 2: found “perhaps” as ready; allowed: yes, no; mend the line"),
        ("draft,ready\nD01,\n", "line 2: found no ready; allowed: yes, no; mend the line"),
    ],
)
def test_a_call_that_is_none_is_named_with_its_line(run, ratings, here, text, said):
    (here / "called.csv").write_text(text, encoding="utf-8")
    told = run("calibrate", "cuts", ratings, "--ready", "called.csv")
    assert told.err.splitlines()[-1] == f"showproof: called.csv: {said}"


def test_a_cut_needs_something_to_go_by(run, ratings):
    told = run("calibrate", "cuts", ratings)
    assert told.err.splitlines()[-1] == "Error: nothing to set a cut by; say --ready, --expected or --cut"
    unknown = run("calibrate", "cuts", ratings, "--cut", "2", "--scale", "zzz")
    assert unknown.err == 'showproof: nobody rated the scale "zzz"; allowed: overall, scope\n'


def test_pairs_are_made_and_answers_scaled(run, here):
    for number in range(8):
        (here / f"d{number}.md").write_text("# A draft\n", encoding="utf-8")
    made = run(
        "calibrate", "pairs", ".", "--judge", "Ana", "--judge", "Ben", "--each", "7", "--seed", "4", "--out", "p.csv"
    )
    assert made.out == "28 pairs of 8 drafts for 2 judges\n"
    head, *pairs = (here / "p.csv").read_text(encoding="utf-8").splitlines()
    assert head == "judge,first,second,better"
    answered = [f"{pair}{max(pair.split(',')[1:3])}" for pair in pairs]
    (here / "a.csv").write_text("\n".join([head, *answered, pairs[-1]]) + "\n", encoding="utf-8")
    told = run("calibrate", "scale", "a.csv", "--json")
    data = holds("scale", told.out)
    assert (told.code, data["without_answer"]) == (0, 1)
    measures = {one["name"]: one["measure"] for one in data["drafts"]}
    assert sorted(measures, key=measures.__getitem__) == [f"d{number}" for number in range(8)]
    assert "1 pair has no answer and counts for nothing." in run("calibrate", "scale", "a.csv").out


def test_answers_that_make_no_scale_say_why(run, here):
    (here / "a.csv").write_text("judge,first,second,better\nAna,a,b,a\nAna,c,d,tie\n", encoding="utf-8")
    told = run("calibrate", "scale", "a.csv")
    assert told.code == 1
    assert told.out.startswith("No scale: ")
    assert holds("scale", run("calibrate", "scale", "a.csv", "--json").out)["reason"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ana,a,b,c", "line 2: found “c” as better; allowed: a, b, tie; mend the line"),
        ("Ana,a,a,a", "line 2: found “a” as second; allowed: another draft than the first; mend the line"),
        (",a,b,a", "line 2: found no judge; allowed: a name; mend the line"),
    ],
)
def test_an_answer_that_is_none_is_named_with_its_line(run, here, line, said):
    (here / "a.csv").write_text(f"judge,first,second,better\n{line}\n", encoding="utf-8")
    assert run("calibrate", "scale", "a.csv").err == f"showproof: a.csv: {said}\n"


def test_pairs_need_two_drafts_and_judges_of_two_names(run, here):
    (here / "a.md").write_text("# A\n", encoding="utf-8")
    few = run("calibrate", "pairs", "a.md", "--judge", "Ana", "--seed", "1", "--out", "p.csv")
    assert few.err == "showproof: found 1 drafts; it takes two to compare; name more files or a folder\n"
    twice = run("calibrate", "pairs", "a.md", "--judge", "Ana", "--judge", "ana", "--seed", "1", "--out", "p.csv")
    assert twice.err.splitlines()[-1] == "Error: Invalid value for --judge: one judge is named twice"
