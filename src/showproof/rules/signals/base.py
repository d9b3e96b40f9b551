"""What a signal rule gets and gives."""

from collections.abc import Callable
from typing import NamedTuple

from showproof.catalog.artifact import ArtifactType
from showproof.catalog.rubric import Flag
from showproof.model import Draft, Quote
from showproof.rules.view import View
from showproof.runs import Runs


class Suspect(NamedTuple):
    """A draft under one flag's eye."""

    view: View
    kind: ArtifactType | None
    flag: Flag
    tracks: tuple[str, ...]
    """The role's variants, as word lists for a wandering draft."""
    shipped: Runs
    """Marks of the texts that showproof itself ships."""

    @property
    def draft(self) -> Draft:
        """The draft itself."""
        return self.view.draft

    @property
    def is_due(self) -> bool:
        """Whether an essential part of the type, a heading or a first column of the draft is about what is missed."""
        due = set(self.flag.due)
        if not due or any(due & heading.facets for heading in self.draft.headings):
            return True
        if any(due & one.asked for unit in self.draft.units for one in unit.observations[:2]):
            return True
        parts = self.kind.parts if self.kind else ()
        return any(part.essential and due.intersection(part.facets) for part in parts)


Signal = Callable[[Suspect], tuple[Quote, ...] | None]
"""Quotes that show the signal (none where it is an absence), or None where it is not there."""
