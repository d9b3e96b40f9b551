"""A stated change against the row of a table that it was worked out from, in the row or in the text around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.rules.base import Case, Found
from showproof.rules.dispute import Dispute, agreed, dispute, whole
from showproof.rules.figure_pairs import Pair
from showproof.rules.figures import bounds, in_one_unit, lone, of_one_measure
from showproof.rules.name_words import name_words
from showproof.rules.passages import Figure, words_before
from showproof.rules.stated_changes import claimed, disagrees
from showproof.rules.view import View
from showproof.values import Value

_CHANGE = r"\b(?:change|difference|delta|reduction|improvement|variance|saving|decrease|increase)\b|Δ"
_NOT_OF_BOTH = r"\b(?:target|goal|plan|aim|who|date|owner|log|made|request)\b"
_IMPROVED = (
    r"^(?:so |overall,? |in short,? )?(?:the |our )?([a-z][a-z0-9 -]{2,60}?) (?:has |have |was "
    r"|were )?(?:improved|fell|dropped|rose|went down"
    r"|went up|decreased|increased|declined|shrank|shortened|reduced|cut|grew|is down|is up|are down|are up)(?: by)? "
    r"(?:about |around |roughly |nearly |almost |some )?$"
)
"""A sentence that says of a named measure by how much it moved."""


class BeforeAfter(NamedTuple):
    """A row that gives a measure before and after."""

    name: Observation
    before: Observation
    after: Observation


def changes_in_rows(case: Case) -> Found:
    """Met where every stated change fits the row that holds its two figures."""
    return agreed(case, wrong_in_rows, wrong_beside_rows)


def wrong_in_rows(view: View) -> Iterator[Dispute]:
    """Rows with a column of changes in which the change is not that of the two figures."""
    for unit in view.draft.units:
        if unit.kind != "row":
            continue
        changes = [o for o in unit.observations if re.search(_CHANGE, o.label) and not re.search(_NOT_OF_BOTH, o.label)]
        if len(changes) == 1 and (row := _before_after(unit, changes[0])):
            yield from _wrong_change(row, changes[0])


def _wrong_change(row: BeforeAfter, stated: Observation) -> Iterator[Dispute]:
    values = [value for value in stated.values if value.low is not None]
    if len(values) != 1:
        return
    before, after = _figures(row)
    fault = ""
    if values[0].kind == "percent":
        pair = Pair(Figure(row.before, before, 0), Figure(row.after, after, 0))
        fault = disagrees(claimed(values[0], "faster"), pair, values[0].text)
    elif of_one_measure(before, values[0]):
        fault = _wrong_difference(before, after, values[0])
    if fault:
        yield dispute(fault, whole(row.before), whole(row.after), whole(stated))


def _wrong_difference(before: Value, after: Value, stated: Value) -> str:
    """Why an amount is not what lies between the two figures."""
    one, two = in_one_unit(before, after)
    _, told = in_one_unit(one, stated)
    first, last, said = bounds(one), bounds(two), bounds(told)
    low, high = sorted((abs(last.low - first.high), abs(last.high - first.low)))
    if (low <= abs(said.high) and abs(said.low) <= high) or (abs(said.low) <= high and low <= abs(said.low)):
        return ""
    return f"{before.text} to {after.text} does not differ by {stated.text}"


def wrong_beside_rows(view: View) -> Iterator[Dispute]:
    """Sentences that say how much a measure moved, which its row in a table does not give."""
    rows: list[BeforeAfter] | None = None
    for unit in view.draft.units:
        if unit.kind == "row" or "percent" not in unit.traits:
            continue
        for observation in unit.observations:
            for value in observation.values:
                found = value.kind == "percent" and re.search(_IMPROVED, words_before(observation, value))
                if not found:
                    continue
                rows = [row for one in view.draft.units if (row := _before_after(one))] if rows is None else rows
                yield from _wrong_beside(rows, name_words(found[1]), observation, value)


def _wrong_beside(
    rows: Sequence[BeforeAfter], named: frozenset[str], said: Observation, value: Value
) -> Iterator[Dispute]:
    """The claim against the rows whose name has all its words; it is right where one of them gives it."""
    meant = [row for row in rows if row.name is not row.before and named and named <= name_words(row.name.text)]
    faults = []
    for row in meant:
        before, after = _figures(row)
        pair = Pair(Figure(row.before, before, 0), Figure(row.after, after, 0))
        faults.append(disagrees(claimed(value, said.text.lower()), pair, value.text))
    if faults and all(faults):
        place = (said, 0, value.end)
        yield dispute(faults[0], place, whole(meant[0].before), whole(meant[0].after))


def _figures(row: BeforeAfter) -> tuple[Value, Value]:
    """The two figures of a row that is known to have them."""
    return row.before.values[0], row.after.values[0]


def _before_after(unit: Unit, change: Observation | None = None) -> BeforeAfter | None:
    """A row's name and its figures before and after: by their columns, else the two right before the change."""
    if unit.kind != "row" or len(unit.observations) < 3:
        return None
    cells = unit.observations
    before = [o for o in cells if "baseline" in o.asked and "target" not in o.asked and lone(o)]
    after = [o for o in cells if "result" in o.asked and "target" not in o.asked and o not in before and lone(o)]
    if (len(before), len(after)) != (1, 1) and change:
        at = next(at for at, o in enumerate(cells) if o is change)
        before, after = list(cells[at - 2 : at - 1]), list(cells[at - 1 : at])
    if (len(before), len(after)) != (1, 1):
        return None
    one, two = lone(before[0]), lone(after[0])
    if not (one and two and one.low and of_one_measure(one, two)):
        return None
    return BeforeAfter(cells[0], before[0], after[0])
