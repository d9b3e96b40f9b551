"""An explanation as a Word document that can be sent as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from showproof.auditing.summary import Paper
from showproof.calibration.explained import Explanation, Point, Rated
from showproof.formats.docx.handout import write_handout_docx
from showproof.formats.handout import Cells, Column, Items, Leaf, Piece, Words

TITLE = "How this decision came about"


def explanation_docx(told: Explanation, version: str) -> bytes:
    """The document's bytes; `version` is the rubric's digest."""
    leaf = Leaf(
        id="explanation", title="The decision", tab="Explanation", lead=told.decision, pieces=tuple(_pieces(told))
    )  # fmt: skip
    paper = Paper(
        artifact=told.candidate, kind_title=f"For {told.candidate}", version=version, title=TITLE, properties=(),
        leaves=(leaf,), made_of="rubric",
    )  # fmt: skip
    return write_handout_docx(paper)


def _pieces(told: Explanation) -> Iterator[Piece]:
    yield Items(title="What it rested on", items=told.rested_on)
    if told.spoke_for:
        yield _points("What spoke for it", told.spoke_for)
    if told.spoke_against:
        yield _points("What spoke against it", told.spoke_against)
    if told.rated:
        yield _rated(told.rated, noted=told.noted)
    yield Items(title="If you want it looked at again", items=told.review)
    yield Words(title="What this is not", text=told.is_not)


def _points(title: str, points: Sequence[Point]) -> Cells:
    columns = (Column(label="About", share=20), Column(label="What was found", share=44),
               Column(label="Your words, or where they were looked for", share=36))  # fmt: skip
    rows = tuple((one.about, _said(one), _shown(one)) for one in points)
    return Cells(title=title, columns=columns, rows=rows)


def _said(point: Point) -> str:
    return f"{point.says}. What would help: {point.would_help}" if point.would_help else f"{point.says}."


def _shown(point: Point) -> str:
    return f"“{point.quote}” ({point.where})" if point.quote else point.where


def _rated(rated: Sequence[Rated], *, noted: bool) -> Cells:
    columns = (Column(label="About", share=30), Column(label="Levels", share=14), Column(label="Notes", share=56))
    rows = tuple((one.title, one.levels, " ".join(f"“{note}”" for note in one.notes)) for one in rated)
    kept = 3 if noted else 2
    return Cells(
        title="Levels that people gave, 0 to 4", columns=columns[:kept], rows=tuple(row[:kept] for row in rows)
    )  # fmt: skip
