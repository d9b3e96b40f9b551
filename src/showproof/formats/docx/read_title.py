"""A title that is only larger than the text below it: it stands out as a bold one does."""

from __future__ import annotations

from collections import Counter
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from showproof.formats.docx.read_names import MAIN, RPR, VAL, P, R, T, half_points
from showproof.model import Block, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

USUAL = 24
"""Half-points of text of which no size is said: the largest that word processors begin with."""
LARGER = 1.3
"""How many times the size of the text a title has at least."""
LEAST_LETTERS = 3
"""Characters of a title: a letter alone is the first one of a text, set larger."""
LOOKED_AT = 40
"""Paragraphs at the top by which the size of the text is told."""
_SIZE = MAIN + "sz"


def with_large_title(items: Sequence[Block | Table], body: _Element) -> Sequence[Block | Table]:
    """The same items, with the first line as a strong one where all of it is larger than most of what follows."""
    first = items[0] if items else None
    if not isinstance(first, Block) or first.strong or first.kind not in ("paragraph", "pair"):
        return items
    if first.location.cell or len(first.text) < LEAST_LETTERS:
        return items
    above = list(islice(takewhile(lambda child: child.tag == P, body), first.location.paragraph))
    if len(above) < first.location.paragraph or first.location.part != "body":
        return items
    own = list(_sizes(above[-1]))
    below = islice(body.iterchildren(P), len(above), len(above) + LOOKED_AT)
    usual = Counter(size for paragraph in below for size in _sizes(paragraph)).most_common(1)
    if not own or not usual or min(own) < LARGER * usual[0][0]:
        return items
    return [first._replace(strong=True), *items[1:]]


def _sizes(paragraph: _Element) -> Iterator[int]:
    """The size of each run with text, in half-points."""
    for run in paragraph.iterchildren(R):
        properties = run.find(RPR)
        size = None if properties is None else properties.find(_SIZE)
        if run.find(T) is not None:
            yield USUAL if size is None else half_points(size.get(VAL), USUAL)
