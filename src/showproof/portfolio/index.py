"""The evidence index: one page that a candidate hands in with the drafts, each proven row with its words and place."""

from __future__ import annotations

from pathlib import PurePath

from showproof.formats.docx.plain import Listed, Said, write_plain
from showproof.formats.form import Form, Section
from showproof.formats.xlsx.text import cut
from showproof.proof import GOAL, Artifact, Portfolio, Row

_QUOTED, _NAMED = 130, 60
"""Characters of a quote and of a workflow that are shown: five rows and their drafts stay on one page."""
_WORDS = {3: "demonstrated", 4: "defensible"}


def evidence_index(told: Portfolio) -> bytes:
    """The document's bytes. Rows that are not proven are named as such, since a reader would ask."""
    title = f"Evidence index: {told.title}"
    proven = [row for row in told.rows if row.level >= GOAL]
    used = {row.best for row in proven}
    blocks: list[Said | Listed] = [
        Said(text=title, style="Title"),
        Said(text=_summary(told, len(proven)), style="Subtitle"),
        Listed(
            caption="What is shown where",
            titles=(("Skill", 17), ("Level", 15), ("Where to look", 26), ("The words", 42)),
            rows=tuple(_shown(row) for row in proven),
        ),
        Listed(
            caption="Documents",
            titles=(("Document", 30), ("What it is", 20), ("Workflow", 36), ("Dated", 14)),
            rows=tuple(_document(one) for one in told.artifacts if one.file in used),
        ),
    ]
    if told.unproven:
        blocks.append(Said(text=f"Not shown here: {', '.join(row.skill for row in told.unproven)}.", style="Guidance"))
    version, digest = told.rubric
    said = (
        f"Levels by the published rules of showproof, rubric {version} ({digest}): demonstrated means every essential "
        "part is there, particular and consistent; defensible, that it also says how it was verified and what was "
        "given up. They say what stands in the documents, not whether it happened."
    )
    blocks.append(Said(text=said, style="Guidance"))
    empty = Section(id="about", title="About", guidance="", questions=(), table=None)
    form = Form(
        artifact="evidence index", kind_title="Evidence index", version="", title=title, head=empty, looked_for=(),
        sections=(), properties=(),
    )  # fmt: skip
    return write_plain(form, blocks)


def _summary(told: Portfolio, proven: int) -> str:
    flow = next((check.say for check in told.checks if check.id == "workflow" and check.verdict == "holds"), "")
    return f"{proven} of {len(told.rows)} skills of the role" + (f" · {cut(flow, _NAMED + 14)}" if flow else "")


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
