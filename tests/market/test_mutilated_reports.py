from __future__ import annotations

from pathlib import Path

import market_reports as reports
import pytest

from showproof.catalog.rubric import Role
from showproof.market.imported import ImportedRole
from showproof.market.importing import import_report

LISTS = (
    "scenarios", "signals", "triggers", "weeks", "outcomes", "preparation", "plan", "advice", "improvements",
)  # fmt: skip
NAMES = ("title", "segment", "track", "variants", "source")


def cells(role: Role) -> list[tuple[str, str, str]]:
    return [(row.skill, row.good, row.proof) for row in role.rows]


def said(role: Role, group: str) -> list[str]:
    return sorted(one.say for one in getattr(role, group))


@pytest.fixture(scope="module", params=sorted(reports.REPORTS))
def name(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def whole(name, catalog) -> Role:
    return import_report(reports.REPORTS[name], catalog).role


@pytest.fixture
def imported(tmp_path, catalog):
    def go(text: str | bytes, file: str = "report.txt") -> ImportedRole:
        path: Path = tmp_path / file
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return import_report(path, catalog)

    return go


def assert_same(found: Role, whole: Role) -> None:
    assert cells(found) == cells(whole)
    for one in NAMES:
        assert getattr(found, one) == getattr(whole, one), one
    for group in LISTS:
        assert said(found, group) == said(whole, group), group
    assert [(one.title, one.how) for one in found.stages] == [(one.title, one.how) for one in whole.stages]
    assert sorted((one.about, one.ask) for one in found.questions) == sorted(
        (one.about, one.ask) for one in whole.questions
    )
    assert sorted((one.artifact, one.asked) for one in found.named) == sorted(
        (one.artifact, one.asked) for one in whole.named
    )


def test_a_report_is_read_whole(name, whole):
    assert len(whole.rows) in (5, 6)
    assert all(getattr(whole, group) for group in (*LISTS, "stages", "questions", "named", "workflows", "constraints"))
    assert all(row.good and row.proof for row in whole.rows)


def test_every_line_is_that_of_the_file(name, whole):
    lines = reports.lines_of(name)
    for group in (*LISTS[:7], "improvements"):
        for one in getattr(whole, group):
            assert reports.bare(lines[one.line - 1]) == one.say
    for stage in whole.stages:
        assert reports.bare(lines[stage.line - 1]).startswith(stage.title)
    for row in whole.rows:
        assert "".join(cell.strip() for cell in lines[row.line - 1].split("|")) == row.skill + row.good + row.proof
    for heading in whole.sections:
        assert lines[heading.line - 1].strip(" :") == heading.title


def test_what_was_removed_is_said_and_the_rest_is_there(name, whole, imported):
    found = imported(reports.without_sections(reports.lines_of(name)))
    assert cells(found.role) == cells(whole)
    assert (found.role.stages, found.role.triggers, found.role.preparation) == ((), (), ())
    for group in ("scenarios", "signals", "plan", "improvements"):
        assert said(found.role, group) == said(whole, group)
    assert {line.partition(":")[0] for line in found.missing} >= {
        "no section that lists the stages of the hiring loop",
        "no section that lists what gets a candidate rejected",
        "no section that lists what to prepare",
    }


def test_the_order_of_the_sections_does_not_matter(name, whole, imported):
    assert_same(imported(reports.turned_round(reports.lines_of(name))).role, whole)


@pytest.mark.parametrize("change", ["other bullets", "cells run together"])
def test_bullets_and_cells_run_together_do_not_matter(name, whole, imported, change):
    found = imported(reports.MUTILATED[change](reports.lines_of(name)))
    assert_same(found.role, whole)
    assert found.unsure == ()


@pytest.mark.parametrize("ending", ["html", "docx", "md"])
def test_copies_in_other_files_give_the_same_role(name, whole, imported, ending):
    make = {"html": reports.as_page, "docx": reports.as_document, "md": reports.as_markdown}[ending]
    found = imported(make(reports.lines_of(name), cells(whole)), f"report.{ending}")
    assert_same(found.role, whole)
    assert found.counted == ("line" if ending == "md" else "block")
    said_so = "lines are counted in blocks of the document, from its top" in found.notes
    assert said_so == (ending != "md")


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_lines_pasted_into_other_files_give_the_same_role(name, whole, imported, ending):
    make = {"html": reports.as_plain_page, "docx": reports.as_plain_document}[ending]
    assert_same(imported(make(reports.lines_of(name)), f"report.{ending}").role, whole)
