"""A draft whole: its scorecard with every derivation, and where the file asks for what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from showproof.catalog.artifact import ArtifactType
from showproof.derivation import Account
from showproof.derive.subjects import OVERALL, derive
from showproof.derive.words import Words
from showproof.model import Draft, Location, Scorecard
from showproof.rules.view import View
from showproof.scoring import Rubric


def account_of(draft: Draft, rubric: Rubric, kind: ArtifactType | None, card: Scorecard, words: Words) -> Account:
    """The account of the draft that the scorecard is of, with quotes as the rules read them."""
    view = View(draft)
    rated = (one.id for one in (*card.criteria, *card.skills))
    names = (OVERALL, *rated, *(flag.id for flag in card.flags))
    told = tuple(derive(name, view, rubric, kind, card, words) for name in names)
    return Account(card, draft.outline, told, dict(_asked_at(draft, kind)))


def _asked_at(draft: Draft, kind: ArtifactType | None) -> Iterator[tuple[str, Location]]:
    """Every question of the type that the file asks, and where: at its answer, a blank one first, or above its part."""
    answers = {answer.field: answer.location for answer in sorted(draft.answers, key=lambda answer: answer.blank)}
    headings = {part.id: part.location for part in draft.parts}
    for part in kind.parts if kind else ():
        for field in (*part.fields, *(part.table.columns if part.table else ())):
            question = f"{part.id}.{field.id}"
            place = answers.get(question) or headings.get(part.id)
            if place is not None:
                yield question, place
