"""The pictures that a draft has: those that its type declares, of what the draft itself says."""

from __future__ import annotations

from showproof.catalog.artifact import ArtifactType
from showproof.model import Draft
from showproof.pictures.picture import Picture


def pictures_of(draft: Draft, artifact: ArtifactType | None) -> tuple[Picture, ...]:
    """Every picture that can be drawn of a draft, in the order of its type; none where there is none."""
    return ()
