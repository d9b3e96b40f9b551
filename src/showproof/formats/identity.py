"""How a file and the places of its answers are named, so that both are known again when a person hands it in."""

from __future__ import annotations

import re

ARTIFACT, VERSION, ROLE, CONTEXT = "showproof.artifact", "showproof.version", "showproof.role", "showproof.context"
"""Custom document properties that say what a file was made from; the context is JSON with sorted keys."""

BUNDLE = "showproof.bundle"
"""Custom document property of a file that was made with others: the id of their bundle."""

EXAMPLE = "showproof.example"
"""Custom document property of an example: `strong` or `weak`."""


def tag(part: str, field: str, row: int = 0) -> str:
    """The name of an answer's place: `part.field`, or `part.3.column` in row 3 of the part's table (from 1)."""
    return f"{part}.{row}.{field}" if row else f"{part}.{field}"


def mark(tag_name: str) -> str:
    """The same place as a bookmark or defined name: letters, digits and underscores.

    The catalogue keeps ids so short that it has at most 40 characters, as Word demands.
    """
    return "sp_" + re.sub(r"[^A-Za-z0-9]", "_", tag_name)
