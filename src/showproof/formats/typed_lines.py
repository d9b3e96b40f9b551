"""Lines that only their neighbours tell: labels parted from their values by tabs, and letters that count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from showproof.formats.headers import LABEL, is_figure
from showproof.model import Block, Table

LEAST_PAIRS = 2
"""Lines in a row that are labels with values, from which they are no row of something else."""
MAX_APART = 3
"""Items from one number of a list to the next."""
_TABBED = re.compile(r"([^\W\d_][^\t\n]{0,40}?)[ \xa0]*\t[ \t\xa0]*(?=\S)([^\t\n]+)")
_LETTER = re.compile(r"([a-zIVX])\.[ \t\xa0]+(?=\S)")
_ROMAN_PAIRS = frozenset(pairwise(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")))


def with_typed_lines(items: Sequence[Block | Table]) -> list[Block | Table]:
    """The same items, with labels and values between tabs as pairs, and lines that letters count as items."""
    return _with_pairs(_with_letters(list(items)))


def _with_pairs(items: list[Block | Table]) -> list[Block | Table]:
    found: list[Block | Table] = []
    for tabbed, group in groupby(items, key=_is_tabbed):
        lines = list(group)
        below_table = bool(found) and isinstance(found[-1], Table)
        pairs = [_pair(line) for line in lines if isinstance(line, Block)] if tabbed and not below_table else []
        found += pairs if _are_labels(pairs) else lines
    return found


def _is_tabbed(item: Block | Table) -> bool:
    return isinstance(item, Block) and item.kind == "paragraph" and _TABBED.fullmatch(item.text) is not None


def _pair(block: Block) -> Block:
    """A label with its value, whose place is that of the value alone."""
    match = _TABBED.fullmatch(block.text)
    assert match
    at = block.location
    value = at._replace(start=at.start + match.start(2), end=at.start + match.end(2))
    return block._replace(text=f"{match[1]}: {match[2]}", location=value, kind="pair", apart=True, strong=False)


def _are_labels(pairs: list[Block]) -> bool:
    """Whether most of the labels ask for a value, as those of forms do, and the values are no page numbers."""
    labels = [pair.text.partition(": ")[0] for pair in pairs]
    asking = sum(re.fullmatch(LABEL, label) is not None for label in labels)
    if len(pairs) < LEAST_PAIRS or 3 * asking < 2 * len(pairs) or any(map(is_figure, labels)):
        return False
    return not all(pair.standing.isdigit() for pair in pairs)


def _with_letters(items: list[Block | Table]) -> list[Block | Table]:
    """Lines that begin `a.` or `i.` as items, where the one before or after them in the list stands near."""
    numbers = {at: number for at, item in enumerate(items) if isinstance(item, Block) and (number := _number(item))}
    counted: set[int] = set()
    for before, after in pairwise(numbers):
        begun = before in counted or numbers[before].lower() in ("a", "i") or not _letter(items[before])
        if after - before <= MAX_APART and begun and _follows(numbers[before], numbers[after]):
            counted |= {before, after}
    return [_item(item) if at in counted else item for at, item in enumerate(items)]


def _letter(item: Block | Table) -> re.Match[str] | None:
    return _LETTER.match(item.text) if isinstance(item, Block) and item.kind in ("paragraph", "pair") else None


def _number(block: Block) -> str:
    match = _letter(block)
    return match[1] if match else block.number


def _follows(before: str, after: str) -> bool:
    """Whether one number comes right after another: ii after i, b after a."""
    if before.islower() == after.islower() and (before.lower(), after.lower()) in _ROMAN_PAIRS:
        return True
    return len(before) == len(after) == 1 and before.islower() and ord(after) == ord(before) + 1


def _item(item: Block | Table) -> Block | Table:
    match = _letter(item)
    if not match or not isinstance(item, Block):
        return item
    place = item.location.within(match.end(), len(item.text))
    return item._replace(text=item.text[match.end() :], location=place, kind="item", level=1, number=match[1])
