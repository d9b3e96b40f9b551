"""Whether a set tells of one thing: one role and track, one workflow; five at once are a warning of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from showproof.catalog.rubric import Role
from showproof.formats.identity import ROLE
from showproof.model import Location, Quote
from showproof.portfolio.taken import Taken
from showproof.proof import Check, Place
from showproof.rules.name_words import name_words

TOO_MANY = 5
"""Tracks or workflows from which a set reads as unclear ownership, as the market reports say."""
_ALIKE = 0.5
"""Share of the shorter name's words that two names of one workflow have in common."""
_COMES_BACK = 2
"""Statements of a draft that name the workflow of another one, from which it is about that workflow too."""


def one_track(role: Role, drafts: Sequence[Taken]) -> Check:
    """Whether all drafts were made for the role, and speak for one of its tracks."""
    strangers = [one for one in drafts if one.draft.outline.properties.get(ROLE, role.id) != role.id]
    if strangers:
        said = ", ".join(f"{one.file} was made for {one.draft.outline.properties[ROLE]}" for one in strangers)
        return Check("track", "warning", said)
    named = {one.file: tracks for one in drafts if (tracks := _tracks(role, one))}
    every = list(dict.fromkeys(track for tracks in named.values() for track in tracks))
    if len(every) >= TOO_MANY:
        return Check("track", "warning", f"{len(every)} tracks at once: {', '.join(every)}; pick one and go deep")
    if len(every) > 1 and not set.intersection(*map(set, named.values())):
        return Check("track", "warning", f"no track that all drafts name: {', '.join(every)}")
    if not every:
        return Check("track", "unknown", f"no draft names a track in its title or head; the role's is {role.track}")
    return Check("track", "holds", f"one track: {', '.join(every[:1])}")


def _tracks(role: Role, one: Taken) -> tuple[str, ...]:
    """The tracks that a draft names where it says what it is: title, head block, headings."""
    head = (said.text for said in one.head.values())
    said = " | ".join((one.draft.title, *head, *(heading.text for heading in one.draft.headings))).lower()
    return tuple(track for track in dict.fromkeys((role.track, *role.variants)) if track.lower() in said)


def one_workflow(drafts: Sequence[Taken]) -> Check:
    """Whether all drafts tell of one workflow, by its name or by coming back to it."""
    named = [one for one in drafts if _topic(one)]
    if len(named) < 2:
        return Check("workflow", "unknown", "fewer than two drafts name a workflow")
    groups = list(_groups(named, same_workflow))
    if len(groups) == 1:
        return Check("workflow", "holds", f"one workflow: {groups[0][0].workflow}")
    shown = groups[:TOO_MANY]
    places = tuple(Place(one.file, Quote(one.workflow, _title_place(one))) for one, *_ in shown)
    said = "; ".join(f"{group[0].workflow} ({', '.join(one.file for one in group)})" for group in shown)
    said += f"; and {len(groups) - len(shown)} more" if len(groups) > len(shown) else ""
    what = f"{len(groups)} workflows at once" if len(groups) >= TOO_MANY else f"{len(groups)} workflows"
    return Check("workflow", "warning", f"{what}: {said}", places)


def _topic(one: Taken) -> frozenset[str]:
    own = name_words(one.kind.title) if one.kind else frozenset[str]()
    return name_words(one.workflow) - own


def same_workflow(one: Taken, other: Taken) -> bool:
    """Whether two drafts are about one workflow; where one of them names none, they may be."""
    first, second = _topic(one), _topic(other)
    if not first or not second:
        return True
    shared = len(first & second) / min(len(first), len(second))
    return shared >= _ALIKE or _comes_back(first, other) or _comes_back(second, one)


def _comes_back(topic: frozenset[str], one: Taken) -> bool:
    return sum(topic <= name_words(unit.text) for unit in one.draft.units) >= _COMES_BACK


def _groups(drafts: Sequence[Taken], same: Callable[[Taken, Taken], bool]) -> Iterator[list[Taken]]:
    """Drafts that are tied to each other, directly or over others; the largest group first."""
    groups: list[list[Taken]] = []
    for one in drafts:
        tied = [group for group in groups if any(same(one, other) for other in group)]
        groups = [group for group in groups if group not in tied]
        groups.append([other for group in tied for other in group] + [one])
    yield from sorted(groups, key=lambda group: (-len(group), drafts.index(group[0])))


def _title_place(one: Taken) -> Location:
    """Where the workflow is named: at the top, else the first heading, else the first statement."""
    if "workflow" in one.head:
        return one.head["workflow"].location
    first = next(iter(one.draft.headings), None) or next(
        (o for unit in one.draft.units for o in unit.observations), None
    )
    return first.location._replace(runs=()) if first else Location()
