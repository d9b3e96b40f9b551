"""What figures of agreement are called and say in plain words; every output of a calibration speaks by these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showproof.calibration.bands import FEW, Band, band
from showproof.calibration.drift import Drift
from showproof.calibration.figures import Estimate, Figure, NotComputable
from showproof.calibration.measured import Calibration, Pair, Reword, ScaleFigures, Split
from showproof.calibration.measuring.agreement import HEADLINE
from showproof.calibration.ratings import Rater, RaterKind
from showproof.calibration.statistics.many_facet_rasch import MeasuredFacet

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
    "open": "cannot tell yet",
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
        yield f"On the overall verdict {_sentence(overall)}"
    others = Counter(band(one.agreement[HEADLINE]) for one in told_of.scales if one.scale != "overall")
    if others:
        counted = "; ".join(f"on {others[name]} {_whole(name)}" for name in BANDS if others[name])
        yield f"Of the {others.total()} other scales: {counted}."


def _whole(name: Band) -> str:
    """A band with its subject."""
    return "nobody can tell yet" if name == "open" else f"they {BANDS[name]}"


def _sentence(one: ScaleFigures) -> str:
    alpha = one.agreement[HEADLINE]
    if isinstance(alpha.figure, NotComputable):
        return f"nobody can tell: {alpha.figure.reason}."
    near = f"the same level in {share(one.agreement['exact'].figure)} of pairs of ratings, at most one level apart in"
    return f"{_whole(band(alpha))}: alpha {told(HEADLINE, alpha)}, {near} {share(one.agreement['adjacent'].figure)}."


def _where(told_of: Calibration) -> Iterator[str]:
    weak = [one for one in told_of.scales if band(one.agreement[HEADLINE]) in ("apart", "tentative")]
    for one in sorted(weak, key=_alpha):
        alpha = one.agreement[HEADLINE]
        yield f"{one.title}: they {BANDS[band(alpha)]}, alpha {told(HEADLINE, alpha)}."
    few = [one for one in told_of.scales if band(one.agreement[HEADLINE]) == "open"]
    if few:
        each = "; ".join(f"{one.title}, {_alpha_said(one)}" for one in few)
        yield f"Nobody can tell yet on {len(few)} of {len(told_of.scales)} scales, too little was rated: {each}."
    for one in told_of.scales:
        yield from (f"{one.title}: {caution}." for caution in one.cautions)
    if not weak and not few:
        yield "On no scale: alpha is 0.80 or more on all of them, and its interval does not fall below 0.667."


def _alpha_said(one: ScaleFigures) -> str:
    alpha = one.agreement[HEADLINE]
    return ("" if isinstance(alpha.figure, NotComputable) else "alpha ") + told(HEADLINE, alpha)


def _alpha(one: ScaleFigures) -> float:
    figure = one.agreement[HEADLINE].figure
    return 2.0 if isinstance(figure, NotComputable) else figure


def _what_first(told_of: Calibration) -> Iterator[str]:
    first = next((one for one in told_of.reword if one.splits), None)
    if first:
        yield (
            f"Talk about “{first.title}” first: it splits the raters most. Lay {_named(first.splits)} side by side, "
            "and put into the rubric's words what settles it."
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


MATRICES = 10
"""Pairs of raters up to which each has a matrix; of more, those that agree least."""


def fewest_alike(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """All pairs of a scale, or the ten that agree least."""
    if len(pairs) <= MATRICES:
        return tuple(pairs)
    return tuple(sorted(pairs, key=_exact)[:MATRICES])


def _exact(pair: Pair) -> float:
    figure = pair.figures["exact"].figure
    return 1.0 if isinstance(figure, NotComputable) else figure


def apart(one: Reword) -> str:
    """How far a scale splits the panel, in words."""
    if isinstance(one.disagreement.figure, NotComputable):
        return f"not computable: {one.disagreement.figure.reason}"
    far = f", {one.far} by two levels or more" if one.far else ""
    said = f"{one.split} of {one.disagreement.drafts} drafts split{far}"
    return f"{said}; {told('', one.disagreement)} levels apart on average"


def drifted(one: Drift) -> str:
    """What a rater's drift comes to, a clause."""
    if isinstance(one.slope, NotComputable):
        return f"not computable: {one.slope.reason}"
    figures = f"{signed(one.slope)} levels a week"
    if isinstance(one.interval, NotComputable):
        return f"{figures}; no interval: {one.interval.reason}"
    low, high = one.interval.low, one.interval.high
    way = "no drift to speak of" if low <= 0 <= high else "grows milder" if one.slope > 0 else "grows stricter"
    return f"{way}: {figures} ({signed(low)} to {signed(high)}), over {one.drafts} drafts"


READING = {
    "Same level, at most one level apart": (
        "The share of pairs of ratings of one draft. Easy to understand, but partly luck: where nearly all drafts get "
        "one level, raters meet on it without looking."
    ),
    "Krippendorff's alpha": (
        "Agreement beyond luck, for any number of raters and with gaps; 1 is full agreement, 0 is what luck gives. "
        "Ordinal takes levels as ranks, interval as equal steps, nominal as mere names."
    ),
    "Fleiss' kappa, Cohen's kappa": "Older figures of the same kind; any other level counts as a full miss.",
    "Quadratic weighted kappa": "Cohen's kappa of two raters where two levels apart weigh four times one level.",
    "Gwet's AC1 and AC2": (
        "Agreement beyond luck that stays high where nearly all drafts get one level and kappa collapses; AC2 weighs "
        "how far apart."
    ),
    "ICC(2,1) and ICC(2,k)": (
        "Share of the levels' variance that comes from the drafts: for one rater like these, and for the mean of all "
        "of them. It needs every rater on every draft; drafts with a gap are left out of it."
    ),
    "Interval": (
        "The drafts are drawn again many times; 95% of studies like this one have the true figure in it. A wide "
        "interval means: too few drafts."
    ),
    "Severity, infit, outfit": (
        "Which rater is stricter, with the drafts and criteria that each had taken into account. Infit and outfit are "
        "1 as expected; above 1.5 a rater is erratic, below 0.5 too alike, as if levels were copied."
    ),
    "Standardised mean difference": "How far two means lie apart, in standard deviations.",
}
"""A figure to what it says."""


def separation(facet: MeasuredFacet) -> str:
    """How far the model tells raters apart."""
    found = facet.separation
    if isinstance(found, NotComputable):
        return f"How far raters are told apart is not computable: {found.reason}."
    return (
        f"Separation of raters {found.separation:.2f}, reliability {found.reliability:.2f}: high means that they truly "
        "differ in severity, which is no agreement."
    )
