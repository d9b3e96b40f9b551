"""Lines of a text or Markdown file, each under the number that an editor shows."""

from __future__ import annotations

import re

from showproof.market.report import Line
from showproof.market.signs import marked_line

LEAST_WRAPPED = 50
"""Characters of a line from which on the next one may be the rest of it."""
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{3,})\s*")


def plain_lines(text: str) -> list[Line]:
    """The lines that say something; a line that was wrapped is one with the line where it began."""
    found: list[Line] = []
    apart, before = True, ""
    for number, raw in enumerate(text.split("\n"), start=1):
        if not raw.strip():
            apart, before = True, ""
            continue
        if _UNDERLINE.fullmatch(raw) and not apart and found and found[-1].kind == "text":
            found[-1] = found[-1]._replace(kind="heading")
            continue
        line = marked_line(number, raw, apart=apart)
        if line is None:
            continue
        if not apart and _goes_on(found[-1], before, raw, line):
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {line.text}")
        else:
            found.append(line)
        apart, before = False, raw
    return found


def _goes_on(above: Line, before: str, raw: str, line: Line) -> bool:
    """Whether a line is the rest of the one above it: small letters after a long line, or set in under an item."""
    if line.kind != "text" or above.kind not in ("text", "item") or len(above.text) > 2_000:
        return False
    if above.kind == "item" and _indent(raw) >= _indent(before) + 2:
        return True
    return len(before) >= LEAST_WRAPPED and line.text[0].islower() and above.text[-1] not in ".!?:;"


def _indent(raw: str) -> int:
    return len(raw) - len(raw.lstrip())
