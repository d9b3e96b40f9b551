"""Makes a Word file from the lines of a document, run by run as Word writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from .documents import Document, Line
from .docx_frame import paragraph_look, run_look, save

_PIECES = re.compile(r"(\*\*.+?\*\*|__.+?__)")


def write_docx(document: Document, path: Path) -> None:
    """Writes the document as a Word file."""
    save(path, "".join(_body(document)), document)


def _body(document: Document) -> Iterator[str]:
    rows: list[Line] = []
    opening = Line("T", (), "")
    for line in [*document.written, Line("end", (), "")]:
        if line.is_row:
            rows.append(line)
            continue
        if rows and not (line.label == "T" and "more" in line.look):
            yield _table(opening, rows, document)
            rows, opening = [], Line("T", (), "")
        if line.label == "T":
            opening = line if "more" not in line.look else opening
        elif line.label != "end":
            yield _paragraph(line.text, line.look, document)


def _paragraph(text: str, look: tuple[str, ...], document: Document) -> str:
    runs = _page_break() if "pb" in look else "".join(_runs(text, look))
    inside = paragraph_look(look, document)
    return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{runs}</w:p>"


def _page_break() -> str:
    return '<w:r><w:br w:type="page"/></w:r>'


def _runs(text: str, look: tuple[str, ...]) -> Iterator[str]:
    """The runs of a paragraph: one a piece of markup, and where `split` is asked for, broken inside words too."""
    for piece in filter(None, _PIECES.split(text)):
        own = look
        if piece.startswith("**"):
            piece, own = piece[2:-2], (*look, "b")
        elif piece.startswith("__"):
            piece, own = piece[2:-2], (*look, "u")
        size = 7 if "split" in look else len(piece)
        for chunk in re.findall(rf"(?s)(?:\\[tn]|.){{1,{max(size, 1)}}}", piece):
            inside = run_look(own)
            yield f"<w:r>{f'<w:rPr>{inside}</w:rPr>' if inside else ''}{_texts(chunk)}</w:r>"


def _texts(text: str) -> str:
    marks = {r"\t": "<w:tab/>", r"\n": "<w:br/>"}
    return "".join(
        marks.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in re.split(r"(\\[tn])", text)
        if part
    )


def _table(opening: Line, rows: list[Line], document: Document) -> str:
    grid = [row.text.split("|") for row in rows]
    width = max(map(len, grid))
    bold = {int(number) for word in opening.look if word.startswith("bc:") for number in word[3:].split(",")}
    style = "" if "plain" in opening.look else '<w:tblStyle w:val="TableGrid"/>'
    columns = f'<w:gridCol w:w="{9000 // width}"/>' * width
    below = [*([cell.strip() for cell in cells] for cells in grid[1:]), []]
    body = "".join(
        _row(row, [cell.strip() for cell in cells], after, bold, document)
        for row, cells, after in zip(rows, grid, below, strict=True)
    )
    properties = f'<w:tblPr>{style}<w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"


def _row(row: Line, cells: list[str], below: list[str], bold: set[int], document: Document) -> str:
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if "hdr" in row.look else ""
    fill = next((word[5:] for word in row.look if word.startswith("fill:")), "")
    found = []
    for index, cell in enumerate(cells):
        if cell == "<":
            continue
        span = 1
        while index + span < len(cells) and cells[index + span] == "<":
            span += 1
        merge = '<w:vMerge w:val="restart"/>' if index < len(below) and below[index] == "^" else ""
        merge = "<w:vMerge/>" if cell == "^" else merge
        inside = (
            (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
            + merge
            + (f'<w:shd w:val="clear" w:fill="{fill}"/>' if fill else "")
        )
        look = (*row.look, "b") if index + 1 in bold else row.look
        text = "" if cell in ("^", ">") else cell
        paragraphs = "".join(_paragraph(part, look, document) for part in text.split(r"\p"))
        found.append(f"<w:tc><w:tcPr>{inside}</w:tcPr>{paragraphs}</w:tc>")
    return f"<w:tr>{properties}{''.join(found)}</w:tr>"
