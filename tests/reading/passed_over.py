"""Which words of an outline a draft does not account for at their own place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from showproof.model import Block, Cell, Draft, Location, Outline, Table
from showproof.reading.blanks import fold, is_blank

LEAD_WORDS, TITLE_WORDS = 14, 8
_NUMBER = re.compile(r"\W*(?:[A-Z]{1,4}[-_. ]?)?\d{1,3}\W*")
_WORD = re.compile(r"\w+")


def passed_over(outline: Outline, draft: Draft, printed: Iterable[str]) -> list[str]:
    """Place and text of everything of which a word is missing.

    A text is accounted for where it stands: said, answered, heading something, unfilled, or listed as not placed.
    Names of columns, labels and lines that introduce a list are headings too; `printed` is what the template says.
    """
    said = _said(draft)
    known = frozenset(printed)
    missing = []
    for item in outline.items:
        for where, text in _texts(item):
            there = said[_key(where)]
            if all(fold(line) in known for line in text.split("\n")):
                continue
            if isinstance(item, Block) and item.kind == "pair":
                text = text.partition(":")[2]
            gone = [word for word in _words(text) if word not in there]
            if gone and fold(text) not in known and not is_blank(text):
                missing.append(f"{where.where()}: {text[:80]!r} without {gone[:5]}")
    return missing


def _said(draft: Draft) -> dict[tuple[object, ...], set[str]]:
    said: dict[tuple[object, ...], set[str]] = defaultdict(set)
    told = [(one.location, f"{one.text} {one.label}") for unit in draft.units for one in unit.observations]
    told += [(one.location, f"{one.text} {one.label}") for one in draft.answers]
    told += [(one.location, one.text) for one in (*draft.headings, *draft.unfilled, *draft.unplaced)]
    for where, text in told:
        said[_key(where)].update(_words(text))
    return said


def _texts(item: Block | Table) -> Iterator[tuple[Location, str]]:
    if isinstance(item, Block):
        text = item.text
        if item.placeholder or (item.kind == "paragraph" and _introduces(text)):
            return
        yield item.location, text
        return
    for row in item.rows[item.header :]:
        filled = [cell for cell in row if cell.text.strip()]
        title = len(filled) == 1 and len(filled[0].text.split()) <= TITLE_WORDS
        if not title:
            yield from ((cell.location, cell.text) for cell in _contents(filled))


def _contents(filled: list[Cell]) -> Iterator[Cell]:
    """Cells that say something: no row numbers, no placeholder of the file, no label whose value is empty."""
    for cell in filled:
        if not cell.placeholder and not _NUMBER.fullmatch(cell.text):
            yield cell


def _introduces(text: str) -> bool:
    return text.strip().endswith(":") and len(text.split()) <= LEAD_WORDS


def _key(where: Location) -> tuple[object, ...]:
    return where.part, where.paragraph, where.cell, where.line


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
