"""Each kind of draft on its own, and the rest without it: what holds only for some kinds shows here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from .corpus import CRITERIA, Labelled
from .scales import scale, scorer_kappa
from .scored import Scored

KINDS = ("role", "format", "artifact")


class Kind(NamedTuple):
    """One kind of draft, and all drafts but these."""

    by: str
    name: str
    drafts: int
    criteria: float | None
    """Kappa over the nine criteria taken together; a kind has too few drafts for one each."""
    rows: float | None
    within_one: float | None
    """Of the overall verdict."""
    difference: float | None
    """Of the overall verdict."""
    rest_overall: float | None
    """Kappa of the overall verdict on all other drafts."""
    rest_criteria: float | None


def kinds(scored: Scored) -> list[Kind]:
    """Every role, format and artifact type of the corpus."""
    return [
        _kind(scored, by, name, drafts) for by in KINDS for name, drafts in sorted(_groups(scored.drafts, by).items())
    ]


def _groups(drafts: Sequence[Labelled], by: str) -> dict[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for draft in drafts:
        groups[getattr(draft, by)].append(draft.id)
    return groups


def _kind(scored: Scored, by: str, name: str, drafts: list[str]) -> Kind:
    own, rest = only(scored, set(drafts)), only(scored, set(scored.cards) - set(drafts))
    overall = scale(own, name, ["overall"])
    return Kind(
        by,
        name,
        len(drafts),
        scorer_kappa(own, CRITERIA),
        scorer_kappa(own, scored.corpus.rows),
        overall.within_one,
        overall.difference,
        scorer_kappa(rest, ["overall"]),
        scorer_kappa(rest, CRITERIA),
    )


def only(scored: Scored, drafts: set[str]) -> Scored:
    """The same with these drafts alone."""
    corpus = scored.corpus
    ratings = {item: levels for item, levels in corpus.ratings.items() if item[0] in drafts}
    cards = {draft: card for draft, card in scored.cards.items() if draft in drafts}
    return scored._replace(corpus=corpus._replace(ratings=ratings), cards=cards)
