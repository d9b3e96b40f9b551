"""The built-in templates as files: blank ones as a person gets them, and their worked examples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from showproof.api import make_template, role_defaults
from showproof.catalog.store import Catalog

QUALITIES = ("strong", "weak", "blank")


def blank(catalog: Catalog, artifact: str, ending: str) -> bytes:
    """A template with the context of its first role."""
    role = next(iter(catalog.artifact(artifact).proves))
    return make_template(catalog, artifact, format_name=ending, role=role, context=role_defaults(catalog, role))


def made_as(catalog: Catalog, ending: str) -> list[str]:
    """The types that are made in this format."""
    return [artifact for artifact in catalog.artifact_ids if ending in catalog.artifact(artifact).formats]


def in_turn(names: Sequence[str], turn: int, of: int) -> list[str]:
    """Every `of`-th name, from the one numbered `turn`: tests that share the types out among them cover all."""
    return list(names[turn % of :: of])


def write_all(
    catalog: Catalog, ending: str, folder: Path, qualities: tuple[str, ...] = QUALITIES, types: Sequence[str] = ()
) -> list[Path]:
    """One file for each of the types (all that are made in this format), and quality, named `type-quality`."""
    files = []
    for artifact in types or made_as(catalog, ending):
        for quality in qualities:
            file = folder / f"{artifact}-{quality}.{ending}"
            made = (
                blank(catalog, artifact, ending)
                if quality == "blank"
                else make_template(catalog, artifact, format_name=ending, example=quality)
            )
            file.write_bytes(made)
            files.append(file)
    return files
