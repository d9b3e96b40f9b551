"""Agreement scale by scale, of scorecards and of simple counts, with each reviewer in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from .agreement import levels_by_rank, mean, rank_correlation, right_order, weighted_kappa, within
from .corpus import CRITERIA, Item
from .scored import SCREEN, Counts, Scored

BASELINES: dict[str, Callable[[Counts], float]] = {
    "length": lambda counts: counts.length,
    "density": lambda counts: counts.density,
    "count": lambda counts: counts.marks,
}
"""Scorers without understanding: words; numbers and names for each word; numbers and names."""


class Scale(NamedTuple):
    """How far levels agree on one scale, or on several taken together."""

    name: str
    drafts: int
    panel: float | None
    """Mean kappa of two reviewers."""
    scorer: float | None
    """Mean kappa of the scorer with each reviewer."""
    exact: float | None
    within_one: float | None
    difference: float | None
    """Ours less the panel's mean."""
    baselines: dict[str, float | None]


class Whole(NamedTuple):
    """How far the overall scores put drafts where the panel does."""

    rank_correlation: float | None
    right_order: float | None
    pairs: int
    difference: float | None
    """Mean of our level less the panel's mean."""
    same_decision: float | None


def scales(scored: Scored) -> list[Scale]:
    """Overall, the nine criteria and their mean, all skill rows together, and each of them."""
    corpus = scored.corpus
    criteria = [scale(scored, name, [name]) for name in CRITERIA]
    return [
        scale(scored, "overall", ["overall"]),
        *criteria,
        _mean_of("nine criteria, mean", criteria),
        scale(scored, "skill rows", corpus.rows),
        *(scale(scored, row.replace("skill:", "  "), [row]) for row in corpus.rows),
    ]


def scale(scored: Scored, name: str, members: Sequence[str]) -> Scale:
    """The scales taken together as one."""
    corpus, rated = scored.corpus, [item for item in scored.corpus.ratings if item[1] in members]
    items = scored.items(*members)
    given = {rater: [corpus.ratings[item][rater] for item in items] for rater in corpus.raters}
    all_given = {rater: [corpus.ratings[item][rater] for item in rated] for rater in corpus.raters}
    ours = [scored.level(item) for item in items]
    return Scale(
        name,
        len(rated),
        mean([weighted_kappa(one, other) for one, other in combinations(all_given.values(), 2)]),
        kappa(ours, given.values()),
        mean([within(ours, levels, 0) for levels in given.values()]),
        mean([within(ours, levels, 1) for levels in given.values()]),
        mean([level - corpus.mean(item) for level, item in zip(ours, items, strict=True)]),
        {name: kappa(counted(scored, items, name), given.values()) for name in BASELINES},
    )


def kappa(ours: Sequence[int], given: Iterable[Sequence[int]]) -> float | None:
    """Mean kappa with each reviewer."""
    return mean([weighted_kappa(ours, levels) for levels in given])


def scorer_kappa(scored: Scored, members: Sequence[str]) -> float | None:
    """Mean kappa of the scorer with each reviewer, over several scales taken together."""
    corpus, items = scored.corpus, scored.items(*members)
    given = [[corpus.ratings[item][rater] for item in items] for rater in corpus.raters]
    return kappa([scored.level(item) for item in items], given)


def counted(scored: Scored, items: Sequence[Item], baseline: str) -> list[int]:
    """A count as levels, cut where the panel's own levels of these items are."""
    values = [BASELINES[baseline](scored.counts[draft]) for draft, _ in items]
    return levels_by_rank(values, [level for item in items for level in scored.corpus.ratings[item].values()])


def whole(scored: Scored) -> dict[str, Whole]:
    """Scorer and baselines on the drafts as wholes."""
    items = scored.items("overall")
    ours = [scored.cards[draft].score for draft, _ in items]
    made = {"scorer": _whole(scored, items, ours, [scored.level(item) for item in items])}
    for name, measure in BASELINES.items():
        values = [measure(scored.counts[draft]) for draft, _ in items]
        made[name] = _whole(scored, items, values, counted(scored, items, name))
    return made


def _whole(scored: Scored, items: Sequence[Item], scores: Sequence[float], levels: Sequence[int]) -> Whole:
    panel = [scored.corpus.mean(item) for item in items]
    order, pairs = right_order(scores, panel)
    return Whole(
        rank_correlation(scores, panel),
        order,
        pairs,
        mean([level - given for level, given in zip(levels, panel, strict=True)]),
        mean([(level >= SCREEN) == (given >= SCREEN - 0.5) for level, given in zip(levels, panel, strict=True)]),
    )


def _mean_of(name: str, each: Sequence[Scale]) -> Scale:
    return Scale(
        name,
        each[0].drafts,
        mean([one.panel for one in each]),
        mean([one.scorer for one in each]),
        mean([one.exact for one in each]),
        mean([one.within_one for one in each]),
        mean([one.difference for one in each]),
        {baseline: mean([one.baselines[baseline] for one in each]) for baseline in BASELINES},
    )
