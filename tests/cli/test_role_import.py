from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from showproof.api import schema

REPORTS = Path(__file__).parents[1] / "market" / "reports"
NIGHT = str(REPORTS / "dispatch-coordinator-logistics.txt")
WROTE = (
    "wrote {} (Dispatch coordinator, night operations: 5 rows, 3 stages, 2 signals, 3 triggers, 9 work samples, "
    "2 scenarios, 5 questions)\n"
)


def test_a_report_becomes_a_role_file_and_what_is_to_be_looked_at_is_said(run, here):
    outcome = run("role", "import", NIGHT)
    assert (outcome.code, outcome.out) == (0, WROTE.format("dispatch-coordinator.yaml"))
    lines = outcome.err.splitlines()
    assert lines[0] == (
        "no section that lists ideas for a portfolio: looked for headings such as portfolio ideas, work sample ideas, "
        "artifact ideas"
    )
    assert "line 102: no artifact type serves this work sample: A loading bay sketch with arrows." in lines
    assert (
        "row load-planning: the usual rules; no row is like it: write rules in your field's words, its essentials first"
    ) in lines
    assert lines[-1] == (
        "look at it, then put it into FOLDER/rubrics/roles/dispatch-coordinator.yaml and say --catalog FOLDER"
    )
    top = (here / "dispatch-coordinator.yaml").read_text(encoding="utf-8").splitlines()[:4]
    assert top == [
        "# Imported from dispatch-coordinator-logistics.txt; each `line` is a line of that file.",
        "# Texts are the report's own: put them into your words before you hand the file on.",
        "# Look at the rules of each row, then take its `matched` out.",
        f"# {lines[0]}",
    ]


def test_the_file_serves_where_it_was_put(run, here):
    outcome = run("role", "import", NIGHT, "--out", "team/rubrics/roles/night-desk.yaml")
    assert outcome.code == 0
    assert outcome.err.splitlines()[-1] == "look at it, then: showproof new sop --role night-desk --catalog team"
    shown = run("catalog", "roles", "night-desk", "--catalog", "team")
    assert "carrier handover" in shown.out
    assert run("new", "sop", "--role", "night-desk", "--catalog", "team").out.startswith("wrote sop.docx ")
    scored = run("score", "sop.docx", "--role", "night-desk", "--catalog", "team")
    assert scored.code == 0
    assert "Load planning" in scored.out


def test_json_has_the_role_as_its_file_has_it(run, here):
    outcome = run("role", "import", NIGHT, "--id", "night-desk", "--json")
    found = json.loads(outcome.out)
    assert list(found) == [
        "schema", "file", "written", "counted", "role", "missing", "unsure", "unserved", "notices",
    ]  # fmt: skip
    assert (found["schema"], found["written"], found["counted"]) == ("showproof.import/1", "night-desk.yaml", "line")
    file = yaml.safe_load((here / "night-desk.yaml").read_text(encoding="utf-8"))
    assert found["role"] == file
    assert file["rows"][3]["line"] == 86
    assert len(found["unserved"]) == 5
    Draft202012Validator(schema("import")).validate(found)


def test_the_same_report_gives_the_same_bytes(run, here):
    for name in ("a", "b"):
        assert run("role", "import", NIGHT, "--id", "night", "--out", f"{name}/night.yaml").code == 0
    assert (here / "a/night.yaml").read_bytes() == (here / "b/night.yaml").read_bytes()


def test_the_seed_of_hashes_changes_nothing(here):
    made = []
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "showproof", "role", "import", str(REPORTS / "billing-analyst-healthcare.txt")]
        ended = subprocess.run(
            [*command, "--force"],
            capture_output=True, check=True, timeout=60, env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        made.append((ended.stdout, ended.stderr, (here / "medical-billing-analyst.yaml").read_bytes()))
    assert made[0] == made[1]


def test_a_file_that_exists_stays_as_it_is(run, here):
    (here / "dispatch-coordinator.yaml").write_text("mine", encoding="utf-8")
    outcome = run("role", "import", NIGHT)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "showproof: dispatch-coordinator.yaml: the file exists and was left as it is; choose another --out, or say "
        "--force\n"
    )
    assert (here / "dispatch-coordinator.yaml").read_text(encoding="utf-8") == "mine"
    assert run("role", "import", NIGHT, "--force").code == 0


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        (["--id", "Night Desk"],
         'Error: Invalid value for --id: "Night Desk"; allowed: small letters, digits and single hyphens'),
        (["--out", "night.yml"], 'Error: Invalid value for --out: "night.yml"; allowed: a name that ends in .yaml'),
        (["--out", "Night.yaml"],
         'Error: Invalid value for --out: "Night"; allowed: small letters, digits and single hyphens'),
        (["--out", "a.yaml", "--id", "b"],
         'Error: Invalid value for --out: "a.yaml" for the role b; allowed: b.yaml'),
    ],
)  # fmt: skip
def test_an_id_that_no_role_file_can_have_is_refused(run, here, typed, last):
    outcome = run("role", "import", NIGHT, *typed)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[-1] == last
    assert list(here.iterdir()) == []


def test_a_letter_is_refused_with_exit_code_three(run, here):
    (here / "letter.txt").write_text("Dear all,\n\nthe desk is closed on Monday.\n", encoding="utf-8")
    outcome = run("role", "import", "letter.txt")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err == (
        "showproof: letter.txt: this is no market report: looked for a table of skills and lists such as Hiring Loop, "
        "Role Variants or Interview Prep Checklist; found none of them; import a report that has at least three of "
        "them\n"
    )
    assert [path.name for path in here.iterdir()] == ["letter.txt"]


def test_help_of_the_command_leads_with_examples(run):
    outcome = run("role", "import", "--help")
    assert outcome.out.split("\n\n")[1].splitlines()[0].strip() == "showproof role import report.txt"
    assert all(option in outcome.out for option in ("--id", "--out", "--json", "--catalog", "--force"))
