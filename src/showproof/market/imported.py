"""What came of an import: the role, and what a person should know of it, in sentences."""

from __future__ import annotations

from dataclasses import dataclass

from showproof.catalog.rubric import Role

SHOWN = 90
"""Characters of a work sample that a message shows."""


@dataclass(frozen=True, slots=True)
class ImportedRole:
    """A role as a report describes it, and what was not found or is not sure."""

    role: Role
    counted: str
    """What its `line` counts: `line` or `block`."""
    missing: tuple[str, ...]
    """What the report does not have."""
    unsure: tuple[str, ...]
    """Rows that can be read in more than one way."""
    notices: tuple[str, ...] = ()
    """What the reader noticed."""

    @property
    def unserved(self) -> tuple[str, ...]:
        """Work samples that no artifact type serves."""
        return tuple(
            f"{self.counted} {one.line}: no artifact type serves this work sample: {_short(one.asked)}"
            for one in self.role.named
            if not one.artifact
        )

    @property
    def rules(self) -> tuple[str, ...]:
        """From where the rules of each row come, and how sure that is."""
        found = []
        for row in self.role.rows:
            if row.matched and row.matched.row:
                known = f"which know {row.matched.share:.0%} of its words"
                found.append(f"row {row.id}: rules of {row.matched.row}, {known}; {row.matched.check}")
            elif row.matched:
                found.append(f"row {row.id}: the usual rules; {row.matched.check}")
        return tuple(found)

    @property
    def notes(self) -> tuple[str, ...]:
        """All of it, a sentence each."""
        counts = ("lines are counted in blocks of the document, from its top",) if self.counted == "block" else ()
        return (*self.notices, *counts, *self.missing, *self.unsure, *self.unserved, *self.rules)

    def remarks(self, report: str) -> tuple[str, ...]:
        """What stands on top of the role's file."""
        what = "a block of that document, counted from its top" if self.counted == "block" else "a line of that file"
        return (
            f"Imported from {report}; each `line` is {what}.",
            "Texts are the report's own: put them into your words before you hand the file on.",
            "Look at the rules of each row, then take its `matched` out.",
            *self.missing,
            *self.unsure,
        )


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rpartition(' ')[0] or text[:SHOWN]} …"
