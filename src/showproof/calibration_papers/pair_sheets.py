"""The sheets of pairs of raters: how many drafts got which two levels, and the kappas that follow from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from showproof.calibration.figures import Figure, NotComputable
from showproof.calibration.measured import Calibration, Pair, ScaleFigures
from showproof.calibration.ratings import TOP
from showproof.calibration_papers.levels_sheet import LevelsSheet, criterion
from showproof.formats.xlsx.cells import letters
from showproof.formats.xlsx.flat import HEADER, FlatColumn, FlatTable, Formula, Value
from showproof.outputs.agreement_words import fewest_alike

MATRICES, PAIRS = "Matrices", "Pairs"
NONE = "not computable"
_AT = 5
"""The first column of counts."""
_COUNTS = tuple(letters(_AT + level) for level in range(TOP + 1))
"""Columns of the counts, by the level of the second rater."""
_FIRST, _LAST, _TOTAL = _COUNTS[0], _COUNTS[-1], letters(_AT + TOP + 1)


def shown_pairs(told: Calibration) -> list[tuple[ScaleFigures, Pair]]:
    """The pairs that have a matrix, as on the page."""
    return [(scale, pair) for scale in told.scales for pair in fewest_alike(scale.pairs)]


def matrices(shown: Sequence[tuple[ScaleFigures, Pair]], levels: LevelsSheet) -> FlatTable:
    """Five lines a pair, counted from the levels, and one with their totals."""
    rows: list[tuple[Value, ...]] = []
    for scale, pair in shown:
        scales, one, other = levels.fixed("Scale id"), levels.column(pair.one), levels.column(pair.other)
        top = HEADER + 1 + len(rows)
        for level, counts in enumerate(pair.counts):
            asked = f"COUNTIFS({scales},{criterion(scale.scale)},{one},{level},{other},"
            cells = [Formula(f"{asked}{beside})", count) for beside, count in enumerate(counts)]
            total = Formula(f"SUM({_FIRST}{top + level}:{_LAST}{top + level})", sum(counts))
            rows.append((scale.title, *_named(pair), level, *cells, total))
        sums = [sum(column) for column in zip(*pair.counts, strict=True)]
        below = [
            Formula(f"SUM({column}{top}:{column}{top + TOP})", count)
            for column, count in zip((*_COUNTS, _TOTAL), (*sums, pair.drafts), strict=True)
        ]
        rows.append((scale.title, *_named(pair), "all", *below))
    columns = (
        *_whose(),
        FlatColumn(title="Level by the first", width=11, look="flat middle"),
        *(FlatColumn(title=f"Second gave {level}", width=11, look="flat middle") for level in range(TOP + 1)),
        FlatColumn(title="All", width=9, look="flat middle"),
    )
    return FlatTable(
        name=MATRICES, heading="Level by level",
        guidance="How many drafts got which level from the first and from the second, counted on the sheet Levels.",
        columns=columns, rows=tuple(rows), pinned=4, edited=False,
    )  # fmt: skip


def _whose() -> tuple[FlatColumn, ...]:
    return tuple(
        FlatColumn(title=title, width=width) for title, width in (("Scale", 26), ("First", 20), ("Second", 20))
    )


def _named(pair: Pair) -> tuple[str, str]:
    return f"{pair.one} ({pair.kinds[0]})", f"{pair.other} ({pair.kinds[1]})"


def pairs(shown: Sequence[tuple[ScaleFigures, Pair]]) -> FlatTable:
    """A line a pair, worked out from its lines on the sheet of matrices."""
    looks = {"Drafts": "flat middle", "Same level": "flat share", "At most 1 apart": "flat share",
             "Same by luck": "flat share", "Cohen's kappa": "flat figure", "Quadratic weighted kappa": "flat figure",
             "Second less first, levels": "flat figure"}  # fmt: skip
    columns = (*_whose(), *(FlatColumn(title=title, width=13, look=look) for title, look in looks.items()))
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (scale.title, *_named(pair), *_figures(pair, HEADER + 1 + at * (TOP + 2), HEADER + 1 + at))
        for at, (scale, pair) in enumerate(shown)
    )
    return FlatTable(
        name=PAIRS, heading="Two raters beside each other",
        guidance="Every figure is a formula over the pair's lines on the sheet Matrices.",
        columns=columns, rows=rows, pinned=3, edited=False,
    )  # fmt: skip


def _figures(pair: Pair, top: int, row: int) -> Iterator[Formula]:
    """Formulas over the matrix that begins in line `top`, for line `row` of the sheet of pairs."""
    bottom = top + TOP
    counts = f"{MATRICES}!{_FIRST}{top}:{_LAST}{bottom}"
    gave, got = f"{MATRICES}!{_TOTAL}{top}:{_TOTAL}{bottom}", f"{MATRICES}!{_FIRST}{bottom + 1}:{_LAST}{bottom + 1}"
    first = f"(ROW({gave})-{top})"
    second = f"(COLUMN({got})-{_AT})"
    drafts, same, luck = f"D{row}", f"E{row}", f"G{row}"
    apart = f"({second}-{first})^2"
    chance = f"SUMPRODUCT({apart}*{gave}*{got})"
    figures = pair.figures
    yield Formula(f"{MATRICES}!{_TOTAL}{bottom + 1}", pair.drafts)
    yield Formula(f"SUMPRODUCT(({apart}=0)*{counts})/{drafts}", _now(figures["exact"].figure))
    yield Formula(f"SUMPRODUCT(({apart}<=1)*{counts})/{drafts}", _now(figures["adjacent"].figure))
    yield Formula(f"SUMPRODUCT(({apart}=0)*{gave}*{got})/{drafts}^2", _luck(pair))
    yield Formula(f'IF({luck}=1,"{NONE}",({same}-{luck})/(1-{luck}))', _now(figures["kappa"].figure))
    weighted = f'IF({chance}=0,"{NONE}",1-{drafts}*SUMPRODUCT({apart}*{counts})/{chance})'
    yield Formula(weighted, _now(figures["weighted_kappa"].figure))
    yield Formula(f"SUMPRODUCT(({second}-{first})*{counts})/{drafts}", _now(figures["difference"].figure))


def _luck(pair: Pair) -> float:
    given = [sum(row) for row in pair.counts]
    got = [sum(column) for column in zip(*pair.counts, strict=True)]
    alike = sum(one * other for one, other in zip(given, got, strict=True))
    return float(alike / pair.drafts**2)


def _now(figure: Figure) -> float | str:
    return NONE if isinstance(figure, NotComputable) else figure
