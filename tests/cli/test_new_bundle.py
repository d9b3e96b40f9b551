from __future__ import annotations

import json
import zipfile

import docx
import openpyxl
import pytest
from lxml import etree

from showproof.api import BUNDLE, open_catalog

BUNDLES = {
    "finops-end-to-end": ["allocation-spec", "optimization-case-study", "rollout-checklist"],
    "ops-system": ["process-map", "sop", "exception-playbook"],
    "deal-work-sample": ["discovery-recap", "mutual-action-plan"],
    "kpi-system": ["dashboard-spec", "ops-cadence"],
}


def properties(path):
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("docProps/custom.xml"))
    return {item.get("name"): "".join(item.itertext()) for item in root}


def words(path):
    if path.suffix == ".xlsx":
        cells = (cell.value for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row)
        return "\n".join(text for text in cells if isinstance(text, str))
    with zipfile.ZipFile(path) as package:
        return "".join(etree.fromstring(package.read("word/document.xml")).itertext())


@pytest.fixture
def made(run, here, request):
    outcome = run(
        "new", "--bundle", request.param, "--workflow", "card payouts", "--owner", "Dana Ruiz", "--out", "set"
    )
    assert outcome.code == 0
    return request.param, sorted((here / "set").iterdir())


@pytest.mark.parametrize("made", BUNDLES, indirect=True)
def test_the_documents_of_a_bundle_share_the_context_and_name_each_other(made):
    name, files = made
    assert [path.stem.partition("-")[2] for path in files] == BUNDLES[name]
    told = [json.loads(properties(path)["showproof.context"]) for path in files]
    shared = [{key: text for key, text in one.items() if key not in ("title", "companions")} for one in told]
    assert all(one == shared[0] for one in shared)
    assert (shared[0]["workflow"], shared[0]["owner"]) == ("card payouts", "Dana Ruiz")
    assert {properties(path)[BUNDLE] for path in files} == {name}
    for path in files:
        text = words(path)
        assert "Companion documents" in text
        assert all(other.name in text for other in files if other != path)


def test_what_names_the_companions_is_no_answer_of_the_candidates(run, here):
    run("new", "--bundle", "kpi-system", "--out", "set")
    told = json.loads(run("score", "set", "--json").out)
    assert [card["overall"]["level"] for card in told["scorecards"]] == [0, 0]
    assert "2-ops-cadence.docx" not in str(told["scorecards"][0])


def test_a_template_of_no_bundle_does_not_ask_for_companions(run, here):
    run("new", "sop")
    assert "Companion documents" not in words(here / "sop.docx")
    assert docx.Document(here / "sop.docx").tables
    assert BUNDLE not in properties(here / "sop.docx")


def test_examples_say_that_each_has_a_case_of_its_own(run, here):
    outcome = run("new", "--bundle", "deal-work-sample", "--example", "--out", "set")
    assert (outcome.code, outcome.err) == (0, "")
    first, second = sorted((here / "set").iterdir())
    assert (first.name, second.name) == ("1-discovery-recap-strong.docx", "2-mutual-action-plan-strong.xlsx")
    assert f"({second.name}), a worked example with a case of its own." in words(first)
    told = json.loads(run("score", "set", "--json").out)
    assert [card["overall"]["level"] for card in told["scorecards"]] == [4, 4]
    assert all("own worked example" in str(card["notices"]) for card in told["scorecards"])


def test_a_type_that_is_not_made_in_the_format_wished_is_made_in_its_usual_one(run, here):
    run("new", "--bundle", "finops-end-to-end", "--format", "xlsx", "--out", "set")
    assert [path.suffix for path in sorted((here / "set").iterdir())] == [".xlsx", ".docx", ".xlsx"]


def test_plain_takes_nothing_from_the_role_and_another_role_nothing_from_the_bundle(run, here):
    run("new", "--bundle", "kpi-system", "--plain", "--out", "a")
    run("new", "--bundle", "kpi-system", "--role", "finops-analyst", "--out", "b")
    plain, other = (json.loads(properties(here / one / "2-ops-cadence.docx")["showproof.context"]) for one in "ab")
    assert "workflow" not in plain
    assert other["workflow"] == open_catalog().role("finops-analyst").workflows[0]


def test_the_same_bundle_is_the_same_bytes_and_an_existing_file_is_kept(run, here):
    run("new", "--bundle", "ops-system", "--out", "a")
    assert run("new", "--bundle", "ops-system", "--out", "b", "--dry-run").out.startswith("would write b/1-process-map")
    assert not (here / "b").exists()
    (here / "b").mkdir()
    (here / "b" / "3-exception-playbook.docx").write_bytes(b"mine")
    refused = run("new", "--bundle", "ops-system", "--out", "b")
    assert (refused.code, refused.out, len(list((here / "b").iterdir()))) == (2, "", 1)
    run("new", "--bundle", "ops-system", "--out", "b", "--force")
    assert all(path.read_bytes() == (here / "b" / path.name).read_bytes() for path in (here / "a").iterdir())


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        (["--bundle", "finops-end"],
         'showproof: unknown bundle "finops-end"; did you mean finops-end-to-end? `showproof catalog bundles` lists '
         "them"),
        (["sop", "--bundle", "ops-system"], "Error: found ARTIFACT and --bundle; say one"),
        ([], "Error: Missing argument 'ARTIFACT'."),
        (["--bundle", "ops-system", "--title", "Mine"],
         "Error: --title is for one document; a bundle makes each title from its type and the workflow"),
    ],
)  # fmt: skip
def test_what_is_no_bundle_is_one_line(run, typed, last):
    outcome = run("new", *typed)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[-1] == last


def test_bundles_are_listed_and_shown(run):
    listed = json.loads(run("catalog", "bundles", "--json").out)
    assert list(listed["bundles"]) == list(BUNDLES)
    assert "dashboard-spec" in run("catalog", "bundles", "kpi-system").out
    assert run("catalog", "bundles", "kpi").err.startswith('showproof: unknown bundle "kpi"; did you mean kpi-system?')
