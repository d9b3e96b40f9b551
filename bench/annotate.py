"""Annotating beside scoring: a copy with every finding in it, for drafts of our own and documents of 4 to 400 pages."""

from __future__ import annotations

import io
import tempfile
from copy import deepcopy
from functools import partial
from pathlib import Path

from bench.forms import catalog, worked_form
from bench.free_form import free_form_docx
from bench.report import heading, judged, ms, table
from bench.timing import measure
from showproof.annotating.copies import Wanted, annotate_file
from showproof.api import Scorer, make_template
from showproof.formats.docx.write import write_docx
from showproof.formats.xlsx.write import write_xlsx

TARGET = 2.0
"""How many times what scoring costs a copy may cost."""
LONG = {"4 pages": 1, "40 pages": 10, "400 pages": 100}
"""Documents by how many times the free-form one is in them."""
SLOWEST = 3
"""Rounds for documents of many pages."""


def main(rounds: int) -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory(prefix="showproof-bench-") as name:
        folder = Path(name)
        own = {
            "weak DOCX": ("sop.docx", make_template(catalog(), "sop", format_name="docx", example="weak")),
            "weak XLSX": ("sop.xlsx", make_template(catalog(), "sop", format_name="xlsx", example="weak")),
            "worked DOCX": ("plan.docx", write_docx(worked_form())),
            "worked XLSX": ("plan.xlsx", write_xlsx(worked_form())),
        }
        heading("Annotating", "CPU of scoring a draft, and of scoring, copying, reading back and comparing it.")
        _compared(folder, own, rounds)
        heading("Annotating documents of many pages", f"{min(rounds, SLOWEST)} rounds.")
        _compared(folder, {page: (f"{n}.docx", _longer(n)) for page, n in LONG.items()}, min(rounds, SLOWEST))


def _compared(folder: Path, drafts: dict[str, tuple[str, bytes]], rounds: int) -> None:
    scorer = Scorer(catalog())
    rows = []
    for name, (file, data) in drafts.items():
        path = folder / file
        path.write_bytes(data)
        wanted = Wanted(folder / "out", force=True)
        works = {"score": partial(scorer.score, path), "annotate": partial(annotate_file, scorer, path, wanted)}
        score, annotate = measure(works, "score", rounds)
        written = annotate_file(scorer, path, wanted).written
        cells = (
            ms(score.cpu),
            ms(annotate.cpu),
            f"{annotate.ratio:.2f}",
            *judged(annotate.ratio, TARGET),
            f"{written}",
        )
        rows.append((name, *cells))
    table(("draft", "score ms", "annotate ms", "x", "target", "", "comments"), rows)


def _longer(times: int) -> bytes:
    """The free-form document several times over."""
    import docx

    document = docx.Document(io.BytesIO(free_form_docx()))
    body = document.element.body
    once = [child for child in body if not child.tag.endswith("}sectPr")]
    for _ in range(times - 1):
        for child in once:
            body[-1].addprevious(deepcopy(child))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
