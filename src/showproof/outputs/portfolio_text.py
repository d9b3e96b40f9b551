"""A portfolio as a person reads it in a terminal: the matrix, its evidence, what hangs together, and the plan."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import click

from showproof.model import Quote
from showproof.outputs.terminal import LEVELS, WIDTH, plain
from showproof.proof import GOAL, Artifact, Check, Portfolio, Row, Step

_COLORS = ("red", "red", "yellow", "green", "green")
_MARKS = {"holds": ("ok", "green"), "warning": ("!", "yellow"), "unknown": ("?", "")}
COST_MODEL = (
    "Costs: a finding that is not met 2, one met in part 1, a contradiction 2; 2 more in a draft that is no natural "
    "proof of the row; a new artifact 3 for each of its essential parts."
)


def portfolio_text(told: Portfolio) -> str:
    """All of it, with its line end."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Portfolio) -> Iterator[str]:
    proven = len(told.rows) - len(told.unproven)
    yield click.style(f"{plain(told.folder)}: {told.title}", bold=True)
    yield f"  {proven} of {len(told.rows)} rows proven (level {GOAL} or more)"
    yield from ("", "  Drafts")
    yield from (line for number, one in enumerate(told.artifacts, start=1) for line in _artifact(number, one))
    if not told.artifacts:
        yield "    none that can be read"
    yield from ("", *_matrix(told))
    yield from ("", "  What shows it best")
    yield from (line for row in told.rows for line in _evidence(row))
    yield from ("", "  Does the set hang together?")
    yield from (line for check in told.checks for line in _check(check))
    yield from ("", *_plan(told))


def _artifact(number: int, one: Artifact) -> Iterator[str]:
    dated = f", dated {one.dated}" if one.dated else ", undated"
    age = f" ({one.age} days ago)" if one.age is not None and one.age >= 0 else ""
    name = f"    {number}. {plain(one.file)}: {one.artifact or 'no known type'}"
    yield f"{name}, overall {one.level} {one.verdict}{dated}{age}"
    if one.excluded:
        yield click.style(f"       does not count: {plain(one.excluded)}", fg="yellow")


def _matrix(told: Portfolio) -> Iterator[str]:
    """Rows against the numbers of the drafts; a draft that does not count has no level."""
    numbers = {one.file: number for number, one in enumerate(told.artifacts, start=1)}
    width = max([len(row.skill) for row in told.rows] + [9])
    yield f"  {'Skill row':{width}}  best  {'  '.join(f'{number:>2}' for number in numbers.values())}"
    for row in told.rows:
        levels = {one.file: f"{one.level:>2}" for one in row.shown}
        cells = "  ".join(levels.get(file, " -") for file in numbers)
        best = click.style(f"{row.level:>4}", fg=_COLORS[row.level], bold=True)
        yield f"  {row.skill:{width}}  {best}  {cells}   {'' if row.level >= GOAL else 'unproven'}".rstrip()


def _evidence(row: Row) -> Iterator[str]:
    best = next((one for one in row.shown if one.file == row.best), None)
    if best is None:
        yield f"    {row.skill}: nothing yet"
        return
    yield f"    {row.skill}: {row.level} {LEVELS[row.level]}, {plain(best.file)}"
    if best.evidence:
        yield f"      {_quoted(best.evidence)}"
    if best.capped and row.level < GOAL:
        yield f"      held back: {plain(best.capped)}"


def _check(check: Check) -> Iterator[str]:
    mark, colour = _MARKS[check.verdict]
    yield click.style(f"    {mark:>2} ", fg=colour or None) + _wrapped(f"{check.id}: {plain(check.say)}", "       ")
    yield from (f"         {plain(place.file)}: {_quoted(place.quote)}" for place in check.places)


def _plan(told: Portfolio) -> Iterator[str]:
    if not told.unproven:
        yield "  Plan: nothing is left to prove"
        yield from _unsettled(told)
        return
    yield f"  Plan: the cheapest way to level {GOAL} in every row (cost {told.cost})"
    skills = {row.id: row.skill for row in told.rows}
    for number, step in enumerate(told.plan, start=1):
        yield from _step(number, step, ", ".join(skills[row] for row in step.rows))
    for row in told.out_of_reach:
        yield f"     {skills[row]}: no draft here and no artifact type of the catalogue can prove it"
    yield "  " + _wrapped(COST_MODEL, "  ")
    yield from _unsettled(told)


def _unsettled(told: Portfolio) -> Iterator[str]:
    """What no plan settles: drafts that prove every row and do not agree with each other."""
    named = [check.id for check in told.checks if check.verdict == "warning"]
    if named:
        yield f"  Before you hand the set in, settle what its files say differently: {', '.join(named)}."


def _step(number: int, step: Step, skills: str) -> Iterator[str]:
    what = f"mend {plain(step.target)}" if step.kind == "fix" else f"make a new {step.target}"
    yield f"   {number:>2}. " + click.style(f"{what}: {skills}", bold=True) + f"  (cost {step.cost})"
    for fix in step.fixes:
        yield "       " + _wrapped(f"{plain(fix.say)}: {plain(fix.write)}", "         ")
    yield f"       {plain(step.command)}"
    if step.instead:
        yield f"       or: {', '.join(map(plain, step.instead))}"


def _quoted(one: Quote, width: int = 96) -> str:
    words = " ".join(plain(one.quote).split())
    return f"“{words if len(words) <= width else words[: width - 1] + '…'}” ({plain(one.location.where())})"


def _wrapped(text: str, pad: str) -> str:
    return f"\n{pad}".join(wrap(text, WIDTH - len(pad), break_on_hyphens=False))
