"""Drafts made from answers, such as those of the worked examples, in our own forms and as a stranger's text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import yaml

from showproof.api import Said, Scorer
from showproof.catalog.artifact import Answers, ArtifactType, Field, Part
from showproof.catalog.store import Catalog
from showproof.formats.compose import Choices, compose
from showproof.formats.limits import USUAL
from showproof.formats.open import read_draft
from showproof.formats.write import write_form
from showproof.model import Detection, Draft, Scorecard
from showproof.reading.plainly import read_plainly

TEMPLATES = Path(__file__).parents[1] / "templates"
TYPES = sorted(path.parent.name for path in TEMPLATES.glob("*/artifact.yaml"))
"""Every artifact type of the built-in catalogue."""

Rows = list[dict[str, str]]
Given = dict[str, dict[str, str | list[dict[str, str]]]]
"""Part id to field id to answer, as answers are written."""


class Asked(NamedTuple):
    """One question of a type, and which row of its table is answered (-1 outside of tables)."""

    part: Part
    field: Field
    row: int = -1


def strong(catalog: Catalog, artifact: str) -> Answers:
    """The answers of the worked example."""
    answers = catalog.answers(artifact, "strong")
    assert answers, f"{artifact} has no worked example"
    return answers


def changed(kind: ArtifactType, answers: Answers, how: Callable[[Asked, str], str]) -> Answers:
    """The answers, each put through `how`; one that comes back empty is left out."""
    given: Given = {}
    for part in kind.parts:
        old = answers.answers.get(part.id, {})
        new: dict[str, str | list[dict[str, str]]] = {}
        for field in part.fields:
            text = old.get(field.id)
            if isinstance(text, str) and (said := how(Asked(part, field), text)):
                new[field.id] = said
        rows = old.get("rows")
        if part.table and isinstance(rows, list):
            new["rows"] = [_row(part, row, at, how) for at, row in enumerate(rows)]
        given[part.id] = new
    return replace(answers, answers=given)


def _row(part: Part, row: Mapping[str, str], at: int, how: Callable[[Asked, str], str]) -> dict[str, str]:
    assert part.table
    cells = {field.id: how(Asked(part, field, at), row[field.id]) for field in part.table.columns if row.get(field.id)}
    return {name: text for name, text in cells.items() if text}


def filled(kind: ArtifactType, role: str, say: Callable[[Asked], str], *, rows: int = 4) -> Answers:
    """Every question of a type answered by `say`, its tables with so many rows."""
    given: Given = {}
    for part in kind.parts:
        new: dict[str, str | list[dict[str, str]]] = {field.id: say(Asked(part, field)) for field in part.fields}
        if part.table:
            new["rows"] = [
                {field.id: say(Asked(part, field, at)) for field in part.table.columns if field.type != "serial"}
                for at in range(rows)
            ]
        given[part.id] = new
    return Answers(artifact=kind.id, role=role, case="", context={}, head={}, answers=given)


def without(answers: Answers, *parts: str) -> Answers:
    """The answers without those of some parts."""
    return replace(answers, answers={part: given for part, given in answers.answers.items() if part not in parts})


def format_in_turn(artifact: str, turn: int) -> str:
    """One of the formats that a type is made in, another at each turn."""
    formats = yaml.safe_load((TEMPLATES / artifact / "artifact.yaml").read_text(encoding="utf-8"))["formats"]
    return str(formats[turn % len(formats)])


def texts(answers: Answers) -> Iterator[str]:
    """Every answer and every filled cell."""
    for given in answers.answers.values():
        for answer in given.values():
            if isinstance(answer, str):
                yield answer
            else:
                yield from (cell for row in answer for cell in row.values() if cell)


def title_of(asked: Part | Field) -> str:
    """How the template itself calls a part or a question."""
    return asked.title if isinstance(asked, Part) else asked.label


def as_markdown(
    kind: ArtifactType, answers: Answers, named: Callable[[Part | Field], str] = title_of, *, tables: bool = True
) -> str:
    """What a stranger would write with the same answers: headings, labels with their values, tables or bullets."""
    lines = [f"# {answers.head.get('title') or kind.title}", ""]
    lines += [f"{name.capitalize()}: {text}" for name, text in answers.head.items() if name != "title"]
    for part in sorted(kind.parts, key=lambda part: [*answers.answers, part.id].index(part.id)):
        given = answers.answers.get(part.id, {})
        body = [f"**{named(field)}:** {given[field.id]}\n" for field in part.fields if given.get(field.id)]
        rows = given.get("rows")
        if part.table and isinstance(rows, list) and rows:
            body += (_grid if tables else _bullets)(part.table.columns, rows, named)
        if body:
            lines += ["", f"## {named(part)}", "", *body]
    return "\n".join(lines) + "\n"


def _grid(columns: Sequence[Field], rows: Rows, named: Callable[[Part | Field], str]) -> list[str]:
    cells = [[row.get(column.id, "").replace("|", "/").replace("\n", " ") for column in columns] for row in rows]
    return [_line(list(map(named, columns))), _line(["---"] * len(columns)), *map(_line, cells)]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _bullets(columns: Sequence[Field], rows: Rows, named: Callable[[Part | Field], str]) -> list[str]:
    """Each row as a list item with its labels in it."""
    told = [[f"{named(column)}: {row[column.id]}" for column in columns if row.get(column.id)] for row in rows]
    return [f"- {'; '.join(pairs)}.".replace("\n", " ").replace(".;", ";").replace("..", ".") for pairs in told]


def as_form(catalog: Catalog, answers: Answers, form: str) -> bytes:
    """The template of the type with these answers in it."""
    kind = catalog.artifact(answers.artifact)
    return write_form(compose(kind, catalog.head, catalog.role(answers.role), {}, answers, Choices()), form)


def read(scorer: Scorer, draft: str | bytes, role: str = "", artifact: str = "", form: str = "md") -> Draft:
    """A draft that stands in no file, as evidence."""
    data = draft.encode() if isinstance(draft, str) else draft
    outline = read_plainly(read_draft(data, Path(f"draft.{form}"), USUAL))
    return scorer.observe(outline, Said(role, artifact))


def judged(scorer: Scorer, draft: str | bytes, role: str = "", artifact: str = "", form: str = "md") -> Scorecard:
    """The scorecard of a draft that stands in no file."""
    return scorer.rate(read(scorer, draft, role, artifact, form))


def judged_for(scorer: Scorer, draft: Draft, roles: Iterable[str]) -> dict[str, Scorecard]:
    """The scorecards of one draft for several roles."""
    return {role: scorer.rate(replace(draft, role=Detection(role, "option", 1.0))) for role in roles}


def levels(card: Scorecard) -> dict[str, int]:
    """Level of each criterion and of each skill row, and of the whole."""
    rated = {one.id: one.level for one in card.criteria} | {f"skill:{one.id}": one.level for one in card.skills}
    return {"overall": card.level, **rated}
