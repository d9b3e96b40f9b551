"""A gate as a person reads it in a terminal: the verdict, then each bar with its figure and what decided."""

from __future__ import annotations

from collections.abc import Iterator

import click

from showproof.calibration.bars import OWN, SOURCES, Bar
from showproof.calibration.gate import Gate, Held
from showproof.outputs.agreement_words import told
from showproof.outputs.terminal import plain, short

MEASURES = {
    "alpha": "alpha",
    "weighted_kappa": "kappa with people",
    "below_people": "below people",
    "mean_difference": "mean difference",
}
_COLORS = {"passed": "green", "not passed": "red", "insufficient": "yellow"}


def verdict_said(held: Gate) -> str:
    """The verdict as a sentence."""
    counts = {name: sum(one.verdict == name for one in held.held) for name in _COLORS}
    counted = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    start = {
        "passed": "Passed: every bar is reached",
        "not passed": "Not passed: a bar is missed",
        "insufficient": "Insufficient: too little was rated to say; that is no pass",
    }[held.verdict]
    return f"{start} ({counted or 'no bar was set'})."


def asked(bar: Bar) -> str:
    """What a bar asks for."""
    if bar.measure in ("alpha", "weighted_kappa"):
        return f"≥ {bar.limit:.3g}" + (f", low end ≥ {bar.low:.3g}" if bar.low is not None else "")
    return f"within ±{bar.limit:.3g}" if bar.measure == "mean_difference" else f"≤ {bar.limit:.3g}"


def whose(one: Held) -> str:
    """Whose figure it is."""
    return f"{one.rater} ({one.kind})" if one.rater else {"person": "people", "program": "programs"}.get(one.kind, "–")


def gate_text(held: Gate) -> str:
    """All of it, with its line end."""
    return "\n".join(_lines(held)) + "\n"


def _lines(held: Gate) -> Iterator[str]:
    yield click.style(verdict_said(held), bold=True, fg=_COLORS[held.verdict])
    yield f"  bars set at {plain(held.bars.set_at)}, digest {held.bars.digest}"
    for measure, title in MEASURES.items():
        found = [one for one in held.held if one.bar.measure == measure]
        if found:
            yield ""
            yield click.style(f"{title[0].upper()}{title[1:]}", bold=True)
            yield f"  {SOURCES[found[0].bar.measure]}"
        for one in found:
            verdict = click.style(f"{one.verdict:12}", fg=_COLORS[one.verdict])
            line = f"  {short(one.title, 24):24}  {verdict}  {asked(one.bar):28}  found {told(measure, one.found)}"
            yield line + f"; {plain(whose(one))}: {one.why}"
    yield ""
    yield f"Enough is {held.bars.drafts} drafts and an interval no wider than {held.bars.width:.2f} ({OWN})."
    if held.without:
        yield f"Rated, without a bar: {', '.join(map(plain, held.without))}."
