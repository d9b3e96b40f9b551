"""How reports are read, checked: the shape first, then that every section, column and kind of phrase is there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from showproof.catalog.check import build
from showproof.catalog.load import Faults
from showproof.catalog.marks import read_yaml
from showproof.catalog.report_words import COLUMNS, PHRASES, SECTIONS, ReportWords


def load_report_words(path: Path) -> ReportWords:
    """The file of names of sections. Raises CatalogError with every fault."""
    marked = read_yaml(path)
    words = build(ReportWords, marked)
    faults = Faults(marked)
    for group, known in (("sections", SECTIONS), ("columns", COLUMNS), ("phrases", PHRASES)):
        given: Iterable[str] = getattr(words, group)
        for name in given:
            faults.among((group, name), name, known, f"names of {group}")
        for name in known:
            if name not in given:
                faults.add((group,), f"no {name}", "all that the built-in file has", f"add {name}")
    for name, section in words.sections.items():
        if not section.headings:
            faults.add(("sections", name, "headings"), "nothing", "one name or more", "add a name")
    faults.finish()
    return words
