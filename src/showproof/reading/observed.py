"""What observing an outline needs to know of the template, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from showproof.model import Answer, Heading, Observation, Unit


@dataclass(frozen=True, slots=True)
class Printed:
    """What a template holds before anybody writes, in folded form."""

    instructions: frozenset[str]
    """Prompts, guidance, and what reviewers look for."""
    prefilled: dict[str, str]
    """`part.field` to the answer that the context put there."""
    title: str = ""
    """The type's own title, which heads a document without another one."""


@dataclass(slots=True)
class Observed:
    """What observing one outline gives."""

    headings: list[Heading] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    rows: dict[str, dict[int, dict[str, str]]] = field(default_factory=dict)
    """Part id to row number to column id to text: the cells found for a part's table."""
    unfilled: list[Observation] = field(default_factory=list)
    unplaced: list[Observation] = field(default_factory=list)
    title: str = ""
