"""Pages of rules and their examples: their shape, and whether what they speak of is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from showproof.catalog.check import build
from showproof.catalog.load import Faults
from showproof.catalog.marks import read_yaml
from showproof.catalog.page import Example, Given, KindPage
from showproof.catalog.rule_check import RULE_KINDS, SIGNAL_KINDS, load_entries

PARAMETERS = tuple(field.name for field in fields(Given))
"""The parameters that a kind may have."""


def load_kind_page(path: Path) -> KindPage:
    """The page of the kind that its file is named for."""
    marked = read_yaml(path)
    page = build(KindPage, marked)
    faults = Faults(marked)
    faults.among((), path.stem, (*RULE_KINDS, *SIGNAL_KINDS), "kinds of rule and of flag")
    for name in page.parameters:
        faults.among(("parameters", name), name, PARAMETERS, "parameters")
    faults.finish()
    return page


def load_examples(path: Path, known: Iterable[str], of: str) -> dict[str, Example]:
    """Examples by the id of the rule or flag that they are for; `of` says whose ids these are."""
    marked = read_yaml(path)
    faults = Faults(marked)
    ids = tuple(known)
    for name in marked.data if isinstance(marked.data, dict) else ():
        faults.among((name,), name, ids, of)
    faults.finish()
    return load_entries(Example, path)
