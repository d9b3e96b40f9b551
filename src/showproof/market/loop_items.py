"""What the lists of a report become in a role: each item with an id, its words, its line, and what it bears on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from showproof.catalog.loop import NamedArtifact, Question, Stage, Told, Trigger
from showproof.catalog.rubric import SkillRow
from showproof.market.bearing import Bearing
from showproof.market.identity import DASH
from showproof.market.ids import id_of, once
from showproof.market.named_types import NamedTypes
from showproof.market.report import Line
from showproof.market.sections import Sections

NO_ADVICE = "The report says nothing of how to prepare for this stage."
MOST_LABEL = 3
"""Words of a stretch of time."""
LONGEST_TITLE = 14
"""Words of a stage's title where nothing parts it from the advice."""


class Bears(NamedTuple):
    """By what an item's rows, flags and artifact types are found."""

    rows: Bearing
    flags: Bearing
    types: NamedTypes


def told(lines: Iterable[Line], bears: Bears) -> tuple[Told, ...]:
    """Items as they stand."""
    taken: set[str] = set()
    return tuple(
        Told(
            id=once(id_of(_label(line.text)), taken),
            say=line.text,
            line=line.number,
            rows=bears.rows.of(line.text),
            artifacts=tuple(bears.types.surely(line.text)),
        )
        for line in lines
    )


def _label(text: str) -> str:
    """A stretch of time before a colon, such as `Weeks 1–2` or `30 days`, or else the whole text."""
    label, colon, _ = text.partition(":")
    return label if colon and len(label.split()) <= MOST_LABEL and any(sign.isdigit() for sign in label) else text


def triggers(lines: Iterable[Line], bears: Bears) -> tuple[Trigger, ...]:
    """What rejects, each with the flag that finds it where one is like it."""
    return tuple(
        Trigger(
            id=one.id,
            say=one.say,
            line=one.line,
            rows=one.rows,
            artifacts=one.artifacts,
            flag=next(iter(bears.flags.of(one.say)), ""),
        )
        for one in told(lines, bears)
    )


def stages(lines: Iterable[Line], bears: Bears) -> tuple[Stage, ...]:
    """Stages of the loop: the title up to a dash, or else up to a colon, and the advice behind it."""
    taken: set[str] = set()
    made = []
    for line in lines:
        title, how = _parted(line.text)
        made.append(
            Stage(
                id=once(id_of(title), taken),
                title=title,
                how=how or NO_ADVICE,
                line=line.number,
                rows=bears.rows.of(title),
                artifacts=tuple(bears.types.surely(line.text)),
            )
        )
    return tuple(made)


def _parted(text: str) -> tuple[str, str]:
    parts = DASH.split(text, maxsplit=1)
    if len(parts) == 1 and len(text.split()) > LONGEST_TITLE:
        title, _, how = text.partition(": ")
        return title.strip(), how.strip()
    return parts[0].strip(" :") or text, parts[1].strip() if len(parts) > 1 else ""


def questions(scope: Iterable[Line], pay: Iterable[Line]) -> tuple[Question, ...]:
    """What to ask, of the scope and of pay and level."""
    taken: set[str] = set()
    return tuple(
        Question(id=once(id_of(line.text), taken), about=about, ask=line.text, line=line.number)
        for about, lines in (("scope", scope), ("pay", pay))
        for line in lines
    )


def named(sections: Sections, rows: Sequence[SkillRow], types: NamedTypes) -> tuple[NamedArtifact, ...]:
    """Work samples in the report's order: its lists of them, the proofs of its table, what other lines name."""
    listed = {line.number for line in sections.items("ideas", "artifacts")}
    asked = [(row.proof, row.line, types.joined(row.proof)) for row in rows if row.proof]
    for line in sections.lines:
        kinds = types.joined(line.text) if line.number in listed else types.surely(line.text)
        asked.append((line.text, line.number, kinds))
    found = [NamedArtifact(asked=text, line=line, artifact=kind) for text, line, kinds in asked for kind in kinds]
    return tuple(sorted(found, key=lambda one: one.line))


def answers(sections: Sections) -> list[Line]:
    """Each answer of the report's own behind its question, under the line of the answer."""
    found: list[Line] = []
    asked: Line | None = None
    for line in (line for section in sections.found if section.id == "answers" for line in section.lines):
        if line.text.endswith("?"):
            found += [asked] if asked else []
            asked = line
        elif asked:
            found.append(line._replace(text=f"{asked.text} {line.text}"))
            asked = None
        elif found:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {line.text}")
    return found + ([asked] if asked else [])
