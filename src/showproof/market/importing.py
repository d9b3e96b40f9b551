"""A report to a role: what its sections, its table and its words give, and what a person should know of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from showproof.catalog.report_words import ReportWords
from showproof.catalog.store import Catalog
from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits
from showproof.market.cells import Spelling
from showproof.market.common_words import common_words
from showproof.market.headings import HeadingNames
from showproof.market.identity import Identity, identity_of
from showproof.market.imported import ImportedRole
from showproof.market.read import read_report
from showproof.market.report import Report
from showproof.market.role import role_of
from showproof.market.row_sources import RowSources
from showproof.market.rules_of_rows import skill_rows
from showproof.market.seams import spellings
from showproof.market.sections import Sections, sections_of
from showproof.market.table import Known, Row, Table, table_of
from showproof.market.words import folded
from showproof.market.yields import missing_sections, unsure_rows

LEAST_SECTIONS = 3
"""Sections that only reports have, the table among them, from which on a text is one."""


def import_report(path: Path, catalog: Catalog, *, name: str = "", limits: Limits = USUAL) -> ImportedRole:
    """The role of the report at a path, under this id or one made of its title.

    Raises UnreadableError, one line, for what cannot be read and for what is no report.
    """
    report = read_report(path, limits)
    words = catalog.report_words
    names = HeadingNames(words)
    table = table_of(report, Known(words, names, _spelling(report, words, catalog)))
    sections = sections_of(report, names, frozenset(table.taken))
    _refuse_other(report, sections, table, words)
    identity = identity_of(report, sections, words, frozenset(catalog.lexicon.roles))
    rows = table.rows or [_only_row(identity)]
    ruled = skill_rows(rows, RowSources(catalog), catalog.usual_row, common_words(catalog))
    role = role_of(report, sections, identity, ruled, catalog)
    return ImportedRole(
        role=replace(role, id=name or role.id),
        missing=missing_sections(role, sections, table, identity, words),
        unsure=unsure_rows(table, report.counted),
        notices=report.notices,
        counted=report.counted,
    )


def _spelling(report: Report, words: ReportWords, catalog: Catalog) -> Spelling:
    """How words are written: in the report's own sentences, and in the names that the catalogue knows."""
    texts = [line.text for line in report.lines if line.kind == "item" or line.text[-1:] in ".:?"]
    spelled = spellings(texts) | set(words.spelled)
    own = [name for summary in catalog.summaries.values() for name in summary.names]
    return Spelling(frozenset(spelled), frozenset(folded(word) for word in spelled | spellings(own) if len(word) > 2))


def _refuse_other(report: Report, sections: Sections, table: Table, words: ReportWords) -> None:
    """Raise UnreadableError for a text that has hardly any section of a report."""
    found = [name for name, one in words.sections.items() if one.own and sections.has(name)]
    found += ["table"] if table.rows else []
    if len(found) >= LEAST_SECTIONS:
        return
    told = ", ".join(words.sections[name].wants for name in found) or "none of them"
    looked = "a table of skills and lists such as Hiring Loop, Role Variants or Interview Prep Checklist"
    raise UnreadableError(
        f"this is no market report: looked for {looked}; found {told}",
        where=report.file,
        remedy="import a report that has at least three of them",
    )


def _only_row(identity: Identity) -> Row:
    """What stands for a table that the report does not have: a role has one row at least."""
    return Row(identity.name or "Work", "", "", identity.line)
