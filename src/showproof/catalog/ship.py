"""Every file of a catalogue checked and compiled into one folder: what a wheel carries."""

from __future__ import annotations

from pathlib import Path

from showproof.catalog.sources import Sources
from showproof.catalog.store import Catalog


def ship_catalogue(root: Path, target: Path) -> None:
    """Compile the catalogue of a source tree into a folder. Raises CatalogError for the first bad file."""
    target.mkdir(parents=True, exist_ok=True)
    catalog = Catalog(Sources((root,)), keep_in=target)
    for role in catalog.role_ids:
        catalog.role(role)
    for artifact in catalog.artifact_ids:
        catalog.artifact(artifact)
        for quality in ("strong", "weak"):
            catalog.answers(artifact, quality)
    for whole in (
        catalog.head,
        catalog.facets,
        catalog.lexicon,
        catalog.flags,
        catalog.screen,
        catalog.criteria,
        catalog.summaries,
    ):
        assert whole is not None
