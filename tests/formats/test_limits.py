"""Every limit has its reason, stands in docs/limits.md, and moves by option only."""

from __future__ import annotations

import ast
import inspect
import itertools
from dataclasses import FrozenInstanceError, fields, replace
from pathlib import Path

import pytest

from showproof.errors import UserError
from showproof.formats import limits as module
from showproof.formats.limits import MB, USUAL, Limits, in_units, limits_said

NAMES = ", ".join(field.name for field in fields(Limits))


def reasons() -> dict[str, str]:
    """Name of each limit to the sentence under it."""
    body = ast.parse(inspect.getsource(Limits)).body[0].body  # type: ignore[attr-defined]
    return {
        entry.target.id: after.value.value.replace("\n", " ")
        for entry, after in itertools.pairwise(body)
        if isinstance(entry, ast.AnnAssign) and isinstance(after, ast.Expr)
    }


def usual(name: str) -> str:
    value = getattr(USUAL, name)
    return in_units(value) if name in module._BYTES else f"{value:,}"


def test_every_limit_has_its_reason() -> None:
    assert list(reasons()) == [field.name for field in fields(Limits)]
    assert {name for name, reason in reasons().items() if reason.startswith("Bytes")} == set(module._BYTES)


def test_the_page_lists_every_limit_as_the_code_has_it(root: Path) -> None:
    page = (root / "docs" / "limits.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert rows == [f"| `{name}` | {usual(name)} | {reason} |" for name, reason in reasons().items()]


def test_limits_do_not_change_once_made() -> None:
    with pytest.raises(FrozenInstanceError):
        USUAL.file = 1  # type: ignore[misc]


def test_what_is_said_is_set_and_the_rest_stays() -> None:
    assert limits_said([]) == USUAL
    assert limits_said(["file=50MB", "entries=5000", "grace=7 kb"]) == replace(
        USUAL, file=50 * MB, entries=5000, grace=7 * 1024
    )
    assert limits_said(["file=1", "file=2"]).file == 2


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("files=1", f'--limit: found "files"; allowed: {NAMES}; say NAME=VALUE'),
        ("=1", f'--limit: found ""; allowed: {NAMES}; say NAME=VALUE'),
        ("file", '--limit file: found ""; allowed: bytes, or a number with KB or MB; change the value'),
        ("file=5GB", '--limit file: found "5GB"; allowed: bytes, or a number with KB or MB; change the value'),
        ("file=-5", '--limit file: found "-5"; allowed: bytes, or a number with KB or MB; change the value'),
        ("entries=5MB", '--limit entries: found "5MB"; allowed: a whole number from 1; change the value'),
        ("ratio=0", '--limit ratio: found "0"; allowed: a whole number from 1; change the value'),
        ("ratio=٣", '--limit ratio: found "٣"; allowed: a whole number from 1; change the value'),
        ("ratio=1e3", '--limit ratio: found "1e3"; allowed: a whole number from 1; change the value'),
    ],
)
def test_other_words_are_refused_in_one_line(said: str, line: str) -> None:
    with pytest.raises(UserError) as refused:
        limits_said([said])
    assert str(refused.value) == line
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    ("size", "shown"),
    [(12, "12 bytes"), (1024, "1 KB"), (100 * 1024, "100 KB"), (20 * MB, "20 MB"), (20 * MB + MB // 2, "20.5 MB")],
)
def test_sizes_are_said_as_people_say_them(size: int, shown: str) -> None:
    assert in_units(size) == shown
