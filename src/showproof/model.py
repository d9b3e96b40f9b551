"""What is read from a draft and what is said about it: frozen data, no behaviour.

Thousands of these are made for one draft, so they are named tuples, which cost a third of frozen dataclasses to make.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from showproof.places import Location as Location
from showproof.values import Value

LEVELS = ("missing", "claimed", "shown", "demonstrated", "defensible")
"""Names of the levels 0 to 4."""

BlockKind = Literal["heading", "paragraph", "item", "pair"]


class Block(NamedTuple):
    """A located piece of text outside tables."""

    text: str
    location: Location
    kind: BlockKind = "paragraph"
    level: int = 0
    """Heading level from 1, or depth of a list item from 1."""
    number: str = ""
    """The computed number of a heading or list item ('3.2', 'b'), where it has one."""
    checked: bool | None = None
    """State of a task-list item or check box; None where there is none."""
    marks: tuple[str, ...] = ()
    """Content-control tags, bookmark names and defined names that wrap it, outermost first."""
    placeholder: bool = False
    """Shown as placeholder by the file itself."""
    strong: bool = False
    """Wholly bold or otherwise set like a heading, without being one by style."""
    apart: bool = False
    """Whether the label of a pair stands in a cell of its own: its location is that of the value alone."""

    @property
    def value_start(self) -> int:
        """Where the value of a pair `apart` starts in its text."""
        return len(self.text) - self.location.length

    @property
    def standing(self) -> str:
        """The part of its text that stands at its location: all of it, but of a pair `apart` the value."""
        return self.text[self.value_start :] if self.apart else self.text


class Cell(NamedTuple):
    """One cell of a table; a merged group has its value in the first cell and `spans` columns, `drops` rows."""

    text: str
    location: Location
    marks: tuple[str, ...] = ()
    placeholder: bool = False
    spans: int = 1
    drops: int = 1
    strong: bool = False
    kind: str = "text"
    """What the file says that the value is: text, number, percent, money, date, bool, formula-without-value, error."""


class Table(NamedTuple):
    """Rows of cells as they stand; `header` counts the rows at the top that name columns (0 where none does)."""

    rows: tuple[tuple[Cell, ...], ...]
    location: Location
    header: int = 0
    name: str = ""
    """Name of an Excel table, or a caption."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A file as read: blocks and tables in reading order, and what was noticed on the way."""

    file: str
    format: Literal["docx", "xlsx", "md"]
    items: tuple[Block | Table, ...]
    properties: dict[str, str] = field(default_factory=dict)
    """Document properties: `title`, `author`, and the custom ones by their names."""
    notices: tuple[str, ...] = ()
    """What a reader should know: tracked changes accepted, hidden sheet left out, ..."""
    hidden: tuple[Block, ...] = ()
    """Text that a person would not see: never scored, reported."""
    margins: tuple[Block, ...] = ()
    """Headers and footers: identity, never evidence."""
    source: tuple[str, ...] = ()
    """The lines of a text file: a quote from it is what stands there, markup and all."""

    def standing(self) -> Iterator[tuple[str, Location]]:
        """Every text with the place at which it stands."""
        for item in self.items:
            if isinstance(item, Block):
                yield item.standing, item.location
            else:
                yield from ((cell.text, cell.location) for row in item.rows for cell in row)


class Observation(NamedTuple):
    """One statement of a draft: a sentence, a list item, a cell, an answer. Its text stands at `location`."""

    text: str
    location: Location
    facets: frozenset[str]
    """What it is about by its own words, its column or its prompt."""
    traits: frozenset[str]
    """What it carries: kinds of value, person, owner, condition, ..."""
    values: tuple[Value, ...]
    field: str = ""
    """Where it was aligned: `part.field` of the artifact type, or nothing."""
    label: str = ""
    """The header of its column, or its prompt, in folded form."""
    asked: frozenset[str] = frozenset()
    """The facets that its column or prompt asks for; `facets` has those of its own words too."""


class Unit(NamedTuple):
    """Statements that are said together: the cells of one row, a sentence, a list item, a label with its value."""

    observations: tuple[Observation, ...]
    kind: Literal["row", "sentence", "item", "pair"]
    facets: frozenset[str]
    """What any of its statements is about."""
    context: frozenset[str]
    """What the heading above it, or the part it stands in, is about."""
    traits: frozenset[str]
    section: int
    """Running number of the section (heading) that it stands under, from 0."""
    paragraph: int
    """Running number of the paragraph, list or table that it stands in."""
    table: int = -1
    """Running number of its table, or -1."""
    text: str = ""
    """Its statements in one line."""


class Heading(NamedTuple):
    """A section's heading and place."""

    text: str
    location: Location
    facets: frozenset[str]
    part: str = ""
    """The part of the artifact type that it was aligned to."""
    section: int = -1
    """Running number of the section that it opens, or -1."""


class Answer(NamedTuple):
    """A question of the artifact type, and what was found for it."""

    field: str
    label: str
    text: str
    location: Location
    required: bool
    blank: bool


class PartState(NamedTuple):
    """How far one part of the artifact type is filled in this draft."""

    id: str
    title: str
    essential: bool
    answered: int
    asked: int
    found: bool
    location: Location | None


class Detection(NamedTuple):
    """What a draft was taken for, by what, and how surely (0 to 1)."""

    value: str
    by: Literal["option", "property", "manifest", "content", "none"]
    confidence: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as evidence: what rules judge."""

    outline: Outline
    artifact: Detection
    role: Detection
    headings: tuple[Heading, ...]
    units: tuple[Unit, ...]
    parts: tuple[PartState, ...]
    answers: tuple[Answer, ...]
    unfilled: tuple[Observation, ...]
    """Placeholders and instruction texts that were left in."""
    unplaced: tuple[Observation, ...]
    """Read, but not placed in any part of the artifact type."""
    hidden: tuple[Observation, ...] = ()
    """What a person would not see, with what it speaks of: judged as a sign of stuffing, never as evidence."""
    title: str = ""
    words: int = 0
    names: frozenset[str] = frozenset()
    """The single names that the document itself shows to be persons'."""


Verdict = Literal["met", "partly", "unmet", "unreadable"]


class Quote(NamedTuple):
    """A piece of the draft, word for word, and its place; of a text file with the markup that stands in it."""

    quote: str
    location: Location


class Finding(NamedTuple):
    """What one evidence rule found: quotes, or a named absence, and what to do."""

    id: str
    rule: str
    say: str
    verdict: Verdict
    strength: float
    """1 met, 0 nothing; between them part of it."""
    evidence: tuple[Quote, ...] = ()
    absence: str = ""
    """Where it belongs, in words, when it is missing."""
    fix: str = ""
    worth: float = 0.0
    """What mending exactly this adds to the score of its criterion."""
    part: Literal["essential", "support", "limit"] = "essential"
    """How the rubric weighs it: by the table's essentials or supports, or as a limit."""
    allows: int = 4
    """The highest level that its criterion can have as it is now: less than 4 only for a limit that is not met."""
    question: str = ""
    """What is missing answers this question of the type: `part.field`, or `part.column` of the part's table."""
    under: Location | None = None
    """The heading that it belongs under, where no question asks for it."""


class Rated(NamedTuple):
    """A criterion or skill row with its level and every finding behind it."""

    id: str
    title: str
    level: int
    score: float
    findings: tuple[Finding, ...]
    capped: str = ""
    """Why the level is lower than its findings would give, where it is."""


class Raised(NamedTuple):
    """A flag and the places that show it."""

    id: str
    say: str
    fix: str
    evidence: tuple[Quote, ...] = ()


class Scorecard(NamedTuple):
    """All that is said of one draft; every output is a rendering of it."""

    file: str
    sha256: str
    role: Detection
    artifact: Detection
    rubric_version: str
    rubric_digest: str
    level: int
    score: float
    verdict: str
    criteria: tuple[Rated, ...]
    skills: tuple[Rated, ...]
    flags: tuple[Raised, ...]
    notices: tuple[str, ...] = ()
    unplaced: tuple[Quote, ...] = ()
