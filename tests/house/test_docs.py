from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docs
import pytest

from showproof import __version__
from showproof.cli.main import COMMANDS


@pytest.fixture
def project(tmp_path) -> Path:
    """A small project whose pages hold."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "CHANGELOG.md").write_text(f"# Changes\n\n## {__version__} (2026-03-04)\n\nFirst.\n", encoding="utf-8")
    (tmp_path / "docs" / "use.md").write_text("# How to use it\n\nBack to [home](../README.md).\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("# Home\n\n[use](docs/use.md#how-to-use-it)\n", encoding="utf-8")
    return tmp_path


def faults(root: Path) -> list[str]:
    return [
        *docs.broken_links(root),
        *docs.broken_commands(root),
        *docs.broken_imports(root),
        *docs.missing_changes(root),
    ]


def readme(project: Path, text: str) -> list[str]:
    (project / "README.md").write_text(text, encoding="utf-8")
    return faults(project)


def test_pages_that_hold_have_no_fault(project):
    assert faults(project) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "[a](nowhere.md)",
            "README.md:1: the link to nowhere.md leads nowhere; allowed: a file of the project; mend it",
        ),
        ("\n![a](x/y.png)", "README.md:2: the link to x/y.png leads nowhere; allowed: a file of the project; mend it"),
        ("[a](docs/use.md#nope)", "README.md:1: no heading for #nope; allowed: a heading of use.md; mend it"),
        ("[a](#nope)", "README.md:1: no heading for #nope; allowed: a heading of README.md; mend it"),
    ],
)
def test_a_link_that_leads_nowhere_is_a_fault(project, text, line):
    assert readme(project, text) == [line]


@pytest.mark.parametrize(
    "text", ["[a](https://example.org/x)", "[a](mailto:a@example.org)", "`[a](nowhere.md)`", "```\n[a](no.md)\n```"]
)
def test_links_elsewhere_and_in_code_are_left_alone(project, text):
    assert readme(project, text) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("showproof scoer a.docx", "no such command scoer"),
        ("showproof new sop --fromat xlsx", "No such option '--fromat'."),
        ("showproof new sop --format pdf", "'pdf' is not one of 'docx', 'xlsx'."),
        ("showproof score a.docx --fail-under 7", "7 is not in the range 0<=x<=4."),
        ("showproof kit", "Missing argument"),
        ("showproof completion bash zsh", "does not take zsh"),
        ("showproof --nope", "no such option"),
        ('showproof new sop --workflow "open', "no closing quotation"),
    ],
)
def test_a_command_line_that_would_be_refused_is_a_fault(project, line, fault):
    found = readme(project, f"```sh\n$ {line}\n```\n")
    assert len(found) == 1
    assert found[0].startswith(f"README.md:2: {line}: ")
    assert fault in found[0]


@pytest.mark.parametrize(
    "block",
    [
        "showproof",
        "showproof --help",
        "showproof score --help",
        "showproof score drafts/ --json > cards.json",
        "showproof catalog artifacts | head -3  # all of them",
        'showproof new sop \\\n  --workflow "vendor transition" \\\n  --rows 3',
        "wrote sop.docx\nshowproof's own words",
        "pip install showproof",
    ],
)
def test_a_command_line_that_works_is_no_fault(project, block):
    assert readme(project, f"```sh\n{block}\n```\n") == []


def test_an_example_that_imports_what_there_is_not_is_a_fault(project):
    block = "```python\nfrom showproof.rules.base import Case, topical\nfrom showproof.outputs.as_csv import x\n```\n"
    assert readme(project, block) == [
        "README.md:2: showproof.rules.base has no topical; allowed: a name of it; mend it"
    ]


def test_blocks_of_other_languages_are_left_alone(project):
    assert readme(project, "```python\nshowproof nope\n```\n\n```text\nshowproof nope\n```\n") == []


def test_a_version_without_changes_is_a_fault(project):
    (project / "CHANGELOG.md").write_text("# Changes\n\n## 0.0.1\n", encoding="utf-8")
    assert faults(project) == [
        f"CHANGELOG.md: no heading for {__version__}; allowed: one entry for each version; write it"
    ]


def test_the_pages_of_this_project_hold(root):
    ended = subprocess.run(
        [sys.executable, "-m", "tests.house.docs"], cwd=root, capture_output=True, text=True, check=False, timeout=60
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_shown_in_the_readme_or_the_docs(root, name):
    shown = [path for path in docs.manuals(root) if path.name != "CHANGELOG.md"]
    assert any(f"showproof {name}" in path.read_text(encoding="utf-8") for path in shown)
