from __future__ import annotations

import json
import re

import openpyxl
import pytest

from showproof.catalog.rule_check import RULE_KINDS


def edit(path, sheet: str, cell: str, value: object) -> None:
    book = openpyxl.load_workbook(path)
    book[sheet][cell] = value
    book.save(path)


def test_a_rubric_goes_out_and_comes_back(run, here):
    out = run("rubric", "export", "clarity")
    assert (out.code, out.out) == (0, "wrote clarity.xlsx\n")
    assert out.err == "edit it, then: showproof rubric import clarity.xlsx --dry-run\n"
    edit("clarity.xlsx", "Criteria", "C4", "Does it read in five minutes?")
    dry = run("rubric", "import", "clarity.xlsx", "--dry-run")
    assert dry.code == 0
    assert not (here / "showproof-catalog").exists()
    heading, change, last = dry.out.splitlines()
    assert re.fullmatch(r"criterion clarity: version 1\.0 → 1\.1, digest [0-9a-f]{16} → [0-9a-f]{16}", heading)
    assert change == (
        "  criterion reworded: clarity: question: Does it read quickly, and do its figures and names agree? → "
        "Does it read in five minutes?"
    )
    assert last == f"would write {here.joinpath('showproof-catalog/rubrics/criteria/clarity.yaml').relative_to(here)}"
    made = run("rubric", "import", "clarity.xlsx", "--out", "team")
    assert made.out.splitlines()[:2] == [heading, change]
    assert made.out.splitlines()[2] == "wrote team/rubrics/criteria/clarity.yaml"
    assert re.fullmatch(r"with --catalog team, scorecards name the rubric by [0-9a-f]{16}\n", made.err)
    shown = run("catalog", "criteria", "clarity", "--catalog", "team").out
    assert "question: Does it read in five minutes?" in shown
    assert "version: 1.1" in shown


def test_the_digest_of_scorecards_is_the_one_that_was_said(run, here):
    run("rubric", "export", "clarity")
    edit("clarity.xlsx", "Criteria", "C4", "Does it read in five minutes?")
    said = run("rubric", "import", "clarity.xlsx", "--out", "team").err.split()[-1]
    (here / "a.md").write_text("# Standard operating procedure\n\nMaya checks 4 files.\n", encoding="utf-8")
    card = json.loads(run("score", "a.md", "--artifact", "sop", "--catalog", "team", "--json").out)["scorecards"][0]
    assert card["rubric"]["digest"] == said


def test_an_import_as_data(run, here):
    run("rubric", "export", "operations-manager")
    edit("operations-manager.xlsx", "Rules", "J4", 2)
    data = json.loads(run("rubric", "import", "operations-manager.xlsx", "--json", "--dry-run").out)
    assert data["schema"] == "showproof.rubric-import/1"
    assert data["rubrics"][0]["version"] == {"before": "1.0", "after": "1.1"}
    assert data["changes"] == [
        {"what": "rule changed", "where": "root-cause.chain", "column": "at least", "before": "1", "after": "2"}
    ]
    assert (data["written"], data["not_read"]) == (False, [])


def test_faults_are_lines_on_standard_error_and_nothing_is_written(run, here):
    run("rubric", "export", "operations-manager")
    edit("operations-manager.xlsx", "Rules", "F4", "statment")
    edit("operations-manager.xlsx", "Rules", "A9", "root-couse")
    made = run("rubric", "import", "operations-manager.xlsx", "--out", "team")
    assert (made.code, made.out) == (2, "")
    assert made.err.splitlines()[0] == (
        'operations-manager.xlsx, sheet Rules, cell F4: found "statment"; '
        f"allowed: one of the {len(RULE_KINDS)} kinds of rule; "
        "write statement"
    )
    assert len(made.err.splitlines()) == 2
    assert not (here / "team").exists()


def test_what_a_colleague_imported_meanwhile_is_not_lost(run, here):
    """The workbook came from the built-in version, and the folder has a later one."""
    run("rubric", "export", "clarity")
    edit("clarity.xlsx", "Criteria", "C4", "Does it read in five minutes?")
    run("rubric", "import", "clarity.xlsx", "--out", "team")
    edit("clarity.xlsx", "Criteria", "C4", "Does it read in two minutes?")
    again = run("rubric", "import", "clarity.xlsx", "--out", "team")
    assert again.code == 2
    assert "clarity.xlsx: made from version 1.0 of clarity, digest " in again.err
    assert "the catalogue has version 1.1, digest " in again.err
    forced = run("rubric", "import", "clarity.xlsx", "--out", "team", "--force")
    assert forced.out.splitlines()[1] == (
        "  criterion reworded: clarity: question: Does it read in five minutes? → Does it read in two minutes?"
    )


def test_existing_files_stay_unless_forced(run, here):
    run("rubric", "export", "clarity")
    assert run("rubric", "export", "clarity").err == (
        "showproof: clarity.xlsx: the file exists and was left as it is; choose another --out, or say --force\n"
    )
    run("rubric", "import", "clarity.xlsx", "--out", "team")
    assert run("rubric", "import", "clarity.xlsx", "--out", "team").err == (
        "showproof: team/rubrics/criteria/clarity.yaml: the file exists and was left as it is; choose another --out, "
        "or say --force\n"
    )
    assert run("rubric", "import", "clarity.xlsx", "--out", "team", "--force").code == 0


@pytest.mark.parametrize(
    ("args", "last"),
    [
        (["export", "clarty"],
         'showproof: unknown rubric "clarty"; did you mean clarity? allowed: finops-analyst, operations-manager, '
         "production-support-analyst, scope, structure, ownership, measures, action, failure, verification, tradeoffs, "
         "clarity, criteria, overall"),
        (["export", "clarity", "--out", "clarity.ods"],
         'Error: Invalid value for --out: "clarity.ods"; allowed: a name that ends in .xlsx'),
        (["export", "clarity", "--json"], "Error: Invalid value for --json: export takes none; it is for import"),
        (["print", "clarity"], "Error: Invalid value for 'export|import': 'print' is not one of 'export', 'import'."),
        (["import", "none.xlsx"], "showproof: none.xlsx: no such file; check the name and the folder"),
    ],
)  # fmt: skip
def test_a_slip_in_the_command_says_what_is_allowed(run, args, last):
    assert run("rubric", *args).err.splitlines()[-1] == last
