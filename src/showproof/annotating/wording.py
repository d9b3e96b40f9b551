"""What a comment says: what is missing, why it matters, what to write, and what that adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from showproof.outputs.fixes import fixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from showproof.model import Detection, Finding, Raised, Rated, Scorecard

LEVELS = ("missing", "claimed", "shown", "demonstrated", "defensible")
WHOLE = 3
"""Findings at one place up to which each is told whole; more are told briefly."""
WORTH_MOST = 3
"""Fixes that the first comment names."""
_QUOTED = 70
"""Characters of a quote in a comment."""

Length = Literal["short", "full"]


class Asks(NamedTuple):
    """Where a finding comes from: the criterion or row, and what that asks."""

    rated: Rated
    question: str
    skill: bool


class Said(NamedTuple):
    """One finding or flag in words: what it is about, lines on it, and the same in few words."""

    title: str
    lines: tuple[str, ...]
    brief: tuple[str, ...]


def finding_said(finding: Finding, asks: Asks, length: Length) -> Said:
    """A finding for the comment at its place."""
    rated = asks.rated
    title = f"{rated.title} (+{finding.worth:.2f})" if finding.worth else rated.title
    brief = (f"{_state(finding)}: {finding.say}.", f"Write: {finding.fix}")
    if length == "short":
        return Said(title, brief, brief)
    what = "the skill row" if asks.skill else "the criterion"
    why = f"Why: {what} “{rated.title}” stands at {rated.level}, {LEVELS[rated.level]}. It asks: {asks.question}"
    lines = [f"{_state(finding)}: {finding.say}.", why, f"Write: {finding.fix}", _adds(finding, rated)]
    if len(finding.evidence) > 1:
        lines.append(f"See also: {'; '.join(quoted(one.quote) for one in finding.evidence[1:])}")
    return Said(title, tuple(lines), brief)


def flag_said(flag: Raised, cap: int, length: Length) -> Said:
    """A flag for the comment at one of its places."""
    brief = (f"What helps: {flag.fix}",)
    why = (f"Why: with this in it, the draft as a whole is at level {cap} at most.",)
    full = length == "full" and cap < len(LEVELS) - 1
    return Said(f"Counts against the draft: {flag.say}", (*why, *brief) if full else brief, brief)


def summary(card: Scorecard, caps: Mapping[str, Sequence[str]], length: Length, marked: int) -> tuple[str, ...]:
    """The first comment: verdict, levels, what is worth most."""
    taken = f"Taken for {_taken(card.artifact, 'no known type')}, role {_taken(card.role, 'unknown')}."
    lines = [f"Level {card.level} of 4, {card.verdict} (score {card.score:.2f})", taken]
    for name, group in (("Criteria", card.criteria), ("Skill rows", card.skills)):
        shown = [f"{one.title} {one.level}" + (f", {LEVELS[one.level]}" if length == "full" else "") for one in group]
        lines += [f"{name}:", *(f"· {one}" for one in shown)] if length == "full" else [f"{name}: {'; '.join(shown)}"]
    lines += [f"Held back: {reason}: {', '.join(titles)}." for reason, titles in caps.items()]
    if card.flags:
        lines.append(f"Counts against it: {'; '.join(flag.say for flag in card.flags)}.")
    first = fixes(card)[:WORTH_MOST]
    if first:
        lines.append("Worth most:")
    for number, (finding, one, _) in enumerate(first, start=1):
        lines.append(f"{number}. {one.title}: {finding.say} (+{finding.worth:.2f}). {finding.fix}")
    places = f"{marked} {'place is' if marked == 1 else 'places are'} marked"
    lines.append(f"{places} in this copy by rules that people wrote; nothing else in it was changed.")
    return tuple(lines)


def _taken(found: Detection, unknown: str) -> str:
    """What a draft was taken for, with a question mark where its words alone say so."""
    if not found.value or found.by == "none":
        return unknown
    return found.value + ("?" if found.by == "content" else "")


def together(said: Sequence[Said]) -> tuple[str, ...]:
    """The lines of one comment on several things."""
    if len(said) == 1:
        return (said[0].title, *said[0].lines)
    return (f"{len(said)} things to mend here", *_numbered(said))


def _numbered(said: Iterable[Said]) -> Iterator[str]:
    for number, one in enumerate(said, start=1):
        yield f"{number}. {one.title}"
        yield from one.lines if number <= WHOLE else one.brief


def quoted(text: str) -> str:
    """A quote on one line, cut where it is long."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + '…'}”"


def _state(finding: Finding) -> str:
    if not finding.evidence:
        return "Missing"
    return "Partly there" if finding.verdict == "partly" else "Only named so far"


def _adds(finding: Finding, rated: Rated) -> str:
    if finding.worth:
        return f"Adds: {finding.worth:.2f} to the score of “{rated.title}”, now {rated.score:.2f}."
    if rated.capped:
        return f"Adds: nothing by itself while {rated.capped}."
    return "Adds: nothing by itself; it counts once other findings here are mended."
