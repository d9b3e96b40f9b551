"""What is asked and heard at a stage: as the role tells it, else made from the evidence rules of its rows.

A role that was imported from a report may have no prompts, whys, warnings or anchors yet. Lines made from rules are
plainer than told ones, but none of them is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, zip_longest

from showproof.catalog.loop import Stage
from showproof.catalog.rubric import EvidenceRule, Role, SkillRow

WHYS = 3
"""Follow-up questions of a stage, at least."""
_WHYS = (
    "Why did you do it that way, and not the next best way?",
    "Why do you think that it worked? What was compared with what?",
    "What would have shown you that you were wrong?",
)
_WARNINGS = (
    "Stays with general words when asked for one case, one figure or one name.",
    "Tells what the team did, and cannot say what was theirs.",
)


def title_of(role: Role, stage: Stage) -> str:
    """The heading of the stage's page."""
    minutes = f" · {stage.minutes} minutes" if stage.minutes else ""
    return f"Stage {role.stages.index(stage) + 1} of {len(role.stages)}: {stage.title}{minutes}"


def rows_of(role: Role, stage: Stage) -> tuple[SkillRow, ...]:
    """The rows that the stage tests, in the table's order."""
    return tuple(row for row in role.rows if row.id in stage.rows)


def aim_of(role: Role, stage: Stage) -> str:
    """What the interviewer wants to know afterwards."""
    if stage.aim:
        return stage.aim
    wanted = "; ".join(f"{row.skill} ({row.good[:1].lower()}{row.good[1:]})" for row in rows_of(role, stage))
    return f"Whether there is proof of: {wanted}." if wanted else "How this person works, shown by one case of theirs."


def prompts_of(role: Role, stage: Stage) -> tuple[str, ...]:
    """What the interviewer asks first."""
    if stage.prompts:
        return stage.prompts
    made = tuple(
        f"{row.skill}: tell me of one case of yours. Listen for {_listed(row.essentials[:2])}."
        for row in rows_of(role, stage)
    )
    return made or (f"{stage.title}: walk me through one case of yours, from its start to what came of it.",)


def whys_of(role: Role, stage: Stage) -> tuple[str, ...]:
    """Follow-up questions, each one step deeper: three at least."""
    asked = _what_shows(rows_of(role, stage))
    return (*stage.whys, *islice((*asked, *_WHYS), max(WHYS - len(stage.whys), 0)))


def warnings_of(role: Role, stage: Stage) -> tuple[str, ...]:
    """What the interviewer writes down as a warning."""
    if stage.red_flags:
        return stage.red_flags
    return tuple(one.say for one in role.triggers if set(one.rows) & set(stage.rows)) or _WARNINGS


def anchors_of(row: SkillRow) -> tuple[str, ...]:
    """What levels 1 to 4 sound like."""
    return row.anchors or (
        f"Speaks of {row.skill.lower()} in general words: no case, figure or name that could be checked.",
        f"One case of theirs, but something stays open or vague among: {_listed(row.essentials)}.",
        f"One case with all of it, and it fits together: {_listed(row.essentials)}.",
        f"As 3, and without being asked: {_listed(row.supports) or 'how it was checked, and what was given up'}.",
    )


def _what_shows(rows: tuple[SkillRow, ...]) -> Iterator[str]:
    """A question for each essential, the rows taking turns."""
    for rules in zip_longest(*(row.essentials for row in rows)):
        yield from (f"What shows {rule.say}?" for rule in rules if rule)


def _listed(rules: tuple[EvidenceRule, ...]) -> str:
    return "; ".join(rule.say for rule in rules)
