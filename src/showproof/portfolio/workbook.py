"""A portfolio and a cohort as workbooks: the matrix with notes, a sheet for each row, the plan, the heat map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from showproof.formats.form import Form, Section
from showproof.formats.xlsx.flat import FlatColumn, FlatTable, Marked, Opening, Value, write_flat
from showproof.formats.xlsx.names import column_names, sheet_names
from showproof.model import Quote
from showproof.proof import GOAL, Check, Cohort, Portfolio, Row

_WIDE, _MIDDLE, _NARROW = 60.0, 34.0, 12.0
_ABOUT, _MATRIX, _PLAN, _TOGETHER, _GAPS = "About", "Matrix", "Plan", "Together", "Gaps"
_FIGURES = ("Step", "Cost", "Score", "Drafts", "Proven", "Unproven by")
"""Columns of figures, which stand in the middle."""
LEVELS_SAID = "0 missing, 1 claimed, 2 shown, 3 demonstrated, 4 defensible. A row is proven from level 3 on."


def portfolio_workbook(told: Portfolio) -> bytes:
    """The workbook of one set. Raises UserError for a text that no cell can hold."""
    names = sheet_names([_ABOUT, _MATRIX, _PLAN, _TOGETHER, *(row.skill for row in told.rows)])
    tables = [_matrix(told), _plan(told), _together(told.checks)]
    tables += [_row(row, name) for row, name in zip(told.rows, names[4:], strict=True)]
    proven = len(told.rows) - len(told.unproven)
    opening = Opening(
        name=_ABOUT,
        heading=f"Portfolio: {told.title}",
        subheading=f"{proven} of {len(told.rows)} rows proven by {len(told.artifacts)} drafts in {told.folder}.",
        paragraphs=(
            ("How to read it", (
                LEVELS_SAID,
                "Matrix: each row of the role against each draft. The note on a level quotes what shows it best.",
                "Plan: the cheapest fixes and new artifacts after which every row is proven. Together: whether the "
                "drafts agree. Then a sheet for each row.",
            )),
        ),
        facts=(("Draft", "Dated", "Counts"), *(
            (one.file, one.dated or "undated", one.excluded or "yes") for one in told.artifacts
        )),
    )  # fmt: skip
    return write_flat(_form("portfolio", f"Portfolio: {told.title}"), opening, tables)


def cohort_workbook(told: Cohort) -> bytes:
    """The workbook of many sets: heat map and gaps. Raises UserError for a text that no cell can hold."""
    opening = Opening(
        name=_ABOUT,
        heading=f"Cohort: {told.title}",
        subheading=f"{len(told.candidates)} candidates in {told.folder}.",
        paragraphs=(("How to read it", (
            LEVELS_SAID,
            "Matrix: the best level of each candidate in each row; the note says what has moved since the earlier run.",
        )),),
        facts=(("Row", "Unproven by", ""), *((gap.skill, str(len(gap.candidates)), "") for gap in told.gaps)),
    )  # fmt: skip
    return write_flat(_form("cohort", f"Cohort: {told.title}"), opening, [_heat(told), _gaps(told)])


def _form(artifact: str, title: str) -> Form:
    empty = Section(id="about", title="About", guidance="", questions=(), table=None)
    return Form(
        artifact=artifact, kind_title=artifact.capitalize(), version="", title=title, head=empty, looked_for=(),
        sections=(), properties=(),
    )  # fmt: skip


def _table(
    name: str,
    heading: str,
    guidance: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[tuple[Value, ...]],
    pinned: int = 1,
) -> FlatTable:
    titles = column_names(title for title, _ in columns)
    titled = tuple(
        FlatColumn(title=title, width=width, look="flat middle" if title in _FIGURES else "flat text")
        for title, (_, width) in zip(titles, columns, strict=True)
    )
    return FlatTable(
        name=name, heading=heading, guidance=guidance, columns=titled, rows=tuple(rows), pinned=pinned, edited=False,
    )  # fmt: skip


def _matrix(told: Portfolio) -> FlatTable:
    counted = [one for one in told.artifacts if not one.excluded]
    drafts = [(PurePath(one.file).name, _NARROW + 4) for one in counted]
    rows = [(row.skill, row.proof, _level(row.level), *(_shown(row, one.file) for one in counted)) for row in told.rows]
    columns = [("Skill row", 24.0), ("How to prove it", _MIDDLE), ("Best", _NARROW), *drafts]
    return _table(_MATRIX, "Skill rows against drafts", LEVELS_SAID, columns, rows)


def _shown(row: Row, file: str) -> Value:
    one = next(one for one in row.shown if one.file == file)
    held = f"\nheld back: {one.capped}" if one.capped else ""
    note = f"“{_words(one.evidence)}”\n{one.evidence.location.where()}{held}" if one.evidence else held.strip()
    return _level(one.level, note)


def _level(level: int, note: str = "") -> Marked:
    return Marked(level, f"level {level}", note)


def _words(one: Quote) -> str:
    return " ".join(one.quote.split())


def _plan(told: Portfolio) -> FlatTable:
    skills = {row.id: row.skill for row in told.rows}
    rows: list[tuple[Value, ...]] = []
    for number, step in enumerate(told.plan, start=1):
        what = f"Mend {step.target}" if step.kind == "fix" else f"Make a new {step.target}"
        write = "\n".join(f"{fix.say}: {fix.write}" for fix in step.fixes)
        proven = ", ".join(skills[row] for row in step.rows)
        rows.append((number, what, proven, step.cost, write, step.command, ", ".join(step.instead)))
    columns = [("Step", 8.0), ("What to do", _MIDDLE), ("Proves", 24.0), ("Cost", 8.0), ("What to write", _WIDE),
               ("Command", _MIDDLE), ("Or", 24.0)]  # fmt: skip
    said = f"The cheapest way to level {GOAL} in every row; cost {told.cost} in all."
    return _table(_PLAN, "Plan", said, columns, rows)


def _together(checks: Sequence[Check]) -> FlatTable:
    rows = [
        (one.id, one.verdict, one.say,
         "\n".join(f"{place.file}, {place.quote.location.where()}: “{_words(place.quote)}”" for place in one.places))
        for one in checks
    ]  # fmt: skip
    columns = [("Question", 16.0), ("Verdict", _NARROW), ("What was found", _WIDE), ("Places", _WIDE)]
    return _table(_TOGETHER, "Does the set hang together?", "unknown: the drafts do not say enough to tell.",
                  columns, rows)  # fmt: skip


def _row(row: Row, name: str) -> FlatTable:
    rows = [
        (one.file, _level(one.level), one.score, _words(one.evidence) if one.evidence else "",
         one.evidence.location.where() if one.evidence else "", one.capped)
        for one in row.shown
    ]  # fmt: skip
    columns = [("Draft", _MIDDLE), ("Level", _NARROW), ("Score", _NARROW), ("What shows it best", _WIDE),
               ("Place", 24.0), ("Held back by", _MIDDLE)]  # fmt: skip
    return _table(name, row.skill, f"{row.good}. How to prove it: {row.proof}.", columns, rows)


def _heat(told: Cohort) -> FlatTable:
    rows: list[tuple[Value, ...]] = []
    for one in told.candidates:
        moved = one.moved or {}
        levels = [(one.levels[row], moved.get(row, 0)) for row, _ in told.rows]
        cells = [_level(level, f"{change:+d} since the earlier run" if change else "") for level, change in levels]
        proven = sum(level >= GOAL for level, _ in levels)
        rows.append((one.name, one.drafts, proven, *cells))
    columns = [("Candidate", _MIDDLE), ("Drafts", _NARROW), ("Proven", _NARROW)]
    columns += [(skill, _NARROW + 4) for _, skill in told.rows]
    return _table(_MATRIX, "Candidates against skill rows", LEVELS_SAID, columns, rows)


def _gaps(told: Cohort) -> FlatTable:
    rows = [
        (gap.skill, len(gap.candidates), ", ".join(gap.candidates),
         "\n".join(f"{count} lack {say}" for say, count in gap.findings))
        for gap in told.gaps
    ]  # fmt: skip
    columns = [("Skill row", 24.0), ("Unproven by", _NARROW), ("Candidates", _WIDE), ("What is missing", _WIDE)]
    return _table(_GAPS, "Common gaps", "The rows that most candidates have not proven come first.", columns, rows)
