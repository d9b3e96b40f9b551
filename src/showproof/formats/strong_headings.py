"""Bold or capital lines that act as headings become headings: half of the office documents have no others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from showproof.formats.paragraphs import label_end
from showproof.model import Block, Table

MAX_WORDS = 12
MAX_COUNTED_WORDS = 20
"""For lines such as "Objection 2: what if you go out of business?", which count what they head."""
_SECTION = (
    r"(?i)action|actions|alternatives|appendix|approach|assumptions|background|baseline|budget|cause|causes|changes|closing|"
    r"communication|conclusion|conclusions|context|costs?|criteria|decisions?|definitions?|dependencies|details|escalations?|"
    r"evaluation|evidence|exceptions|findings|glossary|goals?|governance|history|impact|introduction|issues?|lessons|limits|"
    r"measures|metrics|mitigations?|monitoring|objectives?|options|outcomes?|overview|owners?|plan|policy|principles|"
    r"problem|procedures?|process|purpose|rationale|recommendations?|references|reporting|requirements|resolution|"
    r"resources|responsibilities|results?|review|risks?|roles|rollback|schedule|scope|situation|stakeholders|status|strategy|"
    r"summary|symptoms|targets?|testing|thresholds?|timeline|tools?|training|trends?|triggers?|verification|work"
)
"""Words that name sections of working documents."""
LEAST_COUNTED = 3
"""Numbered lines, each with prose below it, from which they are headings."""
MAX_COUNTED_HEAD = 6
"""Words of such a line."""
LEAST_PROSE = 10
"""Words of the text below it."""
LEAST_QUOTED = 2
"""Strong quotations, such as objections with an answer below each, from which they are headings."""
_QUOTED = r"""["“„«].+[.!]["”“»]"""
MAX_NAME, LEAST_STATED = 4, 2
"""Words of a run-in head that is no sentence, and such sentences in a file from which they are heads."""
_ASKING = r"(?i)(?:how|what|when|where|which|who|why)\b"
LEAST_SHOUTED = 4
"""Letters of a line in capitals over a list."""
MAX_IN_A_ROW = 3
"""More strong lines than these in a row are a bold list, not headings."""


def with_strong_headings(items: Sequence[Block | Table]) -> tuple[Block | Table, ...]:
    """The same items, with strong short lines that something follows as headings below those that are so by style."""
    found: list[Block | Table] = []
    styled = 0
    current = 0
    heads = _heads(items) | _counted_heads(items)
    stated = [place for place, item in enumerate(items) if isinstance(item, Block) and _states(item)]
    lone = stated if len(stated) < LEAST_STATED else []
    for place, item in enumerate(items):
        if isinstance(item, Block) and item.kind == "heading" and item.level:
            styled = current = item.level
        elif isinstance(item, Block) and place in lone:
            item = item._replace(kind="paragraph")
        elif isinstance(item, Block) and item.kind == "heading":
            item = item._replace(level=max(current + 1, 3))
        elif isinstance(item, Block) and place in heads:
            current = 1 if place == 0 else max(styled + 1, 2) + item.number.count(".")
            item = item._replace(kind="heading", level=current)
        found.append(item)
    return tuple(found)


def _states(block: Block) -> bool:
    """Whether a run-in head is as long as a sentence, and neither asks nor begins like a question."""
    if block.kind != "heading" or block.level or block.text[-1:] not in (".", "!"):
        return False
    return len(block.text.split()) > MAX_NAME and not re.match(_ASKING, block.text)


def _heads(items: Sequence[Block | Table]) -> set[int]:
    """Places of the strong lines that head something."""
    heads: set[int] = set()
    waiting: list[int] = []
    quoting = sum(isinstance(item, Block) and item.strong and _is_quoted(item.text) for item in items)
    for place, (item, below) in enumerate(pairwise([*items, None])):
        before_table = isinstance(below, Table)
        quotes = isinstance(item, Block) and quoting < LEAST_QUOTED and _is_quoted(item.text)
        if (
            isinstance(item, Block)
            and not quotes
            and (_could_head(item) or _names_list(item, below) or ((place == 0 or before_table) and _could_title(item)))
        ):
            waiting.append(place)
            continue
        headed = not (isinstance(item, Block) and item.kind == "heading" and item.level)
        if headed and len(waiting) <= MAX_IN_A_ROW:
            heads.update(waiting)
        elif waiting == [0]:
            heads.add(0)
        waiting = []
    return heads


def _counted_heads(items: Sequence[Block | Table]) -> set[int]:
    """Places of short numbered lines that head prose: 1, 2, 3 and so on, most of them named as sections are.

    Steps of a procedure are written so too, with a remark below each; their names tell them apart.
    """
    found: set[int] = set()
    run: list[int] = []
    named = 0
    for place, item in enumerate(items):
        if not isinstance(item, Block) or item.kind != "item" or item.level != 1 or not item.number.isdigit():
            continue
        if int(item.number) != len(run) + 1 or not _heads_prose(items, place):
            run, named = [], 0
        if int(item.number) == len(run) + 1 and _heads_prose(items, place):
            run.append(place)
            named += any(re.fullmatch(_SECTION, word) for word in item.text.split())
            if len(run) >= LEAST_COUNTED and 2 * named >= len(run):
                found.update(run)
    return found


def _heads_prose(items: Sequence[Block | Table], place: int) -> bool:
    item, below = items[place], items[place + 1] if place + 1 < len(items) else None
    if not isinstance(item, Block) or len(item.text.split()) > MAX_COUNTED_HEAD or item.text[-1:] in ("", *".;,:?!"):
        return False
    if isinstance(below, Table):
        return True
    return below is not None and below.kind in ("paragraph", "pair") and len(below.text.split()) >= LEAST_PROSE


def _is_quoted(text: str) -> bool:
    """Whether a text is a sentence that somebody said."""
    return re.fullmatch(_QUOTED, text) is not None


def _names_list(block: Block, below: Block | Table | None) -> bool:
    """Whether a line in capitals, too short to be told from an abbreviation, stands over a list."""
    listed = isinstance(below, Block) and below.kind == "item" and not below.number
    text = block.text
    return listed and block.kind == "paragraph" and len(text) >= LEAST_SHOUTED and text.isalpha() and text.isupper()


def _could_title(block: Block) -> bool:
    """Whether a file or table has this line as its title: it may be longer than a heading, and hold a colon."""
    return (
        block.strong
        and not block.placeholder
        and block.kind in ("paragraph", "pair")
        and len(block.text.split()) <= MAX_COUNTED_WORDS
    )


def _could_head(block: Block) -> bool:
    if not block.strong or block.placeholder or block.kind in ("heading", "pair"):
        return False
    if block.kind == "item" and not block.number:
        return False
    words = len(block.text.split())
    limit = MAX_COUNTED_WORDS if label_end(block.text) else MAX_WORDS
    return 0 < words <= limit and block.text[-1] not in ".;,"
