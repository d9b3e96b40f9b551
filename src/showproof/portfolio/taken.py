"""The drafts of a set as they are weighed: which of them count, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from showproof.catalog.artifact import ArtifactType
from showproof.catalog.rubric import Flag
from showproof.model import Draft, Scorecard
from showproof.portfolio.dates import own_date
from showproof.portfolio.heads import Said
from showproof.rating import Whole, whole_of
from showproof.rules.view import View

HIRING = "a page for the hiring side, which proves nothing of a candidate"
SHIPPED = "an example of showproof, nobody's own work"
TWIN = "the same bytes as {}"
_OVERTURNING = ("copies", "stuffs")
"""Kinds of flag after which a draft's words are not its writer's account of real work."""
OVERTURNED = 1
"""A flag that holds a whole draft at this level or lower leaves nothing of it to stand on."""


class Taken:
    """One draft with its scorecard, and what the portfolio asks of it, worked out once."""

    def __init__(self, card: Scorecard, draft: Draft, kind: ArtifactType | None, head: Mapping[str, Said]) -> None:
        self.card = card
        self.draft = draft
        self.kind = kind
        self.head = head
        self.excluded = ""

    @property
    def file(self) -> str:
        """Its file, as it was named."""
        return self.card.file

    @property
    def counts(self) -> bool:
        """Whether its levels prove anything."""
        return not self.excluded

    @cached_property
    def view(self) -> View:
        """The draft as rules look at it."""
        return View(self.draft)

    @cached_property
    def whole(self) -> Whole:
        """What the whole draft says about each of its levels."""
        return whole_of(self.view)

    @cached_property
    def sound(self) -> bool:
        """Whether mending findings can help: it is a text about one thing, with particulars that can be relied on."""
        whole = self.whole
        return self.counts and not (whole.empty or whole.general or whole.apart or whole.unreliable)

    @cached_property
    def dated(self) -> str:
        """The day that it says of itself."""
        return own_date(self.head)

    def said(self, name: str) -> str:
        """What it says at its top of the workflow, the metric and so on; nothing where it does not."""
        return self.head[name].text if name in self.head else ""

    @property
    def workflow(self) -> str:
        """The workflow that it names, or its title."""
        return self.said("workflow") or " ".join(self.draft.title.split())


def hiring_side(kind: ArtifactType | None) -> bool:
    """Whether a type is filled by those who hire: it proves no row of any role."""
    return kind is not None and not any(kind.proves.values())


def set_aside(drafts: Sequence[Taken], flags: Mapping[str, Flag]) -> None:
    """Say of each draft that cannot prove anything why that is."""
    seen: dict[str, str] = {}
    for one in drafts:
        why = why_excluded(one.kind, one.card.notices, [flag.id for flag in one.card.flags], flags)
        twin = seen.setdefault(one.card.sha256, one.file)
        one.excluded = why or (TWIN.format(twin) if twin != one.file else "")


def why_excluded(
    kind: ArtifactType | None, notices: Iterable[str], raised: Iterable[str], flags: Mapping[str, Flag]
) -> str:
    """Why a draft of this type proves nothing by itself; nothing where it may."""
    if hiring_side(kind):
        return HIRING
    if any(notice.startswith("this is showproof's own ") for notice in notices):
        return SHIPPED
    for name in raised:
        flag = flags.get(name)
        if flag and flag.cap <= OVERTURNED and flag.rule in _OVERTURNING:
            return f"{flag.id}: {flag.say}"
    return ""
