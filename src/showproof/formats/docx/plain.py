"""A Word document of headings, lines and tables to be read: nothing in it asks for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from showproof.formats.docx.cells import cell, label, row, table
from showproof.formats.docx.page import Page, section_properties
from showproof.formats.docx.parts import SAME, around
from showproof.formats.docx.text import gap, paragraph
from showproof.formats.docx.write import OPENING_TAGS
from showproof.formats.package import pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from showproof.formats.form import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One line in a style of the template: `Title`, `Subtitle`, `Heading1`, `Guidance`, `Answer`."""

    text: str
    style: str = "Answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A table: its caption, titles with the shares of the page's width that their columns take, rows of texts."""

    caption: str
    titles: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, ...], ...]


def write_plain(form: Form, blocks: Sequence[Said | Listed], *, turned: bool = False) -> bytes:
    """The document's bytes; of the form, title, properties, language and paper count."""
    page = Page(form.paper, turned=turned)
    parts = around(form)
    body = "".join(_blocks(blocks, page.usable))
    parts["word/document.xml"] = f"{OPENING_TAGS}{body}{section_properties(page)}</w:body></w:document>".encode()
    return pack(parts, SAME)


def _blocks(blocks: Sequence[Said | Listed], usable: int) -> Iterator[str]:
    for one in blocks:
        if isinstance(one, Said):
            yield paragraph(one.text, one.style)
        else:
            yield _listed(one, usable)
            yield gap()


def _listed(one: Listed, usable: int) -> str:
    whole = sum(share for _, share in one.titles)
    widths = [usable * share // whole for _, share in one.titles]
    heads = [label(width, title, True) for width, (title, _) in zip(widths, one.titles, strict=True)]
    lines = (
        row(cell(width, paragraph(text, "TableText")) for width, text in zip(widths, texts, strict=True))
        for texts in one.rows
    )
    names = ", ".join(title for title, _ in one.titles)
    return table(widths, [row(heads, header=True), *lines], one.caption, f"Columns: {names}.")
