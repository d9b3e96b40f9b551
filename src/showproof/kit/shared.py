"""What all papers of a kit have in common: where they come from, and how types are called."""

from __future__ import annotations

from showproof import __version__
from showproof.catalog.rubric import Role
from showproof.catalog.store import Catalog
from showproof.model import LEVELS as LEVELS

KIND, ROLE, RUBRIC, TOOL = "showproof.kit", "showproof.role", "showproof.rubric", "showproof.tool"
"""Custom document properties: which paper it is, its role, the digest of the rubric, the version of showproof."""


def properties(kind: str, role: Role, digest: str) -> tuple[tuple[str, str], ...]:
    """The properties of one paper."""
    return ((KIND, kind), (ROLE, role.id), (RUBRIC, digest), (TOOL, __version__))


def title_of_type(catalog: Catalog, artifact: str) -> str:
    """How an artifact type is called; its id in words where the catalogue has none of the name."""
    if artifact in catalog.summaries:
        return catalog.summaries[artifact].title
    words = artifact.replace("-", " ")
    return f"{words[:1].upper()}{words[1:]}"
