"""A scorecard as remarks, each for one place of the draft: all that is said of the same words in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from showproof.annotating.absences import Absences
from showproof.annotating.wording import Asks, Length, Said, finding_said, flag_said, quoted, summary, together
from showproof.formats.remark import Remark
from showproof.model import Finding, Location, Scorecard
from showproof.outputs.fixes import held_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from showproof.scorer import Ready


class Noted(NamedTuple):
    """A remark with the names of what it says and the words that it is about."""

    remark: Remark
    ids: tuple[str, ...]
    quote: str = ""


class _Item(NamedTuple):
    """One finding or flag at one place."""

    id: str
    place: Location | None
    quote: str
    said: Said
    worth: float = 0.0
    support: bool = False


def remarks_of(ready: Ready, card: Scorecard, length: Length = "full", top: int | None = None) -> tuple[Noted, ...]:
    """The remarks on a draft: the sum of it first, then in the order of their places.

    `top` leaves only so many findings, those worth most; flags stay.
    """
    findings = sorted(_findings(ready, card, length), key=lambda item: (-item.worth, item.support))
    items = [*findings[:top], *_flags(ready, card, length)]
    places: dict[Location | None, list[_Item]] = {}
    for item in items:
        places.setdefault(item.place, []).append(item)
    order = _order(ready)
    noted = [_noted(place, said) for place, said in places.items()]
    noted.sort(key=lambda one: _when(one.remark.place, order))
    told = summary(card, held_back(card), length, len(noted))
    return (Noted(Remark(None, told), ("summary",)), *noted)


def _noted(place: Location | None, items: Sequence[_Item]) -> Noted:
    lines = together([item.said for item in items])
    if place is None:
        lines = ("Not in the draft yet", *lines[len(items) > 1 :])
    quote = next((item.quote for item in items if item.quote), "")
    if quote and place and place.cell and not place.paragraph:
        lines = (*lines, f"Said of: {quoted(quote)}")
    return Noted(Remark(place, lines), tuple(item.id for item in items), quote)


def _findings(ready: Ready, card: Scorecard, length: Length) -> Iterator[_Item]:
    absences = Absences(ready.draft, ready.kind)
    questions = {one.id: one.question for one in ready.rubric.criteria}
    wanted = {row.id: row.good for row in ready.rubric.role.rows}
    for group, rated, question in (
        *(("criteria", one, questions[one.id]) for one in card.criteria),
        *(("skills", one, wanted[one.id]) for one in card.skills),
    ):
        asks = Asks(rated, question, group == "skills")
        for finding in rated.findings:
            if finding.verdict in ("unmet", "partly"):
                yield _item(f"{group}.{rated.id}.{finding.id}", finding, asks, absences, length)


def _item(name: str, finding: Finding, asks: Asks, absences: Absences, length: Length) -> _Item:
    best = finding.evidence[0] if finding.evidence else None
    place = best.location if best else absences.place(finding)
    said = finding_said(finding, asks, length)
    return _Item(name, place, best.quote if best else "", said, finding.worth, finding.part == "support")


def _flags(ready: Ready, card: Scorecard, length: Length) -> Iterator[_Item]:
    caps = {flag.id: flag.cap for flag in ready.rubric.flags}
    for flag in card.flags:
        said = flag_said(flag, caps[flag.id], length)
        for one in flag.evidence:
            yield _Item(f"flags.{flag.id}", one.location, one.quote, said)
        if not flag.evidence:
            yield _Item(f"flags.{flag.id}", None, "", said)


def _order(ready: Ready) -> dict[tuple[str, int, str], int]:
    """The paragraphs and cells of the draft in reading order."""
    found: dict[tuple[str, int, str], int] = {}
    for number, (_, where) in enumerate(ready.draft.outline.standing()):
        found.setdefault((where.part, where.paragraph, where.cell), number)
    return found


def _when(where: Location | None, order: dict[tuple[str, int, str], int]) -> tuple[int, int, int]:
    if where is None:
        return (-2, 0, 0)
    return (order.get((where.part, where.paragraph, where.cell), -1), where.start, where.end)
