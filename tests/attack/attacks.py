"""Ways to fill a form without having done anything: what each writes into the questions of any artifact type."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from example_drafts import TYPES, Asked, as_markdown, changed, filled, strong
from showproof.catalog.artifact import Answers, ArtifactType
from showproof.catalog.context import fill
from showproof.catalog.store import Catalog
from showproof.reading.sentences import sentences

HERE = Path(__file__).parent
SEED = 20260104

PARAGRAPH = (
    "Late payout files fell from 80 to 60 a week (25%, March against May 2026, same query), because Ines Okafor moved "
    "the cut-off to 14:00 on 4 May 2026. If a file is missing at 08:15 she calls the bank; none by 09:00, Tomas Reyes "
    "stops the run. We set aside a second reader, which would have cost $4,000 a month, and accept slower refunds."
)

Attack = Callable[[Catalog, ArtifactType, str], str]
"""A catalogue, a type and a role to the Markdown of a draft."""


@cache
def _page(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


VOICES: dict[str, list[str]] = _page("advice.yaml")["voices"]
NEUTRAL: list[str] = _page("neutral.yaml")["sentences"]


def _answered(kind: ArtifactType, role: str, said: Iterable[str], rows: int = 4) -> Answers:
    """Every question answered by the next of some texts."""
    one = iter(said)
    return filled(kind, role, lambda asked: next(one), rows=rows)


# Words of the rubric


def terms(catalog: Catalog, role: str) -> list[str]:
    """What the rubric itself speaks of: labels, cues and headers of facets, and the rows of the role."""
    words = [facet.label for facet in catalog.facets.values()]
    words += [cue.strip("*") for facet in catalog.facets.values() for cue in facet.cues[:4] if len(cue) > 3]
    words += [header for facet in catalog.facets.values() for header in facet.headers[:3]]
    words += [f"{row.skill}: {row.good}" for row in catalog.role(role).rows]
    return random.Random(SEED).sample(words, len(words))


def listed(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """Comma lists of the rubric's terms as answers."""
    words = cycle(terms(catalog, role))
    return as_markdown(kind, filled(kind, role, lambda asked: ", ".join(next(words) for _ in range(8))))


def slogans(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """Sentences made of nothing but the rubric's terms."""
    words = cycle(terms(catalog, role))
    return as_markdown(
        kind,
        filled(kind, role, lambda asked: f"{next(words).capitalize()} drives {next(words)} through {next(words)}."),
    )


def claimed(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """The rubric's own demands said to be met."""
    asked = [
        f"We have {rule.say}."
        for measure in (*catalog.criteria, *catalog.role(role).rows)
        for rule in (*measure.essentials, *measure.supports)
    ]
    return as_markdown(kind, _answered(kind, role, cycle(asked)))


def bulleted(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """The rubric's terms as bullets under the headings of the type."""
    words = cycle(terms(catalog, role))
    parts = ["\n".join((f"## {part.title}\n", *(f"- {next(words)}" for _ in range(9)))) for part in kind.parts]
    return "\n\n".join((f"# {kind.title}", *parts))


# Advice


def advised(voice: str) -> Attack:
    """General advice in one voice as the answer to every question."""

    def attack(catalog: Catalog, kind: ArtifactType, role: str) -> str:
        return as_markdown(kind, _answered(kind, role, cycle(VOICES[voice]), rows=3))

    return attack


def essay(voice: str) -> Attack:
    """General advice in one voice as paragraphs under the headings of the type."""

    def attack(catalog: Catalog, kind: ArtifactType, role: str) -> str:
        lines = cycle(VOICES[voice])
        parts = [f"## {part.title}\n\n{' '.join(next(lines) for _ in range(5))}" for part in kind.parts]
        return "\n\n".join((f"# {kind.title}", *parts))

    return attack


def adapted(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """General advice of all voices, each with a word of the context put in."""
    shown = catalog.role(role)
    words = cycle((*shown.workflows, *shown.metrics, *shown.stakeholders, *shown.constraints))
    lines = [line for voice in VOICES.values() for line in voice]
    random.Random(SEED).shuffle(lines)
    return as_markdown(kind, _answered(kind, role, (f"{next(words)}: {line}" for line in cycle(lines))))


def sprinkled(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """General advice of all voices, with a person, a date and a figure thrown into every line."""
    people = cycle(
        ["Ines Okafor", "Tomas Reyes", "Mei Tanaka", "Omar Haddad", "Ruth Adeyemi", "Piotr Zielinski", "Ada Brook"]
    )
    lines = [line for voice in VOICES.values() for line in voice]
    random.Random(SEED).shuffle(lines)

    def said() -> Iterator[str]:
        for at, line in enumerate(cycle(lines), start=3):
            yield f"{next(people)}: {line.rstrip('.')}, {at % 90}% by {1 + at % 28} May 2026."

    return as_markdown(kind, _answered(kind, role, said()))


# Word salads


def _halves() -> tuple[list[str], list[str]]:
    """The beginnings and the ends of sentences on many subjects, each in an order of its own."""
    pairs = [line.split(" / ") for line in NEUTRAL]
    chance = random.Random(SEED)
    return chance.sample([first for first, _ in pairs], len(pairs)), chance.sample(
        [last for _, last in pairs], len(pairs)
    )


def joined_halves(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """Halves of sentences on many subjects, joined at random, in every question."""
    firsts, lasts = map(cycle, _halves())
    next(lasts)
    return as_markdown(
        kind, _answered(kind, role, (f"{first} {last}" for first, last in zip(firsts, lasts, strict=True)))
    )


def unjoined_subjects(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """Whole sentences on many subjects as bullets under the headings of the type, none twice."""
    lines = [line.replace(" / ", " ") for line in NEUTRAL]
    chance = random.Random(SEED)
    chance.shuffle(lines)
    heads = [part.title for part in kind.parts]
    sections = [
        "\n".join((f"## {head}\n", *(f"- {line}" for line in lines[at :: len(heads)]))) for at, head in enumerate(heads)
    ]
    return "\n\n".join((f"# {kind.title}", *sections))


def scrambled_cells(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """Names, dates, figures and things thrown into the columns of the type's tables."""
    pool = [
        "Odile Marchand", "214", "4 May 2026", "forklift", "12%", "$18.75", "Wednesday", "second oven", "Henrik Lund",
        "48 hours", "17:15", "kiln", "Priya Nair", "beehives", "$1,380", "30 September 2026", "terrace", "31%",
        "Milan Kovac", "every Monday",
    ]  # fmt: skip
    chance = random.Random(SEED)
    subjects = cycle(_halves()[0])

    def say(asked: Asked) -> str:
        return next(subjects) if asked.row < 0 else chance.choice(pool)

    return as_markdown(kind, filled(kind, role, say))


@cache
def _examples(catalog: Catalog) -> dict[str, list[tuple[str, str]]]:
    """Type to what its worked example answers: the first facet of the question, and the answer."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in catalog.artifact_ids:

        def keep(asked: Asked, text: str, name: str = name) -> str:
            found[name].append((asked.field.facets[0] if asked.field.facets else "", text))
            return text

        if catalog.answers(name, "strong"):
            changed(catalog.artifact(name), strong(catalog, name), keep)
    return found


def _of_others(catalog: Catalog, kind: ArtifactType) -> list[tuple[str, str]]:
    """What the examples of a few other types answer."""
    others = [name for name in sorted(_examples(catalog)) if name != kind.id]
    at = TYPES.index(kind.id)
    return [pair for name in (others[at:] + others[:at])[:5] for pair in _examples(catalog)[name]]


def foreign_sentences(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """Sentences of the worked examples of other types, shuffled into every question."""
    lines = [text[start:end] for _, text in _of_others(catalog, kind) for start, end in sentences(text)]
    random.Random(SEED).shuffle(lines)
    return as_markdown(kind, _answered(kind, role, cycle(lines)))


def foreign_answers(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """Answers of the worked examples of other types, each to a question about the same thing."""
    known: dict[str, list[str]] = defaultdict(list)
    for facet, text in _of_others(catalog, kind):
        known[facet].append(text)
    every = [text for answers in known.values() for text in answers]
    chance = random.Random(SEED)

    def say(asked: Asked) -> str:
        facet = asked.field.facets[0] if asked.field.facets else ""
        return chance.choice(known.get(facet) or every)

    return as_markdown(kind, filled(kind, role, say))


# Figures


def unfitting_figures(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """Precise figures in every answer, of which none fits the next: percentages, totals, dates, weekdays."""

    def lines() -> Iterator[str]:
        for at in cycle(range(1, 40)):
            yield f"Late files fell from {at * 20} to {at * 15} a week, a cut of {60 + at}%, by {1 + at % 27} May 2026."
            yield f"Of the {at * 7} files sampled on 3 June 2026, {at * 7 + 3} of {at * 7} passed the check."
            yield f"Ines Okafor starts on Monday, {2 + at % 20} June 2026 and is done by {1 + at % 20} May 2026."
            yield f"The budget of ${at},000 splits into ${at},400 for tools and ${at},900 for training."

    return as_markdown(kind, _answered(kind, role, lines()))


# Repetition


def one_paragraph(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """The same good paragraph twenty times under the headings of the type."""
    heads = cycle([f"## {part.title}\n\n" for part in kind.parts])
    return "\n\n".join((f"# {kind.title}", *(f"{next(heads)}{PARAGRAPH}" for _ in range(20))))


def guidance(catalog: Catalog, kind: ArtifactType, role: str) -> Answers:
    """The template's own lines of guidance as the answers."""
    words = {"workflow": "payout and settlement", "metric": "time to payout", "constraint": "a freeze in June"}
    return filled(kind, role, lambda asked: fill(asked.field.guidance or asked.part.guidance, words), rows=2)


def pasted_guidance(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """The template's guidance as a stranger's text."""
    return as_markdown(kind, guidance(catalog, kind, role))


def guidance_said(catalog: Catalog, kind: ArtifactType, role: str) -> str:
    """The template's guidance turned into claims."""
    return as_markdown(
        kind,
        filled(
            kind, role, lambda asked: f"This says {fill(asked.field.guidance or asked.part.guidance, {})}, as asked."
        ),
    )


ATTACKS: dict[str, Attack] = {
    "terms in lists": listed,
    "slogans": slogans,
    "demands claimed": claimed,
    "terms in bullets": bulleted,
    **{f"advice, {voice}": advised(voice) for voice in ("consultant", "figures", "duties")},
    **{f"essay, {voice}": essay(voice) for voice in VOICES},
    "advice with context": adapted,
    "advice with names and figures": sprinkled,
    "joined halves": joined_halves,
    "many subjects": unjoined_subjects,
    "scrambled cells": scrambled_cells,
    "foreign sentences": foreign_sentences,
    "foreign answers": foreign_answers,
    "unfitting figures": unfitting_figures,
    "one paragraph": one_paragraph,
    "guidance pasted": pasted_guidance,
    "guidance claimed": guidance_said,
}
