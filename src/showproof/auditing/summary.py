"""An audit on one page of paper, as a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from showproof.calibration.audit import Audit, Table
from showproof.formats.docx.handout import write_handout_docx
from showproof.formats.handout import Cells, Column, Handout, Leaf, Piece, Words
from showproof.outputs.audit_words import (
    CAUTION,
    IS_NOT,
    METHOD,
    SHORT,
    audit_notes,
    bounds,
    chance,
    figure,
    named,
    opening,
    percent,
    table_notes,
    table_title,
)  # fmt: skip

MOST_LINES = 14
"""Lines of groups that stay on one page."""
_COLUMNS = (
    ("Group", 26), ("Persons", 9), ("Rate", 9), ("Ratio", 8), ("95 % interval", 14), ("Chance", 9), ("Reading", 25),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Handout):
    """A handout that was made of a file: its foot says which; `artifact` is its name, `version` its digest."""

    made_of: str = "SHA-256"
    """What the digest is of."""

    @property
    def origin(self) -> str:
        """What the foot of each page says."""
        return f"{self.artifact} · {self.made_of} {self.version}"


def summary_docx(told: Audit) -> bytes:
    """The document's bytes: each column by itself; crossings are counted, and stand in the other outputs."""
    tables = [table for table in told.tables if len(table.by) == 1]
    pieces: list[Piece] = []
    left = MOST_LINES
    for table in tables:
        if table.lines and len(table.lines) <= left:
            left -= len(table.lines)
            pieces.append(_grid(table))
        else:
            pieces.append(Words(title=table_title(table), text=_counted(table)))
        pieces += [Words(text=note) for note in table_notes(table)]
    crossed = [table for table in told.tables if len(table.by) > 1]
    if crossed:
        text = " ".join(f"{table_title(table)}: {_counted(table)}" for table in crossed)
        pieces.append(Words(title="Crossings", text=text))
    pieces.append(Words(title="How to read this", text=" ".join((METHOD, CAUTION, *audit_notes(told)))))
    pieces.append(Words(title="What this is not", text=" ".join(IS_NOT)))
    leaf = Leaf(
        id="audit", title="In short", tab="Audit", lead=f"{opening(told)}.", pieces=tuple(pieces)
    )  # fmt: skip
    file, digest = PurePath(told.decisions.file).name, told.decisions.sha256[:16]
    paper = Paper(
        artifact=file, kind_title="Summary of an audit", version=digest, title=f"Selection by group: {file}",
        properties=(), leaves=(leaf,), small=16,
    )  # fmt: skip
    return write_handout_docx(paper)


def _grid(table: Table) -> Cells:
    columns = tuple(Column(label=label, share=share) for label, share in _COLUMNS)
    return Cells(title=table_title(table), columns=columns, rows=tuple(_rows(table)))


def _rows(table: Table) -> Iterator[tuple[str, ...]]:
    for line in table.lines:
        yield (
            named(line.group), str(line.persons), percent(line.rate), figure(line.ratio), bounds(line.ratio_interval),
            chance(line.chance), SHORT[line.reading],
        )  # fmt: skip


def _counted(table: Table) -> str:
    """How many groups have which reading."""
    counts = {reading: sum(line.reading == reading for line in table.lines) for reading in SHORT}
    told = ", ".join(f"{count} {SHORT[reading]}" for reading, count in counts.items() if count)
    return f"{len(table.lines)} groups: {told or 'everybody is of an unknown group'}."
