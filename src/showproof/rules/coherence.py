"""Whether a draft is one text: what follows comes back to what went before, and cells answer their columns.

Sentences and cells of many drafts, shuffled together, carry names, figures and dates in every line; what they do not do
is speak of the same things as the lines around them, name the same people again, or keep to what a column asks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from showproof.model import Draft, Observation, Quote, Unit
from showproof.rules.base import quote
from showproof.rules.content_words import content_words

NEAR = 4
"""How many statements before it a statement is compared with."""
TELLING = 3
"""Words of its own from which a statement is compared: shorter ones need not come back to anything."""
ENOUGH = 16
"""Statements from which on it can be said that they have nothing to do with each other."""
APART, LOOSE = 0.02, 0.04
"""Mean share of words in common with the statements before: below the first nothing hangs together; below the second
little does, and people who are named once and never again settle it."""
PEOPLE, STRANGERS = 6, 0.6
"""Mentions of people from which they are looked at, and the share named only once from which nobody comes back."""
COLUMNS, MISFITS, MISFIT = 3, 5, 0.18
"""Cells that cannot answer their column: in how many columns, how many, and which share of those that can be judged."""
LONG_ANSWER = 8
"""Words above which an owner's cell without a name is a text."""
BARE = 0.6
"""Share of its characters from which a cell is a value and nothing else."""

_WHEN = frozenset(("date", "time", "quarter", "cadence"))
_NAMES = frozenset(("person", "role", "group"))


def apart(draft: Draft) -> tuple[Quote, ...]:
    """The quotes that show that a draft is no text: cells that answer another question, statements that stand alone."""
    return _misfits(draft.units) or _strangers(draft)


# Cells that cannot answer their column


def _misfits(units: Iterable[Unit]) -> tuple[Quote, ...]:
    tables: defaultdict[tuple[int, int], defaultdict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for unit in units:
        if unit.kind == "row":
            for observation in unit.observations:
                tables[unit.section, unit.table][observation.label].append(observation)
    # In two columns each row may answer a question of its own: a date under a name under a figure.
    columns = [_judged(cells) for table in tables.values() if len(table) > 2 for cells in table.values()]
    astray = [wrong for _, wrong in columns if wrong]
    count, judged = sum(map(len, astray)), sum(seen for seen, _ in columns)
    if len(astray) < COLUMNS or count < MISFITS or count < MISFIT * judged:
        return ()
    return tuple(quote(wrong[0]) for wrong in astray[:3])


def _judged(cells: list[Observation]) -> tuple[int, list[Observation]]:
    """How many cells of one column can be judged, and those that cannot be what it asks, or what the others are."""
    if any("owner" in cell.asked for cell in cells):
        return len(cells), [cell for cell in cells if _names_no_owner(cell)]
    bare = [(cell, kind) for cell in cells if (kind := _bare(cell))]
    if not bare or len(cells) < 3:
        return 0, []
    usual = Counter(kind for _, kind in bare).most_common(1)[0][0]
    return len(bare), [cell for cell, kind in bare if kind != usual]


def _names_no_owner(cell: Observation) -> bool:
    """A figure, a date, or a long text in which nobody stands."""
    long = len(cell.text.split()) > LONG_ANSWER and not cell.traits & _NAMES
    return long or _bare(cell) in ("figure", "date")


def _bare(cell: Observation) -> str:
    """What a cell is that holds little else: a figure, a date, a name; nothing for words."""
    text = cell.text.strip()
    if cell.values:
        if sum(value.end - value.start for value in cell.values) < BARE * len(text):
            return ""
        return "date" if any(value.kind in _WHEN for value in cell.values) else "figure"
    return "name" if "person" in cell.traits and len(text.split()) <= 3 else ""


# Statements that come back to nothing


def _strangers(draft: Draft) -> tuple[Quote, ...]:
    told = [(unit, words) for unit in draft.units if len(words := content_words(unit.text)) >= TELLING]
    if len(told) < ENOUGH:
        return ()
    bonds = [_bonds(words for _, words in told[max(0, at - NEAR) : at + 1]) for at in range(1, len(told))]
    shared = sum(map(sum, bonds)) / sum(map(len, bonds))
    if shared >= APART and not (shared < LOOSE and _nobody_comes_back(draft)):
        return ()
    # Those that share least with what stands before them show it best.
    least = sorted(zip(told[1:], bonds, strict=True), key=lambda pair: sum(pair[1]))
    return tuple(quote(unit.observations[0]) for (unit, _), _ in least[:3])


def _bonds(near: Iterable[frozenset[str]]) -> list[float]:
    """What the last of some statements shares with each of the others, as a share of the shorter one's words."""
    *before, own = near
    return [len(own & other) / min(len(own), len(other)) for other in before]


def _nobody_comes_back(draft: Draft) -> bool:
    """Whether most people are named in one statement and never again."""
    named = Counter(
        name for unit in draft.units if "person" in unit.traits for name in set(_persons(unit.text, draft.names))
    )
    mentions = sum(named.values())
    return mentions >= PEOPLE and sum(times == 1 for times in named.values()) >= STRANGERS * mentions


def _persons(text: str, names: frozenset[str]) -> Iterator[str]:
    """The first name of each person that a text names."""
    before = ""
    for word in text.split():
        plain = word.strip('.,;:!?()“”"').removesuffix("'s").removesuffix("’s")
        if plain in names and before not in names:
            yield plain
        before = plain
