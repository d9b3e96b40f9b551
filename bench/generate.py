"""Making one document and one workbook: the floor, ours, and other libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench import peers_docx, peers_xlsx
from bench.forms import worked_form
from bench.jinja_cut import DOCX, XLSX, CutFile
from bench.jinja_docx import document
from bench.jinja_file import JinjaFile, parts_of
from bench.jinja_xlsx import workbook
from bench.memory import peaks
from bench.report import heading, judged, ms, table
from bench.timing import measure
from showproof.formats.docx.write import write_docx
from showproof.formats.xlsx.write import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.timing import Work
    from showproof.formats.form import Form

TARGET = 1.0
DOCX_FLOOR = "DOCX floor: Jinja template, zipfile"
XLSX_FLOOR = "XLSX floor: Jinja template, zipfile"
DOCX_CUT = "DOCX, template cut by machine"
XLSX_CUT = "XLSX, template cut by machine"
DOCX_OURS = "write_docx"
XLSX_OURS = "write_xlsx"


def _ours(write: Callable[..., bytes]) -> Work:
    form = worked_form()
    return lambda: write(form)


def _templated_docx(form: Form) -> Work:
    contexts = {"word/document.xml": ("document.xml.j2", document(form))}
    return JinjaFile(parts_of(write_docx(form)), contexts)


def _templated_xlsx(form: Form) -> Work:
    parts = parts_of(write_xlsx(form))
    return JinjaFile(parts, workbook(parts))


VARIANTS: dict[str, Callable[[], Work]] = {
    DOCX_FLOOR: lambda: _templated_docx(worked_form()),
    DOCX_CUT: lambda: CutFile(write_docx(worked_form()), DOCX),
    DOCX_OURS: lambda: _ours(write_docx),
    "compose + write_docx": lambda: lambda: write_docx(worked_form()),
    "docxtpl": lambda: peers_docx.docxtpl(worked_form()),
    "python-docx": lambda: peers_docx.python_docx(worked_form()),
    XLSX_FLOOR: lambda: _templated_xlsx(worked_form()),
    XLSX_CUT: lambda: CutFile(write_xlsx(worked_form()), XLSX),
    XLSX_OURS: lambda: _ours(write_xlsx),
    "compose + write_xlsx": lambda: lambda: write_xlsx(worked_form()),
    "XlsxWriter": lambda: peers_xlsx.xlsxwriter(write_xlsx(worked_form())),
    "openpyxl": lambda: peers_xlsx.openpyxl(write_xlsx(worked_form())),
}
"""Name to what sets the variant up and gives the work to repeat."""


def main(rounds: int) -> None:
    """Print both tables."""
    names = list(VARIANTS)
    split = names.index(XLSX_FLOOR)
    for title, floor, ours, chosen in (
        ("Making one DOCX", DOCX_FLOOR, DOCX_OURS, names[:split]),
        ("Making one XLSX", XLSX_FLOOR, XLSX_OURS, names[split:]),
    ):
        heading(title, "Peers write the same texts with fewer features: no controls, plain styles.")
        _print(chosen, floor, ours, rounds)


def _print(names: list[str], floor: str, ours: str, rounds: int) -> None:
    ready = {}
    for name in names:
        try:
            ready[name] = VARIANTS[name]()
        except ModuleNotFoundError as missing:
            print(f"{name}: {missing.name} is not installed")
    rows = []
    for one in measure(ready, floor, rounds):
        target, mark = judged(one.ratio, TARGET if one.name == ours else None)
        memory = peaks("bench.generate", one.name)
        rows.append((one.name, ms(one.cpu), ms(one.wall), f"{one.ratio:.2f}", target, mark, memory))
    table(("variant", "CPU ms", "lowest wall ms", "x floor", "target", "", "MiB: peak, growth over 30"), rows)
    print()
    for name in (one for one in (floor, DOCX_CUT, XLSX_CUT) if one in ready):
        same = _parts(ready[name]()) == _parts(ready[ours]())
        print(f"{name}: parts are {'the same bytes as' if same else 'NOT the same bytes as'} those of {ours}.")


def _parts(data: object) -> dict[str, bytes]:
    assert isinstance(data, bytes)
    return parts_of(data)
