"""Reports to import, and what happens to them on the way: cut, turned round, copied into other files."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable
from pathlib import Path

import docx

OWN = Path(__file__).parent / "reports"
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "reports"
REPORTS = {path.stem: path for folder in (OWN, SHARED) if folder.is_dir() for path in sorted(folder.glob("*.txt"))}
"""The invented reports that stand here, and those beside the project where they are."""

_ITEM = re.compile(r"^\s*[-•]\s+")
_REMOVED = re.compile(
    r"Hiring Loop|Interview Loop|What gets you filtered out|Common rejection triggers|Anti-signals$|Interview Prep"
)
_SECTION = re.compile(
    r"(?:Executive Summary|Market Snapshot|What to watch|Signals to watch|Fast scope checks|Field note|Industry Lens|"
    r"Role Definition|Role Variants|Demand Drivers|Supply & Competition|Skills & Signals|High-signal|Skill matrix|"
    r"Hiring Loop|Interview Loop|Portfolio & Proof|Work samples|Interview Prep|Compensation|Career Roadmap|"
    r"Action Plan|Risks & Outlook|Methodology|FAQ|Sources|Related)"
)
"""How the chapters of these reports begin."""


def lines_of(name: str) -> list[str]:
    """A report's lines."""
    return REPORTS[name].read_text(encoding="utf-8").splitlines()


def is_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return bool(_ITEM.match(line))


def is_heading(line: str) -> bool:
    """Whether a line is short and nothing ends it, as headings of these reports are."""
    text = line.strip()
    return bool(text) and not is_item(line) and "|" not in text and text[-1] not in ".:?,;’" and len(text.split()) < 13


def bare(line: str) -> str:
    """A line without the sign of an item."""
    return _ITEM.sub("", line).strip()


def chapters(lines: list[str]) -> list[list[str]]:
    """The front, then each chapter with its heading first."""
    found: list[list[str]] = [[]]
    for line in lines:
        if _SECTION.match(line) and is_heading(line):
            found.append([])
        found[-1].append(line)
    return found


def without_sections(lines: list[str]) -> str:
    """The stages, the triggers and the preparation left out, headings and all."""
    kept, cut = [], False
    for line in lines:
        if is_heading(line):
            cut = bool(_REMOVED.match(line))
        kept += [] if cut else [line]
    return "\n".join(kept)


def turned_round(lines: list[str]) -> str:
    """The front first, then the chapters from the last to the first."""
    front, *rest = chapters(lines)
    return "\n".join(line for chapter in (front, *reversed(rest)) for line in chapter)


def other_bullets(lines: list[str]) -> str:
    """Items with other signs, one after another."""
    signs = ["* ", "◦ ", "1. ", "o   ", "– ", "    ▪ ", "\u2022\u00a0"]
    return "\n".join(signs[at % len(signs)] + bare(line) if is_item(line) else line for at, line in enumerate(lines))


def glued(lines: list[str]) -> str:
    """A table of bars with its cells run together on a line."""
    kept = (line for line in lines if not re.fullmatch(r"[|\s:-]+", line) or not line)
    return "\n".join("".join(cell.strip() for cell in line.split("|")) if "|" in line else line for line in kept)


def as_markdown(lines: list[str], rows: list[tuple[str, str, str]]) -> str:
    """Headings with number signs, items with stars, bold lead-ins, a table of bars."""
    shown = []
    for line in _with_table(lines, rows):
        if isinstance(line, list):
            head, *below = (f"| {' | '.join(row)} |" for row in line)
            shown += ["", head, "|---|:-:|---|", *below, ""]
            continue
        text = f"* {bare(line)}" if is_item(line) else f"\n## {line.strip()}\n" if is_heading(line) else line
        shown.append(f"\n**{text}**\n" if text.rstrip().endswith(":") and not is_item(line) else text)
    return "\n".join(shown)


def as_page(lines: list[str], rows: list[tuple[str, str, str]]) -> str:
    """An HTML page with headings, lists and a table."""
    parts = ["<!DOCTYPE html><html><head><title>x</title><style>p{color:red}</style></head><body><nav>Home</nav>"]
    listed = False
    for line in _with_table(lines, rows):
        if isinstance(line, list):
            cells = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in line)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
            continue
        if is_item(line) != listed:
            parts.append("</ul>" if listed else "<ul>")
            listed = not listed
        tag = "li" if is_item(line) else "h3" if is_heading(line) else "p"
        parts += [f"<{tag}>{html.escape(bare(line), quote=False)}</{tag}>"] if line.strip() else []
    return "\n".join(parts) + "<script>var skill = 1;</script></body></html>"


def as_document(lines: list[str], rows: list[tuple[str, str, str]]) -> bytes:
    """A Word document with styles of headings and lists, and a table."""
    document = docx.Document()
    for line in _with_table(lines, rows):
        if isinstance(line, list):
            table = document.add_table(0, 3)
            for row in line:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        elif is_item(line):
            document.add_paragraph(bare(line), style="List Bullet")
        elif is_heading(line):
            document.add_heading(line.strip(), 2)
        elif line.strip():
            document.add_paragraph(line.strip())
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def as_plain_page(lines: list[str]) -> str:
    """A page of lines only, the table's cells run together."""
    return "<html><body><div>" + "<br>\n".join(html.escape(line) for line in lines) + "</div></body></html>"


def as_plain_document(lines: list[str]) -> bytes:
    """A Word document of plain paragraphs, signs and all, as it comes when text is pasted."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _with_table(lines: list[str], rows: list[tuple[str, str, str]]) -> list[str | list[tuple[str, str, str]]]:
    """The lines with the table as rows of cells in the place of its own lines."""
    found: list[str | list[tuple[str, str, str]]] = []
    own = {"".join(row) for row in rows}
    for line in lines:
        text = "".join(cell.strip() for cell in line.split("|")) if "|" in line else line
        if text.startswith("Skill / Signal"):
            found.append([("Skill / Signal", "What “good” looks like", "How to prove it"), *rows])
        elif text not in own and not re.fullmatch(r"[|:-]+", line):
            found.append(line)
    return found


MUTILATED: dict[str, Callable[[list[str]], str]] = {
    "sections removed": without_sections,
    "sections turned round": turned_round,
    "other bullets": other_bullets,
    "cells run together": glued,
}
