"""docs/reports-served.md is full and fresh: the lines are found in the reports, not in a list written by hand."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
import served
from click.testing import CliRunner

from showproof.catalog.rubric import Role
from showproof.cli.main import COMMANDS, cli

TEXTS = ("say", "ask", "title", "skill")
"""The field of an entry that stands on a paper."""

MOST_SILENT = 10
"""Single lines of one report that may ask for nothing, beside the sections on its method and sources."""


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    found = served.report_texts()
    if not found:
        pytest.skip("the reports are not beside the project")
    return found


@pytest.fixture(scope="module")
def roles(catalog) -> list[Role]:
    return [catalog.role(name) for name in served.REPORTS]


def without_one(role: Role) -> Iterator[tuple[str, Role]]:
    """The role with each of its entries left out in turn."""
    for group in served.KIT:
        entries = getattr(role, group)
        for at, entry in enumerate(entries):
            yield f"{role.id}: {group} {entry}", replace(role, **{group: (*entries[:at], *entries[at + 1 :])})


def test_every_line_of_the_reports_is_served_or_named_as_silent(roles, texts):
    assert {role.id: served.unserved(role, texts[role.id]) for role in roles} == {role.id: [] for role in roles}


def test_the_page_is_what_the_reports_and_roles_give(roles, texts):
    assert served.PAGE.read_text(encoding="utf-8") == served.page(roles, texts), "run python -m tests.house.served"


def test_the_page_has_no_empty_cell():
    rows = [line for line in served.PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    assert len(rows) > 400
    assert [row for row in rows if any(not cell.strip() for cell in row.strip("|").split("|"))] == []


def test_the_page_quotes_four_words_of_a_line_at_most(roles, texts):
    for role in roles:
        _, lines = served.read_lines(texts[role.id])
        assert [one for one in lines if len(one.begins.split()) > 4] == []


def test_a_dropped_entry_is_missed(roles, texts):
    for role in roles:
        whole = list(served.table(role, texts[role.id]))
        kept = [name for name, less in without_one(role) if list(served.table(less, texts[role.id])) == whole]
        assert kept == []


def test_a_list_that_is_dropped_leaves_lines_unserved(roles, texts):
    for role in roles:
        for group in set(served.KIT) - {"rows", "named"}:
            less = replace(role, **{group: (), "named": ()})
            assert served.unserved(less, texts[role.id]) != [], f"{role.id}: {group}"


def test_a_line_that_a_report_gains_is_found(roles, texts):
    for role in roles:
        lines = texts[role.id].splitlines()
        end_of_answers = lines.index("Sources & Further Reading")
        lines.insert(end_of_answers, "- Bring a thing that nobody has thought of.")
        assert end_of_answers + 1 in served.unserved(role, "\n".join(lines))


def test_silent_lines_stand_in_their_section_and_are_served_nowhere(roles, texts):
    for role in roles:
        headings, lines = served.read_lines(texts[role.id])
        section = {one.number: one.section for one in lines}
        found = served.places(role, lines)
        quiet = served.silent(role.id)
        named = [number for one in quiet for number in one.lines]
        assert len(named) == len(set(named)) <= MOST_SILENT
        for one in quiet:
            assert [number for number in one.lines if section.get(number) != one.section] == [], one.section
            assert [number for number in one.lines if number in found] == [], one.section
            if not one.lines:
                assert [number for number in found if section[number] == one.section] == [], one.section
        assert any(one.section in headings.values() for one in quiet if not one.lines)


def test_the_headings_that_are_found_are_the_sections_of_the_role(roles, texts):
    for role in roles:
        headings, _ = served.read_lines(texts[role.id])
        assert headings == {one.line: one.title for one in role.sections}


@pytest.mark.parametrize("role", list(served.REPORTS))
def test_every_line_that_is_not_a_heading_is_read(role, texts):
    headings, lines = served.read_lines(texts[role])
    read = {one.number for one in lines} | set(headings)
    left = [said for at, said in enumerate(texts[role].splitlines(), 1) if said.strip() and at not in read]
    before = texts[role].splitlines().index(served.FIRST)
    title = [said for said in texts[role].splitlines()[:before] if said.strip()]
    assert [said for said in left if not re.match(r"\|?\s*Skill / Signal|\|[-|]+$", said)] == title


def said_in(path: Path) -> str:
    """The text of a document, blanks between its paragraphs."""
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml").decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", "", body.replace("</w:p>", " "))).split())


@pytest.mark.skipif("kit" not in COMMANDS, reason="the papers of a role are not made yet")
@pytest.mark.parametrize("role", list(served.REPORTS))
def test_every_entry_stands_on_the_papers_that_the_page_names(role, catalog, tmp_path):
    made = CliRunner().invoke(cli, ["kit", role, "--format", "docx", "--out", str(tmp_path)])
    assert made.exit_code == 0, made.output
    known = catalog.role(role)
    for paper in (served.SHEET, served.INTERVIEW):
        (path,) = (one for one in tmp_path.rglob("*.docx") if paper.split()[0] in one.name)
        text = said_in(path)
        for group in (name for name, papers in served.KIT.items() if paper in papers):
            told = [next(filter(None, (getattr(one, name, "") for name in TEXTS))) for one in getattr(known, group)]
            assert [one for one in told if " ".join(one.split()) not in text] == [], f"{paper}: {group}"


BULLETS = """A report
Executive Summary
- Bring a page.
Skills table
| Skill / Signal | Good |
|---|---|
| Cause | Finds it |
Hiring Loop
It is short. It is fair.
"""
RUN_TOGETHER = """A report

Executive Summary

  • Bring a page.

Skills table

Skill / SignalGood
CauseFinds it

Hiring Loop

It is short. It is fair.
"""


@pytest.mark.parametrize("text", [BULLETS, RUN_TOGETHER])
def test_both_layouts_of_a_report_are_read_alike(text):
    headings, lines = served.read_lines(text)
    assert list(headings.values()) == ["Executive Summary", "Skills table", "Hiring Loop"]
    assert [one.section for one in lines] == list(headings.values())
    assert [one.begins for one in lines] == ["Bring a page.", lines[1].begins, "It is short. It"]
    assert lines[1].begins in ("Cause Finds it", "CauseFinds it")
