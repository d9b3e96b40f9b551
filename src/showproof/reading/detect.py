"""What type and role a draft is of, where nobody said so: by its title and headings, then by its words."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from showproof.model import Block, Detection, Outline, Table
from showproof.reading.blanks import fold
from showproof.reading.lexicon import Lexicon, merged, words_of

Surface = tuple[list[tuple[str, float]], set[str], list[frozenset[str]]]
"""Titles with the weight that each has, folded headings, folded header rows."""

ENOUGH = 0.5
"""Confidence below which a type is not claimed."""


class TypeClues(NamedTuple):
    """What gives one artifact type away: its names, its headings, its column headers."""

    id: str
    names: tuple[str, ...]
    headings: frozenset[str]
    headers: frozenset[str]


def detect_artifact(outline: Outline, clues: Sequence[TypeClues]) -> Detection:
    """The artifact type of a draft, or `none` where no type is likely enough or two are equally likely."""
    surface = _surface(outline)
    ranked = sorted(((_type_score(surface, clue), clue.id) for clue in clues), key=lambda pair: (-pair[0], pair[1]))
    if not ranked or ranked[0][0] < ENOUGH:
        return Detection("", "none", round(ranked[0][0], 2) if ranked else 0.0)
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.05:
        return Detection("", "none", round(ranked[0][0] - ranked[1][0], 2))
    return Detection(ranked[0][1], "content", round(ranked[0][0], 2))


def _type_score(surface: Surface, clue: TypeClues) -> float:
    titles, headings, headers = surface
    named = max((_named(title, clue.names) * weight for title, weight in titles), default=0.0)
    shared_headings = len(headings & clue.headings) / max(3, len(headings)) if headings else 0.0
    shared_headers = max((len(row & clue.headers) / max(3, len(row)) for row in headers), default=0.0)
    return min(1.0, 0.6 * named + 0.35 * shared_headings + 0.35 * shared_headers)


def _surface(outline: Outline) -> Surface:
    titles = [(fold(outline.properties.get("title", "")), 1.0)]
    headings: set[str] = set()
    headers: list[frozenset[str]] = []
    for place, item in enumerate(outline.items):
        if isinstance(item, Table):
            headers += [
                frozenset(fold(cell.text) for cell in row if cell.text.strip()) for row in item.rows[: item.header]
            ]
        elif isinstance(item, Block):
            if item.kind == "heading":
                headings.add(fold(item.text))
            if place < 4 and len(item.text) < 160:
                titles.append((fold(item.text), 1.0))
    return titles, headings, headers


def _named(title: str, names: Sequence[str]) -> float:
    words = title.split()
    return max(
        (min(1.0, 0.7 + 0.1 * len(name.split())) for name in names if _contains(words, name.split())), default=0.0
    )


def _contains(words: list[str], phrase: list[str]) -> bool:
    """Whether the phrase stands in the words; its last word may stand in the plural."""
    plain = [word.strip("“”\"'’():,–—-[]") for word in words]
    size = len(phrase)
    return any(
        plain[at : at + size - 1] == phrase[:-1] and plain[at + size - 1] in (phrase[-1], phrase[-1] + "s")
        for at in range(len(plain) - size + 1)
    )


def detect_role(text: str, title: str, roles: Mapping[str, Lexicon]) -> Detection:
    """The role whose terms the draft uses most; repetitions count less and less, a term in the title twice."""
    scores: dict[str, float] = {}
    words = words_of(text)
    for role, lexicon in roles.items():
        hits: Counter[str] = Counter(name for names in lexicon.hits(words) for name in names)
        scores[role] = sum(1 + 0.4 * math.log(count) for count in hits.values()) + len(lexicon.names(title))
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or not ranked[0][1]:
        return Detection("", "none", 0.0)
    return Detection(ranked[0][0], "content", round(ranked[0][1] / sum(scores.values()), 2))


def role_lexicon(words: Sequence[str]) -> Lexicon:
    """A role's terms, each standing for itself, so that different terms count apart."""
    return Lexicon(merged({word: (word,) for word in words}))
