"""The interview kit: how to run the loop, and one page a stage to interview from."""

from __future__ import annotations

from showproof.catalog.loop import Stage
from showproof.catalog.rubric import Role
from showproof.formats.handout import Cells, Column, Handout, Items, Leaf
from showproof.kit.shared import LEVELS, properties
from showproof.kit.stages import aim_of, anchors_of, prompts_of, rows_of, title_of, warnings_of, whys_of

_ALONE = (
    "Give every rater a scorecard of their own. Until all are handed in, nobody opens another one's, and nobody talks "
    "about the candidate.",
    "Write down what was said, in the candidate's words, while you hear it. A level without a quote is a feeling.",
    "Rate rows one by one, each against its own four lines. A strong start says nothing about the next row.",
    "Give the overall verdict last. The scorecard opens it when every row has a level and a note.",
    "Then read the levels aloud, the person lowest in rank first. Where two raters are two levels apart, read their "
    "quotes, not their opinions.",
    "Ask every candidate the same prompts in the same order; the whys follow what the candidate says.",
)
_DECIDED = "Write down who decides, by when and by which line, and who may stop it: showproof new interview-kit."
_SCALE = (
    "0 missing: nothing to the point was said or shown.",
    "1 claimed: general words; nothing that could be checked.",
    "2 shown: some particulars, but something essential is missing, vague or contradicts the rest.",
    "3 demonstrated: every essential part, particular and consistent; a stranger could act on it.",
    "4 defensible: 3, and it holds under “why?”: how it was checked, against what, and what was given up.",
)


def interview_kit(role: Role, digest: str, paper: str) -> Handout:
    """The kit of a role, filled from what the role says."""
    stages = tuple(_stage(role, stage, at) for at, stage in enumerate(role.stages, start=1))
    return Handout(
        artifact=role.id,
        kind_title="Interview kit for the hiring side",
        version=digest,
        title=f"Interview kit: {role.title}",
        properties=properties("interview-kit", role, digest),
        paper=paper,
        leaves=(_opening(role), *stages),
    )


def _opening(role: Role) -> Leaf:
    minutes = sum(stage.minutes for stage in role.stages)
    columns = (
        Column(label="Stage", share=5),
        Column(label="Minutes", share=2),
        Column(label="Rows tested", share=6),
        Column(label="Who, and when", share=5, lines=1),
    )
    rows = tuple(
        (f"{at}. {stage.title}", _minutes(stage), ", ".join(row.skill for row in rows_of(role, stage)), "")
        for at, stage in enumerate(role.stages, start=1)
    )
    title = f"The loop: {minutes} minutes in {len(role.stages)} stages" if minutes else "The loop"
    before = (*(one.say for one in role.improvements), _DECIDED)
    pieces = (
        Cells(title=title, columns=columns, rows=rows),
        Items(title="Raters work alone, then together", items=_ALONE),
        Items(title="One scale for every row", items=_SCALE),
        Items(title="Before the first interview", items=before, boxes=True),
    )
    lead = "One page a stage follows: what to ask, what to ask next, and what each level sounds like."
    return Leaf(id="loop", title="How to run this loop", tab="How to run it", lead=lead, pieces=pieces)


def _minutes(stage: Stage) -> str:
    return str(stage.minutes) if stage.minutes else "open"


def _stage(role: Role, stage: Stage, at: int) -> Leaf:
    room = max(5 - len(stage.rows), 2)
    asked = Cells(
        title="Ask, in this order",
        columns=(Column(label="Prompt", share=1), Column(label="What was said, in their words", share=1, lines=room)),
        rows=tuple((f"{n}. {prompt}", "") for n, prompt in enumerate(prompts_of(role, stage), start=1)),
    )
    whys, warnings = whys_of(role, stage), warnings_of(role, stage)
    deeper = Cells(
        title="Then ask why, three times; and write down what warns you",
        columns=(Column(label="Follow-up whys", share=1), Column(label="Red flags", share=1)),
        rows=tuple(
            (f"{n + 1}. {whys[n]}" if n < len(whys) else "", warnings[n] if n < len(warnings) else "")
            for n in range(max(len(whys), len(warnings)))
        ),
    )
    return Leaf(
        id=f"s{at}",
        title=title_of(role, stage),
        tab=f"{at} {stage.title}",
        lead=aim_of(role, stage),
        pieces=(asked, deeper, *_anchors(role, stage)),
    )


def _anchors(role: Role, stage: Stage) -> tuple[Cells | Items, ...]:
    """What each level of each row sounds like."""
    rows = rows_of(role, stage)
    if not rows:
        every = tuple(f"{row.skill}: {row.good}." for row in role.rows)
        return (Items(title="No row is tied to this stage: rate those that you heard", items=every),)
    return tuple(
        Cells(
            title=f"{row.skill}: {row.good[:1].lower()}{row.good[1:]}",
            columns=(Column(label="", share=4), Column(label="", share=20)),
            rows=tuple((f"{at} {LEVELS[at]}", text) for at, text in enumerate(anchors_of(row), start=1)),
        )
        for row in rows
    )
