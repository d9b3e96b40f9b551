"""Bars held against what was measured: passed, not passed, or insufficient; too few drafts never pass."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Literal, NamedTuple

from showproof.calibration.bars import Bar, Bars
from showproof.calibration.figures import Estimate, Interval, NotComputable
from showproof.calibration.measured import Calibration
from showproof.calibration.measuring.agreement import HEADLINE
from showproof.calibration.ratings import RaterKind

Verdict = Literal["passed", "not passed", "insufficient"]
NO_RATINGS = Estimate(NotComputable("nobody rated it"), NotComputable("nobody rated it"), 0, 0)
NO_MACHINE = Estimate(
    NotComputable("no program is among the raters"), NotComputable("no program is among the raters"), 0, 0
)


class Held(NamedTuple):
    """One bar held against its figure."""

    bar: Bar
    title: str
    rater: str
    """Whose figure it is; '' for the panel's."""
    kind: RaterKind
    found: Estimate
    verdict: Verdict
    why: str
    """What decided it, a clause."""


class Gate(NamedTuple):
    """All bars held against a study."""

    bars: Bars
    verdict: Verdict
    held: tuple[Held, ...]
    without: tuple[str, ...]
    """Scales that were rated and have no bar."""


def hold(told: Calibration, bars: Bars) -> Gate:
    """Every bar against its figure. Passed only where every one is; not passed where one is not."""
    held = tuple(one for bar in bars.bars for one in _held(told, bar, bars))
    verdicts = {one.verdict for one in held}
    verdict: Verdict = "not passed" if "not passed" in verdicts else "insufficient"
    if verdicts == {"passed"}:
        verdict = "passed"
    named = {bar.scale for bar in bars.bars}
    return Gate(bars, verdict, held, tuple(one.title for one in told.scales if one.scale not in named))


def _held(told: Calibration, bar: Bar, bars: Bars) -> Iterator[Held]:
    scale = next((one for one in told.scales if one.scale == bar.scale), None)
    title = scale.title if scale else bar.scale.removeprefix("skill:")
    if bar.measure == "alpha":
        found = scale.agreement[HEADLINE] if scale else NO_RATINGS
        yield Held(bar, title, "", told.panel_kind, found, *judge(found, bar, bars))
        return
    against = [one for one in told.against if one.scale == bar.scale]
    for one in against:
        found = one.figures[bar.measure]
        yield Held(bar, title, one.rater, one.kind, found, *judge(found, bar, bars))
    if not against:
        yield Held(bar, title, "", "scorer", NO_MACHINE, *judge(NO_MACHINE, bar, bars))


def judge(found: Estimate, bar: Bar, bars: Bars) -> tuple[Verdict, str]:
    """The verdict on one figure, and what decided it.

    A figure whose whole interval misses the bar has not passed, however few the drafts. Otherwise fewer drafts, or a
    wider interval, than the bars ask for is insufficient, and so is no interval, unless all agree on enough drafts.
    What is left passes where the figure reaches the bar, and the interval's low end the one asked for it.
    """
    if isinstance(found.figure, NotComputable):
        return "insufficient", f"not computable: {found.figure.reason}"
    if isinstance(found.interval, NotComputable):
        if _perfect(found.figure, bar) and found.drafts >= bars.drafts:
            return "passed", f"full agreement on {found.drafts} drafts"
        return "insufficient", f"no interval: {found.interval.reason}"
    if _wholly_missed(found.interval, bar):
        return "not passed", "the whole interval misses the bar"
    if found.drafts < bars.drafts:
        return "insufficient", f"{found.drafts} drafts; {bars.drafts} are asked for"
    width = found.interval.high - found.interval.low
    if width > bars.width:
        return (
            "insufficient",
            f"the interval is {width:.2f} wide; {bars.width:.2f} is allowed{_enough(found, width, bars)}",
        )
    if not _reached(found.figure, bar):
        return "not passed", "the figure misses the bar"
    if bar.low is not None and found.interval.low < bar.low:
        return "not passed", f"the interval's low end is below {bar.low:.3f}"
    return "passed", "the figure reaches the bar"


def _enough(found: Estimate, width: float, bars: Bars) -> str:
    """About how many drafts would do: an interval narrows with the root of their number."""
    return f"; about {ceil(found.drafts * (width / bars.width) ** 2)} drafts like these would do"


def _perfect(figure: float, bar: Bar) -> bool:
    """Whether nothing could be better: then every draw of drafts gives the same, and there is no interval."""
    return figure == (1 if bar.measure in ("alpha", "weighted_kappa") else 0)


def _reached(figure: float, bar: Bar) -> bool:
    if bar.measure in ("alpha", "weighted_kappa"):
        return figure >= bar.limit
    return (abs(figure) if bar.measure == "mean_difference" else figure) <= bar.limit


def _wholly_missed(interval: Interval, bar: Bar) -> bool:
    if bar.measure in ("alpha", "weighted_kappa"):
        return interval.high < bar.limit
    if bar.measure == "mean_difference":
        return interval.low > bar.limit or interval.high < -bar.limit
    return interval.low > bar.limit
