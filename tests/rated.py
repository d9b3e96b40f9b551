"""Small studies, and their scorecards filled as raters would, by a library that knows nothing of how they were made."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl

from showproof.catalog.store import Catalog
from showproof.packets.study import Blinded, Packets, packets

ROLE = "operations-manager"
RATERS = ("Ana Ruiz", "Ben Okoye", "Cleo Marsh")
Book = openpyxl.Workbook


def study(catalog: Catalog, drafts: int = 4, overlap: int = 0, seed: int = 7) -> Packets:
    texts = [f"# Draft {number}\n".encode() for number in range(drafts)]
    from hashlib import sha256

    made = [Blinded(f"in/draft-{n}.md", sha256(text).hexdigest(), "", ".md", text, ()) for n, text in enumerate(texts)]
    return packets(catalog, catalog.role(ROLE), made, RATERS, overlap=overlap, seed=seed)


def written(made: Packets, folder: Path) -> Path:
    for name, data in made.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def card(folder: Path, rater: str = "ana-ruiz") -> Path:
    return folder / "raters" / rater / f"scorecard-{rater}.xlsx"


def changed(path: Path, change: Callable[[Book], None]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    change(book)
    book.save(path)


def lines(book: Book):
    """(sheet, row, code) of every line to rate."""
    for sheet in book.worksheets[1:]:
        top = next(cell.row for cell in sheet["A"] if cell.value == "Draft")
        for row in range(top + 1, sheet.max_row + 1):
            yield sheet, row, sheet.cell(row, 1).value


def rate(path: Path, level: Callable[[str, str], int]) -> None:
    """Every level filled in, by the sheet's name and the code; a note on each draft's line."""

    def fill(book: Book) -> None:
        for sheet, row, code in lines(book):
            sheet.cell(row, 2).value = level(sheet.title, code)
            sheet.cell(row, 3).value = f"{code}: “seen”"

    changed(path, fill)


def by_code(tab: str, code: str) -> int:
    """A level that differs from draft to draft."""
    return (int(code[1:]) + len(tab)) % 5


def key_of(folder: Path) -> dict:
    return json.loads((folder / "organiser" / "key.json").read_text(encoding="utf-8"))
