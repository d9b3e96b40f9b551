"""The file of bundles, checked: every type and role that it names is there, every document speaks of every other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from showproof.catalog.bundle import Bundle
from showproof.catalog.check import build
from showproof.catalog.load import Faults
from showproof.catalog.marks import KeyPath, read_yaml
from showproof.errors import CatalogError


def load_bundles(path: Path, artifacts: Iterable[str], roles: Iterable[str]) -> dict[str, Bundle]:
    """The bundles of a file by id. Raises CatalogError with every fault."""
    marked = read_yaml(path)
    if not isinstance(marked.data, dict):
        place = marked.place(())
        raise CatalogError([f"{place}: the file: found no keys; allowed: ids, each with its entry; write `id:` first"])
    known, known_roles = set(artifacts), set(roles)
    bundles, lines = {}, []
    for name in marked.data:
        entry = marked.entry(name)
        faults = Faults(entry)
        try:
            bundles[name] = build(Bundle, entry)
            _check(bundles[name], faults, known, known_roles)
            faults.finish()
        except CatalogError as error:
            lines += error.faults
    if lines:
        raise CatalogError(lines)
    return bundles


def _check(bundle: Bundle, faults: Faults, artifacts: set[str], roles: set[str]) -> None:
    faults.among(("role",), bundle.role, roles, "roles")
    if len(bundle.members) < 2:
        faults.add(("members",), f"{len(bundle.members)} documents", "two or more", "add one")
    for at, member in enumerate(bundle.members):
        path: KeyPath = ("members", at)
        faults.among((*path, "artifact"), member.artifact, artifacts, "artifact types")
        if member.artifact in bundle.artifacts[:at]:
            faults.add((*path, "artifact"), member.artifact, "each type once", "remove one of the two")
        others = [one for one in bundle.artifacts if one != member.artifact]
        for name in member.companions:
            faults.among((*path, "companions", name), name, others, "other documents of the bundle")
        for name in others:
            if name not in member.companions:
                allowed = "a phrase on every other document"
                faults.add((*path, "companions"), f"nothing on {name}", allowed, f"add {name}")
