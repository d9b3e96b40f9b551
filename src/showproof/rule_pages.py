"""The page of a kind of rule, of a flag, or of one evidence rule: what it looks for, and a draft on either side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from showproof.catalog.named_rules import NamedRule, named_rules
from showproof.catalog.near import unknown
from showproof.catalog.page import Example
from showproof.catalog.rubric import EvidenceRule, Flag, Limit
from showproof.catalog.store import Catalog
from showproof.derive.words import Words, kind_lines


def rule_page(catalog: Catalog, name: str) -> dict[str, Any]:
    """One page as plain data. Raises UserError with near misses for an unknown name."""
    lines = kind_lines()
    rules = list(named_rules(catalog))
    if name in lines:
        return _kind(catalog, name, lines[name], rules)
    if name in catalog.flags:
        return _flag(catalog, catalog.flags[name], lines)
    found = [one for one in rules if one.id == name]
    if not found:
        names = [*lines, *catalog.flags, *dict.fromkeys(one.id for one in rules)]
        listed = f"known: {', '.join(lines)}, a flag, or a criterion or row and the id of its rule, as measures.defined"
        raise unknown("rule", name, names, listed)
    pages = [_rule(catalog, one, lines) for one in found]
    if len(pages) == 1:
        return {"rule": name, **pages[0]}
    return {"rule": name, **{one.role: page for one, page in zip(found, pages, strict=True)}}


def _kind(catalog: Catalog, name: str, line: str, rules: Iterable[NamedRule]) -> dict[str, Any]:
    page = catalog.kind_pages.get(name)
    used: dict[str, list[str]] = {}
    for one in rules:
        if one.rule.rule == name:
            used.setdefault(one.key.rpartition(".")[0], []).append(one.rule.id)
    flags = [flag.id for flag in catalog.flags.values() if flag.rule == name]
    words = Words(catalog.facets, catalog.kind_pages)
    return {
        "rule": name,
        "looks_for": line,
        "parameters": dict(page.parameters) if page else {},
        "example_with": list(words.parameters(page.given, name)) if page else [],
        **_example(page.example if page else None),
        "used_by": {**used, "flags": flags},
    }


def _rule(catalog: Catalog, one: NamedRule, lines: dict[str, str]) -> dict[str, Any]:
    rule = one.rule
    return {
        "of": f"{one.of} ({one.role})" if one.role else one.of,
        "part": one.part,
        "looks_for": rule.say,
        **_held(rule),
        **_how(rule.rule, lines, Words(catalog.facets, catalog.kind_pages).parameters(rule, rule.rule)),
        "fix": rule.fix,
        **_example(catalog.examples.get(one.key)),
    }


def _flag(catalog: Catalog, flag: Flag, lines: dict[str, str]) -> dict[str, Any]:
    words = Words(catalog.facets, catalog.kind_pages)
    said = (*words.parameters(flag, flag.rule), *words.bounds(flag))
    return {
        "rule": flag.id,
        "part": "flag",
        "looks_for": flag.say,
        "highest_overall_level": flag.cap,
        **_how(flag.rule, lines, said),
        "fix": flag.fix,
        **_example(catalog.examples.get(flag.id)),
    }


def _held(rule: EvidenceRule) -> dict[str, Any]:
    if not isinstance(rule, Limit):
        return {}
    return {"why": rule.why, "highest_level_unmet": rule.unmet, "highest_level_partly": rule.partly}


def _how(kind: str, lines: dict[str, str], parameters: tuple[str, ...]) -> dict[str, Any]:
    return {"kind": kind, "how": lines[kind], "in_words": list(parameters)}


def _example(example: Example | None) -> dict[str, str]:
    return {"bad": example.bad.rstrip("\n"), "good": example.good.rstrip("\n")} if example else {}
