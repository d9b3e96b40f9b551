"""Worked and weak examples as showproof makes them: told from people's own drafts, and from copies of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from showproof.catalog.artifact import answer_texts
from showproof.catalog.store import QUALITIES, Catalog
from showproof.formats.identity import EXAMPLE
from showproof.model import Outline
from showproof.reading.texts import texts_of

_NAMES = {"strong": "worked", "weak": "weak"}
_PROSE = 4
"""Words from which an answer is compared; shorter ones, such as dates, are written differently by each format."""
_NEARLY_ALL = 0.98


class Example(NamedTuple):
    """One example of a type."""

    quality: str
    texts: tuple[str, ...]
    """Its answers and cells."""


def examples_of(catalog: Catalog, artifact: str) -> tuple[Example, ...]:
    """The examples that a type has."""
    found = ((quality, catalog.answers(artifact, quality)) for quality in QUALITIES)
    return tuple(Example(quality, tuple(answer_texts(answers))) for quality, answers in found if answers)


def unchanged_example(outline: Outline, examples: Sequence[Example]) -> str:
    """What to say of a file that is one of the examples, as it was made; nothing for a person's own draft."""
    quality = outline.properties.get(EXAMPLE, "")
    for example in examples:
        if example.quality == quality and _stands_in(example.texts, outline):
            return f"this is showproof's own {_NAMES[quality]} example, nobody's work"
    return ""


def _stands_in(texts: Sequence[str], outline: Outline) -> bool:
    """Whether nearly every answer stands in the file word for word."""
    there = {" ".join(text.split()) for text in texts_of(outline)}
    prose = [" ".join(text.split()) for text in texts if len(text.split()) >= _PROSE]
    return sum(text in there or any(text in other for other in there) for text in prose) >= _NEARLY_ALL * len(prose)
