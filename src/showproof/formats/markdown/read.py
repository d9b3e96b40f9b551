"""Markdown and plain text as an outline: every block with its place in the file."""

from __future__ import annotations

from showproof.formats.limits import USUAL, Limits
from showproof.formats.markdown.decode import decoded
from showproof.formats.markdown.front_matter import take_front_matter
from showproof.formats.markdown.walk import MarkdownReader
from showproof.formats.strong_headings import with_strong_headings
from showproof.model import Outline


def read_markdown(data: bytes, shown: str, limits: Limits = USUAL) -> Outline:
    """The text of a Markdown or plain text file. Raises UnreadableError when it is too long or no text."""
    text, notices = decoded(data, shown, limits)
    lines = text.splitlines()
    properties, taken = take_front_matter(lines)
    reader = MarkdownReader([""] * taken + lines[taken:])
    reader.read()
    hidden = tuple(reader.hidden)
    told = (
        (hidden, "hidden text was left out"),
        (reader.spent, "more markup than a document has: some was read as it stands"),
    )
    return Outline(
        file=shown,
        format="md",
        items=with_strong_headings(reader.items),
        properties=properties,
        notices=(*notices, *(sentence for found, sentence in told if found)),
        hidden=hidden,
        source=tuple(lines),
    )
