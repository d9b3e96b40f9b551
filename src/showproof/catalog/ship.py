"""Every file of a catalogue checked and compiled into one folder: what a wheel carries."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from showproof.catalog.sources import Sources
from showproof.catalog.store import QUALITIES, Catalog


def ship_catalogue(root: Path, target: Path) -> None:
    """Compile the catalogue of a source tree into a folder. Raises CatalogError for the first bad file."""
    target.mkdir(parents=True, exist_ok=True)
    catalog = Catalog(Sources((root,)), keep_in=target)
    for name, member in vars(Catalog).items():
        if isinstance(member, cached_property):
            getattr(catalog, name)
    for role in catalog.role_ids:
        catalog.role(role)
    for artifact in catalog.artifact_ids:
        catalog.artifact(artifact)
        for quality in QUALITIES:
            catalog.answers(artifact, quality)
