"""The evidence index: one page that a candidate hands in with the drafts, each proven row with its words and place."""

from __future__ import annotations

from pathlib import PurePath

from showproof.formats.docx.handout import write_handout_docx
from showproof.formats.handout import Cells, Column, Handout, Leaf, Piece, Words
from showproof.formats.xlsx.text import cut
from showproof.proof import GOAL, Artifact, Portfolio, Row

_QUOTED, _NAMED = 130, 60
"""Characters of a quote and of a workflow that are shown: five rows and their drafts stay on one page."""
MISSING = "Not shown here"
READING = (
    "By the published rules of showproof. Demonstrated: every essential part is there, particular and consistent. "
    "Defensible: it also says how it was verified and what was given up. A level says what stands in a document, not "
    "whether it happened."
)
_WORDS = {3: "demonstrated", 4: "defensible"}


def evidence_index(told: Portfolio) -> bytes:
    """The document's bytes. Rows that are not proven are named as such, since a reader would ask."""
    proven = [row for row in told.rows if row.level >= GOAL]
    used = {row.best for row in proven}
    shown = Cells(
        title="",
        columns=_columns(("Skill", 17), ("Level", 15), ("Where to look", 26), ("The words", 42)),
        rows=tuple(_shown(row) for row in proven),
    )
    documents = Cells(
        title="Documents",
        columns=_columns(("Document", 30), ("What it is", 20), ("Workflow", 36), ("Dated", 14)),
        rows=tuple(_document(one) for one in told.artifacts if one.file in used),
    )
    missing = ", ".join(row.skill for row in told.unproven)
    pieces: list[Piece] = [shown, documents] if proven else []
    pieces += [Words(text=f"{missing}.", title=MISSING)] if missing else []
    leaf = Leaf(
        id="index", title="What is shown where", tab="Index", lead=_summary(told, len(proven)),
        pieces=(*pieces, Words(text=READING, title="How to read the levels")),
    )  # fmt: skip
    handout = Handout(
        artifact=told.role, kind_title="Evidence index", version=" ".join(told.rubric),
        title=f"Evidence index: {told.title}", properties=(), leaves=(leaf,),
    )  # fmt: skip
    return write_handout_docx(handout)


def _columns(*columns: tuple[str, int]) -> tuple[Column, ...]:
    return tuple(Column(label=label, share=share) for label, share in columns)


def _summary(told: Portfolio, proven: int) -> str:
    flow = next((check.say for check in told.checks if check.id == "workflow" and check.verdict == "holds"), "")
    return f"{proven} of {len(told.rows)} skills of the role" + (f"; {cut(flow, _NAMED + 14)}." if flow else ".")


def _shown(row: Row) -> tuple[str, ...]:
    best = next(one for one in row.shown if one.file == row.best)
    where = f"{PurePath(best.file).name}" + (f", {best.evidence.location.where()}" if best.evidence else "")
    quoted = f"“{cut(' '.join(best.evidence.quote.split()), _QUOTED)}”" if best.evidence else ""
    return row.skill, f"{row.level} {_WORDS[row.level]}", where, quoted


def _document(one: Artifact) -> tuple[str, ...]:
    return (
        PurePath(one.file).name,
        one.artifact.replace("-", " ") or "document",
        cut(one.workflow, _NAMED),
        one.dated or "undated",
    )
