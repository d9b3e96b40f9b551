"""A report as sections: headings in any order, the items below each, and lists that are known by how they begin."""

from __future__ import annotations

from dataclasses import dataclass, field

from showproof.market.headings import NEAR, SURE, HeadingNames
from showproof.market.report import Line, Report

SHORT = 9
"""Words up to which a line that nothing ends, and that is no section's name, may be a heading all the same."""
_ENDS = (".", "!", ";", ",", ":", "…")


@dataclass(slots=True)
class Section:
    """A heading with what stands below it, as far as the next one."""

    id: str
    """Empty for a heading of another name."""
    title: str
    line: int
    heading: bool = True
    """False for a list that is known by the line before it or by its items."""
    items: list[Line] = field(default_factory=list)
    texts: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """All that stands below it, in order."""
        return sorted((*self.items, *self.texts), key=lambda line: line.number)


@dataclass(slots=True)
class Sections:
    """All sections in the report's order; what stands before the first one is `front`."""

    front: list[Line]
    found: list[Section]

    @property
    def lines(self) -> list[Line]:
        """Everything but headings and the table, in order."""
        return [*self.front, *(line for section in self.found for line in section.lines)]

    def items(self, *names: str) -> list[Line]:
        """The items of the sections of these ids."""
        return [line for section in self.found if section.id in names for line in section.items]

    def has(self, *names: str) -> bool:
        """Whether one of these sections has anything in it."""
        return any(section.items or section.texts for section in self.found if section.id in names)


def sections_of(report: Report, names: HeadingNames, taken: frozenset[int]) -> Sections:
    """The sections of a report; lines whose numbers are `taken` belong to its table."""
    lines = [line for line in report.lines if line.number not in taken]
    styled = sum(line.kind == "heading" for line in lines) > 2
    sections = Sections([], [])
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        current = sections.found[-1] if sections.found else None
        opened = _opened(line, below, current, names, styled)
        if opened is not None:
            sections.found.append(opened)
        elif current is None:
            sections.front.append(line)
        else:
            _add(sections.found, line, names)
    return sections


def _opened(
    line: Line, below: Line | None, current: Section | None, names: HeadingNames, styled: bool
) -> Section | None:
    """The section that a line opens, or None where it is no heading."""
    if line.kind in ("item", "row"):
        return None
    text = line.text.rstrip(" :") if line.kind == "heading" else line.text
    if line.text.endswith(":") and below is not None and below.kind == "item":
        led = names.led(line.text)
        if led:
            return Section(led, line.text.rstrip(" :"), line.number, line.kind == "heading")
        return _lead(line, current, names)
    if current is not None and current.id == "answers" and text.endswith("?"):
        return None
    if line.kind == "heading":
        return Section(names.match(text).id, text, line.number) if current or names.match(text).id else None
    found = names.match(text)
    exact = found.likeness >= SURE and not text.endswith(_ENDS)
    if exact or (found.likeness >= NEAR and not styled and not text.endswith((*_ENDS, "?"))):
        return Section(found.id, text, line.number)
    if current is not None and not styled and _may_head(line, below):
        return Section("", text, line.number)
    return None


def _lead(line: Line, current: Section | None, names: HeadingNames) -> Section | None:
    """A line before a list that has the name of another section than the one that it stands in."""
    found = names.match(line.text.rstrip(" :"))
    if current is not None and current.id == "weeks" and current.items:
        # What follows the weeks with a lead-in of its own is what they lead to, however that is called.
        return Section("outcomes", line.text.rstrip(" :"), line.number, heading=False)
    if found.likeness < SURE or (current is not None and current.id == found.id):
        return None
    return Section(found.id, line.text.rstrip(" :"), line.number, heading=line.kind == "heading")


def _may_head(line: Line, below: Line | None) -> bool:
    """Whether a line looks like a heading: short, with nothing at its end, and something below it."""
    text = line.text
    ended = text.endswith((*_ENDS, "?", ")", '"', "”")) or not text[0].isupper()
    return not ended and len(text.split()) <= SHORT and below is not None


def _add(found: list[Section], line: Line, names: HeadingNames) -> None:
    """Put a line where it belongs: items that begin like those of another section open that one."""
    if line.kind == "item":
        begun = names.begun(line.text)
        if begun and found[-1].id != begun:
            found.append(Section(begun, "", line.number, heading=False))
        elif not begun and not found[-1].heading and not found[-1].title:
            found.append(Section(_above(found), "", line.number, heading=False))
        found[-1].items.append(line)
    elif line.kind == "text":
        if not found[-1].heading and not line.text.endswith(":"):
            found.append(Section(_above(found), "", line.number, heading=False))
        found[-1].texts.append(line)


def _above(found: list[Section]) -> str:
    """The id of the last section with a heading."""
    return next((section.id for section in reversed(found) if section.heading), "")
