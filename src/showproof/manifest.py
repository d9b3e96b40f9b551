"""A manifest: a CSV that says role and type of each draft, as coaches keep it for a cohort."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from showproof.catalog.store import Catalog
from showproof.errors import UserError
from showproof.scorer import SAID_NOTHING, Said


class Manifest(NamedTuple):
    """What the rows say of drafts, and what of it is not known."""

    by_path: dict[Path, Said]
    """Absolute path to what is said; a row's file is meant from the manifest's folder or from the current one."""
    by_name: dict[str, Said]
    """Last name of a file that one row alone has, for drafts that were moved since."""
    otherwise: Said = SAID_NOTHING
    """What is said of drafts that no row names."""
    notices: tuple[str, ...] = ()

    def said_of(self, path: Path) -> Said:
        """What is said of one draft."""
        return self.by_path.get(_place(path)) or self.by_name.get(path.name, self.otherwise)


def read_manifest(path: Path, catalog: Catalog, otherwise: Said = SAID_NOTHING) -> Manifest:
    """A CSV with the columns file, role and artifact; what it leaves open is said by `otherwise`.

    A type that the catalogue does not have is left open too, with a notice. Raises UserError with the line
    of an unknown role, and for what is no such CSV.
    """
    by_path: dict[Path, Said] = {}
    names: Counter[str] = Counter()
    notices: list[str] = []
    for line, row in _rows(path):
        role = row.get("role") or otherwise.role
        artifact = row.get("artifact") or otherwise.artifact
        try:
            if role:
                catalog.role(role)
        except UserError as error:
            raise UserError(error.message, where=f"{path}:{line}", remedy=error.remedy) from None
        if artifact and artifact not in catalog.artifact_ids:
            notices.append(f'{path}:{line}: unknown artifact type "{artifact}"; the type is read from the draft')
            artifact = ""
        file = Path(row["file"])
        names[file.name] += 1
        said = Said(role, artifact, "manifest")
        by_path |= {_place(file): said, _place(path.parent / file): said}
    by_name = {file.name: said for file, said in by_path.items() if names[file.name] == 1}
    return Manifest(by_path, by_name, otherwise, tuple(notices))


def _place(path: Path) -> Path:
    return Path(os.path.normpath(path.absolute()))


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Line number and cells of every row, without blanks around them."""
    import csv
    import io

    from showproof.formats.package import read_bytes

    text = read_bytes(path).decode("utf-8-sig", errors="replace")
    first = text.partition("\n")[0]
    # Excel saves a CSV with semicolons where the comma is the decimal sign.
    apart = ";" if ";" in first and "," not in first else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), restval="", delimiter=apart)
    reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise UserError(f"not a CSV file: {error}", where=str(path), remedy="save the sheet as CSV, UTF-8") from None
    if not rows or "file" not in rows[0][1]:
        raise UserError("no column `file`", where=f"{path}:1", remedy="the columns are file, role, artifact")
    return [(line, {name: cell.strip() for name, cell in row.items() if name}) for line, row in rows]
