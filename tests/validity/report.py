"""All that is measured as one object, and the plain text that a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent
from typing import Any, NamedTuple

from .flags import GAMED, MOST, Flagged, flagged, gamed
from .kinds import Kind, kinds
from .misses import Miss, worst
from .scales import BASELINES, Scale, Whole, scales, whole
from .scored import Scored

WORST = 10

NOTES = """\
panel: mean quadratic weighted kappa of two reviewers; scorer: of the scorer with each of them; exact, within 1: shares
of levels, also with each; diff.: ours less the panel's mean. The baselines know only: length, the words; density,
numbers and names for each word; count, numbers and names. They are cut into levels where the panel's own levels of the
same drafts are (as many drafts below each cut as the panel gave lower levels), which no scorer of unseen drafts can."""


class Report(NamedTuple):
    """What `python -m tests.validity` says."""

    corpus: str
    drafts: int
    unreadable: dict[str, str]
    scales: list[Scale]
    whole: dict[str, Whole]
    gamed: dict[str, int]
    """Drafts that most reviewers took for stuffed or copied, with our overall level."""
    flags: list[Flagged]
    kinds: list[Kind]
    worst: list[Miss]

    def scale(self, name: str) -> Scale:
        return next(one for one in self.scales if one.name == name)


def report(scored: Scored) -> Report:
    """Everything measured."""
    corpus = scored.corpus
    return Report(
        str(corpus.folder),
        len(scored.cards),
        scored.unreadable,
        scales(scored),
        whole(scored),
        gamed(scored),
        flagged(scored),
        kinds(scored),
        worst(scored, WORST),
    )


def as_data(value: Any) -> Any:
    """Named tuples as objects, sets as sorted lists."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: as_data(one) for name, one in value._asdict().items()}
    if isinstance(value, dict):
        return {name: as_data(one) for name, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    return [as_data(one) for one in value] if isinstance(value, tuple | list) else value


def as_text(told: Report) -> str:
    """Tables, then the worst misses."""
    return "\n".join(_lines(told))


def _lines(told: Report) -> Iterator[str]:
    yield f"{told.drafts} drafts of {told.corpus}"
    yield from (f"unreadable: {draft}: {why}" for draft, why in told.unreadable.items())
    yield from ("", *_scales(told.scales), "", NOTES)
    yield from ("", *_whole(told.whole))
    above = [f"{draft} at {level}" for draft, level in told.gamed.items() if level > 1]
    yield (
        f"gamed ({' or '.join(GAMED)}, by {MOST} reviewers or more): {len(told.gamed)}; "
        f"above 1: {', '.join(above) or 'none'}"
    )
    yield from ("", *_flags(told.flags)) if told.flags else ("", "no reasons.csv: flags are not compared")
    yield from ("", *_kinds(told.kinds))
    yield from ("", f"the {len(told.worst)} worst misses")
    for miss in told.worst:
        yield from _miss(miss)


def _scales(found: list[Scale]) -> Iterator[str]:
    heads = ("panel", "scorer", "exact", "within 1", "diff.", *BASELINES)
    yield f"{'scale':28}{'n':>4}" + "".join(f"{head:>9}" for head in heads)
    for one in found:
        values = (one.panel, one.scorer, one.exact, one.within_one)
        yield (
            f"{one.name:28}{one.drafts:4}"
            + "".join(figure(value) for value in values)
            + figure(one.difference, "+")
            + "".join(figure(value) for value in one.baselines.values())
        )


def _whole(found: dict[str, Whole]) -> Iterator[str]:
    heads = f"{'rank corr.':>12}{'right order':>13}{'of pairs':>10}{'mean diff.':>12}{'same decision':>15}"
    yield f"{'overall score':28}{heads}"
    for name, one in found.items():
        yield (
            f"{name:28}{figure(one.rank_correlation, width=12)}"
            f"{figure(one.right_order, width=13, digits=3)}{one.pairs:10}"
            f"{figure(one.difference, '+', 12)}{figure(one.same_decision, width=15, digits=3)}"
        )


def _flags(found: list[Flagged]) -> Iterator[str]:
    yield f"{'flag':20}{'panel':>6}{'ours':>6}{'both':>6}{'precision':>11}{'recall':>8}   missed; needless"
    for one in found:
        yield (
            f"{one.id:20}{one.panel:6}{one.ours:6}{one.both:6}{figure(one.precision, width=11)}"
            f"{figure(one.recall, width=8)}   {' '.join(one.missed) or '-'}; {' '.join(one.needless) or '-'}"
        )


def _kinds(found: list[Kind]) -> Iterator[str]:
    heads = ("criteria", "rows", "overall<=1", "diff.", "rest overall", "rest criteria")
    yield f"{'leave one kind out':38}{'n':>4}" + "".join(f"{head:>14}" for head in heads)
    for one in found:
        values = (one.criteria, one.rows, one.within_one)
        yield (
            f"{one.by + ' ' + one.name:38}{one.drafts:4}"
            + "".join(figure(value, width=14) for value in values)
            + figure(one.difference, "+", 14)
            + "".join(figure(value, width=14) for value in (one.rest_overall, one.rest_criteria))
        )


def _miss(miss: Miss) -> Iterator[str]:
    yield f"\n{miss.draft} {miss.scale}: ours {miss.ours}, panel {levels(miss.panel)}"
    yield from (f"  {line}" for line in miss.receipts)
    for reason in miss.reasons:
        yield indent(f"{reason.rater}: {reason.why} [{', '.join(sorted(reason.flags)) or 'no flags'}]", "  ")


def levels(panel: dict[str, int]) -> str:
    """What each reviewer gave."""
    return ", ".join(f"{rater} {level}" for rater, level in sorted(panel.items()))


def figure(value: float | None, sign: str = "", width: int = 9, digits: int = 2) -> str:
    """A figure, or a dash where the drafts allow none."""
    return f"{'-':>{width}}" if value is None else f"{value:{sign}{width}.{digits}f}"
