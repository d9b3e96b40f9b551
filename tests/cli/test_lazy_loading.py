from __future__ import annotations

import subprocess
import sys

import pytest

WATCHED = (
    "yaml", "lxml", "pydantic", "jinja2", "rapidfuzz", "docx", "openpyxl", "markdown_it", "numpy", "showproof.api",
)  # fmt: skip
SHOW = (
    "import sys\n"
    "from showproof.cli.main import main\n"
    "try:\n"
    "    main(sys.argv[1:])\n"
    "except SystemExit as end:\n"
    f"    print(end.code, *(name for name in {WATCHED!r} if name in sys.modules), file=sys.stderr)\n"
)


@pytest.fixture(scope="module")
def warm(catalog, scorer, worked, blank) -> None:
    """Everything that a run needs of the catalogue is compiled, in the cache folder that runs inherit."""
    for name in catalog.role_ids:
        catalog.role(name)
    for name in ("sop", "decision-log", "measurement-definition-note"):
        for quality in ("strong", "weak"):
            catalog.answers(name, quality)
    for whole in (catalog.head, catalog.facets, catalog.lexicon, catalog.flags, catalog.screen, catalog.criteria):
        assert whole
    assert catalog.summaries
    assert catalog.marks


def loaded(*args: str) -> set[str]:
    """The watched modules that a run of the command line left loaded."""
    ended = subprocess.run(
        [sys.executable, "-c", SHOW, *args], capture_output=True, text=True, check=True, timeout=60, encoding="utf-8"
    )
    code, *names = ended.stderr.splitlines()[-1].split()
    assert code == "0", ended.stderr
    return set(names)


@pytest.mark.parametrize(
    "typed",
    ["--help", "--version", "score --help", "completion bash", "audit --help", "audit log add --help",
     "audit pack --help"],
)  # fmt: skip
def test_help_loads_nothing_that_it_does_not_need(here, typed):
    assert loaded(*typed.split()) == set()


def test_making_a_template_loads_neither_readers_nor_checkers(here, warm):
    assert loaded("new", "sop") <= {"showproof.api", "jinja2"}
    assert loaded("new", "measurement-definition-note", "--example") <= {"showproof.api", "jinja2"}


@pytest.mark.parametrize("name", ["mine.docx", "blank.xlsx", "free.md"])
def test_scoring_loads_neither_checkers_nor_office_libraries(here, warm, worked, blank, name):
    (here / "mine.docx").write_bytes(worked)
    (here / "blank.xlsx").write_bytes(blank)
    (here / "free.md").write_text("# Decision log\n\nMaya decided on 4 March 2026.\n", encoding="utf-8")
    assert not loaded("score", name) & {"yaml", "pydantic", "docx", "openpyxl", "numpy"}
