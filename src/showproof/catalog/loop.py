"""What a market report says of a role beside its table: the hiring loop, and how to come through it or to run it.

Every entry names the line of the report that it stands on. Texts are ours; the report's facts and names carry over.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A section of the report: it goes on to the next heading."""

    title: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that the report says to candidates or to hiring teams."""

    id: str
    say: str
    line: int
    also: tuple[int, ...] = ()
    """Other lines of the report that say the same."""
    rows: tuple[str, ...] = ()
    """Rows of the role's table that it bears on."""
    artifacts: tuple[str, ...] = ()
    """Artifact types that answer it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger(Told):
    """Something that gets a candidate rejected."""

    flag: str = ""
    """The flag that finds it in a draft, where one does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of the hiring loop, for the candidate (`how`) and for the interviewer (all that follows)."""

    id: str
    title: str
    how: str
    """How a candidate prepares for it."""
    line: int
    rows: tuple[str, ...] = ()
    """Rows of the role's table that it tests."""
    artifacts: tuple[str, ...] = ()
    """Artifact types that a candidate brings to it."""
    aim: str = ""
    """What the interviewer wants to know afterwards."""
    minutes: int = 0
    prompts: tuple[str, ...] = ()
    """What the interviewer asks first."""
    whys: tuple[str, ...] = ()
    """Follow-up questions, each one step deeper than the one before it."""
    red_flags: tuple[str, ...] = ()
    """What the interviewer writes down as a warning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that a candidate asks before saying yes."""

    id: str
    about: str
    """`scope` or `pay`."""
    ask: str
    line: int
    also: tuple[int, ...] = ()
    """Other lines of the report that ask the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedArtifact:
    """A work sample that the report names."""

    asked: str
    """What it is to hold, in short."""
    line: int
    artifact: str = ""
    """The artifact type that serves it; empty where none does."""
