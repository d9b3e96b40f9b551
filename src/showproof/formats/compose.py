"""An artifact type, a role, a context and answers to a form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from showproof.catalog.artifact import Answers, ArtifactType, Field, Part, Table
from showproof.catalog.context import fill
from showproof.catalog.expected import looked_for
from showproof.catalog.rubric import Role
from showproof.formats.form import Form, FormTable, Question, Section
from showproof.formats.identity import ARTIFACT, CONTEXT, ROLE, VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a person may choose about a template beside its context."""

    rows: int = 0
    """Empty rows more than usual in every table."""
    paper: str = "letter"
    language: str = "en-US"
    properties: Mapping[str, str] = field(default_factory=dict)
    """Further document properties."""


def compose(
    kind: ArtifactType,
    head: Part,
    role: Role | None,
    context: Mapping[str, str],
    answers: Answers | None,
    choices: Choices,
) -> Form:
    """The form. The context fills the texts; answers win over prefilled texts; empty rows come after answered ones."""
    given = answers.answers if answers else {}
    heads = dict(answers.head) if answers else {}
    words = _context(kind, role, context, answers)
    title = heads.get("title") or words["title"]
    properties = {
        ARTIFACT: kind.id,
        VERSION: kind.version,
        ROLE: role.id if role else "",
        CONTEXT: json.dumps({name: text for name, text in sorted(words.items()) if text}, ensure_ascii=False),
        **choices.properties,
    }
    return Form(
        artifact=kind.id,
        kind_title=kind.title,
        version=kind.version,
        title=title,
        head=_section(head, words, heads, choices, guided=False),
        looked_for=looked_for(kind, role),
        sections=tuple(_section(part, words, given.get(part.id, {}), choices) for part in kind.parts),
        properties=tuple((name, text) for name, text in properties.items() if text),
        language=choices.language,
        paper=choices.paper,
    )


def _context(
    kind: ArtifactType, role: Role | None, context: Mapping[str, str], answers: Answers | None
) -> dict[str, str]:
    """Context words: what the person said over the example's own."""
    words = {name: text for name, text in (answers.context if answers else {}).items() if text}
    words |= {name: text for name, text in context.items() if text}
    words.setdefault("role", role.title if role else "")
    words.setdefault("title", f"{kind.title}: {words['workflow']}" if words.get("workflow") else kind.title)
    return words


def _section(
    part: Part, words: Mapping[str, str], given: Mapping[str, object], choices: Choices, *, guided: bool = True
) -> Section:
    """One part with its answers; the head block shows no line of guidance."""
    answers = {name: text for name, text in given.items() if isinstance(text, str)}
    asked = tuple((item, answers.get(item.id) or fill(item.prefill, words, spoken=False)) for item in part.fields)
    questions = tuple(_question(item, words, answer) for item, answer in asked if answer or item.shown == "always")
    rows = given.get("rows")
    table = _table(part.table, words, rows if isinstance(rows, list) else [], choices) if part.table else None
    return Section(
        id=part.id,
        title=part.title,
        guidance=fill(part.guidance, words) if guided else "",
        questions=questions,
        table=table,
    )


def _question(item: Field, words: Mapping[str, str], answer: str) -> Question:
    return Question(
        id=item.id,
        label=item.label,
        type=item.type,
        guidance=fill(item.guidance, words),
        options=item.options,
        required=item.required,
        width=item.width,
        answer=answer,
    )


def _table(table: Table, words: Mapping[str, str], given: list[dict[str, str]], choices: Choices) -> FormTable:
    columns = tuple(_question(column, words, "") for column in table.columns)
    empty = choices.rows if given else table.rows + choices.rows
    filled = [
        tuple(_cell(column, row.get(column.id) or "", at) for column in table.columns)
        for at, row in enumerate(given, start=1)
    ]
    blank = [
        tuple(
            _cell(column, fill(column.prefill, words, spoken=False) if at == 1 and not given else "", at)
            for column in table.columns
        )
        for at in range(len(given) + 1, len(given) + empty + 1)
    ]
    return FormTable(
        columns=columns, rows=(*filled, *blank), least=table.least, layout=table.layout, record=table.record
    )


def _cell(column: Field, text: str, row: int) -> str:
    return text or (str(row) if column.type == "serial" else "")
