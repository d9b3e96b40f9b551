"""What an import did not find and where it is not sure, in sentences with lines."""

from __future__ import annotations

from showproof.catalog.report_words import ReportWords
from showproof.catalog.rubric import Role
from showproof.market.identity import Identity
from showproof.market.sections import Sections
from showproof.market.table import Table

SHOWN = 3
"""Names of headings in a message."""
_LISTS = (
    "variants", "scope-checks", "weeks", "outcomes", "scenarios", "ideas", "position", "signals", "triggers", "stages",
    "artifacts", "preparation", "pay", "plan", "improvements", "answers",
)  # fmt: skip
"""Sections whose items a role carries, in a report's usual order."""


def missing_sections(
    role: Role, sections: Sections, table: Table, identity: Identity, words: ReportWords
) -> tuple[str, ...]:
    """A sentence for each part of a role that the report does not have."""
    found = []
    if not identity.line:
        found.append(f"no title: looked for a line above all sections that ends in words such as {words.titles[0]}")
    if not identity.segment:
        found.append("no segment: looked for a country in the title and a heading such as Industry Lens")
    if not table.rows:
        found.append(
            "no table of skills: looked for a header such as Skill, What good looks like, How to prove it; "
            "one row with the usual rules stands in its place"
        )
    for name in _LISTS:
        wanted = words.sections[name]
        if not (sections.items(name) or (name == "answers" and sections.has(name))):
            looked = ", ".join((*wanted.headings, *wanted.leads)[:SHOWN])
            found.append(f"no section that lists {wanted.wants}: looked for headings such as {looked}")
    context = ("workflows", "metrics", "constraints")
    found += [f"no {name}: none is named often enough" for name in context if not getattr(role, name)]
    return tuple(found)


def unsure_rows(table: Table, counted: str) -> tuple[str, ...]:
    """A sentence for each row that can be read in more than one way."""
    found = []
    if table.rows and not table.headed:
        found.append(f"{counted} {table.rows[0].line}: the table has no header: skill, good and proof in this order")
    for row in table.rows:
        read = f'read as "{row.skill}", "{row.good}", "{row.proof}"'
        if not row.sure:
            found.append(f"{counted} {row.line}: the cells cannot be told apart surely: {read}")
        elif not (row.good and row.proof):
            found.append(f"{counted} {row.line}: the row lacks a cell: {read}")
    return tuple(found)
