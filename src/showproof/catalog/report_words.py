"""What `rubrics/report/sections.yaml` says of market reports: names of sections and columns, words before a phrase."""

from __future__ import annotations

from dataclasses import dataclass

SECTIONS = (
    "summary", "market", "scope-checks", "definition", "weeks", "outcomes", "lens", "industry", "scenarios",
    "ideas", "variants", "demand", "supply", "position", "skills", "signals", "triggers", "table", "stages",
    "artifacts", "preparation", "pay", "roadmap", "actions", "plan", "improvements", "risks", "method", "answers",
    "sources",
)  # fmt: skip
"""Sections that the import knows what to do with."""
COLUMNS = ("skill", "good", "proof")
"""Columns of the table of skills."""
PHRASES = ("constraints", "metrics", "workflows")
"""Kinds of phrases that are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionNames:
    """By what a section of a report is known."""

    wants: str
    """What it lists, in words for a message."""
    headings: tuple[str, ...]
    leads: tuple[str, ...] = ()
    """Words of the line before a list that make the list this section."""
    begins: tuple[str, ...] = ()
    """How its items begin, whatever section they stand under."""
    own: bool = False
    """Whether market reports have it and hardly any other document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseCues:
    """How phrases of one kind are found."""

    before: tuple[str, ...]
    """Words that stand before such a phrase."""
    outright: tuple[str, ...] = ()
    """Words behind which all of a short clause is such a phrase, though it be said once only."""
    ends: tuple[str, ...] = ()
    """Words of which it must have one at its end; any will do where there are none."""
    least: int = 1
    """Lines that must say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """How reports are read."""

    titles: tuple[str, ...]
    """Words at the end of a report's title."""
    places: tuple[str, ...]
    """Words at the start of a title that name a country."""
    industry_headings: tuple[str, ...]
    """Headings that name the industry after a colon."""
    spelled: tuple[str, ...]
    """Words with a capital letter inside."""
    columns: dict[str, tuple[str, ...]]
    """`skill`, `good` and `proof`, each with the headers of its column."""
    sections: dict[str, SectionNames]
    stock: tuple[str, ...]
    """Phrases that every report says again and again, and that name nothing of the role."""
    phrases: dict[str, PhraseCues]
    """`workflows`, `metrics` and `constraints`."""
