"""Rubrics as a workbook: an opening sheet, the sheets to edit with their lists, and two to look things up."""

from __future__ import annotations

from collections.abc import Sequence

from showproof import __version__
from showproof.catalog.rule_check import RULE_KINDS
from showproof.catalog.store import Catalog
from showproof.derive.words import Words, kind_lines
from showproof.formats.form import Form, Section
from showproof.formats.xlsx.flat import (
    HEADER,
    SPARE,
    Allowed,
    FlatColumn,
    FlatTable,
    Opening,
    Value,
    write_flat,
)
from showproof.rubric_sheets.columns import ABOUT, KINDS, WORDS, Column, SheetPlan
from showproof.rubric_sheets.exported import ASKED, FACTS
from showproof.rubric_sheets.lines import Line, lines_of, plans_of
from showproof.rubric_sheets.rubrics import Rubric
from showproof.rubric_sheets.vocabulary import words_known

_LOOKS = {"whole": "flat middle", "yes": "flat middle", "share": "flat share"}
_TITLES = {"role": "the role {}", "criterion": "the criterion {}", "overall": "the overall verdict"}


def rubric_workbook(catalog: Catalog, rubrics: Sequence[Rubric]) -> bytes:
    """The workbook of one rubric, or of all criteria. Raises UserError for a text that no cell can hold."""
    plans, lines = plans_of(catalog, rubrics), lines_of(rubrics)
    title = _title(rubrics)
    empty = Section(id="about", title=ABOUT, guidance="", questions=(), table=None)
    version = rubrics[0].version if len(rubrics) == 1 else ""
    form = Form(
        artifact=f"rubric {rubrics[0].id}" if version else "rubric criteria", kind_title="Rubric", version=version,
        title=title, head=empty, looked_for=(), sections=(), properties=(),
    )  # fmt: skip
    tables = [_table(plan, lines[plan.name], plans) for plan in plans]
    if any(plan.name == "Rules" for plan in plans):
        tables += [_kinds(catalog), _words(catalog)]
    return write_flat(form, _opening(title, rubrics, plans), tables)


def _title(rubrics: Sequence[Rubric]) -> str:
    one = rubrics[0]
    return "Rubric: " + ("all criteria" if len(rubrics) > 1 else _TITLES[one.kind].format(one.id))


def _opening(title: str, rubrics: Sequence[Rubric], plans: Sequence[SheetPlan]) -> Opening:
    sheets = ", ".join(plan.name for plan in plans)
    looked_up = "Kinds and Words explain what may stand in Kind, About and Must carry. " if len(plans) > 1 else ""
    return Opening(
        name=ABOUT,
        heading=title,
        subheading=f"The rules by which showproof scores drafts, to be edited. Exported by showproof {__version__}.",
        paragraphs=(
            (
                "How to edit",
                (
                    f"Change any white cell of {sheets}. The titles of the columns say what belongs there, and so does "
                    "each cell when you enter it.",
                    "Add a line below the last one, or insert it anywhere. Take a line out by deleting its whole row.",
                    "You may sort and filter lines, and add columns and sheets for notes: they are not read. "
                    + looked_up,
                    "Save as .xlsx, then: showproof rubric import FILE --out team. It names every cell that cannot be "
                    "taken and says what changed; showproof score --catalog team then scores by it.",
                ),
            ),
            (
                "What to leave alone",
                (
                    "Grey cells: ids, by which the rubric knows its lines, and the table below.",
                    "The titles of the columns, and the names of the sheets.",
                ),
            ),
        ),
        facts=(FACTS, *((one.id, one.version, one.digest) for one in rubrics)),
        asked=(ASKED, "Empty: the one after this, where anything changed."),
    )


def _table(plan: SheetPlan, lines: Sequence[Line], plans: Sequence[SheetPlan]) -> FlatTable:
    return FlatTable(
        name=plan.name,
        heading=plan.heading,
        guidance=plan.guidance,
        columns=tuple(_column(column, plans) for column in plan.columns),
        rows=tuple(tuple(_shown(column, line) for column in plan.columns) for line in lines),
        pinned=plan.pinned,
    )


def _shown(column: Column, line: Line) -> Value:
    return line.get(column.key, "")


def _column(column: Column, plans: Sequence[SheetPlan]) -> FlatColumn:
    return FlatColumn(
        title=column.title,
        width=column.width,
        look="flat kept" if column.tone == "kept" else _LOOKS.get(column.kind, "flat text"),
        header="header aside" if column.tone else "header",
        prompt=column.hint,
        allowed=_allowed(column, plans),
    )


def _allowed(column: Column, plans: Sequence[SheetPlan]) -> Allowed:
    if column.kind == "of":
        # Lines may be added to the sheet whose ids these are.
        return Allowed(kind="list", source=f"{plans[0].name}!$A${HEADER + 1}:$A${HEADER + SPARE}")
    if column.key == "rule":
        return Allowed(kind="list", source=f"{KINDS}!$A${HEADER + 1}:$A${HEADER + len(RULE_KINDS)}")
    if column.kind == "choice" or column.kind == "yes":
        return Allowed(kind="list", source=f'"{",".join(column.options or ("yes", "no"))}"')
    if column.kind == "whole" and column.high == 4:
        return Allowed(kind="list", source=f'"{",".join(map(str, range(column.low, column.high + 1)))}"')
    if column.kind == "whole":
        return Allowed(kind="whole", low=column.low, high=column.high)
    return Allowed(kind="decimal", low=0, high=1) if column.kind == "share" else Allowed()


def _kinds(catalog: Catalog) -> FlatTable:
    lines = kind_lines()
    titles = {
        "about": "About",
        "terms": "Phrases",
        "carry": "Must carry",
        "at_least": "At least",
        "headed": "Headed",
        "each": "Every one",
    }
    rows = []
    for kind in RULE_KINDS:
        page = catalog.kind_pages.get(kind)
        read = [titles[name] for name in (page.parameters if page else {}) if name in titles]
        rows.append((kind, lines[kind], ", ".join(read) or "none of them"))
    return _looked_up(KINDS, "Kinds of rule", ("Kind", "What it looks for", "Columns that it reads"), rows)


def _words(catalog: Catalog) -> FlatTable:
    named = Words(catalog.facets, catalog.kind_pages)
    rows = [
        (word, named.named(word), "About, Must carry" if word in catalog.facets else "Must carry")
        for word in words_known(catalog)
    ]
    return _looked_up(WORDS, "Words for About and Must carry", ("Word", "What it means", "Where it may stand"), rows)


def _looked_up(name: str, heading: str, titles: tuple[str, str, str], rows: list[tuple[str, str, str]]) -> FlatTable:
    widths = (24.0, 84.0, 34.0)
    columns = tuple(FlatColumn(title=title, width=width) for title, width in zip(titles, widths, strict=True))
    guidance = "To look things up; what is changed here changes nothing."
    return FlatTable(name=name, heading=heading, guidance=guidance, columns=columns, rows=tuple(rows), edited=False)
