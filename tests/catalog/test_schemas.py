from __future__ import annotations

import pytest
from core_yaml import read_core
from jsonschema import Draft202012Validator

from showproof.api import schema
from showproof.errors import UserError
from showproof.listing import schemas

FILES = {
    "answers": ["templates/*/strong.yaml", "templates/*/weak.yaml"],
    "artifact": ["templates/*/artifact.yaml"],
    "bundles": ["templates/bundles.yaml"],
    "criterion": ["rubrics/criteria/*.yaml"],
    "examples": ["rubrics/pages/flags.yaml", "rubrics/pages/criteria/*.yaml", "rubrics/pages/roles/*.yaml"],
    "facets": ["rubrics/facets.yaml"],
    "flags": ["rubrics/flags.yaml"],
    "head": ["templates/head.yaml"],
    "kind": ["rubrics/pages/kinds/*.yaml"],
    "lexicon": ["rubrics/lexicon.yaml"],
    "overall": ["rubrics/overall.yaml"],
    "report": ["rubrics/report/sections.yaml"],
    "role": ["rubrics/roles/*.yaml"],
    "row": ["rubrics/report/usual-row.yaml"],
}
OUTPUTS = (
    "annotated", "audit", "audit-check", "audit-log", "audit-pack", "bars", "blind", "calibration", "cohort",
    "comparison", "consensus", "cuts", "derivation", "gate", "import", "kit", "listing", "packets", "pictures", "plan",
    "portfolio", "ratings", "rubric-import", "rule", "scale", "scorecards",
)  # fmt: skip


def test_there_is_a_schema_for_every_kind_of_file():
    assert sorted(schemas()) == sorted([*FILES, *OUTPUTS])


@pytest.mark.parametrize("kind", [*FILES, *OUTPUTS])
def test_every_schema_is_a_schema(kind):
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", FILES)
def test_the_shipped_files_are_valid_as_an_editor_reads_them(root, kind):
    check = Draft202012Validator(schema(kind))
    files = [path for pattern in FILES[kind] for path in sorted(root.glob(pattern))]
    assert files
    found = [
        f"{path.name}: {error.json_path}: {error.message}"
        for path in files
        for error in check.iter_errors(read_core(path))
    ]
    assert found == []


def test_every_shipped_yaml_file_has_a_schema(root):
    known = {path for patterns in FILES.values() for pattern in patterns for path in root.glob(pattern)}
    every = {path for folder in ("templates", "rubrics") for path in (root / folder).rglob("*.yaml")}
    assert {path.name for path in every - known} == {"shapes.yaml"}


def test_a_schema_refuses_what_loading_refuses(root):
    check = Draft202012Validator(schema("artifact"))
    data = read_core(root / "templates/sop/artifact.yaml")
    assert check.is_valid(data)
    assert not check.is_valid({**data, "sumary": "x"})
    assert not check.is_valid({name: value for name, value in data.items() if name != "title"})
    assert not check.is_valid({**data, "formats": ["pdf"]})


def test_a_schema_says_what_each_key_means():
    fields = schema("artifact")["$defs"]["Field"]["properties"]
    assert all(one.get("description") for name, one in fields.items())


def test_an_unknown_schema_names_those_that_there_are():
    with pytest.raises(UserError) as caught:
        schema("artefact")
    assert str(caught.value) == (
        'unknown schema "artefact"; allowed: annotated, answers, artifact, audit, audit-check, audit-log, audit-pack, '
        "bars, blind, bundles, calibration, cohort, comparison, consensus, criterion, cuts, derivation, examples, "
        "facets, flags, gate, head, import, kind, kit, lexicon, listing, overall, packets, pictures, plan, portfolio, "
        "ratings, report, role, row, rubric-import, rule, scale, scorecards"
    )
