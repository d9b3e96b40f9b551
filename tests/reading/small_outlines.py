"""Outlines built by hand, a small type of artifact, and a small vocabulary: what reading tests start from."""

from __future__ import annotations

from collections.abc import Sequence

from showproof.catalog.artifact import ArtifactType, Field, Part, Table
from showproof.catalog.rubric import Facet
from showproof.catalog.rubric import Lexicon as Words
from showproof.model import Block, Cell, Detection, Draft, Location, Outline, Unit
from showproof.model import Table as Grid
from showproof.reading.draft import observe_draft
from showproof.reading.vocabulary import compile_vocabulary

UNDECIDED = Detection("", "none", 0.0)

HEAD = Part(
    id="head",
    title="About this document",
    guidance="What it covers.",
    fields=(
        Field(id="title", label="Title", synonyms=("document title",)),
        Field(id="workflow", label="Workflow", prefill="{{ workflow }}", facets=("workflow",)),
        Field(id="owner", label="Document owner", type="person", synonyms=("owner", "author")),
    ),
)

PARTS = (
    Part(
        id="covers",
        title="What this log covers",
        guidance="The workflow first.",
        synonyms=("scope", "purpose"),
        facets=("workflow",),
        fields=(
            Field(
                id="scope",
                label="Covers",
                guidance="First and last step",
                synonyms=("in scope",),
                prefill="{{ workflow }}",
            ),
            Field(id="limit", label="The constraint", guidance="With a number", facets=("constraint",)),
        ),
    ),
    Part(
        id="actions",
        title="Actions",
        guidance="One row an action.",
        synonyms=("next steps", "to do"),
        facets=("action",),
        table=Table(
            least=2,
            columns=(
                Field(id="no", label="No.", type="serial", required=False),
                Field(id="action", label="Action", synonyms=("task", "what"), facets=("action",)),
                Field(id="owner", label="Owner", type="person", synonyms=("who", "assigned to"), facets=("owner",)),
                Field(id="due-date", label="Due date", synonyms=("by when", "deadline"), facets=("due",)),
                Field(id="note", label="Note", required=False),
            ),
        ),
    ),
    Part(
        id="risks",
        title="Risks",
        guidance="What can go wrong.",
        facets=("risk",),
        essential=False,
        table=Table(
            least=1,
            columns=(
                Field(id="risk", label="Risk", facets=("risk",)),
                Field(id="signal", label="How it is noticed", synonyms=("signal",), facets=("signal",)),
            ),
        ),
    ),
)

KIND = ArtifactType(
    id="action-log",
    title="Action log",
    version="1.0",
    summary="Keeps actions.",
    formats=("docx",),
    proves={"operations-manager": ("execution",)},
    parts=PARTS,
)

WORDS = compile_vocabulary(
    {
        "action": Facet(label="action", headers=("action", "task"), headings=("action*",), cues=("moves", "clears")),
        "constraint": Facet(label="limit", headers=("constraint",), headings=("limits",), cues=("cannot",)),
        "due": Facet(label="due", headers=("due", "by when"), cues=("due",)),
        "escalation": Facet(label="call", headers=("escalate to",), headings=("escalat*", "who is called")),
        "owner": Facet(label="owner", headers=("owner", "who"), headings=("owner*",), cues=("owned by",)),
        "risk": Facet(label="risk", headers=("risk",), headings=("risk*",), cues=("goes wrong",)),
        "signal": Facet(label="signal", headers=("signal",), cues=("alert*",)),
        "workflow": Facet(label="workflow", headers=("scope",), headings=("scope", "purpose"), cues=("covers",)),
    },
    Words(
        traits={"condition": ("if", "unless"), "filler": ("robust",)},
        roles=("manager", "shift lead", "lead"),
        groups=("team", "operations", "everyone", "the"),
        not_names=("Loan", "Operations", "Payments", "Card", "Team", "The", "If"),
    ),
)  # fmt: skip


def text(words: str, line: int = 1, **more) -> Block:
    return Block(words, Location(line=line, start=0, end=len(words)), **more)


def heading(words: str, level: int = 2, line: int = 1) -> Block:
    return text(words, line, kind="heading", level=level)


def grid(
    *rows: Sequence[str], header: int = 1, name: str = "", marks: dict[tuple[int, int], str] | None = None
) -> Grid:
    """Rows of texts as a table; `marks` names the control tag of a cell by row and column, from 0."""
    made = tuple(
        tuple(
            Cell(
                words,
                Location(cell=f"table 1 row {at + 1} column {column + 1}", end=len(words)),
                marks=((marks or {}).get((at, column)) or "",) if (marks or {}).get((at, column)) else (),
            )
            for column, words in enumerate(row)
        )
        for at, row in enumerate(rows)
    )
    return Grid(made, Location(line=1), header, name)


def outline(*items: Block | Grid, **properties: str) -> Outline:
    return Outline("draft.md", "md", items, properties)


def own(*items: Block | Grid, context: str = "{}", version: str = "1.0") -> Outline:
    """An outline of a file that was made from our own template."""
    made = {"showproof.artifact": "action-log", "showproof.context": context, "showproof.version": version}
    return outline(*items, **made)


def draft(read: Outline, kind: ArtifactType | None = None, sayings: Sequence[str] = ()) -> Draft:
    return observe_draft(read, kind, HEAD, WORDS, artifact=UNDECIDED, role=UNDECIDED, sayings=sayings)


def texts(units: Sequence[Unit]) -> list[str]:
    return [unit.text for unit in units]
