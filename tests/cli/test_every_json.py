"""Every command that prints JSON has a published schema, and prints what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
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
    "packets": [("packets", ("a.docx", "b.xlsx", "--role", ROLE, "--raters", "2", "--seed", "7", "--out", "study"))],
    "packets plan": [("plan", ("--half-width", "0.1", "--drafts", "40"))],
    "calibrate": [("calibration", ("ratings.csv", "--draws", "100"))],
    "calibrate gate check": [("gate", ("ratings.csv", "--bars", "bars.json", "--draws", "100"))],
    "calibrate consensus": [("consensus", ("splits.xlsx", "--today", "2026-05-04"))],
    "calibrate cuts": [("cuts", ("ratings.csv", "--cut", "2"))],
    "calibrate scale": [("scale", ("answers.csv",))],
    "audit": [("audit", ("decisions.csv", "--groups", "sex"))],
    "audit log add": [("audit-log", ("audit.log", "--kind", "note", "--who", "Ana", "--at", "2026-05-04"))],
    "audit verify": [("audit-check", ("audit.log",))],
}  # fmt: skip
"""Command to the schemas of what it prints with --json, and what it is given."""
BEFORE: dict[str, tuple[str, ...]] = {
    "rubric": ("rubric", "export", "clarity"),
    "ratings": ("kit", ROLE, "--out", "kit", "--format", "xlsx"),
    "calibrate gate check": ("calibrate", "gate", "set", "--at", "2026-05-04T09:00Z", "--out", "bars.json"),
    "calibrate consensus": ("calibrate", "adjudicate", "ratings.csv", "--out", "splits.xlsx"),
    "audit verify": ("audit", "log", "add", "audit.log", "--kind", "note", "--who", "Ana", "--at", "2026-05-04"),
}
"""Command to the one that makes what it is given."""


def commands() -> dict[str, click.Command]:
    """Every command by its name, those of groups with the name of the group."""
    found: dict[str, click.Command] = {}
    for name, (module, _) in COMMANDS.items():
        command = getattr(import_module(module), name)
        found |= dict(_with_inner(name, command))
    return found


def _with_inner(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """A command that does something itself, and those of a group or behind it."""
    inner = command.commands if isinstance(command, click.Group) else getattr(command, "others", {})
    if not isinstance(command, click.Group):
        yield name, command
    for last, one in inner.items():
        yield from _with_inner(f"{name} {last}", one)


def faults(kind: str, data: Any) -> list[str]:
    return [f"{one.json_path}: {one.message}" for one in Draft202012Validator(schema(kind)).iter_errors(data)]


@pytest.fixture
def there(run, here, catalog, root):
    """A weak draft in two formats, a note, a broken file, a report, an exported rubric, a kit."""
    for name, form in (("a", "docx"), ("b", "xlsx")):
        (here / f"{name}.{form}").write_bytes(make_template(catalog, "sop", format_name=form, example="weak"))
    (here / "note.md").write_text("# SOP\n\nAna signs.\n", encoding="utf-8")
    (here / "broken.docx").write_bytes(b"PK\3\4")
    ratings = "".join(f"D{at},{rater},overall,{(at + len(rater)) % 5}\n" for at in range(6) for rater in ("A", "Bo"))
    (here / "ratings.csv").write_text(f"draft,rater,scale,level\n{ratings}", encoding="utf-8")
    decisions = "".join(
        f"C{at},{('selected', 'not selected')[at % 3 > 0]},{('female', 'male')[at % 2]}\n" for at in range(12)
    )
    (here / "decisions.csv").write_text(f"candidate,decision,sex\n{decisions}", encoding="utf-8")
    (here / "answers.csv").write_text(
        "judge,first,second,better\nAna,D1,D2,D1\nAna,D2,D3,D3\nBo,D1,D3,D3\nBo,D2,D1,D2\nBo,D3,D2,D2\n",
        encoding="utf-8",
    )
    (here / "report.txt").write_bytes(next((root / "tests/market/reports").glob("*.txt")).read_bytes())
    return here


def test_every_command_with_json_is_here():
    with_json = {name for name, one in commands().items() if any("--json" in param.opts for param in one.params)}
    assert with_json == set(PRINTS)


@pytest.mark.parametrize("name", PRINTS)
def test_what_a_command_prints_fits_its_schema(name, run, there):
    if name in BEFORE:
        assert run(*BEFORE[name]).code == 0
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
