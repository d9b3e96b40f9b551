"""A derivation as a person reads it: what was looked for and found, then line by line how the level follows."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import click

from showproof.derivation import Cap, Derivation, Line, Step
from showproof.model import Quote
from showproof.outputs.terminal import WIDTH, plain

STRENGTHS = {1.0: "all of it", 0.5: "part of it", 0.15: "only named", 0.0: "nothing"}
_COLORS = {"met": "green", "partly": "yellow", "unmet": "red", "unreadable": "red"}


def derivation_text(told: Derivation) -> str:
    """All of it, with its line end."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Derivation) -> Iterator[str]:
    yield click.style(plain(told.file), bold=True)
    score = f"   (score {told.score:.2f} of 4)" if told.score is not None else ""
    level = f"{told.level}  " if told.level is not None else ""
    yield (
        f"  {told.title} ({told.subject if told.subject != 'overall' else 'the whole'}, {told.id}): "
        + click.style(f"{level}{told.says}", bold=True)
        + score
    )
    if told.question:
        yield f"  {told.question}"
    if told.looked_for:
        yield from ("", *(_wrapped(one, "  ") for one in told.looked_for))
    yield from (f"    {_quoted(one)}" for one in told.evidence)
    if told.fix:
        yield _wrapped(f"what helps: {told.fix}", "  ")
    for step in told.steps:
        yield from ("", *_step(step, told.id))
    if told.lines:
        yield from ("", *_table(told))
    if told.caps:
        yield from ("", "  What holds it down", *(line for cap in told.caps for line in _cap(cap)))


def _step(step: Step, of: str) -> Iterator[str]:
    found = step.finding
    verdict = click.style(found.verdict, fg=_COLORS[found.verdict], bold=True)
    yield f"  {found.part} {of}.{found.id}: {verdict} ({found.strength:g} of 1, {strength_in_words(found.strength)})"
    yield _wrapped(f"looks for  {plain(found.say)}", "    ", 11)
    yield _wrapped(f"kind       {found.rule}: {step.kind}", "    ", 11)
    yield from (_wrapped(f"           {one}", "    ", 11) for one in step.looked_for)
    if step.weighed:
        yield "    decided by"
        for one in step.weighed:
            lacks = f"lacks {', '.join(one.lacks)}" if one.lacks else "has it all"
            yield f"      {_quoted(one.quote)}: {lacks}"
    elif found.evidence:
        yield "    found"
        yield from (f"      {_quoted(one)}" for one in found.evidence)
    if found.absence:
        yield f"    belongs    {plain(found.absence)}"
    if found.part == "limit" and found.allows < 4:
        yield f"    allows     level {found.allows} at most"
    if found.fix:
        yield _wrapped(f"write      {found.fix}", "    ", 11)
        yield f"    adds       {found.worth:.2f}, if this alone is mended"


def strength_in_words(strength: float) -> str:
    """How far a rule is met."""
    return STRENGTHS.get(strength, "some of it")


def _table(told: Derivation) -> Iterator[str]:
    yield "  How the level follows, from the highest line down: the first that holds gives it"
    given = next((line for line in told.lines if line.holds), None)
    for line in told.lines:
        yield from _line(line, line is given)
    if given is None:
        yield "    0  none of these holds"


def _line(line: Line, gives: bool) -> Iterator[str]:
    holds = "holds" if line.holds else "does not hold"
    said = click.style("holds, and gives the level", bold=True) if gives else holds
    yield f"    {line.level}  {line.says}: {said}"
    for one in line.asked:
        yield f"         {'yes' if one.met else 'no '}  {one.asks}: {one.has}"


def _cap(cap: Cap) -> Iterator[str]:
    effect = "" if cap.binds else " (the level is no higher without it)"
    yield f"    level {cap.level} at most: {plain(cap.why)}{effect}"
    yield from (f"      {_quoted(one)}" for one in cap.evidence)


def _quoted(one: Quote) -> str:
    words = " ".join(plain(one.quote).split())
    return f"“{words}” ({plain(one.location.where())})"


def _wrapped(text: str, pad: str, hang: int = 0) -> str:
    return "\n".join(wrap(text, WIDTH, initial_indent=pad, subsequent_indent=pad + " " * hang, break_on_hyphens=False))
