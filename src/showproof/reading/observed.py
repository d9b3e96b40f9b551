"""What observing an outline needs to know of the template, and what it gives."""

from typing import NamedTuple

from showproof.model import Answer, Heading, Observation, Unit

NO_FACETS: frozenset[str] = frozenset()


class Printed(NamedTuple):
    """What a template holds before anybody writes, in folded form."""

    instructions: frozenset[str]
    """Prompts, guidance, and what reviewers look for."""
    prefilled: dict[str, str]
    """`part.field` to the answer that the context put there."""
    shown: dict[str, frozenset[str]]
    """`part.field` to what an empty answer shows: its prompt or its guidance."""
    guides: dict[str, str]
    """The line under each part's heading to the part's id."""
    title: str = ""
    """The type's own title, which heads a document without another one."""
    outdated: bool = False
    """Whether the file was made from another version of the template, whose guidance we do not know."""


class Observed:
    """What observing one outline gives."""

    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self.units: list[Unit] = []
        self.answers: list[Answer] = []
        self.rows: dict[str, dict[int, dict[str, str]]] = {}
        """Part id to row number to column id to text: the cells found for a part's table."""
        self.unfilled: list[Observation] = []
        self.unplaced: list[Observation] = []
        self.title = ""
