"""A rubric as lines of its sheets: what each cell shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from showproof.catalog.rubric import Criterion, EvidenceRule, LevelLine, Limit, Role, Screen, SkillRow
from showproof.catalog.store import Catalog
from showproof.rubric_sheets.columns import (
    CRITERIA,
    ESSENTIAL,
    LIMIT,
    NEVER,
    ROLE,
    ROWS,
    SUPPORT,
    SheetPlan,
    levels_plan,
    rules_plan,
    verdict_plan,
)
from showproof.rubric_sheets.rubrics import Rubric

Value = str | int | float
Line = dict[str, Value]
"""Key of a column to what its cell shows; '' is empty."""


def plans_of(catalog: Catalog, rubrics: Sequence[Rubric]) -> tuple[SheetPlan, ...]:
    """The sheets that these rubrics have, in their order."""
    first = rubrics[0].content
    if isinstance(first, Screen):
        reached = {int(level) for line in first.lines for level in line.reach}
        floors = dict.fromkeys(name for line in first.lines for name in line.floor or {})
        titles = {one.id: one.title for one in catalog.criteria}
        named = [(name, titles.get(name, name)) for name in dict.fromkeys((*titles, *floors))]
        return (verdict_plan(named, sorted(reached | {1, 2, 3, 4})),)
    if isinstance(first, Role):
        return (ROWS, rules_plan("Row"), levels_plan("Row"), ROLE)
    return (CRITERIA, rules_plan("Criterion"), levels_plan("Criterion"))


def lines_of(rubrics: Sequence[Rubric]) -> dict[str, list[Line]]:
    """Sheet to its lines."""
    first = rubrics[0].content
    if isinstance(first, Screen):
        return {"Verdict": _verdict(first)}
    if isinstance(first, Role):
        rows = [_skill_row(row) for row in first.rows]
        return {"Rows": rows, **_judged(first.rows), "Role": [_role(first)]}
    criteria = [one.content for one in rubrics if isinstance(one.content, Criterion)]
    heads: list[Line] = [
        {"id": one.id, "title": one.title, "question": one.question, "general": one.general} for one in criteria
    ]
    return {"Criteria": heads, **_judged(criteria)}


def _skill_row(row: SkillRow) -> Line:
    anchors = {f"anchor {level}": text for level, text in enumerate(row.anchors or ("",) * 4, start=1)}
    return {
        "id": row.id, "skill": row.skill, "good": row.good, "proof": row.proof, **anchors, "general": row.general,
        "line": row.line or "",
    }  # fmt: skip


def _role(role: Role) -> Line:
    texts: Line = {"title": role.title, "segment": role.segment, "track": role.track}
    listed = ("variants", "workflows", "metrics", "constraints", "stakeholders", "teams")
    return {**texts, **{name: "\n".join(getattr(role, name)) for name in listed}, "words": _words(role.words)}


def _judged(measures: Iterable[Criterion | SkillRow]) -> dict[str, list[Line]]:
    rules: list[Line] = []
    levels: list[Line] = []
    for one in measures:
        rules += [_rule(one.id, ESSENTIAL, rule) for rule in one.essentials]
        rules += [_rule(one.id, SUPPORT, rule) for rule in one.supports]
        rules += [{**_rule(one.id, LIMIT, rule), **_limit(rule)} for rule in one.limits]
        levels += [_level(one.id, line) for line in one.levels]
    return {"Rules": rules, "Levels": levels}


def _rule(of: str, part: str, rule: EvidenceRule) -> Line:
    return {
        "of": of, "part": part, "id": rule.id, "say": rule.say, "fix": rule.fix, "rule": rule.rule,
        "about": _words(rule.about), "carry": _words(need.replace("|", " or ") for need in rule.carry),
        "terms": _words(rule.terms), "at_least": rule.at_least,
        "headed": "yes" if rule.headed else "", "each": "yes" if rule.each else "",
    }  # fmt: skip


def _limit(rule: Limit) -> Line:
    unless = rule.unless if rule.unless < NEVER else ""
    return {"why": rule.why, "unmet": rule.unmet, "partly": rule.partly, "unless": unless, "eased": rule.eased}


def _level(of: str, line: LevelLine) -> Line:
    verified = "yes" if line.verified else "no"
    shares: Line = {"essentials": line.essentials, "supports": line.supports}
    return {"of": of, "level": line.level, **shares, "verified": verified}


def _verdict(screen: Screen) -> list[Line]:
    return [
        {
            "level": line.level, "say": line.say, "skill": line.skill or "",
            **{f"reach {level}": count for level, count in line.reach.items()},
            **{f"floor {name}": level for name, level in (line.floor or {}).items()},
        }
        for line in screen.lines
    ]  # fmt: skip


def _words(words: Iterable[str]) -> str:
    """Words with commas between; one that has a comma or a quote itself stands in quotes, its own ones twice."""
    quoted = ('"' + word.replace('"', '""') + '"' if set(word) & set(',;\n"') else word for word in words)
    return ", ".join(quoted)
