"""A weak example with a fix applied to it: what it asks for, taken from the worked example's answers.

Both examples of a type answer the same questions for the same role, so what a fix asks for is what the worked example
answers there. A fix is applied by the smallest of four changes after which its finding is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from example_drafts import Rows, as_form, judged
from showproof.api import Scorer
from showproof.catalog.artifact import Answers, ArtifactType, Part
from showproof.catalog.rubric import EvidenceRule
from showproof.model import Finding, Rated, Scorecard
from showproof.outputs.fixes import Fix, Group, fixes

HEAD = "head"
CHANGES = ("answers", "parts", "questions", "faults")
"""The answers that the worked example's finding rests on; their parts whole; all parts that ask for such a thing; and
those too in which the draft shows a fault, part after part until enough are mended."""
_ROUNDS = 3
"""Times that three fixes are applied in turn: a later one may bring what an earlier one is about."""


class Weak(NamedTuple):
    """A weak example with its worked sibling and what is said of both."""

    kind: ArtifactType
    answers: Answers
    worked: Answers
    card: Scorecard
    worked_card: Scorecard
    scorer: Scorer

    @property
    def top(self) -> list[Fix]:
        """The three fixes worth most, as the first comment of an annotated copy names them."""
        return fixes(self.card)[:3]

    def judged(self, answers: Answers) -> Scorecard:
        """The scorecard of other answers to the same questions."""
        return card_of(self.scorer, answers)


def card_of(scorer: Scorer, answers: Answers) -> Scorecard:
    """What is said of answers in the type's own form."""
    form = scorer.catalog.artifact(answers.artifact).formats[0]
    return judged(scorer, as_form(scorer.catalog, answers, form), answers.role, answers.artifact, form)


def weak(scorer: Scorer, artifact: str) -> Weak:
    """The weak example of a type."""
    catalog = scorer.catalog
    poor, worked = catalog.answers(artifact, "weak"), catalog.answers(artifact, "strong")
    assert poor
    assert worked
    assert poor.role == worked.role
    return Weak(catalog.artifact(artifact), poor, worked, card_of(scorer, poor), card_of(scorer, worked), scorer)


def rated(card: Scorecard, group: Group, name: str) -> Rated:
    """One criterion or row of a scorecard."""
    return next(one for one in (card.criteria if group == "criteria" else card.skills) if one.id == name)


def finding(card: Scorecard, fix: Fix) -> Finding:
    """What another scorecard says of the same finding."""
    return next(one for one in rated(card, fix.group, fix.of.id).findings if one.id == fix.finding.id)


class Applied(NamedTuple):
    """A fix applied: which change it took, the answers with it, and what is said of them."""

    change: str
    answers: Answers
    card: Scorecard


def applied(one: Weak, fix: Fix, answers: Answers) -> Applied:
    """The smallest change after which the finding is met."""
    for name in CHANGES[:-1]:
        made = _with_fix(one, fix, name, answers)
        if finding(card := one.judged(made), fix).verdict == "met":
            return Applied(name, made, card)
    while finding(card, fix).verdict != "met":
        left = [part for part in one.worked.answers if made.answers.get(part) != one.worked.answers[part]]
        assert left, f"not even the worked example meets {fix.of.id}.{fix.finding.id}"
        shown = [part for part in _holding(made, _quotes(finding(card, fix))) if part in left]
        made = _with_parts(made, one.worked, {(shown or left)[0]})
        card = one.judged(made)
    return Applied(CHANGES[-1], made, card)


def all_applied(one: Weak, begun: Applied) -> Applied:
    """All three fixes applied, the first of them already; what a later one brings that undoes another is mended too."""
    for _ in range(_ROUNDS):
        for fix in one.top:
            if finding(begun.card, fix).verdict != "met":
                begun = applied(one, fix, begun.answers)
    assert all(finding(begun.card, fix).verdict == "met" for fix in one.top), "they cannot be met together"
    return begun


def _with_fix(one: Weak, fix: Fix, name: str, answers: Answers) -> Answers:
    rests = _quotes(finding(one.worked_card, fix))
    if name == "answers":
        return _with_answers(answers, one.worked, rests)
    parts = set(_holding(one.worked, rests))
    if name == "questions":
        parts |= {part.id for part in one.kind.parts if _asks(part, rule_of(one, fix))}
    return _with_parts(answers, one.worked, parts)


def _quotes(one: Finding) -> list[str]:
    return [" ".join(quote.quote.split()) for quote in one.evidence]


def rule_of(one: Weak, fix: Fix) -> EvidenceRule:
    """The rule that looked."""
    catalog = one.scorer.catalog
    measures = catalog.criteria if fix.group == "criteria" else catalog.role(one.answers.role).rows
    measure = next(measure for measure in measures if measure.id == fix.of.id)
    rules: Iterable[EvidenceRule] = (*measure.essentials, *measure.supports, *measure.limits)
    return next(rule for rule in rules if rule.id == fix.finding.id)


def _asks(part: Part, rule: EvidenceRule) -> bool:
    """Whether a part has a question on what the rule looks for."""
    fields = (*part.fields, *(part.table.columns if part.table else ()))
    return bool(set(rule.about) & {facet for field in fields for facet in field.facets})


def _says(text: str, quotes: list[str]) -> bool:
    told = " ".join(text.split())
    return bool(told) and any(quote in told or told in quote for quote in quotes)


def _holding(answers: Answers, quotes: list[str]) -> Iterator[str]:
    """The parts, or the head, in which something of this is said."""
    for part, given in ((HEAD, answers.head), *answers.answers.items()):
        cells = [cell for rows in given.values() if not isinstance(rows, str) for row in rows for cell in row.values()]
        if any(_says(text, quotes) for text in (*cells, *(one for one in given.values() if isinstance(one, str)))):
            yield part


def _with_answers(answers: Answers, worked: Answers, quotes: list[str]) -> Answers:
    """With each answer that holds a quote in place of its own, and each such row behind its own."""
    head = answers.head | {name: text for name, text in worked.head.items() if _says(text, quotes)}
    made = {part: dict(given) for part, given in answers.answers.items()}
    for part, given in worked.answers.items():
        for name, answer in given.items():
            into = made.setdefault(part, {})
            if isinstance(answer, str):
                if _says(answer, quotes):
                    into[name] = answer
                continue
            rows: Rows = [row for row in answer if any(_says(cell, quotes) for cell in row.values())]
            old = into.get(name, [])
            assert not isinstance(old, str)
            if rows:
                into[name] = [*old, *rows]
    return replace(answers, head=head, answers=made)


def _with_parts(answers: Answers, worked: Answers, parts: set[str]) -> Answers:
    head = worked.head if HEAD in parts else answers.head
    given = {part: worked.answers[part] for part in parts if part in worked.answers}
    return replace(answers, head=head, answers={**answers.answers, **given})
