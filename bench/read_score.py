"""Reading one draft, and reading and scoring it with everything warm."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.forms import catalog, worked_form
from bench.free_form import free_form_docx
from bench.memory import peaks
from bench.read_floors import docx_texts, xlsx_texts
from bench.report import heading, ms, table
from bench.timing import measure
from showproof.api import Scorer
from showproof.formats.docx.write import write_docx
from showproof.formats.open import read_file
from showproof.formats.xlsx.write import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.timing import Work

DRAFTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "own DOCX": ("plan.docx", lambda: write_docx(worked_form())),
    "free-form DOCX": ("free.docx", free_form_docx),
    "own XLSX": ("plan.xlsx", lambda: write_xlsx(worked_form())),
}
"""Name of a draft to its file's name and what makes it."""
FOLDER = tempfile.TemporaryDirectory(prefix="showproof-bench-")


def _draft(name: str) -> Path:
    file, make = DRAFTS[name]
    path = Path(FOLDER.name) / file
    if not path.exists():
        path.write_bytes(make())
    return path


def _floor(name: str) -> Work:
    path = _draft(name)
    texts = xlsx_texts if path.suffix == ".xlsx" else docx_texts
    return lambda: texts(path.read_bytes())


def _score(name: str) -> Work:
    scorer = Scorer(catalog())
    return partial(scorer.score, _draft(name))


KINDS: dict[str, Callable[[str], Work]] = {
    "floor: zipfile, lxml, one walk": _floor,
    "read_file": lambda name: partial(read_file, _draft(name)),
    "Scorer.score": _score,
}
VARIANTS: dict[str, Callable[[], Work]] = {
    f"{draft}, {kind}": partial(make, draft) for draft in DRAFTS for kind, make in KINDS.items()
}
"""Name to what sets the variant up and gives the work to repeat."""


def main(rounds: int) -> None:
    """Print the table."""
    heading("Reading, and reading and scoring", "Each draft beside the floor of reading it; no targets yet.")
    rows = []
    for draft in DRAFTS:
        names = [f"{draft}, {kind}" for kind in KINDS]
        for one in measure({name: VARIANTS[name]() for name in names}, names[0], rounds):
            memory = peaks("bench.read_score", one.name)
            rows.append((one.name, ms(one.cpu), ms(one.wall), f"{one.ratio:.1f}", memory))
    table(("draft and work", "CPU ms", "lowest wall ms", "x floor", "MiB: peak, growth over 30"), rows)
    sizes = ", ".join(f"{name} {_draft(name).stat().st_size / 1024:.0f} KiB" for name in DRAFTS)
    print(f"\nSizes: {sizes}.")
