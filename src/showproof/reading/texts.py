"""The texts of an outline as such: what only the whole document can tell is read from them."""

from __future__ import annotations

from collections.abc import Iterable

from showproof.model import Block, Outline, Table


def texts_of(outline: Outline) -> Iterable[str]:
    """Every text of an outline, for what only the whole document can tell."""
    for item in outline.items:
        if isinstance(item, Table):
            yield from (cell.text for row in item.rows for cell in row)
        else:
            yield item.text


def title_of(outline: Outline) -> str:
    """Title property, opening line, page headers and footers of an outline, where its role's terms weigh more."""
    first = next((item.text for item in outline.items if isinstance(item, Block)), "")
    return "\n".join((outline.properties.get("title", ""), first, *(block.text for block in outline.margins)))
