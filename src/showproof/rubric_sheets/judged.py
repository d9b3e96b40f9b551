"""The rubrics that the lines of a workbook make, checked as catalogue files are, with cells in place of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from showproof.catalog.marks import KeyPath
from showproof.catalog.near import nearest
from showproof.catalog.rubric import Criterion, Role, Screen
from showproof.catalog.rule_check import check_judged, check_screen
from showproof.catalog.store import Catalog
from showproof.errors import CatalogError
from showproof.rubric_sheets.columns import SheetPlan
from showproof.rubric_sheets.found import Read
from showproof.rubric_sheets.gather import Addressed, gather_criteria, gather_role, gather_verdict
from showproof.rubric_sheets.measures import Lines
from showproof.rubric_sheets.rubrics import OVERALL, Rubric
from showproof.rubric_sheets.vocabulary import words_known


def judged_contents(
    read: Read, catalog: Catalog, plans: Sequence[SheetPlan], lines: Lines, base: Sequence[Rubric], new_id: str
) -> list[Rubric]:
    """The rubrics; what is faulty is left out and said in `read`."""
    first = base[0].content
    if isinstance(first, Screen):
        made = [gather_verdict(read, plans[0], lines[plans[0].name], first.version)]
    elif isinstance(first, Role):
        made = [gather_role(read, plans, lines, first)]
    else:
        made = gather_criteria(read, plans, lines)
        _check_all_there(read, plans[0], base, made)
    if new_id:
        made[0].data["id"] = new_id
    return [rubric for one in made for rubric in _checked(read, catalog, one, first)]


def _check_all_there(read: Read, plan: SheetPlan, base: Sequence[Rubric], made: Sequence[Addressed]) -> None:
    """A folder over a catalogue can change a criterion, and not take it out."""
    for name in [one.id for one in base if one.id not in [other.data["id"] for other in made]]:
        remedy = f"write it again with {name} as its id"
        read.fault(
            f"{read.file}, sheet {plan.name}", f"no line for {name}", "a line for each that was exported", remedy
        )


def _checked(read: Read, catalog: Catalog, made: Addressed, like: Role | Criterion | Screen) -> Iterator[Rubric]:
    known = words_known(catalog)
    for path, rules in _rules_in(made.data, like):
        for index, rule in enumerate(rules):
            _check_words(read, known, rule.get("carry", ()), made.place((*path, index, "carry")))
    try:
        if isinstance(like, Screen):
            yield Rubric(OVERALL, check_screen(made))
        else:
            name = made.data["id"]
            cls: type[Any] = type(like)
            yield Rubric(name, check_judged(cls, made, catalog.facets, name))
    except CatalogError as error:
        read.faults += error.faults


def _rules_in(data: dict[str, Any], like: Role | Criterion | Screen) -> Iterator[tuple[KeyPath, list[dict[str, Any]]]]:
    """Groups of rules with their paths."""
    holders: list[tuple[KeyPath, dict[str, Any]]] = [((), data)]
    if isinstance(like, Role):
        holders = [(("rows", index), row) for index, row in enumerate(data["rows"])]
    for path, holder in holders:
        yield from (((*path, group), holder.get(group, [])) for group in ("essentials", "supports", "limits"))


def _check_words(read: Read, known: Sequence[str], carry: Sequence[str], place: str) -> None:
    """Words that no statement can ever carry."""
    for word in [word for need in carry for word in need.split("|") if word not in known]:
        close = nearest(word, known)
        read.fault(
            place, f'"{word}"', "the words of the sheet Words", f"write {close}" if close else "choose one there"
        )
