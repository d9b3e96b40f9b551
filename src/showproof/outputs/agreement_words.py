"""What figures of agreement are called and say in plain words; every output of a calibration speaks by these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showproof.calibration.bands import Band, band
from showproof.calibration.figures import Estimate, Figure, NotComputable
from showproof.calibration.measured import Calibration, Reword, ScaleFigures, Split
from showproof.calibration.measuring.agreement import HEADLINE
from showproof.calibration.ratings import Rater, RaterKind

TITLES = {
    "exact": "Same level",
    "adjacent": "At most one level apart",
    "alpha_ordinal": "Krippendorff's alpha, ordinal",
    "alpha_interval": "Krippendorff's alpha, interval",
    "alpha_nominal": "Krippendorff's alpha, nominal",
    "fleiss_kappa": "Fleiss' kappa",
    "ac1": "Gwet's AC1",
    "ac2": "Gwet's AC2, quadratic",
    "weighted_kappa": "Quadratic weighted kappa, mean of all pairs",
    "icc_single": "ICC(2,1), one rater",
    "icc_mean": "ICC(2,k), mean of all raters",
}
"""Of the panel's agreement, by name."""
PAIR_TITLES = {
    "exact": "Same level",
    "adjacent": "At most one level apart",
    "kappa": "Cohen's kappa",
    "weighted_kappa": "Quadratic weighted kappa",
    "spearman": "Spearman's rank correlation",
    "kendall": "Kendall's tau-b",
    "difference": "Second less first, levels",
    "standardised_difference": "The same, standardised",
    "spread_ratio": "Spread of second over first",
}
AGAINST_TITLES = {
    "weighted_kappa": "Quadratic weighted kappa with people",
    "people": "People among themselves",
    "below_people": "Below people by",
    "mean_difference": "Standardised mean difference",
    "spread_ratio": "Spread over theirs",
    "exact": "Same level",
    "adjacent": "At most one level apart",
}
SHARES = ("exact", "adjacent")
"""Figures that are told in per cent."""
BANDS: dict[Band, str] = {
    "agree": "agree",
    "tentative": "agree tentatively",
    "apart": "do not agree",
    "unknown": "cannot tell",
}
PLURAL: dict[RaterKind, str] = {"person": "people", "program": "programs", "scorer": "the scorer"}


class Answer(NamedTuple):
    """A question that a hiring team asks, and what the figures say to it, a sentence or two each."""

    question: str
    said: tuple[str, ...]


def called(rater: Rater) -> str:
    """Name and kind: no table leaves open which is which."""
    return f"{rater.name} ({rater.kind})"


def number(figure: Figure, places: int = 2) -> str:
    """A figure, or a dash where there is none."""
    return "–" if isinstance(figure, NotComputable) else _signed_zero(f"{figure:.{places}f}")


def signed(figure: Figure) -> str:
    """A difference with its sign."""
    return "–" if isinstance(figure, NotComputable) else _signed_zero(f"{figure:+.2f}")


def _signed_zero(text: str) -> str:
    return text.lstrip("-+") if not text.strip("+-0.") else text


def share(figure: Figure) -> str:
    """A share in per cent."""
    return "–" if isinstance(figure, NotComputable) else f"{figure:.0%}"


def told(name: str, estimate: Estimate) -> str:
    """A figure with its interval, or why there is none."""
    if isinstance(estimate.figure, NotComputable):
        return f"not computable: {estimate.figure.reason}"
    way = share if name in SHARES else number
    if isinstance(estimate.interval, NotComputable):
        return way(estimate.figure)
    return f"{way(estimate.figure)} ({way(estimate.interval.low)} to {way(estimate.interval.high)})"


def answers(told_of: Calibration) -> tuple[Answer, ...]:
    """The three questions and their answers."""
    return (
        Answer("Do we agree?", tuple(_whether(told_of))),
        Answer("Where not?", tuple(_where(told_of))),
        Answer("What to do first?", tuple(_what_first(told_of))),
    )


def _whether(told_of: Calibration) -> Iterator[str]:
    if len(told_of.panel) < 2:
        count = "one rater" if told_of.panel else "no rater"
        yield f"Nobody can tell: there is {count} only, and agreement takes two. Ask a second person to rate."
        return
    who = f"{len(told_of.panel)} {PLURAL[told_of.panel_kind]}"
    drafts = len({one.draft for one in told_of.ratings.given})
    yield f"{who} rated {drafts} drafts: {', '.join(one.name for one in told_of.panel)}."
    if told_of.panel_kind == "program":
        yield "No two people are among the raters, so this is how programs agree; it says nothing about people."
    overall = next((one for one in told_of.scales if one.scale == "overall"), None)
    if overall:
        yield f"On the overall verdict they {_sentence(overall)}"
    others = Counter(band(one.agreement[HEADLINE]) for one in told_of.scales if one.scale != "overall")
    if others:
        counted = "; ".join(f"on {others[name]} they {said}" for name, said in BANDS.items() if others[name])
        yield f"Of the {others.total()} other scales: {counted}."


def _sentence(one: ScaleFigures) -> str:
    alpha = one.agreement[HEADLINE]
    if isinstance(alpha.figure, NotComputable):
        return f"gave too little to tell: {alpha.figure.reason}."
    near = f"the same level in {share(one.agreement['exact'].figure)} of pairs of ratings, at most one level apart in"
    said = f"{BANDS[band(alpha)]}: alpha {told(HEADLINE, alpha)}, {near} {share(one.agreement['adjacent'].figure)}."
    return said


def _where(told_of: Calibration) -> Iterator[str]:
    weak = [one for one in told_of.scales if band(one.agreement[HEADLINE]) in ("apart", "tentative")]
    for one in sorted(weak, key=_alpha):
        alpha = one.agreement[HEADLINE]
        yield f"{one.title}: they {BANDS[band(alpha)]}, alpha {told(HEADLINE, alpha)}."
    unknown = [one for one in told_of.scales if band(one.agreement[HEADLINE]) == "unknown"]
    for one in unknown:
        yield f"{one.title}: nobody can tell; {told(HEADLINE, one.agreement[HEADLINE])}."
    for one in told_of.scales:
        yield from (f"{one.title}: {caution}." for caution in one.cautions)
    if not weak and not unknown:
        yield "On no scale: alpha is 0.80 or more on all of them, and its interval does not fall below 0.667."


def _alpha(one: ScaleFigures) -> float:
    figure = one.agreement[HEADLINE].figure
    return 2.0 if isinstance(figure, NotComputable) else figure


def _what_first(told_of: Calibration) -> Iterator[str]:
    first = next((one for one in told_of.reword if one.splits), None)
    if first:
        yield (
            f"Talk about “{first.title}” first: it splits the raters most. Lay {_named(first.splits)} side by side, and "
            "put into the rubric's words what settles it."
        )
    yield from _leaning(told_of)
    few = [one for one in told_of.scales if 0 < one.shared < FEW]
    if few:
        yield (
            f"Rate more drafts together: {_listed([one.title for one in few])} rest on fewer than {FEW}, so that their "
            "intervals say little."
        )
    if not first and len(told_of.panel) > 1:
        yield "Nothing is split: rate further drafts, or a harder mix, before you rely on it."


FEW = 30
"""Drafts below which intervals are too wide to say much."""
_LEANS = 0.3
"""Levels that a rater lies from the others, on average, from which on it is worth a talk."""


def _leaning(told_of: Calibration) -> Iterator[str]:
    members = {one.name for one in told_of.panel}
    for one in told_of.raters:
        gap = one.summary.gap
        if one.rater.name in members and not isinstance(gap, NotComputable) and abs(gap) >= _LEANS:
            way = "lower" if gap < 0 else "higher"
            yield f"Ask {one.rater.name} to compare: {abs(gap):.2f} levels {way} than the others on the same drafts."


def _named(splits: Sequence[Split]) -> str:
    return _listed([one.draft for one in splits[:3]])


def _listed(names: Sequence[str]) -> str:
    if len(names) > 4:
        return f"{', '.join(names[:4])} and {len(names) - 4} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def apart(one: Reword) -> str:
    """How far a scale splits the panel, in words."""
    if isinstance(one.disagreement, NotComputable):
        return f"not computable: {one.disagreement.reason}"
    far = f", {one.far} by two levels or more" if one.far else ""
    return f"{one.split} drafts split{far}"
