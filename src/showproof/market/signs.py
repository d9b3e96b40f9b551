"""The signs at the start of a line that make it a heading, an item or a row, whatever file it stands in."""

from __future__ import annotations

import re

from showproof.market.report import MAX_LENGTH, Line

_BULLET = re.compile(
    r"\s*(?:[-*+•‣▪◦●○■□·–—»›✓✔➤►▶\uf0b7\uf0a7\u2043]|o(?=\s{2})|\d{1,2}[.)]|[a-z][.)])\s+(?:\[[ xX]\]\s+)?(?=\S)"
)
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.+?)\s*#*\s*$")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1")
_RULE = re.compile(r"[\s|:+=_*-]*")
_BAR = re.compile(r"(?<!\\)\|")
LEAST_CELLS = 3
"""Cells from which on a line with bars or tabs is a row."""


def marked_line(number: int, raw: str, *, apart: bool = False) -> Line | None:
    """The line without its sign; None for an empty one and for the rule below a header."""
    raw = raw[:MAX_LENGTH]
    if _RULE.fullmatch(raw):
        return None
    cells = _cells(raw)
    if cells:
        return Line(number, " ".join(cells), "row", cells, apart)
    heading = _HEADING.match(raw)
    if heading:
        return Line(number, bare(heading[1]), "heading", apart=apart)
    bullet = _BULLET.match(raw)
    text = bare(raw[bullet.end() :] if bullet else raw)
    return Line(number, text, "item" if bullet else "text", apart=apart) if text else None


def bare(text: str) -> str:
    """Text in one line, without the signs of emphasis."""
    return " ".join(_EMPHASIS.sub(r"\2", text).replace("\u200b", "").split())


def _cells(raw: str) -> tuple[str, ...]:
    """The cells of a row between bars or tabs; none where it is no row."""
    stripped = raw.strip()
    if "|" in stripped:
        parts = _BAR.split(stripped)
        parts = parts[1:] if not parts[0].strip() else parts
        parts = parts[:-1] if parts and not parts[-1].strip() else parts
    else:
        parts = [part for part in stripped.split("\t") if part.strip()]
    found = tuple(bare(part.replace("\\|", "|")) for part in parts)
    return found if len(found) >= LEAST_CELLS else ()
