"""The pictures that a draft has, of what it says itself: those that its type declares, else those that headers give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from showproof.catalog.artifact import ArtifactType, PictureKind, PictureOf
from showproof.catalog.picture_check import PARTS
from showproof.model import Draft
from showproof.pictures import bands, fan, risk_grid, schedule, swimlanes
from showproof.pictures.by_headers import told_by_headers
from showproof.pictures.picture import Picture
from showproof.pictures.rows import rows_of
from showproof.pictures.told import Draw, Told
from showproof.rules.calendar import Calendar, calendar_of

DRAW: dict[PictureKind, Draw] = {
    "swimlanes": swimlanes.draw,
    "schedule": schedule.draw,
    "risk-grid": risk_grid.draw,
    "bands": bands.draw,
    "fan": fan.draw,
}
"""What draws each kind of picture."""
MOST = 150
"""Rows of one picture; whoever has more of them needs the table."""


def pictures_of(draft: Draft, artifact: ArtifactType | None) -> tuple[Picture, ...]:
    """Every picture that can be drawn of a draft, in the order of its type; none where nothing can be drawn.

    Of a kind that the type declares and its own columns do not give, and of every kind where there is no type, the
    pictures are those of tables whose headers say what they are.
    """
    calendar = calendar_of(draft.units)
    declared = _drawn(_declared(draft, artifact, calendar)) if artifact else ()
    missing = {one.kind for one in artifact.pictures} - {one.kind for one in declared} if artifact else set(DRAW)
    if not missing:
        return declared
    others = told_by_headers(draft, calendar)
    return (*declared, *_drawn((kind, told) for kind, told in others if kind in missing))


def _drawn(told: Iterable[tuple[PictureKind, Told]]) -> tuple[Picture, ...]:
    return tuple(picture for kind, one in told for picture in DRAW[kind](_shortened(one)))


def _shortened(told: Told) -> Told:
    """As many rows as somebody can look at, and how many there are."""
    count = len(told.rows)
    if count <= MOST:
        return told
    return told._replace(rows=told.rows[:MOST], title=f"{told.title}, the first {MOST} of {count} rows")


def _declared(draft: Draft, artifact: ArtifactType, calendar: Calendar) -> Iterator[tuple[PictureKind, Told]]:
    """What the draft tells for each picture of its type."""
    for picture in artifact.pictures:
        parts = PARTS[picture.kind]
        yield (
            picture.kind,
            Told(
                picture.title,
                rows_of(draft, picture, (*parts.needed, *parts.one_of, *parts.may)),
                calendar,
                rows_of(draft, picture, parts.apart),
                _alone(draft, picture, parts.alone),
            ),
        )


def _alone(draft: Draft, picture: PictureOf, roles: tuple[str, ...]) -> dict[str, str]:
    """Answers outside tables, by the part that they play."""
    names = {picture.columns[role]: role for role in roles if role in picture.columns}
    return {names[one.field]: one.text for one in draft.answers if one.field in names and not one.blank}
