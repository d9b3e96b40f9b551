from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from showproof.catalog.loop import Question, Told
from showproof.catalog.marks import read_yaml
from showproof.catalog.rubric import Role

REPORTS = {
    "finops-analyst": "finops-analyst-anomaly-response-fintech.txt",
    "operations-manager": "operations-manager-operational-metrics-fintech.txt",
    "production-support-analyst": "production-support-analyst-fintech.txt",
}
NAMES = ("variants", "workflows", "metrics", "constraints", "stakeholders", "teams")
SHINGLE = 8
TOLD = (
    "scenarios", "signals", "triggers", "weeks", "outcomes", "preparation", "plan", "advice", "improvements",
)  # fmt: skip
LOOP_SHINGLE = 6
SHARED = 0.5
"""Share of a sentence's words of four letters and more that may stand in the line that it serves."""


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:['’/-][a-z0-9]+)*", text.lower())


def _shingles(text: str, length: int = SHINGLE) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def _long(text: str) -> set[str]:
    return {word for word in _words(text) if len(word) > 3}


def _told(role: Role) -> Iterator[tuple[Told | Question, str]]:
    """Every entry that is a sentence of its own, with that sentence."""
    for group in TOLD:
        for entry in getattr(role, group):
            yield entry, entry.say
    for question in role.questions:
        yield question, question.ask


def _loop_texts(role: Role) -> Iterator[str]:
    yield from (text for _, text in _told(role))
    yield from (one.asked for one in role.named)
    yield from (text for row in role.rows for text in row.anchors)
    for stage in role.stages:
        yield from (stage.how, stage.aim, *stage.prompts, *stage.whys, *stage.red_flags)


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


def test_every_section_is_a_heading_of_the_report_in_its_order(catalog, reports):
    for name in catalog.role_ids:
        sections = catalog.role(name).sections
        assert [one.title for one in sections] == [reports[name][one.line - 1].strip() for one in sections]
        assert [one.line for one in sections] == sorted({one.line for one in sections})
        assert catalog.role(name).source in map(str.strip, reports[name][:5])


def test_no_text_of_a_loop_has_a_run_of_words_of_a_report(catalog, reports):
    said = set().union(*(_shingles(line, LOOP_SHINGLE) for lines in reports.values() for line in lines))
    copied = []
    for name in catalog.role_ids:
        role = catalog.role(name)
        facts = (*role.workflows, *role.constraints, *(stage.title for stage in role.stages))
        free = set().union(*(_shingles(text, LOOP_SHINGLE) for text in facts))
        for text in _loop_texts(role):
            copied += [f"{name}: {' '.join(one)}" for one in (_shingles(text, LOOP_SHINGLE) & said) - free]
    assert copied == []


def test_no_sentence_of_a_loop_is_its_line_of_the_report_with_words_swapped(catalog, reports):
    swapped = []
    for name in catalog.role_ids:
        role = catalog.role(name)
        for entry, text in _told(role):
            ours = _long(text)
            for line in (entry.line, *entry.also):
                shared = ours & _long(reports[name][line - 1])
                if len(shared) > SHARED * len(ours):
                    swapped.append(f"{name}.{entry.id}, line {line}: {', '.join(sorted(shared))}")
    assert swapped == []


def test_no_text_is_a_sentence_of_a_report(root, catalog, reports):
    said = set().union(*(_shingles(line) for lines in reports.values() for line in lines))
    roles = [catalog.role(name) for name in catalog.role_ids]
    cells = [text for role in roles for row in role.rows for text in (row.skill, row.good, row.proof)]
    names = [text for role in roles for group in NAMES for text in getattr(role, group)]
    names += [one.title for role in roles for one in (*role.stages, *role.sections)]
    names += [role.source for role in roles]
    free = set().union(*map(_shingles, (*cells, *names)))
    copied = []
    for path in (*root.glob("templates/**/*.yaml"), *root.glob("rubrics/**/*.yaml")):
        for text in _texts(read_yaml(path).data):
            copied += [f"{path.name}: {' '.join(one)}" for one in (_shingles(text) & said) - free]
    assert copied == []
