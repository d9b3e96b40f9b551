"""How the levels of a draft came about: frozen data, from which text, JSON and pages are rendered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from showproof.model import Finding, Location, Outline, Quote, Scorecard
from showproof.picture import Picture

Subject = Literal["criterion", "row", "overall", "flag"]
"""What a derivation can be asked of."""


class Weighed(NamedTuple):
    """A statement that a rule was judged by, and what it lacked."""

    quote: Quote
    lacks: tuple[str, ...]


class Step(NamedTuple):
    """One evidence rule: what it looked for, and what it found."""

    finding: Finding
    kind: str
    """What its kind looks for, in a sentence."""
    looked_for: tuple[str, ...]
    """Its parameters, in words."""
    weighed: tuple[Weighed, ...]
    """The statements that decided, where the kind can name them."""


class Asked(NamedTuple):
    """One condition of a line of a table, and what the draft has of it."""

    asks: str
    has: str
    met: bool


class Line(NamedTuple):
    """One line of a level table, or of the screen's: it holds where all that it asks is met."""

    level: int
    says: str
    asked: tuple[Asked, ...]

    @property
    def holds(self) -> bool:
        """Whether the draft meets it."""
        return all(one.met for one in self.asked)


class Cap(NamedTuple):
    """Something that holds a level down, and the places that show it."""

    level: int
    """The highest level with it."""
    why: str
    evidence: tuple[Quote, ...]
    binds: bool
    """Whether the level would be higher without it."""


class Derivation(NamedTuple):
    """All that led to one level, or to a flag."""

    file: str
    subject: Subject
    id: str
    title: str
    question: str
    level: int | None
    """None for a flag."""
    score: float | None
    says: str
    """The level in a word or a verdict; of a flag whether it is raised."""
    steps: tuple[Step, ...] = ()
    lines: tuple[Line, ...] = ()
    """From the highest level down; the first that holds gives the level."""
    caps: tuple[Cap, ...] = ()
    looked_for: tuple[str, ...] = ()
    """What a flag is raised by, in words."""
    evidence: tuple[Quote, ...] = ()
    """The places that show a flag."""
    fix: str = ""


class Account(NamedTuple):
    """A draft whole: what is said of it, its text, and how every level came about."""

    card: Scorecard
    outline: Outline
    """The file as it was read, to whose texts the places of the scorecard lead."""
    told: tuple[Derivation, ...]
    """Of the verdict first, then of each criterion, each row of the role, and each flag that is raised."""
    asked_at: Mapping[str, Location]
    """Question of the type (`part.field`) to the place in the file that asks it, where there is one."""
    pictures: tuple[Picture, ...] = ()
    """What can be drawn of the draft."""

    def belongs_at(self, finding: Finding) -> Location | None:
        """The place where what is missing belongs; None where the file has none yet."""
        return self.asked_at.get(finding.question) or finding.under
