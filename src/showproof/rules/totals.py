"""A total that is the sum of its parts, in tables, in written sums and in lists with a total behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from showproof.model import Cell, Observation, Quote, Table
from showproof.rules.base import Case, Found
from showproof.rules.dispute import Dispute, agreed, dispute
from showproof.rules.figures import COUNTED, exact
from showproof.rules.passages import words_behind
from showproof.rules.view import View
from showproof.values import Value, find_values

_TOTAL = r"\W*(?:grand |sub|invoice )?total(?:s)?\b(?! (?:cost of|time|days))|\W*sum$"
_NO_SUM = r"average|avg|mean|median|rate|%|per\b|price|unit|max|min|p9\d|change|score"
"""Headers of columns whose figures are not added up."""
_SHARE = r"share|%|percent|portion"
_IN_ALL = r"^\s*(?:[a-z-]+ ){0,2}(?:in all|in total|altogether|all told|total)\b"
_LISTED = r"^(?:, and |, | and | \+ | plus |; )$"
_REST = r"(?i)\b(?:left|remaining|remains|balance|unspent)\b"
_OTHER_YEAR = r"(?i)\b(?:last|previous|prior|next) (?:year|month|quarter)"
_DONE = r"fill|done|complet|progress|coverage|target"
"""Headers of columns that say how far each thing has come."""
_SLACK = Decimal("0.005")


def totals(case: Case) -> Found:
    """Met where every total is the sum of its parts."""
    return agreed(case, wrong_totals, wrong_sums)


def wrong_totals(view: View) -> Iterator[Dispute]:
    """Tables with a row or a column of totals that are not the sums of the others."""
    for item in view.draft.outline.items:
        if isinstance(item, Table) and item.header and len(item.rows) - item.header >= 2:
            yield from _wrong_row_of_totals(item)
            yield from _wrong_column_of_totals(item)


def _wrong_row_of_totals(table: Table) -> Iterator[Dispute]:
    rows = table.rows[table.header :]
    if len(rows) < 3 or not _says_total(rows[-1]) or any(_says_total(row[:2]) for row in rows[:-1]):
        return
    width = len(rows[-1])
    if any(len(row) != width for row in rows):
        return
    for at, cell in enumerate(rows[-1]):
        header = " ".join(row[at].text.lower() for row in table.rows[: table.header] if at < len(row))
        stated = _single(cell)
        parts = [_single(row[at]) for row in rows[:-1] if row[at].text.strip()]
        if stated is None or len(parts) < 2 or any(part is None or part.kind != stated.kind for part in parts):
            continue
        if stated.kind != "percent" and re.search(f"{_NO_SUM}|{_SHARE}", header):
            continue
        if stated.kind == "percent" and not _of_one_whole(parts, stated, header):
            continue
        slack = Decimal(len(parts)) if stated.kind == "percent" else None
        yield from _not_the_sum(parts, stated, cell, slack)


def _of_one_whole(parts: Sequence[Value | None], stated: Value, header: str) -> bool:
    """Whether percentages are shares of one whole, and not how far each thing has come."""
    whole = stated.low == 100 and all(part and part.low is not None and part.low < 100 for part in parts)
    return whole and bool(re.search(_SHARE, header)) and not re.search(_DONE, header)


def _wrong_column_of_totals(table: Table) -> Iterator[Dispute]:
    """A last column called total in which most rows, but not all, are the sum of the figures to its left."""
    header = table.rows[table.header - 1]
    if not re.match(_TOTAL, header[-1].text.lower()) or len(header) < 4:
        return
    rows = [row for row in table.rows[table.header :] if len(row) == len(header) and _single(row[-1])]
    summed = [(row, [_single(cell) for cell in row[1:-1]]) for row in rows]
    whole = [
        (row, parts)
        for row, parts in summed
        if len(parts) > 1 and all(parts) and _same_kind([*parts, _single(row[-1])])
    ]
    right = [row for row, parts in whole if _adds_up(parts, _single(row[-1]))]
    if len(right) < 2 or len(right) <= len(whole) / 2:
        return
    for row, parts in whole:
        stated = _single(row[-1])
        assert stated
        yield from _not_the_sum(parts, stated, row[-1])


def _not_the_sum(
    parts: Sequence[Value | None], stated: Value, cell: Cell, slack: Decimal | None = None
) -> Iterator[Dispute]:
    if not _adds_up(parts, stated, slack):
        fault = (
            f"the parts add up to {_sum(parts):,f}{stated.unit if stated.kind == 'percent' else ''}, not {stated.text}"
        )
        yield Dispute(fault, (Quote(cell.text, cell.location),), (cell.text,))


def _adds_up(parts: Sequence[Value | None], stated: Value | None, slack: Decimal | None = None) -> bool:
    if stated is None or stated.low is None:
        return True
    total = _sum(parts)
    if slack is None:
        slack = max(Decimal("0.01"), abs(total) * _SLACK)
    return abs(total - stated.low) <= slack


def _sum(parts: Sequence[Value | None]) -> Decimal:
    return sum((part.low for part in parts if part is not None and part.low is not None), Decimal(0))


def _same_kind(parts: Sequence[Value | None]) -> bool:
    return len({(part.kind, part.unit) for part in parts if part}) == 1


def _says_total(row: Sequence[Cell]) -> bool:
    return bool(re.match(_TOTAL, next((cell.text.lower() for cell in row if cell.text.strip()), "")))


def _single(cell: Cell) -> Value | None:
    text = cell.text
    if not text or len(text) > 40:
        return None
    values = find_values(text)
    return values[0] if len(values) == 1 and values[0].kind in COUNTED and exact(values[0]) else None


def wrong_sums(view: View) -> Iterator[Dispute]:
    """Sums in prose and in one cell: written out, with "in all" behind a list, or as an amount with its rest."""
    for unit in view.draft.units:
        if "quantity" not in unit.traits:
            continue
        for observation in unit.observations:
            if len(observation.values) > 2:
                yield from _wrong_list(observation)
                yield from _wrong_rest(observation)


def _wrong_list(observation: Observation) -> Iterator[Dispute]:
    """`12, 18 and 20, 52 people in all`, `29 + 6 + 2 = 38`."""
    text = observation.text.lower()
    values = observation.values
    for at, total in enumerate(values):
        summed = text[values[at - 1].end : total.start].strip() in ("=", "is", "makes") and "+" in text
        if (
            not exact(total)
            or total.kind not in COUNTED
            or not (summed or re.match(_IN_ALL, words_behind(observation, total)))
        ):
            continue
        parts: list[Value] = []
        for one, after in zip(reversed(values[:at]), reversed(values[1 : at + 1]), strict=True):
            gap = text[one.end : after.start]
            joined = gap.strip() in ("+", "=", "plus") if summed else re.match(_LISTED, gap)
            if (
                not joined
                or one.kind != total.kind
                or not exact(one)
                or (one.unit and total.unit and one.unit != total.unit)
            ):
                break
            parts.insert(0, one)
        if len(parts) >= 2 and not _adds_up(parts, total):
            yield dispute(
                f"{' + '.join(part.text for part in parts)} is {_sum(parts):,f}, not {total.text}",
                (observation, parts[0].start, total.end),
            )


def _wrong_rest(observation: Observation) -> Iterator[Dispute]:
    """`Budget $41,200, spent $38,915, left $6,480`: a rest that is not the difference."""
    amounts = [value for value in observation.values if value.kind == "money" and exact(value) and not value.comparator]
    text = observation.text
    if len(amounts) != 3 or len({value.unit for value in amounts}) != 1:
        return
    if not re.search(_REST, text) or re.search(_OTHER_YEAR, text):
        return
    high, middle, low = sorted((value.low for value in amounts if value.low is not None), reverse=True)
    if abs(high - middle - low) > high * _SLACK:
        fault = f"{amounts[0].text}, {amounts[1].text} and {amounts[2].text} do not add up"
        yield dispute(fault, (observation, amounts[0].start, amounts[-1].end))
