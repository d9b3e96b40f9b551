"""An outline to a draft: what it is, what each part holds, and every statement with what it carries."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

from showproof.catalog.artifact import ArtifactType, Part
from showproof.catalog.context import fill
from showproof.formats.identity import ARTIFACT, CONTEXT, VERSION
from showproof.model import Detection, Draft, Outline, PartState, Unit
from showproof.reading.align import Aligner
from showproof.reading.blanks import fold
from showproof.reading.observe import Observer
from showproof.reading.observed import Observed, Printed
from showproof.reading.texts import texts_of
from showproof.reading.vocabulary import Vocabulary


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
    own = kind is not None and outline.properties.get(ARTIFACT) == kind.id
    context = _context(outline.properties)
    printed = Printed(
        instructions(kind, head, context, sayings),
        _prefilled(kind, head, context),
        fold(kind.title) if kind else "",
        outdated=kind is not None and outline.properties.get(VERSION, kind.version) != kind.version,
    )
    roster = words.people.roster(texts_of(outline))
    aligner = Aligner(kind, head)
    observed = Observer(words, aligner, roster, printed, own=own).walk(outline)
    facets = Counter(chain.from_iterable(unit.facets | unit.context for unit in observed.units))
    traits = Counter(chain.from_iterable(unit.traits for unit in observed.units))
    return Draft(
        outline=outline,
        artifact=artifact,
        role=role,
        headings=tuple(observed.headings),
        units=tuple(observed.units),
        parts=tuple(_state(part, observed) for part in kind.parts) if kind else (),
        answers=tuple(observed.answers),
        unfilled=tuple(observed.unfilled),
        unplaced=tuple(observed.unplaced),
        title=observed.title or outline.properties.get("title", ""),
        words=sum(len(observation.text.split()) for unit in observed.units for observation in unit.observations),
        counts={f"facet:{name}": facets[name] for name in sorted(facets)}
        | {f"trait:{name}": traits[name] for name in sorted(traits)},
    )


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


def _prefilled(kind: ArtifactType | None, head: Part, context: Mapping[str, str]) -> dict[str, str]:
    """`part.field` to the folded answer that the context put there."""
    fields = [(part, field) for part in (head, *(kind.parts if kind else ())) for field in part.fields if field.prefill]
    return {f"{part.id}.{field.id}": fold(fill(field.prefill, context, spoken=False)) for part, field in fields}


def _context(properties: Mapping[str, str]) -> dict[str, str]:
    try:
        context = json.loads(properties.get(CONTEXT, "{}"))
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in context.items()} if isinstance(context, dict) else {}


def _state(part: Part, observed: Observed) -> PartState:
    """Required questions answered: those of the fields, and of every started row, or of as many as are the least."""
    answers = {answer.field: answer for answer in observed.answers if not answer.blank}
    asked = [field for field in part.fields if field.required]
    done = sum(f"{part.id}.{field.id}" in answers for field in asked)
    total = len(asked)
    if part.table:
        required = [field.id for field in part.table.columns if field.required and field.type != "serial"]
        rows = [row for row in observed.rows.get(part.id, {}).values() if any(_filled_cells(row, part))]
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
