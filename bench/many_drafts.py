"""A folder of free-form documents, no two alike: a few hundred to three thousand words, up to four tables."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from bench.free_form import DOES, HEADERS, PARTS, WHAT, WHEN, WHO, free_form_docx
from showproof.formats.package import Package, pack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BODY = "word/document.xml"


def make_drafts(folder: Path, many: int) -> None:
    """Write the documents; the same ones each time."""
    package = Package(free_form_docx(), "free.docx")
    parts = {name: package.read(name) for name in package.names}
    frame = parts[BODY].decode()
    head = frame[: frame.index("<w:body>") + len("<w:body>")]
    for number in range(many):
        body = "".join(_blocks(Random(number)))
        document = f"{head}{body}<w:sectPr/></w:body></w:document>".encode()
        (folder / f"draft-{number:05}.docx").write_bytes(pack({**parts, BODY: document}, same=set(parts) - {BODY}))


def _blocks(chance: Random) -> Iterator[str]:
    """Headings, paragraphs and tables of one document."""
    long = chance.randint(1, 7)
    for part in PARTS:
        yield _paragraph(part, "Heading1")
        for _ in range(long):
            yield _paragraph(" ".join(_sentence(chance) for _ in range(chance.randint(2, 5))))
        if chance.random() < 0.5:
            yield _table([HEADERS, *(_row(row, chance) for row in range(1, chance.randint(4, 15)))])


def _sentence(chance: Random) -> str:
    words = " ".join(chance.choice(choices) for choices in (WHO, DOES, WHAT, WHEN))
    return f"In week {chance.randint(1, 52)} {words}"


def _row(row: int, chance: Random) -> tuple[str, ...]:
    due = f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return str(row), chance.choice(DOES) + " " + chance.choice(WHAT), chance.choice(WHO), due, "Open"


def _paragraph(text: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p>"


def _table(rows: list[tuple[str, ...]]) -> str:
    lines = ("".join(f"<w:tc>{_paragraph(text)}</w:tc>" for text in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"
