"""Markdown and plain text as an outline: every block with the line on which it starts."""

from __future__ import annotations

from showproof.errors import UnreadableError
from showproof.formats.headers import header_rows
from showproof.formats.limits import USUAL, Limits, in_units
from showproof.formats.markdown.front_matter import take_front_matter
from showproof.formats.markdown.walk import MarkdownReader
from showproof.formats.strong_headings import with_strong_headings
from showproof.model import Outline, Table


def read_markdown(data: bytes, shown: str, limits: Limits = USUAL) -> Outline:
    """The text of a Markdown or plain text file. Raises UnreadableError when it is too long or no UTF-8."""
    lines = _decoded(data, shown, limits.text).splitlines()
    properties, taken = take_front_matter(lines)
    lines[:taken] = [""] * taken
    reader = MarkdownReader(lines)
    reader.read()
    items = tuple(
        item._replace(header=header_rows(item.rows, item.header)) if isinstance(item, Table) else item
        for item in with_strong_headings(reader.items)
    )
    return Outline(shown, "md", items, properties, hidden=tuple(reader.hidden))


def _decoded(data: bytes, shown: str, most: int) -> str:
    if len(data) > most:
        size = f"found {in_units(len(data))} of text; allowed: {in_units(most)}"
        raise UnreadableError(size, where=shown, remedy="hand in the draft alone")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise UnreadableError("not UTF-8 text", where=shown, remedy="save it as UTF-8, or as .docx")
    return text.replace("\r\n", "\n").replace("\r", "\n")
