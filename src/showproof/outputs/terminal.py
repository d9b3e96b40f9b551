"""A scorecard as a person likes to read it in a terminal: levels first, then the fixes worth most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

import click

from showproof.model import LEVELS as LEVELS
from showproof.model import Detection, Finding, Rated, Scorecard
from showproof.outputs.fixes import fixes, held_back
from showproof.plain import plain as plain

WIDTH = 100
NAMES = 44
_COLORS = ("red", "red", "yellow", "green", "green")


def card_text(card: Scorecard, top: int = 5) -> str:
    """One draft: verdict, levels, flags, fixes."""
    lines = [
        click.style(plain(card.file), bold=True),
        f"  taken for {taken(card.artifact, 'no known type')}, role {taken(card.role, 'unknown')}",
        "  overall   "
        + click.style(f"{card.level}  {card.verdict}", fg=_COLORS[card.level], bold=True)
        + f"   (score {card.score:.2f} of 4)",
        "",
        *_levels("Criteria", card.criteria),
        "",
        *_levels("Skill rows", card.skills),
    ]
    if card.flags:
        lines += ["", "  Counts against it"]
        for flag in card.flags:
            lines.append(f"    {click.style(flag.id, fg='yellow')}: {flag.say}")
            lines += [f"      “{short(one.quote)}” ({plain(one.location.where())})" for one in flag.evidence[:2]]
            lines.append(f"      what helps: {flag.fix}")
    lines += list(_fixes(card, top))
    lines += [f"  note: {plain(notice)}" for notice in card.notices]
    return "\n".join(lines) + "\n"


def table_text(cards: Sequence[Scorecard]) -> str:
    """Many drafts: a line each, in the order given, and how many there are at each level."""
    width = name_width(card.file for card in cards)
    rows = (row_text(card, width) for card in cards)
    return "\n".join((head_text(width), *rows, foot_text(Counter(card.level for card in cards))))


def name_width(files: Iterable[str]) -> int:
    """Columns for the names of drafts."""
    return min(NAMES, max((len(plain(file)) for file in files), default=0))


def head_text(width: int) -> str:
    """The line above the drafts."""
    return f"{'draft':{width}}  level  score  {'type':22}  {'role':28}  counts against it"


def row_text(card: Scorecard, width: int) -> str:
    """One draft's line; `?` marks a role or type that was guessed from the words."""
    file = plain(card.file)
    name = file if len(file) <= width else "…" + file[-(width - 1) :]
    level = click.style(f"{card.level}", fg=_COLORS[card.level], bold=True)
    flags = ", ".join(flag.id for flag in card.flags) or "-"
    taken = f"{guessed(card.artifact):22}  {guessed(card.role):28}"
    return f"{name:{width}}  {level}      {card.score:4.2f}   {taken}  {flags}"


def foot_text(levels: Mapping[int, int]) -> str:
    """How many drafts there are, and at which levels."""
    counts = ", ".join(f"{levels[level]} at level {level}" for level in sorted(levels))
    total = sum(levels.values())
    return f"{total} {'draft' if total == 1 else 'drafts'}: {counts}"


def guessed(found: Detection) -> str:
    """The id of a type or role; `?` marks one that was guessed from the words."""
    return (found.value or "-") + ("?" if found.value and found.by in ("content", "none") else "")


def taken(found: Detection, unknown: str) -> str:
    """What a draft was taken for, and by what."""
    how = {"option": "as you said", "manifest": "from the manifest", "property": "said by the file"}
    by = how.get(found.by, f"by its words, {found.confidence:.0%} sure")
    return f"{found.value} ({by})" if found.value and found.by != "none" else unknown


def _levels(title: str, rated: Sequence[Rated]) -> Iterator[str]:
    yield f"  {title}"
    for one in rated:
        bar = click.style("■" * one.level, fg=_COLORS[one.level]) + click.style("·" * (4 - one.level), dim=True)
        capped = "   held back" if one.capped else ""
        yield f"    {one.title:44} {bar}  {one.level}  {LEVELS[one.level]}{capped}"


def _fixes(card: Scorecard, top: int) -> Iterator[str]:
    """What holds levels back, and the fixes worth most."""
    found, caps = fixes(card), held_back(card)
    if not top or not (found or caps):
        return
    yield ""
    for reason, titles in caps.items():
        yield "  " + click.style(f"{reason[:1].upper()}{reason[1:]}.", bold=True)
        yield f"       this holds back: {', '.join(titles)}"
    if found:
        yield f"  What to mend first ({min(top, len(found))} of {len(found)})"
    for number, (finding, one, _) in enumerate(found[:top], start=1):
        yield (
            f"   {number:>2}. "
            + click.style(f"{one.title}: {plain(finding.say)}", bold=True)
            + f"  (+{finding.worth:.2f})"
        )
        yield from _where(finding)
        yield from (
            f"       {'write:' if at == 0 else '      '} {line}"
            for at, line in enumerate(wrap(finding.fix, WIDTH - 14))
        )


def _where(finding: Finding) -> Iterator[str]:
    if finding.evidence:
        best = finding.evidence[0]
        yield f"       found: “{short(best.quote)}” ({plain(best.location.where())})"
    elif finding.absence:
        yield f"       where: {plain(finding.absence)}"


def short(text: str, width: int = 88) -> str:
    """A text on one line, cut where it is long."""
    words = " ".join(plain(text).split())
    return words if len(words) <= width else words[: width - 1] + "…"
