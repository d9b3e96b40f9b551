"""Label lines one below the other: one record where an owner or a date is among them, else statements of their own."""

from __future__ import annotations

from showproof.model import Location, Observation
from showproof.reading.blanks import fold
from showproof.reading.control import is_control
from showproof.reading.observed import NO_FACETS
from showproof.reading.statements import Statements

LINES, WORDS = 8, 30
"""Label lines, and words of each, up to which they can be one record, such as an action with its owner and date."""


class Record:
    """The label lines read since the last other thing."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements
        self._lines: list[tuple[str, list[Observation]]] = []

    def extend(self, label: str, value: str, where: Location) -> None:
        """One more line; a label that comes again begins the next record."""
        if any(fold(label) == fold(known) for known, _ in self._lines):
            self.close()
        facets = self._statements.words.header(label)
        self._lines.append((label, self._statements.sentences(value, where, facets, label=label)))

    def close(self) -> None:
        """Short lines with an owner, a date or a before and after among them are said together, others not."""
        if not self._lines:
            return
        lines, self._lines = self._lines, []
        control = is_control(label for label, _ in lines)
        told = [observation for _, observations in lines for observation in observations]
        asked = NO_FACETS.union(*(observation.asked for observation in told)) - ({"owner"} if control else NO_FACETS)
        short = all(len(observation.text.split()) <= WORDS for observation in told)
        if 2 <= len(lines) <= LINES and short and (asked & {"owner", "due"} or {"baseline", "result"} <= asked):
            self._statements.unite(told, "row", control=control)
            return
        for _, observations in lines:
            if observations:
                self._statements.unite(observations, "pair", control=control)
