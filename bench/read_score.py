"""Reading one draft, and reading and scoring it with everything warm."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench import read_peers
from bench.filled_docx import filled_docx
from bench.filled_xlsx import filled_xlsx
from bench.forms import catalog, worked_form
from bench.free_form import free_form_docx
from bench.memory import peaks
from bench.read_floors import docx_blocks, xlsx_sheets
from bench.report import heading, judged, ms, table
from bench.timing import measure
from showproof.api import Scorer
from showproof.formats.docx.write import write_docx
from showproof.formats.open import read_file
from showproof.formats.xlsx.write import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.timing import Work


class Draft(NamedTuple):
    """A draft that is measured, and how many times the floor its score may take."""

    file: str
    make: Callable[[], bytes]
    target: float | None = None


DRAFTS = {
    "filled DOCX": Draft("filled.docx", filled_docx, 2.0),
    "filled XLSX": Draft("filled.xlsx", filled_xlsx, 1.5),
    "own DOCX": Draft("plan.docx", lambda: write_docx(worked_form())),
    "free-form DOCX": Draft("free.docx", free_form_docx),
    "own XLSX": Draft("plan.xlsx", lambda: write_xlsx(worked_form())),
}
GROWTH = 12.0
"""MiB by which the peak of memory may grow while a draft is scored again and again."""
FOLDER = tempfile.TemporaryDirectory(prefix="showproof-bench-")


def _path(name: str) -> Path:
    path = Path(FOLDER.name) / DRAFTS[name].file
    if not path.exists():
        path.write_bytes(DRAFTS[name].make())
    return path


def _floor(name: str) -> Work:
    path = _path(name)
    read: Callable[[bytes], object] = xlsx_sheets if path.suffix == ".xlsx" else docx_blocks
    return lambda: read(path.read_bytes())


def _peer(name: str) -> Work:
    path = _path(name)
    return read_peers.openpyxl(path) if path.suffix == ".xlsx" else read_peers.python_docx(path)


FLOOR, SCORE = "floor: zipfile, lxml, one walk", "Scorer.score"
KINDS: dict[str, Callable[[str], Work]] = {
    FLOOR: _floor,
    "peer only reading": _peer,
    "read_file": lambda name: partial(read_file, _path(name)),
    SCORE: lambda name: partial(Scorer(catalog()).score, _path(name)),
}
VARIANTS: dict[str, Callable[[], Work]] = {
    f"{draft}, {kind}": partial(make, draft) for draft in DRAFTS for kind, make in KINDS.items()
}
"""Name to what sets the variant up and gives the work to repeat."""


def main(rounds: int) -> None:
    """Print the table."""
    note = f"Each draft beside the floor of reading it; a score's memory may grow by {GROWTH:.0f} MiB. Peers are"
    heading(
        "Reading, and reading and scoring", f"{note} python-docx by row.cells and openpyxl for values and formulas."
    )
    rows = []
    for draft, (_, _, target) in DRAFTS.items():
        names = [f"{draft}, {kind}" for kind in KINDS]
        for one in measure({name: VARIANTS[name]() for name in names}, names[0], rounds):
            told = judged(one.ratio, target if one.name.endswith(SCORE) else None)
            memory = peaks("bench.read_score", one.name)
            rows.append((one.name, ms(one.cpu), ms(one.wall), f"{one.ratio:.2f}", *told, memory))
    table(("draft and work", "CPU ms", "lowest wall ms", "x floor", "target", "", "MiB: peak, growth over 30"), rows)
    sizes = ", ".join(f"{name} {_path(name).stat().st_size / 1024:.0f} KiB" for name in DRAFTS)
    print(f"\nSizes: {sizes}.")
