from __future__ import annotations

import json

import pytest

from showproof.api import demo_files


@pytest.fixture(scope="module")
def names(catalog) -> list[str]:
    return list(demo_files(catalog))


def test_the_demo_makes_everything_and_says_where_it_lies(run, here, names, catalog):
    outcome = run("demo", "--out", "tour")
    assert outcome.code == 0
    made = sorted(path.relative_to(here / "tour").as_posix() for path in (here / "tour").rglob("*.*"))
    assert made == sorted([*names, "scorecards.json"])
    assert outcome.out.endswith(
        "templates   tour/templates\nexamples    tour/examples\nscorecards  tour/scorecards.json\n"
    )
    assert outcome.err == "next: fill a template, then `showproof score FILE`\n"
    rows = [
        line for line in outcome.out.splitlines() if line.startswith(tuple(f"{name}." for name in catalog.artifact_ids))
    ]
    forms = [f"{name}.{form}" for name in catalog.artifact_ids for form in catalog.artifact(name).formats]
    assert sorted(row.split()[0] for row in rows) == sorted(forms)
    assert not any(row.split()[1:].count("-") for row in rows)
    cards = json.loads((here / "tour" / "scorecards.json").read_text(encoding="utf-8"))["scorecards"]
    assert [card["file"] for card in cards] == [f"tour/{name}" for name in names]


def test_a_dry_run_of_the_demo_writes_nothing(run, here, names):
    outcome = run("demo", "--dry-run")
    assert outcome.out.splitlines() == [f"would write showproof-demo/{name}" for name in names]
    assert list(here.iterdir()) == []


def test_a_file_that_somebody_changed_is_left_as_it_is_and_said(run, here, monkeypatch):
    monkeypatch.setattr("showproof.api.demo_files", lambda catalog: {"templates/a.docx": lambda: b"PK broken"})
    (here / "showproof-demo" / "templates").mkdir(parents=True)
    (here / "showproof-demo" / "templates" / "a.docx").write_bytes(b"old")
    (here / "showproof-demo" / "mine.docx").write_bytes(b"mine")
    outcome = run("demo")
    assert outcome.code == 3
    assert "showproof-demo/templates/a.docx: changed since it was made, and left as it is" in outcome.err
    assert (here / "showproof-demo" / "templates" / "a.docx").read_bytes() == b"old"
    assert run("demo", "--force").code == 3
    assert (here / "showproof-demo" / "templates" / "a.docx").read_bytes() == b"PK broken"
    assert (here / "showproof-demo" / "mine.docx").read_bytes() == b"mine"
