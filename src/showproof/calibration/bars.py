"""Bars that a screen must reach, set before anything is measured: a file with a digest and the time it was set."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import isfinite
from pathlib import Path
from typing import Any, Literal, NamedTuple

from showproof.errors import UnreadableError, UserError, reason

SCHEMA = "showproof.bars/1"
Measure = Literal["alpha", "weighted_kappa", "below_people", "mean_difference"]
KRIPPENDORFF = (
    "Krippendorff, Content Analysis (2004): .800 for conclusions, .667 as the lowest end at which tentative ones hold"
)
WILLIAMSON = (
    "Williamson, Xi and Breyer, A Framework for Evaluation and Use of Automated Scoring, "
    "Educational Measurement: Issues and Practice 31(1), 2012"
)
SOURCES: Mapping[Measure, str] = {
    "alpha": KRIPPENDORFF,
    "weighted_kappa": WILLIAMSON,
    "below_people": WILLIAMSON,
    "mean_difference": WILLIAMSON,
}
_MEASURES: Mapping[str, Measure] = {name: name for name in SOURCES}
OWN = "our own choice: fewer drafts, or a wider interval, say too little either way"
ALPHA, ALPHA_LOW, WEIGHTED_KAPPA, BELOW_PEOPLE, MEAN_DIFFERENCE = 0.800, 0.667, 0.70, 0.10, 0.15
DRAFTS, WIDTH = 30, 0.30


class Bar(NamedTuple):
    """What is asked of one measure on one scale."""

    scale: str
    measure: Measure
    limit: float
    """The least for `alpha` and `weighted_kappa`; the most for the others, of whichever sign."""
    low: float | None = None
    """The least for the low end of the interval, where that is asked too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """All that was set, and when."""

    set_at: str
    """The time given, as 2026-11-22T09:00Z."""
    bars: tuple[Bar, ...]
    drafts: int = DRAFTS
    """Fewer drafts are insufficient."""
    width: float = WIDTH
    """A wider interval is insufficient."""

    @property
    def digest(self) -> str:
        """SHA-256 of everything that is set, as 64 hexadecimal digits."""
        written = json.dumps(_content(self), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
        return sha256(written.encode()).hexdigest()


def usual_bars(
    set_at: str,
    scales: Iterable[str],
    *,
    alpha: float = ALPHA,
    others: Mapping[str, float] | None = None,
    machine: bool = True,
    drafts: int = DRAFTS,
    width: float = WIDTH,
) -> Bars:
    """The usual bars on each scale; `others` are bars for alpha of single scales, `machine` whether a program is held.

    The low end of alpha's interval may lie as far below its bar as .667 lies below .800.
    """
    made: list[Bar] = []
    for scale in scales:
        limit = float((others or {}).get(scale, alpha))
        made.append(Bar(scale, "alpha", limit, round(max(limit - (ALPHA - ALPHA_LOW), 0.0), 3)))
        if machine:
            made += [
                Bar(scale, "weighted_kappa", WEIGHTED_KAPPA),
                Bar(scale, "below_people", BELOW_PEOPLE),
                Bar(scale, "mean_difference", MEAN_DIFFERENCE),
            ]
    return Bars(set_at=set_at, bars=tuple(made), drafts=drafts, width=float(width))


def bars_json(bars: Bars) -> str:
    """The file, with its line end; the same bars give the same text."""
    asked = {one.measure for one in bars.bars}
    sources: dict[str, str] = {name: source for name, source in SOURCES.items() if name in asked}
    data = {**_content(bars), "sources": sources | {"enough": OWN}, "digest": bars.digest}
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _content(bars: Bars) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "set_at": bars.set_at,
        "enough": {"drafts": bars.drafts, "width": bars.width},
        "bars": [one._asdict() for one in bars.bars],
    }


def read_bars(path: Path, digest: str = "") -> Bars:
    """The bars of a file. Raises UnreadableError for what is none, UserError where it was changed since it was set.

    `digest` is the one that was noted when they were set; it, too, must be theirs.
    """
    data = _loaded(path)
    try:
        bars = Bars(
            set_at=_text(data["set_at"]),
            bars=tuple(_bar(one) for one in data["bars"]),
            drafts=int(data["enough"]["drafts"]),
            width=_number(data["enough"]["width"]),
        )
        written = _text(data["digest"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _strange("bars that are not whole", path) from None
    remedy = "take the file as it was set, or set bars anew before you measure anew"
    if bars.digest != written:
        raise UserError("the bars were changed since they were set", where=str(path), remedy=remedy)
    if digest and bars.digest != digest.strip().lower():
        found = f"the digest is {bars.digest}, not the one noted"
        raise UserError(found, where=str(path), remedy=remedy)
    return bars


def _loaded(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise UnreadableError(reason(error), where=str(path), remedy="name a file that can be read") from None
    except (ValueError, RecursionError):
        raise _strange("no JSON", path) from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise _strange("no bars", path)
    return data


def _strange(found: str, path: Path) -> UnreadableError:
    remedy = "make it with `showproof calibrate gate set`"
    return UnreadableError(f"{found}; allowed: {SCHEMA}", where=str(path), remedy=remedy)


def _bar(data: Mapping[str, Any]) -> Bar:
    low = data["low"]
    measure = _MEASURES[_text(data["measure"])]
    return Bar(_text(data["scale"]), measure, _number(data["limit"]), None if low is None else _number(low))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise TypeError(value)
    return float(value)
