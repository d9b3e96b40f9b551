"""What the catalogue holds, as plain data to print: types, roles, rules and the schemas of the files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict
from inspect import getdoc
from typing import Any

from showproof.catalog.store import Catalog
from showproof.errors import UserError


def whole(catalog: Catalog, what: str, name: str) -> dict[str, Any]:
    """One type, role, criterion, flag or rule. Raises UserError with near misses for an unknown name."""
    if what == "artifacts":
        return asdict(catalog.artifact(name))
    if what == "roles":
        return asdict(catalog.role(name))
    if what == "rules":
        return {"rule": name, "page": _among(rule_pages(), name, "rule")}
    entries = {one.id: one for one in catalog.criteria} if what == "criteria" else catalog.flags
    return asdict(_among(dict(entries), name, what.rstrip("s") if what == "flags" else "criterion"))


def _among(entries: dict[str, Any], name: str, what: str) -> Any:
    if name in entries:
        return entries[name]
    from rapidfuzz import fuzz, process

    close = process.extractOne(name, list(entries), scorer=fuzz.WRatio, score_cutoff=60)
    hint = f"did you mean {close[0]}? " if close else ""
    raise UserError(f'unknown {what} "{name}"', remedy=f"{hint}known: {', '.join(entries)}")


def rule_pages() -> dict[str, str]:
    """Kind of rule to the page of its module: what it looks for, a bad and a good example."""
    from showproof.rules import RULES
    from showproof.rules.signals import SIGNALS

    kinds: dict[str, Callable[..., Any]] = {**RULES, **SIGNALS}
    return {name: getdoc(sys.modules[rule.__module__]) or "" for name, rule in sorted(kinds.items())}


def schemas() -> dict[str, Callable[[], dict[str, Any]]]:
    """Kind of file to the maker of its JSON Schema."""
    from showproof.catalog.artifact import Answers, ArtifactType, Part
    from showproof.catalog.check import entries_schema, json_schema, use_or_whole
    from showproof.catalog.rubric import Criterion, Facet, Flag, Lexicon, Role, Screen
    from showproof.outputs.schema import SCORECARDS

    return {
        "answers": lambda: json_schema(Answers),
        "artifact": lambda: use_or_whole(json_schema(ArtifactType)),
        "criterion": lambda: json_schema(Criterion),
        "facets": lambda: entries_schema(Facet),
        "flags": lambda: entries_schema(Flag),
        "head": lambda: json_schema(Part),
        "lexicon": lambda: json_schema(Lexicon),
        "overall": lambda: json_schema(Screen),
        "role": lambda: json_schema(Role),
        "scorecards": lambda: SCORECARDS,
    }
