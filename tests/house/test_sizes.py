from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

MAX_FILE, MAX_FUNCTION = 400, 50


def modules(root: Path) -> list[Path]:
    """Every module of the package."""
    return sorted((root / "src").rglob("*.py"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and number of lines of every function, decorators left out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.end_lineno - node.lineno + 1


@pytest.fixture(scope="module")
def lengths(root) -> dict[str, int]:
    """Module to its number of lines."""
    return {
        path.relative_to(root).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in modules(root)
    }


def test_every_module_says_what_it_is_for(root):
    assert [
        path.name for path in modules(root) if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ] == []


def test_no_module_is_too_long(lengths):
    assert {name: length for name, length in lengths.items() if length > MAX_FILE} == {}


def test_modules_are_short_in_the_median(lengths):
    assert statistics.median(lengths.values()) <= 120


def test_no_function_is_too_long(root):
    long = {
        f"{path.name}:{name}": length
        for path in modules(root)
        for name, length in functions(path)
        if length > MAX_FUNCTION
    }
    assert long == {}


def test_functions_are_short_in_the_median(root):
    assert statistics.median(length for path in modules(root) for _, length in functions(path)) <= 12
