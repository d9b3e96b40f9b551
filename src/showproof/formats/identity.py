"""How an answer's place is named in a file: as a control's tag, and as a bookmark or defined name."""

from __future__ import annotations

import re


def tag(part: str, field: str, row: int = 0) -> str:
    """The name of an answer's place: `part.field`, or `part.3.column` in row 3 of the part's table (from 1)."""
    return f"{part}.{row}.{field}" if row else f"{part}.{field}"


def mark(tag_name: str) -> str:
    """The same place as a bookmark or defined name: letters, digits and underscores, at most 40 characters."""
    return "sp_" + re.sub(r"[^A-Za-z0-9]", "_", tag_name)
