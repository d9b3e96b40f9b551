"""What type and role a draft is of, where nobody said so: by its title and headings, then by its words."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from showproof.model import Detection, Outline, Table
from showproof.reading.blanks import fold
from showproof.reading.lexicon import Lexicon, merged, words_of

ENOUGH = 0.5
"""Confidence below which a type is not claimed."""
APART = 0.08
"""How much less the second type must have, or neither is claimed."""
FIRST_BLOCKS = 4
"""Blocks at the top among which a document's title stands."""
TITLE_LENGTH = 160

NAMED, NAMED_BY_ONE_WORD, MENTIONED, SCATTERED = 0.75, 0.6, 0.35, 0.45
"""How sure a title is: the document calls itself so, in two words or one; the name comes along; its words are apart."""
HEADINGS, HEADERS, LABELS = 0.5, 0.5, 0.4
"""How sure the structure is at most: sections, columns of a table, labels."""

_SEGMENT = re.compile(r"[:;,|·(){}\[\]“”\"–—]|\s-\s|\s/\s|_")
_AFTER = frozenset(("of", "for", "in", "on", "at", "with", "from", "by", "while", "what", "how", "to", "and"))
"""Words after which a title goes on about something else than its noun."""
_WITHIN = frozenset(("with", "from", "without", "no", "not", "for", "of", "to"))
"""Words before a name that make it something that comes along."""
_JOINED = _WITHIN | {"and", "&", "plus"}
"""The same for a name of one word, which may be any noun."""


class TypeClues(NamedTuple):
    """What gives one artifact type away: its names, its headings, its column headers, its labels."""

    id: str
    names: tuple[str, ...]
    headings: frozenset[str]
    headers: frozenset[str]
    labels: frozenset[str] = frozenset()


Segments = tuple[list[str], ...]
"""The words of a title between its signs."""


class Surface(NamedTuple):
    """What a draft shows at once, in folded form."""

    titles: tuple[Segments, ...]
    headings: frozenset[str]
    headers: tuple[frozenset[str], ...]
    labels: frozenset[str]


def detect_artifact(outline: Outline, clues: tuple[TypeClues, ...]) -> Detection:
    """The artifact type of a draft, or `none` where no type is likely enough or two are equally likely.

    Confidence is the chance that not every clue is there by accident: 1 less the product of what each leaves open.
    """
    surface = surface_of(outline)
    rarity = rarity_of(clues)
    ranked = sorted(((type_score(surface, clue, rarity), clue.id) for clue in clues), key=lambda one: (-one[0], one[1]))
    if not ranked or ranked[0][0] < ENOUGH:
        return Detection("", "none", round(ranked[0][0], 2) if ranked else 0.0)
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < APART:
        return Detection("", "none", round(ranked[0][0] - ranked[1][0], 2))
    return Detection(ranked[0][1], "content", round(ranked[0][0], 2))


def type_score(surface: Surface, clue: TypeClues, rarity: Mapping[str, float]) -> float:
    """0 to 1: what title, headings, header rows and labels together say for one type."""
    named = max((_named(title, clue.names) for title in surface.titles), default=0.0)
    if not named and len(surface.titles) > 1:
        named = _scattered(surface.titles, clue.names)
    headers = max((_share(row, clue.headers, rarity) for row in surface.headers), default=0.0)
    found = (
        named,
        HEADINGS * _share(surface.headings, clue.headings, rarity),
        HEADERS * headers,
        LABELS * _share(surface.labels, clue.labels, rarity),
    )
    return 1 - math.prod(1 - one for one in found)


def surface_of(outline: Outline) -> Surface:
    """Titles, headings, header rows and labels of a draft; page headers and footers may hold its title."""
    titles = [outline.properties.get("title", ""), *(block.text for block in outline.margins)]
    headings: set[str] = set()
    labels: set[str] = set()
    headers: list[frozenset[str]] = []
    for place, item in enumerate(outline.items):
        if isinstance(item, Table):
            rows = item.rows[: item.header]
            headers += [frozenset(fold(cell.text) for cell in row if cell.text.strip()) for row in rows]
            labels.update(fold(row[0].text) for row in item.rows if not item.header and row)
            continue
        if item.kind == "heading":
            headings.add(fold(item.text))
        elif item.kind == "pair":
            labels.add(fold(item.text.partition(":")[0]))
        if place < FIRST_BLOCKS:
            titles.append(item.text)
    short = dict.fromkeys(fold(title) for title in titles if title.strip() and len(title) < TITLE_LENGTH)
    parted = tuple(tuple(segment.split() for segment in _SEGMENT.split(title)) for title in short)
    return Surface(parted, frozenset(headings), tuple(headers), frozenset(labels - {""}))


@lru_cache(maxsize=8)
def rarity_of(clues: tuple[TypeClues, ...]) -> dict[str, float]:
    """Heading, header or label to 1 over the number of types that have it: `owner` says little, `invariant` much."""
    counts = Counter(name for clue in clues for name in clue.headings | clue.headers | clue.labels)
    return {name: 1 / count for name, count in counts.items()}


def _share(shown: frozenset[str], known: frozenset[str], rarity: Mapping[str, float]) -> float:
    """How much of what a draft shows is the type's, by rarity; three are the least of which a share says something."""
    return min(1.0, sum(0.3 + 0.7 * rarity[name] for name in shown & known) / max(3, len(shown)))


def _named(title: Segments, names: Sequence[str]) -> float:
    """How surely a title calls the document by one of these names: as its noun, or as something that comes along."""
    lines = [(words, " ".join(words)) for words in title]
    return max((_calls(words, name.split()) for name in names for words, line in lines if name in line), default=0)


def _calls(words: list[str], name: list[str]) -> float:
    size = len(name)
    for at in range(len(words) - size + 1):
        last = words[at + size - 1]
        if words[at : at + size - 1] == name[:-1] and last in (name[-1], name[-1] + "s"):
            follows = words[at + size] if at + size < len(words) else ""
            joined = size == 1 and follows == "and"
            noun = not follows or not follows.isalpha() or (follows in _AFTER and not joined)
            if not noun or set(words[:at]) & (_WITHIN if size > 1 else _JOINED):
                return MENTIONED
            return NAMED if size > 1 else NAMED_BY_ONE_WORD
    return 0.0


def _scattered(titles: Sequence[Segments], names: Sequence[str]) -> float:
    """A name whose words open or close lines at the top: "Payout reconciliation", below it "Specification for …"."""
    ends = {word for title in titles for words in title if words for word in (words[0], words[-1])}
    return SCATTERED if any(len(name.split()) > 1 and ends >= set(name.split()) for name in names) else 0.0


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
