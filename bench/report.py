"""Tables as plain text, with a mark where a target is met or missed."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PACKAGES = ("showproof", "click", "jinja2", "lxml", "python-docx", "docxtpl", "openpyxl", "XlsxWriter")


def heading(title: str, note: str = "") -> None:
    """A section's title, and what its figures are."""
    print(f"\n{title}\n{'-' * len(title)}", end="\n\n" if not note else f"\n{note}\n\n", flush=True)


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as what they hold: the first to the left, the others to the right."""
    lines = [list(headers), *map(list, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headers))]
    for line in lines:
        cells = (f"{cell:>{width}}" for cell, width in zip(line[1:], widths[1:], strict=True))
        print("  ".join((f"{line[0]:{widths[0]}}", *cells)).rstrip())


def judged(ratio: float, target: float | None) -> tuple[str, str]:
    """The target's column and its mark; empty where there is none."""
    if target is None:
        return "", ""
    return f"<= {target:.1f}", "ok" if ratio <= target else "over"


def ms(seconds: float) -> str:
    """Milliseconds, with more places where they are few."""
    return f"{seconds * 1000:.2f}" if seconds < 0.1 else f"{seconds * 1000:.0f}"


def versions() -> str:
    """Python and the libraries of this run."""
    return ", ".join([f"Python {platform.python_version()}", *(f"{name} {_version(name)}" for name in PACKAGES)])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
