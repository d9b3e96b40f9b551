"""Short Markdown texts read the way a file is, and judged by one rule or signal alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from showproof.catalog.rubric import EvidenceRule, Flag
from showproof.catalog.store import Catalog
from showproof.formats.markdown.read import read_markdown
from showproof.model import Detection, Draft, Quote
from showproof.reading.draft import observe_draft
from showproof.reading.vocabulary import Vocabulary
from showproof.rules import RULES
from showproof.rules.base import MET, PARTLY, Case, Found
from showproof.rules.signals import raise_signal
from showproof.rules.signals.base import Suspect
from showproof.rules.view import View
from showproof.runs import all_marks

CASES = Path(__file__).parent / "cases"
UNDECIDED = Detection("", "none", 0.0)


def case_files() -> list[Path]:
    return sorted(CASES.glob("*.yaml"))


def cases_of(path: Path) -> list[dict[str, Any]]:
    """The cases of one kind, each with the parameters, or the shipped flag, that hold for the whole file."""
    page = yaml.safe_load(path.read_text(encoding="utf-8"))
    shared = {"flag": page["flag"]} if "flag" in page else {}
    return [{**shared, **case, "with": {**page.get("with", {}), **case.get("with", {})}} for case in page["cases"]]


def draft_of(text: str, catalog: Catalog, words: Vocabulary, artifact: str = "") -> Draft:
    kind = catalog.artifact(artifact) if artifact else None
    outline = read_markdown(text.encode(), "case.md")
    return observe_draft(outline, kind, catalog.head, words, artifact=UNDECIDED, role=UNDECIDED)


def judge(kind: str, case: Mapping[str, Any], catalog: Catalog, words: Vocabulary) -> Found:
    draft = draft_of(case["text"], catalog, words, case.get("type", ""))
    rule = EvidenceRule(id="case", say="", fix="", rule=kind, **_lists_as_tuples(case["with"]))
    return RULES[kind](Case(View(draft), catalog.artifact(case["type"]) if case.get("type") else None, rule))


def suspect(kind: str, case: Mapping[str, Any], catalog: Catalog, words: Vocabulary) -> tuple[Quote, ...] | None:
    draft = draft_of(case["text"], catalog, words, case.get("type", ""))
    own = Flag(id="case", say="", fix="", rule=kind, **_lists_as_tuples(case["with"]))
    flag = catalog.flags[case["flag"]] if "flag" in case else own
    shipped = all_marks(case.get("shipped", ()))
    artifact = catalog.artifact(case["type"]) if case.get("type") else None
    return raise_signal(Suspect(View(draft), artifact, flag, tuple(case.get("tracks", ())), shipped))


def verdict(found: Found) -> str:
    return "met" if found.strength >= MET else "partly" if found.strength >= PARTLY else "unmet"


def _lists_as_tuples(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
