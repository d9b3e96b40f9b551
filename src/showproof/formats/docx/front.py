"""What stands before the first section: title, kind, the questions about the document, what reviewers look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.docx.boxes import head_block
from showproof.formats.docx.cells import SHADE, cell, row, table
from showproof.formats.docx.text import clean, gap, paragraph

if TYPE_CHECKING:
    from showproof.formats.docx.controls import Controls
    from showproof.formats.form import Document, Form

LOOKED_FOR = "What reviewers look for"
"""The heading of the box that a person writes towards."""


def title_of(form: Document) -> str:
    """The document's title, or what kind it is while it has none."""
    return clean(form.title).strip() or form.kind_title


def front(form: Form, usable: int, controls: Controls) -> str:
    """The front matter as block content."""
    parts = [
        paragraph(title_of(form), "Title"),
        paragraph(f"{form.kind_title} · version {form.version}", "Subtitle"),
        head_block(form.head, usable, controls),
        gap(),
        _looked_for(form, usable),
    ]
    return "".join(parts)


def _looked_for(form: Form, usable: int) -> str:
    if not form.looked_for:
        return ""
    content = [paragraph(LOOKED_FOR, "BoxTitle", keep=True)]
    for title, essentials in form.looked_for:
        content.append(paragraph(title, "LookedFor", keep=bool(essentials)))
        content.extend(paragraph(essential, "LookedForItem") for essential in essentials)
    description = "The skills that this document can prove, each with what a reviewer needs to see."
    return table([usable], [row([cell(usable, "".join(content), shade=SHADE)])], LOOKED_FOR, description)
