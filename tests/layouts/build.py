"""Makes the file that a document describes."""

from __future__ import annotations

from pathlib import Path

from .build_docx import write_docx
from .build_xlsx import write_xlsx
from .documents import Document


def build(document: Document, folder: Path) -> Path:
    """The path of the file, made in the folder."""
    path = folder / f"{document.id.replace('/', '-')}.{document.format}"
    if document.format == "docx":
        write_docx(document, path)
    elif document.format == "xlsx":
        write_xlsx(document, path)
    else:
        path.write_text("".join(f"{line.text}\n" for line in document.written), encoding="utf-8")
    return path
