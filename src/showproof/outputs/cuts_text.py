"""Cut scores as a person reads them in a terminal, and as JSON (`showproof.cuts/1`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from showproof.calibration.cuts import Cuts, Held
from showproof.calibration.figures import Figure, Interval, NotComputable
from showproof.calibration.statistics.angoff import Angoff
from showproof.calibration.statistics.contrasting_groups import ContrastingGroups
from showproof.outputs.agreement_words import number, share
from showproof.outputs.calibration_json import figure_data
from showproof.outputs.calibration_names import CUTS_NAME
from showproof.outputs.terminal import plain


def cuts_text(told: Cuts) -> str:
    """All of it, with its line end."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Cuts) -> Iterator[str]:
    yield f"{told.drafts} drafts; a score is the mean over {', '.join(map(plain, told.scales))}"
    if told.contrasting is not None:
        yield ""
        yield from _contrasting(told.contrasting)
    if told.expected is not None:
        yield ""
        yield from _angoff(told.expected, told)
    for one in told.held:
        yield ""
        yield from _worth(one, told.drafts)


def _contrasting(one: ContrastingGroups | NotComputable) -> Iterator[str]:
    yield click.style("Contrasting groups", bold=True)
    if isinstance(one, NotComputable):
        yield f"  not computable: {one.reason}"
        return
    yield f"  cut {one.cut:.2f} {_between(one.interval)}, standard error {one.error:.2f}"
    yield (
        f"  on the {one.ready + one.not_ready} drafts that were called: {one.wrong_passes} of {one.not_ready} not "
        f"ready would pass, {one.wrong_fails} of {one.ready} ready would fail"
    )
    yield f"  halfway between the means of both groups: {one.midpoint:.2f}"


def _between(one: Interval | NotComputable) -> str:
    return "(no interval)" if isinstance(one, NotComputable) else f"({one.low:.2f} to {one.high:.2f})"


def _angoff(one: Angoff | NotComputable, told: Cuts) -> Iterator[str]:
    yield click.style("Modified Angoff", bold=True)
    if isinstance(one, NotComputable):
        yield f"  not computable: {one.reason}"
        return
    judges = ", ".join(f"{plain(name)} {cut:.2f}" for name, cut in zip(told.judges, one.judges, strict=True))
    yield f"  cut {one.cut:.2f} {_between(one.interval)}, standard error {number(one.error)}; by judge: {judges}"
    for scale, level, spread in zip(told.scales, one.criteria, one.apart, strict=True):
        yield f"    {plain(scale):24}  expected {level:.2f}, judges' spread {number(spread)}"


def _worth(one: Held, drafts: int) -> Iterator[str]:
    yield click.style(f"Deciding at {one.cut:.2f} ({one.by})", bold=True)
    yield f"  {one.passing} of {drafts} drafts pass"
    if isinstance(one.worth, NotComputable):
        yield f"  how far such decisions hold is not computable: {one.worth.reason}"
        return
    worth = one.worth
    yield f"  a second panel would decide {share(worth.consistency)} of drafts alike (kappa {number(worth.kappa)})"
    yield (
        f"  decided as a panel of endlessly many would: {share(worth.accuracy)}; wrong passes "
        f"{worth.wrong_passes:.1%}, wrong fails {worth.wrong_fails:.1%}"
    )
    yield (
        f"  reliability of a draft's score {worth.reliability:.2f}, its standard error {worth.error:.2f} levels, with "
        f"{worth.raters:.1f} raters a draft"
    )


def cuts_json(told: Cuts, version: str) -> str:
    """One object, indented, with its line end."""
    data = {
        "schema": CUTS_NAME,
        "tool": {"name": "showproof", "version": version},
        "scales": list(told.scales),
        "drafts": told.drafts,
        "contrasting_groups": _data(told.contrasting),
        "modified_angoff": _data(told.expected),
        "judges": list(told.judges),
        "held": [
            {"by": one.by, "cut": one.cut, "passing": one.passing, "worth": _data(one.worth)} for one in told.held
        ],
    }
    return json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _data(found: Any) -> dict[str, Any] | None:
    """A result field by field, or the reason why there is none; null where nothing was asked."""
    if found is None:
        return None
    if isinstance(found, NotComputable):
        return {"reason": found.reason}
    return {"reason": None, **{name: _value(value) for name, value in found._asdict().items()}}


def _value(value: Figure | Interval | tuple[Any, ...]) -> Any:
    if isinstance(value, NotComputable):
        return figure_data(value)
    if isinstance(value, Interval):
        return {"low": value.low, "high": value.high}
    return [_value(one) for one in value] if isinstance(value, tuple) else value
