"""Risks by likelihood and impact: each in the cell of its two levels, numbered, with the list of all below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showproof.pictures.picture import Picture
from showproof.pictures.rows import Row
from showproof.pictures.scales import Scale, as_long, scale_of
from showproof.pictures.sheet import LEADING, MARGIN, SMALL, WIDTH, drawn
from showproof.pictures.text_width import width_of, wrapped
from showproof.pictures.told import Told, listed

BELOW = 44
"""Room of the words below the grid."""
CELL = 48
"""Least height of a cell."""
CHIP, GAP = 22, 4
"""Height of a chip, and room between two."""
_SHADES = ("#f4f6f8", "#e1e7ed", "#c9d3de", "#adbccb")
_TREATED = re.compile(r"(\d{1,2})\s*[×x*·]\s*(\d{1,2})")
_HEADER = ("No.", "Risk", "Likelihood", "Impact", "When treated", "Placed")


class Risk(NamedTuple):
    """One risk and its place, from 0, on both scales."""

    name: str
    text: str
    likelihood: str
    impact: str
    treated: str
    at: tuple[int, int] | None
    to: tuple[int, int] | None
    """Where treatment is to bring it, where the draft says so."""


class Chip(NamedTuple):
    """A risk's name in a cell."""

    name: str
    x: int
    y: int
    width: int
    treated: bool


class Cell(NamedTuple):
    """One cell of the grid."""

    x: int
    y: int
    width: int
    height: int
    shade: str


def draw(told: Told) -> tuple[Picture, ...]:
    """The grid; none where no risk has both levels."""
    levels = [row.text("level") for row in told.beside]
    up = scale_of([row.text("likelihood") for row in told.rows], levels)
    across = scale_of([row.text("impact") for row in told.rows], levels)
    if up is None or across is None:
        return ()
    up, across = as_long(up, across), as_long(across, up)
    risks = _risks(told.rows, up, across)
    placed = [risk for risk in risks if risk.at]
    if not placed:
        return ()
    left = 2 * MARGIN + 16 + max(width_of(name, SMALL) for name in up.names)
    step = (WIDTH - left - MARGIN) // len(across.names)
    cells, chips, tops, height = _grid(risks, up, across, left)
    entries, whole = _entries(placed, height + BELOW + 14)
    shaded = "Darker cells: a greater product of the two places on the scales, which is not the draft's own limit."
    dashed = " Dashed: where treatment is to bring it." if any(chip.treated for chip in chips) else ""
    picture = drawn(
        "risk-grid",
        told.title,
        _said(risks, up, across),
        size=(WIDTH, whole),
        data=(_HEADER, [_row(risk) for risk in risks]),
        legend=shaded + dashed,
        notes=_notes(risks, up, across),
        cells=cells,
        chips=chips,
        rows=list(zip(reversed(up.names), tops, strict=True)),
        columns=[(name, left + step * at + step // 2) for at, name in enumerate(across.names)],
        left=left,
        grid=height,
        entries=entries,
    )
    return (picture,)


def _risks(rows: Sequence[Row], up: Scale, across: Scale) -> list[Risk]:
    names = [row.text("id") for row in rows]
    own = all(names) and len(set(names)) == len(names) and all(width_of(name, 11) <= 48 for name in names)
    risks = []
    for row in rows:
        if not (row.text("risk") or row.text("likelihood") or row.text("impact")):
            continue
        places = up.at(row.text("likelihood")), across.at(row.text("impact"))
        treated = _TREATED.search(row.text("treated"))
        to = (up.at(treated[1]), across.at(treated[2])) if treated else (None, None)
        risks.append(
            Risk(row.text("id") if own else row.number, row.text("risk"), row.text("likelihood"), row.text("impact"),
                 row.text("treated"), _both(places), _both(to))
        )  # fmt: skip
    return risks


def _both(places: tuple[int | None, int | None]) -> tuple[int, int] | None:
    return (places[0], places[1]) if places[0] is not None and places[1] is not None else None


def _grid(risks: Sequence[Risk], up: Scale, across: Scale, left: int) -> tuple[list[Cell], list[Chip], list[int], int]:
    """Cells with their chips, highest likelihood first; the middle of each row, and the height of all."""
    step = (WIDTH - left - MARGIN) // len(across.names)
    inside: dict[tuple[int, int], list[tuple[str, bool]]] = {}
    for risk in risks:
        if risk.at:
            inside.setdefault(risk.at, []).append((risk.name, False))
        if risk.at and risk.to and risk.to != risk.at:
            inside.setdefault(risk.to, []).append((risk.name, True))
    cells, chips, tops, y = [], [], [], 0
    most = len(up.names) * len(across.names)
    for likelihood in reversed(range(len(up.names))):
        flows = [list(_flow(inside.get((likelihood, at), ()), step)) for at in range(len(across.names))]
        height = max(CELL, *(flow[-1].y + CHIP + GAP + 2 for flow in flows if flow), 0)
        for at, flow in enumerate(flows):
            shade = _SHADES[((likelihood + 1) * (at + 1) - 1) * len(_SHADES) // most]
            cells.append(Cell(left + step * at, y, step, height, shade))
            chips += [chip._replace(x=chip.x + left + step * at, y=chip.y + y) for chip in flow]
        tops.append(y + height // 2)
        y += height
    return cells, chips, tops, y


def _flow(names: Sequence[tuple[str, bool]], room: int) -> Iterator[Chip]:
    """Chips one beside the other, in as many lines as they need."""
    x, y = GAP + 2, GAP + 2
    for name, treated in names:
        width = max(width_of(name, 11, bold=True) + 10, CHIP)
        if x + width + GAP > room and x > GAP + 2:
            x, y = GAP + 2, y + CHIP + GAP
        yield Chip(name, x, y, width, treated)
        x += width + GAP


def _entries(risks: Sequence[Risk], y: int) -> tuple[list[tuple[int, str, tuple[str, ...], str]], int]:
    """The list below the grid: place, name, words, both levels."""
    entries = []
    for risk in risks:
        lines = wrapped(risk.text, SMALL, WIDTH - 2 * MARGIN - 54 - 130, 2)
        entries.append((y, risk.name, lines, f"{risk.likelihood} × {risk.impact}"))
        y += LEADING * max(1, len(lines)) + 4
    return entries, y


def _said(risks: Sequence[Risk], up: Scale, across: Scale) -> str:
    placed = [risk for risk in risks if risk.at]
    told = [
        f"A grid of likelihood, {up.names[0]} to {up.names[-1]}, by impact, {across.names[0]} to {across.names[-1]}, "
        f"with {len(placed)} of {len(risks)} risks on it, the greatest first."
    ]
    for risk in sorted(placed, key=_weight, reverse=True):
        to = f", when treated {risk.treated}" if risk.to else ""
        told.append(f"{risk.name}, {risk.text}: likelihood {risk.likelihood}, impact {risk.impact}{to}.")
    return " ".join([*told, *_notes(risks, up, across)])


def _weight(risk: Risk) -> int:
    return (risk.at[0] + 1) * (risk.at[1] + 1) if risk.at else 0


def _notes(risks: Sequence[Risk], up: Scale, across: Scale) -> list[str]:
    """What has no place on the grid."""
    off = [f"{risk.name} ({_why(risk, up, across)})" for risk in risks if not risk.at]
    return [f"Not on the grid: {listed(off)}."] if off else []


def _why(risk: Risk, up: Scale, across: Scale) -> str:
    for name, said, scale in (("likelihood", risk.likelihood, up), ("impact", risk.impact, across)):
        if not said:
            return f"no {name}"
        if scale.at(said) is None:
            return f"{name} “{said}” is not on the scale from {scale.names[0]} to {scale.names[-1]}"
    return ""


def _row(risk: Risk) -> tuple[str, ...]:
    return risk.name, risk.text, risk.likelihood, risk.impact, risk.treated, "yes" if risk.at else "no"
