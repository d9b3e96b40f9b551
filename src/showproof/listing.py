"""What the catalogue holds, as plain data to print: types, roles, rules and the schemas of the files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TypeVar

from showproof.catalog.near import unknown
from showproof.catalog.store import Catalog

T = TypeVar("T")


def lists(catalog: Catalog, what: str) -> dict[str, dict[str, str]]:
    """Kind to its ids, each with one line; of one kind, or of all where none is named."""
    makers: dict[str, Callable[[], dict[str, str]]] = {
        "artifacts": lambda: {one.id: one.summary for one in catalog.summaries.values()},
        "bundles": lambda: {name: one.summary for name, one in catalog.bundles.items()},
        "roles": lambda: {name: catalog.role(name).title for name in catalog.role_ids},
        "criteria": lambda: {one.id: one.question for one in catalog.criteria},
        "flags": lambda: {one.id: one.say for one in catalog.flags.values()},
        "rules": rule_lines,
    }
    return {kind: make() for kind, make in makers.items() if what in ("", kind)}


def whole(catalog: Catalog, what: str, name: str) -> dict[str, Any]:
    """One type, role, criterion, flag or rule. Raises UserError with near misses for an unknown name."""
    if what == "artifacts":
        return asdict(catalog.artifact(name))
    if what == "bundles":
        return {"id": name, **asdict(catalog.bundle(name))}
    if what == "roles":
        shown = asdict(catalog.role(name))
        # What a person looks for comes first; the rules of the rows are longer than all the rest.
        for last in ("words", "rows"):
            shown[last] = shown.pop(last)
        return shown
    if what == "criteria":
        return asdict(_among({one.id: one for one in catalog.criteria}, name, "criterion"))
    if what == "flags":
        return asdict(_among(catalog.flags, name, "flag"))
    from showproof.rule_pages import rule_page

    return rule_page(catalog, name)


def _among(entries: dict[str, T], name: str, what: str) -> T:
    if name not in entries:
        raise unknown(what, name, entries, f"known: {', '.join(entries)}")
    return entries[name]


def rule_lines() -> dict[str, str]:
    """Kind of rule and of flag to the sentence that says what it looks for."""
    from showproof.derive.words import kind_lines

    return kind_lines()


def schemas() -> dict[str, Callable[[], dict[str, Any]]]:
    """Kind of file to the maker of its JSON Schema, by name."""
    return dict(sorted({**_file_schemas(), **_output_schemas()}.items()))


def _file_schemas() -> dict[str, Callable[[], dict[str, Any]]]:
    """Those of files that people write."""
    from showproof.catalog.artifact import Answers, ArtifactType, Part
    from showproof.catalog.bundle import Bundle
    from showproof.catalog.check import entries_schema, json_schema, use_or_whole
    from showproof.catalog.page import Example, KindPage
    from showproof.catalog.report_words import ReportWords
    from showproof.catalog.rubric import Criterion, Facet, Flag, Lexicon, Role, Screen, SkillRow

    return {
        "answers": lambda: json_schema(Answers),
        "artifact": lambda: use_or_whole(json_schema(ArtifactType)),
        "bundles": lambda: entries_schema(Bundle),
        "criterion": lambda: json_schema(Criterion),
        "examples": lambda: entries_schema(Example),
        "facets": lambda: entries_schema(Facet),
        "flags": lambda: entries_schema(Flag),
        "head": lambda: json_schema(Part),
        "kind": lambda: json_schema(KindPage),
        "lexicon": lambda: json_schema(Lexicon),
        "overall": lambda: json_schema(Screen),
        "report": lambda: json_schema(ReportWords),
        "role": lambda: json_schema(Role),
        "row": lambda: json_schema(SkillRow),
    }


def _output_schemas() -> dict[str, Callable[[], dict[str, Any]]]:
    """Those of what the commands give out."""
    from showproof.catalog.check import json_schema
    from showproof.catalog.rubric import Role
    from showproof.market.as_json import import_schema
    from showproof.outputs.audit_check_schema import CHECK, ENTRY, MANIFEST
    from showproof.outputs.audit_schema import AUDIT
    from showproof.outputs.blind_json import BLIND
    from showproof.outputs.calibration_schema import BARS, CALIBRATION, CUTS, GATE, SCALE
    from showproof.outputs.comparison_schema import COMPARISON
    from showproof.outputs.derivation_schema import DERIVATION
    from showproof.outputs.listing_schema import LISTING, RULE
    from showproof.outputs.packets_schema import CONSENSUS, PACKETS, PLAN
    from showproof.outputs.pictures_json import PICTURES
    from showproof.outputs.portfolio_schema import COHORT, PORTFOLIO
    from showproof.outputs.ratings import RATINGS
    from showproof.outputs.schema import SCORECARDS
    from showproof.outputs.written_schema import ANNOTATED, KIT, RUBRIC_IMPORT

    return {
        "annotated": lambda: ANNOTATED,
        "audit": lambda: AUDIT,
        "audit-check": lambda: CHECK,
        "audit-log": lambda: ENTRY,
        "audit-pack": lambda: MANIFEST,
        "bars": lambda: BARS,
        "blind": lambda: BLIND,
        "calibration": lambda: CALIBRATION,
        "cohort": lambda: COHORT,
        "comparison": lambda: COMPARISON,
        "consensus": lambda: CONSENSUS,
        "cuts": lambda: CUTS,
        "derivation": lambda: DERIVATION,
        "gate": lambda: GATE,
        "import": lambda: import_schema(json_schema(Role)),
        "kit": lambda: KIT,
        "listing": lambda: LISTING,
        "packets": lambda: PACKETS,
        "pictures": lambda: PICTURES,
        "plan": lambda: PLAN,
        "portfolio": lambda: PORTFOLIO,
        "ratings": lambda: RATINGS,
        "rubric-import": lambda: RUBRIC_IMPORT,
        "rule": lambda: RULE,
        "scale": lambda: SCALE,
        "scorecards": lambda: SCORECARDS,
    }
