from __future__ import annotations

import re
from pathlib import Path

import differences
import pytest

from showproof.catalog.rubric import Role
from showproof.market.importing import import_report

REGENERATE = "look at `git diff` after: python -m tests.market.differences --write"
ROWS = 15
"""Rows of the three tables together."""


@pytest.fixture(scope="module")
def folder(shared) -> Path:
    found = shared / "reports"
    if not all((found / name).is_file() for name in differences.REPORTS.values()):
        pytest.skip("the reports are not in the shared folder")
    return found


@pytest.fixture(scope="module")
def imported(folder, catalog) -> dict[str, Role]:
    return {role: import_report(folder / name, catalog).role for role, name in differences.REPORTS.items()}


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


@pytest.mark.parametrize("name", differences.REPORTS)
def test_title_segment_track_and_variants_are_those_of_the_shipped_role(imported, catalog, name):
    own, shipped = imported[name], catalog.role(name)
    assert own.id == name
    assert words(own.title) == words(shipped.title)
    assert (own.segment, own.track) == (shipped.segment, shipped.track)
    assert own.variants == shipped.variants


def test_the_three_tables_are_rebuilt_row_by_row(imported, catalog):
    found = [(name, row) for name, role in imported.items() for row in role.rows]
    shipped = [(name, row) for name in imported for row in catalog.role(name).rows]
    assert len(found) == ROWS
    for (name, own), (other, row) in zip(found, shipped, strict=True):
        assert (name, own.id, own.skill, own.good, own.proof, own.line) == (
            other, row.id, row.skill, row.good, row.proof, row.line,
        )  # fmt: skip
        assert (own.essentials, own.supports, own.limits) == (row.essentials, row.supports, row.limits)
        assert own.matched is not None
        assert (own.matched.row, own.matched.share) == (f"{name}/{row.id}", 1.0)


@pytest.mark.parametrize("name", differences.REPORTS)
def test_stages_have_the_titles_and_lines_of_the_shipped_role(imported, catalog, name):
    assert [(stage.title, stage.line) for stage in imported[name].stages] == [
        (stage.title, stage.line) for stage in catalog.role(name).stages
    ]


@pytest.mark.parametrize("name", differences.REPORTS)
def test_what_both_files_have_of_a_list_stands_on_the_same_lines(imported, catalog, name):
    for group in ("scenarios", "signals", "outcomes", "plan"):
        shipped = {one.line for one in getattr(catalog.role(name), group)}
        assert not shipped or {one.line for one in getattr(imported[name], group)} <= shipped, group
    sections = {one.line for one in catalog.role(name).sections}
    assert not sections or {one.line for one in imported[name].sections} <= sections


@pytest.mark.parametrize(("name", "report"), differences.REPORTS.items())
def test_every_line_of_the_lists_of_work_samples_is_found(imported, folder, name, report):
    listed, inside = set(), False
    for number, line in enumerate((folder / report).read_text(encoding="utf-8").splitlines(), start=1):
        item = re.match(r"\s*[-•] ", line)
        if line.strip() and not item:
            inside = line.startswith("Portfolio") or (inside and line.rstrip()[-1] in ".:")
        elif item and inside:
            listed.add(number)
    assert len(listed) == 13
    assert listed <= {one.line for one in imported[name].named}


def test_the_differences_are_the_ones_that_were_looked_at(folder, catalog):
    assert differences.listing(catalog) == differences.KEPT.read_text(encoding="utf-8"), REGENERATE
