"""A role whose loop is told in a few lines, and the same one as an import leaves it."""

from __future__ import annotations

from dataclasses import replace

from showproof.catalog.loop import Question, Stage, Told, Trigger
from showproof.catalog.rubric import Role
from showproof.catalog.store import Catalog

ANCHORS = ("Says that it went well.", "Tells one case without a figure.", "Tells it with figures.", "Adds the check.")

CASE = Stage(
    id="case",
    title="A case",
    how="Tell one case from the first sign to the check.",
    line=1,
    rows=("root-cause", "execution"),
    artifacts=("rca", "sop"),
    aim="Whether causes are found.",
    minutes=45,
    prompts=("What happened?", "What did you rule out?"),
    whys=("Why that cause?", "Why not the other?", "Why will it not come back?"),
    red_flags=("Blames a person.",),
)
WRITING = Stage(
    id="writing", title="Writing", how="Write one page.", line=2, rows=("kpi-cadence",), artifacts=("ops-cadence",)
)


def a_role(catalog: Catalog) -> Role:
    """The operations manager with an invented loop."""
    role = catalog.role("operations-manager")
    return replace(
        role,
        rows=tuple(replace(row, anchors=ANCHORS if row.id in CASE.rows else ()) for row in role.rows),
        stages=(CASE, WRITING),
        scenarios=(Told(id="late", say="A report is late.", line=3, rows=("kpi-cadence",)),),
        signals=(Told(id="one", say="Names one workflow.", line=4),),
        triggers=(Trigger(id="tools", say="Leads with tools.", line=5, rows=("kpi-cadence",)),),
        preparation=(
            Told(id="story", say="Write the story down.", line=6, artifacts=("rca",)),
            Told(id="sleep", say="Sleep.", line=7),
        ),
        advice=(
            Told(id="one", say="Be brief.", line=14),
            Told(id="two", say="Name the cause.", line=15, rows=("root-cause", "execution")),
        ),
        plan=(Told(id="day-30", say="By day 30, one piece.", line=8),),
        weeks=(Told(id="week-1", say="Week 1: listen.", line=9),),
        outcomes=(Told(id="calm", say="The queue is calm.", line=10),),
        improvements=(Told(id="dates", say="Tell candidates the dates.", line=11),),
        questions=(
            Question(id="who", about="scope", ask="Who decides?", line=12),
            Question(id="band", about="pay", ask="Which band?", line=13),
        ),
    )


def a_bare_role(catalog: Catalog) -> Role:
    """The same role with stages that only have a title, a way to prepare and, one of them, rows."""
    role = a_role(catalog)
    bare = replace(CASE, aim="", minutes=0, prompts=(), whys=(), red_flags=())
    return replace(
        role,
        rows=tuple(replace(row, anchors=()) for row in role.rows),
        stages=(bare, replace(WRITING, rows=(), artifacts=())),
        scenarios=(), signals=(), triggers=(), preparation=(), plan=(), advice=(), weeks=(), outcomes=(),
        improvements=(), questions=(),
    )  # fmt: skip
