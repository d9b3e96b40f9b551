from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from showproof.catalog.marks import read_yaml

REPORTS = {
    "finops-analyst": "finops-analyst-anomaly-response-fintech.txt",
    "operations-manager": "operations-manager-operational-metrics-fintech.txt",
    "production-support-analyst": "production-support-analyst-fintech.txt",
}
NAMES = ("variants", "workflows", "metrics", "constraints", "stakeholders", "teams")
SHINGLE = 8


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:['’/-][a-z0-9]+)*", text.lower())


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for one in data:
            yield from _texts(one)
    elif isinstance(data, str):
        yield data


@pytest.fixture(scope="module")
def reports(shared) -> dict[str, list[str]]:
    """Role to the lines of its report."""
    found = {}
    for role, name in REPORTS.items():
        path: Path = shared / "reports" / name
        if not path.is_file():
            pytest.skip(f"the report of {role} is not in the shared folder")
        found[role] = path.read_text(encoding="utf-8").splitlines()
    return found


def test_every_row_names_the_line_of_the_report_that_it_stands_on(catalog, reports):
    for name in catalog.role_ids:
        for row in catalog.role(name).rows:
            cells = re.sub(r"\s*\|\s*", "", reports[name][row.line - 1]).strip()
            assert cells == row.skill + row.good + row.proof, f"{name}.{row.id}"


def test_every_stage_names_the_line_of_the_report_that_it_stands_on(catalog, reports):
    for name in catalog.role_ids:
        for stage in catalog.role(name).stages:
            line = re.sub(r"^\W+", "", reports[name][stage.line - 1])
            assert line.startswith(f"{stage.title} — "), f"{name}.{stage.id}"


def test_what_a_role_offers_stands_in_its_report(catalog, reports):
    for name in catalog.role_ids:
        text = " ".join(reports[name]).lower()
        role = catalog.role(name)
        for group in ("workflows", "metrics", "constraints"):
            missing = [one for one in getattr(role, group) if one.lower() not in text]
            assert missing == [], f"{name}: {group}"


def test_no_text_is_a_sentence_of_a_report(root, catalog, reports):
    said = set().union(*(_shingles(line) for lines in reports.values() for line in lines))
    roles = [catalog.role(name) for name in catalog.role_ids]
    cells = [text for role in roles for row in role.rows for text in (row.skill, row.good, row.proof)]
    names = [text for role in roles for group in NAMES for text in getattr(role, group)]
    names += [stage.title for role in roles for stage in role.stages]
    free = set().union(*map(_shingles, (*cells, *names)))
    copied = []
    for path in (*root.glob("templates/**/*.yaml"), *root.glob("rubrics/**/*.yaml")):
        for text in _texts(read_yaml(path).data):
            copied += [f"{path.name}: {' '.join(one)}" for one in (_shingles(text) & said) - free]
    assert copied == []
