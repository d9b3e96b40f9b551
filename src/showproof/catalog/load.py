"""Catalogue files to checked objects: shape first, then what only the whole can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from showproof.catalog.artifact import Answers, ArtifactType, Field, Part
from showproof.catalog.check import build
from showproof.catalog.context import template_fault
from showproof.catalog.marks import KeyPath, Marked, read_yaml
from showproof.catalog.near import nearest
from showproof.catalog.picture_check import check_pictures
from showproof.errors import CatalogError

TAG_LENGTH = 36
"""`part.row.field` must fit a Word bookmark (40 characters) with the prefix `sp_`."""


@dataclass(slots=True)
class Faults:
    """Faults of one file, gathered so that all are reported at once."""

    marked: Marked
    lines: list[str] = field(default_factory=list)

    def add(self, path: KeyPath, found: object, allowed: str, remedy: str) -> None:
        """One fault: place, what was found, what is allowed, what to do."""
        self.lines.append(f'{self.marked.named(path)}: found "{found}"; allowed: {allowed}; {remedy}')

    def among(self, path: KeyPath, found: str, known: Iterable[str], what: str) -> None:
        """Fault where `found` is none of the known names; the nearest one is the remedy."""
        names = sorted(known)
        if found in names:
            return
        close = nearest(found, names)
        allowed = ", ".join(names) if len(names) <= 12 else f"one of the {len(names)} {what}"
        self.add(path, found, allowed, f"write {close}" if close else f"see the list of {what}")

    def finish(self) -> None:
        """Raise CatalogError if there is any fault."""
        if self.lines:
            raise CatalogError(self.lines)


def load_artifact(path: Path, shapes: dict[str, Any], facets: Iterable[str], shown: str = "") -> ArtifactType:
    """One `artifact.yaml`, shared fields merged in, checked whole. Raises CatalogError with every fault."""
    marked = read_yaml(path, shown)
    faults = Faults(marked)
    _merge_shapes(marked.data, (), shapes, faults)
    faults.finish()
    kind = build(ArtifactType, marked)
    if kind.id != path.parent.name:
        faults.add(("id",), kind.id, f"the name of its folder, {path.parent.name}", f"write {path.parent.name}")
    for name, given in (("formats", kind.formats), ("proves", kind.proves), ("parts", kind.parts)):
        if not given:
            faults.add((name,), "nothing", "one or more", f"add one to {name}")
    _unique(faults, ("parts",), [part.id for part in kind.parts])
    for index, part in enumerate(kind.parts):
        _check_part(part, ("parts", index), faults, set(facets))
    _check_names(kind.parts, faults)
    check_pictures(kind.pictures, kind.parts, faults)
    faults.finish()
    return kind


def load_part(path: Path, facets: Iterable[str], shown: str = "") -> Part:
    """One part on its own: the head block that all types share."""
    marked = read_yaml(path, shown)
    faults = Faults(marked)
    part = build(Part, marked)
    _check_part(part, (), faults, set(facets))
    faults.finish()
    return part


def load_shapes(path: Path) -> dict[str, Any]:
    """The shared fields of `shapes.yaml`, as plain data to be merged."""
    data = read_yaml(path).data
    return data if isinstance(data, dict) else {}


def load_answers(path: Path, kind: ArtifactType, head: Part, shown: str = "") -> Answers:
    """Answers to a type's questions, each for a question that exists and a choice that is allowed."""
    marked = read_yaml(path, shown)
    answers = build(Answers, marked)
    faults = Faults(marked)
    if answers.artifact != kind.id:
        faults.add(("artifact",), answers.artifact, kind.id, f"write {kind.id}")
    for name in answers.head:
        faults.among(("head", name), name, [f.id for f in head.fields], "head fields")
    parts = {part.id: part for part in kind.parts}
    for part_id, given in answers.answers.items():
        faults.among(("answers", part_id), part_id, parts, "parts")
        if part_id in parts:
            _check_answers(parts[part_id], given, ("answers", part_id), faults)
    faults.finish()
    return answers


def _check_answers(part: Part, given: dict[str, Any], path: KeyPath, faults: Faults) -> None:
    questions = {f.id: f for f in part.fields}
    columns = {f.id: f for f in part.table.columns} if part.table else {}
    for name, answer in given.items():
        if name == "rows" and isinstance(answer, list):
            for index, row in enumerate(answer):
                for cell, text in row.items():
                    _check_answer(cell, text, columns, (*path, "rows", index, cell), faults)
        else:
            _check_answer(name, answer, questions, (*path, name), faults)


def _check_answer(name: str, text: object, known: dict[str, Field], path: KeyPath, faults: Faults) -> None:
    faults.among(path, name, known, "fields of this part")
    if name in known and known[name].options and text and text not in known[name].options:
        faults.add(path, text, ", ".join(known[name].options), "write one of these")


def _merge_shapes(data: Any, path: KeyPath, shapes: dict[str, Any], faults: Faults) -> None:
    """Put a shared field's keys under every mapping that says `use`; the mapping's own keys win."""
    for key, value in _items(data):
        _merge_shapes(value, (*path, key), shapes, faults)
    if isinstance(data, dict) and isinstance(data.get("use"), str):
        name = data["use"]
        faults.among((*path, "use"), name, shapes, "shared fields")
        for key, value in shapes.get(name, {}).items():
            data.setdefault(key, value)
        data.setdefault("id", name)


def _items(data: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(data, dict):
        yield from data.items()
    elif isinstance(data, list):
        yield from enumerate(data)


def _check_part(part: Part, path: KeyPath, faults: Faults, facets: set[str]) -> None:
    _check_text(part.guidance, (*path, "guidance"), faults)
    _check_facets(part.facets, path, faults, facets)
    _unique(faults, (*path, "fields"), [f.id for f in part.fields])
    for index, item in enumerate(part.fields):
        _check_field(part, item, (*path, "fields", index), faults, facets)
    if part.table:
        _unique(faults, (*path, "table", "columns"), [f.id for f in part.table.columns])
        for index, item in enumerate(part.table.columns):
            _check_field(part, item, (*path, "table", "columns", index), faults, facets)
    elif not part.fields:
        faults.add(path, part.id, "fields or a table", "give the part at least one question")


def _check_names(parts: Iterable[Part], faults: Faults) -> None:
    """Two answers of one document must not share a bookmark, in which every sign but letters and digits is `_`."""
    taken: dict[str, str] = {}
    for index, part in enumerate(parts):
        columns = part.table.columns if part.table else ()
        for where, fields, row in (("fields", part.fields, 0), ("table", columns, 1)):
            for number, item in enumerate(fields):
                name = f"{part.id}.{'1.' if columns and row else ''}{item.id}"
                other = taken.setdefault(re.sub(r"[^a-z0-9]", "_", name.lower()), name)
                if other != name:
                    path = ("parts", index, where, *(("columns",) if row else ()), number, "id")
                    faults.add(path, item.id, f"an id whose bookmark is not that of {other}", "rename one of the two")


def _check_field(part: Part, item: Field, path: KeyPath, faults: Faults, facets: set[str]) -> None:
    _check_facets(item.facets, path, faults, facets)
    _check_text(item.guidance, (*path, "guidance"), faults)
    _check_text(item.prefill, (*path, "prefill"), faults)
    if item.type == "choice" and not item.options:
        faults.add((*path, "type"), "choice", "a choice with options", "add options: [ … ]")
    if item.options and item.type != "choice":
        faults.add((*path, "options"), ", ".join(item.options), "options of a choice", "write type: choice")
    if len(f"{part.id}.999.{item.id}") > TAG_LENGTH:
        faults.add((*path, "id"), item.id, f"part and field ids of {TAG_LENGTH - 5} characters together", "shorten one")
    if item.id == "rows":
        faults.add((*path, "id"), item.id, "any other id", "`rows` names a table's rows in answers; rename it")
    if not 1 <= item.width <= 8:
        faults.add((*path, "width"), item.width, "1 to 8", "change the value")


def _check_facets(given: tuple[str, ...], path: KeyPath, faults: Faults, known: set[str]) -> None:
    for index, facet in enumerate(given):
        faults.among((*path, "facets", index), facet, known, "facets of rubrics/facets.yaml")


def _check_text(text: str, path: KeyPath, faults: Faults) -> None:
    problem = template_fault(text)
    if problem:
        faults.add(path, text, "text with {{ name }} for words of the context", problem)


def _unique(faults: Faults, path: KeyPath, ids: list[str]) -> None:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            faults.add((*path, index, "id"), name, "an id that no other one has", "rename one of the two")
