"""The labelled drafts as showproof scores them, and two counts that need no understanding."""

from __future__ import annotations

import re
from typing import NamedTuple

from showproof.api import Scorer, open_catalog, read_manifest
from showproof.errors import UnreadableError
from showproof.formats.open import read_file
from showproof.model import Outline, Rated, Scorecard

from .corpus import Corpus, Item, Labelled

SCREEN = 3
"""The level from which a draft advances."""


class Counts(NamedTuple):
    """What simple scorers go by."""

    length: int
    """Words."""
    marks: int
    """Words with a digit, and capitalised ones that begin no sentence or cell."""

    @property
    def density(self) -> float:
        return self.marks / max(1, self.length)


class Scored(NamedTuple):
    """A labelled corpus with a scorecard for each draft that could be read."""

    corpus: Corpus
    cards: dict[str, Scorecard]
    counts: dict[str, Counts]
    unreadable: dict[str, str]

    @property
    def drafts(self) -> tuple[Labelled, ...]:
        return tuple(draft for draft in self.corpus.drafts if draft.id in self.cards)

    def items(self, *scales: str) -> list[Item]:
        """The rated drafts that have a scorecard, with each of these scales that they were rated on."""
        return [item for item in self.corpus.ratings if item[0] in self.cards and item[1] in scales]

    def level(self, item: Item) -> int:
        """Ours."""
        draft, scale = item
        card = self.cards[draft]
        return card.level if scale == "overall" else rated(card, scale).level


def rated(card: Scorecard, scale: str) -> Rated:
    """The criterion, or the row `skill:ID`, of a scorecard."""
    group, _, name = scale.rpartition(":")
    return next(one for one in (card.skills if group else card.criteria) if one.id == name)


def score(corpus: Corpus) -> Scored:
    """Every draft of a corpus, role and type as its `drafts.csv` says them."""
    catalog = open_catalog()
    scorer = Scorer(catalog)
    manifest = read_manifest(corpus.folder / "drafts.csv", catalog)
    cards, counts, unreadable = {}, {}, {}
    for draft in corpus.drafts:
        path = corpus.folder / "files" / draft.file.name
        try:
            cards[draft.id] = scorer.score(path, manifest.said_of(path))
            counts[draft.id] = count(read_file(path))
        except UnreadableError as error:
            unreadable[draft.id] = str(error)
    return Scored(corpus, cards, counts, unreadable)


def count(outline: Outline) -> Counts:
    """Words, and those among them that look like numbers and names."""
    length = marks = 0
    for text, _ in outline.standing():
        begins = True
        for word in text.split():
            length += 1
            marks += bool(re.search(r"\d", word)) or (not begins and word.lstrip("(“\"'*")[:1].isupper())
            begins = word.endswith((".", "!", "?", ":"))
    return Counts(length, marks)
