"""The numbers that a word processor would show before headings and list items: they are not in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.docx.read_names import MAIN, VAL, integer, on

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

LEVELS = 9
MAX_PATTERN = 80
"""Characters of a number's pattern."""
MAX_LETTERS = 780
"""Where word processors stop counting in letters and Roman figures."""

_LEVEL = r"%([1-9])"
_NUM_ID, _ABSTRACT_ID = MAIN + "numId", MAIN + "abstractNumId"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_CARDINALS = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
    "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty",
)  # fmt: skip
_ORDINALS = (
    "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
    "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
    "Twentieth",
)  # fmt: skip


class ListLevel(NamedTuple):
    """How one level of a list counts."""

    format: str = "decimal"
    text: str = ""
    """The pattern of its number, with %1 to %9 for the counts of the levels."""
    start: int = 1
    restart: int | None = None
    """The level (from 1) after which it starts anew; 0 for never, None for after any higher one."""
    legal: bool = False
    """All counts in plain figures, whatever their levels say."""


class _List(NamedTuple):
    """A list by its number: its levels, the starts that it sets itself, and the counts it shares with its kind."""

    levels: list[ListLevel]
    starts: dict[int, int]
    counts: list[int | None]


class Numbering:
    """Counts through a document: ask once for every numbered paragraph, in order."""

    def __init__(self, root: _Element | None, linked: Callable[[str | None], str | None] = lambda _: None) -> None:
        """`linked` gives the list of a numbering style by the style's id."""
        self._nums = {} if root is None else {num.get(_NUM_ID): num for num in root.iterfind(MAIN + "num")}
        kinds = [] if root is None else root.findall(MAIN + "abstractNum")
        self._kinds = {kind.get(_ABSTRACT_ID): kind for kind in kinds}
        self._linked = linked
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str | None, list[int | None]] = {}

    def level_of_style(self, number: str, style: str | None) -> int:
        """The level of the list that is tied to a paragraph style; 0 where none is."""
        kind = self._kind(number)
        for level in () if kind is None else kind.iterfind(MAIN + "lvl"):
            tied = level.find(MAIN + "pStyle")
            if tied is not None and tied.get(VAL) == style:
                return integer(level.get(MAIN + "ilvl"))
        return 0

    def next(self, number: str, level: int) -> str:
        """The number of the next paragraph of this list at this level (from 0), without the dot or bracket around it.

        Empty for bullets and for lists that the document does not define.
        """
        found = self._list(number)
        if found is None:
            return ""
        level = min(max(level, 0), LEVELS - 1)
        if level in found.starts:
            found.counts[level] = found.starts.pop(level) - 1
        rule = found.levels[level]
        count = found.counts[level]
        found.counts[level] = rule.start if count is None else count + 1
        for deeper in range(level + 1, LEVELS):
            restart = found.levels[deeper].restart
            if restart is None or (restart and level < restart):
                found.counts[deeper] = None
        return _shown(found, level)

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read_list(number)
        return self._lists[number]

    def _read_list(self, number: str) -> _List | None:
        kind = self._kind(number)
        if kind is None:
            return None
        levels = [ListLevel()] * LEVELS
        for entry in kind.iterfind(MAIN + "lvl"):
            _put(levels, entry)
        starts: dict[int, int] = {}
        for override in self._nums[number].iterfind(MAIN + "lvlOverride"):
            place = integer(override.get(MAIN + "ilvl"))
            for entry in override.iterfind(MAIN + "lvl"):
                _put(levels, entry)
            start = override.find(MAIN + "startOverride")
            if start is not None and 0 <= place < LEVELS:
                starts[place] = integer(start.get(VAL), 1)
                levels[place] = levels[place]._replace(start=starts[place])
        counts = self._counts.setdefault(kind.get(_ABSTRACT_ID), [None] * LEVELS)
        return _List(levels, starts, counts)

    def _kind(self, number: str) -> _Element | None:
        """The definition behind a list, through a numbering style where it points to one."""
        kind = self._abstract(number)
        link = None if kind is None else kind.find(MAIN + "numStyleLink")
        if link is None:
            return kind
        return self._abstract(self._linked(link.get(VAL)))

    def _abstract(self, number: str | None) -> _Element | None:
        num = self._nums.get(number)
        pointer = None if num is None else num.find(_ABSTRACT_ID)
        return None if pointer is None else self._kinds.get(pointer.get(VAL))


def _put(levels: list[ListLevel], entry: _Element) -> None:
    place = integer(entry.get(MAIN + "ilvl"))
    if not 0 <= place < LEVELS:
        return
    values = {child.tag: child.get(VAL) for child in entry}
    restart = values.get(MAIN + "lvlRestart")
    levels[place] = ListLevel(
        format=values.get(MAIN + "numFmt") or "decimal",
        text=(values.get(MAIN + "lvlText") or "")[:MAX_PATTERN],
        start=integer(values.get(MAIN + "start")),
        restart=None if restart is None else integer(restart),
        legal=MAIN + "isLgl" in values and on(values[MAIN + "isLgl"]),
    )


def _shown(found: _List, level: int) -> str:
    rule = found.levels[level]
    if rule.format in ("bullet", "none"):
        return ""

    def count(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        value = found.counts[place]
        form = "decimal" if rule.legal else found.levels[place].format
        return counted(found.levels[place].start if value is None else value, form)

    return re.sub(_LEVEL, count, rule.text).strip(" \t.():;")


def counted(value: int, form: str) -> str:
    """A count in the form that a numbering level names; plain figures for forms that are not known."""
    if form == "decimalZero":
        return f"{value:02d}"
    if form in ("lowerLetter", "upperLetter") and 0 < value <= MAX_LETTERS:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < value <= MAX_LETTERS:
        return _roman(value).upper() if form == "upperRoman" else _roman(value)
    if form == "ordinal":
        return f"{value}{'th' if value % 100 in (11, 12, 13) else _ENDINGS.get(value % 10, 'th')}"
    if form in ("cardinalText", "ordinalText") and 0 < value < len(_CARDINALS):
        return (_CARDINALS if form == "cardinalText" else _ORDINALS)[value]
    return "" if form in ("bullet", "none") else str(value)


def _roman(value: int) -> str:
    figures = ""
    for worth, figure in _ROMAN:
        figures += figure * (value // worth)
        value %= worth
    return figures
