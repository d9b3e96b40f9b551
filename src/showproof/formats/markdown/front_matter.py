"""The block of "key: value" lines between two rules that opens many Markdown pages."""

from __future__ import annotations

import re

MAX_LINES = 200

_KEY = re.compile(r"([A-Za-z][\w .-]{0,60}?)\s*:(?:\s+(.*))?$")
_CONTINUED = re.compile(r"\s|-\s|#|$")


def take_front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """The keys with their one-line values, and how many lines the block takes; ({}, 0) where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return {}, 0
    properties: dict[str, str] = {}
    for place, line in enumerate(lines[1:MAX_LINES], start=1):
        if line.rstrip() in ("---", "..."):
            return (properties, place + 1) if properties else ({}, 0)
        key = _KEY.match(line)
        if key and key[2]:
            properties[key[1]] = key[2].strip().strip("\"'")
        elif not key and not _CONTINUED.match(line):
            return {}, 0
    return {}, 0
