"""A document that nobody made from a template: about 1,600 words of prose and four tables, the same each time."""

from __future__ import annotations

import io
from itertools import count
from random import Random

WHO = ("The rollout lead", "Our analyst", "The finance partner", "Each reviewer", "The warehouse team", "A named owner")
DOES = ("confirms", "documents", "measures weekly", "escalates", "signs off on", "is responsible for")
WHAT = (
    "the cut-over checklist",
    "a backlog of 42 tickets",
    "the $18,500 licence saving",
    "median time in stage of 3.5 days",
)
WHEN = (
    "before 14 March 2026.",
    "within 5 business days.",
    "so that errors stay below 2%.",
    "and keeps the evidence on file.",
)
PARTS = ("Purpose", "Scope", "Baseline and target", "Actions", "Risks", "Decisions", "Verification")
HEADERS = ("No.", "Action", "Owner", "Due", "Status")
TABLES = {2: 8, 3: 14, 4: 10, 5: 8}
"""Part number to rows of its table."""
PARAGRAPHS = 4
SENTENCES = 4


def free_form_docx() -> bytes:
    """The document's bytes, made with python-docx."""
    import docx

    chance = Random(1)
    days = count(1)
    document = docx.Document()
    document.add_paragraph("Moving the returns desk to one queue", "Title")
    for number, part in enumerate(PARTS):
        document.add_heading(part, 1)
        for _ in range(PARAGRAPHS):
            document.add_paragraph(" ".join(_sentence(chance) for _ in range(SENTENCES)))
        lines = [HEADERS, *(_line(row, next(days), chance) for row in range(1, TABLES.get(number, 0) + 1))]
        if number in TABLES:
            table = document.add_table(len(lines), len(HEADERS), "Table Grid")
            for row, texts in zip(table.rows, lines, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _sentence(chance: Random) -> str:
    return " ".join(chance.choice(words) for words in (WHO, DOES, WHAT, WHEN))


def _line(row: int, day: int, chance: Random) -> tuple[str, ...]:
    action = f"{chance.choice(DOES).capitalize()} {chance.choice(WHAT)}"
    due = f"2026-{4 + day // 28:02}-{1 + day % 28:02}"
    return str(row), action, chance.choice(WHO), due, chance.choice(("Open", "Done", "Blocked"))
