"""A workbook back into catalogue files: read, every edit checked, compared with what it was exported from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from showproof.catalog.store import Catalog
from showproof.catalog.to_yaml import to_yaml
from showproof.errors import CatalogError, UserError
from showproof.formats.open import open_workbook
from showproof.formats.xlsx.references import split_cell
from showproof.formats.xlsx.stored import StoredSheet, read_stored
from showproof.rubric_sheets.as_before import as_before
from showproof.rubric_sheets.changes import Change, changes
from showproof.rubric_sheets.columns import ABOUT, KINDS, WORDS, SheetPlan
from showproof.rubric_sheets.example_pages import pages_left
from showproof.rubric_sheets.exported import Asked, Exported, exported_in
from showproof.rubric_sheets.found import Read, lines_in, plain
from showproof.rubric_sheets.judged import judged_contents
from showproof.rubric_sheets.lines import plans_of
from showproof.rubric_sheets.rubrics import CRITERIA, Rubric, next_version, rubrics_named

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Edited(NamedTuple):
    """A rubric as it was, and as the workbook has it; a new criterion was not there before."""

    before: Rubric | None
    after: Rubric


@dataclass(frozen=True, slots=True)
class Imported:
    """What came out of a workbook."""

    file: str
    rubrics: tuple[Edited, ...]
    changes: tuple[Change, ...]
    notes: tuple[str, ...]
    """What was not read, a line each."""
    files: dict[str, bytes]
    """Path within a catalogue folder to what belongs there."""


def import_rubric(catalog: Catalog, path: Path, *, new_id: str = "", force: bool = False) -> Imported:
    """The rubrics of a workbook, checked whole.

    With `new_id`, a role or criterion comes under this id. Raises UnreadableError for a file that is no workbook,
    UserError for one that was exported from other versions than the catalogue has (unless forced), CatalogError with
    every cell that cannot be taken.
    """
    sheets, shown = read_stored(open_workbook(path)), str(path)
    exported, asked = exported_in(shown, sheets)
    base = _base(catalog, shown, exported, force=force)
    _check_id(catalog, base, new_id, force=force)
    plans = plans_of(catalog, base)
    read = Read(shown)
    _note_sheets(read, sheets, plans)
    lines = {plan.name: lines_in(read, sheets, plan) for plan in plans}
    edited: list[Edited] = []
    if not read.faults:
        contents = judged_contents(read, catalog, plans, lines, base, new_id)
        edited = [_edited(read, base, new_id, content, asked) for content in contents]
    if read.faults:
        raise CatalogError(_in_order(read.faults, sheets))
    old = [one.before for one in edited if one.before]
    files = {one.after.file: to_yaml(one.after.content) for one in edited}
    for one in edited:
        files |= pages_left(catalog, one.after)
    found = changes(plans, old, [one.after for one in edited])
    return Imported(shown, tuple(edited), tuple(found), tuple(read.notes), files)


def _base(catalog: Catalog, file: str, exported: Sequence[Exported], *, force: bool) -> tuple[Rubric, ...]:
    """The rubrics of the catalogue that the workbook was exported from."""
    known = {*catalog.role_ids, *(one.id for one in catalog.criteria), "overall"}
    for one in exported:
        if one.id not in known:
            remedy = "say --catalog FOLDER with the folder that has it"
            raise UserError(f'made from "{one.id}", which the catalogue does not have', where=file, remedy=remedy)
    if len(exported) > 1:
        named = {one.id for one in exported}
        base = tuple(one for one in rubrics_named(catalog, CRITERIA) if one.id in named)
    else:
        base = rubrics_named(catalog, exported[0].id)
    digests = {one.id: one for one in exported}
    for rubric in () if force else base:
        was = digests[rubric.id]
        if was.digest != rubric.digest:
            message = (
                f"made from version {was.version} of {rubric.id}, digest {was.digest}; the catalogue has version "
                f"{rubric.version}, digest {rubric.digest}"
            )
            remedy = "export it again and edit that workbook, or say --force to put this one over it"
            raise UserError(message, where=file, remedy=remedy)
    return base


def _check_id(catalog: Catalog, base: Sequence[Rubric], new_id: str, *, force: bool) -> None:
    if not new_id:
        return
    if len(base) > 1 or base[0].kind == "overall":
        raise UserError("--id is for one role or one criterion", remedy="leave it out")
    if not _ID.fullmatch(new_id):
        raise UserError(f'"{new_id}" is no id', remedy="write small letters and digits with hyphens between")
    taken = catalog.role_ids if base[0].kind == "role" else [one.id for one in catalog.criteria]
    if new_id in taken and new_id != base[0].id and not force:
        raise UserError(f'there is a {base[0].kind} "{new_id}" already', remedy="choose another --id, or say --force")


def _note_sheets(read: Read, sheets: Sequence[StoredSheet], plans: Sequence[SheetPlan]) -> None:
    known = {plain(name) for name in (ABOUT, KINDS, WORDS, *(plan.name for plan in plans))}
    if all(any(plain(sheet.name) == plain(plan.name) for sheet in sheets) for plan in plans):
        read.notes += [
            f"{read.file}: the sheet {one.name} is not read" for one in sheets if plain(one.name) not in known
        ]


def _edited(read: Read, base: Sequence[Rubric], new_id: str, rubric: Rubric, asked: Asked) -> Edited:
    """With its version: the one that somebody wants, else the next one where anything changed."""
    found = base[0] if new_id else next((one for one in base if one.id == rubric.id), None)
    if found is None:
        return Edited(None, rubric.in_version(asked.version or rubric.version))
    old = found.renamed(rubric.id)
    after = Rubric(rubric.id, as_before(rubric.content, old.content)).in_version(old.version)
    same = after.digest == old.digest
    if asked.version == old.version and not same:
        remedy = f"write {next_version(old.version)}, or clear the cell"
        read.fault(asked.place, f'"{asked.version}"', f"a version other than that of {found.id}", remedy)
    usual = old.version if same else next_version(old.version)
    return Edited(old, after.in_version(asked.version or usual))


def _in_order(faults: Sequence[str], sheets: Sequence[StoredSheet]) -> list[str]:
    """Faults by sheet, row and column; those of a whole sheet stand before those of its cells."""
    tabs = {sheet.name: number for number, sheet in enumerate(sheets)}

    def place(fault: str) -> tuple[int, int, int]:
        found = re.search(r", sheet (.+?)(?:, cell ([A-Z]+[0-9]+))?(?:, row [0-9]+)?: found ", fault)
        row, column = (split_cell(found[2] or "") if found else None) or (0, 0)
        return tabs.get(found[1], -1) if found else -1, row, column

    return sorted(dict.fromkeys(faults), key=place)
