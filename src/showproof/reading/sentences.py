"""Sentences of a paragraph with their exact offsets."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…;\n](?:(?<=[.!?…])[.!?…]*[\"'”’)\]]*(?=\s|$)|(?<=\n)\n*|(?<=;)\s+(?=[A-Z]))")
_END_OR_ARROW = _END.pattern + r"|(?<=\S)\s*→\s*(?=[A-Z])"
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|no|nos|inc|ltd|co|corp|dr|mr|mrs|ms|prof|sgt|lt|capt|cpl|maj|st|fig|sec|sect|dept|est|avg|min|max|jan|feb|mar|"
    r"apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|u\.s|a\.m|p\.m|reg|ref|v|p|pp|ext|acct|amt|mgr|rev)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence, without surrounding space; a break is no sentence end after an abbreviation."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in re.finditer(_END_OR_ARROW if "→" in text else _END, text):
        if match[0] == "." and _goes_on(text, start, match.end()):
            continue
        _add(spans, text, start, match.end() if not match[0].isspace() else match.start())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _goes_on(text: str, start: int, end: int) -> bool:
    rest = text[end:].lstrip()
    if not rest:
        return False
    head = text[max(start, end - 12) : end]
    if re.fullmatch(r"\s*\d{1,3}\.", text[start:end]):
        return True
    return bool(_ABBREVIATION.search(head)) and (
        rest[0].islower() or rest[0].isdigit() or not re.search(r"\b[A-Z]\.$", head) or _initial(head)
    )


def _initial(head: str) -> bool:
    """`A. Rivera`: one capital before the point is an initial, not the end of a sentence."""
    return bool(re.search(r"(?:^|[\s(])[A-Z]\.$", head))


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))
