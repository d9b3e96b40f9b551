"""A calibration as a person reads it in a terminal: three plain answers, then the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

import click

from showproof.calibration.bands import band
from showproof.calibration.figures import Estimate, NotComputable
from showproof.calibration.measured import Calibration, Reword, Split
from showproof.calibration.measuring.agreement import HEADLINE
from showproof.outputs.agreement_words import (
    AGAINST_TITLES,
    BANDS,
    PLURAL,
    answers,
    apart,
    called,
    drifted,
    number,
    share,
    signed,
)
from showproof.outputs.terminal import WIDTH, plain, short

_COLORS = {"agree": "green", "tentative": "yellow", "apart": "red", "open": ""}
_SCALES = 26
_SPLITS = 2
"""Drafts that are shown of each scale to reword; the page and JSON have five."""


def calibration_text(told_of: Calibration) -> str:
    """All of it, with its line end."""
    return "\n".join(_lines(told_of)) + "\n"


def _lines(told_of: Calibration) -> Iterator[str]:
    for one in answers(told_of):
        yield click.style(one.question, bold=True)
        for line in one.said:
            yield from _wrapped(line, "  ")
        yield ""
    yield from _agreement(told_of)
    yield from _against(told_of)
    yield from _raters(told_of)
    yield from _reword(told_of)
    yield from _drift(told_of)
    yield from _foot(told_of)


def _agreement(told_of: Calibration) -> Iterator[str]:
    settings = told_of.settings
    yield click.style(f"Agreement of the {PLURAL[told_of.panel_kind]} among themselves", bold=True)
    yield f"  in brackets {settings.confidence:.0%} intervals from {settings.draws} draws of the drafts"
    head = ("scale", "drafts", "same", "within 1", "alpha", "AC2", "kappa", "ICC(2,1)", "they")
    yield _row(head, _AGREEMENT)
    for one in told_of.scales:
        figures = one.agreement
        cells = (
            plain(one.title),
            str(one.shared),
            share(figures["exact"].figure),
            share(figures["adjacent"].figure),
            _ranged(figures[HEADLINE]),
            number(figures["ac2"].figure),
            number(figures["weighted_kappa"].figure),
            number(figures["icc_single"].figure),
        )
        name = band(figures[HEADLINE])
        yield _row(cells, _AGREEMENT) + "  " + click.style(BANDS[name], fg=_COLORS[name] or None)
    yield from _why_not(told_of)
    yield ""


_AGREEMENT = (_SCALES, 6, 5, 8, 17, 5, 5, 8, 0)
_AGAINST = (_SCALES, 6, 17, 6, 18, 18, 6)
_RATERS = (22, 6, 7, 6, 6, 8, 9, 6, 6, 6)


def _why_not(told_of: Calibration) -> Iterator[str]:
    """Each reason for a missing figure, once, with the scales that it holds for."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for one in told_of.scales:
        for name in (HEADLINE, "ac2", "weighted_kappa", "icc_single"):
            figure = one.agreement[name].figure
            if isinstance(figure, NotComputable):
                short_name = {HEADLINE: "alpha", "ac2": "AC2", "weighted_kappa": "kappa"}.get(name, "ICC")
                reasons.setdefault((short_name, figure.reason), []).append(one.title)
    for (name, reason), titles in reasons.items():
        yield from _wrapped(f"– {name} is not computable on {', '.join(titles)}: {reason}", "  ")


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first = short(cells[0], widths[0])
    rest = (f"{cell:>{width}}" for cell, width in zip(cells[1:], widths[1:], strict=False))
    return f"  {first:{widths[0]}}  " + "  ".join(rest)


def _ranged(one: Estimate) -> str:
    if isinstance(one.figure, NotComputable) or isinstance(one.interval, NotComputable):
        return number(one.figure)
    return f"{number(one.figure)} ({number(one.interval.low)}, {number(one.interval.high)})"


def _against(told_of: Calibration) -> Iterator[str]:
    for rater in dict.fromkeys(one.rater for one in told_of.against):
        found = [one for one in told_of.against if one.rater == rater]
        yield click.style(f"{plain(rater)} ({found[0].kind}) against the people", bold=True)
        head = ("scale", "drafts", "kappa with people", "people", "below them", "mean difference", "spread")
        yield _row(head, _AGAINST)
        for one in found:
            figures = one.figures
            cells = (
                plain(one.title),
                str(figures["weighted_kappa"].drafts),
                _ranged(figures["weighted_kappa"]),
                number(figures["people"].figure),
                _ranged(figures["below_people"]),
                _ranged(figures["mean_difference"]),
                number(figures["spread_ratio"].figure),
            )
            yield _row(cells, _AGAINST)
        yield from _wrapped(
            f"kappa: {AGAINST_TITLES['weighted_kappa'].lower()}, the mean over them; mean difference: above 0 where "
            f"{plain(rater)} gives more, in standard deviations; spread: its standard deviation over theirs",
            "  ",
        )
        yield ""


def _raters(told_of: Calibration) -> Iterator[str]:
    yield click.style("Raters", bold=True)
    model = told_of.model
    measured = {} if isinstance(model, NotComputable) else {one.name: one for one in model.raters.elements}
    head = ("rater", "drafts", "ratings", "mean", "spread", "gap", "severity", "error", "infit", "outfit")
    yield _row(head, _RATERS)
    for one in told_of.raters:
        modelled = measured.get(one.rater.name)
        cells = [
            plain(called(one.rater)),
            str(one.drafts),
            str(one.summary.ratings),
            number(one.summary.mean),
            number(one.summary.spread),
            signed(one.summary.gap),
        ]
        if modelled:
            cells += [signed(modelled.measure), *map(number, (modelled.error, modelled.infit, modelled.outfit))]
        yield _row(cells + ["–"] * (len(_RATERS) - len(cells)), _RATERS)
    yield from _wrapped(
        "gap: levels below (–) or above (+) the panel's others on the same drafts; severity: logits of a many-facet "
        "Rasch model, higher is stricter; infit and outfit: 1 as expected, above 1.5 erratic, below 0.5 too alike",
        "  ",
    )
    if isinstance(model, NotComputable):
        yield from _wrapped(f"no severities: {model.reason}", "  ")
    else:
        how = "settled" if model.convergence.converged else "did not settle"
        apart_by = model.raters.separation
        told_apart = (
            f"separation of raters not computable: {apart_by.reason}"
            if isinstance(apart_by, NotComputable)
            else f"separation of raters {apart_by.separation:.2f}, reliability {apart_by.reliability:.2f}"
        )
        yield from _wrapped(
            f"the model {how} after {model.convergence.iterations} rounds, on {model.ratings} ratings; {told_apart}",
            "  ",
        )
        for note in model.notes:
            yield from _wrapped(plain(note), "  ")
    yield ""


def _reword(told_of: Calibration) -> Iterator[str]:
    found = [one for one in told_of.reword if one.splits]
    if not found:
        return
    yield click.style("Reword first", bold=True)
    for rank, one in enumerate(found[:5], start=1):
        yield f"  {rank}. {plain(one.title)}: {apart(one)}"
        yield from _splits(one, [rater.name for rater in told_of.panel])
    yield ""


def _splits(one: Reword, panel: Sequence[str]) -> Iterator[str]:
    for split in one.splits[:_SPLITS]:
        yield f"     {plain(split.draft)}: {_levels(split, panel)}"
        for given in split.given:
            if given.note:
                yield f"       {plain(given.rater.name)} {given.level:g}: “{short(given.note, 80)}”"


def _levels(split: Split, panel: Sequence[str]) -> str:
    return ", ".join(
        f"{plain(given.rater.name if given.rater.name in panel else called(given.rater))} {given.level:g}"
        for given in split.given
    )


def _drift(told_of: Calibration) -> Iterator[str]:
    if isinstance(told_of.drift, NotComputable):
        return
    yield click.style("Drift over the days", bold=True)
    for one in told_of.drift:
        yield from _wrapped(f"{plain(one.rater)} ({told_of.panel_kind}): {drifted(one)}", "  ")
    yield ""


def _foot(told_of: Calibration) -> Iterator[str]:
    if told_of.notices:
        yield click.style("Left out, or to know", bold=True)
    for line in told_of.notices:
        yield from _wrapped(plain(line), "  ")
    yield from ("",) if told_of.notices else ()
    settings = told_of.settings
    yield (
        f"Intervals: {settings.confidence:.0%}, {settings.draws} draws, seed {settings.seed}; the same ratings and "
        "seed give the same figures."
    )


def _wrapped(text: str, pad: str) -> Iterable[str]:
    return wrap(text, WIDTH, initial_indent=pad, subsequent_indent=pad, break_on_hyphens=False)
