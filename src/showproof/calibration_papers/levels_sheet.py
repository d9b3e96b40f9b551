"""The sheet of all levels, on which the formulas of the other sheets rest: a line for each draft on each scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from showproof.calibration.measured import Calibration
from showproof.calibration.measuring.measure import criteria_of
from showproof.calibration.ratings import Rater
from showproof.formats.xlsx.cells import letters
from showproof.formats.xlsx.flat import HEADER, FlatColumn, FlatTable, Formula, Value
from showproof.formats.xlsx.names import column_names
from showproof.outputs.agreement_words import called

NAME = "Levels"
_FIXED = ("Scale", "Scale id", "Counts for raters", "Draft")
_WORKED_OUT = ("Panel's ratings", "Their sum", "Pairs", "Pairs alike", "Pairs at most 1 apart")
YES = "yes"


def criterion(scale: str) -> str:
    """What a formula asks of the column of scale ids: this one, and no pattern."""
    plain = re.sub(r"([~*?])", r"~\1", scale).replace('"', '""')
    return f'"={plain}"'


class LevelsSheet(NamedTuple):
    """The table, and where its columns stand."""

    table: FlatTable
    raters: tuple[Rater, ...]
    """The panel first."""
    panel: int
    """How many of them are the panel."""

    def column(self, rater: str) -> str:
        """The range of a rater's levels."""
        at = next(number for number, one in enumerate(self.raters) if one.name == rater)
        return self._range(len(_FIXED) + 1 + at)

    def fixed(self, title: str) -> str:
        """The range of one of the first columns."""
        return self._range(_FIXED.index(title) + 1)

    def worked_out(self, title: str) -> str:
        """The range of one of the columns with formulas."""
        return self._range(len(_FIXED) + len(self.raters) + _WORKED_OUT.index(title) + 1)

    def _range(self, column: int) -> str:
        last = HEADER + max(len(self.table.rows), 1)
        return f"{NAME}!${letters(column)}${HEADER + 1}:${letters(column)}${last}"


def levels_sheet(told: Calibration) -> LevelsSheet:
    """All levels, and for each line how many pairs of the panel's ratings there are and are alike."""
    members = {one.name for one in told.panel}
    raters = (*told.panel, *(one for one in told.ratings.raters if one.name not in members))
    titles = column_names([*_FIXED, *map(called, raters), *_WORKED_OUT])
    plain = len(_FIXED) + len(raters)
    widths = [26.0, 20.0, 10.0, 16.0] + [11.0] * (len(titles) - len(_FIXED))
    columns = tuple(
        FlatColumn(title=title, width=width, look="flat text" if at < len(_FIXED) else "flat middle",
                   header="header" if at < plain else "header aside")
        for at, (title, width) in enumerate(zip(titles, widths, strict=True))
    )  # fmt: skip
    table = FlatTable(
        name=NAME,
        heading="Every level that was given",
        guidance="The last five columns are formulas over the panel's levels in the line; change a level and see.",
        columns=columns,
        rows=tuple(_rows(told, raters, len(told.panel))),
        pinned=len(_FIXED),
        edited=False,
    )
    return LevelsSheet(table, raters, len(told.panel))


def _rows(told: Calibration, raters: tuple[Rater, ...], panel: int) -> Iterator[tuple[Value, ...]]:
    given = {(one.scale, one.draft, one.rater): one.level for one in told.ratings.given}
    rated = {(one.scale, one.draft) for one in told.ratings.given}
    counting = set(criteria_of(told.ratings.scales))
    row = HEADER
    for scale in told.scales:
        for draft in told.ratings.drafts:
            if (scale.scale, draft) not in rated:
                continue
            row += 1
            levels = [given.get((scale.scale, draft, one.name)) for one in raters]
            shown = ["" if level is None else _shown(level) for level in levels]
            known = [level for level in levels[:panel] if level is not None]
            counts = YES if scale.scale in counting else "no"
            yield (scale.title, scale.scale, counts, draft, *shown, *_worked_out(row, panel, len(raters), known))


def _shown(level: float) -> int | float:
    return int(level) if level == int(level) else level


def _worked_out(row: int, panel: int, raters: int, known: list[float]) -> Iterator[Formula]:
    first = len(_FIXED) + 1
    levels = f"{letters(first)}{row}:{letters(first + max(panel, 1) - 1)}{row}"
    count, _, _, alike, _ = (f"{letters(first + raters + at)}{row}" for at in range(len(_WORKED_OUT)))
    pairs = list(combinations(known, 2))
    same = sum(one == other for one, other in pairs)
    each = f"COUNTIF({levels},{{0,1,2,3,4}})"
    yield Formula(f"COUNT({levels})", len(known))
    yield Formula(f"SUM({levels})", _shown(sum(known)))
    yield Formula(f"{count}*({count}-1)/2", len(pairs))
    yield Formula(f"SUMPRODUCT({each}*({each}-1))/2", same)
    beside = f"SUMPRODUCT(COUNTIF({levels},{{0,1,2,3}})*COUNTIF({levels},{{1,2,3,4}}))"
    yield Formula(f"{alike}+{beside}", sum(abs(one - other) <= 1 for one, other in pairs))
