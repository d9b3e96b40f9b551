"""The rubrics that can be edited: a role, one criterion or all, the overall verdict; each with version and digest."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Literal

from showproof.catalog.compiled import digest_of
from showproof.catalog.near import unknown
from showproof.catalog.plain_data import plain_data
from showproof.catalog.rubric import Criterion, Role, Screen
from showproof.catalog.store import Catalog

CRITERIA, OVERALL = "criteria", "overall"
"""Names of all criteria together, and of the overall verdict."""


@dataclass(frozen=True, slots=True)
class Rubric:
    """One rubric, which one file of a catalogue holds."""

    id: str
    content: Role | Criterion | Screen

    @property
    def kind(self) -> Literal["role", "criterion", "overall"]:
        """What it is the rubric of."""
        if isinstance(self.content, Role):
            return "role"
        return "criterion" if isinstance(self.content, Criterion) else "overall"

    @property
    def file(self) -> str:
        """Where it lies in a catalogue folder."""
        folders = {"role": f"roles/{self.id}", "criterion": f"criteria/{self.id}", "overall": OVERALL}
        return f"rubrics/{folders[self.kind]}.yaml"

    @property
    def version(self) -> str:
        """The version that its file gives."""
        return self.content.version

    @property
    def digest(self) -> str:
        """What it says, in 16 hexadecimal digits; comments and the order of keys do not count."""
        text = json.dumps(plain_data(self.content), sort_keys=True, ensure_ascii=False)
        return digest_of(self.kind.encode(), text.encode())[:16]

    def in_version(self, version: str) -> Rubric:
        """The same under another version."""
        return Rubric(self.id, replace(self.content, version=version))

    def renamed(self, name: str) -> Rubric:
        """The same under another id; the overall verdict has none."""
        if isinstance(self.content, Screen):
            return self
        return Rubric(name, replace(self.content, id=name))


def rubrics_named(catalog: Catalog, name: str) -> tuple[Rubric, ...]:
    """The rubrics behind a name: one, or all criteria. Raises UserError with near misses for an unknown name."""
    if name in catalog.role_ids:
        return (Rubric(name, catalog.role(name)),)
    if name == OVERALL:
        return (Rubric(OVERALL, catalog.screen),)
    criteria = {one.id: Rubric(one.id, one) for one in catalog.criteria}
    if name == CRITERIA:
        return tuple(criteria.values())
    if name not in criteria:
        names = (*catalog.role_ids, *criteria, CRITERIA, OVERALL)
        raise unknown("rubric", name, names, f"allowed: {', '.join(names)}")
    return (criteria[name],)


def next_version(version: str) -> str:
    """The version after one: its last number and one more; `draft` becomes `draft.1`."""
    last = re.search(r"\d+$", version)
    return f"{version[: last.start()]}{int(last[0]) + 1}" if last else f"{version}.1"
