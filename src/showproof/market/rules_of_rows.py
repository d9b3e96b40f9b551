"""Evidence rules for the rows of an imported table: those of the row that is most like, or the usual ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from showproof.catalog.rubric import Criterion, EvidenceRule, Limit, Matched, SkillRow
from showproof.market.ids import id_of, once
from showproof.market.row_sources import Likeness, RowSources
from showproof.market.table import Row
from showproof.market.words import EMPTY, folded, stem, words_of

SAME, CLOSE, LOOSE = 0.95, 0.7, 0.4
"""Shares from which on a row is the same, close or loosely like; below that the usual rules serve."""
MOST_WORDS = 12
"""Words of its own that open a row."""
_SAYS = (
    (SAME, "the same row: read once whether its rules ask for what you would ask for"),
    (CLOSE, "close: read its rules, and the terms by which the row is opened"),
    (LOOSE, "loose: read every rule, and put your field's words for those that do not fit"),
)
USUAL = "no row is like it: write rules in your field's words, its essentials first"

AnyRule = TypeVar("AnyRule", EvidenceRule, Limit)


def skill_rows(rows: list[Row], sources: RowSources, usual: SkillRow, common: frozenset[str]) -> tuple[SkillRow, ...]:
    """A row of evidence rules for each row of the table, in its order; `common` are stems that tell no subject."""
    taken: set[str] = set()
    names = [once(id_of(row.skill), taken) for row in rows]
    words = [own_words(row, common) for row in rows]
    return tuple(
        _skill_row(row, name, sources.nearest(row), usual, own)
        for row, name, own in zip(rows, names, words, strict=True)
    )


def _skill_row(row: Row, name: str, like: Likeness, usual: SkillRow, words: tuple[str, ...]) -> SkillRow:
    matched = _matched(like)
    if not matched.row:
        made = _filled(usual, row, words)
    elif isinstance(like.source.holder, Criterion):
        made = _of_criterion(like.source.holder, usual, row, words)
    else:
        made = like.source.holder
        if like.share < SAME:
            made = replace(made, limits=tuple(_opened_by(limit, words) for limit in made.limits))
    return replace(
        made, id=name, skill=row.skill, good=row.good, proof=row.proof, line=row.line, anchors=(), matched=matched
    )


def _matched(like: Likeness) -> Matched:
    says = next((words for share, words in _SAYS if like.share >= share), "")
    if not says:
        return Matched(row="", share=like.share, check=USUAL)
    missing = f"; no rule looks for: {', '.join(like.missing[:8])}" if like.missing else ""
    return Matched(row=like.source.name, share=like.share, check=says + missing)


def own_words(row: Row, common: frozenset[str]) -> tuple[str, ...]:
    """A row's name, and those words of its cells that are not common, as terms; `*` ends a stem."""
    said = [word for word in words_of(f"{row.skill} {row.good}") if word not in EMPTY and len(word) > 2]
    rare = [word for word in said if stem(word) not in common]
    terms = [f"{stem(word)}*" if len(stem(word)) > 3 and word.startswith(stem(word)) else word for word in rare]
    return tuple(dict.fromkeys((folded(row.skill), *terms)))[:MOST_WORDS]


def _opened_by(limit: Limit, words: tuple[str, ...]) -> Limit:
    """A limit that says what a draft must speak of takes the row's own words too."""
    if limit.unmet or not limit.terms:
        return limit
    return replace(limit, terms=tuple(dict.fromkeys((*limit.terms, *words))))


def _of_criterion(criterion: Criterion, usual: SkillRow, row: Row, words: tuple[str, ...]) -> SkillRow:
    """A criterion's rules as those of a row, opened by the row's own words."""
    opened = tuple(_said(limit, row, words) for limit in usual.limits)
    return replace(
        usual,
        essentials=criterion.essentials,
        supports=criterion.supports,
        limits=(*criterion.limits, *opened),
        general=criterion.general,
        levels=criterion.levels,
    )


def _filled(usual: SkillRow, row: Row, words: tuple[str, ...]) -> SkillRow:
    return replace(
        usual,
        essentials=tuple(_said(rule, row, words) for rule in usual.essentials),
        supports=tuple(_said(rule, row, words) for rule in usual.supports),
        limits=tuple(_said(limit, row, words) for limit in usual.limits),
    )


def _said(rule: AnyRule, row: Row, words: tuple[str, ...]) -> AnyRule:
    """A usual rule with the row's name and words in its blanks."""
    skill = row.skill.replace("{", "(").replace("}", ")")
    texts = {name: getattr(rule, name).replace("{skill}", skill) for name in ("say", "fix")}
    if isinstance(rule, Limit):
        texts["why"] = rule.why.replace("{skill}", skill)
    terms = tuple(one for term in rule.terms for one in (words if term == "{words}" else (term,)))
    return replace(rule, **texts, terms=terms)
