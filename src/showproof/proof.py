"""What drafts prove of a role: a portfolio of one candidate, a cohort of many. Frozen data, no behaviour."""

from __future__ import annotations

from typing import Literal, NamedTuple

from showproof.model import Quote

GOAL = 3
"""The level from which a row is proven: every essential part is there, particular and consistent."""


class Artifact(NamedTuple):
    """One draft of the set."""

    file: str
    sha256: str
    artifact: str
    """Its type, or nothing where none was recognised."""
    level: int
    verdict: str
    workflow: str
    """The workflow that it names, or the words of its title."""
    metric: str
    dated: str
    """The day that it says of itself, as 2026-04-30; nothing where it says none."""
    age: int | None
    """Days from then to the day that was given; None without either."""
    excluded: str
    """Why it proves nothing, whatever its levels; empty where it counts."""


class Shown(NamedTuple):
    """How far one draft shows one row."""

    file: str
    level: int
    score: float
    evidence: Quote | None
    """The place that shows it best."""
    capped: str


class Row(NamedTuple):
    """A row of the role with what every draft shows of it, in the order of the drafts."""

    id: str
    skill: str
    good: str
    proof: str
    level: int
    """The best level of a draft that counts."""
    best: str
    """That draft's file; nothing at level 0."""
    shown: tuple[Shown, ...]


class Place(NamedTuple):
    """A quote of one file."""

    file: str
    quote: Quote


class Check(NamedTuple):
    """One question of whether the set hangs together, and what was found."""

    id: str
    verdict: Literal["holds", "warning", "unknown"]
    """`unknown` where the drafts do not say enough to tell."""
    say: str
    places: tuple[Place, ...] = ()


class Fix(NamedTuple):
    """One finding to be mended."""

    id: str
    """Path of the finding, as `skills.root-cause.chain`."""
    say: str
    write: str
    cost: int


class Step(NamedTuple):
    """One thing to do: mend a draft, or make another artifact."""

    kind: Literal["fix", "new"]
    target: str
    """File of the draft, or artifact type."""
    rows: tuple[str, ...]
    """Rows that it takes to level 3."""
    cost: int
    command: str
    """What starts it."""
    fixes: tuple[Fix, ...] = ()
    instead: tuple[str, ...] = ()
    """Other drafts and types that would do the same for more."""


class Lost(NamedTuple):
    """A file that could not be read."""

    file: str
    error: str
    remedy: str


class Portfolio(NamedTuple):
    """All that is said of one candidate's set; every output is a rendering of it."""

    folder: str
    role: str
    title: str
    track: str
    rubric: tuple[str, str]
    """Version and digest."""
    today: str
    """The day that ages are counted to, or nothing."""
    artifacts: tuple[Artifact, ...]
    rows: tuple[Row, ...]
    checks: tuple[Check, ...]
    plan: tuple[Step, ...]
    out_of_reach: tuple[str, ...]
    """Rows that no draft and no artifact type of the catalogue can prove."""
    unreadable: tuple[Lost, ...] = ()

    @property
    def unproven(self) -> tuple[Row, ...]:
        """The rows below level 3."""
        return tuple(row for row in self.rows if row.level < GOAL)

    @property
    def cost(self) -> int:
        """What the plan costs in all."""
        return sum(step.cost for step in self.plan)


class Candidate(NamedTuple):
    """What one folder of a cohort shows."""

    name: str
    drafts: int
    levels: dict[str, int]
    """Row to the best level."""
    moved: dict[str, int] | None = None
    """Row to the change since the earlier run; None where that run did not have the candidate."""


class Gap(NamedTuple):
    """A row that candidates of a cohort have not proven."""

    row: str
    skill: str
    candidates: tuple[str, ...]
    findings: tuple[tuple[str, int], ...]
    """What is missing most often in the best draft of each, with how many candidates miss it."""


class Cohort(NamedTuple):
    """Many candidates' sets for one role."""

    folder: str
    role: str
    title: str
    rows: tuple[tuple[str, str], ...]
    """Id and skill of each row."""
    candidates: tuple[Candidate, ...]
    gaps: tuple[Gap, ...]
    gone: tuple[str, ...] = ()
    """Candidates of the earlier run that have no folder any more."""
    strays: tuple[str, ...] = ()
    """Drafts that stand in no candidate's folder, and were left out."""
    unreadable: tuple[Lost, ...] = ()
