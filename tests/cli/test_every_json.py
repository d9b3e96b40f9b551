"""Every command that prints JSON has a published schema, and prints what it says."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

import click
import pytest
from jsonschema import Draft202012Validator

from showproof.api import make_template, schema
from showproof.cli.main import COMMANDS
from showproof.derive.words import kind_lines

ROLE = "operations-manager"
PRINTS: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    "catalog": [
        ("listing", ()), ("listing", ("roles",)), ("artifact", ("artifacts", "sop")), ("role", ("roles", ROLE)),
        ("criterion", ("criteria", "scope")),
    ],
    "score": [("scorecards", ("a.docx", "broken.docx", "--role", ROLE))],
    "annotate": [("annotated", ("a.docx", "b.xlsx", "note.md", "--out", "reviewed"))],
    "explain": [("derivation", ("a.docx", "root-cause", "--role", ROLE)), ("derivation", ("a.docx", "overall"))],
    "compare": [("comparison", ("a.docx", "b.xlsx"))],
    "portfolio": [("portfolio", (".", "--role", ROLE)), ("cohort", (".", "--role", ROLE, "--cohort"))],
    "blind": [("blind", ("a.docx", "broken.docx", "--out", "fair"))],
    "role import": [("import", ("report.txt",))],
    "rubric": [("rubric-import", ("import", "clarity.xlsx"))],
    "kit": [("kit", (ROLE, "--out", "kit", "--dry-run")), ("kit", (ROLE, "--out", "kit", "--format", "xlsx"))],
    "ratings": [("ratings", ("kit",))],
    "picture": [("pictures", ("a.docx",))],
    "calibrate": [("calibration", ("ratings.csv",))],
    "audit": [("audit", ("decisions.csv", "--groups", "team"))],
    "packets": [
        ("packets", ("a.docx", "b.xlsx", "--role", ROLE, "--raters", "2", "--seed", "7", "--out", "study")),
        ("plan", ("plan", "--half-width", "0.1")),
    ],
}  # fmt: skip
"""Command to the schemas of what it prints with --json, and what it is given."""


def commands() -> dict[str, click.Command]:
    """Every command by its name, those of groups with the name of the group."""
    found: dict[str, click.Command] = {}
    for name, (module, _) in COMMANDS.items():
        command = getattr(import_module(module), name)
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": one for inner, one in command.commands.items()}
        else:
            found[name] = command
    return found


def faults(kind: str, data: Any) -> list[str]:
    return [f"{one.json_path}: {one.message}" for one in Draft202012Validator(schema(kind)).iter_errors(data)]


@pytest.fixture
def there(run, here, catalog, root):
    """A weak draft in two formats, a note, a broken file, a report, ratings, decisions."""
    for name, form in (("a", "docx"), ("b", "xlsx")):
        (here / f"{name}.{form}").write_bytes(make_template(catalog, "sop", format_name=form, example="weak"))
    (here / "note.md").write_text("# SOP\n\nAna signs.\n", encoding="utf-8")
    (here / "broken.docx").write_bytes(b"PK\3\4")
    (here / "ratings.csv").write_text("draft,rater,scale,level\nD1,Ana,scope,2\nD1,Ben,scope,3\n", encoding="utf-8")
    (here / "decisions.csv").write_text("candidate,decision,team\nC1,selected,x\nC2,not selected,y\n", encoding="utf-8")
    (here / "report.txt").write_bytes(next((root / "tests/market/reports").glob("*.txt")).read_bytes())
    return here


def test_every_command_with_json_is_here():
    with_json = {name for name, one in commands().items() if any("--json" in param.opts for param in one.params)}
    assert with_json == set(PRINTS)


@pytest.mark.parametrize("name", PRINTS)
def test_what_a_command_prints_fits_its_schema(name, run, there):
    if name == "rubric":
        run("rubric", "export", "clarity")
    if name == "ratings":
        run("kit", ROLE, "--out", "kit", "--format", "xlsx")
    for kind, given in PRINTS[name]:
        outcome = run(*name.split(), *given, "--json")
        assert outcome.code in (0, 1, 3), outcome.err
        data = json.loads(outcome.out)
        assert faults(kind, data) == []
        named = schema(kind).get("properties", {}).get("schema", {}).get("const")
        assert data.get("schema") == named
        if named:
            assert faults(kind, {**data, "more": 1}) != []


@pytest.mark.parametrize("kind", ["flags", "bundles"])
def test_an_entry_is_printed_as_its_file_has_it(kind, run):
    entry = {**schema(kind)["additionalProperties"], "$defs": schema(kind)["$defs"]}
    for name in json.loads(run("catalog", kind, "--json").out)[kind]:
        data = json.loads(run("catalog", kind, name, "--json").out)
        assert data.pop("id") == name
        assert [one.message for one in Draft202012Validator(entry).iter_errors(data)] == []


def test_the_page_of_every_rule_fits_its_schema(catalog):
    from showproof.catalog.named_rules import named_rules
    from showproof.rule_pages import rule_page

    names = [*kind_lines(), *catalog.flags, *dict.fromkeys(one.id for one in named_rules(catalog))]
    assert {name: found for name in names if (found := faults("rule", rule_page(catalog, name)))} == {}
