"""No kind of hostile input goes untried."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
from rows import ROWS

TRIED = [(kind, module, test) for kind, modules in ROWS.items() for module, tests in modules.items() for test in tests]


@pytest.mark.parametrize(("kind", "module", "test"), TRIED, ids=[f"{kind[:24]}: {test[5:]}" for kind, _, test in TRIED])
def test_every_kind_has_the_tests_that_are_listed(kind: str, module: str, test: str) -> None:
    assert callable(getattr(import_module(module), test, None))


def test_every_row_of_the_table_is_listed(shared: Path) -> None:
    note = shared / "reliability.md"
    if not note.is_file():
        pytest.skip("the note with the table is not beside the project")
    table = note.read_text(encoding="utf-8").split("## 3.", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\|([^|]+)\|.*\|$", table, re.MULTILINE)
    assert rows[2:] == list(ROWS)
