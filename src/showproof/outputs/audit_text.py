"""An audit as a person reads it in a terminal: a table for each group column and crossing, then what it is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

import click

from showproof.calibration.audit import Audit, Table
from showproof.calibration.group_agreement import AgreementTable
from showproof.calibration.impact import Line, Reading
from showproof.outputs import audit_agreement
from showproof.outputs.audit_words import (
    CAUTION,
    IS_NOT,
    METHOD,
    audit_notes,
    bounds,
    chance,
    figure,
    named,
    opening,
    percent,
    table_notes,
    table_title,
    told,
)  # fmt: skip
from showproof.outputs.terminal import WIDTH, plain, short

_NAMES = 40
_COLORS: dict[Reading, str] = {"below": "red", "different": "yellow", "insufficient": "yellow"}
_HEAD = ("persons", "selected", "rate", "95 % interval", "ratio", "95 % interval", "chance")
_WIDTHS = (8, 9, 7, 18, 6, 14, 7)


def audit_text(audit: Audit) -> str:
    """The whole audit, with its line end."""
    lines = [click.style(plain(audit.decisions.file), bold=True), f"  {opening(audit)}"]
    for table in audit.tables:
        lines += ["", *_table(table)]
    for agreed in audit.agreement:
        lines += ["", *_agreement(agreed)]
    if audit.agreement:
        lines += _wrapped(audit_agreement.NOTE, "    ")
    lines += ["", *(line for text in audit_notes(audit) for line in _wrapped(text))]
    for text in (METHOD, CAUTION, *IS_NOT):
        lines += ["", *_wrapped(text)]
    return "\n".join(lines) + "\n"


def _table(table: Table) -> Iterator[str]:
    width = min(_NAMES, max((len(plain(named(line.group))) for line in table.lines), default=5))
    yield "  " + click.style(plain(table_title(table)), bold=True)
    if not table.lines:
        yield "    insufficient: everybody's group is unknown"
    else:
        heads = ("above" if one == "selected" and table.about == "scores" else one for one in _HEAD)
        yield f"    {'group':{width}}" + "".join(f"{one:>{wide + 1}}" for one, wide in zip(heads, _WIDTHS, strict=True))
    for line in table.lines:
        yield from _line(table, line, width)
    for note in table_notes(table):
        yield from _wrapped(note, "    ")


def _line(table: Table, line: Line, width: int) -> Iterator[str]:
    cells = (
        str(line.persons), str(line.selected), percent(line.rate), bounds(line.interval, as_percent=True),
        figure(line.ratio), bounds(line.ratio_interval), chance(line.chance),
    )  # fmt: skip
    name = short(named(line.group), width)
    yield f"    {name:{width}}" + "".join(f"{one:>{wide + 1}}" for one, wide in zip(cells, _WIDTHS, strict=True))
    yield "      " + click.style(told(table, line), fg=_COLORS.get(line.reading))
    if line.spread:
        spread = line.spread
        yield f"      mean {spread.mean:.2f}, median {spread.median:.2f}, deviation {figure(spread.deviation)}"


def _agreement(table: AgreementTable) -> Iterator[str]:
    width = min(_NAMES, max((len(plain(audit_agreement.name(line))) for line in table.lines), default=5))
    yield "  " + click.style(plain(audit_agreement.title(table)), bold=True)
    yield _agreement_row("group", audit_agreement.HEADS, width)
    for line in table.lines:
        yield _agreement_row(short(audit_agreement.name(line), width), audit_agreement.cells(line), width)
        if audit_agreement.reason(line):
            yield from _wrapped(audit_agreement.reason(line), "      ")
    for note in audit_agreement.notes(table):
        yield from _wrapped(note, "    ")


def _agreement_row(name: str, cells: Sequence[str], width: int) -> str:
    return f"    {name:{width}}" + "".join(f"{cell:>12}" for cell in cells[:-1]) + f"   {cells[-1]}"


def _wrapped(text: str, before: str = "  ") -> list[str]:
    return [before + line for line in wrap(plain(text), WIDTH - len(before))]
