"""An outline to a draft: what it is, what each part holds, and every statement with what it carries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from showproof.catalog.artifact import ArtifactType, Part
from showproof.catalog.context import fill
from showproof.formats.identity import ARTIFACT, CONTEXT, VERSION
from showproof.model import Block, Detection, Draft, Observation, Outline, PartState, Table, Unit
from showproof.reading.align import Aligner
from showproof.reading.blanks import fold
from showproof.reading.observe import Observer
from showproof.reading.observed import Observed, Printed
from showproof.reading.statements import bare
from showproof.reading.texts import texts_of
from showproof.reading.vocabulary import TRAIT, Vocabulary

COVER_WORDS = ("Completeness", "Section", "Filled", "Needed", "%", "Total")
"""What the cover of our own workbooks shows beside the questions, whatever their type."""


OPENING = 6
"""Items at the top among which the line under the title stands, which says what the file was made from."""


def observe_draft(
    outline: Outline,
    kind: ArtifactType | None,
    head: Part,
    words: Vocabulary,
    *,
    artifact: Detection,
    role: Detection,
    sayings: Iterable[str] = (),
) -> Draft:
    """The draft as evidence. `sayings` are texts that the template itself prints beside the answers."""
    own = kind is not None and _is_own(outline, kind)
    context = _context(outline.properties)
    printed = Printed(
        instructions(kind, head, context, (*sayings, *COVER_WORDS) if own else sayings),
        _prefilled(kind, head, context),
        _shown(kind, head, context),
        {fold(fill(part.guidance, context)): part.id for part in kind.parts} if kind else {},
        fold(kind.title) if kind else "",
        outdated=kind is not None and outline.properties.get(VERSION, kind.version) != kind.version,
    )
    roster = words.people.roster(texts_of(outline))
    aligner = Aligner(kind, head, own=own)
    observed = Observer(words, aligner, roster, printed, own=own).walk(outline)
    return Draft(
        outline=outline,
        artifact=artifact,
        role=role,
        headings=tuple(observed.headings),
        units=tuple(observed.units),
        parts=tuple(_state(part, observed, printed) for part in kind.parts) if kind else (),
        answers=tuple(observed.answers),
        unfilled=tuple(observed.unfilled),
        unplaced=tuple(observed.unplaced),
        hidden=tuple(_unseen(block, words) for block in outline.hidden),
        title=observed.title or outline.properties.get("title", ""),
        words=sum(len(observation.text.split()) for unit in observed.units for observation in unit.observations),
        names=roster.singles,
    )


def _unseen(block: Block, words: Vocabulary) -> Observation:
    """A hidden text and what it speaks of by its own words."""
    facets = frozenset(name for name in words.cues.names(block.text) if not name.startswith(TRAIT))
    return bare(block.text, block.location)._replace(facets=facets)


def instructions(
    kind: ArtifactType | None, head: Part, context: Mapping[str, str], sayings: Iterable[str]
) -> frozenset[str]:
    """Folded texts that stand in our own template before anybody writes: guidance, prompts, what reviewers look for."""
    texts = [head.title, "← Cover", "What reviewers look for", *sayings]
    if kind:
        texts += [
            f"{kind.title} · version {kind.version}",
            f"{kind.title} · template {kind.id}, version {kind.version}",
        ]
    for part in (head, *(kind.parts if kind else ())):
        texts += [part.title, part.guidance]
        for field in (*part.fields, *(part.table.columns if part.table else ())):
            texts += [field.label, field.guidance]
    plain = {fold(fill(text, context)) for text in texts if text}
    return frozenset(plain | {fold(fill(text, {})) for text in texts if text})


def _shown(kind: ArtifactType | None, head: Part, context: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """`part.field` to what an empty answer shows in folded form: its prompt or its guidance, filled or not."""
    shown = {}
    for part in (head, *(kind.parts if kind else ())):
        for field in (*part.fields, *(part.table.columns if part.table else ())):
            guidance = (fill(field.guidance, context), fill(field.guidance, {}))
            shown[f"{part.id}.{field.id}"] = frozenset(fold(text) for text in (field.label, *guidance) if text)
    return shown


def _prefilled(kind: ArtifactType | None, head: Part, context: Mapping[str, str]) -> dict[str, str]:
    """`part.field` to the folded answer that the context put there."""
    fields = [(part, field) for part in (head, *(kind.parts if kind else ())) for field in part.fields if field.prefill]
    return {f"{part.id}.{field.id}": fold(fill(field.prefill, context, spoken=False)) for part, field in fields}


def _is_own(outline: Outline, kind: ArtifactType) -> bool:
    """Whether the file was made from the template: by its property, else by the line under its title."""
    if ARTIFACT in outline.properties:
        return outline.properties[ARTIFACT] == kind.id
    lines = (f"{kind.title} · version ", f"{kind.title} · template {kind.id}, version ")
    top = outline.items[:OPENING]
    return any(not isinstance(item, Table) and item.text.startswith(lines) for item in top)


def _context(properties: Mapping[str, str]) -> dict[str, str]:
    try:
        context = json.loads(properties.get(CONTEXT, "{}"))
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in context.items()} if isinstance(context, dict) else {}


def _state(part: Part, observed: Observed, printed: Printed) -> PartState:
    """Required questions answered: those of the fields, and of every started row, or of as many as are the least.

    Where nobody wrote more than what the template had filled in, nothing is answered.
    """
    names = {f"{part.id}.{field.id}" for field in part.fields}
    answers = {one.field: fold(one.text) for one in observed.answers if not one.blank and one.field in names}
    rows = [row for row in observed.rows.get(part.id, {}).values() if any(_filled_cells(row, part))]
    if not rows and all(printed.prefilled.get(name) == text for name, text in answers.items()):
        answers = {}
    asked = [field for field in part.fields if field.required]
    done = sum(f"{part.id}.{field.id}" in answers for field in asked)
    total = len(asked)
    if part.table:
        required = [field.id for field in part.table.columns if field.required and field.type != "serial"]
        done += sum(bool(row.get(name)) for row in rows for name in required)
        total += len(required) * max(part.table.least, len(rows))
    heading = next((heading for heading in observed.headings if heading.part == part.id), None)
    free = _free_text(part, observed, heading is not None)
    if free and not done:
        done, total = 1, 1
    return PartState(
        part.id, part.title, part.essential, done, total, bool(done), heading.location if heading else None
    )


def _filled_cells(row: Mapping[str, str], part: Part) -> Iterable[bool]:
    assert part.table is not None
    return (bool(row.get(field.id)) for field in part.table.columns if field.type != "serial")


def _free_text(part: Part, observed: Observed, headed: bool) -> bool:
    """Whether people wrote under the part's heading without our questions."""
    if not headed:
        return False
    sections = {at + 1 for at, heading in enumerate(observed.headings) if heading.part == part.id}
    return sum(_weight(unit) for unit in observed.units if unit.section in sections) >= 6


def _weight(unit: Unit) -> int:
    return len(unit.text.split())
